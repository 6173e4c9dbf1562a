import { isOrg, parseByline } from './boilerplate-bylines.ts';
import { isChrome } from './boilerplate-chrome.ts';
import { fold } from './boilerplate-fold.ts';
import { isHeadline } from './boilerplate-headlines.ts';
import { findDates } from './dates.ts';

/** What a line of boilerplate says of the page; the names are those of the output contract. */
export interface FoundMeta {
  author?: string[];
  org?: string;
  publisher?: string;
  published?: string;
  editor?: string;
  views?: number;
  origin?: string;
  number?: string;
}

/** What a label announces. `staff` (校对, 签发 …) and `chrome` (字体, 打印 …) are told apart from text but lead to no field. */
export type FieldRole =
  | 'author'
  | 'org'
  | 'publisher'
  | 'origin'
  | 'published'
  | 'views'
  | 'editor'
  | 'number'
  | 'staff'
  | 'chrome';

export interface Field {
  role: FieldRole;
  label: string;
  value: string;
}

export interface FieldLine {
  /** What stands before the first label: often the headline, a date or a name; '' where there is nothing. */
  prefix: string;
  fields: Field[];
  meta: FoundMeta;
}

const LABELS: Record<FieldRole, string> = {
  author:
    '作者 文章作者 本文作者 整理人 主讲人 报道 原作者 撰稿 撰稿人 撰文 供稿 供稿人 投稿人 执笔 执笔人 撰写人 作者姓名 发言人 报告人 本报记者 记者 通讯员 见习记者',
  org: '作者单位 责任部门 责任处室 所属部门 所属单位 发文部门 公开机构 信息提供单位 供稿单位 报送单位 发文机关 发文单位 发文机构 制发单位 印发机关 发布机构 发布单位 发布部门 成文机构 制发机关 公开主体 公开部门 单位',
  publisher: '主办 主办单位 主管单位 主管 承办 承办单位 版权所有',
  origin:
    '来源 稿源单位 来稿 来稿单位 投稿单位 来源单位 来源网站 文章来源 稿件来源 信息来源 新闻来源 内容来源 稿源 出处 文章出处 转自 转载自 摘自 原载 本文来源 来自 发布来源 资料来源 素材来源 材料来源 原文来源 供稿来源 首发',
  published:
    '来信时间 提问时间 咨询时间 留言时间 回复时间 答复时间 访谈时间 时间 日期 发布 发布于 上传日期 发布时间 发布日期 发表时间 发表日期 更新时间 更新日期 录入时间 添加时间 添加日期 提交时间 提交日期 成文日期 成文时间 发文日期 发文时间 公布日期 印发日期 刊发时间 上传时间 编辑时间 生成日期 公开日期 发稿时间 加入时间 文章时间 归档时间',
  views:
    '围观 围观人数 点击 点击数 点击率 点击量 点击次数 阅读 阅读数 阅读量 阅读次数 浏览 浏览数 浏览量 浏览次数 访问量 访问次数 人气 查看 查看次数 查看数 阅读人数 累计阅读 已阅读 关注度 访问 访问数 浏览人数 点击人数 被阅读',
  editor:
    '编辑录入 录入编辑 本文责编 责任编辑 责编 编辑 本版责任编辑 本版责编 本版编辑 本期责编 编辑整理 本文编辑 网络编辑 值班编辑 实习编辑 见习编辑 文字编辑 本期编辑 录入 录入者 录入员 录入人 信息录入 发布者 发布人 信息员 文章录入 文章编辑 上传 上传人 上传者 发布人员',
  number: '文号 发文字号 发文号 文件编号 发文文号 文件号',
  staff:
    '文字 图文 供稿单位 一审一校 二审二校 三审三校 值班审核 审核 审核人 初审 复审 终审 一审 二审 三审 审校 审稿 送签 签发 签发人 校对 校对人 监制 统筹 制作 排版 策划 主编 副主编 值班主任 值班主编 网站维护 技术支持 编审 美编 摄影 图片 版式 视觉 校检 复核 核稿 核发 拟稿 把关 供图 翻译 指导老师 指导教师',
  chrome:
    '本文网址 文章网址 本页地址 本页网址 页面地址 网页地址 字体 字号 背景颜色 双击滚屏 信件标题 信件编号 信件类型 信件类别 咨询类别 来信人 留言人 咨询人 办理状态 处理状态 公文种类 文种 推荐度 评分 价格 下载积分 所需财富值 所需积分 积分 文档热度 文件热度 贡献者 本文地址 文章地址 原文地址 来源网址 原文网址 分类 文章分类 归档于 收录于 已投稿到 用户名 密码 验证码 本文关键词 关键字 TAG Tags 热度 下载次数 下载量 收藏次数 投稿 举报 收录 文档类型 文件格式 文件类型 下载 字体大小 字号大小 文字缩放 文字大小 视力保护色 视力保护 保护视力 背景色 分享 分享到 分享至 打印 收藏 关闭 站内搜索 站内检索 信息搜索 内容预览 内容概述 本文标题 原标题 原题 名称 文件名称 公文标题 公文名称 信息分类号 公开方式 公开范围 公开时限 公开形式 本文链接 链接地址 原文链接 文章链接 被引量 上传用户 搜索 标签 索引号 索引 主题分类 所属分类 所属类别 文章类别 所属栏目 栏目 信息分类 信息类别 体裁分类 服务对象 有效性 是否有效 效力状态 信息名称 主题词 扫一扫 字数 评论 评论数 推荐 组配分类 文章标题 标题 范文类型 文档编号 文件大小 格式 页数 大小 文档格式 所需积分 中图分类号 文献标识码 文章编号 有效期 生效日期 废止日期 信息索引 文章字数',
};

/** Labels that honest texts use too (会议时间 …: 时间:5月8日上午): they make a header line only beside another or with a clock. */
const WEAK = new Set([
  '时间',
  '日期',
  '单位',
  '主管',
  '主办',
  '承办',
  '搜索',
  '图片',
  '名称',
  '文字',
  '价格',
  '评分',
  '积分',
  '分类',
  '密码',
  '下载',
  '投稿',
  '举报',
  '收录',
  '发布',
  '访问',
  '报道',
  '核发',
  '拟稿',
  '把关',
  '记者',
  '推荐',
  '查看',
  '来自',
  '策划',
  '统筹',
  '制作',
  '标题',
  '格式',
  '大小',
  '页数',
  '指导老师',
  '指导教师',
]);

const ROLE = new Map<string, FieldRole>();
for (const [role, labels] of Object.entries(LABELS)) for (const l of labels.split(' ')) ROLE.set(l, role as FieldRole);
/** Longest first, so that 发布日期 is not read as 日期; spaced letters (作 者) are met on old pages. */
const NAMES = [...ROLE.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map((l) => [...l].join(' ?'));
/** A label begins its word: 资金来源:…, 会议时间:… are text. */
const LABEL = new RegExp(`(?<!\\p{L})(${NAMES.join('|')}) {0,2}[:](?!//)`, 'gu');
/** Where spaces are lost, long labels stand right behind the value before them: 作者:某某更新时间:… */
const GLUED = new RegExp(
  `(${NAMES.filter((n) => n.replace(/ \\?/g, '').length > 2 && !WEAK.has(n.replace(/ \\?/g, ''))).join('|')}) {0,2}[:](?!//)`,
  'gu',
);
/** 阅读 3506: a number of reads without a colon, beside other fields or behind a date. */
const VIEWS = /(?<!\p{L})(阅读|浏览|点击|人气|访问)(?:量|次数|数)? {1,3}(?=\d{1,9}(?:$|[ 次人|]))/gu;
const DATED = /^[\s(【[]{0,2}(?:19|20)\d{2}[-/.年]/;
/** 文/张三 is the label 作者 in newspapers. */
const SLASH = /(?<![\p{L}\p{N}])(文|撰文|作者|图文|责编|编辑) ?\/ ?(?=\p{Script=Han})/gu;
/** 【发布时间】2020-01-08 【出处】某馆: the bracket is the colon. */
const BOXED = new RegExp(`[[【](${NAMES.join('|')})[\\]】](?=[^[\\]【】]{1,48})`, 'gu');
/** 编辑 | 张三, as accounts on WeChat write it; the line must begin so, since menus hold such words, too. */
const BARRED =
  /(?<![\p{L}\p{N}])(来源|文|作者|撰文|记者|通讯员|责任编辑|责编|编辑|审核|校对|初审|复审|终审|监制|摄影|供稿|撰稿) {0,2}[|] {0,2}(?=\p{Script=Han})/gu;
/** What a CMS or a farm writes where nobody filled in the field. */
const NOBODY =
  /^(?:佚名|未知|不详|匿名|管理员|网站管理员|系统管理员|超级管理员|admin|administrator|root|webmaster|本站|本站编辑|小编|网络|无|暂无|会员投稿)$/iu;
/** zhx, gongwen8: who was logged in. */
const LOGIN = /^[a-z0-9_.-]{1,20}$/i;
/** What stands for a source where there is none. */
const NOWHERE =
  /^(?:本站|本站原创|本网|原创|原创文章|网络|互联网|网上|网络整理|网络收集|网络转载|来源网络|转载|整理|未知|不详|佚名|其他|其它|无|暂无|匿名|admin)$/iu;

/** Longest line that is looked at: a header with a long headline before it stays below. */
const MAX_LINE = 240;
const MAX_VALUE = 48;

const clean = (s: string): string =>
  s
    .replace(/^[\s|()[\]【】/·,;、>《]+(?=[\s|()[\]【】/·,;、>]|$)/u, '')
    .replace(/^[\s|[\]【】/·,;、>]+|[\s|[\]【】/·,;、>]+$/gu, '');
const unwrap = (s: string): string => {
  const v = clean(s);
  const open = (v.match(/\(/g) ?? []).length;
  const close = (v.match(/\)/g) ?? []).length;
  if (close > open) return v.replace(/\)+\s*$/, '').trim();
  if (open > close) return v.replace(/\(+\s*$/, '').trim();
  return v;
};

/** Does the value look like what its label announces? A sentence after a label is no header field. */
function plausible({ role, label, value }: Field): boolean {
  if (/[。！!？?；]/.test(value.replace(/[!?]$/, ''))) return false;
  switch (role) {
    case 'published': {
      const [date] = findDates(value);
      if (!date) return value.length <= 10 && !/\p{Script=Han}{3}/u.test(value);
      // 时间:2020年5月8日上午9时 opens an item of a notice.
      const rest = value.slice(date.end);
      return (
        value.slice(0, date.start).trim() === '' &&
        rest.length <= 40 &&
        !/上午|下午|晚|至|起|前|—/.test(rest) &&
        !(WEAK.has(label) && /^\p{Script=Han}/u.test(rest))
      );
    }
    case 'views':
      return (
        value.length <= 24 &&
        /^[^\p{Script=Han}]*次?[^\p{Script=Han}]{0,12}(?:[大中小默认次人]|打印|关闭|收藏|字体)?.{0,8}$/u.test(value)
      );
    case 'chrome':
      return value.length <= (value.includes('http') ? 160 : 60) && !/[，,].*[，,]/.test(value);
    default:
      return value.length <= MAX_VALUE && (value.match(/[,，]/g) ?? []).length <= 2;
  }
}

function fill(meta: FoundMeta, field: Field): void {
  const { role } = field;
  let { value } = field;
  // 编辑:某某2017-04-26
  const date = role === 'published' ? undefined : findDates(value).at(-1);
  if (date && date.start > 0 && date.end === value.length) {
    meta.published ??= date.iso;
    value = value.slice(0, date.start).trim();
  }
  if (!value) return;
  switch (role) {
    case 'published': {
      const [date] = findDates(value);
      if (date) meta.published ??= date.iso;
      return;
    }
    case 'views': {
      const views = count(value);
      if (views !== null) meta.views ??= views;
      return;
    }
    case 'author':
      fillAuthor(meta, value);
      return;
    case 'editor': {
      const name = nameOf(value);
      // 发布人:宣传科 tells who put it up, and is no person.
      if (name && !NOBODY.test(name) && !LOGIN.test(name) && !(isOrg(name) && /^[发上]/u.test(field.label)))
        meta.editor ??= name;
      return;
    }
    case 'origin':
      if (!NOWHERE.test(value)) meta.origin ??= value;
      return;
    case 'org':
    case 'publisher':
    case 'number':
      meta[role] ??= value;
  }
}

/** 1,024次 → 1024, 2.3w → 23000; null where there is no number. */
function count(value: string): number | null {
  const m = /(\d[\d,]{0,11}(?:\.\d+)?) ?([wW万kK千])?/.exec(value);
  if (!m) return null;
  const factor = !m[2] ? 1 : /[wW万]/.test(m[2]) ? 10_000 : 1000;
  return Math.round(Number(m[1]!.replaceAll(',', '')) * factor);
}

/** 池 晚 晴 is one name; what stands behind a name and is used, not read (手机版, 【大 中 小】), is no part of it. */
function nameOf(value: string): string {
  const words = value.split(/ *[[【|] *| {1,}/u).filter((w) => w && !isChrome(w));
  return words.every((w) => /^\p{Script=Han}$/u.test(w)) && words.length <= 4 ? words.join('') : words.join(' ');
}

/** A name or several, behind or before them an organ: 作者:市委办公室 is an organ alone, 张三(某某局) has it in brackets. */
function fillAuthor(meta: FoundMeta, said: string): void {
  const value = said.replace(SAID_READS, '').trim();
  const bracket = /^([^([【]{2,30}?) ?[([【](.{1,40}?)[)\]】]?$/u.exec(value);
  const by = parseByline(value) ?? (bracket ? parseByline(bracket[1]!) : parseByline(nameOf(value)));
  const org = by?.org ?? (bracket && isOrg(bracket[2]!) ? bracket[2]! : null);
  if (org) meta.org ??= org;
  // Anything longer than a name or two is no name.
  const names = by ? by.author : /^[\p{L}\p{N}·•_ -]{1,16}$/u.test(value) ? [nameOf(value)] : [];
  const known = names.filter((n) => n && !NOBODY.test(n) && !meta.author?.includes(n));
  if (known.length) meta.author = [...(meta.author ?? []), ...known];
}

/** 461位读者读过, 已被阅读65次: reads told in words, beside labelled fields. */
const TOLD =
  /(?:被|有|共|累计)? ?(?:(?:阅读|浏览|点击|访问|查看) ?(?:了|过)? ?(\d[\d,]{0,11}) ?(?:人次|次|人)|(\d[\d,]{0,11}) ?(?:位|个|名|人次|人|次)(?:读者|网友|用户|访客)?(?:已|曾)?(?:阅读|浏览|点击|访问|查看|读|看)(?:了|过)?)/u;

/** The same with the words around it, where it stands behind a name. */
const SAID_READS = new RegExp(` (?:本文|此文)?(?:已经?|曾)?${TOLD.source}.{0,4}$`, 'u');

/** 【编辑:某某】某某总结: a headline behind the box that holds the last field. */
function behindBox(text: string, last: Label): string {
  const close = text[last.start - 1] === '[' ? ']' : text[last.start - 1] === '【' ? '】' : '';
  const at = close ? text.indexOf(close, last.end) : -1;
  const rest = at < 0 ? '' : text.slice(at + 1).trim();
  return rest.length >= 8 && !/^[[【]/.test(rest) && isHeadline(rest) && !isChrome(rest) ? rest : '';
}

/** [点击次数:645] [双击自动滚屏]: a field in a box of its own ends with the box. */
function inBox(text: string, label: number, value: string): string {
  const close = text[label - 1] === '[' ? ']' : text[label - 1] === '【' ? '】' : '';
  const at = close ? value.indexOf(close) : -1;
  return at < 0 ? value : value.slice(0, at);
}

interface Label {
  start: number;
  end: number;
  label: string;
  role: FieldRole;
}

function labels(line: string): Label[] {
  const found: Label[] = [];
  for (const m of line.matchAll(LABEL)) {
    const label = m[1]!.replace(/ /g, '');
    found.push({ start: m.index, end: m.index + m[0].length, label, role: ROLE.get(label)! });
  }
  if (found.length || DATED.test(line))
    for (const m of line.matchAll(VIEWS))
      found.push({ start: m.index, end: m.index + m[0].length, label: m[1]!, role: 'views' });
  if (found.length && found[0]!.start < 12)
    for (const m of line.matchAll(GLUED)) {
      const label = m[1]!.replace(/ /g, '');
      found.push({ start: m.index, end: m.index + m[0].length, label, role: ROLE.get(label)! });
    }
  for (const m of line.matchAll(SLASH))
    found.push({
      start: m.index,
      end: m.index + m[0].length,
      label: m[1]!,
      role: /编/.test(m[1]!) ? 'editor' : 'author',
    });
  const boxed = [...line.matchAll(BOXED)];
  if (boxed[0]?.index === 0 && (boxed.length > 1 || !WEAK.has(boxed[0][1]!.replace(/ /g, ''))))
    for (const m of boxed) {
      const label = m[1]!.replace(/ /g, '');
      found.push({ start: m.index, end: m.index + m[0].length, label, role: ROLE.get(label)! });
    }
  const barred = [...line.matchAll(BARRED)];
  if (barred[0]?.index === 0)
    for (const m of barred)
      found.push({ start: m.index, end: m.index + m[0].length, label: m[1]!, role: ROLE.get(m[1]!) ?? 'author' });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((f, i) => !i || f.start >= found[i - 1]!.end);
}

/**
 * Reads a line made of labelled fields (`作者:张三 来源:市局 点击数:12 更新时间:2016-12-23`), with or without something before
 * the first label. Brackets around fields are ignored, width of punctuation does not matter.
 *
 * @returns null where a field's value is not of its kind (a sentence that mentions 来源:), or where the only label is one
 * that honest texts use (时间:, 单位:) and nothing else speaks for a header.
 */
export function parseFields(line: string): FieldLine | null {
  if (line.length > MAX_LINE) return null;
  // 丨 (the stroke gǔn) and ︱ are drawn between label and value.
  const text = fold(line).replace(/(?<=\p{Script=Han} ?)[丨︱](?= ?[\p{L}\p{N}])/gu, ':');
  // Most lines have no colon: the long list of labels is not tried on them.
  if (!/[:/|]|^[[【]/.test(text)) return null;
  const marks = labels(text);
  if (!marks.length) return null;
  const fields = marks.map(({ start, end, label, role }, i): Field => {
    const value = unwrap(inBox(text, start, text.slice(end, marks[i + 1]?.start ?? text.length)));
    // 发布:机关工委宣传部 tells who, not when.
    return { role: label === '发布' && isOrg(value) ? 'origin' : role, label, value };
  });
  if (!fields.every(plausible)) return null;
  const lead = clean(text.slice(0, marks[0]!.start)).replace(/\($/, '').trim();
  const prefix = /[\p{L}\p{N}]/u.test(lead) ? lead : '';
  if (fields.every((f) => WEAK.has(f.label)) && !weakEnough(fields, prefix)) return null;
  if (/[。；！]/.test(prefix)) return null;
  const meta: FoundMeta = {};
  for (const f of fields) fill(meta, f);
  const told = meta.views === undefined ? TOLD.exec(text) : null;
  if (told) meta.views = Number((told[1] ?? told[2])!.replaceAll(',', ''));
  const behind = fields.length > 1 ? behindBox(text, marks.at(-1)!) : '';
  if (behind && (!prefix || /→|>|»/u.test(prefix))) return { prefix: behind, fields, meta };
  const before = prefix && !meta.published ? findDates(prefix)[0] : undefined;
  // 望岚在线 2021-01-29 07:02:11 来源:…: the site and the time, no headline.
  const dated = before && before.end - before.start >= prefix.length - (before.clock ? 12 : 2);
  if (dated) meta.published = before.iso;
  return { prefix: dated ? '' : prefix, fields, meta };
}

function weakEnough(fields: readonly Field[], prefix: string): boolean {
  if (fields.length > 1) return true;
  const [f] = fields;
  if (f!.role === 'published') return prefix === '' && (findDates(f!.value)[0]?.clock ?? false);
  return f!.label === '主办' || (f!.role === 'chrome' && f!.value.length <= 4);
}

/** 2018-11-20 06:29某某, 某某科学 2018年2期: what journals' sites put under a headline. */
export function journalLine(line: string): FoundMeta | null {
  const s = fold(line).trim();
  // A forum's: 发表于 2021-6-3 09:14 | 只看该作者 | 倒序浏览
  const posted = s.length <= 80 ? /^(?:\S{1,12} )?发表于 ?:? ?(?=\d{4})/u.exec(s) : null;
  if (posted) {
    const [date] = findDates(s);
    const rest = date
      ? s.slice(date.end).replace(/只看该作者|倒序浏览|阅读模式|显示全部楼层|楼主|来自手机|[| ]/gu, '')
      : 'x';
    if (date?.start === posted[0].length && !rest) return { published: date.iso };
  }
  if (s.length > 44 || /[。;!?:]\D/.test(s)) return null;
  const issue =
    /^《?([\p{Script=Han}·]{2,20}?)》? ?((?:19|20)\d{2}) ?年(?:第? ?\d{1,2} ?期|\d{1,2} ?月(?:上|中|下)?)$/u.exec(s);
  if (issue && !/[的在于至到从]$/.test(issue[1]!)) return { origin: s };
  const date = findDates(s)[0];
  if (!date || date.start > 0) return null;
  const rest = s
    .slice(date.end)
    .replace(/[【[].{1,8}[】\]]$/u, '')
    .trim();
  // 2021-4-19 15:03 某某简报: the time and the paper.
  if (date.clock && /^[\p{Script=Han}《》·]{2,14}$/u.test(rest) && !parseByline(rest)?.author.length)
    return { published: date.iso, origin: rest };
  const by = parseByline(rest);
  return by && (date.clock || by.form === 'names')
    ? { published: date.iso, ...(by.author.length ? { author: by.author } : {}), ...(by.org ? { org: by.org } : {}) }
    : null;
}

/**
 * [转载]某某工作法 (2020-10-20 21:33:18): the headline of a blog with the second it was posted at. A day alone in brackets may
 * be the headline's own (在大会上的讲话(2010年9月27日)).
 */
export function postedTitle(line: string): { title: string; published: string } | null {
  const m = /^(?:\[(?:转载|原创|转|图文|转帖)\])? ?([^。;]{4,60}?) ?\(([^()]{14,24})\)$/u.exec(line);
  const [date] = m ? findDates(m[2]!) : [];
  return date?.clock && date.end - date.start >= m![2]!.trim().length ? { title: m![1]!, published: date.iso } : null;
}

/** 国发〔2014〕14号, 〔2014〕14号, 沪府办[2020]5号: a document number that is a line of its own; its normal form, or null. */
export function documentNumber(line: string): string | null {
  const s = fold(line).trim();
  if (s.length > 40) return null;
  const m =
    /^(?:文号:|发文字号:)?([\p{Script=Han}]{1,14})? ?[〔[(【] ?((?:19|20)\d{2}) ?[〕\])】] ?(?:第 ?)?(\d{1,5}) ?号$/u.exec(
      s,
    );
  return m ? `${m[1] ?? ''}〔${m[2]}〕${m[3]}号` : null;
}

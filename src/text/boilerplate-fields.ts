import { isOrg, namesIn, parseByline } from './boilerplate-bylines.ts';
import { isChrome } from './boilerplate-chrome.ts';
import { fold } from './boilerplate-fold.ts';
import { isHeadline } from './boilerplate-headlines.ts';
import { type FieldRole, findLabels, type Label, WEAK } from './boilerplate-labels.ts';
import { findDates } from './dates.ts';
import { isSection } from './sections.ts';

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

interface Field {
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

/** What a CMS or a farm writes where nobody filled in the field. */
const NOBODY =
  /^(?:佚名|未知|不详|匿名|管理员|网站管理员|系统管理员|超级管理员|admin|administrator|root|webmaster|本站|本站编辑|小编|网络|无|暂无|会员投稿|网友投稿|网友|用户投稿|网友上传|投稿)$/iu;
/** zhx, gongwen8: who was logged in. */
const LOGIN = /^[a-z0-9_.-]{1,20}$/i;
/** What stands for a source where there is none. */
const NOWHERE =
  /^(?:本站|本站原创|本网|原创|原创文章|网络|互联网|网上|网络整理|网络收集|网络转载|来源网络|转载|整理|未知|不详|佚名|其他|其它|无|暂无|匿名|管理员|网站管理员|系统管理员|admin)$/iu;

/** 【 大 中 小 】 between the fields. */
const SIZES = /[【[(] ?(?:字[体号] ?:? ?)?[大中小](?: ?[/|]? ?[大中小]){1,2} ?[】\])]/gu;
/** What stands behind it up to the next field is chrome. */
const BLANKED = / {5,}[【[].*$/u;
/** Longest line that is looked at: a header with a long headline before it stays below. */
const MAX_LINE = 240;
const MAX_VALUE = 48;

const clean = (s: string): string =>
  s
    .replace(/^[\s|()[\]【】/·,;、>《]+(?=[\s|()[\]【】/·,;、>]|$)/u, '')
    .replace(/^[\s|[\]【】/·,;、>]+|[\s|[\]【】/·,;、>]+$/gu, '');
/** 来源: 关键词: — a label that nobody knows, of a field that nobody filled in. */
const NEXT_LABEL = /(?:^| )\p{Script=Han}{2,6} ?:$/u;
const unwrap = (s: string): string => {
  const v = clean(clean(s).replace(NEXT_LABEL, ''));
  const open = (v.match(/\(/g) ?? []).length;
  const close = (v.match(/\)/g) ?? []).length;
  if (close > open) return v.replace(/\)+\s*$/, '').trim();
  if (open > close) return v.replace(/\(+\s*$/, '').trim();
  return v;
};

/** 成文日期 …: the day that the document bears, not the page. */
const WRITTEN = /^(?:成文|发文|印发)(?:日期|时间)$/u;

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
  // 《某某晚报》2023年11月8日A04版
  const rest = date ? value.slice(date.end) : '';
  if (date && date.start > 0 && /^(?: ?第? ?[A-Z]?\d{1,3} ?版)?$/.test(rest)) {
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
      if (
        name &&
        name.length <= 16 &&
        !/[:\]】\d]/.test(name) &&
        !NOBODY.test(name) &&
        !LOGIN.test(name) &&
        !(isOrg(name) && /^[发上]/u.test(field.label))
      )
        meta.editor ??= name;
      return;
    }
    case 'origin':
      fillOrigin(meta, value);
      return;
    case 'org':
    case 'publisher':
    case 'number':
      meta[role] ??= value;
  }
}

/** 某某日报 记者 张三 通讯员 李四: who wrote stands behind the medium. */
const REPORTED = /^(.{2,20}?) {1,3}((?:本报|本网|特约|见习|实习)?(?:记者|通讯员)[ :].{2,40})$/u;
/** 某某政府     打印本页, 某某网 投诉建议: what is used, not read, behind the source. */
const USED =
  /(?<! ) {1,40}(?:打印(?:本页|此页|本文)?|关闭(?:窗口|本页)?|收藏|分享|投诉建议|我要(?:纠错|投稿|评论)|纠错|下载本文|点击数?|\p{Script=Han}{0,6}举报)$/u;
/** Of such words so many stand in a row: 打印 关闭 收藏 分享. */
const USED_IN_A_ROW = 4;

/** Where another page is names nobody. */
const ADDRESS = /^(?:https?:\/\/|www\.)[!-~]+$/iu;

function fillOrigin(meta: FoundMeta, said: string): void {
  let value = said;
  for (let n = 0; n < USED_IN_A_ROW; n++) value = value.replace(USED, '').trim();
  const reported = REPORTED.exec(value);
  const names = reported ? namesIn(reported[2]!.replace(/\p{Script=Han}{2,8}记者站/gu, ' ')) : [];
  if (names.length) meta.author = [...(meta.author ?? []), ...names.filter((n) => !meta.author?.includes(n))];
  const origin = names.length ? reported![1]! : value;
  if (origin && !NOWHERE.test(origin) && !ADDRESS.test(origin)) meta.origin ??= origin;
}

/** 12 306, its thousands set apart: three digits behind each blank, and no day, percentage or count of another thing. */
const SPACED = /(?<!\d)(\d{1,3}(?: \d{3}){1,2})(?![\d.,:/%-]|(?![次人])\p{Script=Han})/u;

/** 1,024次, 1 024 → 1024, 2.3w → 23000; null where there is no number. */
function count(value: string): number | null {
  const spaced = SPACED.exec(value);
  if (spaced && !/\d/.test(value.slice(0, spaced.index))) return Number(spaced[1]!.replaceAll(' ', ''));
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

/** 尉某某 卜某某: several behind a label, however rare their surnames. */
const namesOf = (name: string): string[] =>
  /^\p{Script=Han}{2,3}(?: \p{Script=Han}{2,3}){1,3}$/u.test(name) && !name.split(' ').some(isOrg)
    ? name.split(' ')
    : [name];

/** A name or several, behind or before them an organ: 作者:市委办公室 is an organ alone, 张三(某某局) has it in brackets. */
function fillAuthor(meta: FoundMeta, said: string): void {
  const value = said.replace(SAID_READS, '').trim();
  const bracket = /^([^([【]{2,30}?) ?[([【](.{1,40}?)[)\]】]?$/u.exec(value);
  const by = parseByline(value) ?? (bracket ? parseByline(bracket[1]!) : parseByline(nameOf(value)));
  const org = by?.org ?? (bracket && isOrg(bracket[2]!) ? bracket[2]! : null);
  // 作者:宣传科 tells who wrote the page, not whose text it is.
  if (org && !isSection(org)) meta.org ??= org;
  // Anything longer than a name or two is no name.
  const names = by ? by.author : /^[\p{L}\p{N}·•_ -]{1,16}$/u.test(value) ? namesOf(nameOf(value)) : [];
  const section = org && isSection(org) ? [org] : [];
  const known = [...names, ...section].filter((n) => n && !NOBODY.test(n) && !meta.author?.includes(n));
  if (known.length) meta.author = [...(meta.author ?? []), ...known];
}

/** 461位读者读过, 已被阅读65次: reads told in words, beside labelled fields. */
const TOLD =
  /(?:被|有|共|累计)? ?(?:(?:阅读|浏览|点击|访问|查看|已读) ?(?:了|过)? ?(\d[\d,]{0,11}) ?(?:人次|次|人)|(\d[\d,]{0,11}) ?(?:位|个|名|人次|人|次)(?:读者|网友|用户|访客)?(?:已|曾)?(?:阅读?|浏览|点击|访问|查看|读|看)(?:了|过)?)/u;

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
  const folded = fold(line).replace(/(?<=\p{Script=Han} ?)[丨︱](?= ?[\p{L}\p{N}])/gu, ':');
  // Most lines have no colon: the long list of labels is not tried on them.
  if (!/[:/|]|^[[【]/.test(folded)) return null;
  const text = folded.replace(SIZES, (m) => ' '.repeat(m.length));
  const marks = findLabels(text);
  if (!marks.length) return null;
  const fields = marks.map(({ start, end, label, role }, i): Field => {
    const said = text.slice(end, marks[i + 1]?.start ?? text.length).replace(BLANKED, '');
    const value = unwrap(inBox(text, start, said));
    // 发布:机关工委宣传部 tells who, not when.
    return { role: label === '发布' && isOrg(value) ? 'origin' : role, label, value };
  });
  if (!fields.every(plausible)) return null;
  const lead = clean(text.slice(0, marks[0]!.start)).replace(/\($/, '').trim();
  const prefix = /[\p{L}\p{N}]/u.test(lead) ? lead : '';
  if (fields.every((f) => WEAK.has(f.label)) && !weakEnough(fields, prefix)) return null;
  if (/[。；！]/.test(prefix)) return null;
  const meta: FoundMeta = {};
  // Where a line has both, the page is of the day on which it was put up, whichever stands first.
  for (const f of fields) if (!WRITTEN.test(f.label)) fill(meta, f);
  for (const f of fields) if (WRITTEN.test(f.label)) fill(meta, f);
  const told = meta.views === undefined ? TOLD.exec(text) : null;
  if (told) meta.views = Number((told[1] ?? told[2])!.replaceAll(',', ''));
  const behind = fields.length > 1 ? behindBox(text, marks.at(-1)!) : '';
  if (behind && (!prefix || /→|>|»/u.test(prefix))) return { prefix: behind, fields, meta };
  const before = prefix && !meta.published ? findDates(prefix)[0] : undefined;
  // 望岚在线 2021-01-29 07:02:11 来源:…: the site and the time, no headline.
  // 2013年07月05日1636来源:… lost the colon of its time.
  const clock = before && !before.clock ? /^ ?([01]\d|2[0-3])([0-5]\d)$/.exec(prefix.slice(before.end)) : null;
  const dated = before && (clock || before.end - before.start >= prefix.length - (before.clock ? 12 : 2));
  if (dated) meta.published = clock ? `${before.iso}T${clock[1]}:${clock[2]}` : before.iso;
  return { prefix: dated ? '' : prefix, fields, meta };
}

function weakEnough(fields: readonly Field[], prefix: string): boolean {
  if (fields.length > 1) return true;
  const [f] = fields;
  if (f!.role === 'published') return prefix === '' && !!findDates(f!.value)[0]?.clock;
  return f!.label === '主办' || (f!.role === 'chrome' && f!.value.length <= 4);
}

/** The labels of a page's fields (作者 来源 发布时间 点击数 …): what each announces, and where they stand in a line. */

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

const LABELS: Record<FieldRole, string> = {
  author:
    '文/图 图/文 拟稿人 作者 文章作者 本文作者 整理人 主讲人 报道 原作者 撰稿 撰稿人 撰文 供稿 供稿人 投稿人 执笔 执笔人 撰写人 作者姓名 发言人 报告人 本报记者 记者 通讯员 见习记者',
  org: '编印 编印单位 印制单位 作者单位 责任部门 责任处室 所属部门 所属单位 发文部门 公开机构 信息提供单位 供稿单位 报送单位 发文机关 发文单位 发文机构 制发单位 印发机关 发布机构 发布单位 发布部门 成文机构 制发机关 公开主体 公开部门 单位',
  publisher: '主办 主办单位 主管单位 主管 承办 承办单位 版权所有',
  origin:
    '来源 稿源单位 来稿 来稿单位 投稿单位 来源单位 来源网站 文章来源 稿件来源 信息来源 新闻来源 内容来源 稿源 出处 文章出处 转自 转载自 摘自 原载 本文来源 来自 发布来源 资料来源 素材来源 材料来源 原文来源 供稿来源 首发',
  published:
    '更新 刊登日期 刊登时间 刊发日期 公告日期 公示日期 来信时间 提问时间 咨询时间 留言时间 回复时间 答复时间 访谈时间 时间 日期 发布 发布于 上传日期 发布时间 发布日期 发表时间 发表日期 更新时间 更新日期 录入时间 添加时间 添加日期 提交时间 提交日期 成文日期 成文时间 发文日期 发文时间 公布日期 印发日期 刊发时间 上传时间 编辑时间 生成日期 公开日期 发稿时间 加入时间 文章时间',
  views:
    '围观 围观人数 点击 点击数 点击率 点击量 点击次数 阅读 阅读数 阅读量 阅读次数 浏览 浏览数 浏览量 浏览次数 访问量 访问次数 人气 查看 查看次数 查看数 阅读人数 累计阅读 已阅读 关注度 访问 访问数 浏览人数 点击人数 被阅读',
  editor:
    '微信编辑 图文编辑 新媒体编辑 公众号编辑 编辑录入 录入编辑 本文责编 责任编辑 责编 编辑 本版责任编辑 本版责编 本版编辑 本期责编 编辑整理 本文编辑 网络编辑 值班编辑 实习编辑 见习编辑 文字编辑 本期编辑 录入 录入者 录入员 录入人 信息录入 发布者 发布人 信息员 文章录入 文章编辑 上传 上传人 上传者 发布人员',
  number: '文号 发文字号 发文号 文件编号 发文文号 文件号',
  staff:
    '图片提供 照片提供 图片来源 收稿日期 修回日期 录用日期 通讯作者 通信作者 文字 图文 供稿单位 一审一校 二审二校 三审三校 值班审核 审核 审核人 初审 复审 终审 一审 二审 三审 审校 审稿 送签 签发 签发人 校对 校对人 监制 统筹 制作 排版 策划 主编 副主编 值班主任 值班主编 网站维护 技术支持 编审 美编 摄影 图片 版式 视觉 校检 复核 核稿 核发 拟稿 把关 供图 翻译 指导老师 指导教师',
  chrome:
    '内容提供方 资料提供方 报料热线 爆料热线 新闻热线 投稿邮箱 归档时间 归档日期 生效时间 失效时间 废止时间 失效日期 版面 打印日期 打印时间 下载时间 抓取时间 采集时间 保存时间 收藏时间 热搜 热搜词 热门搜索 热门关键词 本文网址 文章网址 本页地址 本页网址 页面地址 网页地址 字体 字号 背景颜色 双击滚屏 信件标题 信件编号 信件类型 信件类别 咨询类别 来信人 留言人 咨询人 办理状态 处理状态 公文种类 文种 推荐度 评分 价格 下载积分 所需财富值 所需积分 积分 文档热度 文件热度 贡献者 本文地址 文章地址 原文地址 来源网址 原文网址 分类 文章分类 归档于 收录于 已投稿到 用户名 密码 验证码 本文关键词 关键字 TAG Tags 热度 下载次数 下载量 收藏次数 投稿 举报 收录 文档类型 文件格式 文件类型 下载 字体大小 字号大小 文字缩放 文字大小 视力保护色 视力保护 保护视力 背景色 分享 分享到 分享至 打印 收藏 关闭 站内搜索 站内检索 信息搜索 内容预览 内容概述 本文标题 原标题 原题 名称 文件名称 公文标题 公文名称 信息分类号 公开方式 公开范围 公开时限 公开形式 本文链接 链接地址 原文链接 文章链接 被引量 上传用户 搜索 标签 索引号 索引 主题分类 所属分类 所属类别 文章类别 所属栏目 栏目 信息分类 信息类别 体裁分类 服务对象 有效性 是否有效 效力状态 信息名称 主题词 扫一扫 字数 评论 评论数 推荐 组配分类 文章标题 标题 范文类型 文档编号 文件大小 格式 页数 大小 文档格式 中图分类号 文献标识码 文章编号 有效期 生效日期 废止日期 信息索引 文章字数',
};

/** Labels that honest texts use too (会议时间 …: 时间:5月8日上午): they make a header line only beside another or with a clock. */
export const WEAK = new Set([
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
/** Is the word, without spaces and colon, a label that speaks of a page? Those that honest texts use too are none. */
export const isLabel = (word: string): boolean =>
  ROLE.has(word) && (!WEAK.has(word) || word === '标题' || word === '名称');
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
const SLASH =
  /(?<![\p{L}\p{N}])(?!文 ?\/ ?[摄影])(文 ?\/ ?图(?= )|图 ?\/ ?文(?= )|文(?! ?\/ ?图)|撰文|作者|图文|责编|编辑)(?: ?\/ ?|(?<=[文图]) )(?=\p{Script=Han})/gu;
/** 【发布时间】2020-01-08 【出处】某馆: the bracket is the colon. */
const BOXED = new RegExp(`[[【](${NAMES.join('|')})[\\]】](?=[^[\\]【】]{1,48})`, 'gu');
/** 编辑 | 张三, as accounts on WeChat write it; the line must begin so, since menus hold such words, too. */
const BARRED =
  /(?<![\p{L}\p{N}])(来源|文|作者|撰文|记者|通讯员|责任编辑|责编|(?:微信|图文|文字|新媒体)?编辑|文字|图片|审核|校对|初审|复审|终审|监制|摄影|供稿|撰稿) {0,2}[|] {0,2}(?=\p{Script=Han})/gu;
/** A label where it stands in a line. */
export interface Label {
  start: number;
  end: number;
  label: string;
  role: FieldRole;
}

/** The labels of a folded line, in order, none inside another. */
export function findLabels(line: string): Label[] {
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

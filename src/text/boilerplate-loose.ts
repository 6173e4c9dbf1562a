import { isName, isOrg } from './boilerplate-bylines.ts';
import { isChrome } from './boilerplate-chrome.ts';
import type { FoundMeta } from './boilerplate-fields.ts';
import { findDates } from './dates.ts';

const WHAT =
  '(?:围观|已阅读?|被浏览|文章点击|views?|hits|pv|阅读|浏览|点击|访问|查看|人气|评论|回复|收藏|转载|分享|点赞|下载|热度|看过|参与|跟帖)';
const NUMBER = String.raw`\d[\d,]{0,11}(?:\.\d{1,2})?[wWkK万千]?\+?`;
const READ = /views?|hits|pv|围观|已阅|阅读|浏览|点击|访问|查看|人气|看过/iu;
/** 阅读(123), 浏览 552次, 评论:0 */
const COUNT = new RegExp(String.raw`${WHAT}(?:量|数|次数|率|人数)? ?[:( ]? ?(${NUMBER}) ?(?:人次|次|人)?\)?`, 'giu');
/** 552人浏览, 已有1234人阅读, 本文已被浏览 552 次 */
const COUNTED = new RegExp(
  String.raw`(?:本文)?(?:已有|共有|已被|累计|共)? ?(?:(?<![\d:.-])(${NUMBER}) ?(?:人次|次|人)? ?(?:已|参与)?${WHAT}(?:过)?|(?:已)?影响 ?\d{1,9} ?人|${WHAT} ?(${NUMBER}) ?(?:人次|次|人))`,
  'gu',
);
/** 第03版:民生, A2版 要闻 */
const EDITION = /(?<![\p{Script=Han}\d])第? ?[A-Z]?\d{1,3} ?版(?:(?: ?[:：] ?| )\p{Script=Han}{2,6}(?= |$|[)\]】]))?/gu;
/** Labels that stand without a colon, by what they announce. */
const LABELS: readonly (readonly [keyof FoundMeta | null, RegExp])[] = [
  [
    'author',
    /(?<!\p{L})(?:作者|撰稿|撰文|文|本报记者|记者|通讯员|楼主|author|by)[: ]+([\p{Script=Han}·]{2,4})(?![\p{Script=Han}])/giu,
  ],
  ['editor', /(?<!\p{L})(?:责任编辑|责编|编辑|editor)[: ]+([\p{Script=Han}·]{2,4})(?![\p{Script=Han}])/giu],
  ['origin', /(?<!\p{L})(?:文章|稿件|信息)?(?:来源|来自|出处|稿源|source)[: ]+([^\s|:()[\]【】]{2,24})/giu],
  [
    null,
    /(?<!\p{L})(?:发布(?:时间|日期|于)?|发表(?:时间|于)?|更新(?:时间|于)?|时间|日期|date|time|updated?|published|posted|原创|首发)[: ]*(?=$|[\s|)\]】])/giu,
  ],
];
const SEPARATORS = /[\s▼▲│|┊︱∣丨·•,:/()[\]【】〔〕<>《》_—–\-#]+/u;
const MEDIUM = /(?:网|报|社|台|在线|简报|杂志|周刊|客户端|发布|平台|频道|网站|党建|先锋|时刻|新闻|期刊|学报)$/u;

const STAFF =
  /(?:本期|本版|本文|值班|网络|文字)?(?:责任编辑|责任校对|责编|编辑|主编|审核|审校|校对|初审|复审|终审|[一二三]审(?:[一二三]校)?|监制|统筹|策划|撰稿|整理|作者|记者|通讯员|文字|图片|摄影|供图|图文|文图|文|图|供稿|来源|签发|制作|版式|美编)[ :/|]{1,3}/gu;

/**
 * 一审 张三 二审 李四, [责任编辑 王五], (县委办供稿): who worked on the text, without proper labels. Null where a word is left
 * that is no name.
 */
export function looseStaff(line: string): FoundMeta | null {
  const s = line.replace(/^[[(【〔]\s?(.*?)\s?[\])】〕]$/u, '$1');
  if (s.length > 70 || (s === line && !/[ :/|]/.test(s)) || /[。,;!?“”《》]/.test(s)) return null;
  const sent = s === line ? null : /^([\p{Script=Han}]{2,16})(?:供稿|来稿|投稿|报送)$/u.exec(s);
  if (sent) return { origin: sent[1]! };
  const labels = [...s.matchAll(STAFF)];
  if (labels[0]?.index !== 0) return null;
  const meta: FoundMeta = {};
  for (const [i, m] of labels.entries()) {
    const words = s
      .slice(m.index + m[0].length, labels[i + 1]?.index)
      .split(/[\s、/|]+/u)
      .filter(Boolean);
    // Two labels with a word behind each are no sentence, however rare the names.
    const named = (w: string): boolean => isName(w) || (labels.length > 1 && /^\p{Script=Han}{2,3}$/u.test(w));
    if (!words.length || words.length > 4 || !words.every(named)) return null;
    if (/编/u.test(m[0])) meta.editor ??= words.join(' ');
    if (/^(?:撰稿|作者|记者|通讯员|文[ :/|])/u.test(m[0])) meta.author = [...(meta.author ?? []), ...words];
  }
  return meta;
}

/** Number of reads as written: 1,024 or 1.2万. */
function countOf(text: string): number {
  const m = /(\d[\d,]*(?:\.\d+)?)([wWkK万千])?/.exec(text)!;
  return Math.round(Number(m[1]!.replaceAll(',', '')) * (!m[2] ? 1 : /[wW万]/.test(m[2]) ? 10_000 : 1000));
}

interface Rest {
  text: string;
  meta: FoundMeta;
  /** Something that no text has: a number of reads, a time of day, a label. */
  sure: boolean;
}

/** Takes out what a pattern finds; blanks keep the offsets. */
function take(rest: Rest, pattern: RegExp, found: (m: RegExpMatchArray) => void): void {
  rest.text = rest.text.replace(pattern, (...args) => {
    found(args.slice(0, -2) as unknown as RegExpMatchArray);
    rest.sure = true;
    return ' '.repeat((args[0] as string).length);
  });
}

function takeDates(rest: Rest): void {
  for (const d of findDates(rest.text).reverse()) {
    rest.meta.published = d.iso;
    rest.sure ||= d.clock !== null;
    rest.text = rest.text.slice(0, d.start) + ' '.repeat(d.end - d.start) + rest.text.slice(d.end);
  }
  rest.text = rest.text.replace(/(?:星期|周)[一二三四五六日天]/gu, ' ');
}

/** One word that is left: who wrote, who published, or chrome. False for anything else. */
function takeWord(word: string, meta: FoundMeta): boolean {
  if (isChrome(word) || /^(?:次|人|人次|编辑|来源|作者|字号|字体|大|中|小|T)$/u.test(word)) return true;
  const sent = /^(.{2,14}?)(?:供稿|投稿|报送|整理)$/u.exec(word);
  if (isName(word)) meta.author = [...(meta.author ?? []), word];
  else if (sent || isOrg(word) || (MEDIUM.test(word) && word.length <= 12)) meta.origin ??= sent?.[1] ?? word;
  else return false;
  return true;
}

/** Words of a line of an account that name nobody. */
const ACCOUNT_WORD =
  /^(?:原创|转载|首发|来源|作者|[|·]|\d{1,2}:\d{2}|发表于[\p{Script=Han}]{2,8}|[\p{Script=Han}]{2,4}人)$/u;

/** 原创 王某某 某某先锋 2022-08-09 07:30 发表于某地: what stands under the headline of an account's article. */
export function accountLine(s: string): FoundMeta | null {
  if (s.length > 70 || /[。,;:!?“”《》](?!\d)/u.test(s) || !/^原创|发表于\s?[\p{Script=Han}]{2,8}$/u.test(s))
    return null;
  const [date] = findDates(s);
  const rest = date ? `${s.slice(0, date.start)} ${s.slice(date.end)}` : s;
  const words = rest.split(/[\s|]+/u).filter((w) => w && !ACCOUNT_WORD.test(w));
  if (!words.length || words.length > 3 || (!date && words.length < 2)) return null;
  const last = words.length > 1 || !isName(words[0]!) ? words.pop()! : undefined;
  // 原创某某某某先锋: run together, nobody knows where one ends.
  const account = last?.startsWith('原创') ? undefined : last;
  if (!words.every((w) => isName(w) || w.length <= 4)) return null;
  return {
    ...(words.length ? { author: words } : {}),
    ...(account ? { publisher: account } : {}),
    ...(date ? { published: date.iso } : {}),
  };
}

/**
 * A line of a head that has no proper labels, all of which is accounted for: `2021-03-08 09:15:07 552人浏览`,
 * `来源 澄州日报 2021-03-23`, `某某局 2021年3月23日 浏览552次`. Null where a word is left that is none of these, and for an
 * organ and a day alone, which sign a text.
 */
export function looseHeader(s: string): FoundMeta | null {
  if (s.length > 120 || s.length < 6 || /[。;!?“”]/.test(s) || !/\d/.test(s)) return null;
  const rest: Rest = { text: s, meta: {}, sure: false };
  const views = (text: string, n: string): void => {
    if (READ.test(text)) rest.meta.views ??= countOf(n);
  };
  take(rest, EDITION, () => undefined);
  take(rest, COUNTED, (m) => views(m[0]!, (m[1] ?? m[2])!));
  take(rest, COUNT, (m) => views(m[0]!, m[1]!));
  takeDates(rest);
  for (const [field, pattern] of LABELS)
    take(rest, pattern, (m) => {
      if (field === 'author') rest.meta.author = [...(rest.meta.author ?? []), m[1]!];
      else if (field === 'editor' || field === 'origin') rest.meta[field] ??= m[1]!;
    });
  const words = rest.text.split(SEPARATORS).filter(Boolean);
  if (!rest.sure || words.length > 4 || !words.every((w) => takeWord(w, rest.meta))) return null;
  return rest.meta.published !== undefined || rest.meta.views !== undefined || !words.length ? rest.meta : null;
}

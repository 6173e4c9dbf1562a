import { lineMarker } from '../../text/markers.ts';
import { written } from '../number-formats.ts';
import type { Line } from './lines.ts';
import { KEPT, type Main } from './main.ts';
import { lineText } from './text.ts';
import { SHOWN, type Tree } from './tree.ts';

/** Elements whose items are items of a list. */
const LISTS = new Set(['ol', 'ul', 'menu', 'dir']);
/** Lists that lead through a site or hold what others wrote: no reader sees a number there. */
const LEADING =
  /(?:^|[ _-])(?:nav|menu|crumbs?|breadcrumbs?|pager|pages?|pagination|paging|tabs?|slides?|slider|swiper|carousel|indicators?|dots?|comment|comments|reply|replies|share|tools?)(?:list)?(?:$|[ _-])|commentlist|面包屑/;
/** How the editor of Baidu marks its own numbers, which a sheet of it paints in front of the items. */
const PAINTED = /(?:^| )custom_(num[12]?|cn[12]?)(?= |$)/;

/** A form of number: the format of the figure, and what stands around it. */
interface Form {
  format: string;
  before: string;
  after: string;
}

const form = (format: string, before = '', after = '.'): Form => ({ format, before, after });
const DECIMAL = form('decimal');
/** `type` of HTML, where a capital is another letter than a small one. */
const TYPES: Readonly<Record<string, Form>> = {
  1: DECIMAL,
  a: form('lowerLetter'),
  A: form('upperLetter'),
  i: form('lowerRoman'),
  I: form('upperRoman'),
};
/** `list-style-type` of CSS Counter Styles 3; null: no number. A name that is not here is numbered in digits, as browsers do. */
const STYLES: Readonly<Record<string, Form | null>> = {
  ...{ none: null, disc: null, circle: null, square: null },
  'decimal-leading-zero': form('decimalZero'),
  ...{ 'lower-alpha': form('lowerLetter'), 'lower-latin': form('lowerLetter') },
  ...{ 'upper-alpha': form('upperLetter'), 'upper-latin': form('upperLetter') },
  ...{ 'lower-roman': form('lowerRoman'), 'upper-roman': form('upperRoman') },
  ...{
    'cjk-ideographic': form('chineseCounting', '', '、'),
    'trad-chinese-informal': form('chineseCounting', '', '、'),
  },
  'simp-chinese-informal': form('chineseCounting', '', '、'),
  ...{ 'simp-chinese-formal': form('chineseLegalSimplified', '', '、') },
  ...{ 'cjk-heavenly-stem': form('ideographTraditional', '', '、') },
};
const OWN: Readonly<Record<string, Form>> = {
  ...{ num: DECIMAL, num1: form('decimal', '', ')'), num2: form('decimal', '(', ')') },
  ...{ cn: form('chineseCounting', '', '、'), cn1: form('chineseCounting', '', ')') },
  cn2: form('chineseCounting', '(', ')'),
};

/** An `<ol>`: its items, and what their lines hold. */
interface List {
  items: number[];
  chars: number;
  linked: number;
  /** Items with a line; those whose first line is a number or begins with one; lines that are a field or were cut. */
  told: number;
  begun: number;
  fields: number;
}

/** The lists of a page and, per element, the item it stands in: -1 for none. */
interface Lists {
  lists: Map<number, List>;
  item: Int32Array;
  owner: Int32Array;
}

function listsOf(tree: Tree): Lists {
  const lists = new Map<number, List>();
  const item = new Int32Array(tree.tag.length).fill(-1);
  const owner = new Int32Array(tree.tag.length).fill(-1);
  for (let n = 1; n < tree.tag.length; n++) {
    const tag = tree.tag[n]!;
    const up = tree.parent[n]!;
    owner[n] = LISTS.has(tag) ? n : owner[up]!;
    item[n] = tag === 'li' ? n : item[up]!;
    if (tag === 'ol') lists.set(n, { items: [], chars: 0, linked: 0, told: 0, begun: 0, fields: 0 });
    // An item that is not shown is not counted either (CSS Lists 3, 4.5).
    else if (tag === 'li' && tree.hidden[n] === SHOWN) lists.get(owner[n]!)?.items.push(n);
  }
  return { lists, item, owner };
}

/** Numbers that lists have and outlines do not: [1], 壹、, 第一步：, 问题1：, 附件一. */
const OWN_NUMBER =
  /^\s*(?:[[［][0-9]{1,3}[\]］]|[壹贰叁肆伍陆柒捌玖拾]{1,2}[、.．]|(?:第[一二三四五六七八九十]{1,2}(?:步|招|项|件|类|个?阶段)|(?:步骤|问题?|做法|举措|案例|问答)[0-9一二三四五六七八九十]{1,2})\s*[:：、，,]|附件?[0-9一二三四五六七八九十]{1,2})/u;

/** Nothing but a number, as between the arrows of a pager; or a marker, which the number of the list would stand before. */
const isBegun = (text: string): boolean =>
  !/\p{L}/u.test(text) || OWN_NUMBER.test(text) || lineMarker(text, 0) !== null;

/** Counts the lines of every list. Returns the items whose text begins with a marker of its own. Each item's first line is read once. */
function tally(tree: Tree, lines: readonly Line[], main: Main, { lists, item, owner }: Lists): Set<number> {
  const ends = new Set(main.ends);
  const told = new Set<number>();
  const begun = new Set<number>();
  for (const line of lines) {
    const list = lists.get(owner[line.block]!);
    if (main.cut[line.block] !== KEPT || ends.has(line)) {
      // What some items of a list were taken for, the others are: a path, tools.
      if (list) list.fields++;
      continue;
    }
    if (list) {
      list.chars += line.chars;
      list.linked += line.linked;
    }
    // An item that begins with a list begins with that list's first line.
    for (let n = item[line.block]!; n >= 0 && !told.has(n); n = item[tree.parent[n]!]!) {
      told.add(n);
      const own = lists.get(owner[n]!);
      if (!own) continue;
      own.told++;
      const text = lineText(tree, line);
      if (FIELD.test(text)) own.fields++;
      if (!isBegun(text)) continue;
      own.begun++;
      begun.add(n);
    }
  }
  return begun;
}

/** Fields, tools and signatures that a page sets as a list: with a number in front nobody would know them again. */
const FIELD =
  /^\s*(?:(?:责任编辑|责编|编辑|作者|来源|供稿|审核|初审|复审|终审|校对|发布(?:时间|日期|机构))\s*[:：]|(?:附件|附)\s*[0-9一二三四五六七八九十]{0,2}\s*[:：]|打印(?:本页|此页)?\s*$|关闭(?:窗口|本页)?\s*$|返回(?:顶部|首页|列表|上一页)?\s*$|首页\s*$|[上下]一[篇页条]|[（(]?此件(?:公开|依申请|不予)|[您你]?当前(?:的)?位置|分享(?:到|至)|[\p{Script=Han}]{2,24}(?:人民政府|委员会|办公室|[党工]委|局)\s*$|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日\s*$)/u;

/** Whether a reader sees the numbers of a list: most of its items are text and none begins as if it were numbered already. */
function isNumbered(tree: Tree, node: number, list: List): boolean {
  if (LEADING.test(tree.mark[node]!) || (list.linked > 0 && list.linked * 3 >= list.chars * 2)) return false;
  return list.told > 0 && list.fields === 0 && list.begun * 2 < list.told;
}

/** How the items of a list are numbered, as it says; null: not at all. */
function formOf(tree: Tree, node: number): Form | null {
  const said = tree.counted.get(node);
  const own = PAINTED.exec(tree.mark[node]!)?.[1];
  if (own) return OWN[own]!;
  if (said?.style) return styled(said.style);
  return tree.unnumbered ? null : (TYPES[said?.type ?? ''] ?? DECIMAL);
}

/** `upper-roman`, or a shorthand: `decimal inside`. */
function styled(style: string): Form | null {
  const word = style.split(/\s+/).find((w) => w in STYLES);
  return word === undefined ? DECIMAL : STYLES[word]!;
}

/** The numbers of a list's items, as HTML 4.4.8 counts them, by element. */
function* labels(tree: Tree, node: number, { items }: List): Generator<[item: number, label: string]> {
  const usual = formOf(tree, node);
  if (!usual) return;
  const list = tree.counted.get(node);
  const step = list?.reversed ? -1 : 1;
  let n = list?.start ?? (list?.reversed ? items.length : 1);
  for (const item of items) {
    const own = tree.counted.get(item);
    n = own?.value ?? n;
    const how = own?.style ? styled(own.style) : (TYPES[own?.type ?? ''] ?? usual);
    if (how) yield [item, how.before + written(n, how.format) + how.after];
    n += step;
  }
}

/**
 * The numbers that a browser shows before the items of ordered lists, by `<li>`: `1.`, `b.`, `三、`.
 *
 * Left without: menus, pagers and lists of links; lists whose items begin with a marker of their own, as those of most pages do;
 * lists whose style says so. Linear in the page.
 */
export function listNumbers(tree: Tree, lines: readonly Line[], main: Main): Map<number, string> {
  const out = new Map<number, string>();
  if (!tree.tag.includes('ol')) return out;
  const found = listsOf(tree);
  const begun = tally(tree, lines, main, found);
  for (const [node, list] of found.lists)
    if (isNumbered(tree, node, list))
      for (const [item, label] of labels(tree, node, list)) if (!begun.has(item)) out.set(item, label);
  return out;
}

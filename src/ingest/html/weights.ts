import type { Line } from './lines.ts';
import type { Tree } from './tree.ts';

/**
 * Words of `id` and `class` that name what is not the article. They only ever lower the weight of an element or prune it
 * inside the article; no page depends on them. Whole words (`ad` is not `adult`, `read` or `header`), hence the splitting.
 */
const CHROME_WORDS =
  /^(?:share\w*|bds\w*|bdshare\w*|jiathis\w*|sns|social\w*|relate\w*|relative\w*|xgwz|xgyd|xgxw|xiangguan\w*|recommend\w*|recom|tuijian|rec|hot|hotnews|hotlist|hotwords?|rank\w*|paihang\w*|comment\w*|pinglun|reply|disqus|copyright\w*|banquan|footer\w*|foot|header|topbar|nav\w*|menu\w*|crumb\w*|breadcrumb\w*|crm|location|position|weizhi|dqwz|side|sidebar\w*|aside|login\w*|toolbar\w*|tools?|pagetools|ads?|advert\w*|adbox|guanggao|banner\w*|qrcode\w*|erweima|ewm|wechat|weixin|prev\w*|next\w*|pager|pagination\w*|fenye|statement|disclaimer|shengming|zan|like\w*|praise|dashang|reward\w*|toplinks?|links?|friendlink\w*|youqing|tags?|keywords?|feedback|jubao|jiucuo|correct\w*|print\w*|dayin|fontsize|setfont|zihao|popup|modal|mask|dialog|toast|subscribe|operat\w*|interact\w*|tooltip\w*|more|voice|audio|video|player)$/;
const CHROME_PHRASES = /相关|推荐|评论|分享|版权|导航/;
/**
 * What a block of chrome inside the article costs at most, in characters, once it is known that it has to be cut out there.
 * (A notice of 150 characters with twenty related links below it in the same `<div>` is still the article.)
 */
const CUT = 20;
const words = (mark: string): string[] => mark.split(/[^a-z\u4e00-\u9fff]+/);

function isChrome(mark: string): boolean {
  return mark !== '' && (words(mark).some((w) => CHROME_WORDS.test(w)) || CHROME_PHRASES.test(mark));
}

/** What the lines under each element come to. */
export interface Sums {
  /** Running text minus chrome. */
  worth: Float64Array;
  /** The same, where chrome that would be cut counts for CUT at most. */
  lenient: Float64Array;
  /** Running text alone. */
  prose: Float64Array;
  chars: Float64Array;
  /** Characters of lines of links, and how many links they are. */
  linkChars: Float64Array;
  linkLines: Float64Array;
  /** Block children that hold text, those of them that hold a line of links, and the most running text in one of them or beside them. */
  children: Float64Array;
  linkChildren: Float64Array;
  mostProse: Float64Array;
}

/** Whether most of a line is links. */
export const isLink = (line: Line): boolean => line.linked * 2 > line.chars;

/**
 * What a line speaks for: running text for the article, by its length; a line of links against it, by its length and a bit.
 * Short lines without a mark of running text (headings, cells, bylines, labels) are found in both: they weigh next to
 * nothing, just enough that a container of nothing else beside the article is left outside.
 */
export function worth(line: Line): number {
  if (isLink(line)) return -line.chars - 6;
  const plain = line.chars - line.linked;
  if (line.heading) return -1 - line.linked;
  if (line.marks > 0 && plain >= 12 && line.han * 3 > plain) return plain - line.linked;
  // A list of names between spaces. Headlines are shorter.
  return line.han >= 50 ? plain / 2 - line.linked : -1 - line.linked;
}

/** The same for text that is not Chinese, or Chinese read in the wrong code page: a line as long as no label is running text. */
export function worthAnywhere(line: Line): number {
  return !isLink(line) && !line.heading && line.chars >= 60 ? line.chars - 2 * line.linked : worth(line);
}

/** What a line counts for (above 0) or against an article. */
export type Worth = (line: Line) => number;

function noSums(size: number): Sums {
  const list = (): Float64Array => new Float64Array(size);
  return {
    worth: list(),
    lenient: list(),
    prose: list(),
    chars: list(),
    linkChars: list(),
    linkLines: list(),
    children: list(),
    linkChildren: list(),
    mostProse: list(),
  };
}

function addLine(s: Sums, line: Line, worth: number): void {
  const n = line.block;
  s.worth[n]! += worth;
  s.lenient[n]! += worth;
  s.prose[n]! += Math.max(0, worth);
  s.mostProse[n]! += Math.max(0, worth);
  s.chars[n]! += line.chars;
  if (!isLink(line)) return;
  s.linkChars[n]! += line.chars;
  // A menu on one line is as good as one down the page.
  s.linkLines[n]! += line.links;
}

/** Adds up the lines of a page under each element, children before parents. */
export function sum(tree: Tree, lines: readonly Line[], worth: Worth): Sums {
  const size = tree.tag.length;
  const s = noSums(size);
  const added = [s.worth, s.lenient, s.prose, s.chars, s.linkChars, s.linkLines];
  for (const line of lines) addLine(s, line, worth(line));
  const total = s.prose.reduce((a, b) => a + b, 0);
  for (let n = size - 1; n > 0; n--) {
    if (tree.block[n] === n) settle(tree, s, n, total);
    const p = tree.parent[n]!;
    for (const list of added) list[p]! += list[n]!;
    if (tree.block[n] === n && s.chars[n]! > 0) {
      s.children[p]!++;
      if (s.linkLines[n]! > 0) s.linkChildren[p]!++;
      s.mostProse[p] = Math.max(s.mostProse[p]!, s.prose[n]!);
    }
    // As a part of what is around it, chrome costs no more than the cut.
    if (s.lenient[n]! < -CUT && isCut(tree, s, n)) s.lenient[p]! -= s.lenient[n]! + CUT;
  }
  return s;
}

/**
 * A linked headline and a sentence or two below it, as in a list of further news. (More links than three are a list
 * below a short article.)
 */
function isTeaser(s: Sums, n: number): boolean {
  const links = s.linkLines[n]!;
  return links > 0 && links <= 3 && s.chars[n]! < 300 && s.linkChars[n]! * 5 > s.chars[n]!;
}

/** Several blocks, most with a line of links in them, none with much of the text: `<body>` with menu, article, footer is none. */
function isTeaserList(s: Sums, n: number): boolean {
  const links = s.linkChildren[n]!;
  return links >= 3 && links > s.children[n]! * 0.6 && s.mostProse[n]! < s.prose[n]! * 0.4;
}

/** Lowers what an element is worth where its name or its shape says that it is chrome. Its descendants are summed already. */
function settle(tree: Tree, s: Sums, n: number, total: number): void {
  if (s.lenient[n]! <= 0) return;
  if (isTeaser(s, n) || isTeaserList(s, n)) {
    s.worth[n] = Math.min(s.worth[n]!, -s.linkChars[n]!);
    s.lenient[n] = -s.linkChars[n]!;
    s.prose[n] = 0;
  } else if (s.prose[n]! < total * 0.5 && isChrome(tree.mark[n]!)) {
    // `<body class="… nav-open">` holds the article too: what has most of the page's text is not chrome.
    s.worth[n] = Math.min(s.worth[n]!, s.worth[n]! * 0.2);
    s.lenient[n]! *= 0.2;
    s.prose[n]! *= 0.2;
  }
}

/** Whether an element is chrome by its name or its shape. */
export function isCut(tree: Tree, s: Sums, n: number): boolean {
  if (tree.block[n] !== n || s.chars[n]! === 0) return false;
  // Lists of links: related articles, menus. A lone linked line may be an attachment or a source, and stays.
  if (s.linkLines[n]! >= 3 && s.linkChars[n]! > s.chars[n]! * 0.6) return true;
  if (s.linkLines[n]! >= 1 && tree.tag[n] === 'ul' && s.linkChars[n]! > s.chars[n]! * 0.9) return true;
  return tree.tag[n] !== 'p' && tree.tag[n] !== 'table' && isChrome(tree.mark[n]!);
}

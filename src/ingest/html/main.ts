import type { Line } from './lines.ts';
import { lineText } from './text.ts';
import type { Tree } from './tree.ts';

/** What is shown of a page, and what is cut: per element 0, or why its text goes. */
export const KEPT = 0;
export const OUTSIDE = 1;
export const CHROME = 2;

export interface Main {
  /** The element that holds the article; 0 where none stands out and the whole page is taken. */
  node: number;
  /** Per element: KEPT, OUTSIDE or CHROME. */
  cut: Uint8Array;
  /** Lines of links at the ends of the article, which have no element of their own to cut. */
  ends: readonly Line[];
}

/**
 * Words of `id` and `class` that name what is not the article. They only ever lower the weight of an element or prune it
 * inside the article; no page depends on them. Whole words (`ad` is not `adult`, `read` or `header`), hence the splitting.
 */
const CHROME_WORDS =
  /^(?:share\w*|bds\w*|bdshare\w*|jiathis\w*|sns|social\w*|relate\w*|relative\w*|xgwz|xgyd|xgxw|xiangguan\w*|recommend\w*|recom|tuijian|rec|hot\w*|rank\w*|paihang\w*|comment\w*|pinglun|reply|disqus|copyright\w*|banquan|footer\w*|foot|header|topbar|nav\w*|menu\w*|crumb\w*|breadcrumb\w*|crm|location|position|weizhi|dqwz|side|sidebar\w*|aside|login\w*|toolbar\w*|tools?|pagetools|ads?|advert\w*|adbox|guanggao|banner\w*|qrcode\w*|erweima|ewm|wechat|weixin|prev\w*|next\w*|pager|pagination\w*|fenye|statement|disclaimer|shengming|zan|like\w*|praise|dashang|reward\w*|toplinks?|links?|friendlink\w*|youqing|tags?|keywords?|feedback|jubao|jiucuo|correct\w*|print\w*|dayin|fontsize|setfont|zihao|float\w*|popup|modal|mask|dialog|toast|subscribe|operat\w*|interact\w*|tooltip\w*|more|voice|audio|video|player)$/;
const CHROME_PHRASES = /相关|推荐|评论|分享|版权|导航/;
/** Names that content management systems and their copies give to the article itself. */
const ARTICLE_WORDS =
  /trs_editor|trs_uedit|view_trs|articlecontent|article_content|article-content|artical|art_con|artcon|newscontent|news_content|news-content|newscon|detailcontent|detail-content|detail_content|detailcon|zhengwen|正文|ucapcontent|ucap-content|pages_content|conzoom|(?:^| )zoom(?: |$)|xxgk_content|mainbody|text_content|contenttext|content_text|conttxt|editor_content|rich_media_content|content_area|post_content|entry-content|articlebody|article_body|article-body|vsbcontent|v_news_content|wp_articlecontent|(?:^| )content(?: |$)/;
/** A block that stands before the article and belongs to it. */
const LEAD_WORDS = /summary|abstract|daodu|zhaiyao|intro|(?:^|[ _-])lead|digest|tiyao/;

/** Elements too small to be the article: a paragraph with the longest text is not. */
const NEVER_MAIN = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'dt',
  'dd',
  'tr',
  'tbody',
  'thead',
  'html',
  'summary',
  'pre',
]);
/** Less than this many characters of running text is no article. A personnel notice has about 60. */
const LEAST = 40;

/**
 * What a block of chrome inside the article costs at most, in characters, once it is known that it has to be cut out there.
 * (A notice of 150 characters with twenty related links below it in the same `<div>` is still the article.)
 */
const CUT = 20;
/** The innermost choice is doubted where the lenient one has this many times its running text. */
const DOUBT = 2;

const words = (mark: string): string[] => mark.split(/[^a-z\u4e00-\u9fff]+/);

function isChrome(mark: string): boolean {
  return mark !== '' && (words(mark).some((w) => CHROME_WORDS.test(w)) || CHROME_PHRASES.test(mark));
}

/** What the lines under each element come to. */
interface Sums {
  /** Running text minus chrome. */
  worth: Float64Array;
  /** The same, where chrome that would be cut counts for CUT at most. */
  lenient: Float64Array;
  /** Running text alone. */
  prose: Float64Array;
  chars: Float64Array;
  linked: Float64Array;
  /** Characters of lines of links, and how many links they are. */
  linkChars: Float64Array;
  linkLines: Float64Array;
  /** Block children that hold text, those of them that hold a line of links, and the most running text in one of them or beside them. */
  children: Float64Array;
  linkChildren: Float64Array;
  mostProse: Float64Array;
}

const isLink = (line: Line): boolean => line.linked * 2 > line.chars;

/**
 * What a line speaks for: running text for the article, by its length; a line of links against it, by its length and a bit.
 * Short lines without a mark of running text (headings, cells, bylines, labels) are found in both: they weigh next to
 * nothing, just enough that a container of nothing else beside the article is left outside.
 */
function worth(line: Line): number {
  if (isLink(line)) return -line.chars - 6;
  const plain = line.chars - line.linked;
  if (line.heading) return -1 - line.linked;
  if (line.marks > 0 && plain >= 12 && line.han * 3 > plain) return plain - line.linked;
  // A list of names between spaces. Headlines are shorter.
  return line.han >= 50 ? plain / 2 - line.linked : -1 - line.linked;
}

/** The same for text that is not Chinese, or Chinese read in the wrong code page: a line as long as no label is running text. */
function worthAnywhere(line: Line): number {
  return !isLink(line) && !line.heading && line.chars >= 60 ? line.chars - 2 * line.linked : worth(line);
}

type Worth = (line: Line) => number;

function sum(tree: Tree, lines: readonly Line[], worth: Worth): Sums {
  const size = tree.tag.length;
  const list = (): Float64Array => new Float64Array(size);
  const s: Sums = {
    ...{
      worth: list(),
      lenient: list(),
      prose: list(),
      chars: list(),
      linked: list(),
      linkChars: list(),
      linkLines: list(),
    },
    ...{ children: list(), linkChildren: list(), mostProse: list() },
  };
  const added = [s.worth, s.lenient, s.prose, s.chars, s.linked, s.linkChars, s.linkLines];
  for (const line of lines) {
    const w = worth(line);
    s.worth[line.block]! += w;
    s.lenient[line.block]! += w;
    s.prose[line.block]! += Math.max(0, w);
    s.mostProse[line.block]! += Math.max(0, w);
    s.chars[line.block]! += line.chars;
    s.linked[line.block]! += line.linked;
    if (isLink(line)) {
      s.linkChars[line.block]! += line.chars;
      // A menu on one line is as good as one down the page.
      s.linkLines[line.block]! += line.links;
    }
  }
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

/** A linked headline and a sentence or two below it, as in a list of further news. (More links than three are a list below a short article.) */
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

/** The element that is worth most; of equals the innermost. 0 if none is worth anything. */
function best(tree: Tree, worth: Float64Array): number {
  let found = 0;
  let top = LEAST;
  for (let n = 1; n < tree.tag.length; n++) {
    if (tree.block[n] !== n || NEVER_MAIN.has(tree.tag[n]!)) continue;
    const w = worth[n]!;
    if (w > top || (found && w === top && n < tree.end[found]!)) {
      found = n;
      top = w;
    }
  }
  return found;
}

/** The article's element; the strict sum knows its boundary best, but where chrome stands inside the article it may see only a piece. */
function choose(tree: Tree, s: Sums): number {
  const strict = best(tree, s.worth);
  const lenient = best(tree, s.lenient);
  return strict && s.prose[strict]! * DOUBT > s.prose[lenient]! ? strict : lenient;
}

/** An element with an article's name inside the chosen one that has nearly all its text: headline and byline stay outside. */
function narrow(tree: Tree, s: Sums, chosen: number): number {
  let found = chosen;
  for (let n = chosen + 1; n < tree.end[chosen]!; n++)
    if (
      tree.block[n] === n &&
      ARTICLE_WORDS.test(tree.mark[n]!) &&
      !NEVER_MAIN.has(tree.tag[n]!) &&
      s.prose[n]! > s.prose[chosen]! * 0.9
    )
      found = n;
  return found;
}

/** A summary that stands right before the article, under the same parent. */
function leadOf(tree: Tree, s: Sums, chosen: number): number {
  for (let n = chosen - 1, steps = 0; n > tree.parent[chosen]! && steps < 50; n--, steps++)
    if (tree.parent[n] === tree.parent[chosen] && LEAD_WORDS.test(tree.mark[n]!) && s.worth[n]! > 20) return n;
  return -1;
}

/** Whether an element is chrome by its name or its shape. */
function isCut(tree: Tree, s: Sums, n: number): boolean {
  if (tree.block[n] !== n || s.chars[n]! === 0) return false;
  // Lists of links: related articles, menus. A lone linked line may be an attachment or a source, and stays.
  if (s.linkLines[n]! >= 3 && s.linkChars[n]! > s.chars[n]! * 0.6) return true;
  if (s.linkLines[n]! >= 1 && tree.tag[n] === 'ul' && s.linkChars[n]! > s.chars[n]! * 0.9) return true;
  return tree.tag[n] !== 'p' && tree.tag[n] !== 'table' && isChrome(tree.mark[n]!);
}

/** Labels over lists of further articles, and of the way to the next one. */
const LABEL = /^[【[（(]?(?:相关|延伸|推荐|更多|往期|热门|热点|精彩|上一[篇条页]|下一[篇条页]|返回|猜你喜欢)/;
const ATTACHMENT = /附[件表]|\.(?:docx?|xlsx?|pdf|zip|rar|wps|pptx?|et|ofd)\b/i;

/**
 * Breadcrumbs and tool links above the first running text, and links to other articles below the last. Above, a heading that
 * is linked stays; below, attachments do, and a single link that no label announces.
 */
function endsOf(tree: Tree, lines: readonly Line[], worth: Worth): Line[] {
  const from = lines.findIndex((l) => worth(l) > 0);
  const to = lines.findLastIndex((l) => worth(l) > 0);
  if (from < 0) return [];
  const head = lines.slice(0, from).filter((l) => isLink(l) && !l.heading);
  const tail: Line[] = [];
  let labelled = false;
  for (const line of lines.slice(to + 1)) {
    const text = lineText(tree, line);
    const label = line.chars < 40 && LABEL.test(text);
    labelled ||= label;
    if (label || (isLink(line) && !ATTACHMENT.test(text))) tail.push(line);
  }
  return labelled || tail.length > 2 ? [...head, ...tail] : head;
}

/**
 * Finds the article of a page.
 *
 * Every line of running text counts for, every line of links against the elements it stands in; the article is the
 * element with the largest sum. (Readability and its kin count commas and words instead, and let paragraphs vote for their
 * parent only; counting down as well as up makes the boundary come out by itself.) Linear in the page.
 */
export function findMain(tree: Tree, lines: readonly Line[]): Main {
  const main = mainBy(tree, lines, worth);
  return main.node ? main : mainBy(tree, lines, worthAnywhere);
}

function mainBy(tree: Tree, lines: readonly Line[], worth: Worth): Main {
  const s = sum(tree, lines, worth);
  const chosen = choose(tree, s);
  const node = chosen && narrow(tree, s, chosen);
  const lead = node ? leadOf(tree, s, node) : -1;
  const cut = new Uint8Array(tree.tag.length).fill(node ? OUTSIDE : KEPT);
  const whole = s.prose[node]!;
  const mark = (from: number) => {
    for (let n = from; n < tree.end[from]!; n++) {
      const up = n === from ? KEPT : cut[tree.parent[n]!]!;
      cut[n] = up || (n !== from && s.prose[n]! <= whole * 0.3 && isCut(tree, s, n) ? CHROME : KEPT);
    }
  };
  if (node) mark(node);
  if (lead >= 0) mark(lead);
  const kept = lines.filter((l) => !cut[l.block]);
  return {
    node,
    cut,
    ends: node ? endsOf(tree, kept, worth) : [],
  };
}

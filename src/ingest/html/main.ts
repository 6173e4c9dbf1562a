import type { Line } from './lines.ts';
import { tableWorth } from './table-page.ts';
import { lineText } from './text.ts';
import type { Tree } from './tree.ts';
import { isCut, isLink, type Sums, sum, type Worth, worth, worthAnywhere } from './weights.ts';

/** What is shown of a page, and what is cut: per element 0, or why its text goes. */
export const KEPT = 0;
const OUTSIDE = 1;
const CHROME = 2;

export interface Main {
  /** The element that holds the article; 0 where none stands out and the whole page is taken. */
  node: number;
  /** Per element: KEPT, OUTSIDE or CHROME. */
  cut: Uint8Array;
  /** Lines of links at the ends of the article, which have no element of their own to cut. */
  ends: readonly Line[];
}

/** Names that content management systems and their copies give to the article itself. */
const ARTICLE_WORDS =
  /trs_editor|trs_uedit|view_trs|articlecontent|article_content|article-content|artical|art_con|artcon|newscontent|news_content|news-content|newscon|detailcontent|detail-content|detail_content|detailcon|zhengwen|正文|ucapcontent|ucap-content|pages_content|conzoom|(?:^| )zoom(?: |$)|xxgk_content|mainbody|text_content|contenttext|content_text|conttxt|editor_content|rich_media_content|content_area|post_content|entry-content|articlebody|article_body|article-body|vsbcontent|v_news_content|wp_articlecontent|(?:^| )content(?: |$)|(?:^| )t_f(?:sz)?(?: |$)|postmessage|read_tpc|d_post_content|bbs-content|post-body|post_body|blog_content|blog-content/;
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

/** What the foot of a site says in sentences: 版权所有,未经授权不得转载。 */
const FOOT = /版权|ICP|备案|浏览器|分辨率|转载|电话|邮编|地址|主办|承办/u;

/** The innermost choice is doubted where the lenient one has this many times its running text. */
const DOUBT = 2;

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

/** Labels over lists of further articles, and of the way to the next one. */
const LABEL = /^[【[（(]?(?:相关|延伸|推荐|更多|往期|热门|热点|精彩|上一[篇条页]|下一[篇条页]|返回|猜你喜欢)/;
/** The same where no link bears it out: a word of their kind and no more. 推荐一本好书, 更多关爱送给老人 are items of a text. */
const BARE_LABEL =
  /^[【[（(]?(?:(?:相关|延伸|扩展|推荐|更多|往期|热门|热点|精彩|最新)(?:阅读|推荐|文章|新闻|回顾|链接|内容|资讯|精选|精彩|专题|报道|信息|公告|通知|政策|解读|动态|图片|视频|评论|标签|搜索|附件|文档|范文|排行|话题|词){0,2}(?:[】\])）:：>»…]|$)|(?:上|下)一[篇条页]|返回|猜你喜欢)/u;
/** Labels that nothing but such a list follows. */
const LIST =
  /^[【[（(]?(?:(?:相关|延伸|推荐|往期|热门|精彩)(?:阅读|推荐|文章|新闻|回顾|链接|内容|资讯|精选)|猜你喜欢)[】\]）):：]{0,2}$/;
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
  let listed = false;
  for (const line of lines.slice(to + 1)) {
    const text = lineText(tree, line);
    const label = line.chars < 40 && (isLink(line) ? LABEL : BARE_LABEL).test(text);
    labelled ||= label;
    listed ||= label && LIST.test(text);
    // Headlines of other pages need be no links: an <a> without an address stands for one.
    if (label || ((isLink(line) || (listed && line.chars < 60)) && !ATTACHMENT.test(text))) tail.push(line);
  }
  return labelled || tail.length > 2 ? [...head, ...tail] : head;
}

const isSentence = (text: string): boolean => text.includes('。') && !FOOT.test(text);

/**
 * Finds the article of a page.
 *
 * Every line of running text counts for, every line of links against the elements it stands in; the article is the
 * element with the largest sum. (Readability and its kin count commas and words instead, and let paragraphs vote for their
 * parent only; counting down as well as up makes the boundary come out by itself.) Linear in the page.
 */
export function findMain(tree: Tree, lines: readonly Line[]): Main {
  const main = mainBy(tree, lines, worth);
  const { node } = main;
  const prose = node ? lines.reduce((n, l) => n + (main.cut[l.block] ? 0 : Math.max(0, worth(l))), 0) : 0;
  // A table beside an article is none of it, however large.
  const told = node > 0 && lines.some((l) => !main.cut[l.block] && isSentence(lineText(tree, l)));
  const tabled = told ? null : tableWorth(tree, lines, worth, node ? [node, tree.end[node]!] : [0, 0], prose);
  const table = tabled && mainBy(tree, lines, tabled);
  if (table?.node) return table;
  return node ? main : mainBy(tree, lines, worthAnywhere);
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

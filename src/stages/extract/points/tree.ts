import { LAST } from '../../../text/markers.ts';
import { setEnds } from './ends.ts';
import type { Item, Line } from './items/item.ts';
import { Rows } from './rows.ts';

/** An item with its place in the outline. */
export interface Node {
  item: Item;
  parent: Node | null;
  children: Node[];
  /** Rows of fellows (一 二 三 under one parent) share a list number. */
  list: number;
  /** Depth by its style, or by its row's: an item run together with the line before is as high as its fellows. */
  rank: number;
  /** End of the point with what stands under it. */
  end: number;
}

/** Usual depth of a style, for one met for the first time; what the text itself does comes before it. */
const RANK: Record<string, number> = {
  chapter: 0,
  block: 1,
  article: 1.5,
  capital: 1.8,
  hanzi: 2,
  roman: 2.5,
  'hanzi-paren': 3,
  ordinal: 3.5,
  arabic: 4,
  decimal: 4.2,
  para: 4.3,
  sequence: 4.4,
  shi: 4.5,
  'arabic-paren': 5,
  circled: 6,
  letter: 6,
  inline: 6.2,
};
/** 一是, 首先, 第一 are used at any depth: where they stood before says nothing. */
const WORDS: ReadonlySet<string> = new Set(['shi', 'sequence', 'ordinal']);
/** An enumeration inside a paragraph ends with it: it lies deeper than anything that begins a line. */
const INLINE_DEPTH = 4;
const CHAPTER: Record<string, number> = { 编: 0, 篇: 0, 部分: 0.2, 章: 0.3, 单元: 0.3, 讲: 0.3, 课: 0.3, 节: 0.6 };

function rank(it: Item): number {
  if (it.style === 'chapter') return CHAPTER[it.unit] ?? 0.3;
  const base = (RANK[it.style] ?? 5) + (it.depth > 1 ? it.depth / 10 : 0);
  return it.line || it.style === 'inline' ? base : base + INLINE_DEPTH;
}

/** Whether `b` may be a later member of the row that `a` is in. */
function sameRow(a: Item, b: Item): boolean {
  if (a.style === 'block' && a.depth !== b.depth) return false;
  if (a.style === b.style) return (a.style !== 'chapter' && a.style !== 'ordinal') || a.unit === b.unit;
  // Inside a paragraph words are mixed (首先 … 其次 … 第三); a 第三 that begins a line goes on with an older row.
  if (!WORDS.has(a.style) || !WORDS.has(b.style) || a.line !== b.line) return false;
  return b.value === a.value + 1 || (b.value === LAST && a.style !== 'shi');
}

/** Openings of a sentence that turns to another subject. */
const SUBJECT = /^(?:存在的?|主要问题|面临的|不足|下一?步|下阶段|今后|接下来|明年|来年)/;
const SUBJECT_REACH = 60;

/** A paragraph that turns from what was reached to what is wrong, or to what comes next. */
const TURN =
  /(?:也|还|更|清醒地?|同时)[^,，。]{0,4}(?:看到|认识到|意识到)[,，]|(?:还|仍|尚)有[^,，。:：]{0,6}(?:不足|问题|短板|差距|困难|毛病|缺憾|遗憾)[,，:：]|(?:说说|讲讲|谈谈|看看)[^,，。]{0,8}(?:难|不足|问题|短板|毛病)[^,，。]{0,4}[。:：]$|(?:麻烦|烦恼|难处|问题|难题|挑战)[也又]?(?:跟着|随之)?[也又]?来了[。:：]$|(?:看到|认识到|意识到|深知)[^。]{0,40}(?:问题|不足|困难|差距|短板|薄弱)|(?<!针对[^。]{0,20}|解决[^。]{0,10})(?:存在|面临)[^。]{0,20}(?:问题|不足|困难|差距|短板|挑战)|问题[^,，。]{0,4}(?:正视|忽视|回避)|(?:给|带来)[^,，。]{0,12}(?:启示|启迪|启发|思考|体会)|(?:[几两三四五]点|如下|以下|些|深刻)(?:启示|体会|感悟)|(?:短板|不足(?:之处)?|问题|困难|差距|毛病)[还也仍]?是?(?:不少|突出|明显|较多|存在|有|明摆着)的?[:：。]|^(?:当然|不过|然而|可是|但是?)[,，]?(?!总的|总体)[^。]{2,60}[,，:：]$|^(?:当然|不过)[,，][^。]{2,20}[也还](?:不少|很多|有)的?。$|(?:体会|感悟|启示)(?:主要)?(?:是|有|到)?[,，:：]$|(?:做法|经验|实践|变化)(?:充分)?(?:说明|表明|证明|告诉我们|启示我们)[,，:：]$|^(?:究其|其|(?:产生|造成|出现)(?:上述|这些|以上)[^,，。:：]{0,4}的)?[^,，。:：]{0,4}(?:原因|根子)[^,，。:：]{0,8}[,，:：]$|^[^,，。:：]{0,10}(?:打算|思路|安排|计划)[:：]$|^(?:当然|不过)[,，][也还]有[^。]{2,20}(?:地方|之处)[。:：]|^(?:新学[年期]里?|新的一年里?|往后|后续|下半年|接下来)[,，][^。:：]{2,30}(?:上下功夫|(?:处|面|个方面)(?:用力|发力|着力|入手|加力|努力))[:：]|^(?:要)?(?:破解|解决|针对|化解|应对|克服)[^。:：]{0,16}(?:问题|难题|困难|不足|困境|短板)[,，][^。]{0,16}(?:应|要|须|需|从|建议|着手|入手|下功夫)|^(?:各位代表[,，!！])?(?:下一?步|下一?阶段|今后|接下来|明年|来年)[,，](?!.{0,60}(?:分[两三四]步|阶段))/;
/** A speaker who adds something has done with all his sections. */
const REMARK = /(?:再|还要)(?:讲|强调|说|提)[^,，。]{0,4}[几两三](?:句|点)/;
/** Behind a review: how much is to be reached in the year to come (围绕上述目标,抓好…). A section that has its own goals does not turn. */
const TURN_AHEAD = /^(?:围绕|为?实现)(?:上述|以上|这[一些])[^,，。:：]{0,4}目标/;
const AHEAD_ALREADY = /目标|重点|任务|主要工作|工作要求/;
const TURN_REACH = 120;
/** A section of just that: its own paragraphs do not turn away from it. */
const TURNED =
  /对策|建议|破解|思考|问题|不足|短板|困难|差距|薄弱|下一?步|下一?阶段|今后|明年|来年|打算|计划|安排|展望|启示|体会|经验/;
/** An item that says this much in its own paragraph needs no second one. */
const OWN_BODY = 8;
/** Nor does one that is a sentence of this length itself (2.活动老套，年轻人兴趣不高。). */
const OWN_SENTENCE = 12;

/** Of the paragraph that leads in a row of run-in paragraphs. */
const LED_MAX = 80;

interface Place {
  keep: number;
  fellow?: Node;
}

/** Text between a heading and the first item of its list that announces it. */
const LEAD =
  /[:：]$|以下|如下|下列|(?:[几两三四五六七八九十]|[0-9])(?:个|大|项|点)(?:方面|问题|环节|措施|建议)|几点|入手|下功夫/;
const LEAD_MAX = 700;
/** A signature or an attachment: what follows is another document. */
const SIGNED = /\n附件|附[:：]|\n[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日/;

/**
 * The items as a tree, in the order of the text.
 *
 * @param bare rows of section numbers that stand alone
 */
export function buildTree(
  text: string,
  lines: readonly Line[],
  items: readonly Item[],
  bare: readonly number[],
): Node[] {
  const builder = new Builder(text, lines, items);
  const resets = new Set(bare);
  let row = 0;
  for (const it of items) {
    for (; row < it.row; row++) if (resets.has(row)) builder.reset(text.slice(lines[row]!.start, lines[row]!.end));
    builder.add(it);
  }
  setEnds(text, lines, builder.nodes);
  return builder.nodes;
}

/**
 * Block headings stand above a row of numbered ones that starts again under each, and below one that runs on through them.
 */
function blockDepth(items: readonly Item[]): number {
  let through = 0;
  let anew = 0;
  let last = 0;
  let seen = false;
  for (const it of items) {
    if (it.style === 'block') seen = true;
    else if (it.style === 'hanzi' && it.line) {
      if (seen && last) it.value > last ? through++ : anew++;
      seen = false;
      last = it.value;
    }
  }
  return through > anew ? 2.6 : RANK.block!;
}

class Builder {
  readonly nodes: Node[] = [];
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #blockRank: number;
  readonly #rows: Rows;
  #stack: Node[] = [];
  #lists = 0;
  /** Style of the parent under which a style was last seen. */
  readonly #above = new Map<string, string>();

  constructor(text: string, lines: readonly Line[], items: readonly Item[]) {
    this.#text = text;
    this.#lines = lines;
    this.#blockRank = blockDepth(items);
    this.#rows = new Rows(items);
  }

  /** A section number that stands alone ends what is as deep as it: (一) ends the last of its row, not the section above. */
  reset(number: string): void {
    const paren = /[)）]/.test(number);
    const style = /[0-9]/.test(number) ? (paren ? 'arabic-paren' : 'arabic') : paren ? 'hanzi-paren' : 'hanzi';
    const fellow = this.#stack.findIndex((n) => n.item.style === style);
    const depth = fellow >= 0 ? fellow : this.#stack.findIndex((n) => n.rank >= RANK[style]!);
    if (depth >= 0) this.#stack.length = depth;
  }

  add(it: Item): void {
    const { keep, fellow } = this.#place(it);
    this.#stack.length = keep;
    const parent = this.#stack.at(-1) ?? null;
    const node: Node = {
      item: it,
      parent,
      children: [],
      list: fellow?.list ?? ++this.#lists,
      rank: Math.min(this.#rank(it), fellow?.rank ?? Number.POSITIVE_INFINITY),
      end: this.#text.length,
    };
    parent?.children.push(node);
    if (it.line) this.#above.set(styleKey(it), parent ? styleKey(parent.item) : '');
    this.#stack.push(node);
    this.nodes.push(node);
  }

  #rank(it: Item): number {
    if (it.style !== 'block') return rank(it);
    // Below a heading of its own kind: the rank between it and what has numbers.
    return it.depth ? this.#blockRank + (it.depth - 1) / 10 : 0;
  }

  /** How much of the stack stays, and the fellow whose row the item joins (undefined: a new row). */
  #place(it: Item): Place {
    if (it.style === 'para') return this.#placePara(it);
    const at = this.#fellow(it);
    if (at >= 0) return this.#join(it, at);
    return {
      keep: Math.min(
        this.#under(it),
        this.#breaks(it),
        this.#ended(it),
        this.#turned(it),
        this.#anew(it),
        this.#apart(it),
        this.#ranOn(it),
      ),
    };
  }

  /** Run-in paragraphs stand under the heading of their section. */
  #placePara(it: Item): Place {
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const fellow = this.#stack[i]!;
      if (fellow.item.style === 'para') return this.#led(it, fellow) ? { keep: i } : { keep: i, fellow };
    }
    let keep = this.#stack.length;
    while (keep && !this.#stack[keep - 1]!.item.line) keep--;
    return { keep: Math.min(keep, this.#ledAway(it)) };
  }

  /** 四年的实践,使我们体会到:⏎党建工作必须融入中心。…: the line before leads the row away from the last section. */
  #ledAway(it: Item): number {
    const all = this.#stack.length;
    const at = this.#stack.findLastIndex((n) => n.item.line);
    const node = this.#stack[at];
    const lead = this.#lines[it.row - 1];
    if (!node || !lead || it.row - 1 <= node.item.row || lead.end - lead.start > LED_MAX) return all;
    if (TURNED.test(this.#text.slice(node.item.headStart, node.item.headEnd))) return all;
    const said = this.#text.slice(lead.start, lead.end);
    return /[:：]$/.test(said) && TURN.test(said) ? at : all;
  }

  /** A short paragraph of its own before it leads in another row (…,要多方发力。). */
  #led(it: Item, fellow: Node): boolean {
    const before = this.#lines[it.row - 1];
    return it.row - 1 > fellow.item.row && before !== undefined && before.end - before.start <= LED_MAX;
  }

  /** The member of the stack whose row the item goes on with: the deepest that it follows exactly, else the deepest at all. */
  #fellow(it: Item): number {
    let loose = -1;
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const top = this.#stack[i]!.item;
      if (!sameRow(top, it)) continue;
      if (it.value === 0 || it.value === top.value + 1) return i;
      if (loose < 0 || (it.value > top.value && this.#stack[loose]!.item.value > it.value)) loose = i;
    }
    return loose;
  }

  #join(it: Item, at: number): Place {
    const fellow = this.#stack[at]!;
    const top = fellow.item;
    if (it.value === 1 && top.value >= 1 && it.value <= top.value) {
      if (this.#turned(it, true) > at && this.#nests(it, at)) return { keep: at + 1 };
      return { keep: Math.min(at, this.#turned(it, true), this.#ranOn(it)) };
    }
    return { keep: at, fellow };
  }

  /**
   * A row that starts again at 1: inside the item above (三、对策 … 一、健全制度), or a new row beside the old one (a second
   * document). It is inside when that item has nothing under it yet and its text announces a list or is none, or when
   * the outer row comes back behind it; a third level of one style is never meant.
   */
  #nests(it: Item, at: number): boolean {
    const node = this.#stack[at]!;
    if (at !== this.#stack.length - 1 || node.children.length) return false;
    if (at > 0 && this.#stack[at - 1]!.item.style === it.style) return false;
    if (!it.line) return node.item.line && node.item.row === it.row;
    if (!node.item.line) return false;
    if (this.#rows.comesBack(node.item, it)) return true;
    const between = this.#text.slice(node.item.headEnd, it.start).trim();
    if (between.length > LEAD_MAX || SIGNED.test(between)) return false;
    return between.length <= 1 || LEAD.test(between.slice(-80));
  }

  /** A new row does not stand under what was an item inside an earlier paragraph, unless that ends in a colon. */
  #ended(it: Item): number {
    const at = this.#stack.findIndex((n) => n.rank > INLINE_DEPTH + 2 && !n.item.line && n.item.row < it.row);
    if (at < 0) return this.#stack.length;
    const end = this.#lines[it.row - 1]!.end;
    return ':：'.includes(this.#text[end - 1]!) ? this.#stack.length : at;
  }

  /** In one long paragraph a sentence may open a new subject (存在的问题主要是:(1)…): what it lists is not under the item before. */
  #breaks(it: Item): number {
    if (it.line || !this.#stack.length) return this.#stack.length;
    const floor = Math.max(this.#stack.at(-1)!.item.headEnd, it.start - SUBJECT_REACH);
    const piece = this.#text.slice(floor, it.start);
    if (!SUBJECT.test(piece.slice(piece.lastIndexOf('。', piece.length - 2) + 1))) return this.#stack.length;
    const first = this.#stack.findIndex((n) => !n.item.line && n.item.row === it.row);
    return first < 0 ? this.#stack.length : first;
  }

  /**
   * A paragraph behind the last item of a row that turns to what is wrong (但也要看到,还存在一些问题:一是…) belongs to the
   * section, not to that item; behind the last of the sections, to none.
   *
   * @param again the item begins a row of the same marks as that item's
   */
  #turned(it: Item, again = false): number {
    const all = this.#stack.length;
    const at = this.#stack.findLastIndex((n) => n.item.line);
    const node = this.#stack[at];
    // A list of lines is led in by the line before it.
    const row = it.line ? it.row - 1 : it.row;
    const first = it.value === 1 || it.style === 'inline';
    if (!node || node.item.row >= row || !first || this.#rows.goesOn(node.item, it)) return all;
    const { start: headStart, headEnd, row: headRow } = node.item;
    const heading = this.#text.slice(headStart, headEnd);
    if (TURNED.test(heading)) return all;
    const whole = headEnd - headStart >= OWN_SENTENCE && '。；;'.includes(this.#text[headEnd]!);
    const ownBody = again || whole || this.#lines[headRow]!.end - headEnd >= OWN_BODY || row - headRow > 1;
    if (!ownBody) return all;
    const { start, end } = this.#lines[row]!;
    const to = it.line ? end : it.start;
    if (to - start > TURN_REACH) return all;
    const lead = this.#text.slice(start, to).replace(/[—－]{2}$/, '');
    if (REMARK.test(lead)) return 0;
    return TURN.test(lead) || (TURN_AHEAD.test(lead) && !AHEAD_ALREADY.test(heading)) ? at : all;
  }

  /** A run-in heading heads its own paragraph: a list of lines, or in another paragraph that is no fellow of it, stands beside it. */
  #apart(it: Item): number {
    const all = this.#stack.length;
    if (it.line)
      return this.#stack.at(-1)?.item.style === 'para' && it.row - this.#stack.at(-1)!.item.row > 1 ? all - 1 : all;
    const at = this.#stack.findLastIndex((n) => n.item.line);
    return this.#stack[at]?.item.style === 'para' && it.row > this.#stack[at]!.item.row ? at : all;
  }

  /** A title with its list in the same line (存在的问题：一是…) heads that list and no other; what goes on with it has joined it. */
  #ranOn(it: Item): number {
    const at = this.#stack.findIndex(
      ({ item, children: [first] }) =>
        item.style === 'block' && first?.item.row === item.row && first.item.start > item.headEnd && it.row > item.row,
    );
    return at < 0 ? this.#stack.length : at;
  }

  /** 一是 … 二是 … behind a paragraph of its own that follows the last of 首先 … 其次 … 再次 is a second row, not one under 再次. */
  #anew(it: Item): number {
    const top = this.#stack.at(-1);
    const apart =
      it.line && top?.item.line && WORDS.has(it.style) && WORDS.has(top.item.style) && it.row - top.item.row > 1;
    return apart && !this.#rows.goesOn(top.item, it) ? this.#stack.length - 1 : this.#stack.length;
  }

  /** A row that goes on after a new one that begins with 1 holds it, whatever their usual depths (1. over (一)). */
  #holds(node: Node, it: Item): boolean {
    return it.value === 1 && it.line && this.#rows.goesOn(node.item, it);
  }

  /**
   * A heading that is all of its line, with the first of a row in the next line: (二)夯实基础⏎1.配备专职人员…. 第二 is used at any
   * depth, and so holds what is usually higher (第二，具体任务⏎（一）组织建设).
   */
  #heads(node: Node | undefined, it: Item): boolean {
    if (!node?.item.line || !it.line || it.value !== 1 || it.row !== node.item.row + 1) return false;
    if (this.#lines[node.item.row]!.end - node.item.headEnd > 1) return false;
    return node.rank < this.#rank(it) || WORDS.has(node.item.style);
  }

  /** Depth of a style that has no fellow on the stack. */
  #under(it: Item): number {
    if (this.#heads(this.#stack.at(-1), it)) return this.#stack.length;
    const known = it.line && !WORDS.has(it.style) ? this.#above.get(styleKey(it)) : undefined;
    if (known) {
      for (let i = this.#stack.length - 1; i >= 0; i--) if (styleKey(this.#stack[i]!.item) === known) return i + 1;
    }
    let keep = this.#stack.length;
    while (keep && this.#stack[keep - 1]!.rank > this.#rank(it) && !this.#holds(this.#stack[keep - 1]!, it)) keep--;
    return keep;
  }
}

const styleKey = (it: Item): string => `${it.style}${it.style === 'chapter' ? it.unit : ''}${it.depth}`;

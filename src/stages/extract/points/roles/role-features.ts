/**
 * The signs that a point's role is weighed by (see role-weights.ts): the document, the place in the outline, the headings of the
 * point and of those around it, what leads its row in, and its body. Features are names that are there or not; `npm run train` gives
 * each a weight. None of them is what the rules say: rules look better on texts that they were made on than they are.
 */
import { segment } from '../../../../text/segment.ts';
import { halfWidth } from '../../../../text/width.ts';
import { type Form, Names, type Part, partOf, type TextForm, type Told } from '../../forms.ts';
import { Rows } from '../../linear.ts';
import type { Node } from '../tree.ts';
import { genreOf } from './genre.ts';
import { pointRoleModel } from './role-model.ts';
import { headingOf } from './settle.ts';

/** Words that tell what kind of document it is, or what kind of section. */
const TELLING = (
  '责任书 责任状 签订 本方案 本意见 本通知 特制定 制定本 现提出如下 现就 各乡镇 各县 各单位 各部门 各支部 各级 我局 我县 我市 我院 我校 我们 ' +
  '去年 一年来 今年以来 近年来 下一步 明年 工作报告 各位代表 同志们 调研 问卷 存在的问题 原因 对策 建议 做法 成效 启示 体会 经验 附件 ' +
  '请认真贯彻 一票否决 考核 甲方 乙方 印发 严格落实 责任人 记者 采访 工作要点 指导思想 总体要求 保障措施 组织领导 必须 不得 应当 倡议 村民 公约 年度'
).split(' ');

/** How much is looked at of a document's text, of its head and its tail, of a body, in front of a point and of its row. */
const SAMPLE = 20_000;
const HEAD = 200;
const TAIL = 150;
const BODY = 400;
const BEFORE = 60;
const LEAD = 40;
const TITLE = 60;
/** Fellows on either side, and children, whose headings are looked at. */
const FELLOWS = 4;
const CHILDREN = 4;

const UNLIKE = /[\s“”"'‘’《》0-9\uff01-\uff5e]/;

/** One form for what says the same: no white space and quotation marks, one width, and any digit, which tells no more than another. */
function bare(s: string): string {
  if (!UNLIKE.test(s)) return s;
  return s
    .replace(/[\s“”"'‘’《》]/g, '')
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(halfWidth(c.charCodeAt(0))))
    .replace(/[0-9]/g, '0');
}

/** Signs of a mood, counted in a body. */
const MOODS: readonly [name: string, re: RegExp][] = [
  ['了', /了/g],
  ['已', /已|先后|累计|共/g],
  ['将', /将|力争|确保|到20/g],
  ['要', /要(?!求|点|素)|必须|应当?|须|不得/g],
  ['不', /不足|不够|不强|缺乏|薄弱|问题|有的|个别/g],
  ['数', /[0-9]+/g],
  ['进一步', /建议|探索|进一步|加大|加强|完善|健全/g],
  ['提高', /提高|增长|下降|达到|荣获|评为/g],
  ['因', /因为|由于|原因|源于|所致/g],
  ['同比', /同比|较上年|比上年|比去年/g],
  ['现有', /现有|位于|辖|总面积|户籍|成立于/g],
  ['意义', /有利于|意义|必然/g],
];

/** How often in a hundred characters, in four steps. */
function density(count: number, length: number): number {
  const rate = (100 * count) / Math.max(60, length);
  return count === 0 ? 0 : rate < 0.5 ? 1 : rate < 1.5 ? 2 : 3;
}

const forms = pointRoleModel.forms();
/** What is looked at of a stretch of text: its pairs of neighbouring characters, its first ones, its last ones. */
interface Stretch {
  pairs: TextForm;
  opens?: TextForm;
  ends: TextForm;
}
const stretch = (name: string): Stretch => ({ pairs: forms.text(`${name}=*`), ends: forms.text(`${name} ends=*`) });
const opened = (name: string): Stretch => ({ ...stretch(name), opens: forms.text(`${name} opens=*`) });
const IN = {
  above: stretch('above'),
  top: stretch('top'),
  fellow: opened('fellow'),
  child: opened('child'),
  lead: stretch('lead'),
  title: stretch('title'),
  heading: { pairs: forms.text('heading=*'), opens: forms.text('opens=*'), ends: forms.text('ends=*') },
};
const WORD = {
  above: forms.form('above word=*'),
  heading: forms.form('heading word=*'),
  verb: forms.form('verb=*'),
  firstTag: forms.form('first tag=*'),
  lastTag: forms.form('last tag=*'),
};
const CUE = {
  document: forms.form('document=*'),
  head: forms.form('head=*'),
  tail: forms.form('tail=*'),
  before: forms.form('before=*'),
};
/** Names of the weights that no form has. */
export const unreadOfPoints = (): string[] => forms.unread();

/** Parts are known once the forms are. */
const CUES: readonly Part[] = TELLING.map(partOf);
const PLACE = {
  order: forms.form('order=*'),
  last: forms.form('last=*'),
  depth: forms.form('depth=*'),
  children: forms.form('children=*'),
  orphan: forms.form('above none'),
  fifth: forms.form('fifth=*'),
  style: forms.form('style=*'),
  line: forms.form('line=*'),
  place: forms.form('place=*'),
  row: forms.form('row=*'),
  closes: forms.form('closes=*'),
  marker: forms.form('marker=*'),
  length: forms.form('length=*'),
  comma: forms.form('comma=*'),
};
const DOCUMENT = { genre: forms.form('genre=*'), titled: forms.form('titled=*') };
const MOOD = new Map(MOODS.map(([name]) => [name, forms.form(`${name}=*`)]));

const said = (value: string | number | boolean): Part => partOf(String(value));

/** @param most so many pairs at the most. @param tips how many characters of either end are told, one, two and so on */
function tellStretch(
  told: Told,
  { pairs, opens, ends }: Stretch,
  text: string,
  most: number,
  tips: readonly number[],
): void {
  const n = text.length;
  for (let i = 0; i + 2 <= n && i < most; i++) told.tellText(pairs, text, i, i + 2);
  for (const k of tips) {
    if (opens) told.tellText(opens, text, 0, Math.min(k, n));
    told.tellText(ends, text, Math.max(0, n - k), n);
  }
}

function tellCues(told: Told, form: Form, text: string): void {
  for (const c of CUES) if (text.includes(c.text)) told.tell(form, c);
}

function topOf(n: Node): Node {
  let top = n;
  while (top.parent) top = top.parent;
  return top;
}

/** How features are kept: what {@link Told} is told of, as names or as rows of the weights. */
type Kept<Group> = (telling: (told: Told) => void) => Group;

/** As names. */
export const asNames: Kept<readonly string[]> = (telling) => {
  const told = new Names();
  telling(told);
  return told.names;
};

/** As rows of the weights. */
export const asRows: Kept<readonly number[]> = (telling) => {
  const told = new Rows();
  telling(told);
  return told.rows;
};

/** Features of some nodes, each looked at once for all that ask for them. */
class Once<Group> {
  readonly #known = new Map<Node, Group>();
  readonly #of: (n: Node) => Group;

  constructor(kept: Kept<Group>, telling: (told: Told, n: Node) => void) {
    this.#of = (n) => kept((told) => telling(told, n));
  }

  of(n: Node): Group {
    let found = this.#known.get(n);
    if (found === undefined) {
      found = this.#of(n);
      this.#known.set(n, found);
    }
    return found;
  }
}

/** Features of every point of an outline, in groups that may share some. Linear: all windows are bounded. */
export class RoleFeatures<Group> {
  readonly #text: string;
  readonly #title: string | null;
  readonly #kept: Kept<Group>;
  readonly #rows: ReadonlyMap<number, readonly Node[]>;
  readonly #places = new Map<Node, number>();
  readonly #headings = new Map<Node, string>();
  /** Which of the sections a node is, among those without a parent. */
  readonly #order: ReadonlyMap<Node, number>;
  readonly #asParent: Once<Group>;
  readonly #asTop: Once<Group>;
  readonly #asFellow: Once<Group>;
  readonly #asChild: Once<Group>;
  /** What leads a row in, by its first point. */
  readonly #leads: Once<Group>;

  constructor(text: string, title: string | null, nodes: readonly Node[], kept: Kept<Group>) {
    this.#text = text;
    this.#title = title;
    this.#kept = kept;
    this.#rows = Map.groupBy(nodes, (n) => n.list);
    for (const row of this.#rows.values()) for (const [i, n] of row.entries()) this.#places.set(n, i);
    this.#order = new Map(nodes.filter((n) => !n.parent).map((n, i) => [n, i]));
    this.#asParent = new Once(kept, (told, n) => this.#tellAbove(told, n));
    this.#asTop = new Once(kept, (told, n) => tellStretch(told, IN.top, this.#bare(n), 14, [2, 3, 4]));
    this.#asFellow = new Once(kept, (told, n) => tellStretch(told, IN.fellow, this.#bare(n), 12, [1, 2]));
    this.#asChild = new Once(kept, (told, n) => tellStretch(told, IN.child, this.#bare(n), 12, [1, 2]));
    this.#leads = new Once(kept, (told, n) => this.#tellLead(told, n));
  }

  /** Those that all points share. */
  ofDocument(): Group {
    return this.#kept((told) => tellDocument(told, this.#text, this.#title));
  }

  /** Those of one point alone. */
  of(n: Node): Group[] {
    const own = this.#kept((told) => {
      this.#tellPlace(told, n);
      this.#tellHeading(told, n);
      this.#tellBefore(told, n);
      this.#tellBody(told, n);
    });
    const around = [this.#asTop.of(topOf(n)), this.#leads.of(this.#rows.get(n.list)![0]!)];
    if (n.parent) around.push(this.#asParent.of(n.parent));
    for (const other of this.#fellows(n)) around.push(this.#asFellow.of(other));
    for (const child of n.children.slice(0, CHILDREN)) around.push(this.#asChild.of(child));
    return [own, ...around];
  }

  /** A heading is asked for by the point, those around it, above and below. */
  #bare(n: Node): string {
    let found = this.#headings.get(n);
    if (found === undefined) {
      found = bare(headingOf(this.#text, n));
      this.#headings.set(n, found);
    }
    return found;
  }

  #tellAbove(told: Told, n: Node): void {
    const heading = this.#bare(n);
    tellStretch(told, IN.above, heading, 14, [2, 3, 4]);
    for (const w of segment(heading.slice(0, 30))) told.tell(WORD.above, partOf(w.text));
  }

  #tellPlace(told: Told, n: Node): void {
    const row = this.#rows.get(n.list)!;
    const at = this.#places.get(n)!;
    const order = this.#order.get(topOf(n))!;
    told.tell(PLACE.order, said(Math.min(order, 5)));
    told.tell(PLACE.last, said(order === this.#order.size - 1));
    told.tell(PLACE.depth, said(n.parent ? (n.parent.parent ? 2 : 1) : 0));
    told.tell(PLACE.children, said(n.children.length > 0));
    if (!n.parent) told.tell(PLACE.orphan);
    told.tell(PLACE.fifth, said(Math.floor((5 * n.item.start) / this.#text.length)));
    told.tell(PLACE.style, said(n.item.style));
    told.tell(PLACE.line, said(n.item.line));
    told.tell(PLACE.place, said(Math.min(at, 3)));
    told.tell(PLACE.row, said(Math.min(row.length, 6)));
    told.tell(PLACE.closes, said(at === row.length - 1));
    told.tell(PLACE.marker, said(/[是要则来先第]/.exec(n.item.number ?? '')?.[0] ?? ''));
  }

  #tellHeading(told: Told, n: Node): void {
    const heading = this.#bare(n);
    const words = segment(heading.slice(0, 40)).filter((w) => !/^[xw]/.test(w.tag));
    const verb = words.find((w) => w.tag[0] === 'v');
    told.tell(PLACE.length, said(Math.min(6, Math.floor(heading.length / 5))));
    told.tell(PLACE.comma, said(/[,，]/.test(heading)));
    tellStretch(told, IN.heading, heading, 24, [1, 2, 3, 4]);
    for (const w of words) told.tell(WORD.heading, partOf(w.text));
    if (words.length) {
      told.tell(WORD.firstTag, partOf(words[0]!.tag));
      told.tell(WORD.lastTag, partOf(words.at(-1)!.tag));
    }
    if (verb) told.tell(WORD.verb, partOf(verb.text));
  }

  #fellows(n: Node): Node[] {
    const row = this.#rows.get(n.list)!;
    const at = this.#places.get(n)!;
    return row.slice(Math.max(0, at - FELLOWS), at + FELLOWS + 1).filter((other) => other !== n);
  }

  #tellLead(told: Told, first: Node): void {
    const { start } = first.item;
    const lead = bare(this.#text.slice(Math.max(0, start - LEAD), start)).slice(-24);
    tellStretch(told, IN.lead, lead, 24, [1, 2, 3]);
  }

  #tellBefore(told: Told, { item: { start } }: Node): void {
    tellCues(told, CUE.before, this.#text.slice(Math.max(0, start - BEFORE), start));
  }

  #tellBody(told: Told, n: Node): void {
    const from = n.item.headEnd;
    const body = this.#text.slice(from, Math.min(n.end, from + BODY));
    for (const [name, re] of MOODS) told.tell(MOOD.get(name)!, said(density(body.match(re)?.length ?? 0, body.length)));
  }
}

/** What a headline ends in says what the document is, and its words whose. */
function tellDocument(told: Told, text: string, title: string | null): void {
  told.tell(DOCUMENT.genre, said(genreOf(text, title)));
  told.tell(DOCUMENT.titled, said(title !== null));
  if (title !== null) tellStretch(told, IN.title, bare(title), TITLE, [2, 3, 4]);
  tellCues(told, CUE.document, text.slice(0, SAMPLE));
  tellCues(told, CUE.head, text.slice(0, HEAD));
  tellCues(told, CUE.tail, text.slice(-TAIL));
}

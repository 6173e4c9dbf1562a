/**
 * The signs that a point's role is weighed by (see role-weights.ts): the document, the place in the outline, the headings of the
 * point and of those around it, what leads its row in, and its body. Features are names that are there or not; `npm run train` gives
 * each a weight. None of them is what the rules say: rules look better on texts that they were made on than they are.
 */
import { segment } from '../../../text/segment.ts';
import { genreOf } from './genre.ts';
import { headingOf } from './settle.ts';
import type { Node } from './tree.ts';

/** Words that tell what kind of document it is, or what kind of section. */
const CUES = (
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

const bare = (s: string): string => s.replace(/[\s“”"'‘’《》]/g, '');

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

/** Pairs of neighbouring characters. */
function pairs(name: string, text: string, most: number): string[] {
  const found: string[] = [];
  for (let i = 0; i + 2 <= text.length && i < most; i++) found.push(`${name}=${text.slice(i, i + 2)}`);
  return found;
}

const ends = (name: string, text: string): string[] => [2, 3, 4].map((k) => `${name}=${text.slice(-k)}`);

const cuesIn = (name: string, text: string): string[] =>
  CUES.filter((c) => text.includes(c)).map((c) => `${name}=${c}`);

function topOf(n: Node): Node {
  let top = n;
  while (top.parent) top = top.parent;
  return top;
}

/** The headings of some nodes, each looked at once for all that ask for it. */
class Headings {
  readonly #known = new Map<Node, string[]>();
  readonly #of: (n: Node) => string[];

  constructor(of: (n: Node) => string[]) {
    this.#of = of;
  }

  of(n: Node): readonly string[] {
    let found = this.#known.get(n);
    if (!found) {
      found = this.#of(n);
      this.#known.set(n, found);
    }
    return found;
  }
}

/** Features of every point of an outline. Linear: all windows are bounded. */
export class RoleFeatures {
  /** Those that all points share. */
  readonly document: readonly string[];
  readonly #text: string;
  readonly #rows: ReadonlyMap<number, readonly Node[]>;
  readonly #places = new Map<Node, number>();
  /** Which of the sections a node is, among those without a parent. */
  readonly #order: ReadonlyMap<Node, number>;
  readonly #asParent = new Headings((n) => {
    const heading = this.#bare(n);
    const words = segment(heading.slice(0, 30)).map((w) => `above word=${w.text}`);
    return [...pairs('above', heading, 14), ...ends('above ends', heading), ...words];
  });
  readonly #asTop = new Headings((n) => [...pairs('top', this.#bare(n), 14), ...ends('top ends', this.#bare(n))]);
  readonly #asFellow = new Headings((n) => this.#beside('fellow', n));
  readonly #asChild = new Headings((n) => this.#beside('child', n));

  constructor(text: string, title: string | null, nodes: readonly Node[]) {
    this.#text = text;
    this.#rows = Map.groupBy(nodes, (n) => n.list);
    for (const row of this.#rows.values()) for (const [i, n] of row.entries()) this.#places.set(n, i);
    this.#order = new Map(nodes.filter((n) => !n.parent).map((n, i) => [n, i]));
    this.document = nodes.length ? ofDocument(text, title) : [];
  }

  /** Those of one point alone. */
  of(n: Node): string[] {
    return [
      ...new Set([
        ...this.#ofPlace(n),
        ...this.#ofHeading(n),
        ...(n.parent ? this.#asParent.of(n.parent) : ['above none']),
        ...this.#asTop.of(topOf(n)),
        ...this.#ofFellows(n),
        ...n.children.slice(0, CHILDREN).flatMap((c) => this.#asChild.of(c)),
        ...this.#ofLead(n),
        ...this.#ofBody(n),
      ]),
    ];
  }

  #bare(n: Node): string {
    return bare(headingOf(this.#text, n));
  }

  #beside(name: string, n: Node): string[] {
    const heading = this.#bare(n);
    const tips = [1, 2].flatMap((k) => [`${name} opens=${heading.slice(0, k)}`, `${name} ends=${heading.slice(-k)}`]);
    return [...pairs(name, heading, 12), ...tips];
  }

  #ofPlace(n: Node): string[] {
    const row = this.#rows.get(n.list)!;
    const at = this.#places.get(n)!;
    const order = this.#order.get(topOf(n))!;
    return [
      `order=${Math.min(order, 5)}`,
      `last=${order === this.#order.size - 1}`,
      `depth=${n.parent ? (n.parent.parent ? 2 : 1) : 0}`,
      `children=${n.children.length > 0}`,
      `fifth=${Math.floor((5 * n.item.start) / this.#text.length)}`,
      `style=${n.item.style}`,
      `line=${n.item.line}`,
      `place=${Math.min(at, 3)}`,
      `row=${Math.min(row.length, 6)}`,
      `closes=${at === row.length - 1}`,
      `marker=${/[是要则来先第]/.exec(n.item.number ?? '')?.[0] ?? ''}`,
    ];
  }

  #ofHeading(n: Node): string[] {
    const heading = this.#bare(n);
    const words = segment(heading.slice(0, 40)).filter((w) => !/^[xw]/.test(w.tag));
    const verb = words.find((w) => w.tag[0] === 'v');
    const found = [`length=${Math.min(6, Math.floor(heading.length / 5))}`, `comma=${/[,，]/.test(heading)}`];
    for (let k = 1; k <= 4; k++) found.push(`opens=${heading.slice(0, k)}`, `ends=${heading.slice(-k)}`);
    found.push(...pairs('heading', heading, 24), ...words.map((w) => `heading word=${w.text}`));
    if (words.length) found.push(`first tag=${words[0]!.tag}`, `last tag=${words.at(-1)!.tag}`);
    if (verb) found.push(`verb=${verb.text}`);
    return found;
  }

  #ofFellows(n: Node): string[] {
    const row = this.#rows.get(n.list)!;
    const at = this.#places.get(n)!;
    const near = row.slice(Math.max(0, at - FELLOWS), at + FELLOWS + 1);
    return near.filter((other) => other !== n).flatMap((other) => this.#asFellow.of(other));
  }

  #ofLead(n: Node): string[] {
    const first = this.#rows.get(n.list)![0]!.item.start;
    const lead = bare(this.#text.slice(Math.max(0, first - LEAD), first)).slice(-24);
    const tips = [1, 2, 3].map((k) => `lead ends=${lead.slice(-k)}`);
    const { start } = n.item;
    return [
      ...pairs('lead', lead, 24),
      ...tips,
      ...cuesIn('before', this.#text.slice(Math.max(0, start - BEFORE), start)),
    ];
  }

  #ofBody(n: Node): string[] {
    const from = n.item.headEnd;
    const body = this.#text.slice(from, Math.min(n.end, from + BODY));
    return MOODS.map(([name, re]) => `${name}=${density(body.match(re)?.length ?? 0, body.length)}`);
  }
}

/** What a headline ends in says what the document is, and its words whose. */
function ofDocument(text: string, title: string | null): string[] {
  const headline = title === null ? null : bare(title);
  return [
    `genre=${genreOf(text, title)}`,
    `titled=${headline !== null}`,
    ...(headline === null ? [] : [...pairs('title', headline, TITLE), ...ends('title ends', headline)]),
    ...cuesIn('document', text.slice(0, SAMPLE)),
    ...cuesIn('head', text.slice(0, HEAD)),
    ...cuesIn('tail', text.slice(-TAIL)),
  ];
}

/**
 * What a point's mode is judged by: whether it was done, should be done, was ordered or came of it (see mode.ts). Features are
 * names that are there or not; `npm run train` gives each a weight.
 */
import { segment } from '../../../text/segment.ts';
import type { Role } from '../types.ts';
import { genreOf } from './genre.ts';
import { type Decision, headingOf } from './settle.ts';
import type { Node } from './tree.ts';

/** Words that tell what kind of document it is, or what kind of section. */
const CUES = (
  '责任书 责任状 签订 本方案 本意见 本通知 特制定 制定本 现提出如下 现就 各乡镇 各县 各单位 各部门 各支部 各级 我局 我县 我市 我院 我校 我们 ' +
  '去年 一年来 今年以来 近年来 下一步 明年 工作报告 各位代表 同志们 调研 问卷 存在的问题 原因 对策 建议 做法 成效 启示 体会 经验 附件 ' +
  '请认真贯彻 一票否决 考核 甲方 乙方 印发 严格落实 责任人 记者 采访 工作要点 指导思想 总体要求 保障措施 组织领导 必须 不得 应当 倡议 村民 公约 年度'
).split(' ');

/** How much is looked at of a document's text, of its head and its tail, of a body, and in front of a point. */
const SAMPLE = 20_000;
const HEAD = 200;
const TAIL = 150;
const BODY = 400;
const OPENING = 80;
const BEFORE = 60;
const TITLE = 60;

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
];

/** How often in a hundred characters, in four steps. */
function density(count: number, length: number): number {
  const rate = (100 * count) / Math.max(60, length);
  return count === 0 ? 0 : rate < 0.5 ? 1 : rate < 1.5 ? 2 : 3;
}

/** Most frequent of some roles; of equal ones the first. */
function commonest(roles: readonly Role[]): Role {
  const counts = new Map<Role, number>();
  for (const r of roles) counts.set(r, (counts.get(r) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

function* bigrams(name: string, text: string, most: number): Generator<string> {
  for (let i = 0; i + 2 <= text.length && i < most; i++) yield `${name}=${text.slice(i, i + 2)}`;
}

/** What a headline ends in says what the document is, and its words whose. */
function ofTitle(title: string): string[] {
  const ends = [2, 3, 4].map((k) => `titleEnds=${title.slice(-k)}`);
  return [...bigrams('title', title, TITLE), ...ends];
}

function topOf(n: Node): Node {
  let top = n;
  while (top.parent) top = top.parent;
  return top;
}

/** Features of every point of an outline, by its rules' decisions. Linear: all windows are bounded. */
export class ModeFeatures {
  readonly #text: string;
  readonly #roles: ReadonlyMap<Node, Role>;
  /** The features that all points of the document have. */
  readonly document: readonly string[];
  readonly #fellows: ReadonlyMap<number, Role>;
  /** Which of the sections a node is, among those without a parent. */
  readonly #order: ReadonlyMap<Node, number>;

  constructor(text: string, title: string | null, nodes: readonly Node[], decisions: readonly Decision[]) {
    this.#text = text;
    this.#roles = new Map(nodes.map((n, i) => [n, decisions[i]!.role]));
    const lists = Map.groupBy(nodes, (n) => n.list);
    this.#fellows = new Map([...lists].map(([list, of]) => [list, commonest(of.map((n) => this.#roles.get(n)!))]));
    this.#order = new Map(nodes.filter((n) => !n.parent).map((n, i) => [n, i]));
    this.document = nodes.length ? this.#ofDocument(title) : [];
  }

  #ofDocument(title: string | null): string[] {
    const [text, sample] = [this.#text, this.#text.slice(0, SAMPLE)];
    const head = text.slice(0, HEAD);
    const tail = text.slice(-TAIL);
    return [
      `most=${commonest([...this.#roles.values()])}`,
      `genre=${genreOf(text, title)}`,
      `titled=${title !== null}`,
      ...(title === null ? [] : ofTitle(bare(title))),
      ...CUES.filter((c) => sample.includes(c)).map((c) => `document=${c}`),
      ...CUES.filter((c) => head.includes(c)).map((c) => `head=${c}`),
      ...CUES.filter((c) => tail.includes(c)).map((c) => `tail=${c}`),
    ];
  }

  of(n: Node): string[] {
    return [...this.document, ...this.own(n)];
  }

  /** Those that are not the document's. */
  own(n: Node): string[] {
    return [...this.#ofPlace(n), ...this.#ofHeadings(n), ...this.#ofBody(n)];
  }

  #ofPlace(n: Node): string[] {
    const role = this.#roles.get(n)!;
    const top = topOf(n);
    const above = n.parent ? this.#roles.get(n.parent)! : 'none';
    const before = this.#text.slice(Math.max(0, n.item.start - BEFORE), n.item.start);
    return [
      `rule=${role}`,
      `above=${above}`,
      `rule=${role} above=${above}`,
      `fellows=${this.#fellows.get(n.list)}`,
      `section=${this.#roles.get(top)}`,
      `order=${Math.min(this.#order.get(top)!, 5)}`,
      `depth=${n.parent ? (n.parent.parent ? 2 : 1) : 0}`,
      `children=${n.children.length > 0}`,
      `fifth=${Math.floor((5 * n.item.start) / this.#text.length)}`,
      ...CUES.filter((c) => before.includes(c)).map((c) => `before=${c}`),
    ];
  }

  #ofHeadings(n: Node): string[] {
    const heading = bare(headingOf(this.#text, n));
    const found: string[] = [];
    for (let k = 1; k <= 4; k++) found.push(`opens=${heading.slice(0, k)}`, `ends=${heading.slice(-k)}`);
    found.push(...bigrams('heading', heading, 20), ...bigrams('top', bare(headingOf(this.#text, topOf(n))), 14));
    if (n.parent) found.push(...bigrams('parent', bare(headingOf(this.#text, n.parent)), 14));
    return found;
  }

  #ofBody(n: Node): string[] {
    const body = this.#text.slice(n.item.start, Math.min(n.end, n.item.start + BODY));
    const moods = MOODS.map(([name, re]) => `${name}=${density(body.match(re)?.length ?? 0, body.length)}`);
    const words = segment(body.slice(0, OPENING)).filter((w) => /^[vdpcr]/.test(w.tag));
    return [...moods, ...words.map((w) => `word=${w.text}`)];
  }
}

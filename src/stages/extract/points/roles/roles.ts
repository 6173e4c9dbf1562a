import type { Node } from '../tree.ts';
import { nameByTitle } from './by-title.ts';
import { type Genre, genreOf, isAssembly } from './genre.ts';
import { assign } from './goals.ts';
import { isProblem, labelOf, type Sign, viewOf } from './labels.ts';
import { leadOf } from './lead.ts';
import {
  ADMITTED,
  AGAINST,
  AHEAD,
  AWARE,
  BACK,
  BURDEN,
  EXAMPLE,
  FORMAL,
  FULFILLED,
  INSIGHT,
  MODAL,
  NOWADAYS,
  ORIGIN,
  OUTCOME,
  OUTLOOK,
  PLEA,
  PRAISE,
  type Purpose,
  REACHED,
  REVIEW,
  SIGNIFICANCE,
  STILL,
  STOCK,
  tellsTo,
  WENT_WELL,
  WHY,
  WHY_DO,
  WORTH,
} from './lexicon.ts';
import { type Decision, type Guess, headingOf, settle, subtitleOf } from './settle.ts';
import { BODY_MAX, DEALT, gainOf, type Hint, pick, score } from './votes.ts';

/**
 * The role of each point: what the passage is for in the argument.
 *
 * Headings that name a section's purpose decide by themselves; rows of fellows decide together, by what leads them in,
 * the section they are in, the shape of their headings and the mood of their bodies; a point that only holds others takes
 * the role of most of them.
 */
export function assignRoles(text: string, title: string | null, nodes: readonly Node[]): Decision[] {
  const genre = genres(text, title, nodes);
  // A report to an assembly answers for what was reached, however its sections begin (坚持…不动摇,经济实力迈上新台阶).
  const reached = isAssembly(text, title) ? REACHED : null;
  const guesses = new Map<Node, Guess>();
  const signs = new Map<Node | null, Sign | null>([[null, null]]);
  const labels = new Map(nodes.map((n) => [n, labelOfNode(text, n, genre(n))]));
  assign(text, title, genre, nodes, labels);
  nameByTitle(text, title, nodes, labels);
  for (const group of groupsOf(nodes)) decideGroup(text, genre(group[0]!), group, labels, guesses, signs, reached);
  return settle(text, genre, nodes, guesses, labels);
}

/** A notice may forward a text that tells what was done: there the order ends. */
function genres(text: string, title: string | null, nodes: readonly Node[]): (n: Node) => Genre {
  const genre = genreOf(text, title);
  const attached = genre === 'order' ? nodes.find((n) => n.item.style === 'block' && n.item.depth === 0) : undefined;
  if (!attached) return () => genre;
  const own = genreOf(text.slice(attached.item.headEnd), headingOf(text, attached));
  return (n) => (own === 'report' && n.item.start >= attached.item.start ? own : genre);
}

/** 工作目标(60分): what a section weighs is no part of its title. */
const WEIGHED = /[（(][0-9.]{1,5}分[)）]$/;
/** 附  则: spread out as titles are. */
const SPREAD = /^([总附分细])\s{1,9}则$/;
/** 工作思路, 目标要求: what guides the work, where nothing stands below that tells how. */
const GUIDING = /^(?:总体|基本|工作|发展|创建)思路$|^总体考虑$|^目标要求$/;

function labelOfNode(text: string, n: Node, genre: Genre): Sign | null {
  const heading = headingOf(text, n).replace(WEIGHED, '').replace(SPREAD, '$1则');
  if (GUIDING.test(heading) && !n.children.length) return { purposes: ['other'], cue: heading };
  return labelOf(heading, genre) ?? labelOf(subtitleOf(text, n), genre);
}

/** Fellows in document order of their first member; parents come before their children. */
function groupsOf(nodes: readonly Node[]): Node[][] {
  const groups = new Map<number, Node[]>();
  for (const n of nodes) {
    const g = groups.get(n.list);
    if (g) g.push(n);
    else groups.set(n.list, [n]);
  }
  return [...groups.values()];
}

/** Those of a row whose headings do not say what they are; what the others say is noted. */
function unnamed(
  text: string,
  group: readonly Node[],
  above: Sign | null,
  labels: ReadonlyMap<Node, Sign | null>,
  guesses: Map<Node, Guess>,
  signs: Map<Node | null, Sign | null>,
): Node[] {
  const open: Node[] = [];
  for (const n of group) {
    const heading = headingOf(text, n);
    const rule = ruleOf(n, heading, above);
    if (rule) {
      guesses.set(n, { ...rule, label: false });
      continue;
    }
    const own = labels.get(n);
    // Under the causes a shortcoming is one.
    const label: typeof own =
      own?.purposes[0] === 'problem' && above?.purposes[0] === 'cause' ? { ...own, purposes: ['cause'] } : own;
    const sure = label && label.purposes.length === 1 && firmly(label.purposes[0]!, heading, above);
    if (sure) guesses.set(n, { purpose: label.purposes[0]!, cue: label.cue, label: true });
    else open.push(n);
    signs.set(n, viewOf(heading) ?? (sure || (label && label.purposes.length > 1) ? label : null));
  }
  return open;
}

function decideGroup(
  text: string,
  genre: Genre,
  group: readonly Node[],
  labels: ReadonlyMap<Node, Sign | null>,
  guesses: Map<Node, Guess>,
  signs: Map<Node | null, Sign | null>,
  reached: RegExp | null,
): void {
  const parent = group[0]!.parent;
  const above = signs.get(parent) ?? null;
  const open = unnamed(text, group, above, labels, guesses, signs);
  // What a sentence leads in as causes is none the less one for being a fault.
  const causes = !parent && !group[0]!.item.line && leadOf(text, group[0]!)?.purpose === 'cause';
  const strays = parent || causes ? new Map<Node, Hint>() : straysOf(text, open);
  for (const n of open) {
    const back = parent ? null : BACK.exec(headingOf(text, n));
    if (back && !strays.has(n))
      strays.set(n, { purpose: reached && !DOING.test(headingOf(text, n)) ? 'result' : 'practice', cue: back[0] });
  }
  const first = open[0];
  if (
    first &&
    !parent &&
    genre === 'study' &&
    open.length < group.length &&
    first === group[0] &&
    takesStock(text, first)
  )
    strays.set(first, { purpose: 'background', cue: 'document' });
  const rest = open.filter((n) => !strays.has(n));
  for (const [n, own] of strays) settleOne(n, own, guesses, signs, genre);
  if (!rest.length) return;
  // Among sections that name their purpose the text before them leads in all of them, not this one.
  const lead = parent || open.length === group.length || !group[0]!.item.line ? leadOf(text, group[0]!) : null;
  const told =
    open.length === group.length && isLoose(genre, above, parent && labels.get(parent))
      ? statementsOf(text, rest)
      : null;
  if (told) {
    for (const [n, own] of told) settleOne(n, own, guesses, signs, genre);
    return;
  }
  const twofold = (n: Node): boolean => (signs.get(n)?.purposes.length ?? 0) > 1;
  const plain = rest.filter((n) => !twofold(n));
  const scores = score(text, genre, plain.length ? plain : rest, above, lead);
  const hints = new Map<Node, Hint>();
  for (const n of rest) {
    const own = twofold(n) && plain.length ? score(text, genre, [n], above, lead) : scores;
    const hint = pick(own, above, signs.get(n));
    hints.set(n, outcome(headingOf(text, n), hint, above, reached) ?? insight(text, n, hint, above) ?? hint);
  }
  if (reached && above && REVIEW.test(above.cue)) evenOut(text, hints);
  for (const [n, hint] of hints) settleOne(n, hint, guesses, signs, genre);
}

/** In the review of a report to an assembly: what stands among results and tells of no deed is one (…稳步发展, 民生答卷厚重). */
function evenOut(text: string, hints: Map<Node, Hint>): void {
  const results = [...hints.values()].filter((h) => h.purpose === 'result').length;
  if (results * 2 < hints.size) return;
  for (const [n, hint] of hints) {
    const heading = headingOf(text, n);
    if (hint.purpose === 'practice' && !tellsTo(heading) && !DOING.test(heading))
      hints.set(n, { purpose: 'result', cue: 'majority' });
  }
}

/** In an order: a section of which only the document says what it is. */
const isLoose = (genre: Genre, above: Sign | null, label: Sign | null | undefined): boolean =>
  genre === 'order' && !label && (!above || above.purposes.every((p) => p === 'plan'));

/** In a speech: headings of which each states what is good or bad (成绩进步明显, 条件依然薄弱) order nothing. Null where one does. */
function statementsOf(text: string, row: readonly Node[]): Map<Node, Hint> | null {
  const found = new Map<Node, Hint>();
  for (const n of row) {
    const heading = headingOf(text, n);
    const fault = isProblem(heading);
    const gain = tellsTo(heading) ? null : gainOf(n, heading);
    if (!fault && !gain) return null;
    found.set(n, fault ? { purpose: 'problem', cue: fault } : { purpose: 'result', cue: gain![0] });
  }
  return found;
}

/** 这一年,我们盯住春耕不松劲 tells what was done, 我们保住了收成 or 我们…,路越走越宽 what came of it. */
const DOING = /我们(?![^,，]*了)(?![^,，]*[,，][^,，]*越[一-鿿]越[一-鿿]$)/;

/** A review of work lists what was done and what came of it side by side (抓实… / …明显改善). */
function outcome(heading: string, hint: Hint, above: Sign | null, reached: RegExp | null): Hint | null {
  if (hint.purpose !== 'practice' || !above || !REVIEW.test(above.cue)) return null;
  const m =
    (reached && (reached.exec(heading) ?? WENT_WELL.exec(heading))) ||
    FULFILLED.exec(heading) ||
    (tellsTo(heading) ? null : OUTCOME.exec(heading));
  return m && { purpose: 'result', cue: m[0] };
}

function insight(text: string, n: Node, hint: Hint, above: Sign | null): Hint | null {
  if (hint.purpose !== 'plan' || !above || !INSIGHT.test(above.cue)) return null;
  const m = WORTH.exec(headingOf(text, n));
  return m && !text.slice(n.item.headEnd, Math.min(n.end, n.item.headEnd + BODY_MAX)).match(MODAL)
    ? { purpose: 'significance', cue: m[0] }
    : null;
}

/** What a study begins with, when its first section has a heading of its own: 家底如何, 一组数据引出的话题. */
const STOCK_MIN = 2;

function takesStock(text: string, n: Node): boolean {
  if (n.children.length) return false;
  const body = text.slice(n.item.headEnd, Math.min(n.end, n.item.headEnd + BODY_MAX));
  return (body.match(STOCK)?.length ?? 0) >= STOCK_MIN && !body.match(MODAL);
}

/** The general and the final articles of a set of rules: what it is made for and whom it binds, and rules like any other. */
const FRAME = /^[总附]则$/;
const FRAMING = /(?:坚持|遵循|贯彻)(?!.*由)|制定本|适用于?|所称|是指|负责解释|施行|执行$|抵触|废止|未尽事[宜项]|为准$/;

/** 第一条 为规范…，制定本办法 and 本办法适用于… say so without a chapter of general rules. */
const OPENING_ARTICLE =
  /制定本(?:办法|规定|细则|制度|规则|条例|守则|章程|公约)|^本(?:办法|规定|细则|制度|规则|条例)(?:适用于?|所称)/;

function ruleOf(n: Node, heading: string, above: Sign | null): Hint | null {
  if (n.item.style !== 'article') return null;
  const formal = FORMAL.exec(heading);
  if (formal) return { purpose: 'other', cue: formal[0] };
  const opening = OPENING_ARTICLE.exec(heading);
  if (opening) return { purpose: 'other', cue: opening[0] };
  if (!above || !FRAME.test(above.cue)) return null;
  const framing = FRAMING.exec(heading);
  return framing ? { purpose: 'other', cue: framing[0] } : { purpose: 'plan', cue: above.cue };
}

function settleOne(
  n: Node,
  own: Hint,
  guesses: Map<Node, Guess>,
  signs: Map<Node | null, Sign | null>,
  genre: Genre,
): void {
  const mixed = (signs.get(n)?.purposes.length ?? 0) > 1;
  guesses.set(n, { purpose: own.purpose, cue: own.cue, label: mixed });
  // A section that is only guessed at says nothing for those under it; what an order says is an order.
  const guessed = own.cue === '有的' || (own.cue === 'document' && genre !== 'order');
  if (!signs.get(n) && !(guessed && n.children[0]?.item.line)) signs.set(n, { purposes: [own.purpose], cue: own.cue });
}

/** What some headings say outright, whatever stands beside them; the first that fits decides. */
const OUTRIGHT: readonly [Purpose, RegExp][] = [
  ['cause', WHY],
  ['other', /^问(?=[:：])/],
  // 何为“三亮三评”: says what a name stands for.
  ['other', /^(?:何为|何谓|什么是|啥是|什么叫)/],
  ['other', FORMAL],
  ['significance', AWARE],
  ['significance', WHY_DO],
  ['problem', ADMITTED],
  ['problem', BURDEN],
  ['background', OUTLOOK],
  ['background', ORIGIN],
  ['result', PRAISE],
  ['result', NOWADAYS],
  ['plan', AHEAD],
  ['plan', STILL],
  ['plan', PLEA],
  ['problem', /哪些“?(?:病|毛病|问题|不足|差距)/],
];

/** What a heading says when most beside it say something else; of a row that all say so, the row decides. */
function aside(heading: string): Hint | null {
  const worth = SIGNIFICANCE.exec(heading);
  if (worth && /认识|意义|为[什何]/.test(heading)) return { purpose: 'significance', cue: worth[0] };
  const fault = isProblem(heading);
  if (fault) return { purpose: 'problem', cue: fault };
  const example = EXAMPLE.exec(heading);
  return example && { purpose: 'practice', cue: example[0] };
}

function outright(heading: string): Hint | null {
  for (const [purpose, re] of OUTRIGHT) {
    const m = re.exec(heading);
    // 解决让人揪心的事 lays no burden down, it takes it up.
    if (m && !(re === BURDEN && (AGAINST.test(heading) || tellsTo(heading)))) return { purpose, cue: m[0] };
  }
  return null;
}

/** Sections that say what they are, when most beside them do not. */
function straysOf(text: string, open: readonly Node[]): Map<Node, Hint> {
  const sure = new Map<Node, Hint>();
  const loose = new Map<Node, Hint>();
  for (const n of open) {
    const heading = headingOf(text, n);
    const plain = outright(heading);
    const hint = plain ?? aside(heading);
    if (hint) (plain ? sure : loose).set(n, hint);
  }
  return loose.size * 2 <= open.length - sure.size ? new Map([...sure, ...loose]) : sure;
}

/** A longer heading that only ends in a label is a sentence (老办法碰上新问题), unless it has the marks of a title. */
const TITLE_MAX = 6;
const TITLE = /的|主要|存在|^面临|现有|几[点个]|一些|突出|具体|[与和及]/;

/** 事故目标: a part of what is ordered that only says how much is to be reached. */
const GOAL = /^[^,，]{2,4}目标$/;

/** A label inside a section that has a purpose of its own is often only a topic (主要做法 > 强化工作任务). */
function firmly(purpose: Purpose, heading: string, above: Sign | null): boolean {
  if (!above || above.purposes.includes(purpose)) return true;
  if (above.purposes.length === 1 && heading.length > TITLE_MAX && !TITLE.test(heading)) return false;
  // Under what was or is to be done, 关于…的问题 is the problem that is dealt with.
  if (above.purposes.some((p) => p === 'practice' || p === 'plan') && DEALT.test(heading)) return false;
  // A goal that lists duties has been made an order.
  if (GOAL.test(heading)) return purpose === 'other' || purpose === 'plan';
  return purpose !== 'plan' && purpose !== 'practice' && purpose !== 'other';
}

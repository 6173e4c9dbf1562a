import { segment } from '../../../text/segment.ts';
import { type Genre, genreOf, isAssembly } from './genre.ts';
import { isProblem, labelOf, type Sign, viewOf } from './labels.ts';
import { type Lead, leadOf } from './lead.ts';
import {
  ADMITTED,
  AHEAD,
  AWARE,
  BACK,
  EXAMPLE,
  FAULT,
  FORMAL,
  FULFILLED,
  INSIGHT,
  MODAL,
  NOWADAYS,
  ORIGIN,
  OUTCOME,
  OUTLOOK,
  PAST,
  PLEA,
  PRAISE,
  type Purpose,
  REACHED,
  RESULT,
  REVIEW,
  SIGNIFICANCE,
  STATE,
  STATED,
  STOCK,
  TASK,
  tellsTo,
  WENT_WELL,
  WHY,
  WORTH,
} from './lexicon.ts';
import { type Decision, type Guess, headingOf, settle, subtitleOf } from './settle.ts';
import type { Node } from './tree.ts';

type Scores = Map<Purpose, { score: number; cue: string }>;

function vote(scores: Scores, purpose: Purpose, score: number, cue: string): void {
  const s = scores.get(purpose);
  if (!s) scores.set(purpose, { score, cue });
  else {
    if (score > s.score) s.cue = cue;
    s.score += score;
  }
}

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
  assign(text, genre, nodes, labels);
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
/** 工作思路, 目标要求: what guides the work, where nothing stands below that tells how. */
const GUIDING = /^(?:总体|基本|工作|发展|创建)思路$|^总体考虑$|^目标要求$/;

function labelOfNode(text: string, n: Node, genre: Genre): Sign | null {
  const heading = headingOf(text, n).replace(WEIGHED, '');
  if (GUIDING.test(heading) && !n.children.length) return { purposes: ['other'], cue: heading };
  return labelOf(heading, genre) ?? labelOf(subtitleOf(text, n), genre);
}

const GOALS = /目标|指标/;
/** Of a section of goals, what makes them an order: points to be scored, or a word that they must be reached. */
const ASSIGNED =
  /[（(](?:权重)?[0-9.]{1,5}分[)）]|权重[为占]?[0-9.]{1,5}[%分]|^[^。；;]{0,30}(?:须|应当?|必须|确保)(?:达到|完成|实现)/;
const ASSIGNED_REACH = 400;

/** Tells somebody to do something: 各单位要…, 必须…. */
const DUTY = /^[^,，0-9]{0,8}(?<![主重首需只概纲])(?:要(?!求|点|素)|必须|应当|须|务必)/;
const isTask = (heading: string): boolean => TASK.test(heading) || DUTY.test(heading);

/** Goals are neither done nor ordered, save in an agreement that scores them, says that they must be reached, or lists duties. */
function assign(text: string, genre: (n: Node) => Genre, nodes: readonly Node[], labels: Map<Node, Sign | null>): void {
  const goals = nodes.filter((n) => genre(n) === 'order' && isGoal(labels.get(n)));
  const lists = new Set(goals.filter((n) => isAssigned(text, n)).map((n) => n.list));
  for (const n of goals)
    if (lists.has(n.list) || listsDuties(text, n)) labels.set(n, { purposes: ['plan'], cue: labels.get(n)!.cue });
}

const isAssigned = (text: string, n: Node): boolean =>
  ASSIGNED.test(text.slice(n.item.headStart, Math.min(n.end, n.item.headStart + ASSIGNED_REACH)));

function listsDuties(text: string, n: Node): boolean {
  const below = n.children.map((c) => headingOf(text, c));
  return below.length > 0 && below.every((h) => DUTY.test(h) || tellsTo(h));
}

const isGoal = (sign: Sign | null | undefined): boolean =>
  sign?.purposes.length === 1 && sign.purposes[0] === 'other' && GOALS.test(sign.cue);

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
  const strays = parent ? new Map<Node, Hint>() : straysOf(text, open);
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
  for (const n of rest) {
    const own = twofold(n) && plain.length ? score(text, genre, [n], above, lead) : scores;
    const hint = pick(own, above, signs.get(n));
    settleOne(
      n,
      outcome(headingOf(text, n), hint, above, reached) ?? insight(text, n, hint, above) ?? hint,
      guesses,
      signs,
      genre,
    );
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

/** 这一年,我们盯住春耕不松劲 tells what was done, 我们保住了收成 what came of it. */
const DOING = /我们(?![^,，]*了)/;

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

function ruleOf(n: Node, heading: string, above: Sign | null): Hint | null {
  if (n.item.style !== 'article') return null;
  const formal = FORMAL.exec(heading);
  if (formal) return { purpose: 'other', cue: formal[0] };
  if (!above || !FRAME.test(above.cue)) return null;
  const framing = FRAMING.exec(heading);
  return framing ? { purpose: 'other', cue: framing[0] } : { purpose: 'plan', cue: above.cue };
}

interface Hint {
  purpose: Purpose;
  cue: string;
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
  ['other', FORMAL],
  ['significance', AWARE],
  ['problem', ADMITTED],
  ['background', OUTLOOK],
  ['background', ORIGIN],
  ['result', PRAISE],
  ['result', NOWADAYS],
  ['plan', AHEAD],
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
    if (m) return { purpose, cue: m[0] };
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
const DEALT = /^(?:关于|针对)[^,，]*问题|^整改[^,，]*问题/;
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

/** A heading that says what must be done. */
const MUST = /^(?:还|也)?(?:要|继续|必须|应|须|务必)|必须|应当|[还也仍更](?:需|须|得|应)(?![到了])/;

const WEIGHT = { inherited: 3, mixed: 1.5, task: 3.2, heading: 4, mood: 2.4, genre: 1.5 };

function score(text: string, genre: Genre, open: readonly Node[], above: Sign | null, lead: Lead | null): Scores {
  const scores: Scores = new Map();
  if (lead) vote(scores, lead.purpose, lead.weight, lead.cue);
  if (above) {
    // 为什么要抓: for what it is worth, or for what is wrong.
    const loose = above.purposes.length > 1 || /^为[什何]/.test(above.cue);
    const weight = loose ? WEIGHT.mixed : WEIGHT.inherited;
    for (const p of above.purposes) vote(scores, p, weight, 'inherited');
  }
  if (above?.cue.endsWith('目标') && open.length > 1 && open.every((n) => isTask(headingOf(text, n))))
    vote(scores, 'plan', WEIGHT.task, '目标');
  const asCause =
    lead?.purpose === 'cause' || (above?.purposes.includes('cause') && !above.purposes.includes('problem'));
  const wrong: Purpose = asCause ? 'cause' : 'problem';
  const only = above?.purposes.length === 1 ? above.purposes[0]! : null;
  // What was done, told under 成效 or 现状, is the result or the state of affairs; under 危害, what it led to.
  const told: Purpose = !only || only === 'plan' || only === 'other' ? 'practice' : only;
  const done: Purpose = lead?.purpose === 'result' ? 'result' : told;
  const gained = 2 * open.filter((n) => tellsOfDoing(text, n)).length > open.length ? done : 'result';
  for (const n of open) {
    const heading = headingOf(text, n);
    const share = WEIGHT.heading / open.length;
    const fault = isProblem(heading);
    const worth = SIGNIFICANCE.exec(heading);
    const gain = tellsTo(heading) ? null : gainOf(n, heading);
    if (fault && (only === 'practice' || only === 'plan') && DEALT.test(heading)) vote(scores, only, share, '关于');
    else if (fault) vote(scores, wrong, share, fault);
    else if (worth) vote(scores, 'significance', share, worth[0]);
    else if (MUST.test(heading) || n.item.number?.endsWith('要')) vote(scores, 'plan', share, '要');
    else if (gain) vote(scores, gained, share * 0.6, gain[0]);
    else if (/了(?!解)/.test(heading)) vote(scores, done, share * 0.5, '了');
  }
  mood(text, open, scores, wrong, done);
  vote(scores, genre === 'report' ? 'practice' : 'plan', WEIGHT.genre * (above ? 0.5 : 1), 'document');
  return scores;
}

/** What a heading says was reached. The first sentence of a paragraph is a heading only because it says so. */
const gainOf = (n: Node, heading: string): RegExpExecArray | null =>
  RESULT.exec(heading) ??
  OUTCOME.exec(heading) ??
  STATE.exec(heading) ??
  (n.item.style === 'para' ? STATED.exec(heading) : null);

/** Of the sentence behind a heading as much as tells whether it has a subject. */
const OPENING = 12;

/** 生态治理纵深推进。实施…工程12个: the text of a run-in heading begins with what was done, and does not say who or what came to be so. */
function tellsOfDoing(text: string, n: Node): boolean {
  if (n.item.style !== 'para' && n.item.style !== 'inline') return false;
  const from = n.item.headEnd + 1;
  const words = segment(text.slice(from, Math.min(n.end, from + OPENING)));
  const first = words.find((w) => !/^(?:d|ad|x|w)$/.test(w.tag));
  return first?.tag[0] === 'v' && first.tag !== 'vn';
}

/** What is done about something, said so that no noun is meant. */
const DEALS = /^(?:严[把抓管守控]|抓[好实紧牢]|把[好牢准]|压[实紧]|坚持|加强|强化|落实|完善|健全|建立|推进)/;

/** Enough of a body to tell its mood. */
const BODY_MAX = 400;

function mood(text: string, open: readonly Node[], scores: Scores, wrong: Purpose, done: Purpose): void {
  let modal = 0;
  let past = 0;
  let fault = 0;
  for (const n of open) {
    const end = Math.min(n.children[0]?.item.start ?? n.end, n.item.headEnd + BODY_MAX);
    const body = text.slice(n.item.headEnd, end);
    modal += body.match(MODAL)?.length ?? 0;
    past += body.match(PAST)?.length ?? 0;
    // 严把主题关 deals with what is wrong, whatever its text has to say of it.
    if (!DEALS.test(headingOf(text, n))) fault += body.match(FAULT)?.length ?? 0;
  }
  // One more than counted: a single 了 is no mood yet.
  const all = modal + past + fault + 1;
  vote(scores, 'plan', (WEIGHT.mood * modal) / all, '要');
  vote(scores, done, (WEIGHT.mood * past) / all, '了');
  vote(scores, wrong, (WEIGHT.mood * fault) / all, '有的');
}

/** The best score; a heading that names two purposes chooses between them. */
function pick(scores: Scores, above: Sign | null, own: Sign | null | undefined): Hint {
  let best: (Hint & { score: number }) | null = null;
  for (const [purpose, { score, cue }] of scores) {
    if (own && own.purposes.length > 1 && !own.purposes.includes(purpose)) continue;
    if (!best || score > best.score) best = { purpose, cue, score };
  }
  if (best) return best;
  return own
    ? { purpose: own.purposes[0]!, cue: own.cue }
    : { purpose: above?.purposes[0] ?? 'other', cue: 'inherited' };
}

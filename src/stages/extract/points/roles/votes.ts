import { segment } from '../../../../text/segment.ts';
import type { Node } from '../tree.ts';
import type { Genre } from './genre.ts';
import { isTask } from './goals.ts';
import { isProblem, type Sign } from './labels.ts';
import type { Lead } from './lead.ts';
import { FAULT, MODAL, OUTCOME, PAST, type Purpose, RESULT, SIGNIFICANCE, STATE, STATED, tellsTo } from './lexicon.ts';
import { headingOf } from './settle.ts';

/** What a point is for, and the word that says so. */
export interface Hint {
  purpose: Purpose;
  cue: string;
}

/** Deals with a problem, and states none: 关于…的问题. */
export const DEALT = /^(?:关于|针对)[^,，]*问题|^整改[^,，]*问题/;

type Scores = Map<Purpose, { score: number; cue: string }>;

function vote(scores: Scores, purpose: Purpose, score: number, cue: string): void {
  const s = scores.get(purpose);
  if (!s) scores.set(purpose, { score, cue });
  else {
    if (score > s.score) s.cue = cue;
    s.score += score;
  }
}

/** A heading that says what must be done. */
const MUST =
  /^(?:还|也)?(?:要|继续|必须|应|须|务必)|^[^,，]{1,10}(?:不要|(?<![需主重首摘])要[把将])|必须|应当|[还也仍更](?:需|须|得|应)(?![到了])/;

const WEIGHT = { inherited: 3, mixed: 1.5, task: 3.2, heading: 4, mood: 2.4, genre: 1.5 };

/**
 * What speaks for each purpose of a row of fellows: what leads it in, its section, the headings, the mood of the bodies, the genre.
 */
export function score(
  text: string,
  genre: Genre,
  open: readonly Node[],
  above: Sign | null,
  lead: Lead | null,
): Scores {
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
  const told: Purpose = only ? (only === 'plan' || only === 'other' ? 'practice' : only) : toldOf(above);
  const done: Purpose = lead?.purpose === 'result' ? 'result' : told;
  const gained = (): Purpose => (2 * open.filter((n) => tellsOfDoing(text, n)).length > open.length ? done : 'result');
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
    else if (gain) vote(scores, gained(), share * 0.6, gain[0]);
    else if (/了(?!解)/.test(heading)) vote(scores, done, share * 0.5, '了');
  }
  mood(text, open, scores, wrong, done);
  vote(scores, genre === 'report' ? 'practice' : 'plan', WEIGHT.genre * (above ? 0.5 : 1), 'document');
  return scores;
}

/** 短板与症结: what stands under two purposes of which neither is a deed tells of no deed. */
const toldOf = (above: Sign | null): Purpose =>
  above?.purposes.every((p) => p === 'problem' || p === 'cause') ? above.purposes[0]! : 'practice';

/** What a heading says was reached. The first sentence of a paragraph is a heading only because it says so. */
export const gainOf = (n: Node, heading: string): RegExpExecArray | null =>
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
export const BODY_MAX = 400;

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
export function pick(scores: Scores, above: Sign | null, own: Sign | null | undefined): Hint {
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

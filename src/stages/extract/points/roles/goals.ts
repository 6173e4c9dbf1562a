import type { Node } from '../tree.ts';
import type { Genre } from './genre.ts';
import type { Sign } from './labels.ts';
import { TASK, tellsTo } from './lexicon.ts';
import { headingOf } from './settle.ts';

/** What a label that is one of goals says. */
const GOALS = /目标|指标/;
/** Of a section of goals, what makes them an order: points to be scored, or a word that they must be reached. */
const ASSIGNED =
  /[（(](?:权重)?[0-9.]{1,5}分[)）]|权重[为占]?[0-9.]{1,5}[%分]|^[^。；;]{0,30}(?:须|应当?|必须|确保)(?:达到|完成|实现)/;
const ASSIGNED_REACH = 400;

/** Tells somebody to do something: 各单位要…, 必须…. */
const DUTY = /^[^,，0-9]{0,8}(?<![主重首需只概纲])(?:要(?!求|点|素)|必须|应当|须|务必)/;
/** Whether a heading under goals tells to do something, and does not say how much is to be reached. */
export const isTask = (heading: string): boolean => TASK.test(heading) || DUTY.test(heading);

/** What a letter of responsibility sets as goals, it orders; how many accidents may happen at most, it only limits. */
const LETTER = /责任[书状](?:[（(][^（）()]{1,20}[）)])?$/;
/** A letter whose headline was lost. */
const SAYS_SO = /(?:本|此|如下)(?:目标|管理|工作){0,2}责任[书状]|责任[书状]一式[两二三四五六]份/;
const LIMITS = /控制|约束/;
/** 甲方责任, 乙方职责: a letter between two sides lists the duties apart from the goals. */
const DUTIES = /^[甲乙]方|^(?:责任|工作|主要)(?:内容|职责)$/;
/** So many goals, each an item. */
const GOALS_MIN = 2;

/**
 * Goals are neither done nor ordered, save in an agreement that scores them, says that they must be reached, or lists duties, and in a
 * letter of responsibility that lists them.
 */
export function assign(
  text: string,
  title: string | null,
  genre: (n: Node) => Genre,
  nodes: readonly Node[],
  labels: Map<Node, Sign | null>,
): void {
  const goals = nodes.filter((n) => genre(n) === 'order' && isGoal(labels.get(n)));
  const lists = new Set(goals.filter((n) => isAssigned(text, n)).map((n) => n.list));
  const letter =
    (title === null ? SAYS_SO.test(text) : LETTER.test(title)) && !nodes.some((n) => DUTIES.test(headingOf(text, n)));
  for (const n of goals)
    if (lists.has(n.list) || listsDuties(text, n) || (letter && listsGoals(text, n)))
      labels.set(n, { purposes: ['plan'], cue: labels.get(n)!.cue });
}

const isAssigned = (text: string, n: Node): boolean =>
  ASSIGNED.test(text.slice(n.item.headStart, Math.min(n.end, n.item.headStart + ASSIGNED_REACH)));

function listsDuties(text: string, n: Node): boolean {
  const below = n.children.map((c) => headingOf(text, c));
  return below.length > 0 && below.every((h) => DUTY.test(h) || tellsTo(h));
}

const isGoal = (sign: Sign | null | undefined): boolean =>
  sign?.purposes.length === 1 && sign.purposes[0] === 'other' && GOALS.test(sign.cue);

const listsGoals = (text: string, n: Node): boolean =>
  n.children.length >= GOALS_MIN && !LIMITS.test(headingOf(text, n));

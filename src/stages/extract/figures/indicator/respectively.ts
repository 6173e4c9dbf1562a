/**
 * Rows of figures behind 分别, one for each of the things in front: 存栏8万头,出栏9万头,分别增长2%和3%; 农村48个、社区7个,分别占87%和13%.
 */
import { ending } from '../../../../text/ending.ts';
import type { FigureRole } from '../../types.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Near } from './in-front.ts';

/** A clause that says only by how much each of them changed, or how large a part of something each is. */
const EACH_CHANGED =
  /^\s*(?:(?:同比|环比|同期|比[^，,]{1,6}|较[^，,]{1,6})?分别(?:同比|环比|比[^，,]{1,6}|较[^，,]{1,6})?)(?:增长|下降|提高|降低|减少|上升|增加|上涨|下跌|提升|增|降|占(?!比)(?:[\p{Script=Han}“”]{1,10}的)?)(?:了|约|近)?/u;
/** A figure of the row with what links it to the next, and the last one. */
const MEMBER =
  /^(?:增长|下降|上升|减少|提高|降低)?(?:约|近|超)?[0-9一二两三四五六七八九十.]{1,8}(?:[%％‰]|[\p{Script=Han}]{1,4}?)(?:以上|左右)?(?=[、，,；;。和及与]|$)/u;
const LINK = /^[、和及与]/u;
/** More than so many things are told in a list. */
const MOST = 6;

/** How many figures of a row stand at the beginning of a text, each with its link: in front of it, or behind it. */
function count(text: string, linkFirst: boolean): number {
  let rest = text;
  for (let n = 0; n < MOST; n++) {
    const from = linkFirst ? (LINK.exec(rest)?.[0].length ?? 0) : 0;
    const member = linkFirst && !from ? null : MEMBER.exec(rest.slice(from));
    if (!member) return n;
    rest = rest.slice(from + member[0].length);
    if (linkFirst) continue;
    if (!LINK.test(rest)) return n + 1;
    rest = rest.slice(1);
  }
  return MOST;
}

/**
 * What a figure counts that is one of a row behind 分别: the thing whose level stands as far on in its row.
 *
 * @param recent the figures before it, the nearest last
 * @returns undefined where the clause is no such one
 */
export function changedApiece(s: Surroundings, recent: readonly Near[]): string | undefined {
  if (!s.clause.includes('分别')) return undefined;
  const head = EACH_CHANGED.exec(s.clause);
  if (!head) return undefined;
  const index = count(s.clause.slice(head[0].length), false);
  const size = index + 1 + count(s.rest, true);
  const end = recent.length - index;
  const levels = size > 1 && end >= size ? recent.slice(end - size, end) : [];
  const last = levels[size - 1];
  // 连续两年: how long is no level.
  if (levels.some((l) => /^(?:年|个?月|天|日|小时|周)$/u.test(l.unit))) return undefined;
  if (!last || levels[0]!.end <= s.sentenceStart || last.end > s.clauseStart) return undefined;
  if (/[，,].*[，,]/u.test(s.text.slice(last.end, s.clauseStart))) return undefined;
  return levels[index]!.indicator ?? undefined;
}

/** 分别达到85%、|90%: a figure of a row, behind the first. */
const JOINED = ending(/[、和与及](?:增长|下降|上升|减少|提高|降低)?(?:约|近|超)?$/u);
export const isApiece = (s: Surroundings): boolean => s.clause.includes('分别') && JOINED.test(s.clause);

/** A figure with what the rules said of its role. */
export interface Told {
  figure: { role: FigureRole };
  ruled: FigureRole;
  /** It stands in one row with the figure before it. */
  apiece: boolean;
}

/** Figures of one row say the same: where weights told them apart, what the rules said of all of them, else of the first. */
export function alike(told: readonly Told[]): void {
  for (let from = 0; from < told.length; ) {
    let to = from + 1;
    while (to < told.length && told[to]!.apiece) to++;
    const row = told.slice(from, to);
    from = to;
    if (row.every((t) => t.figure.role === row[0]!.figure.role)) continue;
    const role = row.every((t) => t.ruled === row[0]!.ruled) ? row[0]!.ruled : row[0]!.figure.role;
    for (const t of row) t.figure.role = role;
  }
}

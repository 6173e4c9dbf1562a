import { segment } from '../../../../text/segment.ts';
import type { Part } from '../numerals.ts';
import { type Members, pieces } from './members.ts';

/** Formulas of two parts whose members are so many that an exact count is no accident. */
const MEMBERS_LEAST = 5;
const countable = (parts: readonly Part[]): boolean =>
  parts.length > 1 &&
  parts.every((p) => p.count > 1 && p.key.length <= 2) &&
  parts.reduce((n, p) => n + p.count, 0) >= MEMBERS_LEAST;

/** Members of one form: all of one length, and with one character at the beginning or at the end. */
const even = (list: readonly string[]): boolean =>
  list.every((s) => s.length === list[0]!.length && s.length > 2) &&
  (list.every((s) => s[0] === list[0]![0]) || list.every((s) => s.at(-1) === list[0]!.at(-1)));

/**
 * “三简三不”，红事新办、白事简办、寿事小办，不摆排场、不比车队、不送重金: a clause for each part with members of one form; one part has its
 * key in all of its members, the others in one at least.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function evenClauses(sentence: string, parts: readonly Part[]): Members | null {
  if (!countable(parts)) return null;
  const clauses = pieces(sentence, '，,；;');
  const lists = parts.map((p, i) => {
    const list = pieces(clauses[i] ?? '', '、');
    return list.length === p.count && even(list) && list.some((s) => s.includes(p.key)) ? list : null;
  });
  const sure = parts.some((p, i) => lists[i]?.every((s) => s.includes(p.key)));
  return sure && lists.every((list) => list !== null) ? { list: lists.flat() as string[], complete: true } : null;
}

/**
 * “三让三不争”，让老人、让孩子、让病人，不与邻居争道，不与…争…: the second part is what is not done, and its word stands further on in each.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function withNegated(sentence: string, parts: readonly Part[]): Members | null {
  const [part, negated, ...more] = parts;
  if (!countable(parts) || !part || !negated || more.length || !/^不./u.test(negated.key)) return null;
  const list = pieces(sentence, '、，,；;').slice(0, part.count + negated.count);
  const [own, others] = [list.slice(0, part.count), list.slice(part.count)];
  const fits =
    others.length === negated.count &&
    own.every((s) => s.startsWith(part.key)) &&
    others.every((s) => s[0] === '不' && s.includes(negated.key.slice(1)));
  return fits && list.every((s) => s.length <= PIECE_MAX) ? { list, complete: true } : null;
}

/** As far behind the formula as a sentence with the members of all its parts is looked for. */
const REACH = 2500;
/** Longer pieces are no members. */
const PIECE_MAX = 14;

/**
 * “三助五送”…。把助餐、助浴、助洁作为…，再送文化、送健康、…: the sentence in which pieces begin with the key of each part, just as many as
 * it counts, the first part before the second.
 *
 * @param behind what stands behind the formula
 */
export function byKeys(behind: string, parts: readonly Part[]): Members | null {
  if (!countable(parts)) return null;
  for (const stretch of behind.slice(0, REACH).split(/[。！？\n]/u)) {
    const found = inStretch(stretch, parts);
    if (found) return found;
  }
  for (const paragraph of behind
    .slice(0, REACH / 2)
    .split('\n')
    .slice(0, 2)) {
    const found = inStretch(paragraph, parts);
    if (found) return found;
  }
  return null;
}

function inStretch(stretch: string, parts: readonly Part[]): Members | null {
  if (!parts.every((p) => stretch.includes(p.key))) return null;
  const all = pieces(stretch, '、，,；;：:。');
  const list: string[] = [];
  let from = 0;
  for (const part of parts) {
    const own = all.map((s, i) => memberOf(s, all[i + 1], part.key));
    const places = own.flatMap((m, i) => (m ? [i] : []));
    if (places.length !== part.count || places[0]! < from) return null;
    from = places.at(-1)! + 1;
    const members = places.map((i) => own[i]!);
    members.push(withoutRest(members.pop()!, members));
    list.push(...members);
  }
  return list.some((m) => m.length > PIECE_MAX || /\d/u.test(m)) ? null : { list, complete: true };
}

/** A piece that begins with the key; before another one that does, what stands before the key is left out: 把|助餐、助浴. */
function memberOf(piece: string, next: string | undefined, key: string): string | null {
  // 促使各地促转移 tells a story.
  if (piece.startsWith(key)) return piece.includes(key, 1) ? null : piece;
  const at = next?.startsWith(key) ? piece.lastIndexOf(key) : -1;
  return at > 0 && piece.length - at === next!.length ? piece.slice(at) : null;
}

/** 助洁|作为基本服务 behind 助餐、助浴: the others are of one length, and the sentence goes on behind the last. */
function withoutRest(last: string, others: readonly string[]): string {
  const length = others[0]?.length ?? 0;
  if (last.length <= length || others.some((s) => s.length !== length)) return last;
  return /^[vpduc]/u.test(segment(last.slice(length))[0]!.tag) ? last.slice(0, length) : last;
}

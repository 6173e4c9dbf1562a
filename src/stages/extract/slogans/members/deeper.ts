/** Members that are the headings of a section further on: 决定开展“八个一”活动。一、主题…二、内容 1.上一堂课。2.读一本书。… */
import { bisect } from '../../../../text/bisect.ts';
import type { Point } from '../../types.ts';
import type { Part } from '../numerals.ts';
import type { Article } from './expand.ts';
import { type Members, pieces } from './members.ts';

/** Headings further away belong to something else; more of them are not looked at. */
const REACH = 2500;
const POINTS = 120;
/** So few headings have a character in common by accident. */
const LEAST = 3;
const HEADING_MAX = 24;

/**
 * The headings of one section behind a mention, just as many as the formula counts, all of which begin with its word (上一堂…, 读一本…
 * for 八个一: have it), or of which each has the words of all its parts in their order.
 */
export function deeper(a: Article, close: number, parts: readonly Part[]): Members | null {
  const count = parts[0]!.count;
  const all = parts.every((p) => p.count === count);
  if (count < LEAST || !all || (parts.length > 1 ? parts.length > 2 : !isTold(parts[0]!))) return null;
  const sections = new Map<string | null, Point[]>();
  const first = bisect(a.points, (p) => p.start >= close);
  for (let i = first; i < a.points.length && i < first + POINTS && a.points[i]!.start < close + REACH; i++) {
    const p = a.points[i]!;
    const section = sections.get(p.parent);
    if (section) section.push(p);
    else sections.set(p.parent, [p]);
  }
  for (const section of sections.values()) {
    const list = section.map((p) => p.heading);
    if (list.length === count && list.every((h) => h.length <= HEADING_MAX && fits(h, parts)))
      return { list, complete: true };
  }
  return null;
}

/** A word of one character begins too many headings: only 一 of 八个一 shows in each where it stands in the middle. */
const isTold = ({ key }: Part): boolean => key === '一' || key.length > 1;

const ONE = /^\p{Script=Han}{1,3}一\p{Script=Han}/u;

function fits(heading: string, [one, other]: readonly Part[]): boolean {
  if (!other) return one!.key === '一' ? ONE.test(heading) : heading.startsWith(one!.key);
  const [first = '', second = '', more] = pieces(heading, '，,、');
  return (
    more === undefined && first.startsWith(one!.key) && (second.startsWith(other.key) || second.endsWith(other.key))
  );
}

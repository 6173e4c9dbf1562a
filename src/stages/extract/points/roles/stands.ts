import type { Role } from '../../types.ts';
import type { Node } from '../tree.ts';
import { viewOf } from './labels.ts';
import { SIGNIFICANCE } from './lexicon.ts';
import { headingOf } from './settle.ts';

/** 存在的问题及原因: which of the two a point is the rules read from its words; of the annotators' they have nine in ten. */
const TWOFOLD = /(?:问题|不足|短板)[^,，]{0,6}(?:原因|成因|根源)/;
const FAULTY: readonly Role[] = ['problem', 'cause'];

/** Whether a heading above a point says so plainly what stands below it (从初步成效看,…) that no weights better the rules. */
export function standsBelow(text: string, n: Node, ruled: Role): boolean {
  for (let up = n.parent; up; up = up.parent) {
    const above = headingOf(text, up);
    if (FAULTY.includes(ruled) && TWOFOLD.test(above)) return true;
    if (up === n.parent && viewOf(above)?.purposes[0] === ruled) return true;
    if (ruled === 'significance' && SIGNIFICANCE.test(above)) return true;
  }
  return false;
}

import { sticky } from './sticky.ts';
import { type Civil, civil } from './times-calendar.ts';

/** Events from which officialese counts, with the day on which they began. */
const EPOCHS: Readonly<Record<string, Civil>> = {
  十六大: civil(2002, 11, 8),
  十七大: civil(2007, 10, 15),
  十八大: civil(2012, 11, 8),
  十九大: civil(2017, 10, 18),
  二十大: civil(2022, 10, 16),
  改革开放: civil(1978, 12, 18),
  新中国成立: civil(1949, 10, 1),
  建国: civil(1949, 10, 1),
  建党: civil(1921, 7, 1),
};

const EPOCH = sticky(`(?:党的)?(${Object.keys(EPOCHS).join('|')})(?:胜利)?(?:召开)?以来`, '党十二改新建');

/** 党的十八大以来, 改革开放以来: from that event on; null where no such words stand at `i`. */
export function epochAt(text: string, i: number): { from: Civil; end: number } | null {
  const m = EPOCH(text, i);
  return m && { from: EPOCHS[m[1]!]!, end: i + m[0].length };
}

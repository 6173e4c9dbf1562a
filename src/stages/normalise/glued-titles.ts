import type { Edit } from '../../text/edits.ts';

const RULE = 'normalise/split-items';
/** A headline that names its kind, and 一、 with the name of the first section right behind it. */
const GLUED =
  /^([^\n。；，：一二三四五六七八九十]{6,50}(?:总结|报告|方案|意见|责任书|责任状|承诺书|汇报|讲话|办法|细则|规定|规则|计划|要点|制度|材料|体会|预案|规划))一、[^\n。；，]{2,24}$/gm;

/**
 * Where a headline and the heading of the first section ran together (某某责任书一、总则): a break before 一、, if 二、 opens a
 * line farther down and no 一、 does before it.
 */
export function findGluedTitles(text: string): Edit[] {
  const heads = [...text.matchAll(GLUED)];
  if (!heads.length) return [];
  const numbered = [...text.matchAll(/^[一二]、/gm)];
  let k = 0;
  return heads.flatMap((m) => {
    while (k < numbered.length && numbered[k]!.index < m.index) k++;
    if (numbered[k]?.[0] !== '二、') return [];
    const at = m.index + m[1]!.length;
    return [{ start: at, end: at, insert: '\n', rule: RULE }];
  });
}

import type { FoundPoint, MarkedPoint } from '../types.ts';

const POINTED = /^[0-9]{1,2}[.．]$/u;
const DIGIT = /[0-9]/u;

/**
 * The text with 、 for the full stop of numbers that run into one of the text (2.900分以上为优秀, 1.2022年1月完成…): read as it stands, an
 * amount is 2.9分 and a day is none. As long as the text; the text itself where no number does so, as in nearly all.
 *
 * @param points in the order of the text
 */
export function numbersApart(text: string, points: readonly (MarkedPoint | FoundPoint)[]): string {
  const stops = points.flatMap((p) => {
    const end = p.start + (p.number?.length ?? 0);
    return POINTED.test(p.number ?? '') && DIGIT.test(text[end] ?? '') ? [end - 1] : [];
  });
  if (!stops.length) return text;
  const parts = stops.map((stop, i) => text.slice(i ? stops[i - 1]! + 1 : 0, stop));
  return [...parts, text.slice(stops.at(-1)! + 1)].join('、');
}

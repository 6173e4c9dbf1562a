import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';

/** As far in front of its points as a label begins. */
const REACH = 24;

/** 二、|组织建设|（10分）: from the number of an item or the end of the sentence or bracket before it. */
const LABEL =
  /(?:^|[\n。；;]|[）)][、，,；;]?)\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.．）)]\s*)?([\p{Script=Han}“”]{2,12})[（(](?:权重|分值|满分|计)?$/u;

/**
 * The label of an item of an assessment whose points stand in brackets right behind it, whole: its words (组织建设, 保障落实) are
 * a name, whatever the dictionary takes them for. Null where none stands there.
 */
export function labelOf(c: Candidate, { text }: Surroundings): string | null {
  if (c.kind !== 'score' || c.bound !== '=' || !/[）)]/u.test(text[c.end] ?? '')) return null;
  const from = Math.max(0, c.start - REACH);
  const m = LABEL.exec(text.slice(from, c.start));
  return m && (m.index > 0 || from === 0 || m[0][0] === '\n') ? m[1]! : null;
}

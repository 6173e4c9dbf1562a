import type { Reading } from './reading.ts';

/** What stands for characters that cannot be known between such that can: no text has it of its own, and copies fill it. */
export const UNKNOWN = '\uFFFD';

/** Known characters that must stand in a run for each stretch that is unknown, and in all of it. */
const KNOWN_EACH = 2;

/**
 * The text of a run of which some steps are in doubt: the others as they were read, one mark for each stretch of doubtful ones.
 * 。口號喊得再項， is known but for 項 (it may be 響).
 *
 * @param doubtful steps that another reading, nearly as likely, contradicts.
 * @returns null where too little is known: the run then stays as it is seen.
 */
export function partialText(run: readonly Reading[], doubtful: ReadonlySet<Reading>): string | null {
  let text = '';
  let known = 0;
  let stretches = 0;
  for (const s of run)
    if (doubtful.has(s) || s.kind === 'open') {
      if (!text.endsWith(UNKNOWN)) {
        text += UNKNOWN;
        stretches++;
      }
    } else {
      text += s.text;
      known += s.text.length;
    }
  // A gloss tells that there is damage, and which; without one a single character may be chance.
  const each = run[0]?.kind === 'gloss' ? 1 : KNOWN_EACH;
  return stretches && known >= each * stretches ? text : null;
}

/**
 * The steps that a rival contradicts, which ends where the last of them does. Where both are of one length, those that say
 * something else; otherwise all between what both begin with and what both end with.
 */
export function contradicted(steps: readonly Reading[], rival: string): Reading[] {
  const own = steps.map((s) => s.text).join('');
  if (own.length === rival.length) {
    let at = 0;
    return steps.filter((s) => {
      at += s.text.length;
      return s.text !== rival.slice(at - s.text.length, at);
    });
  }
  const most = Math.min(own.length, rival.length);
  let head = 0;
  while (head < most && own[head] === rival[head]) head++;
  let tail = 0;
  while (tail < most - head && own[own.length - 1 - tail] === rival[rival.length - 1 - tail]) tail++;
  let at = 0;
  return steps.filter((s) => {
    const from = at;
    at += s.text.length;
    // A rival that has one more character between two of them contradicts the one before.
    return at > head && (from < own.length - tail || from === head);
  });
}

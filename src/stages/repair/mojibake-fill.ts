import { isHan } from '../../text/hanzi.ts';
import { characterCost, grow, type Step } from '../../text/language.ts';
import { codePoint } from './mojibake-codecs.ts';
import { isChinesePunctuation } from './mojibake-score.ts';

/** Characters before and behind a hole that the language model is given. */
const BEFORE = 12;
const BEHIND = 10;
/** Nats by which a character must be likelier than the next; below, U+FFFD marks the place. */
const SURE = 5;
/** Nats above which a character is too rare to be made up. */
const RARE = 15;

/**
 * A character of three UTF-8 bytes of which the last is lost, as the language has it: 党�186名 was 党员186名,
 * 不少�20次 may have been several things.
 *
 * @param before what stands before it, repaired
 * @param behind what stands behind it, up to the next hole; the end of a line counts as a break
 * @returns U+FFFD where two characters fit nearly as well.
 */
export function fillHole(lead: number, middle: number, before: string, behind: string): string {
  const start = cost(null, before.slice(-BEFORE));
  const quoted = before.lastIndexOf('“') > before.lastIndexOf('”');
  const rest = `${behind}\n`.slice(0, BEHIND);
  let best = '\ufffd';
  let least = Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  // A byte that opened a pair was lost with what followed it: 80 opens none.
  for (let last = 0x81; last <= 0xbf; last++) {
    const unit = codePoint([lead, middle, last]);
    if (!(isHan(unit) ? characterCost(unit) <= RARE : isChinesePunctuation(unit))) continue;
    const char = String.fromCharCode(unit);
    if (char === (quoted ? '“' : '”') || (!behind.trim() && !mayEnd(char, before))) continue;
    const nats = cost(start, char + rest)!.cost;
    if (nats < least) {
      next = least;
      least = nats;
      best = char;
    } else if (nats < next) next = nats;
  }
  return next - least >= SURE ? best : '\ufffd';
}

/** Marks that stand in pairs, and those that no line ends in. */
const PAIRS: Record<string, string> = {
  '》': '《',
  '】': '【',
  '」': '「',
  '』': '『',
  '）': '（',
  '〉': '〈',
  '〕': '〔',
};
const OPENING = /[、《【「『（〈〔“‘]/u;

/** May a line end in this, after what stands before? */
function mayEnd(char: string, before: string): boolean {
  const opening = PAIRS[char];
  return opening ? before.lastIndexOf(opening) > before.lastIndexOf(char) : !OPENING.test(char);
}

function cost(from: Step | null, text: string): Step | null {
  let step = from;
  for (let i = 0; i < text.length; i++) step = grow(step, text.charCodeAt(i));
  return step;
}

import { simpleForm } from '../../text/language.ts';
import { readingOf } from '../../text/readings.ts';
import { glossAt } from './marks.ts';
import type { Evidence } from './reading.ts';

const SLOTS = 1 << 20;
/** Characters of a document that are counted: a table of this size says little about more. */
const COUNTED = 1 << 22;
/** Nats that a pair of characters can gain. At more, damage that a page repeats would pass for text. */
const MOST = 3;

function slot(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 12;
}

/** What a document says about itself: which characters are glossed in it, and which characters follow which. */
export function gatherEvidence(text: string): Evidence {
  const counts = new Uint8Array(SLOTS);
  const glossed = new Set<string>();
  const length = Math.min(text.length, COUNTED);
  let last = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit === 0x28 || unit === 0xff08) && i) {
      const gloss = glossAt(text, i, true);
      if (gloss && readingOf(text[i - 1]!, gloss.reading)) {
        glossed.add(text[i - 1]!);
        i = gloss.end - 1;
        continue;
      }
    }
    const simple = simpleForm(unit);
    const at = slot(last, simple);
    if (counts[at]! < 255) counts[at]!++;
    last = simple;
  }
  const gain = Float32Array.from({ length: 256 }, (_, n) => Math.min(MOST, Math.log(1 + n)));
  return { glossed, bonus: (first, second) => gain[counts[slot(first, second)]!]! };
}

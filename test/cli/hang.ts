/** Loaded before the program (`--import`): strip never ends on a text that holds the word below, as a bad pattern would. */
import { stages } from '../../src/stages/index.ts';

export const WORD = '无尽渠';

const strip = stages.get('strip')!;
const { apply } = strip as { apply(doc: { text: string }, options: object): unknown };
Object.assign(strip, {
  apply(doc: { text: string }, options: object): unknown {
    // Two to the power of sixty ways to read it.
    if (doc.text.includes(WORD)) /^(?:共有|共|有)*$/u.test(`${'共有'.repeat(60)}。`);
    return apply(doc, options);
  },
});

/**
 * How seldom a converter chooses a traditional form: the words of a dictionary, weighted by their shares, converted by
 * OpenCC's three tables, counted by form. 别 becomes 彆 in 彆扭 only.
 */
import { Converter } from 'opencc-js/cn2t';

/** Nats from which a form is told apart from the common one of its character. */
const LEAST = 1;
/** Highest cost, one digit: what a converter never makes may still be somebody's hand. */
const MOST = 9;

/**
 * @param words by length, then by cost (in `step`s a nat), strung together
 * @param forms traditional form and simplified form in turn
 * @returns the rarer forms, each with a digit: −ln of its share among the forms of its character
 */
export function variantsOf(words: Record<string, Record<string, string>>, forms: string, step: number): string {
  const all = new Map<string, number>();
  const ofForm = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string, share: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + share);
  };
  for (const to of ['t', 'tw', 'hk'] as const) {
    const convert = Converter({ from: 'cn', to });
    for (const [length, byCost] of Object.entries(words))
      for (const [cost, list] of Object.entries(byCost)) {
        const share = Math.exp(-Number(cost) / step);
        for (let at = 0; at < list.length; at += Number(length)) {
          const word = list.slice(at, at + Number(length));
          const made = convert(word);
          if (made.length !== word.length) continue;
          for (let i = 0; i < word.length; i++) {
            add(all, word[i]!, share);
            add(ofForm, made[i]! + word[i]!, share);
          }
        }
      }
  }
  let out = '';
  for (let i = 0; i < forms.length; i += 2) {
    const [form, simple] = [forms[i]!, forms[i + 1]!];
    if (!all.has(simple)) continue;
    const cost = Math.round(-Math.log((ofForm.get(form + simple) ?? 0) / all.get(simple)!));
    if (cost >= LEAST) out += form + Math.min(cost, MOST);
  }
  return out;
}

import { segment, type Word } from '../../../../text/segment.ts';
import { isCommonWord } from '../lexicon.ts';
import * as cue from './cues.ts';
import { clausesOf, isAnaphoric, isCouplet, isEach, isParallel } from './parallel.ts';
import type { Placed } from './placed.ts';

/** Longer quotes, and those of more words, differ no more. */
const MOST = { length: 12, words: 6, tagged: 4 };
/** A verb further before the quote than so many words governs something else. */
const VERB_WITHIN = 4;
/** As far behind the quote as words are looked at. */
const BEHIND = 12;

/** The noun phrase right behind a quote: “…”品牌, “…”志愿服务队. */
const NOUN_PHRASE = /^等?[^的了，,。；;、：:！？\n“”"（(）)在是被让把使已也都将从对为]{1,10}/u;
const CLOSED = /^(?:[，,。；;、）)\n]|$)/u;

const CUES: readonly [name: string, is: (p: Placed) => boolean][] = [
  ['found', (p) => cue.FOUND_BEFORE.test(p.before)],
  ['set up', (p) => cue.SET_UP_BEFORE.test(p.before)],
  ['held', (p) => cue.HOLD_BEFORE.test(p.before)],
  ['scheme', (p) => cue.SCHEME_AFTER.test(p.after)],
  ['motto noun', (p) => cue.MOTTO_AFTER.test(p.after)],
  ['heads', (p) => p.heads],
  ['again', (p) => p.again],
  ['row', (p) => !p.alone],
  ['series', (p) => p.inSeries],
];

const FORMS: readonly [name: string, is: (s: string) => boolean][] = [
  ['particle', (s) => /[的了不]/u.test(s)],
  ['plus', (s) => /[+＋]/u.test(s)],
  ['dot', (s) => /[·•]/u.test(s)],
  ['latin', (s) => /[A-Za-z0-9]/u.test(s)],
  ['each', isEach],
  ['common', isCommonWord],
  ['fault', (s) => cue.FAULT_FORM.test(s)],
  ['title', (s) => cue.TITLE.test(s)],
  ['name end', (s) => cue.NAME_END.test(s)],
];

const kindOf = (w: Word | undefined): string => w?.tag[0] ?? '^';

/** The quoted phrase itself: its length, its words, how it begins and ends. */
function ofForm(s: string): string[] {
  const words = segment(s);
  const length = Math.min(s.length, MOST.length);
  const shape = isParallel(s) ? 'parallel' : isCouplet(s) ? 'couplet' : '';
  return [
    `length=${length}`,
    `words=${Math.min(words.length, MOST.words)}`,
    `length, words=${length} ${Math.min(words.length, MOST.tagged)}`,
    `tags=${words.length > MOST.tagged ? 'many' : words.map(kindOf).join('')}`,
    `first=${kindOf(words[0])}`,
    `last=${kindOf(words.at(-1))}`,
    `begins=${s[0]}`,
    `begins=${s.slice(0, 2)}`,
    `ends=${s.at(-1)}`,
    `ends=${s.slice(-2)}`,
    `clauses=${Math.min(clausesOf(s).length, MOST.words)} ${shape} ${isAnaphoric(s) ? 'anaphoric' : ''}`,
    ...words.map((w) => `has=${w.text}`),
    ...FORMS.filter(([, is]) => is(s)).map(([name]) => name),
  ];
}

/** What stands before it: the last words, and the verb among them. */
function ofBefore(before: string, closed: boolean): string[] {
  const words = segment(before);
  const last = words.at(-1);
  const verb = words.slice(-VERB_WITHIN).findLast((w) => w.tag[0] === 'v');
  const out = [`before=${last?.text ?? '^'}`, `before tag=${kindOf(last)}`];
  if (words.length > 1)
    out.push(`before=${words.at(-2)!.text} ${kindOf(last)}`, `before tags=${kindOf(words.at(-2))}${kindOf(last)}`);
  if (verb) out.push(`verb=${verb.text}`);
  return closed ? [...out, 'closed', ...out.slice(0, 2).map((f) => `closed ${f}`)] : out;
}

/** What stands behind it (`where`: behind its row, or behind itself): the next words, and the noun phrase they begin. */
function ofAfter(after: string, where: string): string[] {
  const words = segment(after.slice(0, BEHIND));
  const out = [`${where}=${words[0]?.text ?? '$'}`, `${where} tags=${kindOf(words[0])}${kindOf(words[1])}`];
  if (/^\d/u.test(after)) out.push(`${where} figure`);
  const phrase = NOUN_PHRASE.exec(after)?.[0];
  if (!phrase || /^[pcdu]/u.test(kindOf(words[0]))) return out;
  out.push(`${where} noun ends=${phrase.at(-1)}`);
  for (const [i, w] of segment(phrase).entries()) {
    if (!/^[nvabjlsf]/u.test(w.tag)) break;
    out.push(`${where} noun=${w.text}`);
    if (i > 0 && w.tag[0] === 'v') break;
  }
  return out;
}

/** Signs of what a quote is, each by a name of its own. They are there or not; `npm run train` learns what each is worth. */
export function quoteFeatures(p: Placed): string[] {
  return [
    'always',
    ...ofForm(p.quote.text),
    ...CUES.filter(([, is]) => is(p)).map(([name]) => name),
    ...ofBefore(p.before, CLOSED.test(p.after)),
    ...ofAfter(p.after, 'after'),
    ...(p.alone ? [] : ofAfter(p.own, 'own')),
  ];
}

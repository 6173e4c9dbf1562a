/**
 * What a figure's role is judged by besides the rules: features are names that are there or not, of the words around it and of
 * where it stands. `npm run train` gives each a weight for each role.
 */
import type { Candidate } from './candidates.ts';
import type { Ruling, Setting } from './role.ts';
import type { Surroundings } from './surroundings.ts';
import { words } from './words.ts';

/** How many characters are looked at one by one before and behind a figure, and how far words are read. */
const BEFORE = 14;
const BEHIND = 10;
const CLAUSE = 40;
const TAIL = 20;
const SENTENCE = 60;

/** White space and which digits stand there tell nothing. */
const bare = (s: string): string => s.replace(/\s/gu, '').replace(/[0-9]+/gu, '9');

function* bigrams(name: string, text: string): Generator<string> {
  for (let i = 0; i + 2 <= text.length; i++) yield `${name}=${text.slice(i, i + 2)}`;
}

/** @param tags what they begin with */
function* tagged(name: string, text: string, tags: string): Generator<string> {
  for (const w of words(text)) if (tags.includes(w.tag[0]!)) yield `${name}=${w.text}`;
}

function ofSetting(c: Candidate, t: Setting, { role: ruled, by }: Ruling, time: string | null): string[] {
  return [
    `rule=${ruled}`,
    `by=${by}`,
    `rule=${ruled} by=${by}`,
    `rule=${ruled} kind=${c.kind}`,
    `rule=${ruled} point=${t.point}`,
    `rule=${ruled} genre=${t.genre}`,
    `kind=${c.kind}`,
    `unit=${c.unit}`,
    `bound=${c.bound}`,
    `number=${c.rule}`,
    `per=${t.per !== null} often=${t.often}`,
    `point=${t.point}`,
    `genre=${t.genre}`,
    `point=${t.point} genre=${t.genre}`,
    `plan=${t.plan}`,
    `goal=${t.goal}`,
    `told=${t.told}`,
    `preamble=${t.preamble} genre=${t.genre}`,
    `previous=${t.previous} joined=${t.joined}`,
    `kin=${t.kin}`,
    `time=${time && bare(time).slice(0, 6)}`,
  ];
}

/**
 * @param ruling what the rules say
 * @param time the time expression that holds for it
 */
export function roleFeatures(
  c: Candidate,
  s: Surroundings,
  setting: Setting,
  ruling: Ruling,
  time: string | null,
): string[] {
  const found = ofSetting(c, setting, ruling, time);
  const before = bare(s.clause).slice(-BEFORE);
  const behind = bare(s.tail).slice(0, BEHIND);
  for (let n = 1; n <= 4; n++) found.push(`before=${before.slice(-n)}`, `behind=${behind.slice(0, n)}`);
  found.push(...bigrams('left', before), ...bigrams('right', behind));
  found.push(...tagged('clause', s.clause.slice(-CLAUSE), 'vdpc'));
  found.push(...tagged('tail', s.tail.slice(0, TAIL), 'vdpcu'));
  const earlier = s.sentence.slice(0, s.sentence.length - s.clause.length);
  found.push(...tagged('sentence', earlier.slice(-SENTENCE), 'vdpct'));
  if (/了|已|曾|先后|累计/u.test(s.clause)) found.push('done');
  if (!s.clause) found.push('first');
  return found;
}

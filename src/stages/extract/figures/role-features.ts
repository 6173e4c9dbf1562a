/**
 * What a figure's role is judged by besides the rules: features are names that are there or not, of the words around it and of
 * where it stands. `npm run train` gives each a weight for each role.
 */
import type { Word } from '../../../text/segment.ts';
import { bigrams, type Features } from '../features.ts';
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

/** The words of a text whose tags begin with one of these letters. */
const tagged = (text: string, tags: string): readonly Word[] => words(text).filter((w) => tags.includes(w.tag[0]!));

function ofSetting(f: Features, c: Candidate, t: Setting, { role: ruled, by }: Ruling, time: string | null): void {
  f.put`rule=${ruled}`;
  f.put`by=${by}`;
  f.put`rule=${ruled} by=${by}`;
  f.put`rule=${ruled} kind=${c.kind}`;
  f.put`rule=${ruled} point=${t.point}`;
  f.put`rule=${ruled} genre=${t.genre}`;
  f.put`kind=${c.kind}`;
  f.put`unit=${c.unit}`;
  f.put`bound=${c.bound}`;
  f.put`number=${c.rule}`;
  f.put`per=${t.per !== null} often=${t.often}`;
  f.put`point=${t.point}`;
  f.put`genre=${t.genre}`;
  f.put`point=${t.point} genre=${t.genre}`;
  f.put`plan=${t.plan}`;
  f.put`goal=${t.goal}`;
  f.put`told=${t.told}`;
  f.put`preamble=${t.preamble} genre=${t.genre}`;
  f.put`previous=${t.previous} joined=${t.joined}`;
  f.put`kin=${t.kin}`;
  f.put`time=${time && bare(time).slice(0, 6)}`;
}

/**
 * Tells the features of a figure's role.
 *
 * @param ruling what the rules say
 * @param time the time expression that holds for it
 */
export function roleFeatures(
  features: Features,
  c: Candidate,
  s: Surroundings,
  setting: Setting,
  ruling: Ruling,
  time: string | null,
): void {
  ofSetting(features, c, setting, ruling, time);
  const before = bare(s.clause).slice(-BEFORE);
  const behind = bare(s.tail).slice(0, BEHIND);
  for (let n = 1; n <= 4; n++) {
    features.put`before=${before.slice(-n)}`;
    features.put`behind=${behind.slice(0, n)}`;
  }
  for (const two of bigrams(before)) features.put`left=${two}`;
  for (const two of bigrams(behind)) features.put`right=${two}`;
  for (const w of tagged(s.clause.slice(-CLAUSE), 'vdpc')) features.put`clause=${w.text}`;
  for (const w of tagged(s.tail.slice(0, TAIL), 'vdpcu')) features.put`tail=${w.text}`;
  const earlier = s.sentence.slice(0, s.sentence.length - s.clause.length);
  for (const w of tagged(earlier.slice(-SENTENCE), 'vdpct')) features.put`sentence=${w.text}`;
  if (/了|已|曾|先后|累计/u.test(s.clause)) features.put`done`;
  if (!s.clause) features.put`first`;
}

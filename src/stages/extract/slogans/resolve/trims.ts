import type { Candidate } from './cuts.ts';
import type { Question } from './features.ts';
import { isDigit } from './shape.ts';
import { either, mostOf, type Sign, sign, signs, signsOfTwo, steps } from './signs.ts';

export const STARTS = signs((how: string) => `starts=${how}`);
export const ENDS = signs((how: string) => `ends=${how}`);
const OFF_FIRST = signs((tag: string) => `off first=${tag}`);
const OFF_LAST = signs((tag: string) => `off last=${tag}`);
const OFF_FIRST_BY = steps('off first', 1, 2, 4, 8, 99);
const OFF_LAST_BY = steps('off last', 1, 2, 4, 8, 99);
const LONG = sign('long');
const FIRST_LIKE = either('off first like');
const LAST_LIKE = either('off last like');
const OFF = signsOfTwo((ends: string, what: string) => `off ${ends}=${what}`);
const EVENLY = signs((is: boolean) => `${is}`);
const STARTS_IN_WORD = either('starts in word');
const IN_WORD = either('in word');

const MOST_OF_STARTS = new Map<Candidate['starts'], number>([
  ['first', 2 * mostOf('off first=') + mostOf('off first like=') + mostOf('starts in word=')],
  ['prefix', mostOf('starts in word=')],
]);
const MOST_OF_ENDS = new Map<Candidate['ends'], number>([
  ['as', 0],
  ['last', 2 * mostOf('off last=') + mostOf('off last like=') + mostOf('in word=')],
]);
for (const ends of ['key', 'suffix', 'noun', 'even', 'serving', 'parts'] as const)
  MOST_OF_ENDS.set(ends, 2 * mostOf(`off ${ends}=`) + mostOf('in word='));

/** The most that what was cut off may weigh, beside how it was cut. */
export const mostOff = ({ starts, ends }: Pick<Candidate, 'starts' | 'ends'>): number =>
  (MOST_OF_STARTS.get(starts) ?? 0) + MOST_OF_ENDS.get(ends)!;

/** Signs of what was cut off, and whether it had to be. */
export function ofTrims(c: Candidate, q: Question): Sign[] {
  const { starts, ends, spans } = c;
  const out = [STARTS(starts), ENDS(ends)];
  if (starts === 'first') ofFirst(c, q, out);
  if (ends === 'last') ofLast(c, q, out);
  else if (ends !== 'as') ofEnds(c, q, out);
  if (starts === 'first' || starts === 'prefix') out.push(STARTS_IN_WORD(startsInWord(c, q)));
  if (ends === 'last' || ends === 'even' || ends === 'suffix') out.push(IN_WORD(spans.some((s) => cutInWord(s, q))));
  return out;
}

/** What stands before the first member, and whether this begins as the others do. */
function ofFirst({ run, spans }: Candidate, { words }: Question, out: Sign[]): void {
  const off = { start: run.spans[0]!.start, end: spans[0]!.start };
  const own = words.firstTag(spans[0]!);
  out.push(
    OFF_FIRST(words.lastTag(off)),
    OFF_FIRST_BY(off.end - off.start).and(LONG),
    FIRST_LIKE(spans.every((s) => words.firstTag(s) === own)),
  );
}

/** What stands behind the last member, and whether this ends as the others do. */
function ofLast({ run, spans }: Candidate, { words }: Question, out: Sign[]): void {
  const off = { start: spans.at(-1)!.end, end: run.spans.at(-1)!.end };
  const own = words.lastTag(spans.at(-1)!);
  out.push(
    OFF_LAST(words.firstTag(off)),
    OFF_LAST_BY(off.end - off.start).and(LONG),
    LAST_LIKE(spans.every((s) => words.lastTag(s) === own)),
  );
}

/** What was cut off from all of them. */
function ofEnds({ run, spans, ends }: Candidate, { words }: Question, out: Sign[]): void {
  const tags = run.spans.map((s, i) => words.firstTag({ start: spans[i]!.end, end: s.end }));
  const lengths = run.spans.map((s, i) => s.end - spans[i]!.end);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  out.push(
    OFF(ends, tags.every((t) => t === tags[0]) ? tags[0]! : 'mixed'),
    OFF(ends, `${OFF_BOUNDS.findIndex((b) => most <= b)}`).and(EVENLY(least === most)),
  );
}
const OFF_BOUNDS = [0, 1, 2, 3, 5, 99];

const startsInWord = ({ run, spans }: Candidate, { words }: Question): boolean =>
  spans.some((s, i) => {
    const from = run.spans[i]!.start;
    return from < s.start && !words.startsWord(from, s.start);
  });

const HAN = /[\p{Script=Han}]/u;

/** Whether a member ends where no word does, or within a number. */
const cutInWord = (s: { start: number; end: number }, { words, text }: Question): boolean =>
  (isDigit(text.charCodeAt(s.end - 1)) || !words.endsWord(s.start, s.end)) && HAN.test(text[s.end] ?? '');

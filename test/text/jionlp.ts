/** The time cases of the JioNLP suite (../shared/suites/jionlp), and what the project's reading of times makes of them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findTimes } from '../../src/text/times.ts';

const FILE = path.resolve(import.meta.dirname, '../../../shared/suites/jionlp/time_parser.json');

export interface JioCase {
  input: string;
  /** Unix time, or its parts from the year on, read in Asia/Shanghai. */
  base?: number | number[] | Record<string, number>;
  expected: { type: string; time: [from: string, to: string] };
}

/** What policy texts do not say: the hour or a stretch of hours, bare digits, the lunar calendar, terms for a couple of years. */
const COLLOQUIAL = /[点时钟刻分秒夜晚]|黎明|初|廿|腊月|^[\d\-:：/]+$|^十一$|前两年|多年/u;

/** Points and spans of time; periods and durations are no times. Null where the suite is not there. */
export function jioCases(): JioCase[] | null {
  if (!existsSync(FILE)) return null;
  const all = JSON.parse(readFileSync(FILE, 'utf8')) as JioCase[];
  return all.filter((c) => /point|span/u.test(c.expected.type));
}

export const isColloquial = ({ input }: JioCase): boolean => COLLOQUIAL.test(input);

const two = (n: number): string => String(n).padStart(2, '0');

function baseOf(base: JioCase['base']): string {
  if (base === undefined) return '2021-06-14T01:06:40';
  if (typeof base === 'number') return new Date((base + 8 * 3600) * 1000).toISOString().slice(0, 19);
  const parts = Array.isArray(base) ? base : Object.values(base);
  const day = [String(parts[0]), ...parts.slice(1, 3).map(two)].join('-');
  return parts.length > 3 ? `${day}T${two(parts[3]!)}:${two(parts[4] ?? 0)}:${two(parts[5] ?? 0)}` : day;
}

const stamp = (s: string | null): number | null =>
  s === null ? null : Date.parse(s.length === 10 ? `${s}T00:00:00Z` : `${s}Z`);
const wantedStamp = (s: string): number | null => (/inf/u.test(s) ? null : Date.parse(`${s.replace(' ', 'T')}Z`));
const near = (a: number | null, b: number | null, slack: number): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= slack;

/** Whether exactly one time is found, with the interval that is meant; theirs ends a second before the next begins, or a minute. */
export function isMet({ input, base, expected }: JioCase): boolean {
  const [time, more] = findTimes(input, baseOf(base));
  const [from, to] = expected.time;
  return (
    time !== undefined &&
    !more &&
    near(stamp(time.from), wantedStamp(from), 1000) &&
    near(stamp(time.to), wantedStamp(to), 60_000)
  );
}

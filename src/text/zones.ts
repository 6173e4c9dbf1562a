/** Zones behind a time of day, and the time of day in China that is meant. */
import { civil, fullIso, MINUTE } from './times-calendar.ts';

/** Minutes that clocks in China are ahead of UTC, all year and everywhere. */
const CHINA = 8 * 60;
/** No clock is farther from UTC. */
const FARTHEST = 14 * 60;

/** A time of day as it is written. */
export interface Clock {
  y: number;
  m: number;
  d: number;
  h: number;
  mi: number;
  /** Null where none is given. */
  s: number | null;
}

export interface Zone {
  /** Ahead of UTC. */
  minutes: number;
  /** UTF-16 offset behind it. */
  end: number;
}

/** Seconds may have parts. */
const NAMED =
  /(?:[.,]\d{1,9})?\s{0,2}(?:Z|\(?(?:GMT|UTC?)\s?(?:(?<sign>[+-])(?<h>\d{1,2})(?::?(?<mi>\d{2}))?\)?)?)(?![A-Za-z\d])/iy;
const NUMERIC = /(?:[.,]\d{1,9})?\s?(?<sign>[+-])(?<h>\d{2}):?(?<mi>\d{2})(?![\d:])/y;

/**
 * The zone that stands at an offset of a text, right behind a time of day: `Z`, `GMT`, `UTC+8`, `+08:00`; null for none and for names that
 * several zones share (CST).
 *
 * @param numeric whether figures alone are one: in 10:30-11:30 they are not
 */
export function zoneAt(text: string, at: number, numeric: boolean): Zone | null {
  for (const form of numeric ? [NAMED, NUMERIC] : [NAMED]) {
    form.lastIndex = at;
    const m = form.exec(text);
    if (!m) continue;
    const { sign, h, mi } = m.groups!;
    const minutes = (sign === '-' ? -1 : 1) * (Number(h ?? 0) * 60 + Number(mi ?? 0));
    return Math.abs(minutes) > FARTHEST ? null : { minutes, end: form.lastIndex };
  }
  return null;
}

/** `2016-12-02T16:30` as clocks in China show it; the same where no zone is known. */
export function chineseTime(clock: Clock, zone: Zone | null): string {
  return isoOf(clock, zone ? CHINA - zone.minutes : 0);
}

/** The moment in UTC, with its `Z`; where no zone is known as it is written, without. */
export function momentOf(clock: Clock, zone: Zone | null): string {
  return zone ? `${isoOf(clock, -zone.minutes)}Z` : isoOf(clock, 0);
}

/** A moment counted from 1970 in UTC, as clocks in China show it. @param ms milliseconds */
export const chineseTimeAt = (ms: number): string => fullIso(ms + CHINA * MINUTE).slice(0, 19);

/** The same in UTC. */
export const momentAt = (ms: number): string => `${fullIso(ms).slice(0, 19)}Z`;

function isoOf({ y, m, d, h, mi, s }: Clock, later: number): string {
  return fullIso(civil(y, m, d, h, mi, s ?? 0) + later * MINUTE).slice(0, s === null ? 16 : 19);
}

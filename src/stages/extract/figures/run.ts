import type { TimeMention } from '../../../text/times.ts';
import type { Figure, FigureRole } from '../types.ts';
import type { Genre } from './genre.ts';
import type { Named } from './indicator/indicator.ts';
import type { Outline } from './outline.ts';
import type { Candidate } from './read/candidates.ts';
import type { Ruling } from './role/role.ts';

/** What a figure is judged by where rules only guess. */
export interface Seen {
  start: number;
  /** Of its role. */
  features: readonly string[];
  ruling: Ruling;
  /** What rules say that it counts, and the phrases that it may count. */
  named: Named;
  phrases: readonly { text: string; features: readonly string[] }[];
}

/** What the run over the candidates has seen so far. */
export interface Run {
  text: string;
  observe: ((seen: Seen) => void) | undefined;
  outline: Outline;
  genre: Genre;
  title: string;
  /** Where the first point starts; 0 without points. */
  body: number;
  /** Where a text begins that the article only hands on. */
  annex: number;
  times: readonly TimeMention[];
  periods: readonly TimeMention[];
  timeAt: number;
  periodAt: number;
  previous: Known | null;
  /** The figure before that. */
  earlier: Known | null;
  /** The last figures, the nearest at the end. */
  recent: readonly Known[];
  /** The last figure of each unit. */
  kin: Map<string, Known>;
}

/** A figure with what the rules need to know of it for those behind it. */
export type Known = Figure & { kind: Candidate['kind']; ruled: FigureRole };

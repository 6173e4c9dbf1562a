import { ending, oneOf } from '../../../../text/ending.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';
import { following } from './ahead.ts';
import { type Near, preceding } from './in-front.ts';
import { SHELL } from './shells.ts';

/** Tags of words that name a deed and nothing else. */
const VERBAL = oneOf('v d vd vq ad f p c t r ul y');
/** Kinds that count what stands behind them. */
export const COUNTING = oneOf('people thing event age none');

const isVerbal = (front: string | null): boolean =>
  front === null || (segment(front).every((w) => VERBAL.test(w.tag)) && !PAIRED.test(front));
/** 减税降费, 复合种植: four characters of verbs that name an undertaking. */
const PAIRED = ending(/^(?:新增|累计)?(?:[减降增退提扩稳治救]\p{Script=Han}){2}$/u);

/** Money is said of what stands in front, unless 的 or a word for money follows: 300万元专项经费. */
const FUNDS =
  /^(?:的|.{0,6}(?:资金|经费|基金|贷款|补助|奖金|补贴|奖励|专项)|\p{Script=Han}{1,4}[金款](?=$|[，,、。；;]))/u;

function isAhead(c: Candidate, s: Surroundings): boolean {
  if (c.kind === 'rank') return false;
  // 近6000亩|“望天田”, at the start of a clause
  if (c.kind === 'measure' && /^[“「]/u.test(s.tail) && /^\s*$/u.test(s.clause)) return true;
  // 七成|居民希望增设车位
  if (c.unit === '成' && /^[\p{Script=Han}]/u.test(s.tail) && /^$|(?:有|中)$/u.test(s.clause)) return true;
  // 500万元以上|项目2个: the bound sorts them.
  if (c.kind === 'money' && (c.bound === '>=' || c.bound === '<=') && /^[\p{Script=Han}]{2,6}[0-9]/u.test(s.tail))
    return true;
  if (c.kind === 'money') return FUNDS.test(s.tail);
  if (COUNTING.test(c.kind) || /^(?:的|比例)/u.test(s.tail)) return true;
  return c.kind === 'measure' && /^[\p{Script=Han}]/u.test(s.tail);
}

/** Earlier figures, of which something may be said again. */
export interface Before {
  /** The figure before, in the same sentence. */
  near: Near | null;
  /** The last figure with the same unit in the same paragraph. */
  kin: Near | null;
  /** The figure before that one, in the same sentence. */
  earlier: Near | null;
  /** The last score in the sentence: a rank is said of it. */
  scored: Near | null;
  /** The last figures of the text, the nearest at the end. */
  recent: readonly Near[];
}

/** A figure with what the rules ask about it; what several of them ask is found once. */
export class Asked {
  readonly c: Candidate;
  readonly s: Surroundings;
  readonly near: Near | null;
  readonly kin: Near | null;
  readonly earlier: Near | null;
  readonly scored: Near | null;
  readonly recent: readonly Near[];
  readonly often: boolean;
  #front: string | null | undefined;
  #ahead: string | null | undefined;
  #verbal: boolean | undefined;

  constructor(c: Candidate, s: Surroundings, { near, kin, earlier, scored, recent }: Before, often: boolean) {
    this.c = c;
    this.s = s;
    this.near = near;
    this.kin = kin;
    this.earlier = earlier;
    this.scored = scored;
    this.recent = recent;
    this.often = often;
  }

  /** What stands in front of it. */
  get front(): string | null {
    if (this.#front === undefined) this.#front = preceding(this.c, this.s, this.near);
    return this.#front;
  }

  /** What stands behind it, where that can be what is counted. */
  get ahead(): string | null {
    if (this.#ahead === undefined) this.#ahead = isAhead(this.c, this.s) ? following(this.c, this.s) : null;
    return this.#ahead;
  }

  /** Only verbs stand in front of it. */
  get verbal(): boolean {
    this.#verbal ??= isVerbal(this.front);
    return this.#verbal;
  }

  get shell(): boolean {
    return this.front !== null && SHELL.test(this.front);
  }

  /** Money with 的 behind it: what is worth it, or what it is called. */
  get worth(): boolean {
    return this.c.kind === 'money' && this.s.tail.startsWith('的');
  }
}

import { ending } from '../../../text/ending.ts';
import type { Candidate } from './read/candidates.ts';
import type { Surroundings } from './surroundings.ts';

/** A clause that ends in a change to a level: 由48%下降到|41%. */
const CHANGED = ending(
  /(?:提高|提升|上升|增加|增长|扩大|减少|下降|降低|压缩|压减|缩短|缩减|缩小|精简|调整|上调|下调|跃升|拓展|升|增|减|降|涨|跌|压|壮大|扩展|扩充|攀升|延伸|整合|合并|归并|收窄|挪|提)[到至为]$|[0-9%％\p{Script=Han}]→$/u,
);
/** 增加到2022年的|1.9万元: the time of the end may stand between. */
const untimed = (clause: string): string =>
  /[的年底末]$/u.test(clause)
    ? clause.replace(/(?:(?:20[0-9]{2}|[去今上当])年[底末]?的?|(?:现在|目前|如今)的)$/u, '')
    : clause;
/** Whether the clause in front says that something changed to what the figure says. */
export const isChanged = (s: Surroundings): boolean => CHANGED.test(untimed(s.clause));
/** What stands behind a level that something changed from: 48%|下降到41%. */
export const CHANGES =
  /^的?(?:一路|直接|迅速|快速|大幅|逐步|逐年|稳步)?(?:提高|提升|上升|增加|增长|扩大|减少|下降|降低|降|升|增|减|涨|跌|攀|掉|压缩|压减|压|缩短|缩减|缩小|精简|调整|上调|下调|跃升|变|发展|壮大|拓展|扩展|扩充|攀升|延伸|优化调整|整合|合并|归并|收窄|挪|提)?[到至为]/u;

const FROM = ending(/[由从][^，,由从]{0,12}$/u);

/** Whether a figure is the level that a change began at: 由|45%|提高到60%, 从搬迁前的|3260元|增加到…. */
export const isBaseline = (c: Candidate, s: Surroundings): boolean =>
  (s.clause.includes('由') || s.clause.includes('从')) &&
  FROM.test(s.clause) &&
  CHANGES.test(s.text.slice(c.end, c.end + 8));

/** 每月1次增加到|每周1次: what comes behind is a habit too. */
const HABIT_BEHIND = /^\p{Script=Han}{2,6}每[年月周季天日]/u;
const HABIT = ending(/每\p{Script=Han}{0,2}$/u);

/** 由每年80场|减到30场: levels of a change, whose period is that of a rate; of 由每月1次增加到每周1次 both are habits. */
export const isLevel = (c: Candidate, s: Surroundings): boolean =>
  isBaseline(c, s) ? !HABIT_BEHIND.test(s.tail) : isChanged(s) && !HABIT.test(s.clause);

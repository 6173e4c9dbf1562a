import { ending } from '../../../text/ending.ts';
import { isChanged } from './changes.ts';
import type { Candidate } from './read/candidates.ts';
import type { Known, Run } from './run.ts';
import { amountPeriod, type Period, periodOf, type Surroundings } from './surroundings.ts';

/** Units of events: a period that touches them belongs to the text (每季度一次). */
export const OFTEN = ending(/^(?:次|场|场次|轮|期|遍|回|班)$/u);

/** The period of a figure: its own, or that of a figure before it, which goes on. */
export function periodBefore(run: Run, c: Candidate, s: Surroundings): Period | null {
  while (run.periodAt + 1 < run.periods.length && run.periods[run.periodAt + 1]!.start < c.start) run.periodAt++;
  const own = periodOf(c, s, run.periods, run.periodAt);
  // 每年培训1次、参训率达95%以上: a rate behind another figure is no rate of a year.
  const p = run.previous;
  const apart =
    own !== null &&
    c.kind === 'percent' &&
    p !== null &&
    p.kind !== 'percent' &&
    p.start >= own.start &&
    own.start < c.start;
  // 每年用于党建的经费低于1万元的|有97家: the period is of what sorts them.
  const sorts = own !== null && p !== null && p.start >= own.start && own.start < c.start && s.text[p.end] === '的';
  return (apart || sorts ? null : own) ?? carriedOver(run, c, s);
}

/**
 * 人均年收入4.2万元,其中绩效补助1.1万元、岗位津贴0.6万元; 每年40天,低于规定的50天; 每年实训2次,人均不少于8天: a part of what the
 * figure before says, what it is measured against, or its mean has its period.
 */
function goesOn(p: Known, c: Candidate, s: Surroundings): boolean {
  const direct = !/[，,：:].*[，,：:]/u.test(s.text.slice(p.end, c.start));
  if (!direct) return false;
  if (/^\s*(?:人均|户均|村均|每人|每户)$/u.test(s.clause)) return c.kind !== 'percent';
  if (p.unit !== c.unit || c.kind === 'percent') return false;
  if (p.end < s.clauseStart && PEAK.test(s.clause)) return true;
  if (p.end > s.clauseStart)
    return isPart(s.clause) && /^[、和及][\p{Script=Han}]{2,10}$/u.test(s.text.slice(p.end, c.start));
  return isPart(s.clause) || /^\s*(?:低于|高于|少于|多于|达不到|未达到|远低于|超过)$/u.test(s.clause);
}
/** 日均进站1200人次,旺季能到|3000人次: the most that the mean comes to. */
const PEAK =
  /^\s*(?:春运|节假日|旅游|用[水电]|客流)?(?:高峰|旺季|峰值|最高峰?|最多)(?:时|期|日|时段)?(?:可|能|可以|曾|一度|更|时)?(?:达到?|到|超过?|突破)?$/u;
const isPart = (clause: string): boolean => /^\s*其中/u.test(clause) && !/年|月|季度/u.test(clause);

/** How far behind a frequency the clause may end whose next one it holds for: 每两月会商一次案情,通报一次…. */
const CARRY = 24;

/** 每名党员每年学习不少于32学时,支部书记不少于56学时: the period of the clause before holds on. */
function carriedOver(run: Run, c: Candidate, s: Surroundings): Period | null {
  const p = run.previous;
  // 日供水能力由95万吨提高到130万吨
  if (p?.per && p.unit === c.unit && p.end > s.clauseStart && isChanged(s))
    return { per: p.per, contiguous: false, often: false, start: c.start };
  // 低保、特困月标准分别为420元、|860元
  if (p?.per && p.unit === c.unit && p.ruled !== 'frequency' && /^[、和及]$/u.test(s.text.slice(p.end, c.start)))
    return { per: p.per, contiguous: false, often: false, start: c.start };
  if (p?.per && p.start >= s.sentenceStart && goesOn(p, c, s))
    return { per: p.per, contiguous: false, often: false, start: c.start };
  if (
    !p?.per ||
    (p.ruled !== 'frequency' && p.kind !== 'money') ||
    p.unit !== c.unit ||
    p.start < s.sentenceStart ||
    p.end >= s.clauseStart
  )
    return null;
  const carried = { per: p.per, contiguous: false, often: true, carried: true, start: c.start };
  const another = /年|[每按]|季度|学期/u.test(s.clause);
  if (p.bound !== '=' && p.bound === c.bound && !another && s.clauseStart - p.end <= 2) return carried;
  // 每年不少于12次,每少|1次扣2分
  if (/每[少缺漏超多]$/u.test(s.clause)) return null;
  // Another time, or something told, ends it: 每月例会1次,全年共督查3次.
  if (!OFTEN.test(c.unit) || s.clauseStart - p.end > CARRY || /[年月日了共已]|累计|先后|期间|季度/u.test(s.clause))
    return null;
  return { ...carried, carried: false };
}

/** 污水日处理量⏎目标值:不少于900吨: the name of the row says of which period. */
export const rowPeriod = (c: Candidate, s: Surroundings, indicator: string | null): string | null =>
  c.kind === 'measure' && indicator !== null && !s.sentence.includes(indicator) ? amountPeriod(indicator) : null;

/** 月工资收入3000元以下者…, 3000元以上者…: what is measured brings its period with it. */
export const bringsPeriod = (c: Candidate, s: Surroundings, kin: Known | null, indicator: string | null): boolean =>
  c.kind === 'money' &&
  kin !== null &&
  !/[去今上前全0-9]年|年前|一次性/u.test(s.clause) &&
  !/^\s*(?:总?共|合计|总计|一共)/u.test(s.clause) &&
  kin.ruled !== 'frequency' &&
  kin.indicator === indicator;

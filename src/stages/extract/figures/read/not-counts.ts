import type { Surroundings } from '../surroundings.ts';
import type { Candidate } from './candidates.ts';

/** 35千伏线路, 10千伏变电站: the class of a line, not how much of it there is. */
const isVoltage = (c: Candidate, s: Surroundings): boolean =>
  c.unit === '千伏' && /^(?:[输变配]|线|电[力网缆]|以上(?:线|[输变配电]))/u.test(s.tail);

/** 2.0版, 平台3.1版: a version, told by its point; 2版 of a newspaper are pages. */
const isVersion = (c: Candidate, s: Surroundings): boolean =>
  c.unit === '版' && c.arabic && s.text.slice(c.number, c.unitEnd).includes('.');

/** 3.1 人员保障 at the beginning of a line: the number of a heading. */
const isHeadingNumber = (c: Candidate, s: Surroundings): boolean =>
  c.arabic &&
  c.scale === 1 &&
  (c.number === 0 || s.text[c.number - 1] === '\n') &&
  /^[1-9][0-9]?\.[1-9][0-9]?[ 　]/u.test(s.text.slice(c.number, c.unitEnd)) &&
  /^\p{Script=Han}{1,12}(?:\n|$)/u.test(s.text.slice(c.unitEnd, c.unitEnd + 14));

/** 最后一公里, 最后一百米: a saying without its quotation marks. */
const isLastMile = (c: Candidate, s: Surroundings): boolean =>
  !c.arabic && s.clause.endsWith('最后') && /^(?:一公里|一百米|一米|百米)/u.test(s.text.slice(c.number, c.unitEnd));

/** 劣五类水质: a class. */
const isClass = (c: Candidate, s: Surroundings): boolean => c.unit === '类' && s.clause.endsWith('劣');

/** 五十亿项目3个, 百亿企业2家: what size they have, said without a unit. */
const isSizeName = (c: Candidate, s: Surroundings): boolean =>
  c.unit === '' && !c.arabic && c.bound === '=' && c.scale >= 1e8 && /^(?:级|项目|企业|园区|产业|集群)/u.test(s.tail);

/** 亿元以上项目3个: the same with a unit and a bound, where how many there are is said behind it. */
const isSizeClass = (c: Candidate, s: Surroundings): boolean =>
  c.rule === 'bare' &&
  c.kind === 'money' &&
  /^的?[\p{Script=Han}]{0,4}(?:项目|企业|产业)[^，,。；;]{0,4}[0-9]/u.test(s.tail);

/** 三日内回访率, 一个月内办结率: when it is measured, in the name of a rate. */
const isInName = (c: Candidate, s: Surroundings): boolean =>
  c.kind === 'duration' && c.bound === '<=' && /^[\p{Script=Han}]{2,6}(?<!效)率(?![先领])/u.test(s.tail);

/** 三年之内…, 两年内不低于…: by when, not how long. */
const isDeadline = (c: Candidate, s: Surroundings): boolean =>
  c.kind === 'duration' &&
  !/[到至在为]$/u.test(s.clause) &&
  /^[一二两三四五六七八九十0-9]{1,2}年(?:之内|内)$/u.test(s.text.slice(c.number, c.end)) &&
  (s.text[c.end - 2] === '之'
    ? !/^[不未没]/u.test(s.tail)
    : /^(?:不(?:低于|少于|超过|高于)|达到|提高到)/u.test(s.tail));

/** 还有三处短板: how long the list is that follows. */
const isList = (c: Candidate, s: Surroundings): boolean =>
  !c.arabic && c.value < 10 && c.bound === '=' && /^(?:突出)?(?:短板|难题|弱项|不足|堵点|难点|软肋)/u.test(s.tail);

/** 登上亿元台阶: 上 belongs to the verb. */
const isStepped = (c: Candidate, s: Surroundings): boolean =>
  c.scale >= 1e4 && s.text[c.start] === '上' && /[登站迈跨踏走跃冲闯]$/u.test(s.clause);

const RULES = [
  isVoltage, isVersion, isHeadingNumber, isLastMile, isClass, isSizeName, isSizeClass, isInName, isDeadline, isList, isStepped,
]; // biome-ignore format: a table

/** A numeral in the name of something, or that says when or how long a list is: it counts nothing. */
export const isNoCount = (c: Candidate, s: Surroundings): boolean => RULES.some((rule) => rule(c, s));

import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { bandOf, isScore } from './bands.ts';
import { rowName } from './rows.ts';

/** 未按期换届|扣5分, 班子成员空缺|每名扣2分, 迟缴、漏缴|每人次扣1分: what costs or earns the points stands in front. */
const SCORED =
  /(?:每(?:[少低缺超多晚迟]|发现|出现|增加|减少|有|上升|下降)?(?:[一1]?(?:个|次|项|例|人次?|名|件|篇|批|百分点|起|处|天|期|份|家|户)|个百分点)?(?:[（(]次[）)])?|少一次|[一1]次)?(?:酌情|各|一次性|最多|最高|加倍|相应|直接)?[扣加减记计得](?:除|上)?$/u;

const HOW = /^(?:分别|各|一次性|最多|最高|再|另|全年|累计|相应|每[条次项月])+$/u;

/** The number of an item is none of its words: （三）主动捐献的. */
const ITEM = /^\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[①-⑳])\s*/u;

function clauseBefore(s: Surroundings): string | null {
  const before = s.sentence.slice(0, s.clauseStart - s.sentenceStart).replace(/[，,：:]$/u, '');
  return (
    before
      .slice(-30)
      .replace(/^.*[，,：:]/u, '')
      .replace(ITEM, '') || null
  );
}

/** 发生一般事故的|,每起扣5分: the case, without the words that make it one; 超额部分|每增加1个百分点加0.3分,最多加3分. */
function caseBefore(s: Surroundings): string | null {
  const clause = clauseBefore(s);
  if (!clause) return null;
  const happened = /^(?:[0-9]{1,2}[.．、])?发生([^0-9]{2,16})的$/u.exec(clause);
  return happened
    ? happened[1]!
    : clause
        .replace(/(?<=.{4})[加扣得计记][0-9.]{1,4}分$/u, '')
        .replace(/(?<=.{2})(?:每(?:增加|减少|提高|降低|高出|低出|高于|低于|超|少|多)[^，,]*)$/u, '');
}

/** 隔日补报|的扣2分, but 未达标的|每人扣0.5分: there 的 names people. */
const whole = (fault: string, deed: string): string =>
  (deed.includes('每') && !/^每[次条起]/u.test(deed) ? fault : fault.replace(/的$/u, '')).replace(
    /^(?:[0-9]{1,2}[.．、])?发生(?=.{2})/u,
    '',
  );

/** 营业收入　不低于12.6亿元　15分: the first cell of a row in one line. */
function firstCell(s: Surroundings): string | null {
  if (!/[\u3000\t]\s*$/u.test(s.sentence)) return null;
  return /^\s*([^\u3000\t0-9]{2,30})[\u3000\t]/u.exec(s.sentence)?.[1]?.trim() ?? null;
}

/**
 * What is scored: the fault in front of 扣2分, the grade behind 90分以上为, the row of the sheet; undefined where the words
 * around say nothing of the kind.
 *
 * @param scored what the last score of the sentence was one of: 得分95分以上的为优秀,85分至94分为良好.
 * @param near what the figure before it in its clause counted (每增加1个百分点加0.5分).
 */
export function scoredBy(
  c: Candidate,
  s: Surroundings,
  near: string | null,
  scored: string | null = null,
): string | null | undefined {
  if (c.kind !== 'score') return undefined;
  const cell = firstCell(s);
  if (cell) return cell;
  const grade = /^的?[为是]([\p{Script=Han}]{1,10}?)(?:等次|等级)?$/u.exec(s.tail);
  // 综合得分95分以上的为一等奖: the score names itself.
  const named = /(?:^|[\p{Script=Han}.．、）)])(?:得分|积分|成绩|总分|分数)在?$/u.exec(s.clause);
  const band = bandOf(c, s, scored);
  if (grade && c.marked)
    return named && s.clause.length < 12
      ? s.clause
          .trim()
          .replace(/在$/u, '')
          .replace(/^[0-9]{1,2}[.．、]\s*/u, '')
      : isScore(scored)
        ? scored
        : (band ?? grade[1]!);
  if (band) return band;
  const hit = SCORED.exec(s.clause);
  if (hit) {
    const fault = s.clause.slice(0, hit.index).replace(/^[\s0-9.、．）)]+|[，,的\s]+$/gu, '');
    // 获省、市表彰的,分别加5分、3分: what earns them stands in the clause before.
    if (HOW.test(fault)) return (near ?? caseBefore(s) ?? rowName(s))?.replace(/的$/u, '') ?? null;
    if (fault.length > 1 && !/[0-9]/u.test(fault)) return whole(s.clause.slice(0, hit.index).trim(), hit[0]);
    // 被省级推广的加3分、被市级推广的加2分
    const second = /[0-9]分?[、，,和]([^0-9、，,]{2,})$/u.exec(fault);
    if (second) return second[1]!;
    return near ?? caseBefore(s)?.replace(hit[0].includes('每') ? /$/u : /的$/u, '') ?? rowName(s);
  }
  return s.clause.trim() === '' && s.sentence.trim() === '' && /^[\s）)]*$/u.test(s.rest) ? rowName(s) : undefined;
}

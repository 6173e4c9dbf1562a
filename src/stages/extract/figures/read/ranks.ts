import { ending } from '../../../../text/ending.ts';
import type { Candidate } from './candidates.ts';

/** Words that make 第一, 第2位 a rank: where it was reached, or among whom. */
const RANKED = ending(
  /(?:位居|位列|名列|跃居|稳居|高居|排名?|居|列|排在|[升移进跃退滑降晋调挪冲爬蹿跳][到至为]|提升到|保持|荣获|夺得|取得|获得?|荣膺|全国|全省|全市|全区|全县|全州|全系统|全行业|同行业|世界|全球|测评|考核|考评|评比|评价|竞赛|总分)(?:了|至|到|在)?(?:[\p{Script=Han}]{0,4}(?:系统|单位|部门|行业|中|内|范围|同级|口))?$|(?:居|列|位居|位列|名列|跃居|稳居|排名?)[\p{Script=Han}“”0-9A-Z]{1,16}$|第[一二三四五六七八九十0-9]{1,3}[位名]?[、和及]$|[由从](?:[\p{Script=Han}0-9]{0,8}的)?$/u,
);
/** Prizes are ranks too; 第一书记, 第一责任人, 第一批 are none. */
const BEHIND =
  /^(?:$|[，,。；;、！!\n）)的]|好成绩|佳绩|方阵|上升|升|下降|降|提升|跃升|晋升|前移|前进|后移|跃|一跃|进|爬|蹿|窜|跳|冲|挪)/u;

/**
 * Reads a rank: 居全国第2位, 全省第一, 进入前三名. The candidate then covers 第 or 前 as well; null where it is none.
 */
export function rankOf(text: string, c: Candidate): Candidate | null {
  const mark = text[c.number - 1];
  if (c.max !== undefined) return null;
  const before = text.slice(Math.max(0, c.number - 22), c.number - 1);
  // 倒数第三: from the other end
  if (before.endsWith('倒数')) return null;
  const unit = c.unit === '位' || c.unit === '名' ? c.unit : '';
  if (mark === '第') {
    if (!RANKED.test(before)) return null;
    const tail = text.slice(c.unitEnd, c.unitEnd + 4);
    if (c.unit !== '' && unit === '') return null;
    if (!BEHIND.test(tail)) return null;
    return {
      ...c,
      start: c.number - 1,
      number: c.number,
      end: c.unitEnd,
      unit,
      kind: 'rank',
      bound: '=',
      rule: 'rank',
    };
  }
  if (
    mark === '前' &&
    (unit || (!c.unit && BEHIND.test(text.slice(c.unitEnd, c.unitEnd + 4)))) &&
    /(?:进入|跻身|迈入|挺进|冲进|冲刺|争进|位居|位列|名列|居|列|排|保持|进)[\p{Script=Han}]{0,14}$|(?:总分|得分|成绩|积分|排名|测评|考核|榜[”」]?)的?$/u.test(
      before,
    )
  ) {
    return { ...c, start: c.number - 1, unit, kind: 'rank', bound: '<=', rule: 'rank' };
  }
  return lastOf(c, mark, before);
}

/** What is ranked, in front of those at its end. */
const LISTED = ending(/(?:得分|总分|成绩|积分|分数|排名|名次|考核|测评|评比|榜[”」]?)的?$/u);

/** 考试成绩后5%的, 积分榜末3名: those at the end, as many as there are. */
function lastOf(c: Candidate, mark: string | undefined, before: string): Candidate | null {
  if ((mark !== '后' && mark !== '末') || !LISTED.test(before) || c.start !== c.number) return null;
  if (c.unit === '名' || c.unit === '位') return { ...c, start: c.number - 1, kind: 'rank', rule: 'rank' };
  return c.kind === 'percent' ? { ...c, start: c.number - 1, marked: true, rule: 'last' } : null;
}

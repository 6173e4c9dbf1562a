import type { Candidate } from './candidates.ts';

/** 每周一访, 每年两评: how often a verb of one character is done, in four characters. 每周一访、每月一评制度 is the name of a system. */
const HABIT =
  /每([两三]年|[两三]个?月|年度?|半年|月|半月|周|旬|日|天|季度?|学期|班|餐)([一两二三])(?:[扫检查评访报映考榜课审议晒讲巡测奖督商谈学训练清结公])(?=[，,。；;、）)！\n]|$)(?!(?:、每[^、，。\n]{2,5}){1,3}(?:制度|机制|活动|办法|模式))/gu;
const TIMES: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3 };

/** Habits that are told in four characters; the verb is all that is counted, so that there is no unit. */
export function habits(text: string): Candidate[] {
  if (!text.includes('每')) return [];
  return [...text.matchAll(HABIT)].map((m) => {
    const end = m.index + m[0].length;
    return {
      start: m.index,
      end,
      number: end - 2,
      unitEnd: end,
      value: TIMES[m[2]!]!,
      unit: '',
      kind: 'event' as const,
      bound: '=' as const,
      arabic: false,
      scale: 1,
      marked: true,
      per: m[1]!,
      rule: 'habit',
    };
  });
}

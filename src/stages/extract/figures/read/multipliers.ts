import type { BoundSign } from '../../../../text/numbers-bounds.ts';
import { allMatches, sticky } from '../../../../text/sticky.ts';
import { unitAt } from '../../../../text/units.ts';
import { after, type Candidate } from './candidates.ts';

/** Multipliers without a digit: 百余名, 万余元, 上百名, 近千人, 过百家. The number rules leave them out because of 百姓, 千方百计. */
const BARE = sticky(
  '(?<![一二三四五六七八九十两几数百千万亿0-9０-９.])(将近|接近|超过|突破|不足|不到|不满|近|上|逾|超|过|破)?(十万|百万|千万|十亿|百亿|千亿|万亿|百|千|万|亿)(余|多|来)?(?=[\\p{Script=Han}])',
  '将接超突不近上逾过破十百千万亿',
);
const BARE_SIGNS: Readonly<Record<string, BoundSign>> = {
  将近: '<~',
  接近: '<~',
  近: '<~',
  上: '>=',
  不足: '<',
  不到: '<',
  不满: '<',
};
const BARE_VALUES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** Hundreds and thousands of something, where an approximator makes a number of the bare multiplier. */
export function bareMultipliers(text: string): Candidate[] {
  const out: Candidate[] = [];
  for (const m of allMatches(text, BARE)) {
    const unit = unitAt(text, m.index + m[0].length);
    if (!unit) continue;
    const behind = after(text, unit.end, unit.kind);
    // 百万人次以上, 千万元左右; 千克以内 is a unit.
    const said = m[1] ?? m[3] ?? (behind && unitAt(text, unit.start - 1) === null);
    if (!said) continue;
    const value = [...m[2]!].reduce((v, c) => v * BARE_VALUES[c]!, 1);
    out.push({
      start: m.index,
      end: behind?.end ?? unit.end,
      number: m.index + (m[1]?.length ?? 0),
      unitEnd: unit.end,
      value,
      unit: unit.text,
      kind: unit.kind,
      bound: m[1] ? (BARE_SIGNS[m[1]] ?? '>') : m[3] ? (m[3] === '来' ? '~' : '>~') : behind!.sign,
      arabic: false,
      scale: value,
      marked: true,
      per: null,
      rule: 'bare',
    });
  }
  return out;
}

/** Who is sent, led or reached: 派出|百名干部, 带动|千户农家; at the beginning of a clause, people only: 千名特困老人搬进新居. */
const SENT =
  /(?<=派出|选派|组织|动员|抽调|调集|集结|发动|招募|汇聚|吸引|带动|惠及)([百千万])(?:名|家|户|支|台|辆)(?=[\p{Script=Han}]{2})|(?<=[，,。；;：:、\n]|^)([百千万])名(?=[\p{Script=Han}]{2})/gu;
/** Names of undertakings, that the numeral is part of: 百名干部进百村, 千名干部下基层活动. */
const NAMED = /^[^，,。；;、\n]{0,12}(?:[百千万]|活动|行动|工程|计划|大走访|下基层|进万家)/u;

/** A hundred or a thousand without a digit in front of it, where it counts who was sent. */
export function multipliers(text: string): Candidate[] {
  const out: Candidate[] = [];
  for (const m of text.matchAll(SENT)) {
    const end = m.index + m[0].length;
    const unit = unitAt(text, m.index + 1);
    if (!unit || unit.end !== end || NAMED.test(text.slice(end, end + 16))) continue;
    const value = { 百: 100, 千: 1000, 万: 1e4 }[m[1] ?? m[2]!]!;
    out.push({
      start: m.index,
      end,
      number: m.index,
      unitEnd: end,
      value,
      unit: unit.text,
      kind: unit.kind,
      bound: '=',
      arabic: false,
      scale: value,
      marked: true,
      per: null,
      rule: 'bare',
    });
  }
  return out;
}

/** 生产总值过千亿, 产值突破百亿大关: a sum whose unit goes without saying. */
const BEYOND = /(?<![不未没超突]|没有|尚未|难以)(超过|突破|超|逾|过|破)([百千万])亿(?=大关|[，,、。；;）)\n]|$)/gu;

/** Sums of money beyond a round number, without a unit. */
export function beyond(text: string): Candidate[] {
  if (!text.includes('亿')) return [];
  return [...text.matchAll(BEYOND)].map((m) => {
    const end = m.index + m[0].length;
    const value = { 百: 1e10, 千: 1e11, 万: 1e12 }[m[2]!]!;
    const number = m.index + m[1]!.length;
    return {
      start: m.index, end, number, unitEnd: end, value, unit: '', kind: 'none' as const, bound: '>' as const, arabic: false,
      scale: value, marked: true, per: null, rule: 'bare',
    }; // biome-ignore format: a table
  });
}

/** Who won them: “双桥红”|在省茶博会上拿下2金1银. */
const WINNER = /^\s*([\p{Script=Han}“”]{2,16}?)(?:在|共|先后|累计|一举|又|获|夺|斩|拿|荣|摘|收获)/u;
export const winner = (clause: string): string | null => WINNER.exec(clause)?.[1] ?? null;

/** 2金1银, 3金2银4铜: medals, in a row. */
const MEDALS = /(?<![0-9.])(?:[0-9]{1,3}[枚块]?金牌?[、，,]?)(?:[0-9]{1,3}[枚块]?[银铜]牌?[、，,]?){1,2}/gu;

/** Each of the medals of a row, with its metal for a unit. */
export function medals(text: string): Candidate[] {
  const out: Candidate[] = [];
  if (!text.includes('金')) return out;
  for (const m of text.matchAll(MEDALS))
    for (const each of m[0].matchAll(/([0-9]{1,3})([金银铜])/gu)) {
      const start = m.index + each.index;
      const end = start + each[0].length;
      out.push({
        start,
        end,
        number: start,
        unitEnd: end,
        value: Number(each[1]),
        unit: each[2]!,
        kind: 'thing',
        bound: '=',
        arabic: true,
        scale: 1,
        marked: true,
        per: null,
        rule: 'medal',
      });
    }
  return out;
}

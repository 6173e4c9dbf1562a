import { remembering } from '../../../text/remembering.ts';
import canon from './canon.json' with { type: 'json' };

/**
 * One key for a concept however it is written: no marks, one width, Chinese for Arabic numerals before a measure word,
 * 2 and 二 as 两 in front of what is counted.
 */
export const conceptKey = remembering((text) =>
  text
    .normalize('NFKC')
    .replace(/[、，,；;·•\s“”‘’"'「」『』〝〞]/gu, '')
    .replace(/[2二](?=个|项|大)/gu, '两')
    .replace(/[3-9](?=个|项|大)/gu, (d) => '三四五六七八九'[Number(d) - 3]!)
    .toUpperCase(),
);

const members = new Map(canon.concepts.map(([name, ...list]) => [conceptKey(name!), list]));

/** What may stand behind a formula's own words: “三会一课”制度, 四史学习教育. */
const TAIL = /(?:学习教育|主题教育|专题教育|战略布局|总体布局|制度|要求|精神|教育|活动|工作法|标准)$/u;

/**
 * The members of a standing formula as the whole field knows them; null for a formula that is an article's own. General
 * knowledge, kept apart from what an article says.
 */
export function canonicalMembers(text: string): string[] | null {
  const key = conceptKey(text);
  const found = members.get(key) ?? members.get(key.replace(TAIL, ''));
  return found ? [...found] : null;
}

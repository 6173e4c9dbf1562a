import { bareText } from '../../text/boilerplate-fold.ts';
import type { Block } from './block.ts';
import type { State } from './judge.ts';
import type { Line } from './lines.ts';

/** What names of organs and places end in. */
const UNIT =
  /(?:[市县区镇乡村局委院校馆站所厂社行部队处厅]|街道|社区|公司|集团|学校|中学|小学|大学|医院|法院|中心|支部|党委|总支|支队|车间|项目部)$/u;
/** Words of any article, not names: 全区, 各村, 农村, 机关党委. */
const ANY = /^(?:全|各|本|我|该|某|农村|社区|乡镇|街道|机关|基层|支部|学校|医院|企业|国企|高校|党委|党支部)/u;
/** Longest name, and shortest that tells one unit from another. */
const LONGEST = 16;
const SHORTEST = 3;
/** Characters of the first paragraph in which a report names whom it is about. */
const OPENING = 80;
/** Lines of the article above that are searched for the name. */
const SEARCHED = 60;
/** Paragraphs that the article above has at least, and the new one, and length of a headline that is none of a section. */
const LEAST_ABOVE = 3;
const LEAST_BELOW = 3;
const LEAST_TITLE = 10;

/** Headlines of what tells of many units, one after the other. */
const ROUND_UP = /综述|亮点|巡礼|掠影|扫描|各[地县区镇乡村]|多地|纵览|集锦|风采|走笔/u;
/** Lines from the top of an article among which its headline stands. */
const TOP = 3;

/** The names with which a headline begins, the longest first: 青岭区税务局:四张清单…, 双河镇“三问于民”. */
function unitsOf(title: string): string[] {
  const run = /^\p{Script=Han}{2,24}/u.exec(title)?.[0].slice(0, LONGEST) ?? '';
  const names: string[] = [];
  for (let n = run.length; n >= SHORTEST; n--) {
    const name = run.slice(0, n);
    if (UNIT.test(name) && !ANY.test(name)) names.push(name);
  }
  return names;
}

/**
 * Whether a headline names a unit that the text below it is about, and that the article above never names: 双河镇“三问于民”解难题,
 * below a comment on something else. A round-up of several units has short sections, and the first of them stands below
 * little text.
 */
export function isNewSubject(lines: readonly Line[], block: Block, to: number, now: State): boolean {
  const title = block.titles.join(' ');
  if (now.headings || now.body < LEAST_ABOVE || bareText(title).length < LEAST_TITLE) return false;
  if (lines.slice(now.from, now.from + TOP).some((l) => l.kind === 'headline' && ROUND_UP.test(l.text))) return false;
  const opening = lines[block.end]!.text.slice(0, OPENING);
  const name = unitsOf(title).find((unit) => opening.includes(unit));
  if (!name || !isLong(lines, block.end, to)) return false;
  for (let i = Math.max(now.from, block.start - SEARCHED); i < block.start; i++)
    if (lines[i]!.text.includes(name)) return false;
  return true;
}

/** At least so many paragraphs below a headline before the next one. */
function isLong(lines: readonly Line[], from: number, to: number): boolean {
  let body = 0;
  for (let i = from; i < to && body < LEAST_BELOW && lines[i]!.kind === 'body'; i++) if (lines[i]!.body) body++;
  return body >= LEAST_BELOW;
}

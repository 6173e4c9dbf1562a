/** Names that the text counts in plain words elsewhere: 建设甲湖区、乙山区、丙河区三大片区, of “三大片区”. */
import { NUMERALS, type Part } from '../numerals.ts';
import { withoutGovernor } from './heads.ts';
import { literally, type Members, pieces } from './members.ts';

/** How far back of its count such a list begins. */
const REACH = 120;
/** Fewer names are a pair that any sentence may have. */
const NAMES_MIN = 3;
const NAME = /^[\p{Script=Han}·—-]{3,14}$/u;
/** What is done with all of them. */
const DONE =
  /^(?:(?:全面|全力|大力|加快|着力|深入|持续|统筹|升级|重点)?(?:推进|打造|建设|实施|构建|建好|做强|做优|布局|聚焦|谋划)){1,2}(?=.{3})/u;
/** …示范区、…样板区|建设五大工程: what is done, behind the last. */
const BUILT = /(?:建设|打造|培育|创建)$/u;

/**
 * @param formula with its measure word (三大片区): a formula of one part that names things
 * @returns the names, all of one last character, as many as it counts; null where the text has no such list
 */
export function toldNames(text: string, formula: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < NAMES_MIN || part.key.length < 2 || !/^.[大个]/u.test(formula))
    return null;
  // Between the measure word and the noun may stand one more: 三大发展片区.
  const counted = new RegExp(
    `[${NUMERALS[part.count] ?? ''}]${formula[1]}(?:\\p{Script=Han}{2})?${literally(part.key)}`,
    'gu',
  );
  for (const m of text.matchAll(counted)) {
    const list = namesBefore(text.slice(Math.max(0, m.index - REACH), m.index), part.count);
    if (list) return { list, complete: true };
  }
  return null;
}

function namesBefore(lead: string, count: number): string[] | null {
  const clause = lead.split(/[，,。；;：:！？\n]/u).pop()!;
  const given = pieces(clause, '、');
  if (given.length !== count) return null;
  const last = given.at(-1)!;
  const built = last.replace(BUILT, '');
  const others = given.slice(0, -1);
  const list = [...others, built.at(-1) === others[0]!.at(-1) ? built : last];
  const [first = '', ...rest] = withoutGovernor([list[0]!.replace(DONE, ''), ...list.slice(1)]);
  const names = [first, ...rest];
  return names.every((n) => NAME.test(n) && n.at(-1) === first.at(-1)) ? names : null;
}

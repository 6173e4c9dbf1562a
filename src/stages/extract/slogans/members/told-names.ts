/** Names that the text counts in plain words elsewhere: 建设甲湖区、乙山区、丙河区三大片区, of “三大片区”. */
import { CHINESE, DIGIT, type Part } from '../numerals.ts';
import { withoutGovernor } from './heads.ts';
import { type Members, pieces } from './members.ts';

/** How far back of its count such a list begins. */
const REACH = 120;
const NAME = /^(?:(?![了过])[\p{Script=Han}·—-]){3,14}$/u;
/** What is done with all of them. */
const DONE =
  /^(?:(?:全面|全力|大力|加快|着力|深入|持续|统筹|升级|重点)?(?:推进|打造|建设|实施|构建|建好|做强|做优|布局|聚焦|谋划)){1,2}(?=.{3})/u;
/** …示范区、…样板区|建设五大工程: what is done, behind the last. */
const BUILT = /(?:建设|打造|培育|创建)$/u;

/** A count, and what is counted: 三大|发展片区. */
const COUNT = /([三四五六七八九])([大个])(\p{Script=Han}{2,6})/gu;
/** So many lists are kept: each formula without members looks through those with its count. */
const LISTS_MAX = 100;

interface Told {
  /** What is counted, and what follows it. */
  behind: string;
  list: string[];
}

/** The lists of names that an article counts in plain words, read in one pass when they are first asked for. */
export class ToldNames {
  readonly #text: string;
  #lists: ReadonlyMap<string, readonly Told[]> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * @param formula with its measure word (三大片区): a formula of one part that names things
   * @returns the names, all of one last character, as many as it counts; null where the text has no such list
   */
  of(formula: string, parts: readonly Part[]): Members | null {
    const [part] = parts;
    if (!part || parts.length > 1 || part.key.length < 2 || !/^.[大个]/u.test(formula)) return null;
    this.#lists ??= listsIn(this.#text);
    const counted = this.#lists.get(`${CHINESE[part.count]}${formula[1]}`) ?? [];
    // Between the measure word and the noun may stand one more: 三大发展片区.
    const told = counted.find(({ behind }) => behind.startsWith(part.key) || behind.startsWith(part.key, 2));
    return told ? { list: [...told.list], complete: true } : null;
  }
}

function listsIn(text: string): Map<string, Told[]> {
  const found = new Map<string, Told[]>();
  let kept = 0;
  for (const { 1: numeral, 2: measure, 3: behind, index } of text.matchAll(COUNT)) {
    const list = namesBefore(text.slice(Math.max(0, index - REACH), index), DIGIT[numeral!]!);
    if (!list) continue;
    const key = `${numeral}${measure}`;
    const own = found.get(key);
    if (own) own.push({ behind: behind!, list });
    else found.set(key, [{ behind: behind!, list }]);
    if (++kept === LISTS_MAX) break;
  }
  return found;
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

/** Formulas that count up in powers of ten: “十百千万”行动，扶持商行10家、鱼排100个、渔家1000个，带动船工1万名. */
import { endOfVerb } from './heads.ts';
import { type Members, pieces } from './members.ts';

/** Numerals that a text may write each power with. */
const POWERS: Readonly<Record<string, string>> = {
  一: '(?:[1一])',
  十: '(?:10|一?十)',
  百: '(?:100|[一1]?百)',
  千: '(?:1000|1,000|1，000|[一1]?千)',
  万: '(?:10000|10,000|[一1]?万)',
};
const FORMULA = /^(?:一?十百千万?|百千万)(?=$|工程|行动|计划)/u;
/** What is counted follows or precedes, with a measure word. */
const MEASURE = '[名个位支家户套项条张本间座处所批人只台组队类份亩株场次部]';
/** As far behind a formula as its list begins. */
const REACH = 160;
/** A longer piece tells a story. */
const PIECE_MAX = 16;
const NAME_LEAST = 2;

/**
 * The quantities behind such a formula, one for each power in its order, side by side; null where they are not all there.
 *
 * @param close the end of the mention with its quotation marks
 */
export function byTens(text: string, formula: string, close: number): Members | null {
  const powers = [...(FORMULA.exec(formula)?.[0] ?? '')];
  if (!powers.length) return null;
  const sentence = /^[^。！？\n]*/u.exec(text.slice(close, close + REACH))![0];
  const list = pieces(sentence.replace(/^(?:专项|培育|三年)?(?:行动|工程|计划|活动|战略)/u, ''), '、，,；;：:');
  const tests = powers.map((p) => new RegExp(`(?<![\\d.一二三四五六七八九十百千万])${POWERS[p]}余?${MEASURE}`, 'u'));
  for (let from = 0; from + powers.length <= list.length; from++) {
    const row = list.slice(from, from + powers.length);
    if (row.every((m, i) => m.length <= PIECE_MAX && tests[i]!.test(m)))
      return { list: withoutDeeds(row), complete: true };
  }
  return null;
}

/** 扶持|商行10家、鱼排100个、渔家1000个, 带动|船工1万名: what is done is no part of what is counted, unless it is said of each. */
function withoutDeeds(row: readonly string[]): string[] {
  const cut = row.map((m) => {
    const end = endOfVerb(m, 0);
    return end > 0 && /^\p{Script=Han}/u.test(m.slice(end + NAME_LEAST - 1)) ? m.slice(end) : m;
  });
  return cut.every((m, i) => m !== row[i]) ? [...row] : cut;
}

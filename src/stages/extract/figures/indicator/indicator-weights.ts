import { oneOf } from '../../../../text/ending.ts';
import { Sum } from '../../forms.ts';
import type { Named } from './indicator.ts';
import { type Around, isEnd, phrasesAround } from './phrases-around.ts';

/**
 * The rules that only guess, since several phrases stand behind the figure or nothing is named near by, and by how much another phrase
 * must be better than theirs: the more, the more often they are right.
 */
const MARGINS: ReadonlyMap<string, number> = new Map([
  ['behind', 1], ['same', 1], ['spoken', 0], ['deed', 1], ['lasting', 0.9], ['reached', 0.5], ['none', 0.5], 
  ['rank', 2.5], ['front', 1.5],
]); // biome-ignore format: a table

export const isGuessed = ({ by }: Named): boolean => MARGINS.has(by);

/** 4条|总长38公里的山区道路: what is so long is what is counted. */
const SIZED = /^(?:总[长高]度?|全长|总面积)[^，,。；;的]{0,12}的/u;
/** Kinds whose thing often is not what stands right in front. */
const LOOSE = oneOf('money event percent');
/** Names of so many characters may be a piece of one, or a verb. */
const SHORT = 3;

/**
 * What stands right in front is mostly it: weights cost time, and are asked where they are worth it. 六成以上的|农户 is a share of
 * these.
 */
const isOpen = (named: Named, { c, s }: Around): boolean =>
  isGuessed(named) &&
  !(c.kind === 'percent' && s.tail.startsWith(`的${named.indicator}`)) &&
  !SIZED.test(s.tail) &&
  (named.by !== 'front' || (LOOSE.test(c.kind) && named.indicator!.length <= SHORT) || /^\p{Script=Han}/u.test(s.tail));

/** Where things are, which nobody counts: 本|地区(单位)|60%以上的企业. */
const WHERE = oneOf(
  '地区 区域 全域 辖区 属地 当地 全国 全省 全市 全县 全区 全镇 全乡 全村 全街道 本地 我省 我市 我县 我区 我镇',
);

/** What is left of a title or a quote: 《…条例|》等3件. */
const CUT_OFF = /^[》）)”’]/u;

/** What stands in brackets behind it, or begins to, left out. */
const bared = (text: string): string =>
  text.includes('（') || text.includes('(') ? text.replace(/[（(].*$/u, '') : text;

/** A phrase with the sum of the weights of its features. */
export interface Rated {
  text: string;
  rate: number;
}

/** The best of the phrases, where it is better than the rules' own by as much as these are worth; else theirs. */
export function bestOf(phrases: readonly Rated[], { indicator: ruled, by }: Named): string | null {
  let best: { text: string | null; rate: number } = { text: ruled, rate: Number.NEGATIVE_INFINITY };
  // Where the rules name nothing, what is chosen must have something to say for it.
  let own = ruled === null ? 0 : Number.NEGATIVE_INFINITY;
  for (const phrase of phrases) {
    const { text, rate } = phrase;
    if (text !== ruled && (WHERE.test(bared(text)) || CUT_OFF.test(text))) continue;
    if (rate > best.rate) best = phrase;
    if (text === ruled) own = rate;
  }
  // One head, or the same words and fewer: the rules cut where it begins and ends with more care.
  const same = ruled !== null && best.text !== null && (isEnd(best.text, ruled) || ruled.startsWith(best.text));
  return best.rate - own > (MARGINS.get(by) ?? 0) && !same ? best.text : ruled;
}

/** 留不住|，走|了12人: a word of the dictionary may begin with a mark. */
const NO_NAME = /^[，,、。；;：:]/u;

/**
 * What a figure counts or measures: rules that see a form have the last word. Where they only go by what stands nearest, trained
 * weights choose among the phrases around, the rules' own among them.
 */
export function weighIndicator(named: Named, around: Around): string | null {
  if (!isOpen(named, around)) return named.indicator;
  const phrases = phrasesAround(around, named, () => new Sum());
  const rated = phrases.map(({ text, told }) => ({ text, rate: told.total }));
  const best = bestOf(rated, named);
  return best !== null && NO_NAME.test(best) ? named.indicator : best;
}

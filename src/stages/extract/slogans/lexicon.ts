import type { SloganKind } from '../types.ts';
import table from './lexicon.json' with { type: 'json' };

/** A formula that the whole field knows. */
interface Standing {
  text: string;
  kind: SloganKind;
}

const standing = new Map((table.formulas as Standing[]).map((f) => [f.text, f]));
const common = new Set(table.common);
const likened = new Set(table.likened);

/** The standing formula of this text, or undefined. */
export function standingFormula(text: string): Standing | undefined {
  return standing.get(text);
}

export function isStanding(text: string): boolean {
  return standing.has(text);
}

/** Words and metaphors that stand in quotation marks without being anybody's slogan (龙头, 两张皮, 软任务). */
export function isCommonWord(text: string): boolean {
  return common.has(text);
}

/** Figures of speech that everybody uses (朋友圈, 加速跑): no name, where nothing but weights would make one of them. */
export function isFigureOfSpeech(text: string): boolean {
  return likened.has(text);
}

/** Standing formulas that are so well known that they go without quotation marks. */
export const UNQUOTED: readonly string[] = table.unquoted;

/** What must follow a formula for it to go without quotation marks: 两新组织, but not 两新 alone. */
export const FOLLOWED_BY: Readonly<Record<string, string>> = table.unquotedBefore;

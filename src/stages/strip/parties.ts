import type { Origin } from '../../pipeline/types.ts';
import { isOrg } from '../../text/boilerplate-bylines.ts';
import { fold } from '../../text/boilerplate-fold.ts';
import { type Line, stays } from './cuts.ts';

/** 某某县护林目标责任书: a letter that two bodies sign, the upper one to bind the lower. */
const LETTER = /责任[书状](?:\([^()]{1,20}\))?$/u;
const NAME = String.raw`(\p{Script=Han}{4,24})`;
const SHORT = String.raw`(?:\([^()]{1,20}\))? ?`;
/** 某某县人民政府（以下简称甲方）与某某镇人民政府签订本责任书 */
const BOUND = new RegExp(
  `(?:^|[,。:;] ?)(?:特|现|兹)?由?${NAME}${SHORT}[与同和] ?${NAME}${SHORT}(?:签订|签署|订立)`,
  'u',
);
/** 甲方：某某县人民政府, 甲方（签章）：… */
const PARTY = new RegExp(String.raw`^([甲乙])方${SHORT}: ?${NAME}(?= |\(|$)`, 'u');
/** 某某县人民政府（盖章） 某某镇人民政府（盖章） */
const SEALED = new RegExp(String.raw`(?<!\p{Script=Han})${NAME}\((?:盖章|公章|签章|章)\)`, 'gu');
/** Lines at either end of a letter in which its parties are named, and characters of each that are read. */
const ENDS = 8;
const WIDTH = 240;

/** How high a body stands: by the place in its name. 0 where it names none. */
const LEVELS: readonly RegExp[] = [/村|社区/u, /[乡镇]|街道/u, /[县旗]|(?<!社|治)区/u, /[市州盟]/u, /省|自治区/u];
/** What a level stands behind: the name of its place. 市 in 城市管理局 and 村 in 农业农村局 are words of a bureau. */
const OFFICES = /农业农村|城市管理|城市建设|市场监督|城乡建设|住房和城乡|乡村振兴|区划|州立/gu;
const levelOf = (name: string): number => {
  const places = name.replace(OFFICES, '');
  const ends = LEVELS.map((level) => places.search(level));
  // A place inside another is named last and is the lower one.
  return ends.findIndex((at) => at >= 0) + 1;
};
/** Governments and committees stand above their bureaus. */
const isRuler = (name: string): boolean => /(?:人民政府|政府|[省市县区旗州镇乡党]委|委员会|工委|办事处)$/u.test(name);

/** The body of the two that binds the other; null where nothing tells which it is. */
function issuerOf(names: readonly string[]): string | null {
  const [a, b] = names;
  if (names.length !== 2 || !a || !b || a === b || !names.every(isOrg)) return null;
  const [x, y] = [levelOf(a), levelOf(b)];
  if (x !== y) return x > y ? a : b;
  return isRuler(a) === isRuler(b) ? null : isRuler(a) ? a : b;
}

/** Both parties of a letter, read line by line: in one sentence, or one after the other. */
function reader(): (text: string) => readonly string[] {
  const sides = new Map<string, string>();
  const seals: string[] = [];
  return (text) => {
    const bound = BOUND.exec(text);
    if (bound) return [bound[1]!, bound[2]!];
    const side = PARTY.exec(text);
    if (side) {
      sides.set(side[1]!, side[2]!);
      return [...sides.values()];
    }
    const sealed = [...text.matchAll(SEALED)].map((m) => m[1]!);
    seals.push(...sealed);
    return sealed.length ? seals : [];
  };
}

/**
 * Who issued a letter of responsibility, where it names both parties: in the sentence that binds them, behind 甲方 and 乙方, or
 * under their seals. Empty for any other text.
 *
 * @param lines all lines, marked with what goes
 * @param body index of the text's first line
 */
export function partiesOf(
  lines: readonly Line[],
  body: number,
  title: string | null,
): { meta: { org?: string }; origins: { org?: Origin } } {
  if (!LETTER.test(fold(title ?? '').trim())) return { meta: {}, origins: {} };
  const text = lines.slice(body).filter(stays);
  const near = [...text.slice(0, ENDS), ...text.slice(Math.max(ENDS, text.length - ENDS))];
  const parties = reader();
  for (const line of near) {
    const org = issuerOf(parties(fold(line.text).trim().slice(0, WIDTH)));
    if (org) return { meta: { org }, origins: { org: { from: 'parties', start: line.start, end: line.end } } };
  }
  return { meta: {}, origins: {} };
}

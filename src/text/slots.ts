import places from './slots-places.json' with { type: 'json' };
import { COMMON_SURNAMES } from './surnames.ts';

/*
 * Slots: the words that two fillings of one text differ in: places, organs, persons, dates, numbers, and the masks that
 * stand for any of them. All functions take folded text (see fold.ts): lower case, half width, without punctuation.
 */

/** Words of a table, split at blanks. */
const words = (list: string): string[] => list.split(' ');

const PLACE_NAMES: ReadonlySet<string> = new Set([
  ...words(places.provinces),
  ...words(places.regions),
  ...words(places.cities),
]);

const PLACE_SUFFIX =
  /(?:自治区|自治州|自治县|开发区|高新区|新区|地区|特区|省|市|区|县|州|盟|旗|镇|乡|村|街道|社区|林场|农场|兵团|陵园|纪念馆|纪念碑|博物馆|展览馆|文化馆|图书馆|体育馆|故居|旧址|遗址|公园|广场)$/u;
const ORGAN_SUFFIX =
  /(?:公司|集团|银行|学校|学院|大学|中学|小学|医院|中心|协会|学会|联合会|工会|妇联|团委|支队|总队|大队|法院|检察院|党委|党组|党工委|工委|纪委|支部|总支|政府|人大|政协|办公室|委员会|管委会|局|委|厅|部|处|科|办|院|所|站|社|署)$/u;
/** Nouns that end in a place's or an organ's suffix and name none: 农村 against 社区 is rewriting, not a slot. */
const GENERIC =
  /^(?:农村|乡村|社区|地区|园区|城区|市区|郊区|山区|景区|小区|片区|辖区|校区|牧区|特区|灾区|库区|战区|老区|湖区|林区|矿区|城市|都市|超市|上市|股市|城乡|城镇|乡镇|村镇|部门|内部|干部|全部|支部|总部|外部|一部|机关|单位|场所|住所|到位|基层|好处|之处|长处|益处|查处|惩处|到处|开办|举办|主办|承办|督办|创办|社会|企业|学科|专科|本科|车站|网站|结局|格局|布局|全局|大局|党政|公安|司法|财政|税务|教育|卫生|农业|工业)$/u;
const DEICTIC =
  /^(?:我|本|全|该|各|某|我们)(?:省|市|区|县|州|盟|旗|镇|乡|村|街道|局|委|厅|办|院|校|所|处|部|公司|单位|系统)?$/u;
const PERSON_TITLE =
  /^(?:同志|先生|女士|教授|书记|主任|局长|处长|科长|部长|厅长|省长|市长|县长|区长|镇长|乡长|院长|校长|主席|会长|秘书长)/u;

/** Units of a numeral, Arabic or Chinese, as fold.ts leaves them (marks only stand inside). */
const NUMERAL = /[0-9〇一二三四五六七八九十百千万亿两.,%‰+-]/u;
const CHINESE_DIGITS = '〇一二三四五六七八九';
const STEPS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** A masking sign, and what may stand among masking signs: numerals' marks and steps, class words (xx市xx区, 20xx年, x万, *局). */
const MASK_SIGN = /[x*×□某]|〇〇/u;
const MASKED_ONLY = /^[x*×□某〇0-9.,%‰+万亿省市区县州镇乡村街道局委厅办年月日个名人-]+$/u;

export const isNumeralUnit = (c: string): boolean => NUMERAL.test(c);

/** True for masking signs (`xx`, `*`, `某某`), also with the class words of what they mask around them. */
export const isMask = (s: string): boolean => MASK_SIGN.test(s) && MASKED_ONLY.test(s);

/** How many words of a folded text are hidden: runs of masking signs (a lone x only outside Latin words). */
export function countMasks(folded: string): number {
  return folded.match(/(?<![a-wyz0-9])x+(?![a-wyz])|[*×□]+|某某?|〇〇+/gu)?.length ?? 0;
}

/** True for a word that points at the writer's own place or organ (我区, 全市, 本局). */
export const isDeictic = (s: string): boolean => s.length > 1 && DEICTIC.test(s);

/** True for what stands before 市, 局 where the writer means their own. */
export const isOwn = (s: string): boolean => s === '我' || s === '本';

/** Value of a whole number in Chinese numerals below 万, or NaN. 二〇一四 is read digit by digit. */
function chineseValue(s: string): number {
  if (!/[十百千]/u.test(s)) {
    let value = 0;
    for (const c of s) {
      const digit = c === '两' ? 2 : CHINESE_DIGITS.indexOf(c);
      if (digit < 0) return Number.NaN;
      value = value * 10 + digit;
    }
    return value;
  }
  let sum = 0;
  let digit = 0;
  for (const c of s) {
    const step = STEPS[c];
    if (step) {
      sum += (digit || 1) * step;
      digit = 0;
    } else {
      digit = c === '两' ? 2 : CHINESE_DIGITS.indexOf(c);
      if (digit < 0) return Number.NaN;
    }
  }
  return sum + digit;
}

/**
 * What a numeral says, in one form: 三十 and 30 are equal, 5万 and 50000 too. A run that is no simple number stays as it is.
 */
export function numeralValue(run: string): string {
  const parts = /^([0-9.]+|[〇一二三四五六七八九十百千两]+)(万|亿|万亿)?(%|‰)?$/u.exec(run);
  if (!parts) return run;
  const base = /^[0-9.]+$/u.test(parts[1]!) ? Number(parts[1]) : chineseValue(parts[1]!);
  if (Number.isNaN(base)) return run;
  const times = parts[2] === '万' ? 1e4 : parts[2] === '亿' ? 1e8 : parts[2] === '万亿' ? 1e12 : 1;
  return `${Number((base * times).toPrecision(12))}${parts[3] ?? ''}`;
}

/** A whole numeral. */
export const isNumeral = (s: string): boolean =>
  /^[0-9〇一二三四五六七八九十百千万亿两](?:[0-9〇一二三四五六七八九十百千万亿两.,%‰+-])*$/u.test(s);

/** A date or a part of one: 2014年3月5日, 3月, 上半年 is none. */
export const isDate = (s: string): boolean =>
  /^(?:[0-9〇一二三四五六七八九十]{1,4}(?:年|月|日|号|时|分|-)){1,5}[0-9〇一二三四五六七八九十]{0,4}$/u.test(s);

/** Numerals inside a longer stretch: Arabic ones, and Chinese ones of two signs or more (一致, 三农 hold none). */
export function numeralsIn(s: string): string[] {
  const found = s.match(/[0-9][0-9.,-]*(?:万亿|万|亿)?[%‰]?|[〇一二三四五六七八九十百千万亿两]{2,}/gu) ?? [];
  return found.map((run) => numeralValue(run.replace(/[.,-]+$/u, '')));
}

/** True where `s`, with `next` behind it, is the name of a place: in the gazetteer, or shaped like one (X区, X街道). */
export function isPlace(s: string, next: string): boolean {
  if (PLACE_NAMES.has(s)) return true;
  if (isDeictic(s) && PLACE_SUFFIX.test(s)) return true;
  if (isOwn(s)) return /^(?:省|市|区|县|州|盟|旗|镇|乡|村|街道|社区)/u.test(next);
  return nameWithSuffix(s, next, PLACE_SUFFIX, 8);
}

/** True where `s`, with `next` behind it, is the name of an organ (X局, X委员会). */
export function isOrgan(s: string, next: string): boolean {
  if (isDeictic(s) && ORGAN_SUFFIX.test(s)) return true;
  return nameWithSuffix(s, next, ORGAN_SUFFIX, 14);
}

function nameWithSuffix(s: string, next: string, suffix: RegExp, longest: number): boolean {
  if (!s || s.length > longest || !/^\p{Script=Han}+$/u.test(s) || GENERIC.test(s)) return false;
  const inside = suffix.exec(s);
  if (inside && inside.index > 0) return true;
  for (let k = 1; k <= Math.min(3, next.length); k++) {
    const head = next.slice(0, k);
    const match = suffix.exec(head);
    if (match && match.index === 0) return s.length >= 2 && !GENERIC.test(s + head);
  }
  return false;
}

/**
 * True where the head of a place's name may have been exchanged (王家村, 李家村): weak evidence, since any word before 市,
 * 区, 县 looks like it.
 */
export function maybeInPlace(s: string, next: string): boolean {
  return /^\p{Script=Han}{1,3}$/u.test(s) && /^\p{Script=Han}{0,2}?(?:省|市|区|县|州|镇|乡|村|街道)/u.test(next);
}

/** How names end, and how far before that what stays of a name may begin: a noun of one character ends much else. */
const NAME_REST =
  /^(?:\p{Script=Han}{0,5}?(?:公司|集团|银行|学校|学院|大学|中学|小学|幼儿园|医院|卫生院|中心|协会|学会|联合会|支队|总队|大队|法院|检察院|委员会|管委会|街道|社区|林场|农场|合作社|派出所|分厂|总厂)|\p{Script=Han}{0,2}?(?:[厂矿局镇乡村县]|车间|班组))/u;

/** The rest of a name whose first part stands before `next` (石|鼓小学): up to where names end. Empty where none does. */
export function nameRest(next: string): string {
  const rest = NAME_REST.exec(next)?.[0] ?? '';
  return GENERIC.test(rest) ? '' : rest;
}

/** True where `s` is shaped like a person's name and a title or 同志 stands behind it. */
export function isPerson(s: string, next: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(s) && COMMON_SURNAMES.includes(s[0]!) && PERSON_TITLE.test(next);
}

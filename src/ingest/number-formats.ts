const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';

/** 1 to 9999 in Chinese characters, with the given digits and places. */
function chinese(n: number, digits: string, places: readonly string[]): string {
  if (n < 1 || n > 9999) return String(n);
  let out = '';
  let gap = false;
  const written = String(n);
  for (const [i, c] of [...written].entries()) {
    const place = places[written.length - 1 - i]!;
    if (c === '0') {
      gap = true;
      continue;
    }
    if (gap) out += '零';
    gap = false;
    // 十一, not 一十一; but 壹拾壹.
    out += (digits === DIGITS && c === '1' && place === '十' && !out ? '' : digits[Number(c)]!) + place;
  }
  return out;
}

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  const signs: [number, string][] = [
    [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'],
    [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
  ]; // biome-ignore format: a table
  let out = '';
  for (const [value, sign] of signs) for (; n >= value; n -= value) out += sign;
  return out;
}

/** a … z, aa … zz. */
const letter = (n: number): string =>
  n < 1 || n > 26 * 20 ? String(n) : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

const cyclic =
  (signs: string) =>
  (n: number): string =>
    [...signs][n - 1] ?? String(n);
const counting = (n: number): string => chinese(n, DIGITS, ['', '十', '百', '千']);
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** Number formats of ECMA-376 17.18.59 that Chinese documents use; others are written as digits. */
const FORMATS: Record<string, (n: number) => string> = {
  chineseCounting: counting,
  chineseCountingThousand: counting,
  ideographDigital: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  chineseLegalSimplified: (n) => chinese(n, LEGAL, ['', '拾', '佰', '仟']),
  ideographTraditional: cyclic(STEMS),
  ideographZodiac: cyclic('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: (n) => (n > 0 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n)),
  decimalEnclosedCircleChinese: (n) => (n > 0 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n)),
  decimalFullWidth: (n) => String(n).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  decimalZero: (n) => String(n).padStart(2, '0'),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerLetter: letter,
  upperLetter: (n) => letter(n).toUpperCase(),
};

/** A number in a format; as digits where the format is unknown or has no sign for it. */
export const written = (n: number, format: string): string => (FORMATS[format] ?? String)(n);

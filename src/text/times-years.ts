import { charSet } from './char-set.ts';
import { initials, sticky } from './sticky.ts';
import { A, ARABICS, C, longest, NUMERALS, reader, small } from './times-readers.ts';
import * as table from './times-tables.ts';

const YEAR4 = sticky(
  `(?:(?:公元)?(${A}{4}|[〇○零一二三四五六七八九]{4})|公元(${A}{1,4}))(?:年度|年)(?![级龄])`,
  `公${NUMERALS}`,
);
const YEAR_SPAN = sticky(`(${A}{4})年?[ ]?(?:至|到|[-－—–―~～]{1,2})[ ]?(${A}{4})(?:年度|年)`, ARABICS);
const YEAR2 = sticky(
  `(${A}{2}|[〇零九八七六][〇零一二三四五六七八九])年(?=第|首|初|底|末|上半年|下半年|前${C}季|春|夏|秋|冬|端午|中秋|国庆|元旦|${A}{1,2}月|${C}{1,2}月|${C}季|${A}季|的)`,
  `${ARABICS}〇零九八七六`,
);
const YEAR_WORD = sticky(`(?:${longest(Object.keys(table.YEARS))})(?![轻级龄])`, initials(Object.keys(table.YEARS)));

const isSeason = charSet('春夏秋冬');
const SEASON_WORD = sticky('([今去明来])(?=[春夏秋冬](?![节运耕招训]))', '今去明来');

export const year = reader([YEAR_SPAN, YEAR4, YEAR2, SEASON_WORD, YEAR_WORD], (text, i, f) => {
  const span = YEAR_SPAN(text, i);
  if (span) {
    f.year = small(span[1]!);
    f.yearEnd = small(span[2]!);
    return f.yearEnd >= f.year ? i + span[0].length : -1;
  }
  const four = YEAR4(text, i);
  if (four) {
    f.year = small((four[1] ?? four[2])!);
    return i + four[0].length;
  }
  const two = YEAR2(text, i);
  if (two) {
    const n = small(two[1]!);
    f.year = n < 50 ? 2000 + n : 1900 + n;
    return i + two[0].length;
  }
  // 今春, 去冬
  const season = isSeason(text.charCodeAt(i + 1)) ? SEASON_WORD(text, i) : null;
  if (season) {
    f.yearShift = { 去: -1, 明: 1, 来: 1 }[season[1]!] ?? 0;
    return i + 1;
  }
  const word = YEAR_WORD(text, i);
  if (!word) return -1;
  f.yearShift = table.YEARS[word[0]]!;
  return i + word[0].length;
});

const ERA = sticky(
  `(?:(上个?世纪|本世纪|${A}{1,2}世纪|${C}{1,3}世纪)?(${A}{2}|[12]${A}{2}0|[二三四五六七八九]十)年代|(上个?世纪|本世纪|${A}{1,2}世纪|${C}{1,3}世纪))(初期|前期|早期|初|中期|中叶|中|后期|末期|末|晚期)?`,
  `上本${NUMERALS}`,
);

function century(word: string): number {
  if (/^上/u.test(word)) return 20;
  return word.startsWith('本') ? 21 : small(word.replace('世纪', ''));
}

export const era = reader([ERA], (text, i, f) => {
  const m = ERA(text, i);
  if (!m) return -1;
  const base = (century(m[1] ?? m[3] ?? '上世纪') - 1) * 100;
  if (Number.isNaN(base)) return -1;
  f.era = m[2] ? [m[2].length > 2 ? small(m[2]) : base + small(m[2]), 10] : [base, 100];
  if (m[4]) f.part = m[4];
  return i + m[0].length;
});

const QUARTER = sticky(
  `(?:前([二两三23])个?季度|(?:第|(?=首))([一二三四1234１２３４首])个季度|第?([一二三四1234１２３４]|首)(?:季度|季(?!节)))`,
  '前第一二三四1234１２３４首',
);
/** 一至三季度, 1—3季度, 三四季度; 一、二季度 at the beginning of a line may be a heading. */
const QUARTER_SPAN = sticky(
  '([一二三1-3])(?:至|到|[-－—–―~～]{1,2}|(?<!(?:^|\\n)[一二三1-3])[、和]|(?=[二三四]))([二三四2-4])个?季度',
  '一二三123',
);
const QUARTER_WORD = sticky('(上|下|本|这)一?个?季度', '上下本这');
const HALF = sticky('(上|下)半年(?!度?以[上下内])', '上下');

export const portion = reader([HALF, QUARTER_SPAN, QUARTER_WORD, QUARTER], (text, i, f) => {
  const word = QUARTER_WORD(text, i);
  if (word) {
    f.quarterShift = { 上: -1, 下: 1 }[word[1]!] ?? 0;
    return i + word[0].length;
  }
  const half = HALF(text, i);
  if (half) {
    f.half = half[1] === '上' ? 1 : 2;
    return i + half[0].length;
  }
  const several = QUARTER_SPAN(text, i);
  if (several && small(several[1]!) < small(several[2]!)) {
    f.quarter = small(several[1]!);
    f.quarterEnd = small(several[2]!);
    return i + several[0].length;
  }
  const q = QUARTER(text, i);
  if (!q) return -1;
  const nth = q[2] ?? q[3]!;
  f.quarter = q[1] || nth === '首' ? 1 : small(nth);
  if (q[1]) f.quarterEnd = small(q[1]);
  return i + q[0].length;
});

const SCHOOL_YEAR = sticky(`(${A}{4})年?(?:(?:至|到|/|[-－—–―~～]{1,2})(${A}{4})年?)?学年度?`, ARABICS);
const SCHOOL = sticky('(本|今|上|去|下|新)(学年度?|学期(?!间))', '本今上去下新');
const SCHOOL_STEP: Readonly<Record<string, number>> = { 本: 0, 今: 0, 上: -1, 去: -1, 下: 1, 新: 0 };

/** 2020—2021学年, 本学年, 上学期 */
export const school = reader([SCHOOL_YEAR, SCHOOL], (text, i, f) => {
  const years = SCHOOL_YEAR(text, i);
  if (years && (!years[2] || small(years[2]) === small(years[1]!) + 1)) {
    f.schoolYear = small(years[1]!);
    return i + years[0].length;
  }
  const m = SCHOOL(text, i);
  if (!m) return -1;
  const step = SCHOOL_STEP[m[1]!]!;
  if (m[2] === '学期') f.termShift = step;
  else f.schoolShift = step;
  return i + m[0].length;
});

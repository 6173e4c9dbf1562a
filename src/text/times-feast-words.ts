/**
 * Where the name of a feast or solar term is one, and where it is another word: 政治清明 is clear-minded, 小年 a poor harvest, 李国庆
 * somebody, 元宵 something to eat, 谷雨行动 an undertaking.
 */
import { COMMON_SURNAMES } from './surnames.ts';
import { FEASTS } from './times-feasts.ts';
import { longest } from './times-readers.ts';

/** Names that are everyday words: they need something of a day around them. */
const EVERYDAY = /^(?:清明|小年|冬至|夏至|腊八|大暑|小暑|秋分|春分|处暑)$/u;
/** Something of a day behind a name. */
const OF_DAY = /^(?:[当前后期这来那]|时节|节气|小?长?假|临近|将至)/u;
/** What is said to be clear-minded. */
const CLEAR = /(?:[政吏法]治|天下|世道|社会|朝政|政务|党[风纪]|[政作]风|风气|生态|头脑|神志|心地|河清|政府|干部)$/u;
/** In or about that day. */
const LEADS = /[在于逢到至从每今近临过迎自]$/u;

const FEAST_ENDS = new RegExp(`(?:${longest(FEASTS)}|节|五一|[”"])$`, 'u');
const FEAST_BEGINS = new RegExp(`^[“"]?(?:${longest(FEASTS)}|五一|十一|七一)`, 'u');

/** As far as a neighbour in a list of feasts is looked at. */
const NEIGHBOUR = 6;

/** 清明、|端午: one of several feasts. */
const isListed = (text: string, i: number, end: number): boolean =>
  (text[i - 1] === '、' && FEAST_ENDS.test(text.slice(Math.max(0, i - 1 - NEIGHBOUR), i - 1))) ||
  (text[end] === '、' && FEAST_BEGINS.test(text.slice(end + 1, end + 1 + NEIGHBOUR)));

/** An everyday word that is the day: it stands alone or behind a preposition, among feasts, or with a word of a day behind it. */
function isDay(text: string, i: number, end: number): boolean {
  const led = /\p{Script=Han}/u.test(text[i - 1] ?? '');
  if (led && CLEAR.test(text.slice(Math.max(0, i - 2), i))) return false;
  if (OF_DAY.test(text.slice(end, end + 3)) || isListed(text, i, end)) return true;
  if (end === text.length) return !led;
  // 清正、清明、清廉: a list of virtues.
  if (text[i - 1] === '、' || text[end] === '、') return false;
  return /^[，,。；;]/u.test(text[end]!) && (!led || LEADS.test(text[i - 1]!));
}

/** Given names that were taken from the day of birth. */
const GIVEN = /^(?:国庆|元旦|立[春夏秋冬]|谷雨|惊蛰|重阳|中秋|端午|清明|冬至|春分)$/u;
/** Surnames that are none of the words that stand in front of a feast (于国庆, 贺国庆, 每周). */
const surnames = new Set([...COMMON_SURNAMES].filter((c) => !'于向贺周方万钱高金江夏白程余何曾付任孔'.includes(c)));
/** What a person's name stands behind: nothing, or a word for what somebody is. */
const TITLE_ENDS = /(?:^|[^\p{Script=Han}]|[记任长员民者师人户手生家由让理席授士工警和与])$/u;

const isPerson = (text: string, i: number, name: string): boolean =>
  i > 0 && GIVEN.test(name) && surnames.has(text[i - 1]!) && TITLE_ENDS.test(text.slice(Math.max(0, i - 2), i - 1));

/** What makes the name of an undertaking or place of it. */
const NAMED =
  /^(?:[”"]?(?:行动|计划|工程|新风)|村(?![晚民里口])|镇(?![区里])|乡(?![村镇里亲])|路(?![段上面况网])|街(?!头)|社区|小学|中学|公司|书院)/u;
/** Dishes: 腊八粥, 包元宵 without a 节 behind it; and words that only begin like a feast (平安|夜巡). */
const DISH = /[包吃煮做搓尝滚送赠卖碗袋份颗的]$/u;
const CUT: Readonly<Record<string, RegExp>> = { 腊八: /^[粥蒜]/u, 平安夜: /^[巡校访查市话谈色间]/u, 重阳: /^[糕木]/u };

/**
 * Whether a name that stands at `i` is a day of the year.
 *
 * @param dated a year stands in front of it: 2022年冬至, 今年清明
 */
export function isFeastAt(text: string, i: number, name: string, dated: boolean): boolean {
  const end = i + name.length;
  if (NAMED.test(text.slice(end, end + 3)) || CUT[name]?.test(text[end] ?? '')) return false;
  if (dated) return true;
  if (name === '元宵' && DISH.test(text[i - 1] ?? '') && !/[节前后期当夜灯]/u.test(text[end] ?? '')) return false;
  return !isPerson(text, i, name) && (!EVERYDAY.test(name) || isDay(text, i, end));
}

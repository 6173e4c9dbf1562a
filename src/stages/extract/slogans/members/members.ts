import { charSet } from '../../../../text/char-set.ts';
import { remembering } from '../../../../text/remembering.ts';
import { partsThousands } from '../../../../text/thousands.ts';
import { type Part, promised } from '../numerals.ts';
import { ledBy } from './heads.ts';

/** Members that a text names for a formula. */
export interface Members {
  list: string[];
  complete: boolean;
}

/** A key as a pattern matches it. */
export const literally = (key: string): string => key.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const FLAT = '、，,；;';

/** A member without quotation marks around the whole of it, without what only introduces it, and without a remark on it. */
function clean(member: string): string {
  const s = member
    .trim()
    .replace(
      /^(?:——?|(?:余下|其余|剩下)(?=[一二两三四五六七八九十\d])|(?:还得?有|另有|再有|再就是|再有就是|还有就是)(?=一[张本份个条项股](?=[^不没都]+$))|[①-⑳]|[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d))\s?/u,
      '',
    )
    .replace(/^(?:同时|并且?|还要?|也要?|最终|最后)(?:要|做到|实现|达到|确保)/u, '')
    .replace(/(?<=.{2})(?:——|…).*$/u, '')
    .replace(/(?<=.{2})[（(][^（）()]*[）)]$/u, '')
    .replace(/(?<=.{2})等$/u, '');
  return /^[“‘"][^“”‘’"]*[”’"]$/u.test(s) ? s.slice(1, -1) : s;
}

/** Splits the last piece at 和, 以及, 及 where one member is missing. */
function splitLast(list: string[], wanted: number): string[] {
  if (list.length !== wanted - 1) return list;
  const m = /^(.*?[^和及与]{2})(?:以及|和|及|与)([^和及与]{2,})$/u.exec(list[list.length - 1]!);
  return m ? [...list.slice(0, -1), m[1]!, m[2]!] : list;
}

const opens = charSet('（(“《');
const closes = charSet('）)”》');

/** The tests for marks that texts are cut at: there are some twenty, and each is asked again and again. */
const isOneOf = remembering(charSet);

/** Pieces between marks (any of these characters), at the top level of brackets and quotation marks. */
export function pieces(s: string, marks: string): string[] {
  const isMark = isOneOf(marks);
  const out: string[] = [];
  const push = (piece: string): void => {
    const trimmed = piece.trim();
    if (trimmed) out.push(trimmed);
  };
  let depth = 0;
  let from = 0;
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    if (opens(code)) depth++;
    else if (closes(code)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && isMark(code) && !partsThousands(s, i)) {
      push(s.slice(from, i));
      from = i + 1;
    }
  }
  push(s.slice(from));
  return out;
}

/** A closed list (in a parenthesis): all of it is members, as many as there are. */
export function closedList(s: string, parts: readonly Part[]): Members | null {
  const body = s.replace(/^(?:即|指|是指|分别是|包括|也就是|主要包括|就是)[：:]?/u, '');
  for (const n of promised(parts)) {
    for (const marks of ['；;', '，,', '、；;', FLAT]) {
      const list = splitLast(pieces(body, marks), n);
      if (list.length === n && endsRight(list, parts)) return whole(list, parts);
    }
  }
  const list = pieces(body, FLAT).map(clean);
  // (以下简称“三办”), (见附件): a remark, no list.
  return list.length > 1 && sharesKey(list, parts) ? { list, complete: false } : null;
}

/** An open list (after 即 or a colon): its members, then the sentence goes on. */
export function openList(s: string, parts: readonly Part[]): Members | null {
  const sentence = /^[^。！？!?\n]{0,300}/u.exec(s)![0];
  const terms = byNumerals(sentence, parts) ?? paired(pieces(sentence, '；;'), parts);
  if (terms) return terms;
  for (const n of promised(parts)) {
    // …，即抓思想、抓作风；…: what stands behind the semicolon is another matter.
    const first = splitLast(pieces(pieces(sentence, '；;')[0] ?? '', '、，,'), n);
    if (first.length === n && sharesKey(first, parts) && endsRight(first, parts)) return whole(first, parts);
    const clauses = splitLast(pieces(sentence, '；;'), n);
    const list = clauses.length === n && clauses.every((c) => c.length <= 60) ? keyed(clauses, parts) : null;
    const heads = clauses.length === n ? headsOf(clauses) : null;
    const found = list ?? heads ?? prefix(sentence, n, parts) ?? segment(sentence, n);
    if (found && endsRight(found, parts)) return whole(found, parts);
  }
  return paired(pieces(sentence, FLAT).slice(0, parts[0]!.count), parts);
}

const DIGITS: Record<string, RegExp> = {
  1: /[1一]/u,
  2: /[2两二双]/u,
  3: /[3三]/u,
  4: /[4四]/u,
  5: /[5五]/u,
  6: /[6六]/u,
  7: /[7七]/u,
  8: /[8八]/u,
  9: /[9九]/u,
};

/** “1234”工作法：突出一个核心（…），建好两支队伍（…），…: a clause for each term of a code, with the term's number in it. */
function byNumerals(sentence: string, parts: readonly Part[]): Members | null {
  if (parts.length < 2 || parts.some((p) => !/^(?:[1-9]|[NXＮＸ])$/iu.test(p.key))) return null;
  for (const marks of ['，,；;', FLAT]) {
    const list = pieces(sentence, marks).slice(0, parts.length);
    const fits = list.length === parts.length && list.every((m, i) => DIGITS[parts[i]!.key]?.test(m) ?? i > 0);
    if (fits) return { list: ledBy(list.map(withoutTerm).map(clean)), complete: true };
  }
  return null;
}

/** “三进三帮”：进村帮产业、进户帮就业、进校帮学业: each is a member of both parts. */
export function paired(list: string[], parts: readonly Part[]): Members | null {
  const even = parts.length > 1 && parts.every((p) => p.count === list.length && p.count > 1);
  return even && list.every((m) => parts.every((p) => m.includes(p.key))) ? { list, complete: true } : null;
}

/** “三查三改”：查思想、改观念，查作风、改形象，…: the members of two parts by turns. */
export function byTurns(list: string[], parts: readonly Part[]): Members | null {
  const [first, second, ...more] = parts;
  if (!first || !second || more.length || first.count !== second.count || first.count < 2) return null;
  const row = list.slice(0, first.count * 2);
  const fits = row.length === first.count * 2 && row.every((m, i) => m.includes(i % 2 ? second.key : first.key));
  return fits && row.every((m) => m.length <= BY_TURNS_MAX) ? { list: row, complete: true } : null;
}

const BY_TURNS_MAX = 12;

/** Clauses that say more than the member: 思想认识不够到位，有的书记… → 思想认识不够到位. */
function keyed(clauses: string[], parts: readonly Part[]): string[] | null {
  const key = parts[0]!.key;
  if (parts.length === 1 && clauses.every((c) => c.includes(key)))
    return clauses.map((c) => pieces(c, '，,').find((p) => p.includes(key)) ?? c);
  return (parts.length === 1 ? headsOf(clauses) : null) ?? (clauses.every((c) => c.length <= 24) ? clauses : null);
}

/** 流动快，去年走了7人；底子弱，…；办法少，…: what each of just as many clauses begins with, where they go on. */
function headsOf(clauses: readonly string[]): string[] | null {
  if (clauses.length < 3) return null;
  const heads = clauses.map((c) => pieces(c, '，,')[0] ?? '');
  const goesOn = clauses.slice(0, -1).every((c, i) => c.length > heads[i]!.length);
  return goesOn && heads.every((h) => h.length <= HEAD_MAX && !/[、\d]/u.test(h)) ? heads : null;
}

const HEAD_MAX = 14;

/** 发挥A作用、B作用和C作用，以…: the list ends with its clause. */
function segment(sentence: string, n: number): string[] | null {
  const list = splitLast(pieces(pieces(sentence, '，,；;')[0] ?? '', '、'), n);
  return list.length === n && n > 1 ? list : null;
}

/** The last member of 三会一课 is a 课, that of 两单一册 a 册. */
function endsRight(list: readonly string[], parts: readonly Part[]): boolean {
  const last = parts[parts.length - 1]!;
  return parts.length === 1 || /^[0-9A-Z]/u.test(last.key) || list[list.length - 1]!.includes(last.key.slice(-1));
}

function whole(list: string[], parts: readonly Part[]): Members {
  if (parts.every((p) => p.count === 1))
    return {
      list: list
        .map(withoutTerm)
        .flatMap((m, i) => termOf(m, parts[i]?.key ?? ''))
        .map(clean),
      complete: true,
    };
  return { list: withoutOrder(withoutShared(withoutNumerals(list, parts), parts)).map(clean), complete: true };
}

/** “3”是A、B、C: what a term counts is as many members; A、B、C三条战线 is one. */
export function termOf(member: string, term: string): string[] {
  const own = pieces(member, '、');
  const whole = /[二两三四五六七八九十][个大项条支类张级]?“?\p{Script=Han}{1,4}”?$/u.test(own.at(-1) ?? '');
  return own.length > 1 && `${own.length}` === term && !whole ? own : [member];
}

/** The word behind the numerals that pieces begin with in turn (问 of 一问漏水, 二问用电, 三问采光); null where they do not. */
export function turnOf(list: readonly string[]): string | null {
  const next = list[0]?.[1] ?? '';
  return list.every((m, i) => m.startsWith(`${'一二三四五六七八九'[i]}${next}`) && m.length > 3) ? next : null;
}

/** 一是未满十年、二是已列入计划; 一问漏水、二问用电, of 四问: the numerals only count. */
function withoutNumerals(list: string[], parts: readonly Part[]): string[] {
  const next = turnOf(list);
  if (next === null || parts.length > 1 || list.length < 3) return list;
  return next === '是'
    ? list.map((m) => m.slice(2))
    : parts[0]!.key.includes(next)
      ? list.map((m) => m.slice(1))
      : list;
}

/** “1+5+N”，建成1个中心、5个站点、…: in front of quantities the verb is none of theirs. */
const QUANTITY = /^(?:[0-9一两三四五六七八九十]{1,3}|若干|[NX])[名个位支家套项条张本间座处所只台组队类份]/iu;
const DEED =
  /^[\p{Script=Han}]{2,4}?(?=(?:[0-9一两三四五六七八九十]{1,3}|若干|[NX])[名个位支家套项条张本间座处所只台组队类份])/iu;

export function withoutDeeds(list: readonly string[]): string[] {
  const cut = list.map((m) => (QUANTITY.test(m) ? m : m.replace(DEED, '')));
  return cut.every((m) => QUANTITY.test(m)) && list.some((m) => QUANTITY.test(m)) ? cut : [...list];
}

/** 先问急不急、问该谁办，接着是办后回访: what comes first and what next is no part of the members. */
const FIRST = /^(?:首先|先)(?:是)?(?=.{3})/u;
const NEXT = /^(?:接着|然后|随后|末了|最后|再|后)(?:是)?(?=.{3})/u;

function withoutOrder(list: string[]): string[] {
  if (!FIRST.test(list[0]!) || !list.slice(1).some((m) => NEXT.test(m)) || list.slice(1).some((m) => FIRST.test(m)))
    return list;
  return list.map((m, i) => m.replace(i === 0 ? FIRST : NEXT, ''));
}

/** “1”即一个大工委 → 一个大工委: a code's legend. */
const withoutTerm = (member: string): string =>
  member.replace(/^“?[0-9NXnx]{1,3}”?(?:即|就是|是指|代表|指|为|是|[：:])/u, '');

/** 责任、措施、预案落实 for 五落实: the key that all members share stands once, behind the last. */
function withoutShared(list: string[], parts: readonly Part[]): string[] {
  const [part] = parts;
  const last = list[list.length - 1]!;
  const alone = parts.length === 1 && part && list.slice(0, -1).every((m) => !m.includes(part.key));
  // 奢靡之风 is a 风 by its own name.
  if (
    !alone ||
    list.length < 3 ||
    !last.endsWith(part.key) ||
    last.at(-part.key.length - 1) === '之' ||
    last.length - part.key.length < 2
  )
    return list;
  return [...list.slice(0, -1), last.slice(0, -part.key.length)];
}

/** The first n pieces, where the list ends there: after 、 it would go on. */
function prefix(sentence: string, n: number, parts: readonly Part[]): string[] | null {
  const list = pieces(sentence, FLAT);
  if (list.length < n) return null;
  const first = list.slice(0, n);
  if (first.some((p) => p.length > 24)) return null;
  const end = sentence.indexOf(first[n - 1]!) + first[n - 1]!.length;
  if (sentence[end] === '、') return null;
  return list.length === n || sharesKey(first, parts) || shape(first) ? first : null;
}

/** All of one length, nearly. */
function shape(list: string[]): boolean {
  const l = list.map((m) => m.length);
  return Math.max(...l) - Math.min(...l) <= 2;
}

/** Each member contains the key of its part: 好 in the first five, 化 in the next four. */
export function sharesKey(list: readonly string[], parts: readonly Part[]): boolean {
  let i = 0;
  for (const part of parts) {
    for (let k = 0; k < part.count && i < list.length; k++, i++) {
      if (!list[i]!.includes(part.key) && !(part.key.length > 2 && list[i]!.includes(part.key.slice(-2)))) return false;
    }
  }
  return list.length > 0;
}

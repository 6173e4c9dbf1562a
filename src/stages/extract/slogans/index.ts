import type { Point, Slogan } from '../types.ts';
import { canonicalMembers } from './canonical.ts';
import { judgeAll } from './judge/rows.ts';
import { findBare } from './judge/unquoted.ts';
import { findWatchwords } from './judge/watchwords.ts';
import { withoutDeed } from './members/bodies.ts';
import { composed } from './members/composed.ts';
import { byDigits } from './members/digits.ts';
import { type Article, anchoredAt, membersAt, membersSaid } from './members/expand.ts';
import { explained } from './members/explained.ts';
import { glossed } from './members/glossed.ts';
import { type Members, sharesKey, withoutDeeds } from './members/members.ts';
import { isRefused } from './members/refused.ts';
import { byTens } from './members/tens.ts';
import { tidied } from './members/tidy.ts';
import { ToldNames } from './members/told-names.ts';
import { evened, trimmed } from './members/trims.ts';
import { findMentions } from './mentions.ts';
import { figuresIn, isTopical, ledFormula, memberParts, type Part, partsOf } from './numerals.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { decided, type Offer } from './resolve/choose.ts';
import { byParts, withOnes } from './resolve/parts.ts';
import { Quoted } from './resolve/quoted.ts';
import { offerOf, type Searched, type Sought } from './resolve/search.ts';
import { Sides } from './resolve/stretches.ts';
import { Words } from './resolve/words.ts';

/** One place where a slogan was recognised. */
interface Sighting {
  text: string;
  kind: Slogan['kind'];
  rule: string;
  /** A slogan only if its members are named. */
  listed: boolean;
  /** Without quotation marks in the text. */
  bare: boolean;
  /** With its quotation marks. */
  open: number;
  close: number;
}

/**
 * How the members of a formula are chosen: `offer` are the lists around its mentions (see `resolve/`), `ruled` is what rules say.
 */
type Weigh = (offer: () => Offer, ruled: readonly string[] | null, formula: string) => readonly string[] | null;
type Weighed = Searched & { told: ToldNames; weigh: Weigh };

/** One slogan however its clauses are joined: 抓党建，促发展 and 抓党建、促发展. */
const keyOf = (text: string): string => text.replace(/[、，,；;·\s“”‘’"]/gu, '');

/** Rules by which only a verb before the row of members, or less than that, makes them names. */
const SET_UP = new Set(['name/set-up', 'name/founded', 'name/place', 'name/weighed']);

/** 议、筹、建 as the list of 三字诀. */
const SINGLES = /^\p{Script=Han}(?:[、，,]\p{Script=Han})+$/u;

/** More mentions than these are not searched for members; the list stands at one of the first. */
const TRIES = 8;

/**
 * Finds the formulas, watchwords and proper names of an article, each once, with all its mentions.
 *
 * Quoted phrases are judged by their form and by a window of words around them; unquoted ones are taken only where they
 * are standing formulas or their form leaves no doubt. The work is linear in the text.
 *
 * @param text the clean article, simplified, one paragraph a line
 * @param points its outline: members may stand as the points under a formula
 * @param quotes its quoted phrases, where they are known already
 * @param weigh chooses among lists of members; `npm run train` looks at them here
 * @returns in the order of their first mention; offsets are UTF-16, without quotation marks
 */
export function findSlogans(
  text: string,
  points: Point[],
  quotes: readonly Quote[] = findQuotes(text),
  weigh: Weigh = decided,
): Slogan[] {
  const byId = new Map(points.map((p) => [p.id, p]));
  const sorted = [...points].sort((a, b) => a.start - b.start);
  const searched = { words: new Words(text), quoted: new Quoted(text), sides: new Sides(text) };
  const article: Weighed = { text, points: sorted, byId, quotes, ...searched, told: new ToldNames(text), weigh };
  const groups = new Map<string, Sighting[]>();
  for (const s of sightings(text, article)) {
    const group = groups.get(keyOf(s.text));
    if (group) group.push(s);
    else groups.set(keyOf(s.text), [s]);
  }
  const found = withoutMembers(composed([...groups.values()].flatMap((group) => read(article, group))));
  const bare = [...groups.values()].flat().filter((s) => s.bare);
  return findMentions(text, quotes, found, bare);
}

function sightings(text: string, article: Article): Sighting[] {
  const out: Sighting[] = [];
  for (const { quote, verdict } of judgeAll(text, article.quotes))
    if (verdict) out.push({ ...verdict, text: quote.text, bare: false, open: quote.open, close: quote.close });
  const inside = out.map((s): [number, number] => [s.open, s.close]);
  let k = 0;
  const bare: Sighting[] = [];
  for (const b of [...findBare(text), ...findWatchwords(text)].sort((x, y) => x.start - y.start)) {
    while (k < inside.length && inside[k]![1] <= b.start) k++;
    const covered = k < inside.length && inside[k]![0] < b.start && b.end < inside[k]![1];
    if (!covered)
      bare.push({
        text: b.text,
        kind: b.kind,
        rule: b.rule,
        listed: b.listed,
        bare: true,
        open: b.start,
        close: b.end,
      });
  }
  return [...out, ...bare].sort((a, b) => a.open - b.open);
}

/** A slogan of its sightings, with the members that one of them names. */
function read(article: Weighed, group: Sighting[]): Omit<Slogan, 'mentions'>[] {
  const lead = counted(article, group);
  const members = lead.kind === 'numeral' ? membersOf(article, group) : null;
  if (group.every((s) => s.listed) && !(members?.complete && (!mustShare(lead) || keyed(lead, members)))) return [];
  const { text, kind, rule } = lead;
  return [{ text, kind, expansion: members?.list ?? null, complete: members?.complete ?? null, rule }];
}

/** “一码一册”（安全码、明白册）: what else is a motto or a name is a formula where its members are named with its words. */
function counted(article: Article, group: Sighting[]): Sighting {
  const s = group.find((one) => !one.listed) ?? group[0]!;
  const parts = s.kind !== 'numeral' && (NUMERAL_START.test(s.text) || ledFormula(s.text)) ? memberParts(s.text) : null;
  if (!parts) return s;
  const anchored = group.slice(0, TRIES).some((g) => anchoredAt(article, g.close, parts));
  const { list = [], complete } =
    group
      .slice(0, TRIES)
      .map((g) => membersSaid(article, g.close, parts))
      .find((m) => m) ?? {};
  const keys = parts.flatMap((p) => Array<string>(p.count).fill(p.key.at(-1)!));
  const named =
    complete &&
    list.length === keys.length &&
    (list.every((m, i) => m.includes(keys[i]!) || /^第.年/u.test(m)) || areSeasons(list));
  return named || anchored ? { ...s, kind: 'numeral' } : s;
}

/** 春抓开工、夏抓进度、秋抓收官、冬抓储备 of 四季攻坚. */
const areSeasons = (list: readonly string[]): boolean =>
  list.length === 4 && list.every((m, i) => m[0] === '春夏秋冬'[i]);

const NUMERAL_START = /^[一两双三四五六七八九十]/u;

/** “红色驿站”“司机之家”等“两站”: the names of the members are not listed again by themselves. */
function withoutMembers(found: Omit<Slogan, 'mentions'>[]): Omit<Slogan, 'mentions'>[] {
  const members = new Set(found.flatMap((s) => (s.complete ? (s.expansion ?? []) : [])));
  // “甲办事、乙议事、丙评事”三事工作法: nor is the list as a whole.
  const lists = new Set(
    found.flatMap((s) =>
      s.complete && s.rule === 'numeral/behind-list' && s.text.endsWith('法') ? [s.expansion!.join('')] : [],
    ),
  );
  const rows = new Set(found.flatMap((s) => (s.complete && s.expansion ? [s.expansion.join('')] : [])));
  return found.filter(
    (s) =>
      (!SET_UP.has(s.rule) || !members.has(s.text)) &&
      !lists.has(keyOf(s.text)) &&
      // “三定”，即“定人、定时、定责”
      !((s.rule === 'motto/weighed' || SINGLES.test(s.text)) && rows.has(keyOf(s.text))),
  );
}

/** What announces the length of a list as often as it is a formula counts only where the members have its key. */
const mustShare = (s: Sighting): boolean => s.rule === 'numeral/announced' || isTopical(s.text);

/** 四个读音：… announces a list; 三个结合：A结合、B结合、C结合 is a formula. */
function keyed(s: Sighting, members: Members): boolean {
  const parts = partsOf(s.text);
  return parts !== null && sharesKey(members.list, parts);
}

/** “四有职工”，即有理想、…、有纪律的职工: what all of them make is no part of the last. */
function withoutWhole(members: Members | null, parts: readonly Part[]): Members | null {
  const tail = /的([\p{Script=Han}]{2,4})$/u.exec(members?.list.at(-1) ?? '')?.[1];
  if (!members || !tail || !parts.at(-1)!.key.endsWith(tail) || parts.at(-1)!.key === tail) return members;
  const list = members.list.map((m, i, all) => (i === all.length - 1 ? m.slice(0, -tail.length - 1) : m));
  return { ...members, list };
}

/** “三农”（…）, “三农”即…: what follows is said to be the members, in whatever order. */
const SAID = /^[”’]?\p{Script=Han}{0,4}(?:[（(：:]|[，,]?(?:即|就是|是指|指的是|包括))/u;
const SAID_REACH = 12;

function membersOf(article: Weighed, group: Sighting[]): Members | null {
  const { text } = group[0]!;
  const parts = memberParts(text);
  // 百千万 has no parts: its numerals count one thing each.
  if (!parts) return firstComplete(group, (s) => byTens(article.text, s.text, s.close));
  const found = tidied(foundMembers(article, group, parts), parts);
  const said = group.some((s) => SAID.test(article.text.slice(s.close, s.close + SAID_REACH)));
  return found && isRefused(found.list, text, parts, said) ? null : found;
}

/** The members by rules and weights, as they stand in the text. */
function foundMembers(article: Weighed, group: Sighting[], parts: readonly Part[]): Members | null {
  const trim = (m: Members | null, outright: boolean): Members | null => {
    const found = trimmed(withoutDeed(withoutWhole(m, parts)), parts);
    if (!found) return null;
    return {
      ...found,
      list: evened(parts.every((p) => p.count === 1) ? withoutDeeds(found.list) : found.list, outright),
    };
  };
  const said = stated(article, group, parts);
  const found = trim(said?.complete ? said : (standing(article, group, parts) ?? said), said?.complete === true);
  const ruled = found?.complete ? found.list : null;
  const best = article.weigh(() => offer(article, group, parts), ruled, group[0]!.text);
  const weighed = best === ruled || !best ? best : trim({ list: [...best], complete: true }, false)!.list;
  const list = !ruled
    ? inParts(article, group, parts, weighed)
    : weighed === ruled
      ? (withOnes(article, soughtOf(group, parts), ruled) ?? ruled)
      : weighed;
  if (list === ruled) return found;
  return list && { list: [...list], complete: true };
}

/** Where parts that count one are among them, these are told better by themselves than as ends of a row. */
const inParts = (
  article: Weighed,
  group: Sighting[],
  parts: readonly Part[],
  weighed: readonly string[] | null,
): readonly string[] | null => {
  const whole = weighed?.length === parts.reduce((n, p) => n + p.count, 0) && parts.every((p) => p.count > 1);
  return whole ? weighed : (byParts(article, soughtOf(group, parts)) ?? weighed);
};

const offer = (article: Searched, group: Sighting[], parts: readonly Part[]): Offer =>
  offerOf(article, soughtOf(group, parts));

const soughtOf = (group: Sighting[], parts: readonly Part[]): Sought => ({
  formula: group[0]!.text,
  parts,
  places: group,
  listed: group.every((s) => s.listed),
  known: canonicalMembers(group[0]!.text),
});

/** The members of “532” by their counts; the terms of a code are looked for elsewhere. */
const byFigures = (article: Article, group: Sighting[], parts: readonly Part[]): Members | null =>
  figuresIn(group[0]!.text) || /^[一二三四五六七八九]+$/u.test(group[0]!.text)
    ? firstComplete(group, (s) => byDigits(article, s.close, parts))
    : null;

/** What the article says outright at one of the mentions. */
const stated = (article: Article, group: Sighting[], parts: readonly Part[]): Members | null =>
  byFigures(article, group, parts) ??
  firstComplete(group, (s) => byTens(article.text, s.text, s.close)) ??
  firstComplete(group, (s) => glossed(article.text, s.open, s.close, parts)) ??
  firstComplete(group, (s) => membersSaid(article, s.close, parts)) ??
  explained(article.text, group[0]!.text, group[0]!.close, parts);

/** What stands near one of the mentions and shows by its form that it is the members. */
function standing(article: Weighed, group: Sighting[], parts: readonly Part[]): Members | null {
  const found = firstComplete(group, (s) => membersAt(article, s.open, s.close, parts));
  if (found?.complete) return found;
  const told = article.told.of(group[0]!.text, parts);
  if (told) return told;
  const tried = group.slice(0, TRIES);
  return tried.map((s) => known(article.text, s)).find((m) => m) ?? found;
}

function firstComplete(group: Sighting[], search: (s: Sighting) => Members | null): Members | null {
  let part: Members | null = null;
  for (const s of group.slice(0, TRIES)) {
    const members = search(s);
    if (members?.complete) return members;
    part ??= members;
  }
  return part;
}

/** How far around a mention the members of a standing formula are looked for, and what may stand between them. */
const KNOWN = { before: 60, behind: 120 };
const JOINED = /^[”’]?(?:[、，,和与及]|以及)[“‘]?$/u;

/**
 * “两癌”免费筛查，乳腺癌、宫颈癌早诊率…: all members that the field knows, side by side. In another order than the field's they only
 * happen to stand together.
 */
function known(text: string, s: Sighting): Members | null {
  const members = canonicalMembers(s.text) ?? [];
  if (members.length < 2) return null;
  const window = text.slice(Math.max(0, s.open - KNOWN.before), s.close + KNOWN.behind);
  const at = members.map((m) => ({ m, start: window.indexOf(m) }));
  const side = at.every(({ start }, i) => {
    const last = at[i - 1];
    return start >= 0 && (!last || JOINED.test(window.slice(last.start + last.m.length, start)));
  });
  return side ? { list: at.map(({ m }) => m), complete: true } : null;
}

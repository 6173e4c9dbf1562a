import { remembering } from '../../../../text/remembering.ts';
import type { Point } from '../../types.ts';
import { NUMERALS, type Part, promised } from '../numerals.ts';
import type { Quote } from '../quotes.ts';
import { bodies } from './bodies.ts';
import { clausesByPart, inBrackets } from './brackets.ts';
import {
  anchoredPieces,
  calledOne,
  countedLists,
  evenRun,
  framedThings,
  inOrder,
  saidOfEach,
  signedPieces,
} from './counted.ts';
import { deeper } from './deeper.ts';
import { governed } from './governed.ts';
import { before } from './leading.ts';
import { byTurns, literally, type Members, openList, paired, pieces, sharesKey, termOf } from './members.ts';
import { atOnce, displayed, nounsByKey, oneOfEach, oneOfThings, rowAndOne } from './one-by-one.ts';
import { inLines, inPoints, inRunIns, summedUp } from './outline.ts';
import { hundreds, oneLeads, oneWithEach, quantities, summedQuantities } from './quantities.ts';
import { alike, closed, rowOfClauses, rowOfQuotes, rowOfSentences } from './runs.ts';
import { byFirst, closingClauses, siblingQuotes } from './scattered.ts';
import { colours, inTurn, objects, seasons, things, tied } from './tied.ts';
import { byKeys, evenClauses, withNegated } from './two-parts.ts';

/** The article, as far as the search for members needs it. */
export interface Article {
  text: string;
  /** In document order. */
  points: readonly Point[];
  /** The same by id. */
  byId: ReadonlyMap<string, Point>;
  quotes: readonly Quote[];
}

/** How far after a formula its members are looked for; sibling paragraphs of a longer reach belong to something else. */
const REACH = 2500;

/**
 * The members that the article says outright are the formula's, at one mention of it: in a parenthesis, behind 即 or a colon,
 * or with each of its parts explained; null where it says none.
 *
 * @param close the end of the mention with its quotation marks
 */
export function membersSaid(a: Article, close: number, parts: readonly Part[]): Members | null {
  return (
    inBrackets(a.text, close, parts) ??
    legend(a.text, close, parts) ??
    nested(a, close, parts) ??
    announced(a.text, close, parts) ??
    inTurn(sentenceBehind(a.text, close), parts) ??
    oneOfEach(sentenceBehind(a.text, close), parts) ??
    oneOfThings(sentenceBehind(a.text, close), parts) ??
    seasons(a.text.slice(close, close + SEASONS_REACH).split('\n', 1)[0]!, parts)
  );
}

/**
 * The members that stand near one mention of a formula and show by their form that they are; null where none do.
 *
 * @param open,close the mention with its quotation marks
 */
export function membersAt(a: Article, open: number, close: number, parts: readonly Part[]): Members | null {
  const led =
    calledOne(a.text.slice(close, close + PARAGRAPH_REACH), parts) ??
    summedUp(a, open, parts) ??
    before(a, open, parts);
  if (led) return led;
  const [sentence, paragraph] = [sentenceBehind(a.text, close), paragraphBehind(a.text, close)];
  const behind = a.text.slice(close, close + REACH);
  return (
    displayed(sentence, parts) ??
    atOnce(sentence, parts) ??
    rowAndOne(sentence, parts) ??
    rowAndOne(/^[^。！？]*/u.exec(paragraph)![0], parts) ??
    rowOfClauses(sentence, parts) ??
    inSentence(a.text, close, parts) ??
    inPoints(a, close, parts) ??
    rowOfQuotes(sentence, parts) ??
    inParagraph(paragraph, parts) ??
    inLines(a.text, close, parts) ??
    inRunIns(a.text, close, parts) ??
    siblingQuotes(a, close, parts) ??
    closingClauses(a.text, close, parts) ??
    deeper(a, close, parts) ??
    governed(sentence, parts) ??
    governed(paragraph, parts) ??
    byFirst(paragraph, parts) ??
    bodies(sentence, parts) ??
    tied(sentence, parts) ??
    things(sentence, parts) ??
    colours(sentence, parts) ??
    colours(paragraph, parts) ??
    evenClauses(sentence, parts) ??
    withNegated(sentence, parts) ??
    byKeys(behind, parts) ??
    summedQuantities(sentence, parts) ??
    quantities(a.text.slice(close, close + SENTENCE_REACH), parts) ??
    framedThings(sentence, parts) ??
    signedPieces(sentence, parts) ??
    signedPieces(paragraph, parts) ??
    anchoredPieces(sentence, parts) ??
    hundreds(sentence, parts) ??
    inOrder(sentence, parts) ??
    saidOfEach(sentence, parts) ??
    evenRun(sentence, parts) ??
    countedLists(behind, parts) ??
    doneWith(sentence, parts) ??
    objects(sentence, parts) ??
    objects(paragraph, parts)
  );
}

const SEASONS_REACH = 80;

/** “一案双查”，查当事人、查主管人: the first part says what the other is done with. */
function doneWith(sentence: string, parts: readonly Part[]): Members | null {
  const [one, ...others] = parts;
  const [part] = others;
  if (one?.count !== 1 || !part || others.length > 1 || part.count < 2) return null;
  const found = rowOfClauses(sentence, others);
  return found?.list.every((m) => m.startsWith(part.key)) ? found : null;
}

/** As far as the rest of its sentence is read for clauses that are members. */
const SENTENCE_REACH = 240;
/** As far as the rest of its paragraph is read for sentences that are. */
const PARAGRAPH_REACH = 900;

/** What the sentence goes on with behind the clause of the formula. */
function sentenceBehind(text: string, close: number): string {
  const sentence = /^[^。！？\n]*/u.exec(text.slice(close, close + SENTENCE_REACH))![0];
  const next = /[，,；;：:]/u.exec(sentence);
  return next ? sentence.slice(next.index + 1) : '';
}

/** “铁七条”，不迟到、不早退、…: where what is counted has no word of its own. */
export const anchoredAt = (a: Article, close: number, parts: readonly Part[]): Members | null =>
  anchoredPieces(sentenceBehind(a.text, close), parts);

/** The sentences of the paragraph behind that of the formula; where it ends its own, those of the next paragraph. */
function paragraphBehind(text: string, close: number): string {
  const window = text.slice(close, close + PARAGRAPH_REACH);
  const stop = /[。！？：:\n]/u.exec(window)?.index ?? window.length;
  return window
    .slice(stop + 1)
    .trimStart()
    .split('\n', 1)[0]!;
}

const inParagraph = (paragraph: string, parts: readonly Part[]): Members | null =>
  rowOfSentences(paragraph, parts) ?? rowOfClauses(/^[^。！？]*/u.exec(paragraph)![0], parts);

/** “1+2+N”…，“1”即一个中心，“2”是…: what each term of a code stands for. */
function legend(text: string, close: number, parts: readonly Part[]): Members | null {
  if (parts.length < 2 || parts.some((p) => p.count !== 1 || !/^[0-9A-ZＮＸ]/u.test(p.key))) return null;
  const window = text.slice(close, close + 600).split('\n', 1)[0]!;
  const list: string[] = [];
  let from = 0;
  for (const { key } of parts) {
    const at = window.indexOf(`“${key}”`, from);
    if (at < 0) return null;
    from = at + key.length + 2;
    const m =
      /^(?:即|就是|[，,]?则?是指|代表|指的是|指|为|是|[，,]则?是(?!指)|[：:])[：:，,]?([^，,。；;“”\n]*(?:“[^“”\n]{1,16}”)?[^，,。；;“”\n]*)(?=[，,。；;\n]|$)/u.exec(
        window.slice(from, from + 60),
      );
    if (!m || m[1]!.length < 2 || m[1]!.length > 40) return null;
    list.push(...termOf(m[1]!, key));
  }
  return { list, complete: true };
}

/** “五好三强”…，“五好”即…，“三强”即…: the members of each part, where each is explained. */
function nested(a: Article, close: number, parts: readonly Part[]): Members | null {
  if (parts.length < 2) return null;
  const window = a.text.slice(close, close + NESTED_REACH);
  const places: { start: number; end: number }[] = [];
  for (const part of parts) {
    const from = places.at(-1)?.end ?? 0;
    const m = window.includes(part.key, from) ? partNamed(part).exec(window.slice(from)) : null;
    if (!m) return null;
    places.push({ start: from + m.index, end: from + m.index + m[0].length });
  }
  const list: string[] = [];
  for (const [i, part] of parts.entries()) {
    const own = window
      .slice(places[i]!.end, places[i + 1]?.start)
      .replace(/所谓$/u, '')
      .replace(/^[，,]?(?:就是|则(?:是|为)?(?!指|包)|[是为](?!指))/u, '即')
      .replace(/^则/u, '');
    const found = part.count > 1 ? announced(own, 0, [part]) : oneMember(own);
    if (!found?.complete) return null;
    list.push(...found.list);
  }
  return { list, complete: true };
}

/** “五好”; 所谓五好，是指…. */
const partNamed = ({ count, key }: Part): RegExp =>
  patternOf(`[${NUMERALS[count] ?? ''}${count}][个大项]?${literally(key)}`);
const patternOf = remembering(
  (name) => new RegExp(`“${name}”|(?<=[。？！；;，,：:\\n]|所谓)${name}(?=[，,]?(?:即|就是|是|指|为|包括)|[：:])`, 'u'),
);

/** A formula and the explanation of its last part stand no further apart. */
const NESTED_REACH = 600;

/** “一核”即街道党工委: what a part that counts one stands for. */
function oneMember(s: string): Members | null {
  const m =
    /^(?:即|就是|是指|代表|指的是|指|为|是|[：:])[：:，,]?([^，,。；;“”\n]{2,40}|[^，,。；;“”\n]?“[^“”\n]{2,16}”[^，,。；;“”\n]{0,8})(?=[，,。；;\n]|$)/u.exec(
      s,
    );
  return m && { list: [m[1]!], complete: true };
}

/** …，即领导班子好、…; …：亮身份、…; …——…. A list of marked points is left to the outline. */
function announced(text: string, close: number, parts: readonly Part[]): Members | null {
  const m = INTRODUCED.exec(text.slice(close, close + 32));
  if (!m) return null;
  const from = close + m[0].length;
  const rest = withoutParaphrase(text.slice(from, from + 320).trimStart(), parts);
  if (/^(?:一是|一要|首先|第一|其一|[（(]?[一1][）)、.．])/u.test(rest)) return null;
  const row = rowOfClauses(/^[^。！？\n]*/u.exec(rest)![0], parts);
  // 即1个中心带动多个站点: all terms of a code in one clause.
  const clause = /^[^、，,。；;！？\n]*/u.exec(rest)![0];
  const found =
    oneWithEach(rest, parts) ??
    summedQuantities(rest, parts) ??
    clausesByPart(rest, parts) ??
    nounsByKey(rest, parts) ??
    oneLeads(clause, parts) ??
    openList(rest, parts) ??
    row;
  const [part] = parts;
  if (found && part && parts.length === 1) return { ...found, list: alike(found.list, part) ?? trimFirst(found.list) };
  if (found) return { ...found, list: trimFirst(found.list) };
  return /包[括含]/u.test(m[0]) ? named(rest, parts) : null;
}

/** 即“五项深刻变化”，A、B…: the formula in other words. */
function withoutParaphrase(rest: string, parts: readonly Part[]): string {
  const [part] = parts;
  if (!part || parts.length > 1) return rest;
  const m = /^“?([两二三四五六七八九十])[^，,。；;：:、“”\n]{2,10}”?[，：:]/u.exec(rest);
  return m && NUMERALS[part.count]?.includes(m[1]!) ? rest.slice(m[0].length) : rest;
}

/** What introduces the members behind a formula: …，即A; “三个区分”？就是A; …，具体包括A; …：A. */
const INTRODUCED =
  /^[^，,。；;：:、（(\n“”？?]{0,12}(?:[（(][0-9.]{1,4}分[)）])?(?:[，,。；;？?]?(?:[这其][一-鿿]{0,6}|具体(?:来说|来讲|而言)?[，,]?|主要|内容)?(?:即|也就是|就是|是指|[指说讲]的(?:就)?是|指|分别指的是|分别是指|分别是|分别为|分别指|具体是|具体为|内容为|内容是|要求是|做法是|包括|包含)[：:，,]?|[，,][^，,。；;：:、\n“”\d]{2,8}[：:]|[：:]|——|—|--)/u;

/** 主要包括A、B: fewer members than the formula counts, where the text says that they are some of them. */
function named(rest: string, parts: readonly Part[]): Members | null {
  const clause = /^[^，,。；;！？\n]*/u.exec(rest)![0];
  const list = pieces(clause, '、');
  return list.length > 1 && parts.length === 1 && sharesKey(list, parts) && list.length < parts[0]!.count
    ? { list, complete: false }
    : null;
}

/** 充分发挥A的作用: a verb that governs the whole list is no part of the first member. */
function trimFirst(list: string[]): string[] {
  const m =
    /^(?:必须|要|着力|切实|充分|进一步|正确)?(?:发挥|处理好|做到|坚持做到|落实好|抓好|引导|组织|建立|推行|包括|实现)(?=.{3})/u.exec(
      list[0]!,
    );
  // 组织建设标准化、阵地运行标准化: no longer than the next, which ends alike, it has no verb of theirs.
  const [first = '', second = ''] = list;
  const whole = second.length >= first.length && second.slice(-2) === first.slice(-2);
  if (!m || whole || list.slice(1).some((s) => s.startsWith(m[0]))) return list;
  const rest = first.slice(m[0].length);
  // 做到政治过硬、做好表率: cut only where the others do not begin with a verb of the same kind.
  return [rest, ...list.slice(1)];
}

/** “三问三议”，问…、问…、问…，…先议、…再议、…终议: in the clauses that follow, or in the sentence behind a short heading. */
function inSentence(text: string, close: number, parts: readonly Part[]): Members | null {
  if (parts.length < 2) return null;
  // “三问三议”定方案。街道坚持…: behind a short heading, the sentence after it.
  const window = text.slice(close, close + 200);
  const heading = /^[^，,。；;：:“”\n]{0,10}。/u.exec(window)?.[0] ?? '';
  const sentence = /^[^。！？\n]{0,160}/u.exec(window.slice(heading.length))![0];
  const next = heading ? { index: -1 } : /[，,；;]/u.exec(sentence);
  if (!next) return null;
  const [first = '', ...rest] = pieces(sentence.slice(next.index + 1), '，,；;');
  // 以“三融”促“三提”：融入…，融入…: the row begins behind the colon.
  const clauses = [first.slice(Math.max(first.lastIndexOf('：'), first.lastIndexOf(':')) + 1), ...rest];
  return (
    inClause(clauses[0] ?? '', parts) ??
    clauseByPart(clauses, parts) ??
    byTurns(pieces(sentence.slice(next.index + 1), '、，,；;'), parts) ??
    paired(clauses.slice(0, parts[0]!.count), parts)
  );
}

/** “四送四进”，送政策、…送温暖进楼栋、进家庭、…: where two parts meet, no mark stands between their members. */
function inClause(clause: string, parts: readonly Part[]): Members | null {
  const keys = parts.map((p) => p.key);
  const list = pieces(clause, '、').flatMap((piece) => {
    const at = piece.indexOf(
      keys.find((k, i) => i > 0 && piece.indexOf(k) > 1 && piece.startsWith(keys[i - 1]!)) ?? '\n',
    );
    return (at > 0 ? [piece.slice(0, at), piece.slice(at)] : [piece]).flatMap((s) => twice(s, parts));
  });
  if (list.length === promised(parts)[0] && sharesKey(list, parts)) return { list, complete: true };
  return paired(pieces(clause, '、'), parts);
}

/** 问冷问暖, of 两问: two members without a mark. */
function twice(piece: string, parts: readonly Part[]): string[] {
  const part = parts.find((p) => p.count > 1 && piece.startsWith(p.key));
  const at = part ? piece.indexOf(part.key, part.key.length + 1) : -1;
  return at > 0 && piece.indexOf(part!.key, at + 1) < 0 ? [piece.slice(0, at), piece.slice(at)] : [piece];
}

/** “三问三比”活动，问…、问…、问…，比…、比…、比…: a clause for each part. */
function clauseByPart(clauses: readonly string[], parts: readonly Part[]): Members | null {
  const lists = parts.map((part, i) => {
    const list = pieces(clauses[i] ?? '', '、');
    return list.length === part.count && list.every((p) => p.includes(part.key))
      ? closed(trimToShape(list, part.key), part.key)
      : null;
  });
  const many = parts.every((p) => p.count > 1) || (parts.length > 2 && parts.some((p) => p.count > 2));
  const whole = lists.every((list) => list !== null) && many && parts.every((p) => p.key.length <= 2);
  return whole ? { list: lists.flat() as string[], complete: true } : null;
}

/** The first member may carry the verb of the clause: 组织干部送政策 beside 党员送技术, 医生送健康. */
function trimToShape(list: string[], key: string): string[] {
  const at = list.slice(1).map((p) => p.indexOf(key));
  const first = list[0]!.indexOf(key);
  // 把技术能手培养成党员、把党员培养成技术能手: no verb of the clause, where the others begin so.
  if (at.some((k) => k !== at[0]) || first <= at[0]! || list[0]![0] === list[1]?.[0]) return list;
  return [list[0]!.slice(first - at[0]!), ...list.slice(1)];
}

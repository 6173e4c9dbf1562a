import type { Point } from '../types.ts';
import { closedList, type Members, openList, pieces, sharesKey } from './members.ts';
import { type Part, promised } from './numerals.ts';
import type { Quote } from './quotes.ts';

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
/** How far back a list that leads up to its formula may begin. */
const LEAD = 200;

/**
 * The members that the article names at one mention of a formula; null where it names none.
 *
 * @param open,close the mention with its quotation marks
 */
export function membersAt(a: Article, open: number, close: number, parts: readonly Part[]): Members | null {
  return (
    inBrackets(a.text, close, parts) ??
    announced(a.text, close, parts) ??
    before(a, open, parts) ??
    inSentence(a.text, close, parts) ??
    inPoints(a, close, parts) ??
    siblingQuotes(a, close, parts) ??
    closingClauses(a.text, close, parts)
  );
}

/** “两新”组织（新经济组织、新社会组织）. */
function inBrackets(text: string, close: number, parts: readonly Part[]): Members | null {
  const m = /^[^，,。；;：:、（(\n“”]{0,10}[（(]([^（()）\n]{3,160})[）)]/u.exec(text.slice(close, close + 180));
  return m ? closedList(m[1]!, parts) : null;
}

/** …，即领导班子好、…; …：亮身份、…; …——…. A list of marked points is left to the outline. */
function announced(text: string, close: number, parts: readonly Part[]): Members | null {
  const m =
    /^[^，,。；;：:、（(\n“”]{0,12}(?:[，,。]?(?:即|也就是|就是|是指|指的是|分别是|分别为|具体是|具体为|包括)[：:，,]?|[：:]|——|—|--)/u.exec(
      text.slice(close, close + 24),
    );
  if (!m) return null;
  const from = close + m[0].length;
  const rest = text.slice(from, from + 320).trimStart();
  if (/^(?:一是|一要|首先|第一|其一|[（(]?[一1][）)、.．])/u.test(rest)) return null;
  const found = openList(rest, parts);
  return found && { ...found, list: trimFirst(found.list) };
}

/** 充分发挥A的作用、B的作用: a verb that governs the whole list is no part of the first member. */
function trimFirst(list: string[]): string[] {
  const m =
    /^(?:必须|要|着力|切实|充分|进一步|正确)?(?:发挥|处理好|做到|坚持做到|落实好|抓好|引导|组织|建立|推行|包括|实现)(?=.{3})/u.exec(
      list[0]!,
    );
  if (!m || list.slice(1).some((s) => s.startsWith(m[0]))) return list;
  const rest = list[0]!.slice(m[0].length);
  // 做到政治过硬、做好表率: cut only where the others do not begin with a verb of the same kind.
  return [rest, ...list.slice(1)];
}

/** “有阵地、有制度”的“五有”要求; 主体责任、第一责任和分工责任三个“责任清单”. */
function before(a: Article, open: number, parts: readonly Part[]): Members | null {
  const wanted = promised(parts);
  const lead = a.text.slice(Math.max(0, open - LEAD), open);
  const line = lead.slice(Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('。')) + 1);
  const m = /(?:等|这|共|的|为主要内容的|为内容的|为重点的|为主题的)*$/u.exec(line)!;
  const body = line.slice(0, line.length - m[0].length);
  const said = sentencesBefore(lead.slice(lead.lastIndexOf('\n') + 1), parts);
  if (said) return said;
  const quoted = body.endsWith('”') ? quotedBefore(body, wanted) : null;
  if (quoted) return quoted;
  if (!m[0] && !/[”"]/u.test(body.slice(-8))) return null;
  return plainBefore(body, wanted, parts);
}

/** A与B相分离，C与D相分离，E与F相分离。“三个分离”…: the clauses that lead up to it. */
function sentencesBefore(lead: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.key.length < 2 || !lead.endsWith('。')) return null;
  const list = pieces(lead, /[，,；;。]/u).filter((c) => c.endsWith(part.key));
  return list.length === part.count ? { list, complete: true } : null;
}

function quotedBefore(body: string, wanted: readonly number[]): Members | null {
  const found: string[] = [];
  let rest = body;
  while (rest.endsWith('”') && found.length < 12) {
    const from = rest.lastIndexOf('“');
    if (from < 0) break;
    found.unshift(rest.slice(from + 1, -1));
    rest = rest.slice(0, from).replace(/(?:[、，,和与及]|以及)$/u, '');
  }
  if (wanted.includes(found.length)) return { list: found, complete: true };
  const inner = found.length === 1 ? pieces(found[0]!, /[、，,；;]/u) : [];
  return wanted.includes(inner.length) ? { list: inner, complete: true } : null;
}

function plainBefore(body: string, wanted: readonly number[], parts: readonly Part[]): Members | null {
  const clause = body.split(/[，,；;：:]/u).pop()!;
  const joined = pieces(clause, /、/u);
  const split = joined.flatMap((p, i, all) => (i === all.length - 1 ? lastTwo(p) : [p]));
  // 规模和质量、发展和管理: 和 may stand inside the members.
  const list = wanted.includes(joined.length) ? joined : split;
  if (!wanted.includes(list.length) || list.length < 2) return null;
  const key = parts[0]!.key;
  const others = list.slice(1);
  if (parts.length === 1 && !others.every((p) => p.includes(key)) && !others.every((p) => p.length <= 8)) return null;
  return { list: withoutHead(list, key), complete: true };
}

const lastTwo = (p: string): string[] => {
  const m = /^(.*[^和]{2})(?:以及|和|及)([^和]{2,})$/u.exec(p);
  return m ? [m[1]!, m[2]!] : [p];
};

/** 必须处理好规模和质量 → 规模和质量, 他算清了收入账 → 收入账: what governs all members is no part of the first. */
function withoutHead(list: string[], key: string): string[] {
  const [first, ...others] = list as [string, ...string[]];
  const length = Math.max(...others.map((p) => p.length));
  if (list.every((p) => p.endsWith(key.slice(-1))) && others.every((p) => p.length === length))
    return [first.slice(-length), ...others];
  return [afterVerb(first, length), ...others];
}

function afterVerb(first: string, length: number): string {
  if (first.length <= length) return first;
  const m = /^.*(?:处理好|落实|抓好|推行|实行|开展|坚持|做到|建立|明确|实施|发挥|加强|围绕|包括|算好)(?:了|好)?/u.exec(
    first,
  );
  return m && m[0].length < first.length - 1 ? first.slice(m[0].length) : first;
}

/** “三进工作法”，引导社区干部进楼栋、党员进社区、服务进家庭: the next clauses, each with the key. */
function inSentence(text: string, close: number, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.count < 2 || part.key.length > 2) return null;
  const sentence = /^[^。！？\n]{0,160}/u.exec(text.slice(close, close + 160))![0];
  const next = /[，,；;]/u.exec(sentence);
  if (!next) return null;
  const clauses = pieces(sentence.slice(next.index + 1), /[，,；;]/u);
  for (const clause of clauses.slice(0, 3)) {
    const list = pieces(clause, /、/u);
    if (list.length === part.count && list.every((p) => p.includes(part.key)))
      return { list: trimToShape(list, part.key), complete: true };
  }
  const run = clauses.slice(0, part.count);
  if (run.length === part.count && run.every((p) => p.includes(part.key) && p.length <= 12))
    return { list: run, complete: true };
  return null;
}

/** The first member may carry the verb of the clause: 引导社区干部进楼栋 beside 党员进社区, 服务进家庭. */
function trimToShape(list: string[], key: string): string[] {
  const at = list.slice(1).map((p) => p.indexOf(key));
  const first = list[0]!.indexOf(key);
  if (at.some((k) => k !== at[0]) || first <= at[0]!) return list;
  return [list[0]!.slice(first - at[0]!), ...list.slice(1)];
}

const style = (p: Point): string => (p.number ?? '').replace(/[一二三四五六七八九十\d]+/gu, '#');

/** The outline's items that follow the mention: the points under it, or the siblings after the announcing sentence. */
function inPoints(a: Article, close: number, parts: readonly Part[]): Members | null {
  const at = firstPoint(a.points, close);
  const head = a.points[at];
  if (!head || head.start - close > 600) return null;
  const siblings: string[] = [];
  for (let i = at; i < a.points.length && i < at + 120 && siblings.length < 13; i++) {
    const p = a.points[i]!;
    if (p.parent === head.parent && style(p) === style(head)) siblings.push(p.heading);
    else if (p.start >= head.end && p.parent !== head.id && isOver(a, p, head)) break;
  }
  return fromHeadings(siblings, parts, announces(a, close, head));
}

/** Whether the mention leads straight to the list: …“三学”：一是…, or it stands in the heading that the items are under. */
function announces(a: Article, close: number, head: Point): boolean {
  const near = a.text.slice(close, Math.min(head.start, close + 25));
  if (close + near.length === head.start && /^[^，,。；;：:]{0,12}[：:]\s*$/u.test(near)) return true;
  const parent = head.parent === null ? undefined : a.points[firstPoint(a.points, close) - 1];
  return parent?.id === head.parent && parent.headingStart <= close && close <= parent.headingEnd + 1;
}

/** A point of another parent after the last sibling: the list is over once the parent's own part is. */
function isOver(a: Article, p: Point, head: Point): boolean {
  const parent = head.parent === null ? undefined : a.byId.get(head.parent);
  return !parent || p.start >= parent.end;
}

function firstPoint(points: readonly Point[], offset: number): number {
  let lo = 0;
  let hi = points.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (points[mid]!.start < offset) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

function fromHeadings(headings: string[], parts: readonly Part[], direct: boolean): Members | null {
  const n = promised(parts).find((k) => k === headings.length) ?? 0;
  const [part] = parts;
  if (parts.length === 1 && part) {
    const keyed = headings.filter((h) => h.includes(part.key));
    if (keyed.length === part.count && headings.slice(0, part.count).every((h) => h.includes(part.key)))
      return { list: memberClauses(keyed, part.key), complete: true };
  }
  return n && direct ? { list: headings, complete: true } : null;
}

/** The clause of each heading that has the key: 提高认识，强化领导是根本 → 强化领导. */
function memberClauses(headings: string[], key: string): string[] {
  const quoted = headings.map((h) => /[“"]([^”"]+)[”"]/u.exec(h)?.[1]);
  if (quoted.every((q) => q?.includes(key))) return quoted as string[];
  const list = headings.map((h) =>
    (pieces(h, /[，,]/u).find((c) => c.includes(key)) ?? h).replace(/是[^是]{2,4}$/u, ''),
  );
  return ends(list, key) ? withoutVerb(list) : list;
}

const ends = (list: string[], key: string): boolean => list.every((m) => m.endsWith(key));

/** 党支部注重抓好与本支部特色工作的结合 → 与本支部特色工作的结合: who does it is not the member. */
function withoutVerb(list: string[]): string[] {
  const verb = /^.*?(?:(?:注重|着力|切实|积极)?(?:抓好|做好|实现|推进|做到|促进|加强)|注重)(?=.{3})/u;
  const cut = list.map((m) => verb.exec(m)?.[0].length ?? 0);
  return cut.every((k) => k > 0) ? list.map((m, i) => m.slice(cut[i]!)) : list;
}

/** “三个课堂”, later “政治课堂” “指尖课堂” “交流课堂”. */
function siblingQuotes(a: Article, close: number, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.key.length < 2) return null;
  const found: string[] = [];
  for (let i = firstQuote(a.quotes, close); i < a.quotes.length && a.quotes[i]!.open < close + REACH; i++) {
    const s = a.quotes[i]!.text;
    const shares = s.length > part.key.length && (s.endsWith(part.key) || s.startsWith(part.key));
    if (shares && !/^[一二三四五六七八九十两双\d]/u.test(s) && !found.includes(s)) found.push(s);
  }
  return found.length === part.count ? { list: found, complete: true } : null;
}

function firstQuote(quotes: readonly Quote[], offset: number): number {
  let lo = 0;
  let hi = quotes.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (quotes[mid]!.open < offset) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Sentences that end in the key: …与本支部特色工作的结合。 */
function closingClauses(text: string, close: number, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.key.length < 2) return null;
  const found: string[] = [];
  const window = text.slice(close, close + REACH);
  for (let i = window.indexOf(part.key); i >= 0 && found.length <= part.count; i = window.indexOf(part.key, i + 1)) {
    if (!/[。；;\n]/u.test(window[i + part.key.length] ?? '')) continue;
    const sentence = window
      .slice(Math.max(0, i - 40), i + part.key.length)
      .split(/[。！？；;\n]/u)
      .pop()!;
    if (sentence.length < 41 && !/[，,“”]/u.test(sentence)) found.push(sentence);
  }
  return found.length === part.count && sharesKey(found, parts) ? { list: withoutVerb(found), complete: true } : null;
}

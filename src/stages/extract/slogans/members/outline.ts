import { bisect } from '../../../../text/bisect.ts';
import { remembering } from '../../../../text/remembering.ts';
import { segment } from '../../../../text/segment.ts';
import type { Point } from '../../types.ts';
import { NUMERALS, type Part, promised } from '../numerals.ts';
import type { Article } from './expand.ts';
import { withoutSameVerb } from './heads.ts';
import { type Members, pieces } from './members.ts';
import { alike, withoutTurns } from './runs.ts';

/** Lines further away than this belong to something else. */
const REACH = 2500;
const LONGEST_HEAD = 30;

/** Items of one list are numbered in one style; 首先, 其次, 最后 are one. */
const styleOf = remembering((number) =>
  number.replace(/[一二三四五六七八九十\d]+|[①-⑳]/gu, '#').replace(/^(?:首先|其次|再次|再者|最后)$/u, '首先'),
);
const style = (p: Point): string => styleOf(p.number ?? '');

/** The outline's items that follow the mention: the points under it, or the siblings after the announcing sentence. */
export function inPoints(a: Article, close: number, parts: readonly Part[]): Members | null {
  const at = bisect(a.points, (p) => p.start >= close);
  const head = a.points[at];
  if (!head || head.start - close > 600) return null;
  const siblings: string[] = [];
  const nth = (p: Point): boolean => parts.length === 1 && isNth(p.heading, parts[0]!);
  for (let i = at; i < a.points.length && i < at + 120 && siblings.length < 13; i++) {
    const p = a.points[i]!;
    if (p.parent === head.parent && style(p) === style(head))
      siblings.push(nth(p) ? behindHeading(a.text, p) : p.heading);
    else if (p.start >= head.end && p.parent !== head.id && isOver(a, p, head)) break;
  }
  const told = nth(head) && siblings.length === parts[0]!.count && siblings.every((s) => s.length > 1);
  return told
    ? { list: siblings, complete: true }
    : fromHeadings(siblings, parts, announces(a, close, head, parts[0]!));
}

/** 第一招 names none of 三招. */
const isNth = (heading: string, { key }: Part): boolean =>
  heading.length === key.length + 2 && heading.startsWith('第') && heading.endsWith(key);

/** 第一招：云课堂。: what stands behind the colon of a heading that only counts. */
const behindHeading = (text: string, p: Point): string =>
  /^[：:]([^，,。；;：:\n]{2,16})[，,。；;\n]/u.exec(text.slice(p.headingEnd, p.headingEnd + 20))?.[1] ?? '';

/** 坚持“四轮驱动”，具体做法如下。 */
const AS_FOLLOWS = /^[^，,。；;：:]{0,12}[，,]?[^，,。；;：:]{0,6}(?:做法|情况|内容|措施|安排|要求)如下[。：:]\s*$/u;

/** 整改分五步：, under 五个病灶: what follows is what is done about them. */
const REMEDIES = /(?:整改|对策|措施|建议|步骤|[分按][三四五六七八九]步)[^，,。；;：:\n]{0,8}[：:]\s*$/u;

/** 病灶大致有五：, of 五个病灶: the last sentence in front of a list says again what it is of, and how many. */
function isTakenUp(between: string, { count, key }: Part): boolean {
  if (key.length < 2 || !/[：:]\s*$/u.test(between)) return false;
  const sentence = between
    .trimEnd()
    .slice(0, -1)
    .split(/[。！？；;\n]/u)
    .pop()!;
  const number = `[${NUMERALS[count] ?? ''}${count}]`;
  return (
    sentence.length <= TAKEN_UP_MAX &&
    sentence.includes(key) &&
    new RegExp(`${number}[个条项种点处类]?$`, 'u').test(sentence)
  );
}

const TAKEN_UP_MAX = 16;

/** Whether the mention leads straight to the list: …“三学”：一是…, or it stands in the heading that the items are under. */
function announces(a: Article, close: number, head: Point, part: Part): boolean {
  const near = a.text.slice(close, Math.min(head.start, close + 25));
  if (close + near.length === head.start && /^[^，,。；;：:]{0,12}[：:]\s*$/u.test(near)) return true;
  if (close + near.length === head.start && AS_FOLLOWS.test(near)) return true;
  const between = a.text.slice(close, head.start);
  if (isTakenUp(between, part)) return true;
  if (REMEDIES.test(between) && !REMEDIES.test(`${part.key}：`)) return false;
  const parent = head.parent === null ? undefined : a.points[bisect(a.points, (p) => p.start >= close) - 1];
  return parent?.id === head.parent && parent.headingStart <= close && close <= parent.headingEnd + 1;
}

/** A point of another parent after the last sibling: the list is over once the parent's own part is. */
function isOver(a: Article, p: Point, head: Point): boolean {
  const parent = head.parent === null ? undefined : a.byId.get(head.parent);
  // Points under a sibling do not end a list at the top.
  return parent ? p.start >= parent.end : p.parent === null;
}

function fromHeadings(headings: string[], parts: readonly Part[], direct: boolean): Members | null {
  const n = promised(parts).find((k) => k === headings.length) ?? 0;
  const [part] = parts;
  if (parts.length === 1 && part) {
    const keyed = headings.filter((h) => h.includes(part.key));
    if (keyed.length === part.count && headings.slice(0, part.count).every((h) => h.includes(part.key)))
      return { list: inHeadings(keyed, part), complete: true };
    const opened = openedUp(headings, part);
    if (opened) return { list: opened, complete: true };
  }
  // 四查四治 over 查…、治…, four times: each item is a member of both.
  const paired = parts.length > 1 && parts.every((p) => p.count === headings.length);
  const split = paired ? quotedHalves(headings, parts) : null;
  if (split) return split;
  if (paired && headings.every((h) => parts.every((p) => h.includes(p.key)))) return { list: headings, complete: true };
  const own = n && part ? (battles(headings, part) ?? (direct ? runIn(headings) : null)) : null;
  if (own) return { list: own, complete: true };
  // The members of 三张清单 are named by their own word, those of 三件实事 are deeds.
  const named = part?.noun && !/[事仗招步]$/u.test(part.key);
  const list = parts.length === 1 ? withoutTurns(headings, part!.key) : headings;
  return n && direct && !named ? { list: withoutStory(list), complete: true } : null;
}

/** 问需于民，…; 问计于民，…; 问效于民，…, of 三问于民: what each of them is stands inside the words of the formula. */
function openedUp(headings: readonly string[], { count, key }: Part): string[] | null {
  const list = headings.map((h) => pieces(h, '，,')[0] ?? '');
  const within = (s: string): boolean => s.length === key.length + 1 && s[0] === key[0] && s.endsWith(key.slice(1));
  return key.length > 1 && list.length === count && list.every(within) && new Set(list).size === count ? list : null;
}

/** 思想领学，让信念更牢: the clauses that headings begin with, all of one length and with one character at one place. */
function runIn(headings: readonly string[]): string[] | null {
  const list = headings.map((h) => pieces(h, '，,')[0] ?? '');
  const [first] = list;
  const even = list.length > 2 && list.every((s, i) => s.length === first!.length && s !== headings[i]);
  return even && [...first!].some((c, k) => list.every((s) => s[k] === c)) ? list : null;
}

/** Of more than this a heading tells how. */
const STORY = { length: 24, clauses: 3 };
const MEMBER_MAX = 8;

/** 会调研，走田坎、串村寨，…: where headings run on, the clauses that they begin with, if these begin alike. */
function withoutStory(headings: string[]): string[] {
  const clauses = headings.map((h) => pieces(h, '，,'));
  const runsOn = clauses.some((c, i) => c.length >= STORY.clauses || headings[i]!.length > STORY.length);
  const list = clauses.map(([first = '']) => first);
  const alike = list.every((s) => s.length > 1 && s.length <= MEMBER_MAX && s[0] === list[0]![0]);
  return runsOn && alike && new Set(list).size === list.length ? list : headings;
}

/** What is done with each of 三场硬仗, and is no part of its name: 打好清淤仗. */
const FOUGHT = /^(?:坚决|全力)?(?:打好|打赢|打胜|唱好|唱响|走好|下好|算好|念好|办好|办实|答好|守牢|守好)(?=.{3})/u;

/** 一要打好清淤仗…, under 三场硬仗: the names without the verb that all of the headings have. */
function battles(headings: readonly string[], part: Part): string[] | null {
  const cut = headings.map((h) => h.replace(FOUGHT, ''));
  return cut.every((s, i) => s !== headings[i] && s.endsWith(part.key.at(-1)!)) ? cut : null;
}

/** 以“零等待”促马上办, three times under 三零三办: the quoted half is of the first part, what it brings of the second. */
function quotedHalves(headings: string[], [first, second, ...more]: readonly Part[]): Members | null {
  if (!first || !second || more.length > 0) return null;
  const halves = headings.map((h) =>
    /[“"]([^”"]+)[”"](?:推动|推进|促进|促|带动|助推|助力|实现|保障)(.{2,12})$/u.exec(h),
  );
  const whole = halves.every((m) => m !== null && m[1]!.includes(first.key) && m[2]!.includes(second.key));
  if (!whole) return null;
  return { list: [...halves.map((m) => m![1]!), ...halves.map((m) => m![2]!)], complete: true };
}

/** The members that headings name, each with the key. */
function inHeadings(given: string[], part: Part): string[] {
  const headings = withoutTurns(given, part.key);
  if (part.noun) return things(headings, part.key);
  const list = memberClauses(headings, part.key);
  return alike(list, part) ?? list;
}

/** What is done with the thing of the formula, and its name in quotation marks: 奏响“平安曲”. */
const CLOSED_BY = /(?<=\p{Script=Han})[“"]([^“”"]{2,12})[”"]$/u;

const WHOLLY_QUOTED = /^“[^“”]+”$/u;

/** The things of 三部曲 or 三条线 that headings name: by their quoted name, or without the verb that all headings begin with. */
function things(headings: string[], key: string): string[] {
  const quoted = headings.map((h) => {
    const m = CLOSED_BY.exec(h);
    // 会前“解剖刀”: what is no verb belongs to it.
    return m && (h.indexOf('“') < m.index || !/^[ntfs]/u.test(segment(h.slice(0, m.index)).at(-1)!.tag)) ? m[1]! : '';
  });
  if (quoted.every((q) => q.endsWith(key) && q.length > key.length) && new Set(quoted).size === quoted.length)
    return quoted;
  // 把修塘这件大事办稳: the whole is what is to be done.
  if (headings.every((h) => h.startsWith('把'))) return headings;
  return withoutSameVerb(nouns(headings, key)).map((s) => (WHOLLY_QUOTED.test(s) ? s.slice(1, -1) : s));
}

/** The clause of each heading that has the key: 提高认识，强化领导是根本 → 强化领导. */
function memberClauses(headings: string[], key: string): string[] {
  const quoted = headings.map((h) => /[“"]([^”"]+)[”"]/u.exec(h)?.[1]);
  if (quoted.every((q) => q?.includes(key))) return quoted as string[];
  const list = headings.map((h) => (pieces(h, '，,').find((c) => c.includes(key)) ?? h).replace(/是[^是]{2,4}$/u, ''));
  return ends(list, key) ? withoutVerb(list) : list;
}

/** 学习账记思想 → 学习账. */
const nouns = (headings: string[], key: string): string[] =>
  headings.map((h) => {
    const end = h.indexOf(key, 1) + key.length;
    return end > key.length ? h.slice(0, h[end] === '”' ? end + 1 : end) : h;
  });

const ends = (list: string[], key: string): boolean => list.every((m) => m.endsWith(key));

/** 机关注重做好与企业需求的对接 → 与企业需求的对接: who does it is not the member. */
export function withoutVerb(list: string[]): string[] {
  const verb = /^.*?(?:(?:注重|着力|切实|积极)?(?:抓好|做好|实现|推进|做到|促进|加强)|注重)(?=.{3})/u;
  const cut = list.map((m) => verb.exec(m)?.[0].length ?? 0);
  return cut.every((k) => k > 0) ? list.map((m, i) => m.slice(cut[i]!)) : list;
}

/** 1.强基工程: the number is no part of the member. */
export const NUMBERED = /^\s*(?:[0-9]{1,2}[.．、](?!\d)|[①-⑳]|[（(][0-9一二三四五六七八九十]{1,2}[）)])\s*/u;

/** 学习账记思想。… and 实绩账记担当。…: the next lines begin with the members, though they are no headings. */
export function inLines(text: string, close: number, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1) return null;
  const heads: string[] = [];
  const behind: string[] = [];
  for (const line of text
    .slice(close, close + REACH)
    .split('\n')
    .slice(1, part.count + 2)) {
    const [own, next = ''] = line.slice(0, LONGEST_HEAD).split(/[。；;：:]/u);
    const head = own!.replace(NUMBERED, '');
    if (!head.includes(part.key)) break;
    heads.push(head);
    behind.push(next);
  }
  const whole = heads.length === part.count && part.count > 1 && heads.every((h) => h.length < LONGEST_HEAD);
  const told = whole && heads.every((h) => isNth(h, part)) && behind.every((s) => s.length > 1);
  if (told) return { list: behind, complete: true };
  return whole ? { list: inHeadings(heads, part), complete: true } : null;
}

/** 坚持“三轮驱动”，做法如下。 and then lines that begin 思想领学，…; 项目领干，…; 作风领廉，…: as many as it counts, though they are no headings. */
export function inRunIns(text: string, close: number, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.count < 3) return null;
  const [rest, ...lines] = text.slice(close, close + REACH).split('\n', part.count + 2);
  if (!AS_FOLLOWS.test(rest!) || lines.length < part.count) return null;
  const heads = lines.map((l) => /^[^，,。；;：:、]{3,8}[，,]/u.exec(l)?.[0] ?? '');
  const list = runIn(heads.slice(0, part.count).map((h) => `${h}…`));
  return list && heads[part.count]?.length !== heads[0]!.length ? { list, complete: true } : null;
}

/** 以上三条归结起来就是“三做”: the headings before it that begin with the key, just as many as it counts. */
const SUMS_UP = /(?:以上|上述|前面|这)[^，,。；;：:“”\n]{0,12}(?:就是|便是|叫作|即)$/u;

export function summedUp(a: Article, open: number, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.count < 3 || !SUMS_UP.test(a.text.slice(Math.max(0, open - 24), open)))
    return null;
  const behind = bisect(a.points, (p) => p.start >= open);
  const last = a.points.slice(Math.max(0, behind - part.count - 1), behind).filter((p) => p.headingEnd < open);
  const list = last.slice(-part.count).map((p) => p.heading);
  const extra = last.length > part.count && last[0]!.heading.startsWith(part.key);
  return !extra && list.length === part.count && list.every((h) => h.startsWith(part.key) && h.length <= LONGEST_HEAD)
    ? { list, complete: true }
    : null;
}

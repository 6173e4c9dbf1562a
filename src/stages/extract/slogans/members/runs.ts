import { remembering } from '../../../../text/remembering.ts';
import { segment } from '../../../../text/segment.ts';
import type { Part } from '../numerals.ts';
import { governs, withoutGovernor, withoutVerbs } from './heads.ts';
import { literally, type Members, pieces, turnOf } from './members.ts';

/** A clause that a member may be; longer ones tell a story around it. */
const CLAUSE_MAX = 24;
/** A sentence's beginning that may be a member with the others. */
const HEAD_MAX = 16;
/** What the key of one character counts may stand in any clause: the clauses must be short. */
const SHORT_MAX = 14;

/** How a key may stand in all members alike: 抓学习 抓作风, 学习好 作风好, 组织联建 资源联享. */
type Place = 'head' | 'tail' | 'left' | 'right' | 'noun';

/** Keys of one character that name a thing; others (化, 力) are the end of a quality. */
const THINGS = /^[员账卡队曲岗库室站关网榜图册单表课牌桥墙屋厅校街]$/u;

/** Kinds of a thing: 三色服务, 四类人员. */
const KIND = /^[色类级层重][一-鿿]{2}$/u;

/** Whether a key names a thing. */
export const isNoun = remembering((key) => {
  if (key.length < 2) return THINGS.test(key);
  const tokens = segment(key);
  return tokens.length === 1 && /^n/u.test(tokens[0]!.tag);
});

/** 红色为特别严重、橙色为严重: what is said of each member. */
const SAID_OF = /^(?:为|是|表示|代表|指|[：:])/u;

/** 由办业务转变|为办实事: what it becomes is no remark on it. */
const FROM_TO = /^[由从把将].+[变化换成升]为/u;

/** The key as a word of its own: 课堂 of 三个课堂, 服务 of 三色服务. */
const wordOf = (part: Part): string => (part.key.length > 2 ? part.key.slice(-2) : part.key);

function fits(place: Place, s: string, key: string, like: string): boolean {
  const at = s.indexOf(key);
  if (at < 0) return false;
  if (place === 'head') return at === 0;
  if (place === 'tail') return s.endsWith(key);
  if (place === 'left') return at === like.indexOf(key);
  if (place === 'right') return s.length - s.lastIndexOf(key) === like.length - like.lastIndexOf(key);
  return at > 0 && at <= 6;
}

/** How the key stands in all of these; null where it does not stand in them alike. */
function placeOf(list: readonly string[], key: string, places: readonly Place[]): Place | null {
  const like = list.at(-1)!;
  return places.find((p) => list.every((s) => fits(p, s, key, like))) ?? null;
}

/** 引导党员学党章, 学讲话: what stands before the key of the first is a verb with whom it governs. */
const governed = (first: string, key: string): boolean =>
  first.indexOf(key) > 2 && governs(first.slice(0, first.indexOf(key)));

/** How the key stands in the pieces, the surest way first: the first and the last of three or more may have more to say. */
function standing(list: readonly string[], key: string, noun: boolean): Place | null {
  const edges: Place[] = ['head', 'tail'];
  const inner: Place[] = noun ? ['noun', 'left', 'right'] : ['left', 'right'];
  const left: Place[] = noun ? ['noun', 'left'] : ['left'];
  const many = list.length > 2;
  return (
    placeOf(list, key, edges) ??
    (many || governed(list[0]!, key) ? placeOf(list.slice(1), key, ['head']) : null) ??
    (many ? placeOf(list.slice(0, -1), key, ['tail']) : null) ??
    placeOf(list, key, left) ??
    // 引导干部进楼栋, 党员进社区, 服务进家庭: the first is cut to stand as the others do.
    (many ? placeOf(list.slice(1), key, left) : null) ??
    placeOf(list, key, inner) ??
    (many ? placeOf(list.slice(1), key, [...edges, ...inner]) : null) ??
    (many ? placeOf(list.slice(0, -1), key, [...edges, ...inner]) : null) ??
    (list.length > 3 ? placeOf(list.slice(1, -1), key, [...edges, ...inner]) : null)
  );
}

/** 县级领衔、乡级主抓、村级落实: what each goes on with in a word is what it says. */
const DEED_MAX = 2;
const hasDeeds = (list: readonly string[], key: string): boolean =>
  list.every((s) => {
    const rest = s.length - s.indexOf(key) - key.length;
    return rest > 0 && rest <= DEED_MAX;
  });

/** 把A与B区分开来, 把C与D区分开来: what all go on with belongs to them. */
function closesAlike(list: readonly string[], key: string): boolean {
  const rests = list.map((s) => s.slice(s.indexOf(key) + key.length));
  return rests[0] !== '' && rests.every((r) => r === rests[0]);
}

/** 首先是思想关，其次是能力关; 一条是急救通道，一条是转诊通道: what only tells the members apart. */
const ORDINAL =
  /^(?:首先|其次|再次|再者|最后|第[一二三四五六七八九十](?:步|关|是)?|一[条个项张道面支块本份只台座间是]|其[一二三四五六]|既(?!有)|[又也还更](?=\p{Script=Han}{2})|[①-⑳])(?:(?:就|便)?是|为|[：:，,])?(?=.{2})/u;

/** 第一步摸底，第二步建账，第三步销号 are members of 三部曲 without a word of it. */
const STEP = /^第[一二三四五六七八九十]步/u;
const isToldApart = (list: readonly string[]): boolean => list.every((s) => ORDINAL.test(s));

function withoutOrdinals(list: readonly string[]): readonly string[] {
  const found = list.map((s) => ORDINAL.exec(s)?.[0] ?? '');
  if (found.some((o) => !o)) return list;
  const told = new Set(found).size === list.length || found.every((o) => /[是为]$/u.test(o));
  return told ? list.map((s, i) => s.slice(found[i]!.length)) : list;
}

/** 一练“说”的功、二练“跑”的功: what counts them and is no word of the formula. */
export function withoutTurns(headings: readonly string[], key: string): string[] {
  const verb = turnOf(headings);
  return verb === null ? [...headings] : headings.map((h) => h.slice(key.includes(verb) ? 1 : 2));
}

/**
 * The members in pieces that have the key alike; null where they do not.
 *
 * The first piece may carry what governs the list, the last one what the sentence goes on with.
 */
export function alike(given: readonly string[], part: Part): string[] | null {
  const list = withoutTurns(withoutOrdinals(given), part.key);
  const key = list.every((s) => s.includes(part.key)) ? part.key : wordOf(part);
  if (!list.every((s) => s.includes(key)) || list.some((s) => s.length > CLAUSE_MAX)) return null;
  const noun =
    (part.noun === true || KIND.test(part.key) || isNoun(key)) && !closesAlike(list, key) && !hasDeeds(list, key);
  if (list.every((s) => s.includes('“'))) {
    const quoted = list.map((s) => new RegExp(`“([^“”]*${literally(key)}[^“”]*)”`, 'u').exec(s)?.[1]);
    if (quoted.every((q) => q !== undefined)) return quoted as string[];
  }
  if (!list.every((s) => FROM_TO.test(s)) && list.every((s) => SAID_OF.test(s.slice(s.indexOf(key) + key.length))))
    return list.map((s) => s.slice(0, s.indexOf(key) + key.length));
  const place = standing(list, key, noun);
  if (!place) return null;
  const cut = list.map((s, i) => edge(s, i, list, key, place));
  // 盘活宅基地217宗、流转耕地8600亩: deeds with their figures are no members.
  if (placeOf(cut, key, [place]) === null || cut.some((s) => /\d/u.test(s))) return null;
  if (place === 'head' || place === 'left') return cut;
  return noun ? withoutVerbs(withoutGovernor(cut)) : withoutGovernor(cut);
}

function edge(s: string, i: number, list: readonly string[], key: string, place: Place): string {
  const last = i === list.length - 1;
  const at = s.indexOf(key);
  if (place === 'noun') return s.slice(0, at + key.length);
  const end = s.lastIndexOf(key) + key.length;
  if (place === 'tail') return last && !isInside(s, end, list) ? s.slice(0, end) : s;
  if (place === 'head' && i === 0) return s.slice(at);
  // 重点企业、重点项目、重点人群的服务管理: what is done for all of them is no part of the last.
  if (place === 'head' && last) return withoutRest(list[0]!.includes('的') ? s : s.replace(/的.*$/u, ''), list);
  const over = at - list.at(-1)!.indexOf(key);
  if (place === 'left' && i === 0 && over > 0 && s[0] !== list.at(-1)![0] && governs(s.slice(0, over)))
    return s.slice(over);
  return last ? closed(list, key).at(-1)! : s;
}

/** 保工资、保民生、保运转|一刻都不能松: what the sentence goes on with behind a last member that is longer than the others. */
function withoutRest(s: string, list: readonly string[]): string {
  const most = Math.max(...list.slice(0, -1).map((m) => m.length));
  // 最严的标准、最严的监管、最严的问责|守护餐桌: all of one length, and a verb behind the last.
  if (s.length > most + 2 && list.slice(0, -1).every((m) => m.length === most))
    if (segment(s).some((w) => w.start === most && /^[vdpc]/u.test(w.tag))) return s.slice(0, most);
  return s.length > most + 2
    ? s.replace(/(?<=^.{2,8})(?:一刻|都|也|均|全部|已|将|才|不能|必须|成为|成了|得到|取得|有了).*$/u, '')
    : s;
}

/** As many pieces in a row as the parts count, each with the key of its part; the next one has it no more. */
function rowAt(list: readonly string[], from: number, parts: readonly Part[]): string[] | null {
  // The clauses at once behind the formula, and those with the keys of two parts, need not be alike: 把…培养成…, 党员带头….
  const loose = parts.length > 1 ? parts.every((p) => p.count > 1) : from === 0;
  const out: string[] = [];
  let at = from;
  for (const part of parts) {
    const row = list.slice(at, at + part.count);
    if (row.length < part.count || row.some((s) => !s.includes(wordOf(part)))) return null;
    const members =
      part.count > 1
        ? (alike(row, part) ??
          (loose && !row.some((s) => /\d/u.test(s)) ? closed(row, part.key) : null) ??
          (/^一./u.test(part.key) ? withoutGovernor(row) : null))
        : single(row[0]!, part);
    if (!members) return null;
    out.push(...members);
    at += part.count;
  }
  const last = parts.at(-1)!;
  return list[at]?.includes(wordOf(last)) ? null : out;
}

/** 工作票、操作票|张张有据: where the others end in the key, what the last goes on with is said of all. */
export const closed = (row: readonly string[], key: string): string[] => {
  const last = row.at(-1)!;
  const whole = row.length > 1 && row.slice(0, -1).every((s) => s.endsWith(key));
  const end = last.lastIndexOf(key) + key.length;
  return whole && !isInside(last, end, row) ? [...row.slice(0, -1), last.slice(0, end)] : [...row];
};

/** 群众评|议 beside 同事互评: a word more, not what the sentence goes on with. */
const isInside = (s: string, at: number, row: readonly string[]): boolean =>
  s.length > at &&
  s.length <= Math.max(...row.slice(0, -1).map((m) => m.length)) &&
  !segment(s).some((w) => w.end === at);

/** 各村建起|调解站, 统一修订|村规民约: what sets up the thing that a part counts once, and who does. */
const SET_UP =
  /^(?:[^“”]{0,12}?)(?:建[起好立成]|组建|成立|设[立起]|制定|修订|订立|编制)(?:了|起)?(?=\p{Script=Han}{3,8}$)/u;

/** What counts one begins or ends with its key: 岗位责任 is no 岗 of 一岗双责. */
const single = (s: string, part: Part): string[] | null => {
  if (s.endsWith(part.key)) return [part.key.length === 1 ? s.replace(SET_UP, '') : s];
  return s.startsWith(part.key) ? [s] : null;
};

const countable = (parts: readonly Part[]): boolean =>
  parts.some((p) => p.count > 1) && parts.every((p) => p.key.length <= 4 && !/[0-9A-Za-z]/u.test(p.key));

/** Clauses behind a formula among which its row may begin. */
const TRIES = 4;

/**
 * The clauses of a sentence that carry the key of the formula alike, as many as it counts: “三送”活动，组织干部送政策、党员送技术、医生送健康.
 *
 * @param sentence what stands behind the formula, up to the end of the sentence
 */
export function rowOfClauses(sentence: string, parts: readonly Part[]): Members | null {
  if (!countable(parts)) return null;
  const total = parts.reduce((n, p) => n + p.count, 0);
  // 所谓“三评”，是自评、互评、点评
  const list = pieces(sentence.replace(/^就?是(?=.{2})/u, ''), '、，,；;：:')
    .slice(0, total + TRIES)
    .flatMap((s) => halves(s, parts));
  const told = withoutOrdinals(list.slice(0, total));
  if (parts.length === 1 && told !== list && list.length >= total && isToldApart(list.slice(0, total))) {
    const row = rowAt(told, 0, parts);
    if (row) return { list: row, complete: true };
    if (list.slice(0, total).every((s) => STEP.test(s))) return { list: [...told], complete: true };
  }
  if (list.some((s) => MARKED.test(s))) return null;
  const short = parts.some((p) => p.key.length === 1);
  for (let from = 0; from < TRIES && from + total <= list.length; from++) {
    if (from > 0 && list[from - 1]!.includes(wordOf(parts[0]!))) continue;
    if (short && list.slice(from, from + total).some((s) => s.length > SHORT_MAX)) continue;
    const row = rowAt(list, from, parts);
    if (row && (parts.length === 1 || parted(sentence, row))) return { list: row, complete: true };
  }
  return parts.length === 1 && parts[0]!.key.length > 1 ? gathered(list, parts[0]!) : null;
}

/**
 * Two and two is how any sentence of the genre is balanced: longer clauses than these need a semicolon between them to be the
 * members of 双联双促. Wrong case: 双联双促 whose four long members stand between commas is left without them.
 */
const BALANCED = { rows: 4, clause: 7 };
const parted = (sentence: string, row: readonly string[]): boolean =>
  row.length > BALANCED.rows ||
  /[；;]/u.test(sentence) ||
  row.every((s) => s.length < BALANCED.clause) ||
  // 比学习、比业绩、比作风，创示范窗口
  row.slice(0, -1).every((s) => s.length < BALANCED.clause && s[0] === row[0]![0]);

/** A list of marked items is left to the outline. */
const MARKED = /^(?:[一二三四五六七八九十]是|首先|第[一二三四五六七八九十]$|[（(]?[一二三四五六七八九十\d]{1,2}[)）])/u;

/** 服务账和廉洁账: two members, where both have a key. */
function halves(piece: string, parts: readonly Part[]): string[] {
  const m = /^(.+?)(?:以及|[和与及])(.+)$/u.exec(piece);
  const has = (s: string): boolean => parts.some((p) => s.includes(wordOf(p)));
  const both = m && has(m[1]!) && has(m[2]!);
  return both ? [m[1]!, m[2]!] : [piece];
}

/**
 * The quoted phrases of a stretch of text that begin or end with the key, as many as it counts: 唱响“产业曲”…；唱响“生态曲”….
 *
 * @param stretch what stands behind the formula
 */
export function rowOfQuotes(stretch: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 2) return null;
  const own = (s: string): boolean => s.length > part.key.length && !/^[一二三四五六七八九十两双\d]/u.test(s);
  const all = [...new Set([...stretch.matchAll(/“([^“”]{2,14})”/gu)].map((m) => m[1]!))].filter(own);
  for (const has of [(s: string) => s.endsWith(part.key), (s: string) => s.startsWith(part.key)]) {
    const list = all.filter(has);
    if (list.length === part.count) return { list, complete: true };
  }
  // “三张名片”，“甲”接待…，“乙”产值…，“丙”签约…: each opens a clause.
  const opening = [...stretch.matchAll(/(?:^|[，,；;。])“([^“”]{2,14})”/gu)].map((m) => m[1]!);
  const whole = part.noun && opening.length === part.count && opening.length === all.length;
  return whole ? { list: opening, complete: true } : null;
}

/**
 * The sentences of a paragraph that begin, or end, with the members: 组织联建，成立…。资源联享，开放…。
 *
 * @param paragraph what stands behind the sentence with the formula
 */
export function rowOfSentences(paragraph: string, parts: readonly Part[]): Members | null {
  if (!countable(parts) || parts.length > 1) return null;
  const [part] = parts as [Part];
  const sentences = pieces(paragraph, '。；;！!')
    .slice(0, 3 * part.count + TRIES)
    .map((s) => s.replace(/^——?/u, ''));
  const heads = sentences.map((s) => pieces(s, '，,：:')[0] ?? '');
  const tails = sentences.map((s) => pieces(s, '，,：:').at(-1) ?? '');
  return gathered(heads, part) ?? gathered(tails, part);
}

/** Those of the clauses that have the key: just as many as it counts, the first one at once. */
function gathered(clauses: readonly string[], part: Part): Members | null {
  const word = wordOf(part);
  const found = clauses.filter((c) => c.includes(word) && c.length <= HEAD_MAX);
  if (found.length !== part.count || !clauses[0]?.includes(word)) return null;
  if (clauses.filter((c) => c.includes(word)).length !== part.count) return null;
  const list = alike(found, part);
  return list && { list, complete: true };
}

import { charSet } from '../../../../text/char-set.ts';
import { oneOf } from '../../../../text/ending.ts';
import { segment } from '../../../../text/segment.ts';
import { CHINESE, type Part } from '../numerals.ts';
import { governs, withoutGovernor } from './heads.ts';
import { type Members, pieces } from './members.ts';

/** As far behind a formula as its members are looked for with its own number behind them. */
const REACH = 700;
/** Levels and sides are everywhere: 市、县、乡三级 says who, not what 三级联动 abbreviates. */
const NOBODYS = charSet('级方位个大项层是');
const CLAUSE_ENDS = /[，,。；;：:！？!?\n（(]/u;
/** A longer one tells a story. */
const MEMBER_MAX = 12;

const complete = (list: readonly string[]): Members => ({ list: [...list], complete: true });

/**
 * “四色建档”…，分为绿、蓝、黄、红四色; 红、蓝、橙三种颜色; A、B、C三个岗位: the list that ends in the number and the word of the formula.
 *
 * @param behind what stands behind the formula
 */
export function countedLists(behind: string, parts: readonly Part[]): Members | null {
  // 四级六岗: the posts of so many levels.
  const own = parts.length === 2 && parts[0]!.key === '级' ? parts.slice(1) : parts;
  const [part] = own;
  if (!part || own.length > 1 || part.count < 3 || part.count > 10 || NOBODYS(part.key.charCodeAt(0))) return null;
  const window = behind.slice(0, REACH);
  const word = part.key[0]!;
  const number = CHINESE[part.count]!;
  for (let at = window.indexOf(number); at >= 0; at = window.indexOf(number, at + 1)) {
    const tail = window.slice(at + 1, at + 5);
    const told = tail[0] === word || (/^[个种类支张条项]/u.test(tail) && tail.slice(1).includes(word));
    const list = told ? listBefore(window.slice(0, at), part.count) : null;
    if (list) return complete(list);
  }
  return null;
}

/** The list that a stretch ends in, with just as many members; what governs it is no part of the first. */
function listBefore(stretch: string, count: number): readonly string[] | null {
  const near = stretch.slice(-count * (MEMBER_MAX + 1) - MEMBER_MAX);
  const clause = near.split(CLAUSE_ENDS).at(-1)!;
  const list = clause.split(/、|和(?=[^、和]+$)/u);
  if (list.length !== count || list.some((s) => s.length === 0)) return null;
  const cut = likeOthers(list);
  return cut.some((s) => s.length > MEMBER_MAX) ? null : cut;
}

/** 把党员分为|绿、蓝、黄: as long as the others, where they are of one length and a word begins there. */
function likeOthers(list: readonly string[]): readonly string[] {
  const [first, ...others] = list as [string, ...string[]];
  const length = others[0]!.length;
  const at = first.length - length;
  if (at > 0 && others.every((s) => s.length === length)) {
    const words = segment(first);
    if (words.some((w) => w.end === at && /^[vp]/u.test(w.tag))) return [first.slice(at), ...others];
  }
  return withoutGovernor(list);
}

/** Members of which each has the sign of the formula are no longer than this, and of nearly one length. */
const SIGNED = { most: 7, spread: 2 };

/**
 * “三圈报备”，亲友圈、同事圈、邻里圈|有异常…; “三项测评”。上级评、同级评、群众评|各占…: pieces at once behind it that end in one character of its
 * word, just as many as it counts.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function signedPieces(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 3) return null;
  for (const clause of sentence.split(/[，,。；;：:！？\n]/u).slice(0, RUN.clauses)) {
    const found = signedIn(pieces(clause, '、'), part);
    if (found) return found;
  }
  return null;
}

function signedIn(all: readonly string[], part: Part): Members | null {
  const list = all.slice(0, part.count);
  if (list.length < part.count) return null;
  for (const sign of new Set([part.key[0]!, part.key.at(-1)!])) {
    if (NOBODYS(sign.charCodeAt(0)) || all[part.count]?.includes(sign)) continue;
    const ends = list.map((s) => s.lastIndexOf(sign) + 1);
    const most = Math.max(...ends);
    const like = list.every((s, i) => ends[i]! > 1 && (i === list.length - 1 || ends[i] === s.length));
    const row = list.map((s, i) => s.slice(0, ends[i]!));
    if (like && isShown(list, ends) && most <= SIGNED.most && most - Math.min(...ends) <= SIGNED.spread)
      return complete(row);
    const led = like ? ledBehind(row) : null;
    if (led) return complete(led);
  }
  return null;
}

/** 做到|来有迎声: what may govern the list is left to those who weigh it. */
const isShown = (list: readonly string[], ends: readonly number[]): boolean =>
  ends[0]! <= Math.max(...ends.slice(1)) && !governs(list[0]!);

/** 分类创建|学习型 beside 服务型、廉洁型: where the others are of one length, so is the first. */
function ledBehind([first, ...others]: readonly string[]): string[] | null {
  const { length } = others[0]!;
  const at = first!.length - length;
  const shown = others.length > 1 && at > 1 && length > 1 && others.every((s) => s.length === length);
  return shown && segment(first!).some((w) => w.start === at) ? [first!.slice(at), ...others] : null;
}

/** So many pieces of one form are no accident. */
const ANCHORED_LEAST = 4;
const ANCHORED_MAX = 10;

/**
 * “七条约定”，不攀比、不迟到、…: the whole of the next clause are pieces that begin with one character, just as many as the formula counts.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function anchoredPieces(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < ANCHORED_LEAST) return null;
  const list = pieces(/^[^，,。；;：:！？\n]*/u.exec(sentence)![0], '、');
  const [first] = list;
  const alike = list.length === part.count && list.every((s) => s[0] === first![0] && s.length <= ANCHORED_MAX);
  return (alike || isEvenRow(list, part.count)) && new Set(list).size === list.length ? complete(list) : null;
}

/** “小哥八件套”，歇脚、饮水、充电、…: short words of one length need to be one more to be no accident. */
const EVEN = { least: ANCHORED_LEAST + 1, word: 4 };
const isEvenRow = (list: readonly string[], count: number): boolean =>
  count >= EVEN.least &&
  list.length === count &&
  list.every((s) => s.length === list[0]!.length && s.length > 1 && s.length <= EVEN.word);

const isDone = oneOf('v vn vi vx');

/**
 * “三张卡片”，向困难户发放爱心卡，向独居老人发放平安卡，…: clauses of one frame, each of which ends in a thing of the formula's behind the same
 * verb.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function framedThings(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 2 || !part.noun) return null;
  const clauses = pieces(sentence, '，,；;').slice(0, part.count);
  const sign = part.key[0]!;
  if (clauses.length < part.count || !clauses.every((c) => c.endsWith(sign))) return null;
  const verb = segment(clauses[0]!).findLast(
    (w) => w.text.length > 1 && isDone.test(w.tag) && clauses.every((c) => c.includes(w.text)),
  );
  const list = verb ? clauses.map((c) => c.slice(c.lastIndexOf(verb.text) + verb.text.length)) : [];
  const named = list.length > 0 && list.every((m) => m.length > 1 && m.length <= MEMBER_MAX);
  return named && new Set(list).size === list.length ? complete(list) : null;
}

/**
 * “三支招”。…一招叫“请”，…；一招叫“配”，…；…: what each is called, just as many as it counts.
 *
 * @param behind what stands behind the formula
 */
export function calledOne(behind: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 2) return null;
  const found = [...behind.matchAll(/(?<=^|[，,。；;：:\n])一(\p{Script=Han})(?:叫做?|叫作)“([^“”\n]{1,14})”/gu)];
  const list = found.map((m) => m[2]!);
  const own = list.length === part.count && found.every((m) => part.key.includes(m[1]!));
  return own && new Set(list).size === list.length ? complete(list) : null;
}

const FIRST = /先|首/u;
const NEXT = /再|后|接着/u;
const LAST = /最后|终|末|再/u;
const IN_ORDER_MAX = 16;

/**
 * “三级过滤”，组长先劝一遍、调解员再调一轮、法官最后把关: pieces of the next clause that say what comes first, next and last, just as many as it counts.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function inOrder(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 3) return null;
  const list = pieces(/^[^，,。；;：:！？\n]*/u.exec(sentence)![0], '、');
  if (list.length !== part.count || list.some((s) => s.length > IN_ORDER_MAX)) return null;
  const told = FIRST.test(list[0]!) && list.slice(1, -1).every((s) => NEXT.test(s)) && LAST.test(list.at(-1)!);
  return told ? complete(list) : null;
}

/** Of fewer than so many a row is soon just as many as the formula counts by accident, and longer ones are deeds: 抓好班子、带好队伍. */
const RUN = { least: 4, word: 3, clauses: 3 };

/**
 * “五型机关”创建，突出政治、学习、服务、效能、清廉这几个字: just as many words of one length in a row, whatever governs the first and follows the last.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function evenRun(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < RUN.least || NOBODYS(part.key.charCodeAt(0))) return null;
  for (const clause of sentence.split(/[，,；;：:]/u).slice(0, RUN.clauses)) {
    const list = pieces(clause, '、');
    const length = list[1]?.length ?? 0;
    if (list.length !== part.count || length < 2 || length > RUN.word) continue;
    if (!list.slice(1, -1).every((s) => s.length === length)) continue;
    const [first, last] = [list[0]!, list.at(-1)!];
    const begins = segment(first).some((w) => w.start === first.length - length);
    const words = segment(last);
    const next = words.find((w) => w.start === length);
    // 后备|资源: one more noun belongs to the last.
    const ends = words.some((w) => w.end === length) && (!next || (/^[vdpruf]/u.test(next.tag) && next.text !== '等'));
    const row = [first.slice(-length), ...list.slice(1, -1), last.slice(0, length)];
    if (begins && ends && new Set(row).size === row.length) return complete(row);
  }
  return null;
}

/** 哪一样都不能少, 样样齐全: what is said of each of a list and of all of it. */
const OF_EACH = /^[，,](?:哪一?[样个项条]|一[样个项条]都|样样|条条|项项|一[样个项条]不|缺一不可)/u;

/**
 * “五统一”必须做到，门牌、桌椅、书柜、…，哪一样都得按图来: a clause that is nothing but short nouns, just as many as the formula counts, and behind
 * it what is said of each.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function saidOfEach(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 3) return null;
  const clause = /^[^，,。；;：:！？\n]*/u.exec(sentence)![0];
  const list = OF_EACH.test(sentence.slice(clause.length)) ? pieces(clause, '、') : [];
  return list.length === part.count && list.every((m) => m.length <= MEMBER_MAX) && new Set(list).size === list.length
    ? complete(list)
    : null;
}

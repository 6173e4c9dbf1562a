/** What is left around the members of a complete list, whichever way it was found: what counts them, governs or sums up the row. */
import { segment } from '../../../../text/segment.ts';
import { NOMINAL, verbAt } from '../../measures/verbs.ts';
import type { Part } from '../numerals.ts';
import type { Members } from './members.ts';
import { withoutTurns } from './runs.ts';

/** The members without what is said of the whole row or only tells them apart; as many as before. */
export function tidied(members: Members | null, parts: readonly Part[]): Members | null {
  if (!members?.complete || members.list.length < 2) return members;
  const own = withoutOwner(withoutPlace(withoutRuling(withoutCounts(members.list.map(withoutStray)))), parts);
  const list = withoutNth(withoutJoined(own, parts), parts);
  const rows = byParts(withoutHold(list, parts), parts);
  return {
    ...members,
    list: rows.flatMap(({ own, key }) =>
      withoutSetUp(withoutEnd(parts.length > 1 && own.length > 2 ? withoutTurns(own, key) : own, key), key),
    ),
  };
}

interface Row {
  own: string[];
  /** What the formula counts there; '' where the members are not as many as it counts. */
  key: string;
}

/** A thing has a short name; 把A与B相结合 says what is done. */
const HELD_MAX = 8;

/** 把|组织网|织到楼道、把|服务网|…: the things alone, where what is done with them is cut off. */
function withoutHold(list: string[], parts: readonly Part[]): string[] {
  const [part] = parts as [Part];
  const isHeld = (m: string): boolean => m.length <= HELD_MAX && /^[把将]..+$/u.test(m) && m.endsWith(part.key);
  const held = parts.length === 1 && part.noun && list.every(isHeld);
  return held ? list.map((m) => m.slice(1)) : list;
}

function byParts(list: string[], parts: readonly Part[]): Row[] {
  if (list.length !== parts.reduce((n, p) => n + p.count, 0)) return [{ own: list, key: '' }];
  let at = 0;
  return parts.map(({ count, key }) => {
    at += count;
    return { own: list.slice(at - count, at), key };
  });
}

/** 法律明白人“: a mark that belongs to what stands beside it. */
function withoutStray(member: string): string {
  const [open, close] = [member.includes('“'), member.includes('”')];
  const s = open === close ? member : member.replace(/^”|“$/u, '');
  return s.length > 1 ? s : member;
}

const MEASURE = '张本份股条支道盏把块件项句个类种批根座双';
/** 一支是|护林员队伍, 另一本是|帮办账. */
const COUNTED = new RegExp(`^(?:另外?|还有|再有|最后)?一([${MEASURE}])(?:则?是|叫做?|为)(?=.{2})`, 'u');
/** What is left of it in front of the last, where 还有一支 is cut already. */
const LAST_COUNTED = new RegExp(`^(?:(?:另外?|还有|再有|最后)?一[${MEASURE}])?则?是(?=.{2})`, 'u');

/** 老李既是|老党员, 又是|生产队员, 更是|护林员. */
const BOTH = /^.{0,8}?既是(?=.{2})/u;
const AND_ALSO = /^(?:又|也|还|更|同时(?:又|也|还)?)是(?=.{2})/u;

function withoutCounts(list: readonly string[]): string[] {
  if (BOTH.test(list[0]!) && list.slice(1).every((m) => AND_ALSO.test(m)))
    return list.map((m, i) => m.replace(i ? AND_ALSO : BOTH, ''));
  const measure = COUNTED.exec(list[0]!)?.[1];
  const last = list.length - 1;
  const all =
    measure &&
    list.every(
      (m, i) => COUNTED.exec(m)?.[1] === measure || (i === last && (LAST_COUNTED.test(m) || !m.includes('一'))),
    );
  return all ? list.map((m) => m.replace(COUNTED, '').replace(LAST_COUNTED, '')) : [...list];
}

/** 返航慢一拍|（多查一回）: a remark on the last alone. */
function withoutRemark(list: string[]): string[] {
  const last = list.at(-1)!;
  const bare = last.replace(/[（(][^（）()]*[）)]$/u, '');
  return bare.length > 1 && !list.slice(0, -1).some((m) => /[）)]$/u.test(m)) ? [...list.slice(0, -1), bare] : list;
}

/** 厕所、路灯、器材|统管, of 五位一体: what is done with all of them as one. */
const AS_ONE = /(?:统管|统抓|统筹|共管|联管|合一|联动|一体管护|一体推进)$/u;

function withoutJoined(given: string[], parts: readonly Part[]): string[] {
  const list = withoutRemark(given);
  const last = list.at(-1)!;
  // “三敢”者，敢想、敢闯、敢担当也。
  if (list.length > 2 && last.length > 2 && list.every((m) => m.endsWith('也') === (m === last)))
    return [...list.slice(0, -1), last.slice(0, -1)];
  const rest = last.replace(AS_ONE, '');
  const cut =
    parts.length === 1 && parts[0]!.key === '位' && rest.length > 1 && !list.slice(0, -1).some((m) => AS_ONE.test(m));
  return cut ? [...list.slice(0, -1), rest] : list;
}

/** 公约约定|垃圾不下渠、农药瓶不进渠、…: what lays down all of them. */
const RULING = /^\p{Script=Han}{0,8}?(?:约定|规定|承诺|申明|议定|商定)(?:了|好)?(?=\p{Script=Han}{3})/u;

function withoutRuling(list: string[]): string[] {
  const [first, ...others] = list as [string, ...string[]];
  const rest = first.replace(RULING, '');
  return rest !== first && !others.some((m) => RULING.test(m)) && isAsLong(rest, others) ? [rest, ...others] : list;
}

/** 在运行机制中|甲与乙脱节: where it is so, said of some of them only. */
const PLACE = /^在[^，,。；;]{0,6}(?:机制|工作|过程|实践|管理|运行)[中里上](?=[^，,]{4})/u;

function withoutPlace(list: string[]): string[] {
  const placed = list.filter((m) => PLACE.test(m));
  return placed.length === list.length ? list : list.map((m) => m.replace(PLACE, ''));
}

/** 党的|思想建设, 党的|组织建设, 制度建设: whose they are, said of the first of them only. */
const OWNER = /^党的(?=.{3})/u;
const OWNED_MAX = 10;

function withoutOwner(list: string[], parts: readonly Part[]): string[] {
  const [part] = parts as [Part];
  const owned = list.filter((m) => OWNER.test(m));
  const named =
    parts.length === 1 && part.key.length > 1 && list.every((m) => m.length <= OWNED_MAX && m.endsWith(part.key));
  return named && owned.length < list.length ? list.map((m) => m.replace(OWNER, '')) : list;
}

/** 头碗茶|降火、二碗茶|讲理、三碗茶|言和, of 三碗茶: each of those that are counted, and what it is. */
function withoutNth(list: string[], parts: readonly Part[]): string[] {
  const [{ key }] = parts as [Part];
  if (parts.length > 1 || key.length < 2) return list;
  const told = list.every((m, i) => NTH[i]?.includes(m[0]!) && m.startsWith(key, 1) && m.length > key.length + 2);
  return told ? list.map((m) => m.slice(key.length + 1)) : list;
}

const NTH = ['头首一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 以甲、乙|为路径: what all of them serve as, behind the last. */
const SERVES = /为(?!主|先|本|民|公|人)\p{Script=Han}{2,3}$/u;
/** 基本制度、基本保障|全面进步: what all of them do, behind the last. */
const DOES =
  /(?:全面|整体|协同|同步|共同|一体|齐头|统筹|持续|不断|有效|显著)(?:提升|进步|发展|推进|加强|过硬|达标|跃升|升级|改善|增强|并进|优化|巩固|提高)$/u;
/** How far the last may be from the length of the others. */
const SLACK = 1;

function withoutEnd(own: string[], key: string): string[] {
  const last = own.at(-1) ?? '';
  const others = own.slice(0, -1);
  if (!others.length || !key) return own;
  const end = [SERVES, DOES].find((re) => re.test(last) && !others.some((m) => re.test(m)));
  const rest = end ? last.replace(end, '') : last;
  // 三提升: where the others have not the word of the formula either, it may stand in what is said of all.
  const has = (m: string): boolean => m.includes(key) || m.includes(key[0]!);
  if (!end || rest.length < 2 || !has(rest) || !others.every(has)) return own;
  const led = end === SERVES && own[0]!.startsWith('以') && own[0]!.length > 3;
  const begun = led && !own.slice(1).some((m) => m.startsWith('以')) ? own[0]!.slice(1) : own[0]!;
  return isAsLong(rest, [begun, ...others.slice(1)]) ? [begun, ...others.slice(1), rest] : own;
}

/** Whether a member is about as long as the others. */
function isAsLong(member: string, others: readonly string[]): boolean {
  const lengths = others.map((m) => m.length);
  return member.length >= Math.min(...lengths) - SLACK && member.length <= Math.max(...lengths) + SLACK;
}

/** 组建|护林员、巡河员: the verb that sets up all of them. Words that also stand in names (组织部, 建设银行) are not among them. */
const SETS_UP = /^(?:组建|成立|设立|建立|聘请|选聘|招募|配备|配齐|打造|培育|评选|开设|推出)(?:了|起)?(?=[^由].)/u;

function withoutSetUp(own: string[], key: string): string[] {
  const [first = '', ...others] = own;
  const verb = SETS_UP.exec(first)?.[0];
  if (!verb || others.length < 2 || (key && (verb.includes(key) || key.includes(verb)))) return own;
  const rest = first.slice(verb.length);
  const cut = segment(first).some((w) => w.start === verb.length) && isAsLong(rest, others) && !others.some(isDeed);
  return cut ? [rest, ...others] : own;
}

/** 明确责任人, but not 调解员 or 宣传小组: something is done. */
function isDeed(member: string): boolean {
  const m = verbAt(member, 0);
  return m !== null && !NOMINAL.test(m[1]!) && member.length - m[0].length > 1;
}

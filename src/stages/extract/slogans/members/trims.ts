import { segment } from '../../../../text/segment.ts';
import { countOf, isCode, type Part } from '../numerals.ts';
import { governs } from './heads.ts';
import { literally, type Members, pieces } from './members.ts';
import { closed } from './runs.ts';

/** 投诉量下降|23%, 满意度上升|至97.6%: how far a change went is no part of it. */
const FIGURE =
  /(?:至|到|了|为|达|达到|约|近|超过?|不?[低高少多]于|不超过)?\d[\d.,]*(?:个?百分点|[%％‰]|[万亿]?[元人户件次吨亩个家天小时分钟条项名]{1,2})(?:以[上内下])?$|每(?:半?年|季度?|月|周)[一两二三]次$/u;
/** What may stand between the members and the word that is said of all of them. */
const JOINTLY = '(?:有|得到|得以|同步|全面|持续|共同|逐步|全部|明显|稳步|大幅|不断|显著|整体|协同|一体)?';
/** What all members begin with, and the first only behind who acts. */
const LED_BY = /^[把将以向从为让对由]/u;
/** Who acts is named in no more than this. */
const AGENT_MAX = 8;

/** Where the first begins and the last ends as all others of one length show it: 干警|生病住院必访, 助急|打包成. */
export function evened(list: readonly string[], outright = false): string[] {
  const [head, tail] = [list[0] ?? '', list.at(-1) ?? ''];
  const out = [...list];
  const lead = list.slice(0, -1);
  if (!outright && list.length > 2 && isEven(lead) && tail.length > head.length && isEndedBy(tail, lead))
    out[out.length - 1] = tail.slice(0, head.length);
  const inner = list.slice(1, -1);
  if (list.length > 3 && isEven(inner) && list.every((m) => m.length >= inner[0]!.length))
    return endsEvened(list, inner, outright);
  const rest = out.slice(1);
  if (list.length > 2 && isEven(rest) && head.length > rest[0]!.length && isBegunBy(head, rest))
    out[0] = head.slice(-rest[0]!.length);
  return out;
}

/** 干部们|带着图纸、带着工具、带着种子、带着真情|进村: both ends, where those within are of one length. */
function endsEvened(list: readonly string[], inner: readonly string[], outright: boolean): string[] {
  const { length } = inner[0]!;
  const [head, tail] = [list[0]!, list.at(-1)!];
  const fellows = tail.length === length ? [...inner, tail] : inner;
  return [
    head.length > length && isBegunBy(head, fellows) ? head.slice(-length) : head,
    ...inner,
    !outright && tail.length > length && isEndedBy(tail, inner) ? tail.slice(0, length) : tail,
  ];
}

const isEven = (list: readonly string[]): boolean => list.every((m) => m.length === list[0]!.length);
const isWordAt = (s: string, at: number): boolean => segment(s).some((w) => w.start === at);
/** 早高峰快车 is no more than a member: one character goes only where it governs. */
const isCut = (s: string, at: number): boolean =>
  isWordAt(s, at) && (at > 1 || s[0] === '即' || governs(s.slice(0, at)));

/** The last one begins as the others do, ends otherwise, and a word begins where it is as long as they. */
function isEndedBy(last: string, others: readonly string[]): boolean {
  const [like] = others as [string];
  if (!others.every((m) => m[0] === like[0]) || last[0] !== like[0] || last.at(-1) === like.at(-1)) return false;
  // 带头参加|双重组织生活: what a verb acts on is no more than the member.
  const words = segment(last);
  const k = words.findIndex((w) => w.start === like.length);
  if (k < 1) return false;
  const [own, next] = [words[k - 1]!.tag, words[k]!.tag];
  const verbal =
    own === 'v' &&
    (!/^[vdpucr]/u.test(next) ||
      (words.at(-1)!.text.length > 1 && /^n/u.test(words.at(-1)!.tag) && segment(like).at(-1)!.tag !== 'v'));
  // 种豆科|绿肥: one more noun is none that something is said of.
  return !verbal && !(k === words.length - 1 && /^n/u.test(next));
}

/** The first one ends as three others do, or what they begin with stands in it where it is as long as they. */
function isBegunBy(first: string, others: readonly string[]): boolean {
  const [like] = others as [string];
  const at = first.length - like.length;
  if (first[0] === like[0] && others.every((m) => m[0] === like[0])) return false;
  if (others.every((m) => m[0] === like[0])) return first[at] === like[0];
  const alike = like.length === 1 || others.every((m) => m.at(-1) === like.at(-1) && m.at(-1) === first.at(-1));
  // 党建责任清单 beside 问题清单: a noun may have one more before it.
  const named = /^n/u.test(segment(first).at(-1)!.tag) && first[0] !== '即' && !governs(first.slice(0, at));
  return others.length > 2 && alike && !named && isCut(first, at);
}

/** The members without what the sentence says of all of them, or of how far each went. */
export function trimmed(members: Members | null, parts: readonly Part[]): Members | null {
  if (!members?.complete) return members;
  if (isCode(parts)) return { ...members, list: quantitiesOnly(members.list, parts) };
  const total = parts.reduce((n, p) => n + p.count, 0);
  const halves = halved(members.list, parts);
  if (halves) return { ...members, list: halves };
  if (members.list.length !== total) return { ...members, list: pairsOnly(members.list, parts) };
  let at = 0;
  const list = parts.flatMap((part) => {
    const own = members.list.slice(at, at + part.count);
    at += part.count;
    const led = withoutAgent(parts.length > 1 ? withoutSetting(likeFellows(own, part), part) : own);
    return parts.length > 1
      ? withoutSaid(own.length > 2 || !/\d/u.test(own.at(-1)!) ? closed(led, part.key) : led, part)
      : withoutMeans(led, part);
  });
  return { ...members, list: withoutDoing(withoutFigures(toldApart(list, parts), parts), parts) };
}

/** 还有|商家让一点: what only says that it is the last. */
const MORE = /^(?:还有|还得有|再有|另有|再就是|再一个是)(?:一[个项条张本道支件](?=.{2}))?(?=.{2})/u;
/** 一股|正气、一股|硬气: what counts each of them. */
const ONE = /^一([本张笔股份条支道盏把块件项句])(?:是|叫)?(?=.{2})/u;

/** The members without what only tells them apart, and what is said of one of them behind the word that the others end in. */
function toldApart(given: string[], parts: readonly Part[]): string[] {
  const [part, ...others] = parts as [Part, ...Part[]];
  if (others.length || part.key.startsWith('有')) return given;
  const list = given.every((m) => m.startsWith('还')) ? given : given.map((m) => m.replace(MORE, ''));
  if (part.key.startsWith('一')) return list;
  const measure = ONE.exec(list[0]!)?.[1];
  const counted = measure && list.every((m) => ONE.exec(m)?.[1] === measure);
  return toKey(counted ? list.map((m) => m.replace(ONE, '')) : list, part.key);
}

/** 标准公开|倒是不难, 就是|过程公开|难 beside 政策公开、名单公开. */
function toKey(list: string[], key: string): string[] {
  const whole = list.filter((m) => m.endsWith(key));
  if (key.length < 2 || whole.length * 2 < list.length || whole.length < 2) return list;
  return list.map((m) => {
    const end = m.lastIndexOf(key) + key.length;
    return m.endsWith(key) || end <= key.length ? m : m.slice(0, end).replace(/^(?:就是|只是)(?=.{2})/u, '');
  });
}

/** 联台区，促降损; 联农户，促增收: each half is a member of its own, where a comma parts them; 查慢、改快 is one. */
function halved(list: readonly string[], [first, second, ...more]: readonly Part[]): string[] | null {
  if (!first || !second || more.length || first.count !== second.count || list.length !== first.count) return null;
  const halves = list.map((m) => pieces(m, '，,；;'));
  const own = (i: number, { key }: Part): boolean => halves.every((h) => h[i]?.includes(key));
  return halves.every((h) => h.length === 2) && own(0, first) && own(1, second) ? halves.flat() : null;
}

/** 做到|师资同聘、做到|课程同编: what the same verb only brings about. */
const BRINGS = /^(?:做到|实现|达到|确保|争做|当好)(?=.{2})/u;
/** 抓|规范化、抓|信息化: qualities are aimed at. */
const AIMED = /^[抓促推](?=\p{Script=Han}{2,4}化$)/u;
function withoutDoing(list: string[], parts: readonly Part[]): string[] {
  if (list.every((m) => AIMED.test(m) && m[0] === list[0]![0])) return list.map((m) => m.slice(1));
  const verb = BRINGS.exec(list[0] ?? '')?.[0];
  const all = verb !== undefined && list.every((m) => m.startsWith(verb) && m.length > verb.length + 1);
  return all && !parts.some((p) => verb.includes(p.key) || p.key.includes(verb))
    ? list.map((m) => m.slice(verb.length))
    : list;
}

/** 设|预告榜、进度榜，开|说事会、质询会: the verb of each part, where its members are things. */
const SETS = /^(?:[设开建选亮配](?:好|起|出|立|齐|强)?|组建|成立)(?=.{3})/u;
function withoutSetting(own: string[], { key }: Part): string[] {
  const [first, ...others] = own as [string, ...string[]];
  const verb = SETS.exec(first)?.[0];
  const led = verb && own.every((m) => m.endsWith(key)) && !others.some((m) => SETS.test(m)) && !verb.includes(key);
  return led ? [first.slice(verb.length), ...others] : own;
}

/** 党员|凭|学习卡|学习、|凭|安全卡|上岗: of what something is done with, the thing. */
function withoutMeans(list: string[], { key }: Part): string[] {
  const sign = /^[卡证码牌单]/u.exec(key)?.[0];
  if (!sign) return list;
  const means = new RegExp(`^(?:\\p{Script=Han}{0,4}?)[凭持用靠](\\p{Script=Han}{1,6}${sign})`, 'u');
  const found = list.map((m) => means.exec(m)?.[1] ?? '');
  return found.every((m) => m !== '') && new Set(found).size === list.length ? found : list;
}

/** 党员|亮身份 beside 亮承诺; 与邻村|支部联建 beside 队伍联育: the fellows of its part show where the first begins. */
function likeFellows(own: string[], { key }: Part): string[] {
  const [first, ...others] = own as [string, ...string[]];
  const length = others[0]?.length ?? 0;
  const place = others[0]?.indexOf(key) ?? -1;
  const at = first.length - length;
  if (place < 0 || at <= 0 || others.some((m) => m.length !== length || m.indexOf(key) !== place)) return own;
  const shown = others.length > 1 || place === 0;
  const cut = shown && first.indexOf(key, at) === at + place && (place === 0 || isCut(first, at));
  return cut ? [first.slice(at), ...others] : own;
}

/** 克服|重建轻管、重上轻下|的倾向: members of two parts each, in the first and the last of which the sentence goes on. */
function pairsOnly(list: string[], parts: readonly Part[]): string[] {
  const [part] = parts;
  const inner = list.slice(1, -1);
  const led = list.slice(1).every((m) => m.startsWith(part!.key));
  if (parts.length < 2 || !led || parts.some((p) => p.count !== list.length)) return list;
  const at = list[0]!.indexOf(part!.key);
  const out = [list[0]!.slice(Math.max(0, at)), ...list.slice(1)];
  const most = Math.max(out[0]!.length, ...inner.map((m) => m.length));
  const last = out.at(-1)!;
  return last.length > most + 1 ? [...out.slice(0, -1), last.replace(/的[^的]{2,4}$/u, '')] : out;
}

/** The figures go only where each member has one behind the key of its part. */
function withoutFigures(list: string[], parts: readonly Part[]): string[] {
  // 产值突破|6亿元: what the key is said of is its figure.
  if (parts.some((p) => /^(?:突破|超过?|翻|达|破)/u.test(p.key))) return list;
  const keys = parts.flatMap((p) => Array<string>(p.count).fill(p.key));
  const cut = list.map((m) => m.replace(FIGURE, ''));
  return cut.every((m, i) => m !== list[i] && m.length > keys[i]!.length && m.includes(keys[i]!)) ? cut : list;
}

/** 每人|包一个村、联一家企业: who does each of them. */
const EACH = /^每(?:人|院|村|名(?:党员|干部|职工)|个(?:支部|干部))(?=.{3})/u;

/** 支部坚持|把巧匠培养成组长 beside 把组长培养成站长; 服务|向山区延伸 beside 向海岛延伸. */
function withoutAgent(list: string[]): string[] {
  const [given, ...others] = list as [string, ...string[]];
  const first = others.some((m) => m.startsWith('每')) ? given : given.replace(EACH, '');
  const word = LED_BY.exec(others[0] ?? '')?.[0];
  const at = word ? first.indexOf(word) : -1;
  const led = at > 0 && at <= AGENT_MAX && others.every((m) => m.startsWith(word!));
  return led ? [first.slice(at), ...others] : [first, ...others];
}

/** 硬件条件、师资水平、家校关系|全面提升 as the three of 三提升, among other parts: the key stands once, behind the last. */
function withoutSaid(list: string[], { key }: Part): string[] {
  const last = list.at(-1) ?? '';
  if (list.length < 2 || list.slice(0, -1).some((m) => m.includes(key))) return list;
  const rest = key.length > 1 ? last.replace(new RegExp(`${JOINTLY}${literally(key)}$`, 'u'), '') : last;
  return rest.length > 1 ? [...list.slice(0, -1), rest] : list;
}

/** A measure word and the thing that it counts. */
const MEASURE = '[面名个位支家套项条张本间座处所批人只台组队类份次]';

/** 为每人提供|3次荐岗, 86个村诊所|实现处方流转: the terms of a code are quantities, where the others show that they are. */
function quantitiesOnly(list: string[], parts: readonly Part[]): string[] {
  if (list.length !== parts.length || list.length < 2) return list;
  const found = parts.map(({ key }, i) =>
    new RegExp(`${countOf(key)}${MEASURE}(?=\\p{Script=Han})`, 'u').exec(list[i]!),
  );
  if (!found.every((m, i) => m !== null && (i === 0 || m.index === 0))) return list;
  // 1名站长|带3名队员: what the one does with the others.
  const cut = list.map((m, i) => m.slice(found[i]!.index).replace(/(?<=.{3})带$/u, ''));
  const most = Math.max(...cut.slice(0, -1).map((m) => m.length));
  const last = cut.at(-1)!;
  if (last.length <= most + 2) return cut;
  const stop = segment(last).find(
    (w) => w.start > found.at(-1)![0].length + 1 && (/^[vdp]$/u.test(w.tag) || /^[全整常终]/u.test(w.text)),
  );
  return stop ? [...cut.slice(0, -1), last.slice(0, stop.start)] : cut;
}

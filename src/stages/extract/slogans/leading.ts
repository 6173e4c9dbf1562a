import type { Article } from './expand.ts';
import { type Members, pieces, sharesKey } from './members.ts';
import { type Part, promised } from './numerals.ts';

/** How far back a list that leads up to its formula may begin. */
const LEAD = 200;

/** “有阵地、有制度”的“五有”要求; 主体责任、第一责任和分工责任三个“责任清单”. */
export function before(a: Article, open: number, parts: readonly Part[]): Members | null {
  const wanted = promised(parts);
  const lead = a.text.slice(Math.max(0, open - LEAD), open);
  const line = lead.slice(Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('。')) + 1);
  const m =
    /(?:等|这|共|的|为主要内容的|为内容的|为重点的|为主题的|相结合的|[为于]一体的|组成的|构成的|在内的)*$/u.exec(line)!;
  const all = line.slice(0, line.length - m[0].length);
  const body = m[0].startsWith('为') ? all.replace(/(^|[，,；;：:、]|[开展])以(?=[^，,；;：:]*$)/u, '$1') : all;
  const said = sentencesBefore(lead.slice(lead.lastIndexOf('\n') + 1), parts);
  if (said) return said;
  const clause = clauseBefore(body, parts);
  if (clause) return clause;
  const quoted = body.endsWith('”') ? quotedBefore(body, wanted) : null;
  if (quoted) return quoted;
  return plainBefore(body, wanted, parts, m[0] !== '' || /[”"]/u.test(body.slice(-8)));
}

/** A与B相分离，C与D相分离，E与F相分离。“三个分离”…: the clauses that lead up to it. */
function sentencesBefore(lead: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.key.length < 2 || !lead.endsWith('。')) return null;
  const list = pieces(lead, /[，,；;。]/u).filter((c) => c.endsWith(part.key));
  return list.length === part.count ? { list, complete: true } : null;
}

/** 不会谋、不会讲、不会写，“三不会”…: the clause that leads up to it, each member with the key. */
function clauseBefore(body: string, parts: readonly Part[]): Members | null {
  if (!/[，,]$/u.test(body)) return null;
  const last = body
    .slice(0, -1)
    .split(/[，,；;：:]/u)
    .pop()!;
  const list = pieces(last, /、/u);
  const [wanted] = promised(parts);
  if (list.length !== wanted || list.length < 2 || !sharesKey(list, parts)) return null;
  return { list: withoutHead(list, parts[0]!.key), complete: true };
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

/** `marked`: 等 or 的 stands between the list and the formula; without it the members must be short words. */
function plainBefore(body: string, wanted: readonly number[], parts: readonly Part[], marked: boolean): Members | null {
  const clause = body.split(/[，,；;：:]/u).pop()!;
  const joined = pieces(clause, /、/u);
  const split = joined.flatMap((p, i, all) => (i === all.length - 1 ? lastTwo(p) : [p]));
  // 规模和质量、发展和管理: 和 may stand inside the members.
  const list = wanted.includes(joined.length) ? joined : split;
  if (!wanted.includes(list.length) || list.length < 2) return null;
  const key = parts[0]!.key;
  const others = list.slice(1);
  const short = others.every((p) => p.length <= 8);
  if (parts.length === 1 && !short && !others.every((p) => p.includes(key))) return null;
  const members = withoutHead(list, key);
  // 力争使党建、业务资源由“两根筷子”…: no list, the sentence runs on.
  const runsOn = /[由从把被是为在与和向对以使让用将]$/u.test(clause);
  return marked || (short && !runsOn && members[0]!.length <= 8) ? { list: members, complete: true } : null;
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
  const m =
    /^.*(?:处理好|落实|抓好|推行|实行|开展|坚持|做到|建立|明确|实施|发挥|加强|围绕|包括|算好|实现|构建|打造|形成|制定|设立|推进|强化|突出|聚焦|抓住|抓牢|把握|把好|盯住|紧盯|瞄准|针对|面向|统筹|整合|用好|涵盖|依托|执行|贯彻|履行|遵守|完善|健全|采取|运用|坚守|严守|破解|解决|打通|守住|筑牢)(?:了|好)?/u.exec(
      first,
    );
  return m && m[0].length < first.length - 1 ? first.slice(m[0].length) : first;
}

import { segment } from '../../../../text/segment.ts';
import { type Part, promised, shortened } from '../numerals.ts';
import type { Article } from './expand.ts';
import { governs, withoutGovernor } from './heads.ts';
import { type Members, paired, pieces, sharesKey } from './members.ts';
import { alike } from './runs.ts';

/** How far back a list that leads up to its formula may begin. */
const LEAD = 200;

/** The number of the item that the list stands in: 3、落实“一岗双责” names nothing before the formula. */
const MARKER =
  /^[　 ]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九]是(?=.{4})|[一二三四五六七八九十\d]{1,3}[、.．])[　 ]*/u;
/** What says that the list before it is what the formula stands for: （简称“三项制度”）, …，即“三在村”. */
const CALLED =
  /(?:[，,][^，,。；;“”]{0,12}[把管][这它其]|[（(，,])?(?:以下|并|被|可)?(?:简称|统称|合称|并称|俗称|概括(?:起来)?(?:为|就是)|总结为|归纳为|提炼为|即|也就是|称为|称作|叫做|叫作|唤作)(?:了|其)?[为：:]?$/u;
/** …，这种“三题”接力法; …，群众称之为“四常”. */
const NICKNAMED =
  /[，,](?:这(?:就是|[一种套些]{0,2}|(?:就|便|正)?是[^，,。；;“”]{1,10}(?:对|说的|讲的|念的))|此[种即]|[^，,。；;“”]{0,8}(?:称之为|称其为|叫它|叫作|唤作|誉为|戏称为?|喻为))$/u;
/** 没有路灯、没有厕所、没有值班室，是出了名的“三无”…: what somebody is known as for it. */
const KNOWN_AS = /[，,](?:是|成了|属于)(?:出了名|有名|闻名|典型|名副其实|地地道道|人人皆知)的$/u;

/** 没有 is how 无 is said. */
const inWords = (sentence: string, parts: readonly Part[]): readonly Part[] =>
  parts.length === 1 && parts[0]!.key === '无' && sentence.includes('没有') ? [{ ...parts[0]!, key: '没有' }] : parts;

/** 考评结果与甲、乙、丙“三挂钩”: what is tied to them stands before 与. */
const TIED = /^(?:挂钩|结合|衔接|对接|融合|联系|捆绑|关联)/u;
const TIED_TO = /(?:与|同|跟|和)(?=[^与同跟和]+$)/u;

function tiedBefore(line: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 2 || !TIED.test(part.key)) return null;
  const list = pieces(line.split(/[，,；;：:]/u).pop()!, '、').flatMap((p, i, all) =>
    i && i === all.length - 1 ? lastTwo(p) : [p],
  );
  const at = list.length === part.count ? TIED_TO.exec(list[0]!) : null;
  const first = at ? list[0]!.slice(at.index + at[0].length) : '';
  const named = [first, ...list.slice(1)];
  return first.length > 1 && named.every((m) => m.length > 1 && m.length <= TIED_MAX && !/[“”\d]/u.test(m))
    ? { list: named, complete: true }
    : null;
}

const TIED_MAX = 12;

/** 把A、B、C融为一体，形成“三位一体”: what is made of the members. */
const MADE_ONE =
  /[把将]([^，,。；;：:“”]{4,60}?)(?:融为一体|融合起来|结合起来|合而为一|有机结合|统筹起来|贯通起来|拧成一股绳)$/u;
/** 做到A、B、C，把“三必”要求写进章程; A、B、C，落实“三同步”规定: the formula sums up what was said. */
const ADOPTED = /[，,](?:[把将]|(?:严格|全面|认真|切实)?(?:落实|执行|践行|推行|兑现|遵循|体现)(?:了|好)?)$/u;
/** 设立“甲池、乙池、丙池”，以此推动“三统筹”: what was done brings it about. */
const BROUGHT = /[，,](?:以此|借此|由此)[^，,。；;：:“”]{0,14}$/u;
/** “甲、乙、丙”|原则: what a quoted list is. */
const LIST_IS = /”(?:原则|要求|理念|标准|目标|思路|方针|办法|做法|机制)$/u;
/** What may stand between the list and the formula and says less. */
const REACHED =
  /[，,]?(?:真正|切实|基本|全面|努力|逐步|均|都|全部)?(?:做到|实现|形成|达到|坚持|开展|推行|构建|完成)(?:了)?$/u;
/** What stands between a list and its formula in one clause. */
const BETWEEN =
  /(?:等|这|共|的|[两二三四五六七八九十](?:项|个|种|条|大|方面)(?:举措|措施|机制|做法|制度|要求|内容|环节|方面)|为(?:主要)?(?:内容|框架|骨架|支撑|重点|主题|主体)的|相结合的|[为于]一体的|组成的|构成的|在内的)*$/u;

/** 落实“三会一课”、执行“四议两公开”、做到“两个到位”: formulas in a row are fellows, none is the sum of the others. */
const FELLOW = /“[一二两三四五六七八九十0-9]{1,3}[^“”]*”/u;

/** “有阵地、有制度”的“五有”要求; 主体责任、第一责任和分工责任三个“责任清单”. */
export function before(a: Article, open: number, parts: readonly Part[]): Members | null {
  const found = listBefore(a, open, parts);
  return found?.list.some((member) => FELLOW.test(member)) ? null : found;
}

function listBefore(a: Article, open: number, parts: readonly Part[]): Members | null {
  const wanted = promised(parts);
  const lead = a.text.slice(Math.max(0, open - LEAD), open);
  const sentence = lead.slice(Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('。')) + 1).replace(MARKER, '');
  const tied = tiedBefore(sentence, parts);
  if (tied) return tied;
  const said = sentencesBefore(lead.slice(lead.lastIndexOf('\n') + 1), parts);
  if (said) return said;
  // 同计划、同布置、同检查（“三同时”）
  const remark = /[（(]$/u.test(sentence) && /^“[^“”\n]{2,16}”[）)]/u.test(a.text.slice(open, open + 20));
  if (remark) {
    const clause = `${sentence.slice(0, -1)}，`;
    return clauseBefore(clause, parts) ?? clauseBefore(clause, shortened(parts) ?? parts);
  }
  const adopted = ADOPTED.exec(sentence) ?? BROUGHT.exec(sentence);
  if (adopted) return adoptedBefore(sentence.slice(0, adopted.index), parts, adopted[0]);
  const called = NICKNAMED.exec(sentence)?.[0] ?? CALLED.exec(sentence)?.[0] ?? '';
  const known = KNOWN_AS.exec(sentence);
  if (known) return clauseBefore(`${sentence.slice(0, known.index)}，`, inWords(sentence, parts));
  const line = sentence
    .slice(0, sentence.length - called.length)
    .replace(REACHED, '')
    .replace(MADE_ONE, '$1');
  const m = BETWEEN.exec(line)!;
  const all = line.slice(0, line.length - m[0].length);
  const body = m[0].startsWith('为') ? all.replace(/(^|[，,；;：:、]|[开展])以(?=[^，,；;：:]*$)/u, '$1') : all;
  const alikeBegun = beginningBefore(line, parts);
  if (alikeBegun) return alikeBegun;
  const short = called ? clausesBefore(line.replace(REACHED, ''), shortened(parts) ?? parts) : null;
  if (short) return short;
  const clause = clauseBefore(called ? `${body}，` : body, parts) ?? clausesBefore(line.replace(REACHED, ''), parts);
  if (clause) return clause;
  const quoted = body.endsWith('”') ? quotedBefore(body, wanted, parts) : null;
  if (quoted) return quoted;
  return plainBefore(body, wanted, parts, called !== '' || m[0] !== '');
}

/** 把A与B、C|同部署、同落实、同检查，做到“三同步”: the last pieces that begin with the character of the formula. */
function beginningBefore(line: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 3) return null;
  const clause = line
    .replace(/[，,]$/u, '')
    .split(/[，,；;：:]/u)
    .pop()!;
  const list = pieces(clause, '、').slice(-part.count);
  const [sign] = part.key;
  const [first, ...others] = list as [string, ...string[]];
  const at = first?.lastIndexOf(sign!) ?? -1;
  const alike =
    list.length === part.count && at > 0 && others.every((s) => s[0] === sign && s.length === first.length - at);
  return alike ? { list: [first.slice(at), ...others], complete: true } : null;
}

/** The list in the clause before one that only takes the formula up: each member with its key, or, where it is brought about, alike. */
function adoptedBefore(body: string, parts: readonly Part[], how: string): Members | null {
  const clause = body.split(/[，,；;：:]/u).pop()!;
  const said = clauseBefore(
    `${clause.replace(/^(?:要|应|必须)?(?:真正|切实|全面|努力)?(?:做到|实现|达到|坚持)/u, '')}，`,
    parts,
  );
  if (said) return said;
  const quoted = /“([^“”]{4,40})”$/u.exec(body.replace(LIST_IS, '”'))?.[1];
  const list = quoted ? pieces(quoted, '、') : [];
  if (list.length < 3 || list.length !== promised(parts)[0]) return null;
  const pooled = BROUGHT.test(how) && list.every((s) => s.length === list[0]!.length && s.at(-1) === list[0]!.at(-1));
  return pooled || sharesKey(list, parts) ? { list, complete: true } : null;
}

/** 书记带头领学，委员轮流讲学，党员登台比学，“三学联动”…: the clauses that lead up to it, all of them alike. */
function clausesBefore(line: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 2 || part.key.length > 4) return null;
  const clauses = pieces(line.replace(/[，,：:；;]$/u, ''), '，,；;：:').slice(-part.count - 1);
  const list = clauses.slice(-part.count);
  if (list.length < part.count || list.some((c) => c.length > 16)) return null;
  if (clauses.length > part.count && clauses[0]!.includes(part.key)) return null;
  const members = alike(list, part);
  return members && { list: members, complete: true };
}

/** A与B相分离，C与D相分离，E与F相分离。“三个分离”…: the clauses that lead up to it. */
function sentencesBefore(lead: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.key.length < 2 || !lead.endsWith('。')) return null;
  const list = pieces(lead, '，,；;。').filter((c) => c.endsWith(part.key));
  return list.length === part.count ? { list, complete: true } : null;
}

/** 不会谋、不会讲、不会写，“三不会”…: the clause that leads up to it, each member with the key. */
function clauseBefore(body: string, parts: readonly Part[]): Members | null {
  if (!/[，,]$/u.test(body)) return null;
  const last = body
    .slice(0, -1)
    .split(/[，,；;：:]/u)
    .pop()!;
  const list = pieces(last, '、');
  const [wanted] = promised(parts);
  if (list.length !== wanted || list.length < 2 || !sharesKey(list, parts)) return null;
  const cut = parts.length === 1 ? alike(list, parts[0]!) : null;
  if (cut) return { list: cut, complete: true };
  const named = parts.length === 1 ? list.map((s) => /“([^“”]+)”$/u.exec(s)?.[1]) : [];
  if (named.length > 1 && named.every((s) => s?.includes(parts[0]!.key)))
    return { list: named as string[], complete: true };
  return { list: withoutGovernor(list), complete: true };
}

function quotedBefore(body: string, wanted: readonly number[], parts: readonly Part[]): Members | null {
  const found: string[] = [];
  let rest = body;
  while (rest.endsWith('”') && found.length < 12) {
    const from = rest.lastIndexOf('“');
    if (from < 0) break;
    found.unshift(rest.slice(from + 1, -1));
    rest = rest.slice(0, from).replace(/(?:[、，,和与及]|以及)$/u, '');
  }
  if (wanted.includes(found.length)) return { list: found, complete: true };
  const inner = found.length === 1 ? pieces(found[0]!, '、，,；;+＋—') : [];
  // “先难后易、先急后缓、先点后面”的“三先三后”: each is a member of both.
  return wanted.includes(inner.length) ? { list: inner, complete: true } : paired(inner, parts);
}

/** `marked`: 等 or 的 stands between the list and the formula; without it the members must be short words. */
function plainBefore(body: string, wanted: readonly number[], parts: readonly Part[], marked: boolean): Members | null {
  const clause = body.split(/[，,；;：:]/u).pop()!;
  const joined = pieces(clause, '、');
  const split = joined.flatMap((p, i, all) => (i === all.length - 1 ? lastTwo(p) : [p]));
  // 规模和质量、发展和管理: 和 may stand inside the members.
  const list = wanted.includes(joined.length) ? joined : split;
  if (!wanted.includes(list.length) || list.length < 2) return null;
  const key = parts[0]!.key;
  // 形成竹器、茶叶、山泉“一区三园”格局: what it is for, and no member has a word of it.
  const many = parts.length > 1 && parts.some((p) => p.count > 1);
  if (many && !list.some((m) => parts.some((p) => m.includes(p.key)))) return null;
  const others = list.slice(1);
  // 店家反映的|订货难、配送慢、退换繁|“三个堵点”: one length shows where the first begins.
  const length = others[0]!.length;
  const first = list[0]!;
  const shown =
    others.length > 1 && length > 1 && length < 5 && first.length > length && others.every((p) => p.length === length);
  if (shown && parts.length === 1 && first.at(-length - 1) === '的')
    return { list: [first.slice(-length), ...others], complete: true };
  const short = others.every((p) => p.length <= 8);
  if (parts.length === 1 && !short && !others.every((p) => p.includes(key))) return null;
  // 党组织“主体责任”、书记“第一责任”和成员“分工责任”: each with the name it is known by.
  const quoted = list.every((p) => /“[^“”]+”/u.test(p));
  const found = (parts.length === 1 && !quoted ? alike(list, parts[0]!) : null) ?? withoutGovernor(list);
  const members = marked ? withoutFounder(found) : found;
  // 力争使水利、农业由“两本账”…: no list, the sentence runs on.
  const runsOn = /[由从把被是为在与和向对以使让用将]$/u.test(clause);
  // 书记、主任、网格长一肩挑起“三副担子”: who does something with it.
  const acts =
    list.at(-1)!.length > list[0]!.length + 2 &&
    segment(list.at(-1)!).at(-1)?.tag === 'v' &&
    segment(list[0]!).at(-1)?.tag !== 'v';
  // 鼓励和支持“两员一顾问”: two verbs that govern it.
  const governing = joined.length === 1 && list.length === 2 && isVerb(list[1]!) && !sharesKey(list, parts);
  // 党员向社区、单位“双向…”: whom it is done to.
  const towards = list.length === 2 && /.[向对给与跟](?=.{2})/u.test(list[0]!);
  // 站长和组长是落实“两张清单”…; 实现县城、乡镇“双覆盖”: the sentence goes on to it.
  const tells = list.length === 2 && (/是/u.test(list[1]!) || (governs(members[0]!) && !governs(members[1]!)));
  const plain =
    short &&
    !towards &&
    !tells &&
    !acts &&
    !governing &&
    !runsOn &&
    members[0]!.length <= 8 &&
    !list.some((p) => /[“”]/u.test(p));
  return marked || quoted || plain ? { list: members, complete: true } : null;
}

const isVerb = (s: string): boolean => {
  const [word, more] = segment(s);
  return more === undefined && word?.tag === 'v';
};

/** 建立|县级领衔、乡级主抓、村级落实的“三级…”: what the whole is set up with. */
const FOUNDED = /^(?:建立健全|健全完善|建立|形成|构建|健全|完善|推行|实行|打造|搭建)(?:了|起)?(?=.{3})/u;

const withoutFounder = (list: string[]): string[] =>
  list.slice(1).some((m) => FOUNDED.test(m)) ? list : list.map((m, i) => (i === 0 ? m.replace(FOUNDED, '') : m));

const lastTwo = (p: string): string[] => {
  const m = /^(.*[^和]{2})(?:以及|和|及)([^和]{2,})$/u.exec(p);
  return m ? [m[1]!, m[2]!] : [p];
};

import { charSet } from '../../../text/char-set.ts';
import { partsThousands } from '../../../text/thousands.ts';
import { skipTo } from './adverbs.ts';
import {
  ACTS,
  ADDRESSED,
  ANSWERS,
  BOUND,
  BY,
  CLAUSE_MAX,
  HEADED,
  isAgent,
  LABELLED,
  LEADS_IT,
  NO_BODY,
  OBLIGED,
  REPORTED,
  SERVED,
  TITLED,
} from './agents.ts';
import type { Place } from './place.ts';
import { NOMINAL, verbAt } from './verbs.ts';

/** Marks behind which a clause begins. */
const endsClause = charSet('，,。；;：:！!？?\n');

/** Where a clause that begins at `from` ends, at most {@link CLAUSE_MAX} characters on. */
export function clauseEnd(text: string, from: number, limit: number): number {
  const high = Math.min(limit, from + CLAUSE_MAX);
  let i = from;
  while (i < high && (!endsClause(text.charCodeAt(i)) || (i > from && partsThousands(text, i)))) i++;
  return i;
}

/** 安全员|配备率: what is measured of people, not what they do. */
const MEASURED = /^(?:[一-鿿]{2,4}(?:率(?!先|领)|人数|数量)|在[一-鿿]{1,6}(?:占比|比例|比重|率(?!先|领)|人数))/u;
/** What somebody said is not what is done. */
const SPEAKS = /^[一-鿿]{0,2}(?:提出|指出|强调|表示|认为|要求)/u;
/** 支部委员会每月召开一次: a meeting that is held, not a body that acts. */
const HELD = /^(?:一般|原则上)?(?:每[一-鿿0-9]{1,4}?)?(?:至少|定期|均|都)?(?:召开|举行|开)/u;
/** People whom the deed before them is done to: 组织党员…. */
const PEOPLE =
  /^(?:全体|广大|各级|[一-鿿]{0,4})?(?:党员|干部|职工|员工|群众|居民|村民|人员|同志|代表|书记|教师|志愿者)$/u;

/** 组织|部, 考核|组, 管理|中心: such a verb in the name of a body. */
const BODY_BEHIND =
  /^(?:部|局|委|组|小组|队|中心|单位|部门|站|所|室|科|处|办|员|者|机关|机构|班子|公司|集团|和改革|改革)/u;
/** People who are called by what they do. */
const OFFICE = /^(?:领导|管理|服务|工作|帮扶|包联|联系|结对)(?:干部|人员|党员|领导)$/u;

/** 包保|单位, 承办|部门: bodies and people that are called by their part in it. */
const PART =
  /^(?:包保|包联|包抓|挂钩|联系|结对|牵头|承办|主办|协办|参建|参赛|参训|受检|报送|申报)(?:单位|部门|支部|党支部|责任人|领导|干部|党员|科室|小组)$/u;
/** 主持召开|党委会, 计划举办|书记…: no body is called by what it holds or plans. */
const EVENT = /召开|举办|举行|主持|印发|出台|听取|计划(?!生育|财务|科|处|单列)|打算/u;

/** 落实党组织…, 组织党员…: a verb in front of what looks like a name. 组织部, 宣传部, 领导干部 are names. */
function beginsWithDeed(name: string): boolean {
  if (/^(?:[与同跟和及]|请[来进到教])/u.test(name) || EVENT.test(name)) return true;
  if (PART.test(name)) return false;
  const m = verbAt(name, 0);
  if (!m) return false;
  const rest = name.slice(m[0].length);
  if (!NOMINAL.test(m[1]!)) return !/^[人组员者]/u.test(rest);
  return m[1] !== '领导' && (PEOPLE.test(rest) ? !OFFICE.test(name) : !BODY_BEHIND.test(rest));
}

/** 建议|每村…, 希望|各部门…: whom somebody asks acts, not his asking. 希望小学 is a school. */
const ASKS =
  /^(?:我们|会议|代表们?|委员们?|调研组|课题组)?(?:建议|希望(?!小学|学校|中学|工程|社区|乡村)|倡议|呼吁|恳请|敬请|提请|请(?![示假求客愿战缨来进出到教]))(?=.{2})/u;

/** 省局, 每村: as short as only whom one asks may be called. */
const SHORT_NAME = /^(?:[每各省市县区镇乡州]|每个)[局厅委办部院所站市县区镇乡村]$/u;

/** The actor that a clause begins with, behind a time or an adverb; null where it begins with something else. */
export function actorAt(text: string, from: number, end: number): Place | null {
  const start = skipTo(text, from, end);
  ACTS.lastIndex = start;
  const m = ACTS.exec(text);
  if (!m || start + m[0].length > end) return null;
  // （一）县医保局: the number of a point is none of the name.
  const marker = /^（[^（）]{1,12}）/u.exec(m[1]!)?.[0].length ?? 0;
  const stop = start + m[1]!.length;
  const asked = ASKS.exec(m[1]!.slice(marker))?.[0].length ?? 0;
  const name = m[1]!.slice(marker + asked);
  if (asked && !isAgent(name) && !SHORT_NAME.test(name)) return null;
  if (NO_BODY.test(name) || beginsWithDeed(name)) return null;
  if (SERVED.test(name) && !OBLIGED.test(text.slice(stop, stop + 2))) return null;
  if (MEASURED.test(text.slice(stop, stop + 10))) return null;
  if (SPEAKS.test(text.slice(stop, stop + 4))) return null;
  if (/会$/u.test(name) && HELD.test(text.slice(stop, stop + 16))) return null;
  return { start: stop - name.length, end: stop };
}

/** 由…负责, anywhere in a clause. */
function byWhom(text: string, from: number, end: number): Place | null {
  // Looked for in the clause: in the text the search would go on to the next 由, however far.
  const clause = text.slice(from, end);
  for (let at = clause.indexOf('由'); at >= 0; at = clause.indexOf('由', at + 1)) {
    const i = from + at;
    BY.lastIndex = i;
    const m = BY.exec(text);
    if (m && isAgent(m[1]!) && !beginsWithDeed(m[1]!) && i + 1 + m[1]!.length <= end)
      return { start: i + 1, end: i + 1 + m[1]!.length };
  }
  return null;
}

/** (市财政局牵头): at the beginning of a clause or inside brackets. */
function leading(text: string, from: number, end: number): Place | null {
  const open = text.slice(from, end).search(/[（(][^（）()]{2,40}(?:牵头|负责)/u);
  const at = open < 0 ? from : from + open;
  const m = LEADS_IT.exec(text.slice(at, Math.min(text.length, end + 1)));
  if (!m || !isAgent(m[1]!) || beginsWithDeed(m[1]!)) return null;
  const start = at + m[0].indexOf(m[1]!);
  return { start, end: start + m[1]!.length };
}

/** 甲方职责 as a heading. */
const OWNED = /^([一-鿿]{2,12}?)(?:的)?(?:主要|工作)?(?:职责|责任|义务)(?:[:：。\n（(]|$)/u;

/** What stands behind a label, which ends its pattern. */
function behind(label: RegExp, text: string, from: number, end: number): Place | null {
  const m = label.exec(text.slice(from, end));
  if (!m) return null;
  const start = from + m.index + m[0].length - m[1]!.length;
  return { start, end: start + m[1]!.trimEnd().length };
}

/** Who answers for a point by a label of its own (责任单位:…, 牵头:…): it says so more surely than any sentence. */
export const labelled = (text: string, from: number, end: number): Place | null => behind(ANSWERS, text, from, end);

/** The body that a stretch of text names as responsible, wherever in it: 责任单位:…, 由…负责, (…牵头). */
export function responsible(text: string, from: number, end: number): Place | null {
  const owner = OWNED.exec(text.slice(from, Math.min(end, from + 24)));
  if (owner && isAgent(owner[1]!)) return { start: from, end: from + owner[1]!.length };
  const label = labelled(text, from, end) ?? behind(LABELLED, text, from, end);
  if (label) return label;
  if (!/由|牵头|负责/u.test(text.slice(from, end + 1))) return null;
  for (let at = from; at < end; ) {
    const stop = clauseEnd(text, at, end);
    const found = byWhom(text, at, stop) ?? leading(text, at, stop);
    if (found) return found;
    at = stop + 1;
  }
  return null;
}

/** Longest head of an article that is searched for whom it speaks to. */
const HEAD = 400;

/** The line of a notice that says whom it tells what to do. */
export function addressee(text: string): Place | null {
  let at = 0;
  while (at < Math.min(HEAD, text.length)) {
    const eol = text.indexOf('\n', at);
    const end = eol < 0 ? text.length : eol;
    const m = ADDRESSED.exec(text.slice(at, Math.min(end, at + 80)));
    if (
      m &&
      m[1]!.split(/[、，,]/u).every((name) => /^各|^[一-鿿]{2,}/u.test(name)) &&
      /各|局|委|办|部门|单位|支部/u.test(m[1]!)
    )
      return { start: at, end: at + m[1]!.length };
    at = end + 1;
  }
  const bound = BOUND.exec(text.slice(0, HEAD));
  if (!bound || !isAgent(bound[1]!.replace(/[（(][^（）()]*[）)]$/u, ''))) return null;
  return { start: bound.index + 1, end: bound.index + 1 + bound[1]!.length };
}

/** The organ that a title or its second half begins with (…——云泽市审计局党建案例); null where none does. */
export function organOf(title: string | null): string | null {
  for (const part of title === null ? [] : [title, ...title.split(/[—-]{1,2}/u).slice(1)]) {
    const name = (TITLED.exec(part) ?? HEADED.exec(part))?.[1];
    if (name && !NO_BODY.test(name)) return name;
  }
  // A body says more than a place.
  const place = REPORTED.exec(title ?? '')?.[1];
  return place && !NO_BODY.test(place) ? place : null;
}

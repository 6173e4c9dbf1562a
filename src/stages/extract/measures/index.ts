import { charSet, WHITE_SPACE } from '../../../text/char-set.ts';
import { isSection } from '../../../text/sections.ts';
import type { TimeMention } from '../../../text/times.ts';
import type { Actor, FoundPoint, MarkedPoint, Measure, Point, Role } from '../types.ts';
import { Clauses, type Deed, deedOf } from './action.ts';
import { addressee, clauseEnd, labelled, organOf, responsible } from './actors.ts';
import { deadlineIn } from './deadline.ts';
import { instrumentIn } from './instrument.ts';
import { type Place, type Quoted, quote } from './place.ts';

/** What is known of the article beside its text. */
export interface Known {
  title: string | null;
  /** The body that signed it or that it tells of. */
  organ: string | null;
  /** The time expressions of the text, in order. */
  times: readonly TimeMention[];
}

const MEASURES: ReadonlySet<Role> = new Set(['practice', 'proposal', 'requirement']);

/** How much of what a point says itself is read: actor, means and deadline stand near its beginning. */
const OWN_MAX = 400;
/** What is longer has lost its line breaks. */
const HEADING_MAX = 300;
/** A first sentence that is longer has lost its stop. */
const SENTENCE_MAX = 160;

/** The points with what each measure says: who does what, until when, by what means. Others get null. */
export function withMeasures(
  text: string,
  points: readonly MarkedPoint[],
  known: Known,
): (MarkedPoint & Pick<FoundPoint, 'measure'>)[] {
  const firstChild = new Map<string, number>();
  for (const p of points) if (p.parent !== null && !firstChild.has(p.parent)) firstChild.set(p.parent, p.start);
  const above = new Map<string, Actor | null>();
  const assessed = new Set<string>();
  const outer = outermost(text, known);
  const clauses = new Clauses(text);
  return points.map((p) => {
    const own = ownEnd(text, p, firstChild.get(p.id) ?? p.end);
    if ((p.parent !== null && assessed.has(p.parent)) || ASSESSES.test(p.heading)) assessed.add(p.id);
    if (!MEASURES.has(p.role)) {
      above.set(p.id, p.parent === null ? null : (above.get(p.parent) ?? null));
      return { ...p, measure: null };
    }
    const deed = deedOf(clauses, p.headingStart, Math.min(p.headingEnd, p.headingStart + HEADING_MAX));
    const body = bodyOf(text, p, own);
    const said =
      labelled(text, p.headingStart, own) ??
      subjectOf(clauses, p, deed, body) ??
      responsible(text, p.headingStart, own);
    const found = deed ?? deedOf(clauses, body.start, body.end);
    const byIssuer = assessed.has(p.id) || (found !== null && isIssuers(text, found));
    const actor = said ? told(text, said) : inherited(p, above, byIssuer ? outer.issuer : outer.of);
    above.set(p.id, actor);
    return { ...p, measure: measureOf(text, p, own, found, actor, known) };
  });
}

const told = (text: string, place: Place): Actor => ({ ...quote(text, place), from: 'text' });

/** The subject of the heading's deed, else that of the first sentence under it. */
function subjectOf(clauses: Clauses, p: Point, deed: Deed | null, body: Place): Place | null {
  // A subject behind the deed has a deed of its own (落实…制度,支部书记每年讲一次).
  const reach = deed ? deed.clause.end : p.headingEnd;
  return firstSubject(clauses, p.headingStart, reach, 2) ?? firstSubject(clauses, body.start, body.end, 3);
}

/** The subject of one of the first clauses, unless a deed without one stands before it. */
function firstSubject(clauses: Clauses, from: number, end: number, most: number): Place | null {
  for (let at = from, n = 0; at < end && n < most; n++) {
    const stop = clauseEnd(clauses.text, at, end);
    const found = clauses.actor(at, stop);
    if (found || deedOf(clauses, at, stop)) return found;
    at = stop + 1;
  }
  return null;
}

/** A paragraph of fewer characters under a heading is the rest of its line. */
const LINE_MIN = 8;

/** Where a point's own first paragraph ends: what stands further on is told of other things. */
function ownEnd(text: string, p: Point, limit: number): number {
  const line = text.indexOf('\n', p.headingEnd);
  const next = line >= 0 && line - p.headingEnd < LINE_MIN ? text.indexOf('\n', line + 1) : line;
  const end = Math.min(limit, p.end, p.headingEnd + OWN_MAX);
  return next < 0 ? end : Math.min(end, next);
}

/** The actor of the point above, as inherited from the point that names it. */
function inherited(
  p: Point,
  above: ReadonlyMap<string, Actor | null>,
  outer: (role: Role) => Actor | null,
): Actor | null {
  const upper = p.parent === null ? null : (above.get(p.parent) ?? null);
  if (!upper || upper.from === 'organ' || upper.from === 'addressee') return outer(p.role);
  // 我们 says less than the name of the organ.
  const organ = /^(?:我们|本人)$/u.test(upper.text) ? outer(p.role) : null;
  if (organ) return organ;
  return upper.from === 'text' ? { ...upper, from: p.parent! } : upper;
}

/** Who gives an order judges those whom it speaks to. */
const JUDGING = /^(?:评选|评审|评定|评比|验收|表彰|命名|通报|抽查|督查|督导|巡查|考核|考评)/u;

/** 制定|本办法: the order itself. */
const ITSELF = /^(?:本|如下|以下)(?:实施)?(?:办法|方案|规定|细则|制度|意见|通知|规则|条例|计划|责任[书状])/u;

/** Whether it is the deed of him who gives the order. */
function isIssuers(text: string, { action, object }: Deed): boolean {
  const verb = text.slice(action.start, action.end);
  const itself = object !== null && /^(?:制[定订]|出台|印发|签订)$/u.test(verb);
  return JUDGING.test(verb) || (itself && ITSELF.test(text.slice(object.start, object.end)));
}

/** 考核奖惩, 奖惩办法: whom such a section of an order judges does not act in it. */
const ASSESSES =
  /^(?:严格|强化|实行|落实|兑现|监督|检查|目标|责任|年度|工作|日常|绩效|督查|督导)?(?:考核|考评|奖惩|奖罚)(?:[与和及、]?(?:考核|考评|奖惩|奖罚|评价|评分|验收|奖励|责任追究|追责|问责))?(?:办法|方式|方法|标准|细则|措施|规定|结果运用|兑现)?$|^(?:责任追究(?:办法)?|奖励(?:办法|措施|标准|规定|细则))$/u;

/** Who acts where no point says it. */
interface Outermost {
  /** Whom an order speaks to, else the organ whose report or plan it is. */
  of: (role: Role) => Actor | null;
  /** The organ that signed. */
  issuer: (role: Role) => Actor | null;
}

function outermost(text: string, known: Known): Outermost {
  // 发布机构：办公室 is a section of somebody.
  const name = known.organ !== null && !isSection(known.organ) ? known.organ : organOf(known.title);
  const organ: Actor | null = name === null ? null : { text: name, from: 'organ' };
  const to = addressee(text);
  const told: Actor | null = to && { ...quote(text, to), from: 'addressee' };
  // Who gives an order is not the one to carry it out.
  return { of: (role) => (role === 'requirement' ? told : organ), issuer: () => organ };
}

function measureOf(text: string, p: Point, own: number, deed: Deed | null, actor: Actor | null, known: Known): Measure {
  const at = (place: Place | null | undefined): Quoted | null => (place ? quote(text, place) : null);
  const means = instrumentIn(text, p.headingStart, own);
  // 健全…机制 as the deed itself is no means to it.
  const same = means && deed?.object && means.start < deed.object.end && deed.object.start < means.end;
  return {
    actor,
    action: at(deed?.action),
    object: at(deed?.object),
    deadline: deadlineIn(text, p.start, own, known.times, p.role !== 'practice'),
    instrument: same ? null : at(means),
  };
}

const isLead = charSet(`${WHITE_SPACE}。；;：:，,！!？?`);
const isStop = charSet('。！!？?\n');

/** The first sentence under a heading; empty where there is none. */
function bodyOf(text: string, p: Point, own: number): Place {
  let start = p.headingEnd;
  while (start < own && isLead(text.charCodeAt(start))) start++;
  let end = start;
  const limit = Math.min(own, start + SENTENCE_MAX);
  while (end < limit && !isStop(text.charCodeAt(end))) end++;
  return { start, end };
}

import type { Span } from '../../../pipeline/types.ts';
import { charSet } from '../../../text/char-set.ts';
import { ending, oneOf } from '../../../text/ending.ts';
import { approximatorBefore } from '../../../text/numbers-bounds.ts';
import { findTimes, type TimeMention } from '../../../text/times.ts';
import { Names } from '../forms.ts';
import type { Figure, Point, Slogan } from '../types.ts';
import { bringsPeriod, OFTEN, periodBefore, rowPeriod } from './carried.ts';
import { isLevel } from './changes.ts';
import { genreOf } from './genre.ts';
import type { Before } from './indicator/asked.ts';
import { columnOf, isReceived } from './indicator/column-title.ts';
import { edged } from './indicator/edges.ts';
import { ended } from './indicator/ends.ts';
import { indicatorOf, type Named } from './indicator/indicator.ts';
import { weighIndicator } from './indicator/indicator-weights.ts';
import { labelOf } from './indicator/labels.ts';
import { type Around, phrasesAround } from './indicator/phrases-around.ts';
import { alike, isApiece, type Told } from './indicator/respectively.ts';
import { isOwnWeight } from './indicator/shares.ts';
import { begun } from './indicator/starts.ts';
import { Outline, REACHED } from './outline.ts';
import type { Candidate } from './read/candidates.ts';
import { idioms } from './read/idioms.ts';
import { readQuantities } from './read/quantities.ts';
import { rankOf } from './read/ranks.ts';
import { reject } from './read/reject.ts';
import { speltOut } from './read/spelt-out.ts';
import { type Ruling, roleOf, type Setting } from './role/role.ts';
import { type Judged, roleFeatures } from './role/role-features.ts';
import { weighRole } from './role/role-weights.ts';
import type { Known, Run, Seen } from './run.ts';
import { Cover, type Period, quoted, type Surroundings, surroundings } from './surroundings.ts';
import { fullStart, isLimit, placing, sinceWhen } from './when.ts';

/** What a figure's reading may take from the article besides its text. */
interface FigureContext {
  /** Date of the article, ISO 8601; null where it is not known. */
  published: string | null;
  title?: string | null;
  /** Digits may be set apart by blanks, and numbers written as 2e5 and 5k: see `NumberOptions`. */
  loose?: boolean;
  /** The time expressions of the text, where they are known already. */
  times?: readonly TimeMention[];
  /** Told of each figure what its role is judged by: what `npm run train` learns from. */
  observe?: (seen: Seen) => void;
}

/** 主要预期目标是:…;…;…: the goals of a sentence, over its semicolons. */
const GOALS = ending(/(?:目标|打算|下步安排|工作安排)(?:任务)?(?:是|为)?[:：][^。！？\n]*$/u);

/** The text that a notice hands on, behind the word 附件 in a line of its own. */
const ANNEX = /\n附件[0-9一二三]?[:：]?\s*\n([^\n]{2,60})\n/u;

/** Where an attached text begins that is no order itself; the end of the text where there is none. */
function annexStart(text: string): number {
  const m = ANNEX.exec(text);
  return m && genreOf(m[1]) !== 'order' ? m.index : text.length;
}

/** 实现“五个突破”(…突破200亿元,…)的新目标: a goal that a bracket spells out. */
const SPELT_OUT = /^[^。！？\n（）()]{0,160}[）)]的?\p{Script=Han}{0,6}(?:目标|任务)/u;

function isGoal(text: string, at: number): boolean {
  const before = text.slice(fullStart(text, at), at);
  if (
    (before.includes('（') || before.includes('(')) &&
    /[（(][^）)]*$/u.test(before) &&
    SPELT_OUT.test(text.slice(at, at + 180))
  )
    return true;
  return /目标|打算|安排/u.test(before) && GOALS.test(before);
}

/** How far back in its paragraph a figure of the same unit may say what this one counts. */
const KIN = 120;

function kinOf(run: Run, c: Candidate, s: Surroundings): Known | null {
  const known = run.kin.get(c.unit);
  if (!known || c.start - known.end > KIN || c.unit === '') return null;
  return s.text.slice(known.end, c.start).includes('\n') ? null : known;
}

function scoredBefore(run: Run, s: Surroundings): Known | null {
  const known = run.kin.get('分');
  return known && known.start >= s.sentenceStart ? known : null;
}

/** The last time expression of the sentence before a figure, as written; across a semicolon a year or its part holds on. */
function timeOf(run: Run, c: Candidate, s: Surroundings): string | null {
  const since = sinceWhen(s.clause);
  if (since !== null) return since;
  while (run.timeAt + 1 < run.times.length && run.times[run.timeAt + 1]!.end <= c.start) run.timeAt++;
  const t = run.times[run.timeAt];
  if (!t || t.end > c.start) return null;
  if (t.start >= s.sentenceStart) return t.text;
  if (/年|季度|以来/u.test(t.text) && t.start >= fullStart(run.text, c.start)) return t.text;
  // 二季度,受理610件。其中,处理190人: a part of what was told in that time.
  const whole = run.previous;
  const part = whole && /^其中/u.test(s.sentence) && whole.end + 1 === s.sentenceStart;
  return part && /年|季度|以来/u.test(whole.time ?? '') ? whole.time : null;
}

/** 年终检查;每季度一次: the time of a habit is not that of another one. */
const HABITUAL = /^(?:年[初中底末终]|月[初中底末]|季末)前?$/u;

/** 至少召开一次: the bound stands apart from the number, with a verb in between. */
const APART: readonly [RegExp, Figure['bound']][] = [
  [/(?:至少|不得?少于|最少|不得?低于)[\p{Script=Han}]{1,8}$/u, '>='],
  [/(?:至多|最多(?!的)|不得?超过|不得?高于)[\p{Script=Han}]{1,8}$/u, '<='],
  // 还不到全市平均水平的|四成, 要少于全县人口的|3%
  [/(?:不到|不足|未达到?|(?<!不[得能]?)[少低]于)[\p{Script=Han}]{2,10}的$/u, '<'],
];

/** 分别不低于85%、|90%: the bound in front holds for all of them. */
const ALL_BOUND = /分别(?:均|都|要|应)?(?:不[少低]于|不超过|不高于|至少|超过|高于|低于)[0-9]/u;
const isBoundToo = (c: Candidate, s: Surroundings, p: Known): boolean =>
  p.unit === c.unit && /^[、和及]$/u.test(s.text.slice(p.end, c.start)) && ALL_BOUND.test(s.clause);

function boundOf(c: Candidate, s: Surroundings, previous: Known | null): Figure['bound'] {
  if (c.bound !== '=') return c.bound;
  if (previous && previous.bound !== '=' && isBoundToo(c, s, previous)) return previous.bound;
  // 不少于六次加|3分: the bound is the other figure's.
  const own = previous ? Math.max(0, previous.end - s.clauseStart) : 0;
  const near = s.clause.slice(own).slice(-12);
  if (/[少低多超不未]/u.test(near)) for (const [re, bound] of APART) if (re.test(near)) return bound;
  return '=';
}

/** 2、销售总额:全年完成…,权重25%: an item whose short heading is weighed. */
const LABELLED = /^[^0-9，,。；;：:]{2,14}[：:]$/u;

/** 组织生活正常开展，每月有记录: the first clause of an item that has several is what it is about. */
const firstClause = (heading: string): string => /^[^，,]{4,}(?=[，,])/u.exec(heading)?.[0] ?? heading;

/** A weight at the end of a paragraph (…。(1分)) weighs the point: its heading is the indicator. */
function weighed(run: Run, c: Candidate, s: Surroundings, point: Point | null): string | null {
  const before = s.text.slice(Math.max(0, c.start - 2), c.start);
  // 1.产值增长8%（10分）: points at the end of a heading weigh the whole of it.
  const heading = point ? run.text.slice(point.headingStart, c.start) : '';
  if (c.kind === 'score' && c.end + 1 === point?.headingEnd && /[0-9][^（(]*[（(](?:权重)?$/u.test(heading))
    return heading.replace(/[（(](?:权重)?$/u, '');
  // 到位资金6亿元(20分): the weight of the target in front of the bracket.
  const target = run.previous;
  if (c.kind === 'score' && target && target.end === c.start - 1 && /[（(]/u.test(s.text[c.start - 1]!))
    return target.indicator;
  if (point && c.kind === 'score' && /[。；;！\n][（(]$/u.test(before)) return firstClause(point.heading);
  return point && isOwnWeight(s) && LABELLED.test(run.text.slice(point.headingStart, point.headingEnd + 1))
    ? point.heading
    : null;
}

/** 赤字103.2万元, …也有十几万到二十几万之间: an amount without unit takes that of the figure before it in its sentence. */
function inheritUnit(run: Run, c: Candidate, s: Surroundings): Candidate {
  const p = run.previous;
  if (c.kind !== 'none' || c.scale < 1e4 || !p || p.kind !== 'money' || p.start < s.sentenceStart) return c;
  if (/^[\p{Script=Han}]/u.test(s.tail) && !s.tail.startsWith('的')) return c;
  return { ...c, kind: 'money', unit: p.unit };
}

const joins = charSet('、和及与');

/** Joined to the figure before it by 、 or 和, with the same unit: 8个党支部、五个党小组. */
function isCoordinate(run: Run, c: Candidate): boolean {
  const p = run.previous;
  if (!p || p.unit !== c.unit || !c.unit || c.start - p.end > 16 || c.start <= p.end) return false;
  return joins(run.text.charCodeAt(c.start - 1)) && /^[^，,。；;：:\n]*$/u.test(run.text.slice(p.end, c.start));
}

/** What it counts, by the rules. */
function nameOf(
  run: Run,
  c: Candidate,
  s: Surroundings,
  point: Point | null,
  before: Before,
  period: Period | null,
): Named {
  const column = columnOf(s, c.start);
  if (column !== null) return { indicator: column, by: 'column' };
  const weight = labelOf(c, s) ?? weighed(run, c, s, point);
  if (weight !== null) return { indicator: weight, by: 'weighed' };
  return indicatorOf(c, s, before, { often: period?.often ?? false, carried: period?.carried ?? false });
}

/** Where the text of a figure begins: with its period where that touches it; and the bound in front of that (不低于每天3次). */
function leadOf(
  run: Run,
  c: Candidate,
  s: Surroundings,
  period: Period | null,
): { start: number; bound: Figure['bound'] | null } {
  // 由|每年80场|减到30场: the period of a level is no part of it.
  const whole = period?.contiguous && OFTEN.test(c.unit) && c.start === c.number && !isLevel(c, s);
  const lead = whole ? approximatorBefore(run.text, period.start) : null;
  return {
    start: lead?.start ?? (whole ? period.start : c.start),
    bound: lead && lead.sign !== '=' ? lead.sign : null,
  };
}

/** Rules whose answer is what an earlier figure counts: its edges were found where it stands. */
const CARRIES = oneOf('apiece linked plan some reached same schedule split carried beside');

/** The last time expressions before a figure, in its sentence. */
const timesBefore = (run: Run, s: Surroundings): readonly TimeMention[] =>
  run.times.slice(Math.max(0, run.timeAt - 1), run.timeAt + 1).filter((t) => t.start >= s.sentenceStart);

/** What decides the role besides the words around the figure. */
function settingOf(
  run: Run,
  c: Candidate,
  period: Period | null,
  point: Point | null,
  { near, kin }: { near: Known | null; kin: Known | null },
): Setting {
  const section = run.outline.kind(point);
  return {
    per: period?.per ?? null,
    often: period?.often ?? false,
    point: point?.role ?? null,
    genre: run.genre,
    title: run.title,
    preamble: c.start < run.body,
    previous: near?.ruled ?? null,
    joined: near !== null && (isCoordinate(run, c) || /^[、和与及]$/u.test(run.text.slice(near.end, c.start))),
    kin: kin?.ruled ?? null,
    plan: section === 'plan',
    goal: isGoal(run.text, c.start),
    told: section === 'ground' || REACHED.test(point?.heading ?? '') || c.start > run.annex,
  };
}

/** 提高11个百分点,在13个省份|中列第三位; 线损率降到4.1%,居全市58个供电所|第2名. */
function isAmong(text: string, near: Known, c: Candidate): boolean {
  if (/^[^，,]{1,8}中/u.test(text.slice(near.end, near.end + 9))) return true;
  const lead = text.slice(Math.max(0, near.end - near.text.length - 8), near.end - near.text.length);
  return /[居列排][\p{Script=Han}]{0,6}$/u.test(lead) && /^\p{Script=Han}{1,10}$/u.test(text.slice(near.end, c.start));
}

/** The figures before that may say what this one counts. */
function before(run: Run, c: Candidate, s: Surroundings, near: Known | null, kin: Known | null): Before {
  // Those among whom are not what is ranked.
  const among = c.kind === 'rank' && near !== null && isAmong(run.text, near, c);
  const last = among ? run.earlier : near;
  const earlier = run.earlier && run.earlier.start >= s.sentenceStart ? run.earlier : null;
  return {
    near: last && last.start >= s.sentenceStart ? last : null,
    kin,
    earlier,
    scored: scoredBefore(run, s),
    recent: run.recent,
  };
}

/** What its role is judged by, by name. */
function featuresOf(judged: Judged): string[] {
  const told = new Names();
  roleFeatures(judged, told);
  return told.names;
}

/** What it may count, each with its features by name. */
const phrasesOf = (around: Around, named: Named): Seen['phrases'] =>
  phrasesAround(around, named, () => new Names()).map(({ text, told }) => ({ text, features: told.names }));

/** A cell below 得分 is what was scored, one below 分值 what can be, a band of scores a grade. */
const roleByColumn = (c: Candidate, { indicator, by }: Named): Ruling | null =>
  by === 'column' &&
  (c.kind === 'score' || c.kind === 'none') &&
  c.bound === '=' &&
  c.max === undefined &&
  isReceived(indicator)
    ? { role: 'result', by }
    : null;

/** Everything that is said of a candidate, from the words around it and from the figures before it. */
function figureOf(
  run: Run,
  found: Candidate,
  s: Surroundings,
  period: Period | null,
  point: Point | null,
): { figure: Figure; known: Known } {
  const c = inheritUnit(run, found, s);
  const { start, bound } = leadOf(run, c, s, period);
  const last = run.previous;
  const near = last && last.start >= s.sentenceStart ? last : null;
  const kin = kinOf(run, c, s);
  const setting = settingOf(run, c, period, point, { near, kin });
  const { per, often } = setting;
  const time = timeOf(run, c, s);
  const earlier = before(run, c, s, near, kin);
  const named = nameOf(run, c, s, point, earlier, period);
  const ruling = roleByColumn(c, named) ?? roleOf(c, s, setting);
  const judged = { c, s, setting, ruling, time };
  const around = { c, s, near: earlier.near, kin, often, per: per !== null };
  // What is learned from must not hang on what was learned.
  const name = run.observe ? named.indicator : weighIndicator(named, around);
  const carried = CARRIES.test(named.by) || (named.by === 'share' && name === earlier.near?.indicator);
  const edge = carried && name === named.indicator ? name : edged(name, c, s, timesBefore(run, s));
  const trimmed = edge && ended(begun(edge, c, s), c, s);
  const indicator = trimmed === '' ? (earlier.near?.indicator ?? null) : trimmed;
  run.observe?.({ start, features: featuresOf(judged), ruling, named, phrases: phrasesOf(around, named) });
  const text = run.text.slice(start, c.end);
  // Spread first: among the other keys it would take the slow way.
  const amount = c.max === undefined ? { text, value: c.value } : { text, min: c.value, max: c.max };
  const figure: Figure = {
    ...amount,
    unit: c.unit === '％' || c.unit === '﹪' ? '%' : c.unit,
    bound: bound ?? boundOf(c, s, run.previous),
    indicator,
    role: weighRole(judged),
    per: per ?? (bringsPeriod(c, s, kin, indicator) ? kin!.per : rowPeriod(c, s, indicator)),
    time: often && HABITUAL.test(time ?? '') ? null : time,
    point: point?.id ?? null,
    start,
    end: c.end,
    rule: c.rule,
  };
  return { figure, known: { ...figure, kind: found.kind, ruled: ruling.role } };
}

/** So many figures before the last one are kept in mind: two rows of levels and changes. */
const RECENT = 11;

function spans(mentions: Iterable<{ start: number; end: number }>): Span[] {
  return [...mentions].map((m): Span => [m.start, m.end]);
}

/**
 * Finds the figures of an article: every quantity with a number that says something.
 *
 * Numbers are found in one scan; what each of them means is read from bounded windows around it, so that the work is
 * linear in the text.
 *
 * @param text the clean article, simplified, one paragraph a line.
 * @param points its outline, for `point`, and for the role of what stands in a finding, a report or an order.
 * @param slogans its formulas: numerals inside them are no figures.
 */
export function findFigures(
  text: string,
  points: readonly Point[],
  slogans: readonly Slogan[],
  context: FigureContext,
): Figure[] {
  const all = context.times ?? findTimes(text, context.published);
  const names = quoted(text);
  const times = placing(all, text, names);
  const run: Run = {
    text,
    observe: context.observe,
    outline: new Outline(points),
    genre: genreOf(context.title),
    title: context.title ?? '',
    body: points.reduce((low, p) => Math.min(low, p.start), points.length ? text.length : 0),
    annex: annexStart(text),
    times,
    periods: all.filter((t) => t.kind === 'period'),
    timeAt: -1,
    periodAt: -1,
    previous: null,
    earlier: null,
    recent: [],
    kin: new Map(),
  };
  const masks = [
    new Cover(spans(all.filter((t) => !isLimit(t)))),
    new Cover(slogans.flatMap((g) => spans(g.mentions))),
    new Cover(names),
    new Cover(idioms(text)),
    new Cover(speltOut(text, slogans)),
  ];
  const out: (Told & { figure: Figure })[] = [];
  for (const found of readQuantities(text, { loose: context.loose ?? false })) {
    const rank = rankOf(text, found);
    const c = rank ?? found;
    if (masks.some((m) => m.at(c.number, c.unitEnd))) continue;
    const s = surroundings(text, c);
    const period = periodBefore(run, c, s);
    const around = { frequency: period !== null, often: period?.often ?? false, coordinate: isCoordinate(run, c) };
    if (!rank && reject(c, s, around)) continue;
    const { figure, known } = figureOf(run, c, s, period, run.outline.at(c.start));
    out.push({ figure, ruled: known.ruled, apiece: isApiece(s) });
    run.earlier = run.previous;
    run.previous = known;
    run.recent = [...run.recent.slice(-RECENT), known];
    run.kin.set(figure.unit, known);
  }
  alike(out);
  return out.map(({ figure }) => figure);
}

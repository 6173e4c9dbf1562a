import { parseDateline } from '../../text/boilerplate-bylines.ts';
import { isRule } from '../../text/boilerplate-chrome.ts';
import { gluedFarmLead } from '../../text/boilerplate-farm.ts';
import { bareText, fold } from '../../text/boilerplate-fold.ts';
import { isReport, isSectionName, namesGenre } from '../../text/boilerplate-headlines.ts';
import { isPosted } from '../../text/boilerplate-stamps.ts';
import { hasColumn } from '../../text/boilerplate-titles.ts';
import { type Block, isAuthored, paragraphs } from './block.ts';
import type { Known } from './known.ts';
import type { Line } from './lines.ts';
import { isNewSubject } from './subjects.ts';

/** Kinds that lines below an article's text have. */
export const TAIL = new Set<Line['kind']>([
  'tail',
  'footer',
  'copyright',
  'related',
  'share',
  'contact',
  'owner',
  'farm-tail',
]);

/** Points that make an opening: one sure sign (a header line, a byline with a name), or two or three weak ones. */
const ENOUGH = 3;

/** What is known of the article that a head may end: what was seen of it so far. */
export interface State {
  from: number;
  title: string | null;
  head: number;
  why: string;
  /** Lines of text seen of it, and whether one of them was a paragraph. */
  body: number;
  paragraph: boolean;
  /** Highest 一、 二、 and last number by style. */
  top: number;
  last: Map<string, number>;
  /** Unnumbered headings inside it. */
  headings: number;
  quoted: Set<string>;
  /** How sure it is that it has ended: 3 (完), 责任编辑; 1.5 来源. */
  ended: number;
  annex: boolean;
  /** The page is one of a paper: several articles are set on it, each signed at its end. */
  paper: boolean;
}

interface Sign {
  points: number;
  why: string;
  holds: boolean;
}

const sign = (points: number, why: string, holds: boolean): Sign => ({ points, why, holds });

/** A line drawn between two texts; between two parts of one (* * *) stands no headline, or a short one. */
function ruleSigns({ start, lines: run }: Block, lines: readonly Line[], title: string, next: Line): Sign[] {
  const above = lines[start - 1];
  const rule = run.find((l) => isRule(l.text)) ?? (above && isRule(above.text) ? above : undefined);
  if (!rule) return [];
  return [
    sign(rule.text.startsWith('=') ? 2.5 : 2, 'line between', true),
    sign(0.5, 'long headline', bareText(title).length >= 8),
    sign(0.5, 'introduction', !next.outline && next.text.length >= 60),
    sign(1, 'genre', namesGenre(title)),
  ];
}

/** What the lines of the head say by their kinds. */
function headSigns({ lines: run, twice }: Block, next: Line): Sign[] {
  const kinds = new Set(run.map((l) => l.kind));
  const bylines = run.filter((l) => l.kind === 'byline');
  // More than two are a list of winners.
  const by = bylines.length <= 2 ? bylines[0] : undefined;
  // An organ with its writer, or a reporter, weighs up a short headline.
  const named = by?.form === 'full' && next.body && (by.meta.org ? by.meta.author : /记者|通讯员/u.test(by.text));
  return [
    // A reply to the post above is no article.
    sign(
      3,
      'header line',
      run.some((l) => (l.kind === 'header' && !isPosted(l.text)) || isAuthored(l)),
    ),
    sign(3, 'breadcrumb', kinds.has('breadcrumb')),
    sign(by?.form !== 'full' ? 2 : named ? 4 : 3, 'byline', by !== undefined),
    sign(2, 'date', kinds.has('date')),
    // ——记某某养护队 says that a text begins; another dash may open a heading's explanation.
    sign(run.some((l) => isReport(l.text)) ? 4 : 1, 'subtitle', kinds.has('body')),
    sign(1, 'signed by its subject', by?.meta.org !== undefined && next.text.startsWith(fold(by.meta.org))),
    sign(2, 'salutation', kinds.has('salutation')),
    sign(
      1,
      'column',
      run.some((l) => l.kind === 'headline' && hasColumn(l.text)),
    ),
    sign(2, 'document number', kinds.has('number')),
    sign(3, 'dateline', kinds.has('dateline') || parseDateline(next.text) !== null),
    sign(3, 'lead', next.kind === 'farm-lead' || gluedFarmLead(next.text) !== null),
    sign(3, 'headline twice', twice),
  ];
}

/** 一、 again below 二、 or later: what speaks for a new text, and for a section that numbers its items anew. */
function restartSigns({ start, titles }: Block, lines: readonly Line[], now: State, next: Line): Sign[] {
  const bare = bareText(titles.join(' '));
  return [
    sign(1.5, 'numbering begins anew', true),
    sign(0.5, 'closing words before', /[!]["”]?$/.test(lines[start - 1]?.text ?? '')),
    sign(0.5, 'headline in two lines', titles.length > 1),
    sign(0.5, 'long headline', bare.length >= 12),
    sign(0.5, 'introduction', !next.outline && next.text.length >= 60),
    sign(1, 'genre', namesGenre(titles.at(-1)!)),
    // Unnumbered sections that number their items anew each: 存在的问题 一、二、 … 对策建议 一、二、
    sign(-2, 'sections', now.headings > 0),
    sign(
      -1.5,
      'section name',
      /(?:问题|原因|措施|对策|建议|做法|成效|情况|经验|启示|任务|要求|目标|原则|意义)$/u.test(bare),
    ),
  ];
}

/** Does the head name what belongs to the article before: its annex, what it quotes or issues, a section of it? */
function belongsAbove({ titles }: Block, now: State): boolean {
  const title = titles.join(' ');
  if (now.annex || [...titles, title].some((t) => now.quoted.has(bareText(t))) || titles.some(isSectionName))
    return true;
  // 关于印发某某办法的通知, then 某某办法: what a document issues belongs to it.
  const bare = bareText(title);
  return (
    now.title !== null &&
    /印发|转发|发布|公布|通知|批转/u.test(now.title) &&
    bare.length >= 5 &&
    bareText(now.title).includes(bare)
  );
}

/** Does an article begin with this head? The reasons, or null. */
export function judge(lines: readonly Line[], block: Block, to: number, now: State, known: Known): string | null {
  const { titles, end } = block;
  const next = end < to ? lines[end] : undefined;
  if (!titles.length || (next?.kind !== 'body' && next?.kind !== 'farm-lead') || belongsAbove(block, now)) return null;
  const title = titles.join(' ');
  const number = firstNumber(lines, end, to);
  const goesOn = number !== null && number.value > 1 && now.last.get(number.style) === number.value - 1;
  const restart = number?.style === 'hanzi' && number.value === 1 && now.top >= 2;
  const signs = [
    ...headSigns(block, next),
    ...ruleSigns(block, lines, title, next),
    // Under a picture a page repeats its headline: nothing has ended there, and nothing begins anew.
    sign(
      bareText(now.title ?? '') === bareText(title) && !now.ended && !number && !known.isLikeFirst(next.text) ? 2 : 3,
      'known headline',
      !goesOn && (known.hasTitle(title) || titles.some((t) => t.length >= 10 && known.hasTitle(t))),
    ),
    sign(3, 'copy', known.hasFirst(paragraphs(lines, end, to))),
    sign(now.ended, 'tail before', now.ended > 0),
    sign(1.5, "a paper's page", now.paper && now.ended >= 1.5 && !next.outline),
    sign(1, 'signature before', block.signed),
    sign(3, 'new subject', isNewSubject(lines, block, to, now)),
    // 三、活动安排, a table whose rows look like bylines and dates, 四、工作要求.
    sign(-ENOUGH, 'numbering goes on', goesOn && number?.style === 'hanzi'),
    ...(restart ? restartSigns(block, lines, now, next) : []),
    sign(-1, 'short', bareText(title).length < 6),
  ].filter((s) => s.holds);
  return signs.reduce((sum, s) => sum + s.points, 0) >= ENOUGH ? signs.map((s) => s.why).join(', ') : null;
}

/** The first 一、 (一) 1. of the next lines: where the numbering of what follows stands. */
function firstNumber(lines: readonly Line[], from: number, to: number): Line['outline'] {
  for (let i = from; i < Math.min(to, from + 8); i++) {
    const o = lines[i]!.outline;
    if (o && (o.style === 'hanzi' || o.style === 'hanzi-paren' || o.style === 'arabic')) return o;
  }
  return null;
}

import type { EachStage, Meta, Note, Origin, Origins, Outcome } from '../../pipeline/types.ts';
import {
  type Cut,
  disjoint,
  farmBrand,
  findInjected,
  findPaywall,
  gluedFarmLead,
  junkLines,
} from '../../text/boilerplate-farm.ts';
import { bareText, fold } from '../../text/boilerplate-fold.ts';
import { findAdvertisements, findBrokenNames, ownNames } from '../../text/boilerplate-injected.ts';
import { isIntruder } from '../../text/boilerplate-page-talk.ts';
import { paintedEnds } from '../../text/boilerplate-painted.ts';
import { cutWindow } from '../../text/boilerplate-site.ts';
import { UNFOLDS } from './closed.ts';
import { type Line, readLines, stays, toEdits } from './cuts.ts';
import { stripHead } from './head.ts';
import { meetingOf } from './minutes.ts';
import { notesOf } from './notes.ts';
import { occasionOf } from './occasion.ts';
import { originsOf } from './origins.ts';
import { partiesOf } from './parties.ts';
import { signatureOf } from './signature.ts';
import { stripTail } from './tail.ts';

/** Cuts boilerplate away from an article and keeps what it says of author, date and source. */
export const strip: EachStage<Record<string, never>> = {
  kind: 'each',
  name: 'strip',
  version: 15,
  summary: 'cut boilerplate away and read its metadata',
  defaults: {},
  options: {},
  apply: (doc) => stripArticle(doc.text, doc.title, doc.meta.altTitle),
};

function stripArticle(text: string, given: string | null, second: string | null): Outcome {
  const lines = readLines(text);
  const head = stripHead(lines, given);
  const tail = stripTail(lines, head.body);
  const notes = stripInside(lines, head.body, given, bareText(head.title ?? ''));
  if (!lines.some(stays))
    return text.trim()
      ? { notes: [{ level: 'warn', code: 'strip/no-body', text: 'nothing but boilerplate; left as it is' }] }
      : {};
  const edits = toEdits(lines);
  const below = notesOf(lines, head.body);
  const signature = signatureOf(lines, head.body, given !== null);
  const occasion = occasionOf(lines, head.body, head.title, second);
  const parties = partiesOf(lines, head.body, head.title);
  const meeting = meetingOf(lines, head.body, head.title);
  const days = daysOf(signature, meeting);
  const { org } = signature.meta;
  // What the page says of itself goes before what the text is signed with.
  const meta: Partial<Meta> = {
    ...parties.meta,
    ...occasion.meta,
    ...(org ? { org } : {}),
    ...days.meta,
    ...tail,
    ...head.meta,
    ...below.meta,
  };
  // 政府工作报告 below 某某市政府工作报告 says less than the line that tells of the congress.
  if (occasion.meta.altTitle && head.title && head.meta.altTitle && head.title.endsWith(head.meta.altTitle))
    meta.altTitle = occasion.meta.altTitle;
  return {
    ...(edits.length ? { passes: [edits] } : {}),
    ...(Object.keys(meta).length ? { meta } : {}),
    ...(head.title !== given ? { title: head.title } : {}),
    ...originsOf(lines, meta, head.title !== given ? head.title : null, {
      ...below.origins,
      ...(parties.meta.org && meta.org === parties.meta.org ? parties.origins : {}),
      ...originsIn(occasion, meta),
      ...signedOrigins(signature, meta, days),
    }),
    ...(notes.length ? { notes } : {}),
  };
}

/** Where the occasion was read, for the fields that it fills. */
function originsIn({ meta: told, origins }: ReturnType<typeof occasionOf>, meta: Partial<Meta>): Origins {
  return {
    ...(origins.altTitle && meta.altTitle === told.altTitle ? { altTitle: origins.altTitle } : {}),
    // The place may stand in the headline itself.
    ...(told.org && meta.org === told.org ? { org: origins.org ?? { from: 'headline' } } : {}),
  };
}

type Signed = ReturnType<typeof signatureOf>;
interface Days {
  meta: { published?: string; dated?: string };
  /** Where each day is told. */
  origins: { published?: Origin | undefined; dated?: Origin | undefined };
}

/** The text's own day: that under its headline, else of the meeting it records, else of its signature, which tells when it was issued. */
function daysOf({ meta: { dated }, origins }: Signed, meeting: ReturnType<typeof meetingOf>): Days {
  const signed: Days = dated
    ? { meta: { published: dated, dated }, origins: { published: origins.dated, dated: origins.dated } }
    : { meta: {}, origins: {} };
  if (!meeting || origins.dated?.from === 'date') return signed;
  const at = { from: 'meeting', start: meeting.line.start, end: meeting.line.end };
  return {
    meta: { published: meeting.day, ...signed.meta, dated: meeting.day },
    origins: { published: at, ...signed.origins, dated: at },
  };
}

/** Where days and signature were read, for the fields that they fill. */
function signedOrigins({ meta: signed, origins }: Signed, meta: Partial<Meta>, days: Days): Origins {
  const { published, dated } = days.origins;
  return {
    ...(dated ? { dated } : {}),
    ...(published && published.from !== 'date' && meta.published === days.meta.published ? { published } : {}),
    ...(origins.org && meta.org === signed.org ? { org: origins.org } : {}),
  };
}

/** What may go wherever it stands: chrome between paragraphs, paywall stubs, names and junk put into sentences. */
function stripInside(lines: readonly Line[], from: number, window: string | null, title: string): Note[] {
  const leads = gluedLeads(lines, from);
  const brand =
    lines.map((l, i) => (l.kind === 'farm-lead' || leads.has(i) ? farmBrand(l.text) : null)).find((b) => b) ?? null;
  const notes: Note[] = [];
  const slogans = repeatedEnds(lines);
  const advertisements = findAdvertisements(lines.map((l) => (stays(l) ? l.text : '')));
  const junk = junkLines(lines.map((l) => (stays(l) ? l.text : '')));
  const painted = paintedEnds(lines.map((l) => (stays(l) ? l.text : '')));
  const injected = lines.map((l) => (stays(l) ? findInjected(l.text, brand) : []));
  // What the page says of itself: its own lines, and what it put into sentences in brackets.
  const own = ownNames([
    window ? (cutWindow(window).site ?? '') : '',
    ...lines.flatMap((l, i) => [
      ...(l.rule === null || l.rule === 'headline' ? [] : [l.text]),
      ...injected[i]!.flatMap((c) => (c.rule === 'injected' ? [l.text.slice(c.start, c.end)] : [])),
    ]),
  ]);
  let above = 0;
  lines.forEach((line, i) => {
    if (i > 0 && lines[i - 1]!.kind === 'body') above++;
    if (!stays(line)) return;
    if (junk.has(i)) line.rule = 'junk';
    else if (i > from && title.length >= LEAST && isCaption(lines, i, title)) line.rule = 'headline';
    else if (i > from && wholeLine(lines, i, above)) line.rule = wholeLine(lines, i, above);
    else {
      const paywall = findPaywall(line.text);
      const slogan = siteEnd(line.text);
      const ends =
        slogan && (slogans.get(slogan) ?? 0) > 1
          ? [{ start: line.text.length - slogan.length, end: line.text.length, rule: 'injected' }]
          : [];
      const cuts = disjoint([
        ...line.cuts,
        ...(leads.get(i) ?? []),
        ...ends,
        ...(painted.get(i) ?? []),
        ...paywall,
        ...injected[i]!,
        ...findBrokenNames(line.text, own),
        ...(advertisements.get(i) ?? []),
      ]);
      if (paywall.length)
        notes.push({
          level: 'warn',
          code: 'strip/paywall',
          text: 'the page shows only a part of the text',
          start: line.start,
          end: line.end,
        });
      const left = cuts.reduce((n, c) => n - (c.end - c.start), line.text.length);
      if (cuts.length && left <= 0) line.rule = cuts[0]!.rule;
      else line.cuts = cuts;
    }
  });
  return notes;
}

/** Shortest headline that is known where it comes again. */
const LEAST = 8;

/** The headline once more between two paragraphs: what a page writes under its picture. */
const isCaption = (lines: readonly Line[], i: number, title: string): boolean =>
  lines[i]!.kind === 'headline' &&
  bareText(lines[i]!.text) === title &&
  besides(lines, i, -1)?.kind === 'body' &&
  besides(lines, i, 1)?.kind === 'body';

/** The next line that is not blank, upwards or downwards. No copy of the lines: the page may be nothing but such headlines. */
function besides(lines: readonly Line[], i: number, step: 1 | -1): Line | undefined {
  let k = i + step;
  while (lines[k]?.kind === 'blank') k += step;
  return lines[k];
}

/** Paragraphs above which a farm may still be leading up to its text. */
const LEADING = 2;

/** Leads of farms that the first paragraphs of the text are glued to. */
function gluedLeads(lines: readonly Line[], from: number): Map<number, Cut[]> {
  const cuts = new Map<number, Cut[]>();
  let above = 0;
  for (let i = 0; i < lines.length && above <= LEADING; i++) {
    if (lines[i]!.kind !== 'body') continue;
    const end = i >= from && stays(lines[i]!) ? gluedFarmLead(lines[i]!.text) : null;
    if (end !== null) cuts.set(i, [{ start: 0, end, rule: 'farm-lead' }]);
    above++;
  }
  return cuts;
}

/** What stands behind the last sentence of a paragraph and names a site: 某某论坛 - 发现更多精彩. */
function siteEnd(text: string): string | null {
  const end = /[。！？!?]["”』」’)）]?\s?([^。！？!?]{4,30})$/u.exec(text.slice(-40))?.[1];
  return end && /论坛|社区|BBS|网$|网 |更多精彩|www\./iu.test(end) ? end : null;
}

/** Such ends by how often they stand: one alone may be the start of a sentence that was cut off. */
function repeatedEnds(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const l of lines) {
    const end = l.kind === 'body' ? siteEnd(l.text) : null;
    if (end) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return counts;
}

/** @param above lines of text above it */
function wholeLine(lines: readonly Line[], i: number, above: number): string | null {
  const line = lines[i]!;
  if (line.kind === 'spam') return 'spam';
  // A lead may stand below a sentence lifted from the text; farther down 小编 speaks in an article of its own.
  if (line.kind === 'farm-lead' && above <= LEADING) return 'farm-lead';
  if (line.kind === 'chrome' && /字[体号]|打印|分享|缩放|视力|中图分类号|全文阅读/u.test(line.text)) return 'chrome';
  if (line.kind === 'chrome' && UNFOLDS.test(line.text) && line.text.includes('全文')) return 'chrome';
  if (line.kind === 'chrome' && isIntruder(fold(line.text))) return 'chrome';
  // One token a line: three in a row are a menu, one alone may be text.
  if (line.kind === 'chrome') {
    const near = lines.slice(Math.max(0, i - 2), i + 3).filter((l) => l.kind === 'chrome').length;
    return near >= 3 ? 'chrome' : null;
  }
  return line.kind === 'copyright' && /^[[【(]?(?:版权|免责)/u.test(line.text) ? 'copyright' : null;
}

import type { ExplainedEdit, ExplainedStage, Explanation } from '../pipeline/explain.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { metaFields, relationOf, sourceOf } from './article-head.ts';
import { type Slot, wholeSlots } from './compared.ts';
import { cutOf, keptOf, percent } from './page-report.ts';
import { counted, limited, oneLine, table } from './rows.ts';
import { called } from './whence.ts';

/** What dedup said of an article beside its columns, and why the canonical one is canonical. */
interface WorkShown {
  of: string | null;
  rule?: string;
  slots?: readonly Slot[];
  slotCount?: number;
  reasons: string[];
  passages?: { start: number; end: number; articles: number; in: { uid: string }[]; first: string | null }[];
  reused?: number;
  phrases?: number;
}

/** What is told of the work of an article, with ids in place of uids. */
export function workOf(store: Store, a: StoredArticle): WorkShown {
  const of = a.of === null ? null : (store.idOf(a.of) ?? a.of);
  const canonical = of === null ? a : store.findArticles(of, 1)[0];
  const { reasons = [] } = (canonical?.work_detail ?? {}) as { reasons?: string[] };
  const detail = a.work_detail as Partial<WorkShown>;
  const passages = detail.passages?.map((p) => ({
    ...p,
    in: p.in.map(({ uid }) => ({ uid: store.idOf(uid) ?? uid })),
  }));
  const { slots: stored = [], slotCount: count = 0 } = detail;
  const slots = a.of === null ? stored : wholeSlots(store, a, a.of, stored, count);
  const slotCount = slots === stored ? count : slots.length;
  return { ...detail, of, reasons, slots, slotCount, ...(passages && { passages }) };
}

/** @param whole tell of the page as a whole too */
export function print(e: Explanation, limit: number, whole: boolean, work: WorkShown): string {
  // Of the one stage that was asked for it is told that it did nothing.
  const stages = e.stages.filter((s, _, all) => all.length === 1 || s.notes.length || s.passes.some((p) => p.length));
  return [
    table(headRows(e, work)),
    ...(whole ? [originRows(e), cutRows(e)] : []),
    work.slots?.length ? `\nslots, canonical → this: ${work.slotCount}\n${limited(work.slots, limit, slotRows)}` : '',
    passageRows(e.article, work, limit),
    ...stages.map((s) => stageRows(s, limit)),
  ].join('');
}

function headRows({ article: a, page, replayed }: Explanation, work: WorkShown): string[][] {
  return [
    ['article', `${a.id}  ${called(a)}`],
    ['source', sourceOf(a)],
    ...(page ? [['page', `${counted(page.articles, 'article')}, ${keptOf(page)}`]] : []),
    ...(page?.short ? [['short', page.short]] : []),
    ['spans', spansOf(a)],
    ['work', relationOf(a, work.of)],
    ...(a.of === null || !work.rule ? [] : [['rule', work.rule]]),
    ...(work.reasons.length ? [['canonical', `${work.of ?? 'this one'}: ${work.reasons.join(', ')}`]] : []),
    ['meta', metaOf(a)],
    [
      'replay',
      replayed
        ? 'the edits below, applied to the page, give the text again'
        : 'DIFFERS: the database was changed from outside',
    ],
  ];
}

const spansOf = (a: StoredArticle): string =>
  (a.source as unknown as { spans: [number, number][] }).spans.map(([start, end]) => `${start}–${end}`).join(', ');

const metaOf = (a: StoredArticle): string =>
  metaFields(a)
    .map(([k, v]) => `${k}: ${v}`)
    .join(' · ') || '-';

function originRows({ read }: Explanation): string {
  if (!read.length) return '';
  const rows = read.map((r) => [
    r.field,
    r.from,
    r.start === undefined ? '' : `${r.start}–${r.end}`,
    r.quote === undefined ? '' : oneLine(bare(r.quote), 60),
  ]);
  return `\nwhere title and metadata were read\n${table(rows, '  ')}`;
}

/** A piece of a page without its tags. */
const bare = (quote: string): string =>
  quote
    .replace(/<!--.*?-->|<[^<>]*>/gs, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function cutRows({ page }: Explanation): string {
  if (!page?.cut.length) return '';
  const rows = page.cut.map((c) => [c.rule, cutOf(c.chars)]);
  return `\ncharacters of the page cut, by rule\n${table(rows, '  ')}`;
}

/** What an article shares with articles of other works, as rows: place, how many have it, with whom, the words. */
function passageRows(
  { text }: StoredArticle,
  { passages = [], reused = 0, phrases = 0 }: WorkShown,
  limit: number,
): string {
  if (!passages.length) return '';
  const chars = Array.from(text);
  const row = (p: (typeof passages)[number]): string[] => [
    `${p.start}–${p.end}`,
    counted(p.articles, 'article'),
    p.in[0]?.uid ?? '',
    oneLine(chars.slice(p.start, p.end).join(''), 60),
  ];
  const rows = limited(passages, limit, (shown) => table(shown.map(row), '  '));
  return `\npassages shared with other articles: ${passages.length}; ${percent(reused, 1)} of the text, ${percent(phrases, 1)} in set phrases\n${rows}`;
}

function stageRows({ stage, passes, notes }: ExplainedStage, limit: number): string {
  const n = passes.reduce((sum, p) => sum + p.length, 0);
  const noteRows = notes.map((note) => [note.code, oneLine(note.text, 100)]);
  return [
    `\n${stage}: ${counted(n, 'edit')}\n`,
    table(noteRows, '  ! '),
    ...passes.map((pass) => limited(pass, limit, editRows)),
  ].join('');
}

/** Edits as rows: place, rule, before → after in context, why. */
export function editRows(edits: readonly ExplainedEdit[]): string {
  return table(
    edits.map((e) => [
      String(e.source[0]),
      e.rule,
      `${oneLine(e.left)}[${oneLine(e.before)} → ${oneLine(e.insert)}]${oneLine(e.right)}`,
      e.why ?? '',
    ]),
    '  ',
  );
}

/** A slot diff as rows: kind, from → to, how often. */
export function slotRows(slots: readonly Slot[]): string {
  return table(
    slots.map((s) => [s.kind, `${oneLine(s.from) || '-'} → ${oneLine(s.to) || '-'}`, `${s.count}×`]),
    '  ',
  );
}

import { Command, InvalidArgumentError } from 'commander';
import { type ExplainedEdit, type Explanation, explain } from '../pipeline/explain.ts';
import { nearest } from '../pipeline/load.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { type Io, oneLine, openStore, table, UsageError, type Where } from './io.ts';
import { cutOf, keptOf } from './page-report.ts';

interface Flags extends Where {
  stage?: string;
  rule?: string;
  limit: number;
  json: boolean;
}

export function explainCommand(io: Io): Command {
  return new Command('explain')
    .summary('every change that made an article, with its rule')
    .description(
      'Shows where an article came from and every edit that was made to it, replayed from the page it was cut from.',
    )
    .argument('<id>', 'id of an article in articles.jsonl, or the beginning of one')
    .option('-o, --out <dir>', 'folder of the database', 'out')
    .option('-p, --pipeline <name|file>', 'pipeline of the database', 'default')
    .option('--stage <name>', 'only this stage')
    .option('--rule <rule>', 'only edits by this rule, e.g. repair/gloss')
    .option('--limit <n>', 'at most so many edits a pass; 0 for all', count, 20)
    .option('--json', 'as JSON, with all edits', false)
    .action((id: string, flags: Flags) => {
      const store = openStore(flags);
      try {
        const found = narrow(explain(store, findArticle(store, id)), flags);
        // Of the page as a whole only where no stage or rule is asked for.
        const whole = flags.stage === undefined && flags.rule === undefined;
        io.out(
          flags.json
            ? `${JSON.stringify(found, null, 2)}\n`
            : print(found, flags.limit, whole, workOf(store, found.article)),
        );
      } finally {
        store.close();
      }
    });
}

/** A number of things, for commander. */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number');
  return Number(text);
}

/** The one article whose id begins so. */
export function findArticle(store: Store, id: string): StoredArticle {
  const found = store.findArticles(id);
  if (!id || !found.length) throw new UsageError(`no article with id '${id}'`);
  if (found.length > 1 && found[0]!.id !== id)
    throw new UsageError(`'${id}' is the beginning of several ids: ${found.map((a) => a.id).join(', ')}`);
  return found[0]!;
}

function narrow(e: Explanation, { stage, rule }: Flags): Explanation {
  const names = e.stages.map((s) => s.stage);
  if (stage !== undefined && !names.includes(stage))
    throw new UsageError(`no stage '${stage}'${nearest(stage, names)}`);
  const rules = [...new Set(e.stages.flatMap((s) => s.passes.flat().map((x) => x.rule)))].sort();
  if (rule !== undefined && !rules.includes(rule))
    throw new UsageError(`no edit by '${rule}' here${nearest(rule, rules)}`);
  const stages = e.stages
    .filter((s) => stage === undefined || s.stage === stage)
    .map((s) => ({ ...s, passes: s.passes.map((p) => p.filter((x) => rule === undefined || x.rule === rule)) }));
  return { ...e, stages };
}

/** What dedup said of an article beside its columns, and why the canonical one is canonical. */
interface WorkShown {
  of: string | null;
  rule?: string;
  slots?: { kind: string; from: string; to: string; count: number }[];
  slotCount?: number;
  reasons: string[];
  passages?: { start: number; end: number; articles: number; in: { uid: string }[]; first: string | null }[];
  reused?: number;
  phrases?: number;
}

function workOf(store: Store, a: StoredArticle): WorkShown {
  const ids = store.articleIds();
  const of = a.of === null ? null : (ids.get(a.of) ?? a.of);
  const canonical = of === null ? a : store.findArticles(of, 1)[0];
  const { reasons = [] } = (canonical?.work_detail ?? {}) as { reasons?: string[] };
  const detail = a.work_detail as Partial<WorkShown>;
  const passages = detail.passages?.map((p) => ({ ...p, in: p.in.map(({ uid }) => ({ uid: ids.get(uid) ?? uid })) }));
  return { ...detail, of, reasons, ...(passages && { passages }) };
}

/** Where in a file of several pages: the member of an archive, else the line of a JSONL file or the row of a table. */
function placeIn(record: number | null, member: string | null): string {
  if (member) return ` ${member}`;
  return record === null ? '' : ` line ${record}`;
}

function print(
  { article: a, page, read, stages, replayed }: Explanation,
  limit: number,
  whole: boolean,
  work: WorkShown,
): string {
  const source = a.source as {
    member: string | null;
    charset: string | null;
    sha256: string;
    spans: [number, number][];
  };
  const out = [
    table([
      ['article', `${a.id}  ${a.title ?? '(no title)'}`],
      [
        'source',
        `${a.path}${placeIn(a.record, source.member)}, part ${a.part}, ${source.charset ?? 'text'}, sha256 ${source.sha256.slice(0, 12)}…`,
      ],
      ...(page ? [['page', `${page.articles} ${page.articles === 1 ? 'article' : 'articles'}, ${keptOf(page)}`]] : []),
      ...(page?.short ? [['short', page.short]] : []),
      ['spans', source.spans.map(([s, e]) => `${s}–${e}`).join(', ')],
      [
        'work',
        a.relation === null
          ? 'not compared'
          : a.of === null
            ? 'canonical'
            : `${a.relation} of ${work.of} (Jaccard ${a.jaccard}, containment ${a.containment})`,
      ],
      ...(a.of === null || !work.rule ? [] : [['rule', work.rule]]),
      ...(work.reasons.length ? [['canonical', `${work.of ?? 'this one'}: ${work.reasons.join(', ')}`]] : []),
      [
        'meta',
        Object.entries(a.meta as object)
          .filter(([, v]) => v !== null && !(Array.isArray(v) && !v.length))
          .map(([k, v]) => `${k}: ${Array.isArray(v) ? v.join(', ') : v}`)
          .join(' · ') || '-',
      ],
      [
        'replay',
        replayed
          ? 'the edits below, applied to the page, give the text again'
          : 'DIFFERS: the database was changed from outside',
      ],
    ]),
  ];
  if (read.length && whole)
    out.push(
      '\nwhere title and metadata were read\n',
      table(
        read.map((r) => [
          r.field,
          r.from,
          r.start === undefined ? '' : `${r.start}–${r.end}`,
          r.quote === undefined ? '' : oneLine(bare(r.quote), 60),
        ]),
        '  ',
      ),
    );
  if (page?.cut.length && whole)
    out.push(
      '\ncharacters of the page cut, by rule\n',
      table(
        page.cut.map((c) => [c.rule, cutOf(c.chars)]),
        '  ',
      ),
    );
  if (work.slots?.length)
    out.push(
      `\nslots, canonical → this: ${work.slotCount}\n`,
      slotRows(limit ? work.slots.slice(0, limit) : work.slots),
    );
  out.push(passageRows(a, work, limit));
  for (const { stage, passes, notes } of stages) {
    const n = passes.reduce((sum, p) => sum + p.length, 0);
    if (!n && !notes.length) continue;
    out.push(`\n${stage}: ${n} edits\n`);
    out.push(
      table(
        notes.map((note) => [note.code, oneLine(note.text, 100)]),
        '  ! ',
      ),
    );
    for (const pass of passes) {
      const shown = limit ? pass.slice(0, limit) : pass;
      out.push(editRows(shown));
      if (shown.length < pass.length) out.push(`  … and ${pass.length - shown.length} more (--limit 0 for all)\n`);
    }
  }
  return out.join('');
}

/** A piece of a page without its tags. */
const bare = (quote: string): string =>
  quote
    .replace(/<!--.*?-->|<[^<>]*>/gs, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What an article shares with articles of other works, as rows: place, how many have it, with whom, the words. */
function passageRows(
  { text }: StoredArticle,
  { passages = [], reused = 0, phrases = 0 }: WorkShown,
  limit: number,
): string {
  if (!passages.length) return '';
  const chars = Array.from(text);
  const shown = limit ? passages.slice(0, limit) : passages;
  const percent = (x: number): string => `${Math.round(100 * x)} %`;
  const rows = shown.map((p) => [
    `${p.start}–${p.end}`,
    `${p.articles} articles`,
    p.in[0]?.uid ?? '',
    oneLine(chars.slice(p.start, p.end).join(''), 60),
  ]);
  const more =
    shown.length < passages.length ? `  … and ${passages.length - shown.length} more (--limit 0 for all)\n` : '';
  return `\npassages shared with other articles: ${passages.length}; ${percent(reused)} of the text, ${percent(phrases)} in set phrases\n${table(rows, '  ')}${more}`;
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
export function slotRows(slots: readonly { kind: string; from: string; to: string; count: number }[]): string {
  return table(
    slots.map((s) => [s.kind, `${oneLine(s.from) || '-'} → ${oneLine(s.to) || '-'}`, `${s.count}×`]),
    '  ',
  );
}

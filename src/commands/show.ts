import { Command } from 'commander';
import { exportedArticle } from '../export/articles.ts';
import {
  figuresOf,
  pointsOf,
  type StoredFigure,
  type StoredPoint,
  type StoredSlogan,
  slogansOf,
} from '../export/rows.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { metaFields, relationOf, sourceOf, urlOf } from './article-head.ts';
import { findArticle, NAMES } from './find.ts';
import { type Io, reading, UsageError, type Where, withWhere } from './io.ts';
import { oneLine, table, titled } from './rows.ts';
import { amount, changed, dated } from './said.ts';

interface Flags extends Where {
  points?: boolean;
  slogans?: boolean;
  figures?: boolean;
  json?: boolean;
}

export function showCommand(io: Io): Command {
  return withWhere(
    new Command('show')
      .summary('articles: title, metadata, work, text, and what was found in them')
      .description(
        'Prints articles to read: title, where each is from, metadata, its work, its text, and what was found in it where that is asked for. Of several those that are there are printed; one that is not is told, and the exit code is 2.',
      )
      .argument('<ids...>', NAMES),
  )
    .option('--points', 'its points too, with what measures say')
    .option('--slogans', 'its slogans too, with their members')
    .option('--figures', 'its figures too')
    .option('--json', 'as JSON, with all of it: its line of articles.jsonl; several as one line each')
    .action((names: string[], flags: Flags) =>
      reading(flags, io, (store) => {
        const several = names.length > 1;
        const shown = new Set<string>();
        for (const a of several ? thoseThere(store, names, io) : [findArticle(store, names[0]!)]) {
          if (shown.has(a.uid)) continue;
          if (shown.size && !flags.json) io.out(BETWEEN);
          shown.add(a.uid);
          if (flags.json) io.out(`${JSON.stringify(exportedArticle(store, a.uid), null, several ? 0 : 2)}\n`);
          else io.out(print(store, a, flags));
        }
      }),
    );
}

/** What stands between two articles. */
const BETWEEN = `\n${'─'.repeat(60)}\n\n`;

/** One after the other the articles that are named; a name of none is told as `cat` does, and the others come all the same. */
function* thoseThere(store: Store, names: readonly string[], io: Io): Generator<StoredArticle> {
  for (const name of names) {
    try {
      yield findArticle(store, name);
    } catch (e) {
      if (!(e instanceof UsageError)) throw e;
      io.err(`wenshai: ${e.message}\n${e.choices}`);
      io.exit(2);
    }
  }
}

function print(store: Store, a: StoredArticle, flags: Flags): string {
  return [
    `${plain(titled(a.title))}\n\n`,
    table(headRows(store, a)),
    `\n${plain(a.text).trimEnd()}\n`,
    ...(flags.points ? [section('points', pointsOf(a), pointRows, a)] : []),
    ...(flags.slogans ? [section('slogans', slogansOf(a), sloganRows, a)] : []),
    ...(flags.figures ? [section('figures', figuresOf(a), figureRows, a)] : []),
  ].join('');
}

/** A text may hold what moves a terminal's cursor: that is shown, not sent. */
const plain = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '␀');

function headRows(store: Store, a: StoredArticle): string[][] {
  const of = a.of === null ? null : (store.idOf(a.of) ?? a.of);
  const url = urlOf(a);
  return [
    ['article', a.id],
    ['source', sourceOf(a)],
    ...(url === null ? [] : [['url', url]]),
    ['work', relationOf(a, of)],
    ...metaFields(a).map(([field, value]) => [field, oneLine(value, 200)]),
  ];
}

/** Copies of which the canonical article is read in their place. */
const UNREAD = new Set(['exact', 'near', 'contained']);

function section<T>(
  name: string,
  found: readonly T[],
  rows: (found: readonly T[]) => string[][],
  a: StoredArticle,
): string {
  const copy = UNREAD.has(a.relation ?? '') ? ' (a copy: they are those of the canonical article)' : '';
  return `\n${name}: ${found.length}${copy}\n${table(rows(found), '  ')}`;
}

/** Number and heading, moved in by the level; of a measure who does what until when, in words and days. */
function pointRows(points: readonly StoredPoint[]): string[][] {
  const levels = new Map<string, number>();
  return points.map((p) => {
    const level = p.parent === null ? 0 : (levels.get(p.parent) ?? 0) + 1;
    levels.set(p.id, level);
    const { actor = null, action = null, object = null, deadline = null } = p.measure ?? {};
    const until = deadline && [dated(deadline.text, deadline.interval)];
    const said = [...[actor, action, object].flatMap((x) => (x === null ? [] : [oneLine(x.text)])), ...(until ?? [])];
    return [p.role, `${'  '.repeat(level)}${p.number ?? '-'} ${oneLine(p.heading, 60)}`, said.join(' · ')];
  });
}

const sloganRows = (slogans: readonly StoredSlogan[]): string[][] =>
  slogans.map((s) => [s.kind, oneLine(s.text, 60), `${s.mentions.length}×`, (s.expansion ?? []).join('；')]);

const figureRows = (figures: readonly StoredFigure[]): string[][] =>
  figures.map((f) => [
    f.role,
    amount(f),
    oneLine(f.indicator ?? '-', 60),
    f.time === null ? '' : dated(f.time, f.interval),
    changed(f.change),
  ]);

import { Database } from './database.ts';
import type { StoredReport } from './records.ts';

type ReportRow = Omit<StoredReport, 'kept' | 'cut'> & { kept_chars: number; kept_han: number; cut: string };

function readReport({ kept_chars, kept_han, cut, ...row }: ReportRow): StoredReport {
  return { ...row, kept: { chars: kept_chars, han: kept_han }, cut: JSON.parse(cut) as StoredReport['cut'] };
}

/** What `status` and `explain` tell of a database as a whole and of its pages. */
export class Counts extends Database {
  /** What became of a page; null where it did not go through all stages. */
  report(page: string): StoredReport | null {
    return this.all<ReportRow>('SELECT * FROM reports WHERE uid = ?', page).map(readReport)[0] ?? null;
  }

  /** The pages whose articles are suspiciously short. */
  shortPages(): StoredReport[] {
    return this.all<ReportRow>('SELECT * FROM reports WHERE short IS NOT NULL ORDER BY uid').map(readReport);
  }

  counts(): { files: number; pages: number; articles: number; works: number } {
    return this.statement(
      `SELECT (SELECT count(*) FROM files) AS files, (SELECT count(*) FROM pages) AS pages,
              (SELECT count(*) FROM articles) AS articles, (SELECT count(DISTINCT work) FROM articles) AS works`,
    ).get() as { files: number; pages: number; articles: number; works: number };
  }

  /** Characters of all pages and of their articles; see {@link StoredReport}. */
  pageSums(): { chars: number; han: number; kept: { chars: number; han: number } } {
    const row = this.statement(
      `SELECT coalesce(sum(chars), 0) AS chars, coalesce(sum(han), 0) AS han, coalesce(sum(kept_chars), 0) AS kept_chars,
              coalesce(sum(kept_han), 0) AS kept_han FROM reports`,
    ).get() as Pick<ReportRow, 'chars' | 'han' | 'kept_chars' | 'kept_han'>;
    return { chars: row.chars, han: row.han, kept: { chars: row.kept_chars, han: row.kept_han } };
  }

  /** What was cut from the pages, by rule. */
  cutSums(): { rule: string; chars: number; han: number; pages: number }[] {
    return this.all(
      `SELECT c.value ->> 'rule' AS rule, sum(c.value ->> 'chars') AS chars, sum(c.value ->> 'han') AS han, count(*) AS pages
       FROM reports r, json_each(r.cut) c GROUP BY 1 ORDER BY chars DESC, rule`,
    );
  }

  relationCounts(): { relation: string; n: number }[] {
    return this.all(
      'SELECT relation, count(*) AS n FROM articles WHERE relation IS NOT NULL GROUP BY relation ORDER BY n DESC, relation',
    );
  }

  /** Edits by rule, over the articles' repairs. */
  ruleCounts(): { rule: string; n: number; articles: number }[] {
    return this.all(
      `SELECT r.value ->> 'rule' AS rule, sum(r.value ->> 'count') AS n, count(*) AS articles
       FROM articles a, json_each(a.repairs) r GROUP BY 1 ORDER BY n DESC, rule`,
    );
  }

  noteCounts(): { level: string; code: string; n: number; example: string; uid: string }[] {
    return this.all(
      // With one min() SQLite takes the other columns from its row: the example is a note of the page that is named.
      'SELECT level, code, count(*) AS n, min(uid) AS uid, text AS example FROM notes GROUP BY level, code ORDER BY n DESC, code',
    );
  }

  findingCounts(): { points: number; slogans: number; figures: number } {
    return this.statement(
      `SELECT coalesce(sum(json_array_length(points)), 0) AS points, coalesce(sum(json_array_length(slogans)), 0) AS slogans,
              coalesce(sum(json_array_length(figures)), 0) AS figures FROM articles`,
    ).get() as { points: number; slogans: number; figures: number };
  }
}

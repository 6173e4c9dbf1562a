import type { Doc, Json, Sketched } from '../pipeline/types.ts';
import { Counts } from './counts.ts';
import type { SentOutcome, StoredDecision, StoredMemo, StoredSketch } from './records.ts';
import { uidsOf } from './uids.ts';

/** Key of the row that tells how many memos a stage has, and had after it last forgot some. */
const SIZE = '';

/** What all-stages keep: sketches, what was decided about each document and on what ground, and what they remember. */
export class Decisions extends Counts {
  /** The stages that a table begins its keys with: looked up one after the other, for a table may be long. */
  protected stagesIn(table: 'sketches' | 'decisions'): string[] {
    const found: string[] = [];
    for (;;) {
      const next = this.statement(`SELECT min(stage) AS stage FROM ${table} WHERE stage > ?`).get(found.at(-1) ?? '');
      const { stage } = next as { stage: string | null };
      if (stage === null) return found;
      found.push(stage);
    }
  }

  putSketch(s: StoredSketch): void {
    this.run(
      'INSERT OR REPLACE INTO sketches (uid, stage, key, sketch, doc) VALUES (?, ?, ?, ?, ?)',
      s.uid,
      s.stage,
      s.key,
      s.sketch,
      s.doc && JSON.stringify(s.doc),
    );
  }

  /** @param unpack makes a sketch of its bytes */
  sketches<S>(stage: string, unpack: (bytes: Uint8Array) => S): Sketched<S>[] {
    return this.rows<[uid: string, sketch: Uint8Array]>(
      'SELECT uid, sketch FROM sketches WHERE stage = ? ORDER BY uid',
      stage,
    ).map(([uid, sketch]) => ({ uid, sketch: unpack(sketch) }));
  }

  /** The document as a stage's sketch saw it. @throws RangeError where none is stored */
  sketchedDoc(stage: string, uid: string): Doc {
    const row = this.statement('SELECT doc FROM sketches WHERE stage = ? AND uid = ?').get(stage, uid) as
      | { doc: string | null }
      | undefined;
    if (!row?.doc) throw new RangeError(`no document ${uid}`);
    return JSON.parse(row.doc) as Doc;
  }

  /** Forgets the sketches of a file, and that the stage has decided. */
  clearSketches(file: string, stage: string): void {
    this.run('DELETE FROM decided WHERE stage = ?', stage);
    this.run('DELETE FROM sketches WHERE stage = ? AND uid >= ? AND uid < ?', stage, ...uidsOf(file));
  }

  decidedKey(stage: string): string | null {
    const row = this.statement('SELECT key FROM decided WHERE stage = ?').get(stage) as { key: string } | undefined;
    return row?.key ?? null;
  }

  /** The stage, under this key, has decided on the corpus as it is. */
  putDecided(stage: string, key: string): void {
    this.run('INSERT OR REPLACE INTO decided (stage, key) VALUES (?, ?)', stage, key);
  }

  /** Digest of what a stage's decision about each document rests on, by uid. */
  decisionDigests(stage: string): Map<string, string | null> {
    return new Map(
      this.rows<[uid: string, digest: string | null]>('SELECT uid, digest FROM decisions WHERE stage = ?', stage),
    );
  }

  decision(stage: string, uid: string): StoredDecision | undefined {
    return this.statement('SELECT uid, hash, shape, digest FROM decisions WHERE stage = ? AND uid = ?').get(
      stage,
      uid,
    ) as StoredDecision | undefined;
  }

  putDecision(stage: string, { uid, hash, shape, digest }: StoredDecision): void {
    this.run(
      'INSERT OR REPLACE INTO decisions (stage, uid, hash, shape, digest) VALUES (?, ?, ?, ?, ?)',
      stage,
      uid,
      hash,
      shape,
      digest,
    );
  }

  dropDecision(stage: string, uid: string): void {
    this.dropOutcome(uid, stage);
    this.run('DELETE FROM decisions WHERE stage = ? AND uid = ?', stage, uid);
  }

  /** Articles of which something was decided anew that leaves their texts as they are: uids. */
  retold(stage: string): string[] {
    return this.all<{ uid: string }>('SELECT uid FROM retold WHERE stage = ?', stage).map((r) => r.uid);
  }

  putRetold(stage: string, uid: string): void {
    this.run('INSERT OR REPLACE INTO retold (stage, uid) VALUES (?, ?)', stage, uid);
  }

  dropRetold(stage: string): void {
    this.run('DELETE FROM retold WHERE stage = ?', stage);
  }

  putOutcome(o: SentOutcome): void {
    this.run(
      'INSERT OR REPLACE INTO outcomes (uid, stage, key, outcome) VALUES (?, ?, ?, CAST(? AS TEXT))',
      o.uid,
      o.stage,
      o.key,
      o.outcome,
    );
  }

  dropOutcome(uid: string, stage: string): void {
    this.run('DELETE FROM outcomes WHERE uid = ? AND stage = ?', uid, stage);
  }

  /** What a stage decided about a document. */
  outcome(uid: string, stage: string): string | null {
    const row = this.statement('SELECT outcome FROM outcomes WHERE uid = ? AND stage = ?').get(uid, stage) as
      | { outcome: string }
      | undefined;
    return row?.outcome ?? null;
  }

  /** What a stage remembers. What another version of it remembered, or other options, is forgotten. */
  memo(stage: string, signature: string): StoredMemo {
    const look = this.statement('SELECT value FROM memos WHERE stage = ? AND key = ? AND signature = ?');
    const get = (key: string): string | Uint8Array | undefined =>
      (look.get(stage, key, signature) as { value: string | Uint8Array } | undefined)?.value;
    const put = (key: string, value: string | Uint8Array): void =>
      this.run('INSERT OR REPLACE INTO memos VALUES (?, ?, ?, ?)', stage, key, signature, value);
    const size = get(SIZE) as string | undefined;
    if (size === undefined) this.run('DELETE FROM memos WHERE stage = ?', stage);
    let [now, kept] = size === undefined ? [0, 0] : (JSON.parse(size) as [number, number]);
    let isAlive = (_: string): boolean => true;
    return {
      get: (key) => (now ? parsed(get(key)) : undefined),
      bytes: (key) => (now ? (get(key) as Uint8Array | undefined) : undefined),
      set: (key, value) => {
        put(key, JSON.stringify(value));
        now++;
      },
      setBytes: (key, value) => {
        put(key, value);
        now++;
      },
      keep: (test) => {
        isAlive = test;
      },
      close: () => {
        if (now > 2 * kept) {
          if (kept) this.#forget(stage, isAlive);
          now = kept = this.#memos(stage);
        }
        put(SIZE, JSON.stringify([now, kept]));
      },
    };
  }

  #memos(stage: string): number {
    return (this.statement('SELECT count(*) AS n FROM memos WHERE stage = ?').get(stage) as { n: number }).n;
  }

  #forget(stage: string, isAlive: (key: string) => boolean): void {
    for (const { key } of this.all<{ key: string }>('SELECT key FROM memos WHERE stage = ?', stage))
      if (!isAlive(key)) this.run('DELETE FROM memos WHERE stage = ? AND key = ?', stage, key);
  }
}

const parsed = (value: string | Uint8Array | undefined): Json | undefined =>
  value === undefined ? undefined : (JSON.parse(value as string) as Json);

import type { Edit } from '../../text/edits.ts';
import { endsSentence } from './shape.ts';

const RULE = 'normalise/chunk';
/** Shortest piece, in characters, and the sentences that it holds. */
const LEAST = 150;
const SENTENCES = 2;
const NUMBER = /^[ \u3000]*([1-9][0-9]{0,2})、[ \u3000]*/;

interface Chunk {
  start: number;
  end: number;
  /** Length of its number with the white space around it. */
  head: number;
  n: number;
  text: string;
}

/**
 * Numbers that a library of documents put before the pieces that it shows a text in: `1、` … `2、`, each of several sentences
 * and broken off in the midst of the last. Such pieces are joined and the numbers taken out. Items of a list end as sentences do.
 */
export function findChunks(text: string): Edit[] {
  const edits: Edit[] = [];
  let run: Chunk[] = [];
  const close = (): void => {
    if (run.length > 1) edits.push(...joined(run));
    run = [];
  };
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const chunk = chunkAt(text, start, end);
    const last = run.at(-1);
    if (chunk && chunk.n === (last ? last.n + 1 : 1) && (!last || isBroken(last))) run.push(chunk);
    else if (chunk || text.slice(start, end).trim()) {
      close();
      if (chunk?.n === 1) run.push(chunk);
    }
    start = end + 1;
  }
  close();
  return edits;
}

function chunkAt(text: string, start: number, end: number): Chunk | null {
  const line = text.slice(start, end);
  const m = NUMBER.exec(line.slice(0, 16));
  return m ? { start, end, head: m[0].length, n: Number(m[1]), text: line.trimEnd() } : null;
}

/** Several sentences, and then half a one. */
const isBroken = ({ text }: Chunk): boolean =>
  text.length >= LEAST &&
  !endsSentence(text) &&
  /[\p{Script=Han}，、]$/u.test(text) &&
  (text.match(/[。！？]/g)?.length ?? 0) >= SENTENCES;

function joined(run: readonly Chunk[]): Edit[] {
  const [first] = run;
  const out: Edit[] = [{ start: first!.start, end: first!.start + first!.head, insert: '', rule: RULE }];
  for (let k = 1; k < run.length; k++) {
    const [before, chunk] = [run[k - 1]!, run[k]!];
    out.push({ start: before.start + before.text.length, end: chunk.start + chunk.head, insert: '', rule: RULE });
  }
  return out;
}

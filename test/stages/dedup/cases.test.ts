import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareAligned, defaults } from '../../../src/stages/dedup/index.ts';
import { doc } from '../../bench/dedup-corpus.ts';

/** A pair: `text` is the canonical article; the other is made of it by what the case says, in this order. */
interface Case {
  label: string;
  before: {
    text: string;
    prependCanonical?: string;
    /** The other article, where it is not made of `text`. */
    other?: string;
    replace?: [from: string, to: string][];
    drop?: string[];
    /** From the first piece to the end of the second. */
    keep?: [string, string];
    /** The stretch from the first piece up to the second goes to the end. */
    move?: [string, string];
    /** Ends with this piece. */
    cut?: string;
    prepend?: string;
    append?: string;
  };
  after: string;
}

const load = (name: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../../cases/dedup/${name}.json`, import.meta.url), 'utf8'));

function must(text: string, piece: string): number {
  const at = text.indexOf(piece);
  if (at < 0) throw new Error(`the case's text has no ${piece}`);
  return at;
}

function made(c: Case['before']): string {
  let text = c.other ?? c.text;
  for (const [from, to] of c.replace ?? []) {
    must(text, from);
    text = text.replaceAll(from, to);
  }
  for (const piece of c.drop ?? []) {
    must(text, piece);
    text = text.replace(piece, '');
  }
  if (c.keep) text = text.slice(must(text, c.keep[0]), must(text, c.keep[1]) + c.keep[1].length);
  if (c.move) {
    const [from, to] = [must(text, c.move[0]), must(text, c.move[1])];
    text = `${text.slice(0, from)}${text.slice(to)}\n${text.slice(from, to)}`;
  }
  if (c.cut) text = text.slice(0, must(text, c.cut) + c.cut.length);
  return (c.prepend ?? '') + text + (c.append ?? '');
}

function relation({ before }: Case): string {
  const canonical = doc('canonical', (before.prependCanonical ?? '') + before.text);
  return compareAligned(doc('article', made(before)), canonical, defaults).relation;
}

describe.each(['wild', 'synthetic', 'negative'])('relations: %s', (name) => {
  it.each(load(name).map((c) => [c.label, c] as const))('%s', (_, c) => {
    expect(relation(c)).toBe(c.after);
  });
});

describe('known failures', () => {
  it.each(load('known-failures').map((c) => [c.label, c] as const))('%s', (_, c) => {
    expect(relation(c), 'it works now: move the case to where it belongs').not.toBe(c.after);
  });
});

import { describe, expect, it } from 'vitest';
import { KEY_SPACE } from '../../../src/kernel/shingles.ts';
import { defaults } from '../../../src/stages/dedup/index.ts';
import { blind, keySet } from '../../../src/stages/dedup/prepare.ts';
import { sketchOf } from '../../../src/stages/dedup/sketch.ts';
import { fold } from '../../../src/text/fold.ts';
import { articles, doc } from '../../bench/dedup-corpus.ts';

const textOf = (n: number): string =>
  articles(n, 5, 60)
    .map((d) => d.text)
    .join('\n');

describe('sketchOf', () => {
  it('keeps exactly the keys below its limit', () => {
    for (const text of ['', '好', textOf(1).slice(0, 150), textOf(1), textOf(3)]) {
      const { keys, limit } = sketchOf(doc('a', text), defaults);
      const all = keySet(blind(fold(text).codes), defaults.shingle);
      expect([...keys]).toEqual([...all].filter((k) => k < limit));
      expect(keys.length).toBeGreaterThanOrEqual(Math.min(all.length, defaults.sketch));
    }
  });

  it('keeps a sixteenth of a long text, whatever block a shingle falls into', () => {
    const text = textOf(700);
    expect(text.length).toBeGreaterThan(1 << 20);
    const { keys, limit } = sketchOf(doc('a', text), defaults);
    const all = keySet(blind(fold(text).codes), defaults.shingle);
    expect(limit).toBe(KEY_SPACE / defaults.scale);
    expect([...keys]).toEqual([...all].filter((k) => k < limit));
  });

  it('estimates containment', () => {
    const text = textOf(40);
    const whole = sketchOf(doc('a', text), defaults);
    const half = sketchOf(doc('b', text.slice(0, text.length / 2)), defaults);
    const known = new Set(whole.keys);
    expect(half.keys.filter((k) => known.has(k)).length / half.keys.length).toBeGreaterThan(0.99);
    expect(half.keys.length / whole.keys.length).toBeCloseTo(0.5, 0);
  });

  it('sees no figures and no masks', () => {
    const of = (text: string): string => sketchOf(doc('a', text), defaults).keys.join();
    expect(of('出栏生猪20.4万头,增长2.7%')).toBe(of('出栏生猪XX万头,增长3.15%'));
  });
});

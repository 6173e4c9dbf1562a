import { describe, expect, it } from 'vitest';
import table from '../src/stages/extract/confidence.json' with { type: 'json' };
import { fit, rateOf, reliability } from './eval/reliability.ts';

const items = (key: string, ok: number, wrong: number, weight = 1) => [
  ...Array.from({ length: ok }, () => ({ key, ok: true, weight })),
  ...Array.from({ length: wrong }, () => ({ key, ok: false, weight })),
];

describe('fitting confidences', () => {
  it('comes near the share of a rule that was seen often, and claims little for one that was seen twice', () => {
    const t = fit([...items('a/x', 90, 10), ...items('a/y', 2, 0), ...items('b/z', 10, 90)], 8);
    expect(rateOf(t, 'a/x')).toBeCloseTo(0.9, 1);
    expect(rateOf(t, 'b/z')).toBeLessThan(0.2);
    expect(rateOf(t, 'a/y')).toBeLessThan(0.95);
    expect(rateOf(t, 'a/new')).toBe(rateOf(t, 'a'));
    expect(rateOf(t, 'c/new')).toBe(t.rest);
  });

  it('counts a weighted item less', () => {
    const light = fit([...items('a', 10, 0), ...items('a', 0, 10, 0.1)], 4);
    expect(rateOf(light, 'a')).toBeGreaterThan(rateOf(fit([...items('a', 10, 0), ...items('a', 0, 10)], 4), 'a'));
  });

  it('never is certain', () => {
    const t = fit(items('a', 50, 0), 4);
    expect(rateOf(t, 'a')).toBeLessThan(1);
    expect(fit([], 4)).toEqual({ rest: 0.5, rates: {} });
  });
});

describe('reliability', () => {
  const claims = (confidence: number, ok: number, n: number) =>
    Array.from({ length: n }, (_, i) => ({ confidence, ok: i < ok }));

  it('is faultless where claims are kept', () => {
    const r = reliability([...claims(0.75, 75, 100), ...claims(0.25, 25, 100)]);
    expect(r.ece).toBeCloseTo(0);
    expect(r.brier).toBeCloseTo(0.1875);
    expect(r.constant).toBeCloseTo(0.25);
  });

  it('shows by how much claims are not kept', () => {
    expect(reliability(claims(0.95, 65, 100)).ece).toBeCloseTo(0.3);
    expect(reliability([])).toMatchObject({ n: 0, ece: 0, brier: 0 });
  });
});

describe('the table in use', () => {
  it('holds rates between nought and one for every kind', () => {
    for (const { rest, rates } of Object.values(table))
      for (const rate of [rest, ...Object.values(rates)]) expect(rate > 0 && rate < 1, String(rate)).toBe(true);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanWith } from '../../../src/pipeline/clean.ts';
import type { Doc, Edit } from '../../../src/pipeline/types.ts';
import { dedup, defaults } from '../../../src/stages/dedup/index.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import { assignedUnit, gbkBytes } from '../../../src/text/gbk.ts';
import { type Density, damage } from '../../bench/damage.ts';
import { articles, corpus, doc, random } from '../../bench/dedup-corpus.ts';

const BODIES = new URL('../../../corpus/bodies/', import.meta.url);
const bodies = readdirSync(BODIES)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => readFileSync(new URL(f, BODIES), 'utf8').trim());
const cleaned = (text: string): string => cleanWith('normalise', cleanWith('repair', text).text).text;

/** The edits that dedup makes, by uid. */
function edits(docs: readonly Doc[]): Map<string, Edit[]> {
  const byUid = new Map(docs.map((d) => [d.uid, d]));
  const sketches = docs.map((d) => ({ uid: d.uid, sketch: dedup.sketch(d, defaults) }));
  const outcomes = dedup.decide(sketches, { doc: (uid) => byUid.get(uid)! }, defaults);
  return new Map([...outcomes].map(([uid, o]) => [uid, (o.passes ?? []).flat()]));
}

const docs = (...texts: string[]): Doc[] => texts.map((t, i) => doc(`${'abcdefgh'[i]}.txt#/1`, t));
const healed = (...texts: string[]): string[] => {
  const found = edits(docs(...texts));
  return docs(...texts).map((d) => applyPasses(d.text, [found.get(d.uid)!]));
};

/** Restored places that do not read as in the truth, with a character of context. */
function wrong(text: string, made: readonly Edit[], truth: string): string[] {
  const after = applyPasses(text, [made]);
  let shift = 0;
  return made.flatMap((e) => {
    const start = e.start + shift;
    shift += e.insert.length - (e.end - e.start);
    const shown = after.slice(start - 1, start + e.insert.length + 1);
    return truth.includes(shown) ? [] : [`${e.why}: ${text.slice(e.start, e.end)} → ${shown}`];
  });
}

const DENSITIES: Density[] = ['light', 'medium', 'heavy'];

describe('converter damage that repair left open', () => {
  const run = (copies: (body: string, n: number) => string[]): { places: number; open: number; wrong: string[] } => {
    const sum = { places: 0, open: 0, wrong: [] as string[] };
    for (const [n, body] of bodies.entries()) {
      const truth = cleaned(body);
      const texts = docs(...copies(body, n));
      for (const [uid, made] of edits(texts)) {
        const { text } = texts.find((d) => d.uid === uid)!;
        sum.places += made.length;
        sum.wrong.push(...wrong(text, made, truth));
        if (text !== truth) sum.open++;
      }
    }
    return sum;
  };
  const damaged = (body: string, density: Density, seed: number): string =>
    cleaned(damage(body, { density, script: 'naive', seed }).text);

  it('is restored from a whole copy, never wrongly', () => {
    const found = run((body, n) => {
      const whole = cleaned(body);
      return [whole, whole, ...DENSITIES.map((d, i) => damaged(body, d, 100 * i + n))];
    });
    expect(found.wrong).toEqual([]);
    // How much repair leaves open is not ours to say; of what it leaves, something must be restored.
    expect(found.places > 0 || found.open === 0).toBe(true);
  });

  it('is restored where the copies are damaged at different places', () => {
    const found = run((body, n) => DENSITIES.map((d, i) => damaged(body, d, 7000 + 100 * i + n)));
    expect(found.wrong).toEqual([]);
  });
});

describe('a stretch read off step', () => {
  /** The bytes of a stretch paired one byte late; the odd ones at either end are shown as question marks. */
  function shifted(stretch: string): string {
    const bytes = gbkBytes(stretch)!;
    let out = '？';
    for (let i = 1; i + 1 < bytes.length; i += 2) {
      const unit = assignedUnit((bytes[i]! << 8) | bytes[i + 1]!);
      if (unit) out += String.fromCharCode(unit);
    }
    return `${out}？`;
  }

  it('is restored where the witness gives it when run forward, never wrongly', () => {
    let restored = 0;
    const all = articles(60, 9, 20);
    for (const [i, a] of all.entries()) {
      const r = random(i);
      const places = [...a.text.matchAll(/\p{Script=Han}{10,}/gu)].filter(
        (m) => !/[一二三四五六七八九十百千万]/u.test(m[0]),
      );
      const m = places[1 + Math.floor(r() * (places.length - 2))]!;
      const at = m.index + 1;
      const piece = a.text.slice(at, at + 3 + Math.floor(r() * 5));
      const texts = docs(a.text.slice(0, at) + shifted(piece) + a.text.slice(at + piece.length), a.text);
      const [made, none] = [...edits(texts).values()];
      expect(none).toEqual([]);
      expect(wrong(texts[0]!.text, made!, a.text)).toEqual([]);
      if (applyPasses(texts[0]!.text, [made!]) === a.text) restored++;
    }
    expect(restored).toBeGreaterThanOrEqual(46);
  });
});

describe('lost characters', () => {
  /** Exchanges some ideographs for marks, never where a figure or a question stands. */
  function losing(text: string, mark: string, seed: number): { text: string; lost: number } {
    const r = random(seed);
    let lost = 0;
    const out = [...text].map((c, i, all) => {
      const near = all.slice(Math.max(0, i - 1), i + 2).join('');
      if (!/^\p{Script=Han}{3}$/u.test(near) || /[一二三四五六七八九十百千万几数]/u.test(c) || r() > 0.008) return c;
      lost++;
      return mark;
    });
    return { text: out.join(''), lost };
  }

  it.each(['�', '?', '\ue5e5'])('%j: all restored, none wrongly', (mark) => {
    let lost = 0;
    let restored = 0;
    for (const [i, a] of articles(30, 5, 20).entries()) {
      const copies = [a.text, losing(a.text, mark, 2 * i), losing(a.text, mark, 2 * i + 1)] as const;
      const texts = docs(copies[0], copies[1].text, copies[2].text);
      lost += copies[1].lost + copies[2].lost;
      for (const [uid, made] of edits(texts)) {
        const { text } = texts.find((d) => d.uid === uid)!;
        expect(wrong(text, made, a.text)).toEqual([]);
        restored += made.length;
      }
    }
    expect(lost).toBeGreaterThan(200);
    expect(restored / lost).toBeGreaterThanOrEqual(0.97);
  });

  const BODY =
    '石桥镇把办事窗口搬到村口的老槐树下,每月逢五逢十集中受理,群众在家门口就能把事办成。镇里还抽调青年干部担任帮办员,' +
    '为行动不便的老人上门代办,办结以后逐件回访,听一听还有哪些不满意的地方,再把意见带回去一件一件整改。';

  it('names the witness and replaces the place alone', () => {
    const [made] = [...edits(docs(BODY.replace('帮办员', '帮�员'), BODY)).values()];
    expect(made).toEqual([{ start: 54, end: 55, insert: '办', rule: 'dedup/heal', why: 'witness b.txt#/1' }]);
  });

  it('restores a figure only where two articles have it', () => {
    const [whole, open] = [BODY.replace('每月', '每月12次,每次约30件,'), BODY.replace('每月', '每月�次,每次约30件,')];
    expect(healed(open, whole)[0]).toBe(open);
    expect(healed(open, whole, whole)[0]).toBe(whole);
    expect(healed(open, whole, `${whole}镇党委书记说,还要坚持下去。`)[0]).toBe(whole);
  });

  it.each([
    ['a slip', BODY.replace('帮办员', '帮办元'), BODY],
    ['a word left out', BODY.replace('青年干部', '干部'), BODY],
    ['a question', BODY.replace('还有哪些不满意的地方,', '还有哪些不满意?'), BODY],
    ['a question mark where the other has another word', BODY.replace('再把意见', '行不行?把意见'), BODY],
    ['a mask', BODY.replace('石桥镇', 'XX镇'), BODY],
    ['a mask as witness', BODY.replace('石桥镇', '石�镇'), BODY.replace('石桥镇', '某镇')],
    ['a bullet of a symbol font', `${BODY}\n\uf06c要长期坚持下去`, `${BODY}\n二要长期坚持下去`],
    ['the same damage on both sides', BODY.replace('帮办员', '帮�员'), BODY.replace('帮办员', '帮�员')],
    ['a lost character beside an author’s change', BODY.replace('青年干部', '老龄�部'), BODY],
    ['a reading that a lesson gives', BODY.replace('帮办员', '帮(bāng)办员'), BODY],
    ['a changed number', BODY.replace('逢五', '逢六'), BODY],
  ])('leaves alone: %s', (_, x, y) => {
    expect(healed(x, y)).toEqual([x, y]);
  });

  it('does the same in any order', () => {
    const texts = docs(
      BODY.replace('帮办员', '帮�员'),
      BODY,
      BODY.replace('老槐树', '老?树'),
      BODY.replace('村口', '�口'),
    );
    const one = edits(texts);
    const other = edits([...texts].reverse());
    expect([...one].sort()).toEqual([...other].sort());
    expect([...one.values()].flat()).toHaveLength(3);
  });
});

it('an author’s differences are no damage: nothing is edited in a corpus without any', () => {
  const { docs: all } = corpus(40, 3);
  expect([...edits(all).values()].flat()).toEqual([]);
});

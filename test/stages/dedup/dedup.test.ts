import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doc } from '../../../src/pipeline/types.ts';
import { compareAligned, dedup, defaults, type WorkData } from '../../../src/stages/dedup/index.ts';
import { articles, corpus, doc, type Labelled, random } from '../../bench/dedup-corpus.ts';

function run(docs: readonly Doc[], options = defaults): Map<string, WorkData & { done: boolean }> {
  const byUid = new Map(docs.map((d) => [d.uid, d]));
  const sketches = docs.map((d) => ({ uid: d.uid, sketch: structuredClone(dedup.sketch(d, options)) }));
  const outcomes = dedup.decide(sketches, { doc: (uid) => byUid.get(uid)! }, options);
  expect([...outcomes.keys()]).toEqual(docs.map((d) => d.uid));
  return new Map([...outcomes].map(([uid, o]) => [uid, { ...(o.data as unknown as WorkData), done: o.done === true }]));
}

const SAME = new Set(['canonical', 'exact', 'near', 'contained']);

/** What two articles are to each other, read off their places in the works. */
function told(of: ReadonlyMap<string, WorkData>, x: string, y: string): string {
  const [a, b] = [of.get(x)!, of.get(y)!];
  if (a.work !== b.work) return 'different';
  return [a.relation, b.relation].find((r) => !SAME.has(r)) ?? 'same';
}

describe('a generated corpus', () => {
  const { docs, pairs } = corpus(60, 11);
  const found = run(docs);
  const of = (how: string): Labelled[] => pairs.filter((p) => p.how === how);
  const right = (how: string): number =>
    of(how).filter((p) => told(found, p.a, p.b) === p.want).length / of(how).length;

  // Floors only rise. `rewritten` draws what it rewrites by lot: few of its texts hardly change, or change beyond knowing.
  it.each([
    ['copy', 1],
    ['lead', 1],
    ['tail', 1],
    ['slips', 0.98],
    ['reorder', 0.98],
    ['excerpt', 0.98],
    ['masked', 0.98],
    ['exchanged', 0.98],
    ['number', 1],
    ['annual', 1],
    ['rewritten', 0.9],
    ['notices', 1],
    ['cases', 1],
    ['quoting', 1],
    ['unrelated', 1],
  ])('%s: at least %d told right', (how, floor) => {
    expect(right(how)).toBeGreaterThanOrEqual(floor);
  });

  it('gives every article a place, copies and excerpts no extraction, and the canonical its reasons', () => {
    for (const d of docs) {
      const w = found.get(d.uid)!;
      expect(w.done).toBe(['exact', 'near', 'contained'].includes(w.relation));
      expect(w.of).toBe(w.relation === 'canonical' ? null : w.work);
      expect(found.get(w.work)!.relation).toBe('canonical');
      expect(w.slots.length).toBeLessThanOrEqual(defaults.slots);
      if (w.relation === 'canonical') expect(w.size! > 1).toBe(w.reasons!.length > 0);
    }
  });

  it('reports the Jaccard and containment of the full shingle sets', () => {
    const text = new Map(docs.map((d) => [d.uid, d.text]));
    for (const [uid, w] of found) {
      if (w.of === null) continue;
      const [a, b] = [shingles(text.get(uid)!), shingles(text.get(w.of)!)];
      const shared = common(a, b);
      expect(w.jaccard).toBeCloseTo(shared / (a.size + b.size - shared), 3);
      expect(w.containment).toBeCloseTo(shared / a.size, 3);
    }
  });

  it('misses no pair that brute force finds', () => {
    const some = docs.slice(0, 360);
    const within = run(some);
    const sets = some.map((d) => shingles(d.text));
    let close = 0;
    let met = 0;
    for (let i = 0; i < some.length; i++)
      for (let j = 0; j < i; j++) {
        const shared = common(sets[i]!, sets[j]!);
        if (shared / (sets[i]!.size + sets[j]!.size - shared) < 0.7) continue;
        close++;
        if (told(within, some[i]!.uid, some[j]!.uid) !== 'different') met++;
      }
    expect(close).toBeGreaterThan(100);
    expect(met / close).toBeGreaterThanOrEqual(0.99);
  });
});

/** Another way to the same sets: strings, and a fold by regular expressions that suffices for these texts. */
function shingles(text: string): Set<string> {
  const folded = text.replace(/[^\p{L}\p{N}*×\ufffd]/gu, '').toLowerCase();
  const out = new Set<string>();
  for (let i = 0; i + 5 <= folded.length; i++) out.add(folded.slice(i, i + 5));
  return out;
}

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((s) => b.has(s)).length;

it('does not depend on the order of the documents', () => {
  const { docs } = corpus(4, 5);
  const plain = JSON.stringify([...run(docs)].sort());
  fc.assert(
    fc.property(fc.shuffledSubarray(docs, { minLength: docs.length }), (shuffled) => {
      expect(JSON.stringify([...run(shuffled)].sort())).toBe(plain);
    }),
    { numRuns: 15 },
  );
});

describe('a changed number', () => {
  const [base] = articles(1, 42, 20);
  const numbers = [...base!.text.matchAll(/\d+/gu)];

  it('never makes a copy, whatever else happened to the text', () => {
    fc.assert(
      fc.property(
        fc.nat(numbers.length - 1),
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(),
        fc.boolean(),
        (at, value, seed, lead) => {
          const old = numbers[at]!;
          fc.pre(Number(old[0]) !== value);
          const r = random(seed);
          const slipped = (s: string): string =>
            [...s].map((c) => (r() < 0.01 && /[^\d\n]/u.test(c) ? '漪' : c)).join('');
          const changed = `${slipped(base!.text.slice(0, old.index))}${value}${slipped(base!.text.slice(old.index + old[0].length))}`;
          const other = doc('x#/1', (lead ? '下面是小编整理的材料,希望大家喜欢。\n' : '') + changed);
          expect(['version', 'template']).toContain(compareAligned(other, base!, defaults).relation);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('holds for Chinese numerals and for the last words of a text', () => {
    const frame = (n: string, day: string): Doc => doc('x', `${base!.text}\n全镇共有${n}名网格员参加。\n20${day}`);
    const original = frame('三十五', '21年5月7日');
    for (const n of ['三十六', '五十五', '三百五'])
      expect(compareAligned(frame(n, '21年5月7日'), original, defaults).relation).toBe('version');
    for (const day of ['22年5月7日', '21年5月17日', '21年6月7日'])
      expect(compareAligned(frame('三十五', day), original, defaults).relation).toBe('version');
  });
});

describe('what was exchanged', () => {
  const letter = (number: string, rate: string): Doc =>
    doc(
      'a',
      `按照禾政发${number}的要求，双方签订本责任书。渠长每周巡渠一次，漏水当天报修，修好率达到${rate}，一般淤塞三天清完，查到的写进台账。`,
    );
  const slots = (x: Doc, y: Doc): string[] =>
    compareAligned(x, y, defaults).slots.map(({ from, to }) => `${to} → ${from}`);

  it('is told by whole document numbers and by numbers that no comma parts', () => {
    expect(slots(letter('〔2022〕4号', '100%'), letter('〔2021〕6号', '100%'))).toEqual(['〔2022〕4号 → 〔2021〕6号']);
    expect(slots(letter('〔2022〕4号', '100%'), letter('〔2022〕4号', '98%'))).toEqual(['100% → 98%']);
  });
});

describe('the canonical copy', () => {
  const [one, two] = articles(2, 9, 30);
  const text = one!.text;
  const place = /\p{Script=Han}{2,3}[区县市]/u.exec(text)![0];
  const canonical = (docs: Doc[]): string[] =>
    [...run(docs).values()].filter((w) => w.relation === 'canonical').map((w) => w.work);

  it('hides no words, is not the excerpt, and comes from the source', () => {
    const masked = doc('a', text.replaceAll(place, 'XX区'));
    const damaged = doc('b', text.replace(place[0]!, '\ufffd'));
    const excerpt = doc('c', text.slice(0, text.length / 2));
    const farm = doc('d', `下面是小编为大家整理的范文,希望大家喜欢。\n${text}`);
    const whole = doc('e', text, { source: { ...one!.source, url: 'http://www.qinghe.gov.cn/a.html' } });
    expect(canonical([masked, damaged, excerpt, farm, whole])).toEqual(['e']);
  });

  it('is not the longer of two texts of which one denies the other, but the first by place', () => {
    const text =
      '柳溪水厂党支部现有党员26人，近三年把支部建在泵房、把责任扛在肩上。抗旱那年，党员轮班守闸41天，居民用水没有断过。去年厂里增设便民服务点3处，实现了“零事故”，支部被公司评为先进。';
    const denied = text.replace('实现了', '并未实现');
    const added = `${text}支部还为四户特困家庭更换了老旧水管，把抄表时间改到晚饭之后，方便上班的住户。`;
    expect(canonical([doc('a.txt#/1', text), doc('b.txt#/1', denied)])).toEqual(['a.txt#/1']);
    expect(canonical([doc('b.txt#/1', text), doc('a.txt#/1', denied)])).toEqual(['a.txt#/1']);
    // A sentence more is more than a word: as before, the longer one.
    expect(canonical([doc('a.txt#/1', denied), doc('b.txt#/1', added)])).toEqual(['b.txt#/1']);
  });

  it('is not the text that is ruined, however long it is', () => {
    // Out of every fourth character of its second half two were made, one of which is lost.
    const half = text.length / 2;
    const torn = [...text].map((c, i) => (i > half && i % 4 === 0 ? '\ufffd鎸' : c)).join('');
    const found = run([doc('a', torn), doc('b', text)]);
    expect(found.get('a')!.relation).toBe('derived');
    expect(found.get('b')!.relation).toBe('canonical');
  });

  it('is the longer of two texts that hide words here and there, of which one is derived', () => {
    const [x, y] = articles(2, 12, 30);
    const longer = `${text}\n${x!.text.slice(0, text.length * 0.15)}某某镇XX村`;
    const shorter = `${text.slice(0, text.length * 0.7)}\n${y!.text.slice(0, text.length * 0.3)}`;
    const found = run([doc('a', longer), doc('b', shorter)]);
    expect(found.get('b')!.relation).toBe('derived');
    expect(found.get('a')!.relation).toBe('canonical');
  });

  it('is the text with most copies among fillings that hide nothing', () => {
    const other = text.replaceAll(place, '石桥区');
    const docs = [doc('a', text), doc('b', other), doc('c', `${other}\n推荐访问:工作 总结`), doc('d', other)];
    const found = run(docs);
    expect(found.get('a')!.relation).toBe('template');
    expect(told(found, 'b', 'c')).toBe('same');
    expect(told(found, 'b', 'd')).toBe('same');
  });

  it('names the filling that a copy of a filling copies', () => {
    const other = text.replaceAll(place, 'XX区');
    const found = run([doc('a', text), doc('b', other), doc('c', `${other}\n推荐访问:工作 总结`), doc('d', other)]);
    expect(found.get('a')!.relation).toBe('canonical');
    const fillings = ['b', 'c', 'd'].map((uid) => found.get(uid)!);
    expect(fillings.map((w) => w.relation)).toEqual(['template', 'template', 'template']);
    expect(new Set(fillings.map((w) => w.copyOf)).size).toBe(2);
    expect(fillings.every((w) => !w.done)).toBe(true);
    expect(fillings[0]!.slots[0]).toMatchObject({ kind: 'place', from: place, to: 'XX区' });
  });

  const says = (uid: string, title: string | null, meta: Partial<Doc['meta']> = {}): Doc => {
    const d = doc(uid, text, { title });
    return { ...d, meta: { ...d.meta, ...meta } };
  };

  it('is of equal texts the one with a headline, then with an organ or medium of its own, then the earliest', () => {
    const bare = says('a.txt#/1', null, { published: '2019-01-01' });
    const titled = says('b.txt#/1', '某县总结', { published: '2023-09-02' });
    const owned = says('c.txt#/1', '某县总结', { published: '2023-09-02', origin: '某县报' });
    const first = says('d.txt#/1', '某县总结', { published: '2021-04-20', origin: '某县报' });
    const undated = says('e.txt#/1', '某县总结', { origin: '某县报' });
    expect(canonical([bare, titled])).toEqual(['b.txt#/1']);
    expect(canonical([bare, titled, owned])).toEqual(['c.txt#/1']);
    expect(canonical([bare, titled, owned, undated, first])).toEqual(['d.txt#/1']);
  });

  it('is of such as are equal in all that no later article of a collection', () => {
    expect(canonical([says('a.txt#/2', '某县总结'), says('b.txt#/1', '某县总结')])).toEqual(['b.txt#/1']);
  });

  it('is of plain copies one with a headline, be there a lead above the other', () => {
    const led = doc('a.txt#/1', `青禾新闻网讯（通讯员 甄实）近日，该县交出一份答卷。\n${text}`);
    const d = says('b.txt#/1', '某县总结');
    expect(canonical([led, d])).toEqual(['b.txt#/1']);
    // Without its headline it is no better than another.
    expect(canonical([led, doc('b.txt#/1', text)])).toEqual(['a.txt#/1']);
  });

  it('is no excerpt, though that has a headline', () => {
    const excerpt = { ...says('b.txt#/1', '某县总结'), text: text.slice(0, text.length / 2) };
    expect(canonical([doc('a.txt#/1', text), excerpt])).toEqual(['a.txt#/1']);
  });

  it('counts articles of one page by number', () => {
    const uids = ['p.txt#/10', 'p.txt#/2', 'p.txt#/9'];
    expect(canonical(uids.map((uid) => doc(uid, text)))).toEqual(['p.txt#/2']);
  });

  it('does not chain: what is like a likeness is not like', () => {
    const lines = two!.text.split('\n');
    const chain = articles(12, 77, 30).map((_, i, all) => {
      const fresh = all.slice(0, i + 1).flatMap((x) => x.text.split('\n').slice(0, 2));
      return doc(`c${String(i).padStart(2, '0')}`, [...fresh, ...lines].slice(0, lines.length + 2).join('\n'));
    });
    const found = run(chain);
    expect(compareAligned(chain[0]!, chain[11]!, defaults).relation).toBe('different');
    expect(told(found, 'c00', 'c11')).toBe('different');
  });
});

describe('odd input', () => {
  it('takes nothing, nothing but white space, and one character', () => {
    expect(run([]).size).toBe(0);
    const found = run([doc('a', ''), doc('b', ' \n'), doc('c', '好'), doc('d', '好'), doc('e', '\ud800')]);
    expect([...found.values()].map((w) => w.relation)).toEqual([
      'canonical',
      'canonical',
      'canonical',
      'exact',
      'canonical',
    ]);
  });

  it('takes any options within their bounds', () => {
    const { docs } = corpus(1, 3);
    for (const [name, spec] of Object.entries(dedup.options))
      for (const value of [spec.min!, Math.min(spec.max!, 64)])
        expect(run(docs, { ...defaults, [name]: value }).size).toBe(docs.length);
  });
});

describe('growth', () => {
  /** Milliseconds of processor time: other work on the machine does not count. */
  const time = (docs: readonly Doc[]): number => {
    const start = process.cpuUsage();
    run(docs);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const [base] = articles(1, 1, 12);
  const [formula] = articles(1, 2, 12);
  const own = articles(1200, 3, 5);
  const r = random(4);
  const slipped = (s: string): string => {
    const at = Math.floor(r() * s.length);
    return `${s.slice(0, at)}漪${s.slice(at + 1)}`;
  };

  it.each([
    ['near copies of one article', (n: number) => own.slice(0, n).map((d) => doc(d.uid, slipped(slipped(base!.text))))],
    ['one long formula in all', (n: number) => own.slice(0, n).map((d) => doc(d.uid, `${formula!.text}\n${d.text}`))],
    ['unrelated', (n: number) => own.slice(0, n)],
  ])('is no square: %s', (_, make) => {
    time(make(100));
    const [few, many] = [make(300), make(1200)];
    // Four times as many: a square would take sixteen times as long. The slack is for a busy machine.
    expect(time(many)).toBeLessThan(9 * time(few) + 300);
  });
});

const GOLD = '../shared/gold/dev';
describe.skipIf(!existsSync(join(GOLD, 'pairs.json')))('the gold pairs', () => {
  it('are all told right', () => {
    const names = readdirSync(GOLD).filter((f) => f.endsWith('.txt'));
    const found = run(names.map((f) => doc(f.slice(0, -4), readFileSync(join(GOLD, f), 'utf8'))));
    const pairs: [string, string, string][] = JSON.parse(readFileSync(join(GOLD, 'pairs.json'), 'utf8'));
    for (const [x, y, want] of pairs) expect([x, y, told(found, x, y)]).toEqual([x, y, want]);
  });
});

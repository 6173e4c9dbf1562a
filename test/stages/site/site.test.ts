import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familiesOf } from '../../../src/stages/site/families.ts';
import { site } from '../../../src/stages/site/index.ts';
import { siteOf } from '../../../src/stages/site/sketch.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import failures from '../../cases/site/known-failures.json' with { type: 'json' };
import negative from '../../cases/site/negative.json' with { type: 'json' };
import synthetic from '../../cases/site/synthetic.json' with { type: 'json' };
import wild from '../../cases/site/wild.json' with { type: 'json' };
import { expectLinear } from '../../linear.ts';
import { doc } from '../doc.ts';
import { onSite, overSite, SUBJECTS, unlike } from './pages.ts';

interface Case {
  label: string;
  /** `{T}` `{U}` headlines of the page's own, `{B}` `{C}` its texts, `{S}` a source, `{N}` a number; all else stands on every page. */
  page: string[];
  /** The lines that go from every page. */
  cut: string[];
}

const fill = (lines: readonly string[], i: number): string[] =>
  lines.flatMap((l) => {
    const [s, t] = [SUBJECTS[i]!, SUBJECTS[(i + 7) % SUBJECTS.length]!];
    if (l === '{B}') return unlike(s);
    if (l === '{C}') return unlike(t);
    const whole: Record<string, string> = {
      T: `关于${s}工作的报告`,
      U: `关于${t}工作的意见`,
      S: `${s}报`,
      N: String(i + 1),
    };
    return l.replace(/\{([TUSN])\}/g, (_, k: string) => whole[k]!);
  });

const pagesOf = (c: Case, n = 6) => Array.from({ length: n }, (_, i) => onSite(`in/p${i}.txt`, fill(c.page, i)));

function run(c: Case): { got: string[]; wanted: string[] } {
  const { texts } = overSite(pagesOf(c));
  const wanted = texts.map((_, i) =>
    fill(
      c.page.filter((l) => !c.cut.includes(l)),
      i,
    ).join('\n'),
  );
  return { got: texts, wanted };
}

for (const [name, cases] of Object.entries({ wild, synthetic, negative } as Record<string, Case[]>))
  describe(`site: ${name}`, () => {
    it.each(cases)('$label', (c) => {
      const { got, wanted } = run(c);
      expect(got).toEqual(wanted);
    });
  });

describe('site: known failures', () => {
  it.each(failures as Case[])('$label', (c) => {
    const { got, wanted } = run(c);
    expect(got, 'this one works now: move it to wild or synthetic').not.toEqual(wanted);
  });
});

const frame = { label: '', page: ['云岭先锋风采录', '{T}', '{B}', '欢迎访问云岭党建网'], cut: [] };

describe('site', () => {
  it('needs as many unlike pages as it says, and tells why', () => {
    expect(overSite(pagesOf(frame, 3)).rules.flat()).toEqual([]);
    const { outcomes, rules } = overSite(pagesOf(frame, 4));
    expect(rules).toEqual(Array.from({ length: 4 }, () => ['site/head', 'site/tail']));
    const [edits] = outcomes.get('in/p0.txt#0000000')!.passes!;
    expect(edits![0]!.why).toBe('on 4 or more unlike pages of in/');
  });

  it('counts copies, forms and annual notices as one page', () => {
    const copies = Array.from({ length: 9 }, (_, i) =>
      onSite(`in/c${i}.txt`, [...fill(frame.page, 0), `${2010 + i}年的${3 + i}件事办好了,一件一件都有着落。`]),
    );
    expect(overSite(copies).rules.flat()).toEqual([]);
    expect(overSite([...copies, ...pagesOf(frame, 3)]).rules.flat()).toEqual([]);
    // With unlike pages enough the copies lose the frame, too, and nothing else.
    const { texts } = overSite([...copies, ...pagesOf(frame, 4)]);
    expect(texts[8]).toBe(
      [...fill(['{T}', '{B}', '欢迎访问云岭党建网'], 0), '2018年的11件事办好了,一件一件都有着落。'].join('\n'),
    );
  });

  it('never cuts a line of copies of one article, whatever their number', () => {
    const copies = Array.from({ length: 30 }, (_, i) => onSite(`in/c${i}.txt`, fill(['{T}', '{B}'], 0)));
    expect(overSite(copies).outcomes.size).toBe(0);
  });

  it('keeps sites apart by host, else by folder or file', () => {
    const of = (path: string, more: object = {}) => siteOf({ ...doc('').source, path, ...more });
    expect(of('in/a/x.html', { url: 'https://WWW.Yun.Example:8080/x' })).toBe('www.yun.example:8080');
    expect(of('in/a/x.html', { url: 'no address' })).toBe('in/a/');
    expect(of('in/list.jsonl', { record: 3 })).toBe('in/list.jsonl');
    expect(of('in/all.zip', { record: 3, member: 'b/list.jsonl#2' })).toBe('in/all.zip/b/');
    const two = [
      ...pagesOf(frame, 3),
      ...pagesOf(frame, 6)
        .slice(3)
        .map((d) => ({ ...d, source: { ...d.source, path: 'other/x.txt' } })),
    ];
    expect(overSite(two).rules.flat()).toEqual([]);
  });

  it('leaves plain lines where many sites lie in one folder, and cuts what speaks of a site', () => {
    const others = SUBJECTS.slice(4, 12).map((_, k) => onSite(`in/z${k}.txt`, fill(['{T}', '{B}'], k + 4)));
    const { rules } = overSite([...pagesOf(frame, 4), ...others]);
    expect(rules[0]).toEqual(['site/head', 'site/tail']);
    const { rules: fewer } = overSite([...pagesOf(frame, 4), ...others], { ...site.defaults, share: 0.5 });
    expect(fewer[0]).toEqual(['site/tail']);
  });

  it('leaves a page of nothing but chrome as it is', () => {
    const bare = onSite('in/bare.txt', ['云岭先锋风采录', '欢迎访问云岭党建网']);
    expect(overSite([...pagesOf(frame), bare]).texts[6]).toBe(bare.text);
  });

  const anyPage = fc.record({
    lines: fc.array(
      fc.oneof(
        fc.constantFrom(...([...synthetic, ...wild, ...negative] as Case[]).flatMap((c) => c.page)),
        fc.string({ maxLength: 30 }),
      ),
      { maxLength: 12 },
    ),
    subject: fc.nat(SUBJECTS.length - 1),
    path: fc.constantFrom('a/', 'b/'),
  });
  const docsOf = (pages: { lines: string[]; subject: number; path: string }[]) =>
    pages.map((p, i) => onSite(`${p.path}p${String(i).padStart(3, '0')}.txt`, fill(p.lines, p.subject)));

  it('decides by the set of pages, not by their order', () => {
    fc.assert(
      fc.property(fc.array(anyPage, { maxLength: 24 }), fc.nat(), (pages, seed) => {
        const docs = docsOf(pages);
        const shuffled = docs.map((d, i) => ({ d, at: (i * 7919 + seed) % 101 })).sort((a, b) => a.at - b.at);
        const sorted = (m: Map<string, unknown>) => [...m].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(overSite(shuffled.map((s) => s.d)).outcomes)).toEqual(sorted(overSite(docs).outcomes));
      }),
      { numRuns: 200 },
    );
  });

  it('cuts whole lines at the ends only, and keeps every sentence that is not the site’s', () => {
    fc.assert(
      fc.property(fc.array(anyPage, { maxLength: 24 }), (pages) => {
        const docs = docsOf(pages);
        const { outcomes } = overSite(docs);
        for (const d of docs) {
          const [edits = []] = outcomes.get(d.uid)?.passes ?? [];
          const left = applyPasses(d.text, [edits]).split('\n');
          const gone = edits.map((e) => d.text.slice(e.start, e.end).replaceAll('\n', ''));
          expect([...left, ...gone].filter((l) => l.trim()).sort()).toEqual(
            d.text
              .split('\n')
              .filter((l) => l.trim())
              .sort(),
          );
          for (const s of SUBJECTS) for (const p of unlike(s)) expect(gone).not.toContain(p);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('joins pages of one make whatever lies between them', () => {
    const families = familiesOf([{ prints: [1, 2, 3, 4] }, { prints: [9] }, { prints: [4, 5, 6, 7] }, { prints: [] }]);
    expect(families[0]).toBe(families[2]);
    expect(families[1]).not.toBe(families[0]);
    expect(families[3]).toBe(-1);
  });

  it('looks at a page without full stops once', async () => {
    // Of the same length, one sentence costs about what many do: it is not tried from every character.
    const page = (length: number): string[] => [`${'字'.repeat(length)}。`.repeat(400_000 / length)];
    const cost = (lines: string[]): number => {
      const begun = process.cpuUsage().user;
      for (let k = 0; k < 5; k++) site.sketch(onSite('in/long.txt', lines), site.defaults);
      return process.cpuUsage().user - begun;
    };
    cost(page(400_000));
    expect(cost(page(400_000))).toBeLessThan(20 * cost(page(100)));
  });

  it('is linear in the pages of a site', async () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) => ({
        uid: `p${String(i).padStart(6, '0')}`,
        sketch: site.sketch(
          onSite(`in/p${i}.txt`, [
            ...frame.page.slice(0, 1),
            `第${i}号${i * 7}`,
            `${i}的事${i * 31}都办好了,一件一件都有着落。`,
            frame.page[3]!,
          ]),
          site.defaults,
        ),
      }));
    const all = many(8000);
    await expectLinear((n) => site.decide(all.slice(0, n), { doc: () => doc('') }, site.defaults), all.length);
  });
});

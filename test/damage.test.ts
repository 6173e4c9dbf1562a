import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUTS, type Damaged, type DamageOptions, damage, GLOSSES, random } from './bench/damage.ts';

const ALL: Omit<DamageOptions, 'seed'> = { density: 'heavy', cuts: CUTS, cutShare: 1 };
const seen = (text: string, options: Partial<DamageOptions> = {}) => damage(text, { seed: 1, ...ALL, ...options }).text;

/** Undoes every site: what was there before the bytes were touched. */
function undo({ text, sites }: Damaged): string {
  let out = '';
  let at = 0;
  for (const s of sites) {
    out += text.slice(at, s.start) + s.original;
    at = s.end;
  }
  return out + text.slice(at);
}

describe('the known traces of the channel', () => {
  it.each([
    ['机关党建', '機關(guān)黨建'],
    ['因导致的', '因?qū)е碌'],
    ['把握团结', '把握?qǐng)F(tuán)結'],
    ['项。”长', '項?！遍L'],
    ['力。现', '力?，F(xiàn)'],
    ['作。基础', '作?；A(chǔ)'],
    ['作。基层党', '作?；鶎狱h'],
    ['日常考核相结', '日?？己讼嘟Y(jié)'],
    ['不正常现象', '不正?，F(xiàn)象'],
    ['你们全身心投入党', '你們?nèi)硇耐度朦h'],
    ['监督没有', '監(jiān)督?jīng)]有'],
    ['兼备、以', '兼?zhèn)?、以'],
  ])('%s → %s', (clean, damaged) => {
    // The last character may be torn, where the text ends off step: compare what stands before it.
    expect(seen(clean).startsWith(damaged)).toBe(true);
  });

  it('cuts a pair twice when 。 was put through first', () => {
    expect(seen('淡薄；有', { cuts: ['。', '；'] })).toBe('淡??；有');
    expect(seen('淡薄；有', { cuts: ['；', '。'] })).toBe('淡薄；有');
  });

  it('takes the bracket of a tag along when it reads off step', () => {
    const pages = Array.from({ length: 60 }, (_, seed) =>
      damage('点。”谈到培育的第一步，市局', { seed, density: 'light', cuts: ['！'], cutShare: 1, tags: 2 }),
    );
    expect(pages.some((d) => d.text.includes('?span id='))).toBe(true);
    for (const d of pages) expect(undo(d)).toBe(d.converted);
  });

  it('names what became of each place', () => {
    const kinds = (text: string) => damage(text, { seed: 1, ...ALL }).sites.map((s) => s.kind);
    expect(kinds('机关')).toEqual(['gloss']);
    expect(kinds('因导致的，')).toEqual(['cross']);
    expect(kinds('日常考核相，')).toEqual(['cut']);
    expect(kinds('你们全身心投入党')).toEqual(['drop']);
  });

  it('folds the marks afterwards', () => {
    expect(seen('动力。现在，', { folded: true })).toBe('動力?,F(xiàn)在,');
  });

  it('leaves a page that nothing was done to', () => {
    const d = damage('汉语课上，老师问：“懂了吗？”', { seed: 1, glosses: [], cuts: [], script: 'keep' });
    expect(d).toEqual({ text: d.converted, converted: '汉语课上，老师问：“懂了吗？”', sites: [] });
  });
});

describe('the truth about the sites', () => {
  const chars = [
    ...'的一是我中来上为个国我以要他时生可下而过子说产种面方后多定行学法所，。、；！？“”》a7机关党务业发导设领农经创全身心现基础日常考核',
  ];
  const text = (seed: number) => {
    const next = random(seed);
    return Array.from({ length: 400 }, () => chars[Math.floor(next() * chars.length)]).join('');
  };

  it('replays: putting the originals back gives the text before', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const options: DamageOptions = {
        seed,
        density: (['light', 'medium', 'heavy'] as const)[seed % 3]!,
        script: (['naive', 't', 'tw', 'over', 'keep'] as const)[seed % 5]!,
        padded: (seed % 4) / 4,
        fullWidth: seed % 7 === 0,
        tags: seed % 3,
        wrap: seed % 2 ? 38 : 0,
        folded: seed % 4 === 1,
      };
      const d = damage(text(seed), options);
      expect(undo(d)).toBe(d.converted);
      for (const s of d.sites) expect(d.text.slice(s.start, s.end)).toBe(s.seen);
      expect(damage(text(seed), options)).toEqual(d);
    }
  });
});

const shared = path.resolve(import.meta.dirname, '../../shared');
describe.skipIf(!fs.existsSync(path.join(shared, 'gold/dev/sites.json')))('real pages', () => {
  const fold = (s: string) => s.normalize('NFKC').replace(/[\s“”]/gu, '');
  const GLOSSED = {
    '001': '統創結業發優內區聯網規經監據鄉環調穩轉現',
    '003': Object.keys(GLOSSES)
      .join('')
      .replace(/[團請]/g, ''),
  };
  const dev = path.join(shared, 'gold/dev');
  const sites: Record<string, string[]> = JSON.parse(fs.readFileSync(path.join(dev, 'sites.json'), 'utf8'));

  it.each(['001', '003'] as const)('the channel makes of the restored places what page %s shows', (page) => {
    const seed = fs.readdirSync(path.join(shared, 'seeds')).find((f) => f.startsWith(page))!;
    const dirty = fold(fs.readFileSync(path.join(shared, 'seeds', seed), 'utf8').replace(/<[^>]*>/g, ''));
    const cuts = page === '001' ? (['！'] as const) : CUTS;
    const missed = sites[page]!.filter((site) => {
      // Gold texts are folded to half width; the bytes were those of full-width marks.
      const wide = site.replace(/[,;:!?()]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      const made = fold(seen(wide, { glosses: [...GLOSSED[page]], cuts }));
      // The end of the cut-out may be torn off step.
      return !dirty.includes(made.slice(0, -3));
    });
    expect(missed).toEqual([]);
  });

  it('the channel damages page 001 where the page is damaged, and nowhere else', () => {
    const seed = fs.readdirSync(path.join(shared, 'seeds')).find((f) => f.startsWith('001'))!;
    const dirty = fold(fs.readFileSync(path.join(shared, 'seeds', seed), 'utf8').replace(/<?span id[^>]*>/g, ''));
    const clean = fs.readFileSync(path.join(dev, '001-a1.txt'), 'utf8');
    const wide = clean.replace(/[,;:!?()]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const made = fold(seen(wide, { glosses: [...GLOSSED['001']], cuts: ['！'] }));
    const around = (s: string) => [...s.matchAll(/\?/g)].map((m) => s.slice(m.index - 4, m.index + 6));
    expect(around(made)).toHaveLength(8);
    // The page has one more: where a tag stood in an off-step run.
    expect(around(dirty).filter((w) => !around(made).includes(w))).toHaveLength(1);
    expect(around(made).filter((w) => !around(dirty).includes(w))).toEqual([]);
  });
});

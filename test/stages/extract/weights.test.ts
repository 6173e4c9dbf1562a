import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Named } from '../../../src/stages/extract/figures/indicator/indicator.ts';
import { bestOf } from '../../../src/stages/extract/figures/indicator/indicator-weights.ts';
import { clearest, Linear } from '../../../src/stages/extract/linear.ts';
import { findPoints, ruledOutline } from '../../../src/stages/extract/points/index.ts';
import { asNames, RoleFeatures } from '../../../src/stages/extract/points/roles/role-features.ts';
import { fused, ROLES, roleBy, rolesOf } from '../../../src/stages/extract/points/roles/role-weights.ts';
import type { Node } from '../../../src/stages/extract/points/tree.ts';
import { type Placed, place } from '../../../src/stages/extract/slogans/judge/placed.ts';
import { quoteFeatures } from '../../../src/stages/extract/slogans/judge/quote-features.ts';
import {
  mayBeWeighed,
  QUOTE_KINDS,
  type QuoteKind,
  weighQuote,
} from '../../../src/stages/extract/slogans/judge/quote-weights.ts';
import { findQuotes } from '../../../src/stages/extract/slogans/quotes.ts';
import type { Role } from '../../../src/stages/extract/types.ts';
import { fit, fitChoice } from '../../eval/logistic.ts';

const root = path.resolve(import.meta.dirname, '../../..');

describe('Linear', () => {
  const model = new Linear<'a' | 'b'>({ labels: ['a', 'b'], weights: { x: [100, 0], y: [0, 300] } });

  it('weighs the features that are there, and those it does not know not at all', () => {
    expect(model.probabilities([])).toEqual(new Map([['a', 0.5], ['b', 0.5]])); // biome-ignore format: a table
    const p = model.probabilities(['x', 'y', 'z']);
    expect(p.get('a')! + p.get('b')!).toBeCloseTo(1, 12);
    expect(Math.log(p.get('b')! / p.get('a')!)).toBeCloseTo(2, 12);
    expect(model.leaning('b', 'a')(1)).toBe(3);
    expect(model.name(1)).toBe('y');
  });

  it('gives way to another label by a margin only', () => {
    const p = model.probabilities(['x']);
    expect(clearest(p, 'b', 0.4)).toBe('a');
    expect(clearest(p, 'b', 0.5)).toBe('b');
    expect(clearest(p, 'a', 0)).toBe('a');
  });
});

describe('fit', () => {
  const options = { decay: 1e-3, rare: 2, slight: 15 };

  it('learns what tells labels apart, and leaves out what is rare', () => {
    const examples = Array.from({ length: 60 }, (_, i) => ({
      label: i % 3 ? 'a' : 'b',
      features: ['always', i % 3 ? 'odd' : 'even', `once ${i}`],
    }));
    const table = fit(examples, ['a', 'b'], options);
    expect(Object.keys(table.weights)).not.toContain('once 0');
    const model = new Linear<'a' | 'b'>(table);
    expect(model.probabilities(['always', 'odd']).get('a')).toBeGreaterThan(0.9);
    expect(model.probabilities(['always', 'even']).get('b')).toBeGreaterThan(0.9);
    expect(fit(examples, ['a', 'b'], options)).toEqual(table);
  });

  const written = (author: string, label: string, ...features: string[]) => ({ author, label, features });
  const ofMany = [
    ...Array.from({ length: 20 }, () => written('p', 'a', 'habit', 'common')),
    ...Array.from({ length: 20 }, () => written('q', 'a', 'common')),
    ...Array.from({ length: 20 }, () => written('q', 'b', 'other')),
  ];

  it('leaves out what too few authors write, however often', () => {
    const names = (authors?: number): string[] =>
      Object.keys(fit(ofMany, ['a', 'b'], authors === undefined ? options : { ...options, authors }).weights);
    expect(names()).toContain('habit');
    expect(names(2)).toEqual(['common']);
  });
});

describe('fitChoice', () => {
  const options = { epochs: 6, rate: 0.1, decay: 1e-3, rare: 2, slight: 5 };
  const choice = (author: string, right: string) => ({
    author,
    options: [{ features: [right, 'near'], right: true }, { features: ['far'], right: false }], // biome-ignore format: one thought
  });

  it('leaves out what too few authors write', () => {
    const all = [...Array.from({ length: 20 }, () => choice('p', 'habit')), ...Array.from({ length: 20 }, () => choice('q', 'near'))]; // biome-ignore format: one thought
    expect(Object.keys(fitChoice(all, options))).toContain('habit');
    const names = Object.keys(fitChoice(all, { ...options, authors: 2 }));
    expect(names).not.toContain('habit');
    expect(names).toContain('far');
  });
});

describe('the signs of a heading', () => {
  const signs = (text: string): string[] => {
    const { nodes } = ruledOutline(text, { title: null });
    const features = new RoleFeatures(text, null, nodes, asNames);
    return nodes.flatMap((n) => features.of(n).flat());
  };
  const outline = (one: string): string => `一、${one}\n清理水塘，补种树木。\n二、抓好冬灌\n排定轮次，专人看闸。`;

  it('are the same in either width and with any digits', () => {
    const wide = signs(outline('护好塘坝（２５分）'));
    expect(wide).toEqual(signs(outline('护好塘坝(25分)')));
    expect(wide).toEqual(signs(outline('护好塘坝(30分)')));
    expect(wide).toContain('ends=00分)');
  });

  it('tell words and how many digits there are apart', () => {
    expect(signs(outline('护好塘坝(25分)'))).not.toEqual(signs(outline('护好塘坝(5分)')));
    expect(signs(outline('护好塘坝(25分)'))).not.toEqual(signs(outline('护好塘堰(25分)')));
  });
});

describe('what a figure counts', () => {
  const named = { indicator: '条例', by: 'front' } as Named;

  it('is no rest of a title, however much speaks for it', () => {
    expect(bestOf([{ text: '》等', rate: 9 }, { text: '条例', rate: 0 }], named)).toBe('条例'); // biome-ignore format: one thought
    expect(bestOf([{ text: '文件', rate: 9 }, { text: '条例', rate: 0 }], named)).toBe('文件'); // biome-ignore format: one thought
  });
});

describe('roles by weights and rules', () => {
  const trust = { weights: 200, rules: { practice: ROLES.map((r) => (r === 'practice' ? 100 : 0)) }, stands: {} };
  const logs = (role: Role, log: number): number[] => ROLES.map((r) => (r === role ? log : -8));

  it('fuse both; a probability that is next to nought counts no less than another such', () => {
    const scores = fused([-1, -40, ...ROLES.slice(2).map(() => -2)], 'practice', trust);
    expect(scores[0]).toBe(-2);
    expect(scores[1]).toBe(-8);
    expect(scores[ROLES.indexOf('practice')]).toBe(-3);
  });

  it('keep what is nearly even with the rules', () => {
    const even = ROLES.map((r) => (r === 'result' ? 1.5 : r === 'practice' ? 0 : -9));
    expect(roleBy(even, 'practice').role).toBe('practice');
    expect(roleBy(even.map((x) => 2 * x), 'practice').role).toBe('result'); // biome-ignore format: one thought
  });

  it('say how likely a role is by how much more speaks for it than for the others', () => {
    const scores = ROLES.map((r) => (r === 'result' ? Math.log(3) : r === 'practice' ? 0 : -99));
    expect(roleBy(scores, 'cause').likely).toBeCloseTo(0.75, 6);
    expect(roleBy(scores, 'result').likely).toBeGreaterThan(0.95);
    expect(
      rolesOf([{ list: 1, children: [] as Node[] } as Node], [{ role: 'cause', cue: '原因' }], [null], {
        ...trust,
        stands: { cause: 95 },
      }),
    ).toEqual([{ role: 'cause', likely: 0.95 }]);
  });

  it('have one document say what is to be done in one way', () => {
    const nodes = [0, 1, 2].map(() => ({ list: 1, children: [] as Node[] }) as Node);
    const own = [logs('proposal', -0.1), logs('proposal', -0.1), logs('requirement', -0.3)];
    const roles = rolesOf(nodes, nodes.map(() => ({ role: 'result', cue: '成效' })), own, trust).map((w) => w.role); // biome-ignore format: one thought
    expect(roles).toEqual(['proposal', 'proposal', 'proposal']);
  });

  it('give what holds others the role of most of them', () => {
    const [above, ...below] = [0, 1, 2].map(() => ({ list: 1, children: [] as Node[] }) as unknown as Node);
    above!.children.push(...below);
    const own = [logs('practice', -0.1), logs('result', -0.1), logs('result', -0.1)];
    const decisions = [0, 1, 2].map((i) => ({ role: 'practice' as const, cue: '做法', holds: i === 0 }));
    expect(rolesOf([above!, ...below], decisions, own, trust).map((w) => w.role)).toEqual([
      'result',
      'result',
      'result',
    ]);
  });

  it('ask fellows that inherit theirs together', () => {
    const nodes = [0, 1, 2].map(() => ({ list: 1, children: [] as Node[] }) as Node);
    const own = [logs('problem', -0.1), logs('practice', -0.1), logs('practice', -0.1)];
    const by = (cue: string): Role[] => rolesOf(nodes, nodes.map(() => ({ role: 'practice', cue })), own, trust).map((w) => w.role); // biome-ignore format: one thought
    expect(by('inherited')).toEqual(['practice', 'practice', 'practice']);
    expect(by('做法')).toEqual(['problem', 'practice', 'practice']);
  });
});

describe('the weights', () => {
  it('are those that the articles and the rules of now give', { timeout: 300_000 }, () => {
    execFileSync(process.execPath, [path.join(root, 'test/eval/train.ts'), '--check', '--quiet'], { stdio: 'pipe' });
  });
});

describe('quotes that no rule knows', () => {
  const placed = (text: string): Placed => place(text, findQuotes(text))[0]!;

  it('are weighed where nothing says that they are none', () => {
    expect(mayBeWeighed(placed('桥头的“船娘茶摊”里坐满了人。'))).toBe(true);
    expect(mayBeWeighed(placed('跑出工程建设“加速跑”。'))).toBe(false);
    expect(mayBeWeighed(placed('变“干部催”为“大家干”。'))).toBe(false);
    expect(mayBeWeighed(placed('有人问“谁来管”。'))).toBe(false);
  });

  it('are no slogans for weights that know nothing', () => {
    const blank = new Linear<QuoteKind>({ labels: QUOTE_KINDS, weights: { always: [300, 0, 0] } });
    expect(weighQuote(placed('桥头的“船娘茶摊”里坐满了人。'), blank)).toBe(null);
    expect(weighQuote(placed('桥头的“船娘茶摊”里坐满了人。'))).toBe('name');
  });

  it('are told by the noun behind them and the verb before', () => {
    const features = quoteFeatures(placed('供销社开设“山货客厅”书场。'));
    for (const f of ['verb=开设', 'before=开设', 'after=书场', 'after noun=书场', 'length=4', 'set up'])
      expect(features).toContain(f);
    expect(quoteFeatures(placed('开设“山货客厅”。'))).toContain('closed');
  });
});

describe('who a proposal is for', () => {
  const LETTER = [
    '为做好今冬明春农田水利建设,县水利局(以下简称甲方)与各灌区管理所(以下简称乙方)签订如下责任书。',
    '一、严格落实工期。按节点推进渠道清淤,逾期的通报批评。',
    '二、严格落实质量。隐蔽工程逐段验收,不合格的一律返工。',
    '三、严格落实安全。施工现场专人值守,发生事故的一票否决。',
    '甲方(盖章) 乙方(盖章) 责任人(签字)',
  ].join('\n');
  const roles = (text: string, title: string | null): string[] => findPoints(text, { title }).map((p) => p.role);

  it('is told by the whole of a letter that has lost its headline', () => {
    expect(roles(LETTER, null)).toEqual(['requirement', 'requirement', 'requirement']);
  });

  it('is the body itself where the headline says so', () => {
    const plan = '一、抓实业务培训。每季度办班一次。\n二、抓实岗位练兵。每半年比武一次。';
    expect(roles(plan, '桥西镇财政所2023年工作计划')).toEqual(['proposal', 'proposal']);
  });
});

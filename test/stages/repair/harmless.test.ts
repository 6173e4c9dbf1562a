import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairText } from '../../../src/stages/repair/index.ts';
import { damage } from '../../bench/damage.ts';

/** Correct texts of many sorts, each with something that looks like damage. */
const CLEAN: readonly [sort: string, text: string][] = [
  [
    'a pinyin lesson',
    '第三课 生字：桥（qiáo） 梯（tī） 岸（àn）\n读一读：小桥（xiǎo qiáo）流水（liú shuǐ），石梯（shí tī）上岸（shàng àn）。',
  ],
  ['a table of sounds', '声母\tb p m f d t n l\n韵母\tā á ǎ à｜ō ó ǒ ò｜ē é ě è\n整体认读\tzhī chī shī rì'],
  ['a character with two readings', '“行”字怎么读？银行（háng）的行，行走（xíng）的行，您分清了吗？'],
  ['questions and answers', '问：材料交到哪里？什么时候能办好？\n答：交到二号窗口，五天之内。还有疑问？？请拨打热线！'],
  ['doubt in print', '这笔钱到底去哪儿了？！群众想知道，？号不能代替答案。'],
  [
    'a form with blanks',
    '姓名____ 性别____ 住址________________\n本人于____年__月__日领取物资____件（签字：________）。',
  ],
  ['a choice', '您对食堂满意吗？（  ）A. 满意 B. 一般 C. 不满意?  D. 说不清'],
  ['English inside', 'KPI 不是目的(goal)，Is it useful? 才是。系统升级到 v2.0 (beta)，登录 OA 系统即可。'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is code
  ['code', 'if (a ?? b) { return x?.y ? `${x}` : "无"; } // 三元运算符（?:）\nSELECT * FROM t WHERE id=?'],
  ['an address', '详见 https://example.org/search?q=%E6%B0%B4&page=2 ，或发信到 guan@example.org。'],
  ['formulas', '当 x²+y²≤r² 时，∑aᵢ≈√2·π；若 Δ<0，则无实根(?)。误差±0.5℃。'],
  ['a table', '项目 | 计划 | 完成\n河道清淤(km) | 12.5 | 11.8\n新栽苗木(株) | 3,000 | ？\n合计 | — | —'],
  ['a traditional letter', '敬啟者：垚（yáo）先生所詢之事，已轉交水務科辦理。何時答覆？容後再告。'],
  ['a rare name', '受访者嵇（jī）大伯家住盱眙（xū yí），今年七十三岁。'],
  ['what could not be read', '碑文第二行作“□□年三月?日立”，第三行全部漫漶。'],
  ['dialogue', '“你来？”“我来！”“真的？！”“当然……”'],
  ['rare signs', '①〇二四年；※注：〔甲〕款；№3；∵甲∴乙；㎡、㎏、℃、‰。'],
  ['notes on tunes', '（二胡）5 6 1̇ 2̇ | 3 – – – ‖ 渐慢（rit.）'],
];

describe('correct text of many sorts', () => {
  it.each(CLEAN)('is left alone: %s', (_, text) => {
    expect(repairText(text)).toEqual({ text, passes: [], notes: [] });
  });
});

const CLAUSES = [
  '镇水务站每周派人巡查堤坝',
  '养护经费由县里统一安排',
  '学习记录由组织委员保管',
  '发现险情要在一小时之内上报',
  '群众反映的问题当天登记',
  '因导致的损失由责任单位承担',
  '各村把排水沟清理了一遍',
];
const prose = fc
  .array(fc.tuple(fc.constantFrom(...CLAUSES), fc.constantFrom('，', '。', '；', '！', '、', '？')), {
    minLength: 2,
    maxLength: 8,
  })
  .map((parts) => parts.map((p) => p.join('')).join(''));
const broken = fc
  .tuple(prose, fc.nat(1000), fc.constantFrom('light', 'medium', 'heavy'))
  .map(([text, seed, density]) => damage(text, { seed, density: density as 'light' }).text);
const pieces = fc.array(fc.oneof(prose, broken, fc.constantFrom(...CLEAN.map(([, text]) => text))), {
  minLength: 1,
  maxLength: 5,
});

describe('mixtures of clean and damaged runs', () => {
  it('are repaired once: a second run changes nothing', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const { text } = repairText(parts.join('\n'));
        expect(repairText(text).passes).toEqual([]);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('keep their clean prose', () => {
    fc.assert(
      fc.property(prose, broken, prose, (before, middle, after) => {
        const { text } = repairText(`${before}\n${middle}\n${after}`);
        expect(text.startsWith(`${before}\n`) && text.endsWith(`\n${after}`)).toBe(true);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

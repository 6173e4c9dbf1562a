/**
 * The public cases of OpenCC: how many of each configuration come out as expected, and the rest one by one.
 *
 *   npm run bench:conversion
 *
 * `t2s` is what normalise does; `tw2s` and `hk2s` show how far it reaches beyond. Reads ../shared/suites/opencc.
 */
import { existsSync, readFileSync } from 'node:fs';
import { simplify } from '../../src/text/convert.ts';

const suite = new URL('../../../shared/suites/opencc/testcases.json', import.meta.url);

/** Why a case is not met, by what stands in the expected text. */
const REASONS: [RegExp, string][] = [
  [/慰藉著/, 'on purpose: 慰藉着 is right; t2s has no word for it'],
  [
    /甚么/,
    'on purpose: mainland text writes 什么; 老幺 is a word of the Taiwan table, which would harm simplified text',
  ],
];

interface Case {
  id: string;
  input: string;
  expected: Record<string, string>;
}

function measure(cases: readonly Case[], config: string): void {
  const own = cases.filter((c) => c.expected[config] !== undefined);
  const missed = own.filter((c) => simplify(c.input).text !== c.expected[config]);
  console.log(`${config.padEnd(5)} ${own.length - missed.length} of ${own.length}`);
  for (const { id, input, expected } of missed) {
    const want = expected[config]!;
    const reason = REASONS.find(([re]) => re.test(want))?.[1] ?? '?';
    console.log(`  ${id}: ${reason}\n    ${input}\n    ${simplify(input).text}\n    ${want}`);
  }
}

if (!existsSync(suite)) {
  console.error('the suite is not there');
  process.exitCode = 2;
} else {
  const { cases } = JSON.parse(readFileSync(suite, 'utf8')) as { cases: Case[] };
  for (const config of ['t2s', 'tw2s', 'hk2s']) measure(cases, config);
}

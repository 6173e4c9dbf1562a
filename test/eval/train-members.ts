/**
 * The part of `npm run train` that is about the members of formulas: fits src/stages/extract/slogans/resolve/weights.json on
 * corpus/fresh, corpus/bodies and the cases of the tests of slogans.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findPoints } from '../../src/stages/extract/points/index.ts';
import { findSlogans } from '../../src/stages/extract/slogans/index.ts';
import type { ChoiceWeights } from '../../src/stages/extract/slogans/resolve/choose.ts';
import { type ChoiceExample, chosenBy, fitChoices, listKey } from './choices.ts';
import { readAnnotated } from './corpus.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FILE = 'src/stages/extract/slogans/resolve/weights.json';
/** These did best on authors who were left out (epochs 12 and 30, decay .0003 and .003 were tried). */
const OPTIONS = { epochs: 12, rate: 0.1, decay: 0.0003, slight: 5 };

interface Article {
  author: string;
  text: string;
  title: string | null;
  /** Members of each formula; null where the article names none, undefined where it names some of them. */
  slogans: { text: string; expansion?: string[] | null | undefined }[];
}

/** A formula of an article, with what rules say its members are. */
type Judged = ChoiceExample & { author: string; formula: string; ruled: string | null };

/** `numeral 三有 = 有牌子 / 有班子 / 有章程`, ` ≈ ` where the members are not all. */
function readCases(): Article[] {
  return ['members', 'synthetic', 'wild', 'negative'].flatMap((name) => {
    const cases = JSON.parse(readFileSync(path.join(root, 'test/cases/extract-slogans', `${name}.json`), 'utf8'));
    return cases.map(({ before, after }: { before: string[]; after: string[] }): Article => {
      const slogans = after.map((line) => {
        const [, text, sign, members] = /^\w+ (.*?)(?: (=|≈) (.*?))?(?: ×\d+)?$/u.exec(line)!;
        return { text: text!, expansion: sign === '=' ? members!.split(' / ') : sign ? undefined : null };
      });
      return { author: 'cases', text: before.join('\n'), title: null, slogans };
    });
  });
}

const nameOf = (formula: string): string => listKey([formula]).replace(/[、,]/gu, '');

/** What is on offer for each formula of an article, and what the annotator says. */
function examplesOf({ author, text, title, slogans }: Article): Judged[] {
  const said = new Map(slogans.map((s) => [nameOf(s.text), s]));
  const out: Judged[] = [];
  findSlogans(text, findPoints(text, { title }), undefined, (offer, ruled, formula) => {
    const gold = said.get(nameOf(formula));
    const some = gold && gold.expansion === undefined;
    if (some) return ruled;
    const chosen = gold?.expansion?.length ? listKey(gold.expansion) : null;
    out.push({ author, formula, offer: offer(), chosen, ruled: ruled && listKey(ruled) });
    return ruled;
  });
  return out;
}

interface Rights {
  named: number;
  right: number;
  wrong: number;
}

/** How many formulas whose members are named get them, and how many get others, by an answer. */
function rightsOf(examples: readonly Judged[], answer: (e: Judged) => string | null): Rights {
  const answers = examples.map((e) => ({ said: answer(e), chosen: e.chosen }));
  return {
    named: answers.filter((a) => a.chosen !== null).length,
    right: answers.filter((a) => a.chosen !== null && a.said === a.chosen).length,
    wrong: answers.filter((a) => a.said !== null && a.said !== a.chosen).length,
  };
}

function say(author: string, examples: readonly Judged[], weights: ChoiceWeights): void {
  const rules = rightsOf(examples, (e) => e.ruled);
  const alone = rightsOf(examples, (e) => chosenBy(e.offer, weights, e.formula, null));
  const both = rightsOf(examples, (e) => chosenBy(e.offer, weights, e.formula, e.ruled));
  const told = [rules, alone, both].map((r) => `${r.right} right ${r.wrong} wrong`);
  console.log(`members, ${author}: ${rules.named} named; rules ${told[0]}, weights alone ${told[1]}, both ${told[2]}`);
}

/** Fits the weights and writes them, or compares them with what is written; says how they do on authors left out. */
export function trainMembers({ check, quiet }: { check: boolean; quiet: boolean }): void {
  const examples = [...readAnnotated('bodies'), ...readAnnotated('fresh'), ...readCases()].flatMap(examplesOf);
  if (!quiet) {
    for (const author of [...new Set(examples.map((e) => e.author))].sort()) {
      const weights = fitChoices(examples.filter((e) => e.author !== author), OPTIONS); // biome-ignore format: one thought
      say(`author ${author}`, examples.filter((e) => e.author === author), weights); // biome-ignore format: one thought
    }
  }
  const weights = fitChoices(examples, OPTIONS);
  const text = `${JSON.stringify(weights)}\n`.replace(/(?<=\d),"/gu, ',\n"');
  if (!check) writeFileSync(path.join(root, FILE), text);
  else if (readFileSync(path.join(root, FILE), 'utf8') !== text)
    throw new Error(`${FILE} is not what the articles give`);
  if (!quiet) say('held articles', readAnnotated('held').flatMap(examplesOf), weights);
}

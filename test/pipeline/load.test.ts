import { describe, expect, it } from 'vitest';
import {
  builtinPipelines,
  loadPipeline,
  makePlan,
  PipelineError,
  parsePipeline,
  planJson,
} from '../../src/pipeline/load.ts';
import { stages } from '../../src/stages/index.ts';

const message = (source: string): string => {
  try {
    parsePipeline(source, 'p');
  } catch (e) {
    expect(e).toBeInstanceOf(PipelineError);
    return (e as Error).message;
  }
  throw new Error('was accepted');
};

describe('parsePipeline', () => {
  it.each([
    ['stages: [repiar]', /unknown stage 'repiar'; did you mean 'repair'\?/],
    ['stages: [repair, repair]', /'repair' stands twice/],
    ['stages: [zzzzz]', /unknown stage 'zzzzz'; \(repair, /],
    ['stages:\n  - repair: [', /not YAML: .*[^:]$/],
    ['stagse: [repair]', /unknown key 'stagse'; did you mean 'stages'\?/],
    ['stages: []', /at least one stage/],
    ['stages: 3', /at least one stage/],
    ['- repair', /a mapping/],
    ['stages: [ {', /not YAML/],
    ['stages: [repair]\nname: ../x', /name '\.\.\/x'/],
    ['stages: [{repair: {}, split: {}}]', /a stage is a name/],
    ['stages: &a [*a]', /a stage is a name/],
    ['stages: [repair, split]\ningest: {maxDepth: 1.5}', /maxDepth.*whole number/],
    ['stages: [repair]\ningest: {constructor: 1}', /unknown option 'constructor'/],
    ['stages: [{repair: 3}]', /options of stage 'repair' are a mapping/],
    ['stages: [repair]\ningest: {maxByte: 3}', /unknown option 'maxByte' of ingest; did you mean 'maxBytes'\?/],
    ['stages: [repair]\ningest: {maxBytes: many}', /option 'maxBytes' of ingest is a number, not "many"/],
    ['stages: [repair]\ningest: {maxBytes: -1}', /at least/],
    ['stages: [repair]\ningest: {maxBytes: .nan}', /finite/],
  ])('%s', (source, expected) => {
    const text = message(source);
    expect(text).toMatch(expected);
    expect(text).not.toContain('\n');
  });

  it('names the nearest option of every stage that has one', () => {
    for (const stage of stages.values())
      for (const key of Object.keys(stage.options))
        expect(message(`stages: [{${stage.name}: {${key}x: 1}}]`)).toContain(`did you mean '${key}'?`);
  });

  it('fills in defaults, and a changed option changes the signature of its stage alone', () => {
    const { stage, key } = [...stages.values()]
      .flatMap((s) => Object.keys(s.options).map((k) => ({ stage: s, key: k })))
      .find((o) => typeof o.stage.defaults[o.key] === 'number')!;
    const { min, max } = stage.options[key]!;
    const value = stage.defaults[key] === max ? min : (max ?? stage.defaults[key] + 1);
    const list = (own: string): string => [...stages.keys()].map((n) => (n === stage.name ? own : n)).join(', ');
    const plain = parsePipeline(`stages: [${list(stage.name)}]`, 'p');
    const changed = parsePipeline(`stages: [${list(`{${stage.name}: {${key}: ${value}}}`)}]`, 'p');
    const differ = plain.steps.filter((s, i) => s.signature !== changed.steps[i]!.signature);
    expect(differ.map((s) => s.stage.name)).toEqual([stage.name]);
  });
});

describe('loadPipeline', () => {
  it('reads every built-in pipeline', () => {
    expect(builtinPipelines()).toContain('default');
    for (const name of builtinPipelines()) expect(loadPipeline(name).steps.length).toBeGreaterThan(0);
  });

  it('has every stage in the default pipeline', () => {
    expect(loadPipeline('default').steps.map((s) => s.stage.name)).toEqual([...stages.keys()]);
  });

  it('names the nearest pipeline', () => {
    expect(() => loadPipeline('defualt')).toThrow(/unknown pipeline 'defualt'; did you mean 'default'\?/);
    expect(() => loadPipeline('nowhere/none.yaml')).toThrow(
      /cannot read pipeline nowhere\/none\.yaml: there is no such file$/,
    );
  });

  it('makes the same plan again from its JSON', () => {
    const plan = loadPipeline('default');
    expect(makePlan(JSON.parse(JSON.stringify(planJson(plan))))).toEqual(plan);
  });
});

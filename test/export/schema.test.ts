import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { articleSchema } from '../../src/export/schema.ts';
import { SAMPLE_TIMEOUT, sampleRun } from '../sample-run.ts';

const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(articleSchema);
let lines: any[];

beforeAll(async () => {
  lines = readFileSync(path.join(await sampleRun(), 'articles.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));
}, SAMPLE_TIMEOUT);

describe('the schema', () => {
  it('fits every line of the export', () => {
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) expect(validate(line) ? [] : validate.errors, line.source.path).toEqual([]);
  });

  it.each([
    ['a missing field', (a: any) => delete a.text],
    ['an unknown relation', (a: any) => Object.assign(a.work, { relation: 'alike' })],
    ['an id of another form', (a: any) => Object.assign(a, { id: 'x' })],
    ['a figure with a value and a range', (a: any) => Object.assign(a.figures[0], { value: 1, min: 1, max: 2 })],
    [
      'a figure without amount',
      (a: any) => {
        for (const k of ['value', 'min', 'max']) delete a.figures[0][k];
      },
    ],
    ['an offset that is none', (a: any) => Object.assign(a.figures[0], { start: -1 })],
    ['a role of another name', (a: any) => Object.assign(a.points[0], { role: 'measure' })],
  ])('refuses %s', (_, spoil) => {
    const line = structuredClone(lines.find((a) => a.figures.length && a.points.length && a.work));
    expect(validate(line)).toBe(true);
    spoil(line);
    expect(validate(line)).toBe(false);
  });

  it('names every field that the export has', () => {
    const known = (schema: any): Record<string, any> => schema.properties ?? {};
    const unknown = (value: any, schema: any, at: string): string[] =>
      Object.keys(value)
        .filter((k) => !(k in known(schema)))
        .map((k) => `${at}.${k}`);
    const found = new Set<string>();
    for (const a of lines) {
      for (const name of unknown(a, articleSchema, 'article')) found.add(name);
      for (const part of ['source', 'meta'])
        for (const name of unknown(a[part], (articleSchema as any).properties[part], part)) found.add(name);
      const { anyOf } = (articleSchema as any).properties.work;
      for (const name of unknown(a.work, anyOf[0], 'work')) found.add(name);
      for (const part of ['points', 'slogans', 'figures'])
        for (const item of a[part])
          for (const name of unknown(item, (articleSchema as any).properties[part].items, part)) found.add(name);
    }
    expect([...found].sort()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import known from '../cases/ingest/known-failures.json' with { type: 'json' };
import negative from '../cases/ingest/negative.json' with { type: 'json' };
import synthetic from '../cases/ingest/synthetic.json' with { type: 'json' };
import wild from '../cases/ingest/wild.json' with { type: 'json' };
import { one } from './read.ts';

interface Case {
  label: string;
  before: string;
  after: string;
  /** File name; markup if there is none. */
  name?: string;
}

const read = async ({ before, name }: Case): Promise<string> => (await one(before, name ?? 'x.html')).text;

describe.each<[string, Case[]]>([
  ['wild', wild],
  ['synthetic', synthetic],
])('%s pages', (_, cases) => {
  it.each(cases.map((c): [string, Case] => [c.label, c]))('%s', async (_, c) => {
    expect(await read(c)).toBe(c.after);
  });
});

describe('what must not change', () => {
  it.each(negative.map((c): [string, Case] => [c.label, c]))('%s', async (_, c) => {
    expect(c.after).toBe(c.before);
    expect(await read(c)).toBe(c.after);
  });
});

describe('known failures (one that passes belongs among the others)', () => {
  it.each(known.map((c): [string, Case] => [c.label, c]))('%s', async (_, c) => {
    expect(await read(c)).not.toBe(c.after);
  });
});

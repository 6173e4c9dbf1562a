import { expect, it, vi } from 'vitest';
import { loadPipeline } from '../../src/pipeline/load.ts';
import { type Pieces, readParts } from '../../src/pipeline/read.ts';

vi.mock(import('../../src/ingest/index.ts'), async (load) => ({
  ...(await load()),
  async *ingestPieces() {
    yield { record: 1, reason: 'empty' };
    throw new RangeError('Invalid string length\n  at all');
  },
}));

it('a reader that throws costs the rest of its file, not the run', async () => {
  const parts: Pieces[] = [];
  for await (const part of readParts({ path: 'a.pdf', bytes: new Uint8Array(9) }, loadPipeline('default')))
    parts.push(part);
  expect(parts).toEqual([
    {
      pages: [],
      rejects: [
        { record: 1, reason: 'empty' },
        { record: null, reason: 'RangeError: Invalid string length' },
      ],
    },
  ]);
});

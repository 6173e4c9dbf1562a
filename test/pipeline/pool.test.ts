import { expect, it } from 'vitest';
import { loadPipeline, planJson } from '../../src/pipeline/load.ts';
import { Pool } from '../../src/pipeline/pool.ts';

it('starts no worker when it is closed: a run that ended early would leave it behind', async () => {
  const pool = new Pool(planJson(loadPipeline('default')), 2);
  await pool.close();
  await expect(pool.advance({ pages: [], stored: [], until: 0 })).rejects.toThrow('closed');
});

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv } from '../../corpus/containers.ts';
import { read } from './read.ts';

const TEXT = '各村渠长：\n今年的水渠账本请于月底前贴上墙。';

describe('when a page was published', () => {
  const published = async (date: unknown): Promise<[string | undefined, string[]]> => {
    const { pages } = await read(`${JSON.stringify({ text: TEXT, date })}\n`, 'x.jsonl');
    return [pages[0]!.meta.published ?? undefined, pages[0]!.notes.map((n) => n.code)];
  };

  it('is read from what crawlers write', async () => {
    for (const date of [1480696200, 1480696200000, '1480696200', 'Fri, 02 Dec 2016 16:30:00 GMT'])
      expect(await published(date)).toEqual(['2016-12-03T00:30:00', []]);
    expect(await published('20161202')).toEqual(['2016-12-02', []]);
    expect(await published(20161202)).toEqual(['2016-12-02', []]);
  });

  it('is told of where it cannot be read', async () => {
    expect(await published('前天')).toEqual([undefined, ['ingest/date']]);
    expect(await published('2021-02-31')).toEqual([undefined, ['ingest/date']]);
    expect(await published('')).toEqual([undefined, []]);
  });

  it('is read from a table and a feed', async () => {
    const rows = [
      ['正文', '日期'],
      [TEXT, '20161202'],
      [TEXT, '1480696200'],
    ];
    const { pages } = await read(csv(rows), 'x.csv');
    expect(pages.map((p) => p.meta.published)).toEqual(['2016-12-02', '2016-12-03T00:30:00']);
    const rss = `<rss version="2.0"><channel><item><title>账本</title><description>${TEXT}</description><pubDate>Fri, 02 Dec 2016 16:30:00 GMT</pubDate></item></channel></rss>`;
    expect((await read(rss, 'x.xml')).pages[0]!.meta.published).toBe('2016-12-03T00:30:00');
  });
});

describe('what is read', () => {
  it('is the same wherever the machine stands', () => {
    const script = path.join(import.meta.dirname, 'zones.ts');
    const under = (TZ: string): string =>
      execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8' });
    const [here, ...others] = ['Asia/Shanghai', 'UTC', 'America/New_York'].map(under);
    expect(JSON.parse(here!)).toEqual(
      [
        ['2021-03-08T09:15:00', '2021-03-07T23:30:00'],
        ['2021-03-08T09:15:00', undefined],
        ['2021-03-08T09:15:00Z', '2021-03-08T09:15'],
      ].map((pair) => pair.map((x) => x ?? null)),
    );
    for (const other of others) expect(other).toBe(here);
  }, 120_000);
});

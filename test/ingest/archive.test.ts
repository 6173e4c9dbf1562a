import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { docx, gzip, paragraph, tar, zip } from '../../corpus/containers.ts';
import { expectLinear } from '../linear.ts';
import { read, refused, textOf } from './read.ts';

const FILES = {
  'b/页.html': '<p>乙页说的是档案室</p>',
  'a.txt': '甲文',
  'c.jsonl': '{"text":"丙一"}\n{"text":\n{"text":"丙二"}\n',
  'd.docx': docx(paragraph('丁文')),
  'logo.png': '\x89PNG',
  '.hidden.txt': '藏',
  '__MACOSX/._a.txt': '藏',
};
const PAGES = [
  [1, 'a.txt', '甲文'],
  [2, 'b/页.html', '乙页说的是档案室'],
  [3, 'c.jsonl#1', '丙一'],
  [5, 'c.jsonl#3', '丙二'],
  [6, 'd.docx', '丁文'],
];
const entries = Object.entries(FILES).map(([name, content]) => ({ name, content }));

describe('an archive', () => {
  it.each([
    ['x.zip', zip(FILES)],
    ['x.tar', tar(entries)],
    ['x.tar.gz', gzip(tar(entries))],
    ['x.tgz', gzip(tar(entries))],
  ])('%s is its files in the order of their names', async (name, bytes) => {
    const { pages, rejects } = await read(bytes, name);
    expect(pages.map((p) => [p.record, p.member, textOf(p)])).toEqual(PAGES);
    expect(rejects).toEqual([{ record: 4, reason: expect.stringMatching(/^c\.jsonl#2: not JSON/) }]);
    expect(pages[0]!.notes).toEqual([
      { level: 'info', code: 'ingest/archive', text: '3 files of other kinds left out' },
    ]);
    expect(new Set(pages.map((p) => p.sha256)).size).toBe(5);
  });

  it('may hold pages under the names of servers; programs and what has no ending are none', async () => {
    const page = '<html><body><h1>水渠账本</h1><p>各村渠长请于月底前贴上墙。</p></body></html>';
    const bytes = zip({ 'a.shtml': page, 'b/view.jsp?id=3': page, 'c.php': '<?php echo 1; ?>', LICENSE: '许可' });
    const { pages, rejects } = await read(bytes, 'x.zip');
    expect(pages.map((p) => [p.member, p.title])).toEqual([
      ['a.shtml', '水渠账本'],
      ['b/view.jsp?id=3', '水渠账本'],
    ]);
    expect(rejects).toEqual([]);
  });

  it('from Chinese Windows has names in GBK', async () => {
    const latin = iconv.encode('通知.txt', 'gbk').toString('latin1');
    const file = Buffer.from(zip({ [`x${'y'.repeat(latin.length - 5)}.txt`]: '一' }));
    for (let at = file.indexOf('xyyy'); at >= 0; at = file.indexOf('xyyy', at + 1)) file.write(latin, at, 'latin1');
    expect((await read(file, 'x.zip')).pages[0]!.member).toBe('通知.txt');
  });

  it('in an archive is opened once, and not again', async () => {
    const inner = zip({ 'a.txt': '甲' });
    const { pages, rejects } = await read(zip({ 'in.zip': inner, 'deep.tgz': gzip(tar([{ name: 'in.zip', content: inner }])) }), 'x.zip'); // biome-ignore format: nested
    expect(pages.map((p) => [p.record, p.member])).toEqual([[2, 'in.zip/a.txt']]);
    expect(rejects).toEqual([
      { record: 1, reason: 'deep.tgz#1: in.zip: archive in an archive (2 deep; maxDepth is 1)' },
    ]);
    expect((await read(zip({ 'in.zip': inner }), 'x.zip', { maxDepth: 0 })).rejects[0]!.reason).toContain(
      'maxDepth is 0',
    );
  });

  it('that holds nothing to read, or another office format, says so', async () => {
    expect(await refused(zip({ 'a.png': 'x' }), 'x.zip')).toEqual(['no file in the archive that can be read']);
    expect(await refused(zip({}), 'x.zip')).toEqual(['no file in the archive that can be read']);
    expect(await refused(zip({ 'ppt/a.xml': 'x' }), 'x.zip')).toEqual(['binary (PPTX)']);
    expect(await refused(zip({ mimetype: 'application/epub+zip' }), 'x.zip')).toEqual([
      'binary (EPUB or OpenDocument)',
    ]);
  });
});

describe('a hostile archive', () => {
  it('may be a bomb: by ratio, in sum, by number', async () => {
    const zeros = Buffer.alloc(30 << 20);
    expect(await refused(zip({ 'a.txt': zeros }), 'x.zip')).toEqual(['a.txt: packed more than 200:1, a zip bomb?']);
    expect(await refused(gzip(tar([{ name: 'a.txt', content: zeros }])), 'x.tgz')).toEqual([
      'packed more than 200:1, a gzip bomb?',
    ]);
    const text = Buffer.alloc(600_000, 'ab');
    const sum = await read(zip({ 'a.txt': text, 'b.txt': text, 'c.txt': text, 'd.txt': '丁' }), 'x.zip', { maxFileBytes: 1 << 20 }); // biome-ignore format: one file
    expect(sum.pages.map((p) => p.member)).toEqual(['a.txt', 'd.txt']);
    expect(sum.rejects[0]!.reason).toMatch(/^b\.txt: too large \(with the rest/);
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.txt`, '一']));
    const tooMany = ['more than 49 files in the archive'];
    expect(await refused(zip(many), 'x.zip', { maxMembers: 49 })).toEqual(tooMany);
    const names = Object.keys(many).map((name) => ({ name, content: '一' }));
    expect(await refused(tar(names), 'x.tar', { maxMembers: 49 })).toEqual(tooMany);
  });

  it('that says less than it holds, or overlaps itself, gives no more than it says', async () => {
    const file = Buffer.from(zip({ 'a.txt': Buffer.alloc(900_000, 'ab') }));
    // The unpacked size, in the local and in the central header.
    file.writeUInt32LE(10, 22);
    file.writeUInt32LE(10, file.indexOf('PK\x01\x02') + 24);
    expect((await refused(file, 'x.zip'))[0]).toMatch(/^a\.txt: broken zip: too many bytes/);
    const inner = deflateRawSync(Buffer.alloc(1 << 20));
    expect(inner.length).toBeLessThan(2000);
  });

  it('writes no file, whatever the names and links say', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-archive-'));
    const before = process.cwd();
    process.chdir(folder);
    try {
      const names = ['../up.txt', '/tmp/wenshai-absolute.txt', 'C:\\wenshai.txt', '..\\..\\back.txt'];
      const links = [
        { name: 'link.txt', type: '2', link: '/etc/passwd' },
        { name: 'hard.txt', type: '1', link: '../../etc/passwd' },
        { name: 'pipe.txt', type: '6' },
      ];
      const file = tar([...names.map((name) => ({ name, content: '一' })), ...links]);
      const { pages } = await read(file, 'x.tar');
      expect(pages.map((p) => p.member)).toEqual(
        ['../up.txt', '../../back.txt', '/tmp/wenshai-absolute.txt', 'C:/wenshai.txt'].sort(),
      );
      expect(pages[0]!.notes[0]!.text).toBe('3 links and devices left out');
      const zipped = await read(zip(Object.fromEntries(names.map((n) => [n, '一']))), 'x.zip');
      expect(zipped.pages).toHaveLength(4);
      expect(readdirSync(folder)).toEqual([]);
      expect(existsSync('/tmp/wenshai-absolute.txt')).toBe(false);
    } finally {
      process.chdir(before);
      rmSync(folder, { recursive: true });
    }
  });

  it('cut, garbled or packed twice keeps what was read', async () => {
    const file = tar([
      { name: 'a.txt', content: '一' },
      { name: 'b.txt', content: '二'.repeat(2000) },
    ]);
    const cut = await read(file.subarray(0, 3000), 'x.tar');
    expect(cut.pages.map((p) => p.member)).toEqual(['a.txt']);
    expect(cut.rejects).toEqual([{ record: 2, reason: expect.stringMatching(/^broken tar: /) }]);
    expect((await refused(Buffer.alloc(2000, 'x'), 'x.tar'))[0]).toMatch(/^broken tar: /);
    expect(await refused(gzip(gzip(file)), 'x.tgz')).toEqual(['broken tar: packed twice']);
    expect((await read(tar([{ name: 'a.txt', content: '一', size: -5120 }]), 'x.tar')).pages).toEqual([]);
    expect((await read(tar([{ name: 'a.txt', content: '一', size: 8 ** 10 }]), 'x.tar')).pages).toEqual([]);
    const packed = zip(FILES);
    expect((await refused(packed.subarray(0, 200), 'x.zip'))[0]).toMatch(/^broken zip: /);
    expect((await refused(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(70_000)]), 'x.zip'))[0]).toMatch(
      /^broken zip/,
    );
  });

  it('with an encrypted file says so', async () => {
    const file = Buffer.from(zip({ 'a.txt': '一', 'b.txt': '二' }));
    file[6] = file[6]! | 1;
    const central = file.indexOf('PK\x01\x02');
    file[central + 8] = file[central + 8]! | 1;
    const { pages, rejects } = await read(file, 'x.zip');
    expect(pages.map((p) => p.member)).toEqual(['b.txt']);
    expect(rejects).toEqual([{ record: 1, reason: 'a.txt: encrypted' }]);
  });

  it('of many files is read in linear time', async () => {
    const archive = (n: number): Uint8Array =>
      zip(Object.fromEntries(Array.from({ length: n }, (_, i) => [`${i}.txt`, '一二三'])));
    expect((await read(archive(100), 'x.zip')).pages).toHaveLength(100);
    const made = new Map([16_000, 2000].map((n) => [n, archive(n)]));
    await expectLinear((n) => read(made.get(n)!, 'x.zip'), 16_000);
  });
});

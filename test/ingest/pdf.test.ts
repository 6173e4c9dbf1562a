import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type PdfLine, pdf, pdfFile } from '../../corpus/containers.ts';
import { linesOf } from '../../src/ingest/pdf-lines.ts';
import { one, read, refused } from './read.ts';

const LINES: PdfLine[] = [
  { x: 200, y: 760, text: '关于做好值守工作的通知', size: 22 },
  { x: 90, y: 720, text: '各科室、下属各单位：' },
  { x: 118, y: 700, text: '为做好汛期值守工作，各科室应当安排专人值班，保持' },
  { x: 90, y: 680, text: '通信畅通，投入1.5万元，同比增长5%；遇有险情报告。' },
  { x: 380, y: 640, text: '某某市某某局' },
  { x: 290, y: 60, text: '- 1 -' },
];
const TEXT =
  '关于做好值守工作的通知\n各科室、下属各单位：\n　　为做好汛期值守工作，各科室应当安排专人值班，保持\n通信畅通，投入1.5万元，同比增长5%；遇有险情报告。\n某某市某某局\n- 1 -';

describe('PDF', () => {
  it('is its lines as they are printed, first lines of paragraphs set in', async () => {
    const page = await one(pdf([LINES]), 'x.pdf');
    expect(page).toMatchObject({ text: TEXT, decoded: TEXT, passes: [], record: null, charset: null, notes: [] });
    expect((await one(pdf([LINES, LINES]), 'x.pdf')).text).toBe(`${TEXT}\n${TEXT}`);
  });

  it('is known by its content, and another file of that name too', async () => {
    expect((await one(Buffer.concat([Buffer.from('\r\n'), pdf([LINES])]), 'x.html')).text).toBe(TEXT);
    expect((await one('<html><body><p>您访问的文件不存在</p></body></html>', 'x.pdf')).text).toBe('您访问的文件不存在');
  });

  it('keeps compatibility forms as they are', async () => {
    const text = '⼀、⼈⺠⽇报 ﬁ 關於';
    expect((await one(pdf([[{ x: 90, y: 700, text: `各科室应当安排${text}` }]]), 'x.pdf')).text).toContain('關於');
  });

  it('without a text layer is refused, and so is one that needs a password', async () => {
    expect(await refused(pdf([[]]), 'x.pdf')).toEqual(['no text layer']);
    expect(await refused(pdf([[{ x: 90, y: 60, text: '- 1' }], []]), 'x.pdf')).toEqual(['no text layer']);
    const file = Buffer.from(pdf([LINES])).toString('latin1');
    const locked = file.replace('/Root 1 0 R', `/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<41><41>]`); // biome-ignore format: one line
    expect(await refused(Buffer.from(locked, 'latin1'), 'x.pdf')).toEqual(['encrypted']);
  });
});

describe('lines of a page', () => {
  const at = (text: string, x: number, y = 0, width = text.length * 10) => ({ text, x, y, width, size: 10 });
  const lines = (...items: ReturnType<typeof at>[]) => linesOf(items).map((l) => l.text);

  it('are put together by where their pieces stand', () => {
    expect(lines(at('通', 0), at(' ', 10), at('知', 20), at('如下', 40))).toEqual(['通知如下']);
    expect(lines(at('增长', 0), at('5%', 21), at('以上', 43))).toEqual(['增长5%以上']);
    expect(lines(at('Open', 0), at('Data', 43))).toEqual(['Open Data']);
    expect(lines(at('甲', 0), at('乙', 60))).toEqual(['甲\t乙']);
    expect(lines(at('一行', 0, 20), at('二行', 0, 8))).toEqual(['一行', '二行']);
    expect(lines(at('面积', 0), at('2', 20, 3, 4), at('亩', 24))).toEqual(['面积2亩']);
  });
});

describe('hostile PDF', () => {
  it('with a broken or missing cross-reference is read all the same', async () => {
    const file = Buffer.from(pdf([LINES])).toString('latin1');
    const broken = [
      file.replace(/startxref\n\d+/, 'startxref\n99999999'),
      file.replace(/\d{10} 00000 n/g, '0000000007 00000 n'),
      file.slice(0, file.indexOf('xref\n0')),
      file.replace(/xref\n0 \d+/, 'xref\n0 99999999'),
    ];
    for (const one of broken) {
      const { pages, rejects } = await read(Buffer.from(one, 'latin1'), 'x.pdf');
      expect(pages.length + rejects.length).toBe(1);
      if (pages.length) expect(pages[0]!.decoded).toBe(TEXT);
    }
    expect((await read(Buffer.from(broken[0]!, 'latin1'), 'x.pdf')).pages).toHaveLength(1);
  });

  it('cut, garbled or of nothing is refused', async () => {
    const file = pdf([LINES]);
    for (const bad of [Buffer.from('%PDF-1.4'), file.subarray(0, 300), Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(50_000, 0xaa)])]) // biome-ignore format: one line
      expect(await refused(bad, 'x.pdf')).toHaveLength(1);
    const circle = pdfFile(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>']);
    expect(await refused(circle, 'x.pdf')).toHaveLength(1);
  });

  const withContent = (content: Uint8Array, filter: string): Uint8Array =>
    pdfFile([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      `<< /Length ${content.length} /Filter ${filter} >>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`,
    ]);

  it('that unpacks without end is refused before it is', async () => {
    const bomb = deflateSync(Buffer.alloc(100 << 20, ' '));
    expect(await refused(withContent(bomb, '/FlateDecode'), 'x.pdf')).toEqual([
      'too large (unpacked > 64 MB), a PDF bomb?',
    ]);
    const twice = deflateSync(deflateSync(Buffer.alloc(100 << 20, ' ')));
    expect(await refused(withContent(twice, '[/FlateDecode /Fl#61teDecode]'), 'x.pdf')).toEqual([
      'too large (unpacked > 64 MB), a PDF bomb?',
    ]);
  });

  it('with more text than a page may have is given up', async () => {
    const lines = Array.from({ length: 400 }, (_, i) => ({ x: 90, y: 800 - i, text: '一二三四五六七八九十' }));
    expect((await refused(pdf([lines]), 'x.pdf', { maxBytes: 9000 }))[0]).toMatch(/^too large/);
    expect((await refused(pdf([LINES, LINES, LINES]), 'x.pdf', { maxMembers: 2 }))[0]).toBe('more than 2 pages');
  });

  it('with pictures of text that hold each other is left in time', async () => {
    // Each form draws the next ten times: 10^8 words if nobody stops it.
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
    const form = (i: number): string => {
      const content = i === 8 ? 'BT /F1 12 Tf 0 0 Td (word word) Tj ET' : '/X Do '.repeat(10);
      return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 4 0 R >> /XObject << /X ${6 + i} 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
    };
    const file = pdfFile([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 14 0 R >>',
      font,
      ...Array.from({ length: 9 }, (_, i) => form(i)),
      '<< /Length 6 >>\nstream\n/X Do \nendstream',
    ]);
    // Ends: the test's own limit of time is what fails otherwise.
    expect(await refused(file, 'x.pdf', { maxBytes: 1 << 20 })).toHaveLength(1);
  });
});

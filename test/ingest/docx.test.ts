import { describe, expect, it } from 'vitest';
import { docx, listed, numbering, paragraph, zip } from '../../corpus/containers.ts';
import { expectLinear } from '../linear.ts';
import { one, refused } from './read.ts';

const text = async (body: string, parts = {}): Promise<string> => (await one(docx(body, parts), 'x.docx')).text;
const cell = (...paragraphs: string[]): string => `<w:tc>${paragraphs.map((p) => paragraph(p)).join('')}</w:tc>`;

describe('what is named DOCX', () => {
  it('and only begins as one is broken', async () => {
    for (const name of ['x.docx', 'x.xlsx', 'x.zip'])
      expect(await refused('PK broken', name)).toEqual([`broken ${name.slice(2).toUpperCase()}: not a ZIP file`]);
    expect(await refused('%PDF', 'x.pdf')).toEqual(['broken PDF: not a PDF file']);
  });

  it('and is a page or a text is read as such', async () => {
    expect((await one('<html><body><p>各村渠长请于月底前贴上墙。</p></body></html>', 'x.docx')).text).toBe(
      '各村渠长请于月底前贴上墙。',
    );
    expect((await one('PKU的水渠账本请于月底前贴上墙。', 'x.txt')).text).toContain('PKU');
  });
});

describe('DOCX', () => {
  it('is a line a paragraph', async () => {
    const page = await one(docx(paragraph('关于某事的通知') + paragraph('') + paragraph('各科室：A<B&C')), 'x.docx');
    expect(page.text).toBe('关于某事的通知\n\n各科室：A<B&C');
    expect(page).toMatchObject({ decoded: page.text, passes: [], charset: null, title: null, notes: [] });
  });

  it('takes the title from the paragraph that is styled so', async () => {
    const styles = '<w:styles><w:style w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>';
    const page = await one(
      docx(paragraph('市委文件') + paragraph('某某办法', '<w:pStyle w:val="a3"/>') + paragraph('正文'), {
        'word/styles.xml': styles,
      }),
      'x.docx',
    );
    expect(page).toMatchObject({ title: '某某办法', text: '市委文件\n某某办法\n正文' });
  });

  it('is known by its content, whatever its name', async () => {
    expect((await one(docx(paragraph('一')), 'x.zip')).text).toBe('一');
    expect((await one(docx(paragraph('一')), 'x.html')).text).toBe('一');
  });

  it('has rows of tables as lines, and boxes as paragraphs', async () => {
    const table = `<w:tbl><w:tr>${cell('序号')}${cell('任务', '（说明）')}</w:tr><w:tr>${cell('1')}${cell('巡查')}</w:tr></w:tbl>`;
    const box = `<w:tbl><w:tr>${cell('专栏一', '第二段')}</w:tr></w:tbl>`;
    expect(await text(paragraph('前') + table + box + paragraph('后'))).toBe(
      '前\n序号\t任务 （说明）\n1\t巡查\n专栏一\n第二段\n后',
    );
  });

  it('keeps values below the titles of their columns where cells span columns or rows', async () => {
    const wide = (properties: string, t: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(t)}</w:tc>`;
    const rows = [
      wide('<w:vMerge w:val="restart"/>', '指标') + wide('<w:gridSpan w:val="2"/>', '目标') + cell('单位'),
      wide('<w:vMerge/>', '') + cell('上半年') + cell('全年') + cell(''),
      cell('巡查') + cell('20') + cell('48') + cell('次'),
    ];
    const table = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    expect(await text(table)).toBe('指标\t目标\t\t单位\n\t上半年\t全年\t\n巡查\t20\t48\t次');
  });

  it('leaves out what is deleted, hidden, a field code, a reading or a second form', async () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`;
    const body = `<w:p>${run('<w:t>甲</w:t>')}<w:del>${run('<w:delText>乙</w:delText>')}${run('<w:t>乙</w:t>')}</w:del>${run('<w:rPr><w:vanish/></w:rPr><w:t>丙</w:t>')}${run('<w:instrText>PAGE</w:instrText>')}${run('<w:ruby><w:rt><w:r><w:t>dīng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>丁</w:t></w:r></w:rubyBase></w:ruby>')}${run('<w:tab/><w:t>戊</w:t><w:br/><w:t>己</w:t>')}</w:p>`;
    expect(await text(body)).toBe('甲丁\t戊\n己');
    const shape = `<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`;
    expect(await text(`<w:p><w:r>${shape}<w:t>外</w:t></w:r></w:p>`)).toBe('框\n外');
  });

  it('says how many footnotes it leaves out', async () => {
    const page = await one(docx('<w:p><w:r><w:t>一</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'), 'x.docx');
    expect(page.notes).toEqual([{ level: 'info', code: 'ingest/footnotes', text: '1 footnotes left out' }]);
  });
});

describe('automatic numbering of DOCX', () => {
  const at = (level: number, t: string, use = 1): string => paragraph(t, listed(use, level));

  it('is written out', async () => {
    const lists = numbering(['chineseCounting', '%1、'], ['chineseCounting', '（%2）'], ['decimal', '%3.']);
    const body =
      at(0, '加强领导') + at(1, '建立机构。') + at(2, '设办公室。') + at(2, '配人员。') + at(1, '明确责任。') + paragraph('另段') + at(0, '强化落实') + at(1, '督查。'); // biome-ignore format: a list
    expect(await text(body, { 'word/numbering.xml': lists })).toBe(
      '一、加强领导\n（一）建立机构。\n1.设办公室。\n2.配人员。\n（二）明确责任。\n另段\n二、强化落实\n（一）督查。',
    );
  });

  it.each([
    ['decimal', '第%1条', ['第1条 ', '第2条 ', '第12条 ']],
    ['chineseCountingThousand', '第%1章', ['第一章 ', '第二章 ', '第十二章 ']],
    ['chineseLegalSimplified', '%1、', ['壹、', '贰、', '壹拾贰、']],
    ['ideographTraditional', '%1、', ['甲、', '乙、', '12、']],
    ['decimalEnclosedCircle', '%1', ['①', '②', '⑫']],
    ['upperRoman', '%1.', ['I.', 'II.', 'XII.']],
    ['lowerLetter', '%1)', ['a)', 'b)', 'l)']],
    ['bullet', '\uf06c', ['', '', '']],
  ])('%s %s', async (format, pattern, [first, second, twelfth]) => {
    const lines = (
      await text(Array.from({ length: 12 }, () => at(0, '某')).join(''), {
        'word/numbering.xml': numbering([format, pattern]),
      })
    ).split('\n');
    expect(lines.filter((_, i) => [0, 1, 11].includes(i)).map((l) => l.slice(0, -1))).toEqual([first, second, twelfth]);
  });

  it('comes from styles, and may be switched off', async () => {
    const styles =
      '<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="x"><w:basedOn w:val="1"/></w:style><w:style w:styleId="o"><w:basedOn w:val="o"/></w:style></w:styles>';
    const styled = (t: string, style: string, more = ''): string => paragraph(t, `<w:pStyle w:val="${style}"/>${more}`);
    expect(
      await text(styled('甲', '1') + styled('乙', 'x') + styled('丙', '1', listed(0)) + styled('丁', 'o'), {
        'word/numbering.xml': numbering(['japaneseCounting', '%1、']),
        'word/styles.xml': styles,
      }),
    ).toBe('一、甲\n二、乙\n丙\n丁');
  });
});

describe('hostile DOCX', () => {
  it('with an external entity or entities of entities: not resolved, with a note', async () => {
    const xxe = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const page = await one(docx('<w:p><w:r><w:t>前&x;后</w:t></w:r></w:p>', {}, xxe), 'x.docx');
    expect(page.text).toBe('前&x;后');
    expect(page.notes).toMatchObject([{ code: 'ingest/xml', level: 'warn' }]);
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const bomb = docx('<w:p><w:r><w:t>一&l9;</w:t></w:r></w:p>', {}, `<!DOCTYPE w [<!ENTITY l0 "哈">${laughs}]>`);
    expect((await one(bomb, 'x.docx')).text).toBe('一&l9;');
  });

  it('that is cut, without its part, or nested without end is refused', async () => {
    const whole = docx(paragraph('一'.repeat(5000)));
    expect((await refused(whole.subarray(0, whole.length - 60), 'x.docx'))[0]).toMatch(/^broken zip: /);
    expect(await refused(zip({ 'word/x.xml': '<a/>' }), 'x.docx')).toEqual(['broken DOCX: no document part']);
    expect(await refused(docx('<w:x>'.repeat(300_000)), 'x.docx', { maxRatio: 2000 })).toEqual([
      'broken DOCX: elements nest too deep',
    ]);
    expect(await refused(docx(''), 'x.docx')).toEqual(['no text']);
  });

  it('that unpacks without end is refused', async () => {
    const body = ' '.repeat(8 << 20);
    expect(await refused(docx(body), 'x.docx')).toEqual(['packed more than 200:1, a zip bomb?']);
    expect((await refused(docx(body), 'x.docx', { maxRatio: 2000, maxFileBytes: 4 << 20 }))[0]).toMatch(/^too large/);
  });

  it('is read in linear time', async () => {
    const file = (n: number): Uint8Array =>
      docx(paragraph('某项工作要抓实。', listed(1)).repeat(n) + '</w:p>'.repeat(n), {
        'word/numbering.xml': numbering(['decimal', '%1.']),
      });
    await expectLinear((n) => one(file(n), 'x.docx', { maxRatio: 2000 }), 40_000);
  });
});

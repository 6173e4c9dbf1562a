/** The formats in which pages arrive besides HTML and text. */
import iconv from 'iconv-lite';
import {
  csv,
  docx,
  gzip,
  listed,
  mhtml,
  numbering,
  type PdfLine,
  paragraph,
  pdf,
  quotedPrintable,
  tar,
  warcRecord,
  warcResponse,
  xlsx,
  zip,
} from '../containers.ts';
import { article, type Page, page } from '../lib.ts';
import { gov, news } from '../templates.ts';

const SEEN = { published: '2021-03-05T09:30', origin: '县直机关工委', views: 128 };

function saved(): Page {
  const a = article('flood', { meta: SEEN });
  const html = gov({ title: a.title!, text: a.text });
  const file = mhtml('http://www.qingxi.example/zwgk/20210305/1.html', 'Sat, 6 Mar 2021 10:00:00 +0800', [
    {
      headers: [
        'Content-Type: text/html',
        'Content-Transfer-Encoding: quoted-printable',
        'Content-Location: http://www.qingxi.example/zwgk/20210305/1.html',
      ],
      body: quotedPrintable(Buffer.from(html)),
    },
    {
      headers: ['Content-Type: text/css', 'Content-Transfer-Encoding: 8bit', 'Content-Location: cid:css@example'],
      body: '.top { color: red }',
    },
  ]);
  return page('s76-saved.mhtml', 'bytes: MHTML, as a browser saves a page; quoted-printable', file, [a]);
}

/** Markers of automatic lists are no text in a DOCX; the others are. */
function numbered(line: string): string {
  const top = /^[一二三四五六七八九十]+、/.exec(line);
  if (top) return paragraph(line.slice(top[0].length), listed(1, 0));
  const second = /^（[一二三四五六七八九十]+）/.exec(line);
  return second ? paragraph(line.slice(second[0].length), listed(1, 1)) : paragraph(line);
}

function document(): Page {
  const a = article('duty');
  const body = [paragraph(a.title!, '<w:pStyle w:val="Title"/>'), ...a.text.split('\n').map(numbered)].join('');
  const file = docx(body, {
    'word/numbering.xml': numbering(['chineseCounting', '%1、'], ['chineseCounting', '（%2）']),
    'word/styles.xml': '<w:styles><w:style w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>',
  });
  return page('s77-document.docx', 'bytes: DOCX; 一、 and （一） are automatic numbers', file, [a]);
}

/** Columns of a line (a Chinese character takes two), lines of a page, as on A4. */
const WIDTH = 56;
const HEIGHT = 22;

/** A paragraph as it is printed: set in, lines full, no mark at the beginning of a line, no number taken apart. */
function printed(text: string): string[] {
  const lines: string[] = [];
  let line = '　　';
  let width = 4;
  for (const [piece] of text.matchAll(/[0-9.%]+[，。、；：！？”’）》]*|[“（《]*.[，。、；：！？”’）》]*/gu)) {
    const needs = [...piece].reduce((n, c) => n + (c < '\x7f' ? 1 : 2), 0);
    if (width + needs > WIDTH) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += piece;
    width += needs;
  }
  return [...lines, line];
}

function print(): Page {
  const a = article('health');
  const lines = a.text.split('\n').flatMap(printed);
  const pages: PdfLine[][] = [];
  for (let from = 0; from < lines.length; from += HEIGHT) {
    const number = pages.length + 1;
    const rows = lines.slice(from, from + HEIGHT).map((line, i): PdfLine => {
      const indent = line.startsWith('　　') ? 2 : 0;
      return { x: 90 + 14 * indent, y: 720 - 21 * i, text: line.slice(indent) };
    });
    const head: PdfLine[] = number === 1 ? [{ x: 160, y: 770, text: a.title!, size: 16 }] : [];
    pages.push([...head, ...rows, { x: 280, y: 50, text: `- ${number} -`, size: 12 }]);
  }
  return page('s78-print.pdf', 'bytes: PDF with a text layer; wrapped lines, page numbers', pdf(pages), [a]);
}

function table(): Page {
  const made = [
    article('volunteer', { meta: { published: '2021-03-05', origin: '松江口区融媒体中心' } }),
    article('saline', { meta: { published: '2020-11-20', origin: '云岭日报' } }),
  ];
  const rows = made.map((a) => [a.title!, a.meta.published!, a.meta.origin!, a.text]);
  const file = iconv.encode(csv([['标题', '发布日期', '来源', '正文'], ...rows]), 'gb18030');
  return page('s79-table.csv', 'bytes: CSV in GB18030, one page a row; line breaks in quoted fields', file, made);
}

function sheet(): Page {
  // 2021-03-05 as spreadsheets count days.
  const made = [article('appeal', { meta: { published: '2021-03-05' } }), article('qa', { meta: {} })];
  const file = xlsx({
    说明: [['本表由办公室汇总']],
    文章: [['标题', '日期', '正文'], [made[0]!.title, 44260, made[0]!.text], [], [made[1]!.title, null, made[1]!.text]],
  });
  return page(
    's80-table.xlsx',
    'bytes: XLSX, one page a row; a sheet of notes, an empty row, a date as a number',
    file,
    made,
  );
}

function crawl(): Page {
  const made = [article('judicial', { meta: SEEN }), article('market', { meta: SEEN })];
  const [first, second] = made.map((a) => Buffer.from(gov({ title: a.title!, text: a.text })));
  const date = '2021-03-06T02:00:00Z';
  const chunked = Buffer.concat([
    Buffer.from(`400\r\n`),
    second!.subarray(0, 1024),
    Buffer.from(`\r\n${(second!.length - 1024).toString(16)}\r\n`),
    second!.subarray(1024),
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
  const records = [
    warcRecord(
      'warcinfo',
      { 'WARC-Date': date, 'Content-Type': 'application/warc-fields' },
      Buffer.from('format: WARC File Format 1.0\r\n'),
    ),
    warcResponse('http://www.qingxi.example/1.html', date, first!),
    warcResponse('http://www.qingxi.example/1.png', date, Buffer.from('\x89PNG', 'latin1'), [
      'Content-Type: image/png',
    ]),
    warcResponse(
      'http://www.qingxi.example/old.html',
      date,
      Buffer.from('<p>已移动</p>'),
      ['Content-Type: text/html', 'Location: /2.html'],
      '302 Found',
    ),
    warcResponse('http://www.qingxi.example/2.html', date, chunked, [
      'Content-Type: text/html',
      'Transfer-Encoding: chunked',
    ]),
  ];
  return page(
    's81-crawl.warc.gz',
    'bytes: WARC, packed record by record; a picture, a redirect, a chunked page',
    Buffer.concat(records.map(gzip)),
    made,
  );
}

function folder(): Page {
  const made = [article('nine'), article('school')];
  const [nine, school] = made;
  const file = zip({
    '一/九项规定.txt': `${nine!.title}\n${nine!.text}\n`,
    '二/计划.docx': docx([paragraph(school!.title!), ...school!.text.split('\n').map((l) => paragraph(l))].join('')),
    'logo.png': '\x89PNG',
    '__MACOSX/一/._九项规定.txt': 'x',
  });
  return page('s82-folder.zip', 'bytes: ZIP of a text and a DOCX, and what macOS adds', file, made);
}

function packed(): Page {
  const made = [
    article('relocation', { meta: { published: '2021-02-09T08:20', origin: '云岭日报' } }),
    article('words'),
  ];
  const [first, second] = made;
  const file = tar([
    { name: './pages/b.txt', content: `${second!.title}\n${second!.text}\n` },
    {
      name: './pages/a.html',
      content: news({ title: first!.title!, text: first!.text, published: '2021年02月09日 08:20', source: '云岭日报' }),
    },
    { name: './pages/latest.html', type: '2', link: 'a.html' },
  ]);
  return page('s83-folder.tar.gz', 'bytes: a packed tar of two pages and a link', gzip(file), made);
}

export const FORMAT_PAGES: readonly Page[] = [
  saved(),
  document(),
  print(),
  table(),
  sheet(),
  crawl(),
  folder(),
  packed(),
];

/** Files of the formats in which pages arrive, made without clock or chance: the same bytes every time. */
import { type AsyncZipOptions, gzipSync, strToU8, type Zippable, zipSync } from 'fflate';

/** DOS time knows no zone, and fflate takes the local one. */
const WHEN = new Date(2021, 2, 5, 9, 30);

const bytes = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? strToU8(content) : content);

export function zip(files: Readonly<Record<string, string | Uint8Array>>, options: AsyncZipOptions = {}): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) entries[name] = bytes(content);
  return zipSync(entries, { mtime: WHEN, os: 3, attrs: 0, ...options });
}

export const gzip = (content: string | Uint8Array): Uint8Array => gzipSync(bytes(content), { mtime: 0 });

export interface TarEntry {
  name: string;
  content?: string | Uint8Array;
  /** `0` a file, `2` a symbolic link, … */
  type?: string;
  link?: string;
  size?: number;
}

/** One header of a ustar archive; names up to a hundred bytes. */
function tarHeader({ name, type = '0', link = '' }: TarEntry, size: number): Uint8Array {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write('0000000\x000000000\0', 108);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('14020250010\0', 136);
  header.fill(' ', 148, 156);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((n, b) => n + b, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

export function tar(entries: readonly TarEntry[]): Uint8Array {
  const blocks = entries.flatMap((entry) => {
    const content = bytes(entry.content ?? '');
    return [
      tarHeader(entry, entry.size ?? content.length),
      content,
      Buffer.alloc((512 - (content.length % 512)) % 512),
    ];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** A DOCX of the given `<w:p>` and `<w:tbl>` elements. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}, head = ''): Uint8Array {
  return zip({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.wordprocessingml.document.main+xml"/></Types>`,
    'word/document.xml': `${XML}${head}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** A paragraph; `properties` are the children of its `<w:pPr>`. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

export const listed = (use: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${use}"/></w:numPr>`;

/** `numbering.xml` of one list; each level `[format, text]`. */
export function numbering(...levels: readonly (readonly [format: string, text: string])[]): string {
  const rows = levels.map(
    ([format, text], i) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `${XML}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0">${rows.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

/** `A`, `B`, … `AA`. */
const column = (i: number): string =>
  i < 26 ? String.fromCharCode(65 + i) : column(Math.floor(i / 26) - 1) + String.fromCharCode(65 + (i % 26));

/** An XLSX of sheets by name; text goes to the shared strings, numbers stay. */
export function xlsx(sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>): Uint8Array {
  const shared: string[] = [];
  const cell = (value: string | number | null, r: number, c: number): string => {
    if (value === null) return '';
    const at = `${column(c)}${r + 1}`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    shared.push(`<si><t xml:space="preserve">${escaped(value)}</t></si>`);
    return `<c r="${at}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const files: Record<string, string> = {};
  const names = Object.keys(sheets);
  names.forEach((name, i) => {
    const rows = sheets[name]!.map(
      (row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join('')}</row>`,
    );
    files[`xl/worksheets/sheet${i + 1}.xml`] = `${XML}<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  return zip({
    '[Content_Types].xml': `${XML}<Types/>`,
    'xl/workbook.xml': `${XML}<workbook><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `${XML}<sst>${shared.join('')}</sst>`,
    ...files,
  });
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

/** A line of a PDF page, at a place in points from the lower left corner. */
export interface PdfLine {
  x: number;
  y: number;
  text: string;
  size?: number;
}

/**
 * A PDF with a text layer: a font that is not embedded, its codes UTF-16 (`UniGB-UCS2-H`), as the print drivers of the
 * time made them. Reading it takes the character maps that come with the reader.
 */
export function pdf(pages: readonly (readonly PdfLine[])[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ];
  for (const [i, lines] of pages.entries()) {
    const content = lines
      .map(({ x, y, text, size = 14 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  return pdfFile(objects);
}

/** Objects of a PDF, numbered from 1; the first is the catalogue. */
export function pdfFile(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`);
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A field quoted as RFC 4180 wants it. */
const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

/** One record of a WARC file. */
export function warcRecord(type: string, fields: Readonly<Record<string, string>>, block: Uint8Array): Uint8Array {
  const head = Object.entries({ 'WARC-Type': type, ...fields, 'Content-Length': String(block.length) });
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${head.map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n`),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
}

/** The record of a page as a crawler got it. */
export function warcResponse(
  url: string,
  date: string,
  body: Uint8Array,
  headers: readonly string[] = ['Content-Type: text/html; charset=utf-8'],
  status = '200 OK',
): Uint8Array {
  const head = Buffer.from(`HTTP/1.1 ${status}\r\n${headers.map((h) => `${h}\r\n`).join('')}\r\n`);
  return warcRecord(
    'response',
    {
      'WARC-Target-URI': url,
      'WARC-Date': date,
      'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000001>',
      'Content-Type': 'application/http; msgtype=response',
    },
    Buffer.concat([head, body]),
  );
}

/** Quoted-printable with soft breaks, as browsers save pages. */
export function quotedPrintable(content: Uint8Array): string {
  let out = '';
  let width = 0;
  for (const b of content) {
    const piece =
      b === 10
        ? '\r\n'
        : (b >= 33 && b <= 126 && b !== 61) || b === 32
          ? String.fromCharCode(b)
          : `=${b.toString(16).toUpperCase().padStart(2, '0')}`;
    if (b !== 10 && width + piece.length > 72) {
      out += '=\r\n';
      width = 0;
    }
    out += piece;
    width = b === 10 ? 0 : width + piece.length;
  }
  return out;
}

export interface MimePart {
  headers: readonly string[];
  body: string;
}

/** A page as Chrome saves it in one file. */
export function mhtml(url: string, date: string, parts: readonly MimePart[]): string {
  const boundary = '----MultipartBoundary--k3W0qf2Qm1----';
  const head = [
    'From: <Saved by Blink>',
    `Snapshot-Content-Location: ${url}`,
    `Date: ${date}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"`,
  ];
  const bodies = parts.map(({ headers, body }) => `--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`);
  return `${head.join('\r\n')}\r\n\r\n${bodies.join('')}--${boundary}--\r\n`;
}

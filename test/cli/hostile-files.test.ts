import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, gzip, mhtml, paragraph, pdf, tar, warcResponse, xlsx, zip } from '../../corpus/containers.ts';
import { type Ended, wenshai } from './process.ts';

const TEXT = '镇水利站组织民工疏浚沟渠三十六条，新建涵闸四座，惠及沿河九个村。';
const html = `<html><body><p>${TEXT}</p></body></html>`;
const LINE = { x: 90, y: 700, text: TEXT };
const UP = '../../wenshai-escaped.txt';
const records = [1, 2, 3].map((n) => warcResponse(`http://x.example/${n}`, '2021-03-05T01:30:00Z', Buffer.from(html)));
const warc = Buffer.concat(records);
const inner = zip({ 'a.txt': TEXT });
const base64 = (body: string): string =>
  mhtml('http://x.example/', 'Fri, 5 Mar 2021 09:30:00 +0800', [
    { headers: ['Content-Type: text/html', 'Content-Transfer-Encoding: base64'], body },
  ]);

/** A workbook whose cells refer to a list of strings that is cut off in the middle. */
function brokenStrings(): Uint8Array {
  const cell = (at: string, n: number): string => `<c r="${at}" t="s"><v>${n}</v></c>`;
  const strings = `<sst><si><t>正文</t></si><si><t>${TEXT}</t></si><si><t>断`;
  return zip({
    'xl/workbook.xml': '<workbook xmlns:r="x"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': strings,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${cell('A1', 0)}</row><row r="2">${cell('A2', 1)}</row><row r="3">${cell('A3', 999)}</row><row r="4">${cell('A4', -7)}</row></sheetData></worksheet>`,
  });
}

/** Files, each with how many articles come out of it and what is said of it: a reason in quarantine, or the code of a note. */
const FILES: Record<string, [content: Uint8Array | string, articles: number, said: RegExp | null]> = {
  'bomb.zip': [zip({ 'a.txt': Buffer.alloc(30 << 20) }), 0, /zip bomb/],
  'bomb.txt.gz': [gzip(Buffer.alloc(30 << 20)), 0, /gzip bomb/],
  'names.tar': [tar([UP, '/tmp/wenshai-escaped.txt', 'C:\\wenshai-escaped.txt'].map((name) => ({ name, content: TEXT }))), 3, null], // biome-ignore format: one file
  'links.tar.gz': [gzip(tar([{ name: 'a.txt', content: TEXT }, { name: 'link.txt', type: '2', link: '/etc/passwd' }])), 1, /^ingest\/archive$/], // biome-ignore format: one file
  'names.zip': [zip({ [UP]: TEXT }), 1, null],
  'xref.pdf': [Buffer.from(Buffer.from(pdf([[LINE]])).toString('latin1').replace(/startxref\n\d+/, 'startxref\n99999999'), 'latin1'), 1, null], // biome-ignore format: one file
  'cut.pdf': [pdf([[LINE]]).subarray(0, 300), 0, /./],
  'entity.docx': [docx(`${paragraph(TEXT)}<w:p><w:r><w:t>前&x;后</w:t></w:r></w:p>`, {}, '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 1, /^ingest\/xml$/], // biome-ignore format: one file
  'cut.warc': [warc.subarray(0, Math.floor(warc.length / 2)), 1, /^broken record/],
  'cut.warc.gz': [Buffer.concat(records.map(gzip)).subarray(0, -60), 2, /^(?:broken|cut off)/],
  'bad.mhtml': [base64('!!!! 这 不 是 ====='), 0, /^empty/],
  'half.mhtml': [base64(`${Buffer.from(html).toString('base64')}==%%%`), 1, null],
  'strings.xlsx': [brokenStrings(), 1, null],
  'cut.xlsx': [xlsx({ 一: [['正文'], [TEXT]] }).subarray(0, 500), 0, /^broken zip/],
  'cut.txt.gz': [gzip(Buffer.from(TEXT.repeat(99))).subarray(0, 60), 0, /^broken gzip/],
  'nested.zip': [zip({ 'in.zip': inner, 'deep.zip': zip({ 'in.zip': inner }) }), 1, /archive in an archive \(2 deep; maxDepth is 1\)/], // biome-ignore format: one file
};

let top: string;
let folder: string;
let ended: Ended;
let status: any;
let articles: any[];

beforeAll(async () => {
  top = mkdtempSync(path.join(tmpdir(), 'wenshai-hostile-files-'));
  folder = path.join(top, 'a/b');
  mkdirSync(path.join(folder, 'in'), { recursive: true });
  for (const [name, [content]] of Object.entries(FILES)) writeFileSync(path.join(folder, 'in', name), content);
  ended = await wenshai(['run', 'in', '--quiet'], { cwd: folder });
  status = JSON.parse((await wenshai(['status', '--json'], { cwd: folder })).out);
  const lines = readFileSync(path.join(folder, 'out/articles.jsonl'), 'utf8').split('\n').filter(Boolean);
  articles = lines.map((l) => JSON.parse(l));
}, 300_000);
afterAll(() => rmSync(top, { recursive: true }));

describe('a folder of hostile files', () => {
  it('is run to its end: one line of complaint, exit code 1', () => {
    expect([ended.code, ended.signal]).toEqual([1, null]);
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });

  it.each(Object.entries(FILES).map(([name, [, n, said]]) => [name, n, said] as const))(
    '%s: %d articles, and %s is said of it',
    (name, n, said) => {
      const own = articles.filter((a) => a.source.path === `in/${name}`);
      expect(own.map((a) => a.source.member)).toHaveLength(n);
      for (const a of own) expect(a.text).toContain(TEXT);
      const reasons = status.quarantine.filter((q: any) => q.path === `in/${name}`).map((q: any) => q.reason);
      const noted = status.notes.filter((x: any) => x.uid.startsWith(`in/${name}#`)).map((x: any) => x.code);
      if (said) expect([...reasons, ...noted].join('\n')).toMatch(new RegExp(said.source, 'm'));
      else expect(reasons).toEqual([]);
    },
  );

  it('leaves no file but in the output folder, whatever names they hold, and reads none', () => {
    expect(readdirSync(top)).toEqual(['a']);
    expect(readdirSync(path.join(top, 'a'))).toEqual(['b']);
    expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
    expect(readdirSync(path.join(folder, 'in')).sort()).toEqual(Object.keys(FILES).sort());
    expect(
      readdirSync(path.join(folder, 'out')).filter(
        (f) => !/^(?:articles\.jsonl|default\.db|wenshai\.db-lock$)/.test(f),
      ),
    ).toEqual([]);
    expect(existsSync('/tmp/wenshai-escaped.txt')).toBe(false);
    expect(JSON.stringify(articles)).not.toContain('root:');
  });
});

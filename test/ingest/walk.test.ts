import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listInputs } from '../../src/ingest/walk.ts';

let root: string;
const write = (name: string, text = 'x'): void => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
};
const paths = (inputs: string[], cwd = root): string[] => listInputs(inputs, cwd).files.map((f) => f.path);
const skipped = (inputs: string[]): string[] => listInputs(inputs, root).skipped.map((s) => `${s.path}: ${s.reason}`);

beforeAll(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'wenshai-walk-')));
  for (const name of [
    'a/x.txt',
    'a/b/y.html',
    'a/b/Z.HTM',
    'a/c.jsonl.gz',
    'a/note.md',
    'a/p.png',
    'a/.hidden/h.txt',
    'a/.h.txt',
    'a/node_modules/m.txt',
    'a/[1].txt',
    'd/十.txt',
    'd/odd.dat',
    'e/only.png',
  ])
    write(name);
  fs.symlinkSync('..', path.join(root, 'a/b/up'));
  fs.symlinkSync('../d', path.join(root, 'a/A-link'));
  fs.symlinkSync('x.txt', path.join(root, 'a/A.txt'));
  fs.symlinkSync('nowhere', path.join(root, 'a/dead.txt'));
  fs.symlinkSync('self.txt', path.join(root, 'a/self.txt'));
  execFileSync('mkfifo', [path.join(root, 'a/pipe.txt')]);
});
afterAll(() => fs.rmSync(root, { recursive: true }));

const IN_A = ['a/A-link/十.txt', 'a/[1].txt', 'a/b/Z.HTM', 'a/b/y.html', 'a/c.jsonl.gz', 'a/note.md', 'a/x.txt'];

describe('inputs', () => {
  it('are files of known formats below a folder, in code-unit order', () => {
    expect(paths(['a'])).toEqual(IN_A);
    expect(listInputs(['a/x.txt'], root).files).toMatchObject([
      {
        absolute: path.join(root, 'a/x.txt'),
        bytes: 1,
        changedMs: expect.any(Number),
        stamp: expect.stringMatching(/^1 /),
      },
    ]);
  });

  it('may be feeds, told by what they hold: what else is called .xml is passed over', () => {
    write('feeds/a.xml', '<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>');
    write('feeds/b.atom', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>');
    write('feeds/sitemap.xml', '<?xml version="1.0"?>\n<urlset></urlset>');
    write('feeds/empty.xml', '');
    expect(paths(['feeds'])).toEqual(['feeds/a.xml', 'feeds/b.atom']);
    expect(skipped(['feeds'])).toEqual(['feeds/empty.xml: unsupported', 'feeds/sitemap.xml: unsupported']);
    fs.rmSync(path.join(root, 'feeds'), { recursive: true });
  });

  it('may be pages under the names that servers and copies of sites give them, told by what they hold', () => {
    const html = '<!DOCTYPE html><html><body><p>各村渠长：水渠账本请于月底前贴上墙。</p></body></html>';
    const pages = [
      'a.shtml',
      'b.ASPX',
      'c.jsp',
      'd.php',
      'e.xhtml',
      'f',
      'index.html?id=3',
      'index.html@id=1',
      'index.html.2',
    ];
    for (const name of pages) write(`site/${name}`, html);
    write('site/note.text', '各村渠长');
    for (const [name, text] of [
      ['program.php', '<?php echo "<html><p>1</p><p>2</p><p>3</p>"; ?>'],
      ['LICENSE', '水利站许可'],
      ['style.css?v=3', html],
      ['odd.dat', html],
    ] as const)
      write(`site/${name}`, text);
    expect(paths(['site'])).toEqual([
      'site/a.shtml',
      'site/b.ASPX',
      'site/c.jsp',
      'site/d.php',
      'site/e.xhtml',
      'site/f',
      'site/index.html.2',
      'site/index.html?id=3',
      'site/index.html@id=1',
      'site/note.text',
    ]);
    expect(skipped(['site']).map((s) => s.split(':')[0])).toEqual([
      'site/LICENSE',
      'site/odd.dat',
      'site/program.php',
      'site/style.css?v=3',
    ]);
    fs.rmSync(path.join(root, 'site'), { recursive: true });
  });

  it('may be of any format that is read', () => {
    const names = [
      'a.tsv',
      'b.docx',
      'c.PDF',
      'd.mht',
      'e.warc.gz',
      'f.tar.gz',
      'g.tgz',
      'h.xlsx',
      'i.zip',
      'j.csv.gz',
    ];
    for (const name of [...names, 'k.tar.bz2', 'l.xls']) write(`formats/${name}`);
    expect(paths(['formats'])).toEqual(names.map((name) => `formats/${name}`));
    fs.rmSync(path.join(root, 'formats'), { recursive: true });
  });

  it('are what else was found, with the reason', () => {
    expect(skipped(['a'])).toEqual([
      'a/A-link/odd.dat: unsupported',
      'a/dead.txt: broken link',
      'a/p.png: unsupported',
      'a/pipe.txt: not a file (FIFO)',
      'a/self.txt: link to itself',
    ]);
    expect(skipped(['a/pipe.txt'])).toEqual(['a/pipe.txt: not a file (FIFO)']);
    // Where it was named it is missed, in a folder it is not.
    const failed = (input: string): unknown =>
      listInputs([input], root).skipped.find((s) => /pipe/.test(s.path))?.failed;
    expect([failed('a/pipe.txt'), failed('a')]).toEqual([true, false]);
    expect(() => listInputs(['a/\ufffd.txt'], root)).toThrow(/not UTF-8: a\//);
  });

  it('come once, under their own path, in whatever order they are named', () => {
    const all = [...IN_A.slice(1), 'd/十.txt'];
    for (const inputs of [
      ['a', 'd'],
      ['d', 'a'],
      ['a', 'a/x.txt', 'd', './a/b/../x.txt'],
      ['a/A-link', 'a', 'd'],
      ['.'],
    ])
      expect(paths(inputs)).toEqual(all);
  });

  it('follow links to files', () => {
    expect(paths(['a/A.txt'])).toEqual(['a/A.txt']);
    expect(paths(['a/A.txt', 'a/x.txt'])).toEqual(['a/x.txt']);
  });

  it('may be globs', () => {
    expect(paths(['a/**/*.{html,HTM}'])).toEqual(['a/b/Z.HTM', 'a/b/y.html']);
    expect(paths(['a/*.txt'])).toEqual(['a/[1].txt', 'a/x.txt']);
    expect(paths(['*'])).toEqual([...IN_A.slice(1), 'd/十.txt']);
  });

  it('with the signs of a glob in their name are meant literally first', () => {
    expect(paths(['a/[1].txt'])).toEqual(['a/[1].txt']);
  });

  it('that are named are read whatever their kind, hidden ones too', () => {
    expect(paths(['d/odd.dat', 'a/.h.txt'])).toEqual(['a/.h.txt', 'd/odd.dat']);
    expect(listInputs(['d', 'd/odd.dat'], root)).toMatchObject({ skipped: [] });
  });

  it('outside the working directory are shown with ..', () => {
    expect(paths(['../d', path.join(root, 'a/x.txt')], path.join(root, 'e'))).toEqual(['../a/x.txt', '../d/十.txt']);
  });

  it('that name nothing are an error of one line', () => {
    expect(() => listInputs(['a', 'nix'], root)).toThrow(/^no such file or folder: nix$/);
    expect(() => listInputs(['a/*.xyz'], root)).toThrow(/^nothing matches: a\/\*\.xyz$/);
  });

  it('are found by a glob whose beginning is a link, an absolute path or an upper folder', () => {
    expect(paths(['a/A-link/*.txt'])).toEqual(['a/A-link/十.txt']);
    expect(paths([`${root}/d/*.txt`])).toEqual(['d/十.txt']);
    expect(paths(['../d/*.txt'], path.join(root, 'e'))).toEqual(['../d/十.txt']);
    expect(paths(['**/十.txt'])).toEqual(['d/十.txt']);
    expect(() => paths(['none/*.txt'])).toThrow('nothing matches: none/*.txt');
  });

  it('may be a folder without anything to read', () => {
    expect(listInputs(['e'], root)).toEqual({
      files: [],
      skipped: [{ path: 'e/only.png', reason: 'unsupported', failed: false }],
    });
  });
});

import type { Edit } from '../../text/edits.ts';
import { endsSentence, opensItem } from './shape.ts';

/** The indent of a Chinese paragraph, left inside a line when its line break was lost. */
const INDENT =
  /(?<=[^\s\u3000])[ \t\u00a0]*(?:\u3000[ \t\u00a0]*){2,}(?=[^\s\u3000])|(?<=[^\s])\u00a0{4,}(?=[^\s])|(?<=[。！？；：”）]) {4,}(?=[^ \n])/g;
/** What follows an indent and is a paragraph rather than a name in a table (姓　　名) or a field of a header. */
const PARAGRAPH_LENGTH = 20;
/** Units looked at on either side: a page may be one line of many megabytes. */
const NEAR = 200;
const NUMERALS = '一二三四五六七八九十';

/** A blank of a form (书记(签字):　　　日期:): it ends like a sentence, and the one beside it is in the same row. */
const BLANK = /^[^\n。！？；，：:]{2,16}[：:]$/;

/** A date on its own: what closes a letter or a notice. */
const DATE =
  /^(?:[0-9]{4}|[〇○零一二三四五六七八九十]{4})年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日$/;

/** Paragraph breaks where only runs of ideographic spaces are left of them (`normalise/paragraph`). */
export function findParagraphs(text: string): Edit[] {
  const edits: Edit[] = [];
  const runs = [...text.matchAll(INDENT)];
  /** Where the last paragraph set free begins. */
  let free = -1;
  runs.forEach(({ 0: run, index }, i) => {
    const end = index + run.length;
    const from = i ? runs[i - 1]!.index + runs[i - 1]![0].length : 0;
    const before = tail(text.slice(Math.max(from, index - NEAR), index));
    const after = head(text.slice(end, Math.min(runs[i + 1]?.index ?? text.length, end + NEAR)));
    const breaks =
      (endsSentence(before) && !(BLANK.test(before) && BLANK.test(after))) ||
      opensItem(after) ||
      (opensItem(before) && endsSentence(after)) ||
      (after.length >= PARAGRAPH_LENGTH && (opensItem(before) || /[。！？]/.test(after))) ||
      // Who signed, and when: not a row of a table, as a paragraph has ended right before.
      (free === from && DATE.test(after) && !before.includes('\n'));
    if (!breaks) return;
    edits.push({ start: index, end, insert: '\n', rule: 'normalise/paragraph' });
    free = end;
  });
  return edits;
}

function tail(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function head(text: string): string {
  const stop = text.indexOf('\n');
  return stop < 0 ? text : text.slice(0, stop);
}

interface Style {
  marker: RegExp;
  value(marker: string): number;
  /** How many consecutive numbers a line needs before it is taken apart. */
  least: number;
}

/** Only after a full stop: enumerations that run on after ； are one sentence and stay one line. */
const STYLES: Style[] = [
  { marker: /(?:^|(?<=[。！？][”）]?) ?)([一二三四五六七八九十]{1,3})、/gm, value: chinese, least: 2 },
  { marker: /(?:^|(?<=[。！？][”）]?) ?)[(（]([一二三四五六七八九十]{1,3})[)）]/gm, value: chinese, least: 2 },
  { marker: /(?:^|(?<=[。！？][”）]?) ?)([0-9]{1,2})(?:[、．]|[.](?![0-9]))/gm, value: Number, least: 3 },
];

/** 一 … 九十九; 0 for anything else. */
function chinese(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const digit = (c: string | undefined) => (c ? NUMERALS.indexOf(c) + 1 : 0);
  return numeral.includes('十') ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(ones);
}

/**
 * Items that ran together in one line get lines of their own (`normalise/split-items`), where the line opens with the first of them and
 * each of the others follows a full stop and is one more than the last.
 */
export function findItems(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const style of STYLES) for (const chain of chains(text, style)) for (const at of chain.slice(1)) edits.push(at);
  edits.sort((x, y) => x.start - y.start);
  return edits.filter((e, i) => !i || e.start >= edits[i - 1]!.end);
}

function chains(text: string, { marker, value, least }: Style): Edit[][] {
  const found: Edit[][] = [];
  let chain: Edit[] = [];
  let last = 0;
  const close = () => {
    if (chain.length >= least) found.push(chain);
    chain = [];
  };
  for (const m of text.matchAll(marker)) {
    const opensLine = m.index === 0 || text[m.index - 1] === '\n';
    const n = value(m[1]!);
    if (opensLine) close();
    const fits =
      opensLine || (chain.length > 0 && n === last + 1 && !text.slice(chain.at(-1)!.start + 1, m.index).includes('\n'));
    if (!fits) {
      if (!opensLine) close();
      continue;
    }
    last = n;
    const space = m[0].startsWith(' ') ? 1 : 0;
    chain.push({ start: m.index, end: m.index + space, insert: '\n', rule: 'normalise/split-items' });
  }
  close();
  return found;
}

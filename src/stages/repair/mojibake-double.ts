import type { Edit } from '../../text/edits.ts';
import { isHan } from '../../text/hanzi.ts';
import { characterCost, isTraditional } from '../../text/language.ts';
import { codePoint, gbkCodes, sequenceLength, windows1252 } from './mojibake-codecs.ts';
import { fillHole } from './mojibake-fill.ts';
import { afterLostLead, endings, fillGaps, GAP, LOST_LEAD } from './mojibake-gap.ts';
import { isChinesePunctuation, isPlausibleChinese, rarity } from './mojibake-score.ts';

const RULE = 'repair/mojibake';

/** 鎶撳ソ for 抓好: ideographs of the rare half of GBK whose bytes are UTF-8. */
export function fromGbk(line: string): Edit[] {
  const { codeOf } = gbkCodes();
  const edits: Edit[] = [];
  for (let i = 0; i < line.length; i++) {
    const lead = codeOf[line.charCodeAt(i)]! >> 8;
    if (lead < 0xe2 || lead > 0xef) continue;
    const run = gbkRun(line, i);
    if (run.text && isLikelier(line.slice(i, run.end), run.text, 1))
      edits.push({ start: i, end: run.end, insert: run.text, rule: RULE, why: 'UTF-8 read as GBK' });
    i = Math.max(i, run.end - 1);
  }
  if (!edits.some((e) => e.end - e.start >= 3)) return [];
  return filled(
    line,
    [...edits, ...loneRemains(line, edits)].sort((a, b) => a.start - b.start),
  );
}

/** The same edits, the characters that lost their last byte (锛?, 鏈�) filled in where the language leaves no doubt. */
function filled(line: string, edits: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  let before = '';
  let at = 0;
  edits.forEach((edit, k) => {
    before += line.slice(at, edit.start);
    at = edit.end;
    let { insert } = edit;
    const hole = insert.endsWith('\ufffd') ? remainsBefore(line, edit.end - 1) : null;
    if (hole) {
      const char = fillHole(hole[0], hole[1], before + insert.slice(0, -1), behind(line, edits, k));
      insert = insert.slice(0, -1) + char;
    }
    before += insert;
    out.push({ ...edit, insert });
  });
  return out;
}

/** The two bytes that the character before the mark at `mark` is: a lead byte of Chinese and the byte behind it. */
function remainsBefore(line: string, mark: number): [number, number] | null {
  const { codeOf } = gbkCodes();
  const unit = line.charCodeAt(mark - 1);
  // 汇€? holds E3 80: the lead byte ends the character before the euro sign.
  const code = unit === EURO ? ((codeOf[line.charCodeAt(mark - 2)]! & 0xff) << 8) | 0x80 : codeOf[unit]!;
  const [lead, middle] = [code >> 8, code & 0xff];
  return sequenceLength(lead) === 3 && middle >= 0x80 && middle <= 0xbf ? [lead, middle] : null;
}

/** What stands behind the k-th edit once the edits are made, up to the next hole. */
function behind(line: string, edits: readonly Edit[], k: number): string {
  let text = '';
  let at = edits[k]!.end;
  for (let next = k + 1; text.length < 20; next++) {
    const edit = edits[next];
    text += line.slice(at, edit ? edit.start : at + 20);
    if (!edit) break;
    text += edit.insert;
    if (edit.insert.includes('\ufffd')) break;
    at = edit.end;
  }
  return text.split('\ufffd')[0]!;
}

/** What stands between digits: 6鏈�10日 is 6月10日. 日 and 时 share two bytes, as do ， and ：, so these stay open. */
const BETWEEN_DIGITS = '年月日时点至到，：';

/** Single characters that lost their last byte, between the runs of a line that is misread: 鏈�10日 for 月10日. */
function loneRemains(line: string, edits: readonly Edit[]): Edit[] {
  const found: Edit[] = [];
  let k = 0;
  for (const { index } of line.matchAll(/[\u3400-\u9fff]\ufffd/g)) {
    while (k < edits.length && edits[k]!.end <= index) k++;
    const code = gbkCodes().codeOf[line.charCodeAt(index)]!;
    const [lead, trail] = [code >> 8, code & 0xff];
    const taken = k < edits.length && edits[k]!.start < index + 2;
    if (taken || sequenceLength(lead) !== 3 || trail < 0x80 || trail > 0xbf) continue;
    const around = `${line[index - 1] ?? ''}${line[index + 2] ?? ''}`;
    const fit = /^[0-9]{2}$/.test(around) ? [...BETWEEN_DIGITS].filter((c) => opensWith(c, lead, trail)) : [];
    const insert = fit.length === 1 ? fit[0]! : '\ufffd';
    found.push({ start: index, end: index + 2, insert, rule: RULE, why: 'UTF-8 read as GBK, a byte lost' });
  }
  return found;
}

function opensWith(char: string, first: number, second: number): boolean {
  const unit = char.charCodeAt(0);
  return first === (0xe0 | (unit >> 12)) && second === (0x80 | ((unit >> 6) & 0x3f));
}

/** Nats above which a character is too rare for a doubtful reading. */
const RARE = 15;
/** The euro sign: A2 E3 since GB 18030, and what a lone 80 is read as. */
const EURO = 0x20ac;

/** The bytes of the character at `i`, behind `pending` bytes of one that has begun. */
function gbkBytes(line: string, i: number, pending: number): number[] {
  const unit = line.charCodeAt(i);
  const code = gbkCodes().codeOf[unit]!;
  if (unit === EURO && !(pending === 2 && goesOn(line.charCodeAt(i + 1)))) return [0x80];
  if (!code) return [];
  return code < 0x100 ? [code] : [code >> 8, code & 0xff];
}

/** Whether a character begins with a byte that goes on with a sequence of UTF-8. */
function goesOn(unit: number): boolean {
  const code = unit === EURO ? 0x8000 : (gbkCodes().codeOf[unit] ?? 0);
  return code >= 0x8000 && code < 0xc000;
}

/** How far a run is read. */
interface Reading {
  /** Of a character that has begun. */
  bytes: readonly number[];
  /** What is whole, with marks for gaps. */
  text: string;
  /** How many gaps the text has. */
  gaps: number;
  /** Behind a gap that took the first byte of a character: what the one before it may have been. */
  firsts: readonly string[];
}

const NOTHING: Reading = { bytes: [], text: '', gaps: 0, firsts: [] };
/** What each gap of a run may have held. */
type Fillings = (readonly string[])[];

/** So much of a text tells its script. */
const SCRIPT_LOOK = 60;
const isTraditionalText = (text: string): boolean =>
  [...text.slice(-SCRIPT_LOOK)].some((c) => isTraditional(c.charCodeAt(0)) === true);

/** A gap behind what is read. */
function withGap({ text, gaps }: Reading, held: readonly string[], fillings: Fillings): Reading {
  fillings.length = gaps;
  fillings.push(held);
  return { bytes: [], text: text + GAP, gaps: gaps + 1, firsts: [] };
}

/** A reading with its pending bytes made a character; null where they are none, or not plausible. */
function whole(reading: Reading, fillings: Fillings): Reading | null {
  const { bytes, text, firsts } = reading;
  if (bytes[0] === LOST_LEAD) {
    const seconds = afterLostLead(bytes[1]!, bytes[2]!, isTraditionalText(text));
    const held = firsts.flatMap((a) => seconds.map((b) => a + b));
    return held.length ? withGap(reading, held, fillings) : null;
  }
  const point = codePoint(bytes);
  // 全 after the run is the bytes of ȫ: what is neither Chinese nor ASCII is where good text begins again.
  return isPlausible(point) ? { ...reading, bytes: [], text: text + String.fromCodePoint(point) } : null;
}

/** The reading with more bytes; null where they are not UTF-8. */
function readOn(reading: Reading, more: readonly number[], fillings: Fillings): Reading | null {
  let now: Reading = reading;
  for (const byte of more) {
    const bytes = [...now.bytes, byte];
    const length = bytes[0] === LOST_LEAD ? 3 : sequenceLength(bytes[0]!);
    if (length < 2 || (bytes.length > 1 && (byte < 0x80 || byte > 0xbf))) return null;
    const next: Reading | null = bytes.length < length ? { ...now, bytes } : whole({ ...now, bytes }, fillings);
    if (!next) return null;
    now = next;
  }
  return now;
}

/** The reading behind a pair of bytes that was dropped before these. */
function readOver(reading: Reading, more: readonly number[], fillings: Fillings): Reading | null {
  const { bytes, text } = reading;
  const ends = bytes[0] === LOST_LEAD ? [] : endings(bytes, isTraditionalText(text));
  if (!ends.length) return null;
  return bytes.length === 2
    ? readOn({ ...reading, bytes: [LOST_LEAD], firsts: ends }, more, fillings)
    : readOn(withGap(reading, ends, fillings), more, fillings);
}

/**
 * Decodes from `start` as long as the bytes are UTF-8; ends where a character of both ends. A byte lost at the end (锛?) becomes
 * U+FFFD; pairs lost inside are filled in as the language has it.
 */
function gbkRun(line: string, start: number): { end: number; text: string } {
  const filledIn = ({ text, gaps }: Reading): string =>
    gaps ? fillGaps(text, fillings, line.slice(Math.max(0, start - 12), start)) : text;
  const fillings: Fillings = [];
  let best = NOTHING;
  let end = start;
  let reading = NOTHING;
  for (let i = start; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    const code = gbkBytes(line, i, reading.bytes.length);
    if (!code.length) {
      if ((unit === 0x3f || unit === 0xfffd) && reading.bytes.length && reading.text.length > 1)
        return { end: i + 1, text: `${filledIn(reading)}\ufffd` };
      break;
    }
    // Behind a gap the euro sign is a byte of its own.
    const plain = readOn(reading, code, fillings);
    // Read as A2 E3 it must have closed a character that texts have.
    const odd =
      unit === EURO && code.length === 2 && characterCost(plain?.text.charCodeAt(plain.text.length - 1) ?? 0) > RARE;
    const next = (odd ? null : plain) ?? readOver(reading, gbkBytes(line, i, 1), fillings);
    if (!next) break;
    reading = next;
    // What a gap held shows by what stands behind it.
    if (!reading.bytes.length && !reading.text.endsWith(GAP)) [best, end] = [reading, i + 1];
  }
  return { end, text: filledIn(best) };
}

/** ASCII, Chinese punctuation, any ideograph (whether it is a common one is weighed over the run). */
function isPlausible(point: number): boolean {
  return (point > 0 && point < 0x80) || (point < 0x10000 && (isHan(point) || isChinesePunctuation(point)));
}

/** Nearly all of the new text is common Chinese, and it is clearly commoner than the old. */
function isLikelier(old: string, text: string, margin: number): boolean {
  let good = 0;
  let all = 0;
  for (const c of text) {
    if (c === '\ufffd') continue;
    all++;
    if (isPlausibleChinese(c.charCodeAt(0)) || c < '\x80') good++;
  }
  return all >= 1 && good >= 0.8 * all && rarity(old) - rarity(text) > margin;
}

/** A stretch of a line whose bytes are double-byte codes, and what these spell. */
interface Stretch {
  start: number;
  end: number;
  text: string;
}

/** µ³½¨ for 党建. A line must have three characters of it; then single ones between digits count too (6ÔÂ). */
export function fromLatin(line: string): Edit[] {
  if (!/[\x80-\xff]{2}/.test(line)) return [];
  const found = latinStretches(line).filter(
    (s) => !/\p{Script=Latin}/u.test((line[s.start - 1] ?? '') + (line[s.end] ?? '')),
  );
  const long = found.filter((s) => s.text.length >= 3).map((s) => s.text);
  if (!long.length || !isLikelier('', long.join(''), -7.3)) return [];
  return found.map(({ start, end, text }) => ({
    start,
    end,
    insert: text,
    rule: RULE,
    why: 'GBK read as Windows-1252',
  }));
}

/** Pairs of GB 2312 only: the rest of GBK is where chance pairs (éa, ÀB) fall. */
function latinStretches(line: string): Stretch[] {
  const { byteOf } = windows1252();
  const { unitOf } = gbkCodes();
  const found: Stretch[] = [];
  for (let start = 0; start < line.length; start++) {
    let text = '';
    let end = start;
    for (; end + 1 < line.length; end += 2) {
      const lead = byteOf[line.charCodeAt(end)]!;
      const trail = byteOf[line.charCodeAt(end + 1)]!;
      const unit = lead >= 0xa1 && trail >= 0xa1 ? unitOf[lead * 256 + trail]! : 0;
      if (!unit) break;
      text += String.fromCharCode(unit);
    }
    if (!text) continue;
    found.push({ start, end, text });
    start = end - 1;
  }
  return found;
}

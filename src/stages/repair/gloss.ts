import type { Edit } from '../../text/edits.ts';
import { characterCost, isTraditional, textCost } from '../../text/language.ts';
import { mainReading, normaliseReading, readingOf } from '../../text/readings.ts';
import { glossAt } from './marks.ts';

/** A reading in brackets behind a character that has it. */
interface Gloss {
  /** Offset of the bracket. */
  start: number;
  end: number;
  char: string;
  reading: string;
  tone: boolean;
}

/** Share of glosses on characters that have one form only from which a page teaches: the converter never glosses those. */
const TAUGHT = 0.1;
/** Glosses from which a page speaks for itself; below, each must stand inside a word. */
const FEW = 4;
/** Nats above which a character is rare. News explain the readings of rare characters: 嵇（jī）康, 盱眙（xū yí）. */
const RARE = 14;
/** Words that a lesson uses around a reading. */
const LESSON =
  /[读讀][音作为為]|拼音|注音|发音|發音|多音|生字|[声聲][调調母]|[韵韻]母|音[节節]|[汉漢][语語字]|念作|部首|[笔筆][画畫]|形近字|[词詞]典|[字辞辭]典/;

/**
 * Finds the glosses that the converter left: `機關(guān)黨建` → `機關黨建`.
 *
 * Whether a bracket is a gloss or a lesson is decided by the whole text. The converter glosses some sixty common
 * traditional characters wherever they stand; a lesson glosses whole words, rare characters, or any character at all,
 * and sets them in lists.
 *
 * @param damaged the page was seen to have gone through the converter: even a single gloss is its work
 */
export function findGlosses(text: string, damaged = false): Edit[] {
  const all = collect(text);
  const rule = judge(text, all, damaged);
  const found = all.filter((g) => rule(g));
  const space = areSpaced(text, found) ? 1 : 0;
  return found.map((g) => ({
    start: g.start,
    end: g.end + (text[g.end] === ' ' && text[g.end + 1] !== ' ' ? space : 0),
    insert: '',
    rule: 'repair/gloss',
    why: `${normaliseReading(g.reading)} is a reading of ${g.char}`,
  }));
}

/** 對黨(dang) 政領導: one converter writes a space behind each of its glosses, which belongs to them. */
const SPACED = 0.8;

function areSpaced(text: string, found: readonly Gloss[]): boolean {
  const spaced = found.filter((g) => text[g.end] === ' ' && isHan(text[g.end + 1])).length;
  const tight = found.filter((g) => isHan(text[g.end])).length;
  return spaced >= FEW && spaced >= SPACED * (spaced + tight);
}

const BRACKET = /[(（](?=[ a-zA-ZüɑɡāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜêńňǹăĕĭŏŭĀÁǍÀĒÉĚÈŌÓǑÒ])/g;

function collect(text: string): Gloss[] {
  const out: Gloss[] = [];
  for (const m of text.matchAll(BRACKET)) {
    const start = m.index;
    const char = text[start - 1] ?? '';
    if (!isHan(char)) continue;
    const mark = glossAt(text, start, true);
    const fit = mark && readingOf(char, mark.reading);
    if (fit) out.push({ start, end: mark.end, char, reading: mark.reading, tone: fit === 'exact' });
  }
  return out;
}

function isHan(char: string | undefined): boolean {
  return char !== undefined && char >= '\u3400' && char <= '\u9fff';
}

/** Inside running text: Han on both sides, or a part of the sentence goes on behind it. */
function isInside(text: string, g: Gloss): boolean {
  return isHan(text[g.start - 2]) || isHan(text[g.end]) || isInBrackets(text, g);
}

/** 各縣（區(qū)）的: the character is an addition to the word before it. */
function isInBrackets(text: string, g: Gloss): boolean {
  return /[(（]/.test(text[g.start - 2] ?? '') && /[)）]/.test(text[g.end] ?? '') && isHan(text[g.start - 3]);
}

function judge(text: string, all: Gloss[], damaged: boolean): (g: Gloss) => boolean {
  const none = (): boolean => false;
  if (!all.length) return none;
  // The converter writes from a table of traditional forms. A page converted since shows their simplified forms.
  const two = all.filter((g) => isTraditional(g.char.charCodeAt(0)) !== null);
  if (all.length - two.length > all.length * TAUGHT && all.length - two.length > 1) return none;
  if (countWords(text, all.length) * 5 > all.length) return none;
  const inside = two.filter((g) => isInside(text, g));
  if (inside.length * 2 < two.length) return none;
  const counts = new Map<string, number>();
  for (const g of two) counts.set(g.char, (counts.get(g.char) ?? 0) + 1);
  const many =
    damaged || (two.length >= FEW && (counts.size * 1.2 < two.length || two.length >= 3 * FEW || !LESSON.test(text)));
  return (g) => {
    if (isTraditional(g.char.charCodeAt(0)) === null) return false;
    const common = GLOSSED.has(g.char) || characterCost(g.char.charCodeAt(0)) < RARE;
    if (many) return g.tone || common;
    return common && g.tone && isInside(text, g) && isAlone(text, g);
  };
}

const LATIN = /[(（]([a-zA-Züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ '’-]{4,60})[)）]/g;
const TONES = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/g;

/** Readings of whole words, as only a lesson gives them: 漢語(hànyǔ). Counts no further than `most`. */
function countWords(text: string, most: number): number {
  let n = 0;
  for (const [, inside] of text.matchAll(LATIN)) if ((inside!.match(TONES)?.length ?? 0) > 1 && ++n > most) break;
  return n;
}

/** For pages with few glosses: the usual reading, in running text, and no lesson around it. */
function isAlone(text: string, g: Gloss): boolean {
  const around = text.slice(Math.max(0, g.start - 40), g.end + 40);
  if (LESSON.test(around)) return false;
  if (normaliseReading(g.reading) !== mainReading(g.char)) return false;
  // 「關」（guān）, “關”: a character that is spoken of stands apart.
  return isWord(text, g) || (GLOSSED.has(g.char) && isMidClause(text, g));
}

/** Common traditional characters that the converter is known to gloss. Their readings are explained to nobody. */
const GLOSSED = new Set(
  '團驅關務業發導設領學創經農鎮習現鄉結區內聯規風質統調監構應訓執優轉協續礎產數養權戰態據網穩節環絡預術復衛貿災側請',
);

/** Running text goes on behind the bracket, and does not go on to speak of the character (請（qǐng）字). */
function isMidClause(text: string, g: Gloss): boolean {
  const after = text[g.end];
  if (after === '字' || after === '音') return false;
  return isHan(after) || isInBrackets(text, g) || (isHan(text[g.start - 2]) && /[，。、；,;\d]/.test(after ?? ''));
}

/** The character belongs to a word with a neighbour, so that the bracket cuts the word in two or follows its end. */
function isWord(text: string, g: Gloss): boolean {
  const before = text[g.start - 2];
  const after = text[g.end];
  const joined = (a: string, b: string): boolean => textCost(a + b) < textCost(a) + textCost(b) - 1;
  return (isHan(before) && joined(before!, g.char)) || (isHan(after) && joined(g.char, after!));
}

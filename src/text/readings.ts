import { pinyin } from 'pinyin-pro';
import { simpleForm } from './language.ts';

/** Letters that stand for pinyin letters in old encodings and sloppy input: script a and g, breves for carons, v for ü. */
const LETTERS: Readonly<Record<string, string>> = { ɑ: 'a', ɡ: 'g', ă: 'ǎ', ĕ: 'ě', ĭ: 'ǐ', ŏ: 'ǒ', ŭ: 'ǔ', v: 'ü' };

const known = new Map<string, readonly string[]>();

/**
 * All readings of a character, its own first. pinyin-pro knows traditional characters by one reading (間 jiàn, 說 by three, 説
 * yuè), so those of the simplified form come with them: 间 jiān.
 */
function readings(char: string): readonly string[] {
  let list = known.get(char);
  if (!list) {
    const simple = String.fromCharCode(simpleForm(char.charCodeAt(0)));
    list = [...new Set([char, simple].flatMap(spoken))];
    known.set(char, list);
  }
  return list;
}

function spoken(char: string): string[] {
  const list = pinyin(char, { multiple: true, type: 'array' }).filter((py) => py !== char);
  const other = OTHER[char];
  return other ? [...list, other] : list;
}

/**
 * Readings that pinyin-pro lacks and tools that gloss text use: Unihan's kMandarin of characters with two forms, which keeps older
 * readings and those of Taiwan (績 jī).
 */
const OTHER: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '績jī 跡jī 蹟jī 綏suī 馴xún 鐐liáo 蔔bó 颇pǒ 頗pǒ 銻tí 釩fǎn 鈮nǐ 鉺èr 鉕pō 釙pò 鐧jiān 鯡fèi 鶻gú 蜆xiàn 谝pián 諞pián 擼lǔ 嚕lǔ ' +
    '幀zhèng 縝chēn 閡ài 頦hái 鯽zéi 齜chái 嬤mā 嬷mā 鉆chān 鉈shī 鉿jiā 錁guǒ 錇póu 鍩tiǎn 鍶sōng 賧tàn 躦cuó 扞gǎn 綉tòu 躂dá 跶dá 呒wǔ 哒dá'
  )
    .split(' ')
    .map((entry) => [entry[0]!, entry.slice(1)]),
);

/** A reading in one spelling: lower case, composed, without white space, ü for v. `Luò ` is `luò`. */
export function normaliseReading(reading: string): string {
  let plain = spellings.get(reading);
  if (plain === undefined) {
    plain = reading
      .trim()
      .toLowerCase()
      .normalize('NFC')
      .replace('u:', 'ü')
      .replace(/[ɑɡăĕĭŏŭv]/g, (c) => LETTERS[c]!);
    if (spellings.size >= MOST_SPELLINGS) spellings.clear();
    spellings.set(reading, plain);
  }
  return plain;
}

/** Readings as they were met, and in one spelling. */
const spellings = new Map<string, string>();
const MOST_SPELLINGS = 5000;

/** The syllable without its tone: `qū` → `qu`, `lǜ` → `lü`. */
function withoutTone(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
}

/** The first reading of a character, the one that tools which know only one will give; '' where it has none. */
export function mainReading(char: string): string {
  return readings(char)[0] ?? '';
}

/**
 * Whether `reading` is a reading of `char` (simplified or traditional).
 *
 * @returns `exact` when tone and all agree, `toneless` when it is a reading written without tone, otherwise null.
 */
export function readingOf(char: string, reading: string): Fit {
  const judged = fits.get(reading)?.get(char);
  if (judged !== undefined) return judged;
  const fit = compare(char, reading);
  if (++fitted > MOST_FITS) {
    fits.clear();
    fitted = 1;
  }
  const own = fits.get(reading) ?? new Map<string, Fit>();
  fits.set(reading, own.set(char, fit));
  return fit;
}

type Fit = 'exact' | 'toneless' | null;

/** Answers given, by reading and character, and how many: a page asks for the same few again and again. */
const fits = new Map<string, Map<string, Fit>>();
let fitted = 0;
const MOST_FITS = 20_000;

function compare(char: string, reading: string): Fit {
  const py = normaliseReading(reading);
  const list = readings(char);
  if (list.includes(py)) return 'exact';
  return py === withoutTone(py) && list.some((r) => withoutTone(r) === py) ? 'toneless' : null;
}

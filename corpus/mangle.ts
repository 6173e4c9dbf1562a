/** The other damage to characters (NOISE 2) and to layout (NOISE 4). All of it is deterministic. */
import iconv from 'iconv-lite';
import { random } from '../test/bench/damage.ts';

/** Bytes 80–9F that the code pages leave open: the WHATWG decoders, and so browsers, make them C1 controls. */
const HOLES: Readonly<Record<string, readonly number[]>> = {
  'windows-1252': [0x81, 0x8d, 0x8f, 0x90, 0x9d],
  'windows-1251': [0x98],
};

/** Text whose bytes in one encoding were read in another. Throws where that loses anything, since then nothing could restore it. */
export function misread(text: string, wrote: string, read: string): string {
  const bytes = iconv.encode(text, wrote);
  const holes = HOLES[read];
  const one = (b: number) => (holes?.includes(b) ? String.fromCharCode(b) : iconv.decode(Buffer.from([b]), read));
  const seen = holes ? [...bytes].map(one).join('') : iconv.decode(bytes, read);
  const back = holes ? bytes : iconv.encode(seen, read);
  if (/[\ufffd\ue000-\uf8ff]/.test(seen) || !back.equals(bytes))
    throw new Error(`${wrote} read as ${read} loses characters`);
  return seen;
}

/** Whether {@link misread} would lose nothing. */
export function survives(text: string, wrote: string, read: string): boolean {
  try {
    misread(text, wrote, read);
    return true;
  } catch {
    return false;
  }
}

/** Applies `change` to every `n`-th match. */
export function every(text: string, pattern: RegExp, n: number, change: (match: string) => string): string {
  let k = 0;
  return text.replace(pattern, (m) => (k++ % n === 0 ? change(m) : m));
}

/** Each character with the radical that looks like it. */
const KANGXI: Readonly<Record<string, string>> = Object.fromEntries(
  '人⼈ 一⼀ 工⼯ 大⼤ 小⼩ 力⼒ 心⼼ 日⽇ 月⽉ 文⽂ 比⽐ 水⽔ 生⽣ 用⽤ 目⽬ 立⽴ 老⽼ 自⾃ 行⾏ 见⻅ 车⻋ 长⻓ 门⻔ 面⾯ 食⻝ 高⾼ 子⼦ 山⼭ 手⼿ 支⽀ 方⽅ 青⻘ 金⾦'
    .split(' ')
    .map((p) => [...p]),
);

/** Radicals and compatibility forms where characters should be, as PDF extraction leaves them. */
export const radicals = (text: string, n = 3): string =>
  every(text, new RegExp(`[${Object.keys(KANGXI).join('')}]`, 'gu'), n, (c) => KANGXI[c] ?? c);

/** `&#x515A;` and `&#20826;` in turn, for Han characters. */
export function entities(text: string, n = 1): string {
  let k = 0;
  return every(text, /\p{Script=Han}/gu, n, (c) =>
    k++ % 2 ? `&#${c.codePointAt(0)};` : `&#x${c.codePointAt(0)!.toString(16).toUpperCase()};`,
  );
}

/** `\u515a`, as a string literal of JSON has it. */
export const backslashed = (text: string, n = 1): string =>
  every(text, /\P{ASCII}/gu, n, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Zero-width characters and soft hyphens scattered inside. */
export function scattered(text: string, seed: number, share = 0.02): string {
  const next = random(seed);
  const junk = ['\u200b', '\u200c', '\ufeff', '\u00ad', '\u2060'];
  return [...text].map((c) => (c !== '\n' && next() < share ? c + junk[Math.floor(next() * junk.length)] : c)).join('');
}

/** Lines of at most `width` characters, broken where they are full, but not inside a number; every line of a paragraph but the first begins at the margin. */
export function wrapped(text: string, width: number, indent = '　　'): string {
  return text
    .split('\n')
    .map((p) =>
      (indent + p).replace(
        new RegExp(`(.{${width}})(?=.)(?![，。、；：！？”）》%])(?<![“（《])(?!(?<=[\\d.])[\\d.])`, 'gu'),
        '$1\n',
      ),
    )
    .join('\n');
}

/** Puts page numbers after every `height` lines. */
export function paged(text: string, height: number, mark: (page: number, of: number) => string): string {
  const list = text.split('\n');
  const of = Math.ceil(list.length / height);
  return list.map((l, i) => (i % height === height - 1 ? `${l}\n${mark((i + 1) / height, of)}` : l)).join('\n');
}

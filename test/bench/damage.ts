/**
 * The converter's damage, run forwards: a seeded imitation of what content farms did to their pages.
 *
 * What the tool must have done, worked out byte by byte from damaged pages and their originals:
 *
 * 1. The text is converted to traditional character by character (后 余 里 干 范 stay) and encoded as GBK.
 * 2. For each character of a table, *in the table's order*, every occurrence of its two bytes is followed by its reading in
 *    ASCII brackets: a plain search-and-replace on bytes. So the reading is one per character (調 is always diào), every occurrence
 *    in a page is glossed or none, and the pair also matches across two characters, where the table holds many more
 *    characters than are met whole: 因導 is D2F2 8CA7, and F28C is 驅, so the bytes become D2 F28C (qū) A7.
 *    The order shows where two matches overlap: 把握團結 gives `把握?qǐng)F(tuán)結`, so 團 came before 請, and 驅
 *    before 導 (whose own bytes were torn apart by then).
 * 3. Before many of the byte pairs of `！ ； ， ？ 。 、` the text is cut (something was put there that left no trace), again at any
 *    offset, and after the glosses: 。現 is A1|A3AC|46, which shows `?，F(xiàn)`, so AC46 was still glossed.
 *    Each pair was put through on its own: 薄； (B1A1 A3BB) that shows `??；` was cut at A1A3 and again at A3BB. Of the odd places
 *    that could be cut about two in three are (copies of one sentence on one page differ); of A1A3 across two characters one in
 *    nine, as it always overlaps another mark. Sites differ in which pairs they cut: on one only ！ is.
 * 4. The bytes are read as GBK. A lead byte takes the byte after it along even when that cannot be a trail: both become one `?`
 *    (that is how a bracket or the `<` of a tag is eaten). A lead byte before a cut is a lone `?`. Pairs of the
 *    user-defined areas (AAA1–AFFE, F8A1–FEFE, A140–A7A0) vanish. Reading falls into step again at a byte below 0x80, at a cut or by luck.
 * 5. Some sites pad the reading (`luò )`) or set it in full-width brackets; tags and line breaks get in before the bytes are read.
 *
 * Run over the restored text of a page of 106,000 characters the channel gives that page again, except that 13 places were not
 * cut there and one was cut twice.
 */
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/cn2t';

export type Density = 'light' | 'medium' | 'heavy';
/** `naive`: character by character, as the tool did; `t`, `tw`: OpenCC; `over`: with a machine's typical wrong choices; `keep`: as is. */
export type Script = 'naive' | 't' | 'tw' | 'over' | 'keep';
/**
 * `gloss`: a reading after its character; `cross`: one that landed across two; `cut`: a mark matched off step; `drop`: either, and a
 * pair vanished; `lost`: either, and the decoder took along a byte that a later one stood for; `tag`, `wrap`: insertions.
 */
type Kind = 'gloss' | 'cross' | 'cut' | 'drop' | 'lost' | 'tag' | 'wrap';

export interface DamageOptions {
  seed: number;
  /** How many characters of the table a site glosses. Default `medium`. */
  density?: Density;
  script?: Script;
  /** Overrides the choice of characters that `density` makes. */
  glosses?: readonly string[];
  /** Another table than the one that was met, in its order: the same channel lands elsewhere. */
  table?: Readonly<Record<string, string>>;
  /** The marks that the text is cut at; default by density. */
  cuts?: readonly string[];
  /** Share of the places that could be cut that are. Default 0.7. */
  cutShare?: number;
  /** Share of glosses with a space before the closing bracket. Default 0. */
  padded?: number;
  fullWidth?: boolean;
  /** Marks folded to half width afterwards, as many collections do: `?,F(xiàn)`. Applies to `converted` and `original` too. */
  folded?: boolean;
  /** Number of leaked `<span …>` tags. Default 0. */
  tags?: number;
  /** Hard wrap after so many characters. Default: none. */
  wrap?: number;
}

/** A damaged place: `text.slice(start, end) === seen`, and putting every `original` back gives `converted`. */
interface Site {
  start: number;
  end: number;
  original: string;
  seen: string;
  kind: Kind;
}

export interface Damaged {
  text: string;
  /** The text before its bytes were touched, in the target script. */
  converted: string;
  sites: Site[];
}

/** The table in the tool's order: met whole on damaged pages, with the one reading that the tool knows. */
export const GLOSSES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '團tuán 驅qū 關guān 務wù 業yè 發fā 導dǎo 設shè 領lǐng 學xué 創chuàng 經jīng 農nóng 鎮zhèn 習xí 現xiàn 鄉xiāng 結jié 區qū 內nèi 聯lián ' +
    '規guī 風fēng 質zhì 統tǒng 調diào 監jiān 構gòu 應yīng 訓xùn 執zhí 優yōu 轉zhuǎn 協xié 續xù 礎chǔ 產chǎn 數shù 養yǎng 權quán 戰zhàn ' +
    '態tài 據jù 網wǎng 穩wěn 節jié 環huán 絡luò 預yù 術shù 復fù 衛wèi 貿mào 災zāi 側cè 請qǐng'
  )
    .split(' ')
    .map((s) => [[...s][0]!, [...s].slice(1).join('')]),
);

/** Characters that a page at each density has glossed, besides what the cross-character matches hit. */
const SHARE: Record<Density, number> = { light: 8, medium: 22, heavy: Object.keys(GLOSSES).length };
export const CUTS = ['！', '；', '，', '？', '。', '、'] as const;
const CUTS_OF: Record<Density, readonly string[]> = { light: ['！'], medium: CUTS, heavy: CUTS };

/** What character-by-character converters leave alone, because the character is also a traditional one. */
const STAYS = new Set('后余里干面系于只几丑制征升卷斗旋致回托折松板欲游涌症胡舍范虫蜡郁采占');
/** Where OpenCC's first choice for a lone character is not the one that such converters make. */
const FIRST: Readonly<Record<string, string>> = { 签: '簽', 着: '著', 才: '才', 栗: '栗' };
/** A machine's wrong choices on mainland text. */
const OVER: readonly [RegExp, string][] = [
  [/只有/g, '隻有'],
  [/風采/g, '風採'],
  [/證明/g, '証明'],
  [/國家/g, '國傢'],
  [/發展/g, '髮展'],
  [/制度/g, '製度'],
  [/系統/g, '係統'],
  [/出臺/g, '齣台'],
  [/為了/g, '為瞭'],
  [/什麼/g, '甚麼'],
  [/裡/g, '裏'],
  [/聯系/g, '聯係'],
];

/** A small deterministic generator (mulberry32): numbers in [0, 1). */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const toT = Converter({ from: 'cn', to: 't' });
const toTw = Converter({ from: 'cn', to: 'tw' });

/** Simplified to traditional, in the manner of the tool or of others. */
export function convert(text: string, script: Script): string {
  if (script === 'keep') return text;
  if (script === 't') return toT(text);
  if (script === 'tw') return toTw(text);
  if (script === 'over') return OVER.reduce((s, [from, to]) => s.replace(from, to), toTw(text));
  return [...text].map((c) => (STAYS.has(c) ? c : (FIRST[c] ?? toTw(c)))).join('');
}

type Mark = Kind | null;

/** Bytes with the character that each came from (-1: inserted) and what inserted it. A byte of -1 is a cut. */
interface Bytes {
  byte: number[];
  from: number[];
  mark: Mark[];
}

function encode(chars: readonly string[]): Bytes {
  const out: Bytes = { byte: [], from: [], mark: [] };
  chars.forEach((c, i) => {
    for (const b of iconv.encode(c, 'gbk')) push(out, b, i, null);
  });
  return out;
}

function push(out: Bytes, byte: number, from: number, mark: Mark): void {
  out.byte.push(byte);
  out.from.push(from);
  out.mark.push(mark);
}

/** Puts `insert` after (or before) every occurrence of a byte pair, from left to right, at any offset. */
function atPair(text: Bytes, pair: Buffer, insert: () => readonly number[], mark: Mark, before: boolean): Bytes {
  const out: Bytes = { byte: [], from: [], mark: [] };
  const add = () => {
    for (const b of insert()) push(out, b, -1, mark);
  };
  for (let i = 0; i < text.byte.length; i++) {
    const hit = text.byte[i] === pair[0] && text.byte[i + 1] === pair[1];
    if (hit && before) add();
    push(out, text.byte[i]!, text.from[i]!, text.mark[i]!);
    if (!hit) continue;
    i++;
    push(out, text.byte[i]!, text.from[i]!, text.mark[i]!);
    if (!before) add();
  }
  return out;
}

/** What one step of the decoder took, and the character that it is the whole of (-1: none). */
interface Token {
  seen: string;
  froms: number[];
  whole: number;
  mark: Mark;
}

/** Reads GBK as the tool did; see step 4 above. */
function decode(text: Bytes, chars: readonly string[]): Token[] {
  const out: Token[] = [];
  const { byte, from, mark } = text;
  for (let i = 0; i < byte.length; i++) {
    const lead = byte[i]!;
    if (lead < 0) continue;
    const next = byte[i + 1] ?? -1;
    if (lead < 0x80 || lead === 0x80 || lead === 0xff) {
      const seen = lead < 0x80 ? String.fromCharCode(lead) : lead === 0x80 ? '€' : '';
      // A byte below 0x80 may also be the torn-off half of a two-byte character.
      const alone = from[i]! >= 0 && chars[from[i]!]! < '\x80';
      out.push({ seen, froms: [from[i]!], whole: alone ? from[i]! : -1, mark: mark[i]! });
    } else if (next < 0) {
      out.push({ seen: '?', froms: [from[i]!], whole: -1, mark: 'cut' });
    } else {
      i++;
      const froms = [from[i - 1]!, from[i]!];
      const whole = froms[0] === froms[1] ? froms[0]! : -1;
      const inserted = froms[0]! < 0 && froms[1]! < 0;
      const seen = pair(lead, next);
      out.push({ seen, froms, whole, mark: inserted ? mark[i]! : whole >= 0 ? null : froms[1]! < 0 ? 'cross' : 'cut' });
    }
  }
  return out;
}

function pair(lead: number, trail: number): string {
  if (trail < 0x40 || trail === 0x7f || trail === 0xff) return '?';
  const c = iconv.decode(Buffer.from([lead, trail]), 'gbk');
  if (c.length !== 1 || c === '\ufffd') return '?';
  return c >= '\ue000' && c <= '\uf8ff' ? '' : c;
}

/** The kind of a run of damaged tokens: the worst that happened in it. */
function kindOf(run: readonly Token[]): Kind {
  const marks = new Set(run.map((t) => t.mark));
  // An inserted `<` or a printed byte that the orphan before it took along cannot be had back.
  const eaten = run.some((t) => t.seen === '?' && t.froms.length === 2 && t.froms[1]! >= 0);
  if (eaten) return 'lost';
  if (run.some((t) => t.seen === '' && t.froms.every((f) => f >= 0))) return 'drop';
  if (marks.has('cross')) return 'cross';
  for (const k of ['cut', 'gloss', 'tag'] as const) if (marks.has(k)) return k;
  return 'wrap';
}

/** Finds the runs between characters that came through whole, and says what stood there. */
function sitesOf(tokens: readonly Token[], chars: readonly string[]): { text: string; sites: Site[] } {
  const sites: Site[] = [];
  let text = '';
  let next = 0;
  let run: Token[] = [];
  let start = 0;
  const close = (upTo: number) => {
    if (!run.length) return;
    let original = chars.slice(next, upTo).join('');
    const kind = kindOf(run);
    if (kind === 'gloss' && original === '' && next > 0) {
      original = chars[next - 1]!;
      start -= original.length;
    }
    sites.push({ start, end: text.length, original, seen: text.slice(start), kind });
    run = [];
  };
  for (const t of tokens) {
    if (t.whole >= 0 && t.whole === (run.length ? Math.max(next, t.whole) : next)) {
      close(t.whole);
      next = t.whole + 1;
    } else {
      if (!run.length) start = text.length;
      run.push(t);
    }
    text += t.seen;
  }
  close(chars.length);
  return { text, sites };
}

const ascii = (s: string): number[] => [...iconv.encode(s, 'gbk')];

/** Inserts tags and line breaks between characters, before the bytes are read again. */
function interrupt(text: Bytes, at: ReadonlySet<number>, insert: (i: number) => string, mark: Mark): Bytes {
  const out: Bytes = { byte: [], from: [], mark: [] };
  let last = -1;
  text.byte.forEach((b, i) => {
    const from = text.from[i]!;
    if (from >= 0 && from !== last && at.has(from)) for (const x of ascii(insert(from))) push(out, x, -1, mark);
    push(out, b, from, text.mark[i]!);
    if (from >= 0) last = from;
  });
  return out;
}

function choose<T>(list: readonly T[], n: number, next: () => number): Set<T> {
  const pool = [...list];
  const out = new Set<T>();
  while (out.size < n && pool.length) out.add(pool.splice(Math.floor(next() * pool.length), 1)[0]!);
  return out;
}

/** Characters of the text where a line is full: every `width` characters, counted anew after a line break. */
function wrapsAt(chars: readonly string[], width: number): Set<number> {
  const out = new Set<number>();
  let column = 0;
  chars.forEach((c, i) => {
    if (c === '\n') column = -1;
    else if (column === width) {
      // Wrapping programs do not begin a line with a closing mark, nor break a number.
      if ('，。、；：！？”）》%'.includes(c) || /[\d.]{2}/.test(`${chars[i - 1]}${c}`)) column--;
      else {
        out.add(i);
        column = 0;
      }
    }
    column++;
  });
  return out;
}

/**
 * Damages a simplified text. The same options give the same result.
 *
 * @returns the damaged text with the truth about every damaged place; offsets are UTF-16 of the damaged text.
 */
export function damage(text: string, options: DamageOptions): Damaged {
  const { seed, density = 'medium', script = 'naive', padded = 0, tags = 0, wrap = 0, cutShare = 0.7 } = options;
  const next = random(seed);
  const converted = convert(text, script);
  const chars = [...converted];
  const table = options.table ?? GLOSSES;
  const glosses = options.glosses ? new Set(options.glosses) : choose(Object.keys(table), SHARE[density], next);
  let bytes = encode(chars);
  for (const [c, reading] of Object.entries(table)) {
    if (!glosses.has(c)) continue;
    const gloss = () => ascii(`(${reading}${padded && next() < padded ? ' ' : ''})`);
    bytes = atPair(bytes, iconv.encode(c, 'gbk'), gloss, 'gloss', false);
  }
  if (wrap) bytes = interrupt(bytes, wrapsAt(chars, wrap), () => '\n', 'wrap');
  if (tags) bytes = interrupt(bytes, choose([...chars.keys()], tags, next), () => tag(next), 'tag');
  const cut = () => (next() < cutShare ? [-1] : []);
  for (const mark of options.cuts ?? CUTS_OF[density])
    bytes = atPair(bytes, iconv.encode(mark, 'gbk'), cut, null, true);
  const done = sitesOf(decode(bytes, chars), chars);
  const damaged = { converted, ...(options.fullWidth ? widen(done) : done) };
  return options.folded ? fold(damaged) : damaged;
}

/** Folds the marks to half width; one character for one, so offsets stay. */
function fold({ text, converted, sites }: Damaged): Damaged {
  const half = (s: string) => s.replace(/[，；：？！（）％]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return {
    text: half(text),
    converted: half(converted),
    sites: sites.map((s) => ({ ...s, original: half(s.original), seen: half(s.seen) })),
  };
}

function tag(next: () => number): string {
  const id = String(Math.floor(next() * 9e15) + 1e15);
  return `<span id="wwwwwww" class="candidate-entity-word" data-gid="${id}">`;
}

/** Full-width brackets round the readings; lengths stay, so do the offsets. */
function widen(done: { text: string; sites: Site[] }): { text: string; sites: Site[] } {
  const wide = (s: string) => s.replace(/\(([\p{Script=Latin} ]+)\)/gu, '（$1）').replace(/\)/g, '）');
  let text = '';
  let at = 0;
  const sites = done.sites.map((s) => {
    const seen = s.kind === 'tag' || s.kind === 'wrap' ? s.seen : wide(s.seen);
    text += done.text.slice(at, s.start) + seen;
    at = s.end;
    return { ...s, seen };
  });
  return { text: text + done.text.slice(at), sites };
}

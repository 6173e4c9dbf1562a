import { Locale } from 'opencc-js/t2cn';

/**
 * OpenCC's `t2s` (the longest entry wins, left to right) as a walk over UTF-16 units in place: a text has a phrase in one place
 * of fifty, so nearly every unit is one look into an array, where a tree of maps and a list of slices take five times as long.
 *
 * Source of the tables: OpenCC (Apache-2.0) by way of opencc-js.
 */
interface Tables {
  /** By unit: the simplified unit, itself where nothing changes. */
  simple: Uint16Array;
  /** 1 for units that `simple` cannot answer for: with a form beyond the basic plane, halves of pairs, description characters. */
  odd: Uint8Array;
  /** Bits of hashed pairs of units with which a phrase begins. */
  pairs: Uint8Array;
  /** By first and second unit: the phrases, the longest first. */
  phrases: Map<number, { from: string; to: string }[]>;
  /** What `simple` has no room for: characters beyond the basic plane, and those with such a form. */
  rare: Map<string, string>;
}

/** Some 480 pairs: of the others one in 130 passes too, and finds nothing in the map. */
const PAIR_BITS = 16;

/**
 * Characters that one ideographic description sequence may have (⿱⿰木木土 has five). Known wrong case: none; the longest in the
 * lists of Unicode's submitters have some twenty. Without a bound a row of ⿰ takes quadratic time.
 */
const LONGEST_DESCRIPTION = 32;

let tables: Tables | undefined;

function pairBit(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - PAIR_BITS);
}

function entries(dict: string): [string, string][] {
  return dict.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return [from, to];
  });
}

function build(): Tables {
  const [phrases, characters] = Locale.to.cn![0] as [string, string];
  const t: Tables = {
    simple: Uint16Array.from({ length: 0x10000 }, (_, unit) => unit),
    odd: new Uint8Array(0x10000),
    pairs: new Uint8Array(1 << (PAIR_BITS - 3)),
    phrases: new Map(),
    rare: new Map(),
  };
  for (const [from, to] of entries(characters)) {
    if (from.length === 1 && to.length === 1) t.simple[from.charCodeAt(0)] = to.charCodeAt(0);
    else {
      t.rare.set(from, to);
      t.odd[from.charCodeAt(0)] = 1;
    }
  }
  t.odd.fill(1, 0xd800, 0xe000);
  // What an ideographic description sequence describes is not converted.
  t.odd.fill(1, 0x2ff0, 0x3000);
  for (const [from, to] of entries(phrases)) {
    const [first, second] = [from.charCodeAt(0), from.charCodeAt(1)];
    const bit = pairBit(first, second);
    t.pairs[bit >> 3]! |= 1 << (bit & 7);
    const key = first * 0x10000 + second;
    const list = t.phrases.get(key) ?? [];
    list.push({ from, to });
    t.phrases.set(
      key,
      list.sort((a, b) => b.from.length - a.from.length),
    );
  }
  // 二噁英 is the one phrase that grows: its middle has no form of its own, so no other line needs to know.
  for (const [from, to] of entries(phrases)) if (from.length !== to.length) t.odd[from.charCodeAt(1)] = 1;
  return t;
}

/** Whether a unit needs {@link t2s}, which may change the length of a text: {@link t2sInPlace} does not know it. */
export function isOddToT2s(unit: number): boolean {
  tables ??= build();
  return tables.odd[unit] === 1;
}

/** Converts `[from, to)` of `units`, which are those of `text` there and hold no odd one. Words do not run over the ends. */
export function t2sInPlace(units: Uint16Array, text: string, from: number, to: number): void {
  tables ??= build();
  const { simple, pairs } = tables;
  for (let i = from; i < to; i++) {
    const unit = units[i]!;
    if (unit < 0x3400) continue;
    const next = i + 1 < to ? units[i + 1]! : 0;
    const bit = pairBit(unit, next);
    if (pairs[bit >> 3]! & (1 << (bit & 7))) {
      const phrase = phraseAt(text, i, to, unit * 0x10000 + next);
      if (phrase) {
        for (let k = 0; k < phrase.to.length; k++) units[i + k] = phrase.to.charCodeAt(k);
        i += phrase.to.length - 1;
        continue;
      }
    }
    units[i] = simple[unit]!;
  }
}

function phraseAt(text: string, at: number, to: number, key: number): { from: string; to: string } | undefined {
  return tables!.phrases.get(key)?.find(({ from }) => at + from.length <= to && text.startsWith(from, at));
}

/** Converts a text of any kind, one with odd units too. */
export function t2s(text: string): string {
  tables ??= build();
  const out: string[] = [];
  for (let i = 0; i < text.length; ) {
    const phrase = phraseAt(text, i, text.length, text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1));
    const char = phrase?.from ?? String.fromCodePoint(text.codePointAt(i)!);
    const end = isDescription(char.charCodeAt(0)) ? descriptionEnd(text, i) : i + char.length;
    const to = phrase?.to ?? tables.rare.get(char);
    if (to) out.push(to);
    else if (end - i === 1) out.push(String.fromCharCode(tables.simple[text.charCodeAt(i)]!));
    else out.push(text.slice(i, end));
    i = end;
  }
  return out.join('');
}

function isDescription(unit: number): boolean {
  return unit >= 0x2ff0 && unit <= 0x2fff;
}

/** Where the ideographic description sequence that begins at `at` ends; behind its first character if it is cut short. */
function descriptionEnd(text: string, at: number): number {
  let missing = 1;
  let i = at;
  for (let n = 0; missing && i < text.length && n < LONGEST_DESCRIPTION; n++) {
    const unit = text.codePointAt(i)!;
    // ⿲ and ⿳ have three parts, the others two.
    missing += isDescription(unit) ? (unit === 0x2ff2 || unit === 0x2ff3 ? 2 : 1) : -1;
    i += unit > 0xffff ? 2 : 1;
  }
  return missing ? at + 1 : i;
}

/**
 * GBK as bytes: which pair of bytes stands for which character, both ways.
 *
 * The table is that of the WHATWG `gb18030` decoder, which is GBK plus private-use characters for the user-defined area
 * and for the holes. A few pairs that GB 18030 filled later (vertical forms, description characters, the FE row) count
 * as holes here, because the older codecs that made the damage knew nothing of them.
 */

const LEADS = 126; // 81–FE
const TRAILS = 190; // 40–7E, 80–FE

interface Tables {
  /** UTF-16 unit of a pair, at `pair`; 0 where there is none. */
  decode: Uint16Array;
  /** Pair of a UTF-16 unit; 0 where there is none. */
  encode: Uint16Array;
}

let tables: Tables | undefined;

function build(): Tables {
  const bytes = new Uint8Array(LEADS * TRAILS * 2);
  let at = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      bytes[at++] = lead;
      bytes[at++] = trail;
    }
  const text = new TextDecoder('gb18030').decode(bytes);
  const decode = new Uint16Array(0x10000);
  const encode = new Uint16Array(0x10000);
  for (let i = 0; i < text.length; i++) {
    const pair = (bytes[2 * i]! << 8) | bytes[2 * i + 1]!;
    const unit = text.charCodeAt(i);
    decode[pair] = unit;
    if (!encode[unit]) encode[unit] = pair;
  }
  return { decode, encode };
}

/** The pair of bytes (`lead << 8 | trail`) of a UTF-16 unit; 0 when it has none. ASCII has none: it is a single byte. */
export function pairOf(unit: number): number {
  tables ??= build();
  return tables.encode[unit]!;
}

/** The UTF-16 unit a pair of bytes decodes to, private use included; 0 when the bytes are no pair. */
export function unitOf(pair: number): number {
  tables ??= build();
  return tables.decode[pair]!;
}

/** Whether a unit is one that GB 18030 put where GBK has nothing. */
function isLater(unit: number): boolean {
  return (
    (unit >= 0xe000 && unit <= 0xf8ff) ||
    (unit >= 0xfe10 && unit <= 0xfe1f) ||
    (unit >= 0x2ff0 && unit <= 0x2fff) ||
    unit === 0x303e ||
    (unit >= 0x2e80 && unit <= 0x2eff) ||
    (unit >= 0x3400 && unit <= 0x4dbf)
  );
}

/** The UTF-16 unit of a pair that GBK itself assigns; 0 for the user-defined area, for holes and for what is no pair. */
export function assignedUnit(pair: number): number {
  const unit = unitOf(pair);
  return unit && !isLater(unit) ? unit : 0;
}

/** Whether bytes have the shape of a pair but GBK assigns them nothing: a decoder drops or marks such a pair as a whole. */
function isUnassignedPair(pair: number): boolean {
  const unit = unitOf(pair);
  return unit !== 0 && isLater(unit);
}

/** A byte that can open a pair. */
export function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe;
}

/** The GBK bytes of a text; null where a character has none. */
export function gbkBytes(text: string): number[] | null {
  const out: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) out.push(unit);
    else {
      const pair = pairOf(unit);
      if (!pair) return null;
      out.push(pair >> 8, pair & 0xff);
    }
  }
  return out;
}

let across: ReadonlyMap<number, readonly number[]> | undefined;

/**
 * Pairs that GBK assigns nothing, as they can lie across two characters: a trail byte, with the lead bytes that may
 * follow it. Trail bytes with the same leads share one list.
 */
export function unassignedAcross(): ReadonlyMap<number, readonly number[]> {
  if (across) return across;
  const found = new Map<number, readonly number[]>();
  const lists = new Map<string, readonly number[]>();
  for (let trail = 0x81; trail <= 0xfe; trail++) {
    const leads: number[] = [];
    for (let lead = 0x81; lead <= 0xfe; lead++) if (isUnassignedPair((trail << 8) | lead)) leads.push(lead);
    const shared = lists.get(leads.join()) ?? leads;
    lists.set(leads.join(), shared);
    if (leads.length) found.set(trail, shared);
  }
  across = found;
  return across;
}

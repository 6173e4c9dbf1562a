/** Keys that stand in several sets, told by number: what an inverted index is built from. */
export interface SharedKeys {
  /** For every key of every set, in order, the number of its key; {@link ALONE} where no other set has it. */
  ids: Uint32Array;
  /** Where each set begins in `ids`; one more than there are sets. */
  starts: Uint32Array;
  /** How many sets have each key, by number. */
  counts: Uint32Array;
}

/** The number of a key that one set alone has. */
export const ALONE = 0xffffffff;

/** Keys in a part at most, on average: its table (three arrays of twice the size) fits a second-level cache. */
const PART = 1 << 15;

/**
 * Numbers the keys that at least two sets hold. Keys are dealt out to parts by their lowest bits, and each part goes
 * through a hash table that fits the cache: so the time for a key does not grow with their number.
 *
 * @param sets each without repeats
 */
export function sharedKeys(sets: readonly Float64Array[]): SharedKeys {
  const starts = new Uint32Array(sets.length + 1);
  for (let i = 0; i < sets.length; i++) starts[i + 1] = starts[i]! + sets[i]!.length;
  const total = starts[sets.length]!;
  let parts = 1;
  while (parts * PART < total) parts *= 2;
  const dealt = deal(sets, parts, total);
  const ids = new Uint32Array(total).fill(ALONE);
  const counts = new Uint32Array(total >> 1);
  const largest = dealt.ends.reduce((most, end, p) => Math.max(most, end - (p ? dealt.ends[p - 1]! : 0)), 0);
  let slots = 16;
  while (slots < 2 * largest) slots *= 2;
  const table = { slots, keys: new Float64Array(slots), places: new Int32Array(slots), bits: Math.log2(parts) };
  let known = 0;
  for (let p = 0; p < parts; p++) known = numberPart(dealt, p, table, { ids, counts, known });
  return { ids, starts, counts: counts.slice(0, known) };
}

interface Dealt {
  keys: Float64Array;
  places: Uint32Array;
  /** Where each part ends. */
  ends: Uint32Array;
}

function deal(sets: readonly Float64Array[], parts: number, total: number): Dealt {
  const mask = parts - 1;
  const ends = new Uint32Array(parts);
  for (const keys of sets) for (let i = 0; i < keys.length; i++) ends[keys[i]! & mask]!++;
  let sum = 0;
  for (let p = 0; p < parts; p++) {
    const size = ends[p]!;
    ends[p] = sum;
    sum += size;
  }
  const out = { keys: new Float64Array(total), places: new Uint32Array(total), ends };
  let place = 0;
  for (const keys of sets)
    for (let i = 0; i < keys.length; i++) {
      const at = ends[keys[i]! & mask]!++;
      out.keys[at] = keys[i]!;
      out.places[at] = place++;
    }
  return out;
}

interface Table {
  slots: number;
  keys: Float64Array;
  /** 0 where the slot is free; 1 + place of a key that was met once; -1 - number of one that was met again. */
  places: Int32Array;
  /** Low bits that all keys of a part share. */
  bits: number;
}

/** Numbers the keys of one part that stand in several sets. @returns how many keys are numbered now */
function numberPart(
  { keys, places, ends }: Dealt,
  part: number,
  table: Table,
  out: { ids: Uint32Array; counts: Uint32Array; known: number },
): number {
  const { ids, counts } = out;
  const mask = table.slots - 1;
  let { known } = out;
  table.places.fill(0);
  for (let i = part ? ends[part - 1]! : 0; i < ends[part]!; i++) {
    const key = keys[i]!;
    // The second lane's low bits chose the part; these are the ones above, spread.
    let slot = (Math.imul((key | 0) >>> table.bits, 0x9e3779b1) >>> 8) & mask;
    while (table.places[slot] !== 0 && table.keys[slot] !== key) slot = (slot + 1) & mask;
    const was = table.places[slot]!;
    if (was === 0) {
      table.keys[slot] = key;
      table.places[slot] = places[i]! + 1;
    } else if (was > 0) {
      ids[was - 1] = known;
      ids[places[i]!] = known;
      counts[known] = 2;
      table.places[slot] = -1 - known++;
    } else {
      ids[places[i]!] = -1 - was;
      counts[-1 - was]!++;
    }
  }
  return known;
}

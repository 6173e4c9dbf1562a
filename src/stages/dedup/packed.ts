import type { Sketch } from './sketch.ts';

/** Numbers before the keys: length, limit, astral, hidden, origin, titled, owned, number of keys, of anchors. */
const HEAD = 9;

/** A sketch as bytes: its numbers, then its strings. Numbers first, so that arrays can be looked at where they lie. */
export function pack(s: Sketch): Uint8Array {
  const { hidden, date, origin, titled, owned } = s.evidence;
  const head = [s.length, s.limit, Number(s.astral), hidden, origin, titled, owned, s.keys.length, s.anchors.length];
  const strings = Buffer.from(JSON.stringify([s.print, s.raw, date]), 'utf8');
  const numbers = new Float64Array(HEAD + s.keys.length + s.anchors.length);
  numbers.set(head);
  numbers.set(s.keys, HEAD);
  numbers.set(s.anchors, HEAD + s.keys.length);
  return Buffer.concat([new Uint8Array(numbers.buffer), strings]);
}

export function unpack(packed: Uint8Array): Sketch {
  const bytes = packed.byteOffset % 8 ? packed.slice() : packed;
  const view = (from: number, count: number): Float64Array =>
    new Float64Array(bytes.buffer, bytes.byteOffset + 8 * from, count);
  const [length, limit, astral, hidden, origin, titled, owned, keys, anchors] = view(0, HEAD) as unknown as number[] &
    [number, number, number, number, number, number, number, number, number];
  const end = HEAD + keys + anchors;
  const [print, raw, date] = JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset + 8 * end, bytes.length - 8 * end).toString('utf8'),
  ) as [string, string, string | null];
  return {
    print,
    raw,
    length,
    keys: view(HEAD, keys),
    limit,
    astral: astral === 1,
    anchors: view(HEAD + keys, anchors),
    evidence: { hidden, date, origin, titled, owned },
  };
}

import { ROLES } from './roles.ts';
import type { EdgeLine, SiteSketch } from './sketch.ts';

/** Numbers of a line: key, role, start, end. */
const LINE = 4;

/** A sketch as bytes: numbers of lines at the head, of lines at the tail, of prints; the length; these all; the site. */
export function pack({ site, head, tail, prints, length }: SiteSketch): Uint8Array {
  const lines = [...head, ...tail].flatMap((l) => [l.key, ROLES.indexOf(l.role), l.start, l.end]);
  const numbers = Float64Array.of(head.length, tail.length, prints.length, length, ...lines, ...prints);
  return Buffer.concat([new Uint8Array(numbers.buffer), Buffer.from(site, 'utf8')]);
}

export function unpack(packed: Uint8Array): SiteSketch {
  const bytes = packed.byteOffset % 8 ? packed.slice() : packed;
  const [heads, tails, prints, length] = new Float64Array(bytes.buffer, bytes.byteOffset, 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const count = 4 + LINE * (heads + tails) + prints;
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, count);
  const lines = (from: number, n: number): EdgeLine[] => {
    const found: EdgeLine[] = [];
    for (let at = from; at < from + LINE * n; at += LINE)
      found.push({ key: numbers[at]!, role: ROLES[numbers[at + 1]!]!, start: numbers[at + 2]!, end: numbers[at + 3]! });
    return found;
  };
  return {
    site: Buffer.from(bytes.buffer, bytes.byteOffset + 8 * count, bytes.length - 8 * count).toString('utf8'),
    head: lines(4, heads),
    tail: lines(4 + LINE * heads, tails),
    prints: [...numbers.subarray(count - prints)],
    length,
  };
}

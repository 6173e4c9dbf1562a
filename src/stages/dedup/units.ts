import type { Sketched } from '../../pipeline/types.ts';
import type { Sketch } from './sketch.ts';

/** All documents with one and the same folded text. */
export interface Unit {
  /** Best first: the one that would be canonical leads. */
  members: Sketched<Sketch>[];
  sketch: Sketch;
}

/** Order of places: the articles of a page by their number, else by path. */
export function byPlace(x: string, y: string): number {
  const [a, b] = [x.lastIndexOf('/'), y.lastIndexOf('/')];
  const pages = byText(x.slice(0, a), y.slice(0, b));
  return pages || Number(x.slice(a + 1)) - Number(y.slice(b + 1)) || byText(x, y);
}

const byText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/** A later article of its page: somebody collected it, where the first may be all that the page has. */
const isLater = (uid: string): boolean => Number(uid.slice(uid.lastIndexOf('/') + 1)) > 1;

/** The earlier of two days first; of a year and a day in it the year, as far as it tells. */
const byDate = (x: string | null, y: string | null): number => (x !== null && y !== null ? byText(x, y) : 0);

/**
 * Of equal texts the one that tells most of itself: with a headline, from whom it concerns, with an organ or a medium of its own, dated,
 * then the earliest, since copies come later; then by place, so that the order of the input does not matter.
 */
function better(x: Sketched<Sketch>, y: Sketched<Sketch>): number {
  const [a, b] = [x.sketch.evidence, y.sketch.evidence];
  return (
    a.hidden - b.hidden ||
    b.titled - a.titled ||
    b.origin - a.origin ||
    b.owned - a.owned ||
    Number(b.date !== null) - Number(a.date !== null) ||
    byDate(a.date, b.date) ||
    Number(isLater(x.uid)) - Number(isLater(y.uid)) ||
    byPlace(x.uid, y.uid)
  );
}

/**
 * Exact copies folded into units, longest first: whatever contains another comes before it. Then what hides fewer words,
 * then uid.
 */
export function unitsOf(sketches: readonly Sketched<Sketch>[]): Unit[] {
  const byPrint = new Map<string, Sketched<Sketch>[]>();
  for (const s of sketches) {
    // Empty documents are not copies of each other.
    const print = s.sketch.length ? s.sketch.print : `empty ${s.uid}`;
    const list = byPrint.get(print);
    if (list) list.push(s);
    else byPrint.set(print, [s]);
  }
  const units = [...byPrint.values()].map((members) => {
    members.sort(better);
    return { members, sketch: members[0]!.sketch };
  });
  return units.sort(
    (x, y) =>
      y.sketch.length - x.sketch.length ||
      x.sketch.evidence.hidden - y.sketch.evidence.hidden ||
      byPlace(x.members[0]!.uid, y.members[0]!.uid),
  );
}

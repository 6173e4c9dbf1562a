/** A phrase with its quotation marks. */
interface Place {
  open: number;
  close: number;
}

/** Where an article first has each phrase in “…”, read in one pass when it is first asked: thousands of formulas may ask. */
export class Quoted {
  readonly #text: string;
  #places: ReadonlyMap<string, Place> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first place of a phrase, which must have no quotation marks in it. */
  first(phrase: string): Place | null {
    this.#places ??= placesIn(this.#text);
    return this.#places.get(phrase) ?? null;
  }
}

function placesIn(text: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { 0: whole, 1: phrase, index: open } of text.matchAll(/“([^“”]*)”/gu))
    if (!places.has(phrase!)) places.set(phrase!, { open, close: open + whole.length });
  return places;
}

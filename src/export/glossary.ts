import type { StoredArticle } from '../store/store.ts';
import type { Place } from './article.ts';
import { fills, formulaKey, isMasked } from './formulas.ts';
import { fileCells, placeCells, publishedOn, type Row, type StoredSlogan, slogansOf, workId } from './rows.ts';

export const columns = [
  'concept', 'kind', 'members', 'members_works', 'canonical_members', 'variants', 'works', 'mentions', 'first_date', 'first_work',
  'article', 'title', 'path', 'record', 'member', 'part', 'start', 'end', 'quote', 'prefix', 'suffix', 'rule', 'confidence', 'works_list',
] as const; // biome-ignore format: a table

/** One concept of the corpus, as it is gathered. */
interface Concept {
  /** Ways of writing it, with how often each occurs. */
  forms: Map<string, number>;
  /** Those that hide words, as masked copies do. */
  masked: Map<string, number>;
  kinds: Map<string, number>;
  /** Lists of members as texts give them, with the works that do. */
  members: Map<string, { list: string[]; works: Set<string> }>;
  canonical: string[] | null;
  /** Mentions by work: of its copies, versions and fillings the one counts that has most. */
  works: Map<string, number>;
  /** The articles that have it, by uid, with their works. */
  seen: Map<string, string>;
  example: Row;
}

function add(map: Map<string, number>, key: string, n: number): void {
  map.set(key, (map.get(key) ?? 0) + n);
}

/** The commonest key; of equally common ones the first that was met. */
function commonest(map: ReadonlyMap<string, number>): string {
  let best: [string, number] = ['', -1];
  for (const entry of map) if (entry[1] > best[1]) best = entry;
  return best[0];
}

function begin(a: StoredArticle, s: StoredSlogan): Concept {
  const { id, title } = a;
  const example = { article: id, title, ...fileCells(a), ...placeCells(Array.from(a.text), s) };
  return {
    forms: new Map(),
    masked: new Map(),
    kinds: new Map(),
    members: new Map(),
    canonical: s.canonical,
    works: new Map(),
    seen: new Map(),
    example,
  };
}

function most(map: Map<string, number>, key: string, n: number): void {
  map.set(key, Math.max(map.get(key) ?? 0, n));
}

/** What stands in the original between the quotation marks of a mention is one form; its marks are another. @returns mentions */
function gather(c: Concept, a: StoredArticle, s: StoredSlogan, work: string): number {
  const forms: { text: string; mentions: Place[] }[] = [{ text: s.text, mentions: s.mentions }, ...s.variants];
  let n = 0;
  for (const { text, mentions } of forms) {
    add(c.forms, text, mentions.length);
    n += mentions.length;
  }
  add(c.kinds, s.kind, 1);
  if (s.expansion?.length && s.complete !== false) {
    const key = s.expansion.join('\n');
    const given = c.members.get(key) ?? { list: s.expansion, works: new Set() };
    given.works.add(work);
    c.members.set(key, given);
  }
  c.seen.set(a.uid, work);
  return n;
}

/** The list of members that most works give; of equally common ones the first that was met. */
function agreed(members: Concept['members']): [string[] | null, number] {
  let best: [string[] | null, number] = [null, 0];
  for (const { list, works } of members.values()) if (works.size > best[1]) best = [list, works.size];
  return best;
}

/** Puts one concept into another that is the same; `hides` where words of it are hidden. */
function join(into: Concept, c: Concept, hides: boolean): void {
  for (const [form, n] of c.forms) add(hides ? into.masked : into.forms, form, n);
  for (const [form, n] of c.masked) add(into.masked, form, n);
  for (const [kind, n] of c.kinds) add(into.kinds, kind, n);
  for (const [work, n] of c.works) most(into.works, work, n);
  for (const [key, { list, works }] of c.members) {
    const given = into.members.get(key) ?? { list, works: new Set<string>() };
    for (const work of works) given.works.add(work);
    into.members.set(key, given);
  }
  into.canonical ??= c.canonical;
  for (const [uid, work] of c.seen) into.seen.set(uid, work);
}

/**
 * Concepts of which only masks or particles differ as one. Masked ones go to one that a copy of the same work spells out:
 * between works nothing tells which of several fillings was hidden.
 */
function joined(concepts: ReadonlyMap<string, Concept>): Concept[] {
  const byKey = new Map<string, Concept>();
  for (const [concept, c] of concepts) {
    const key = formulaKey(concept, commonest(c.kinds));
    const known = byKey.get(key);
    if (known) join(known, c, false);
    else byKey.set(key, c);
  }
  const masked = [...byKey].filter(([key]) => isMasked(key));
  const spelt = masked.length ? keysByWork(byKey) : new Map<string, string[]>();
  for (const [key, c] of masked) {
    const found = filledIn(key, c, spelt);
    if (found === undefined) continue;
    join(byKey.get(found)!, c, true);
    byKey.delete(key);
  }
  return [...byKey.values()];
}

/** The first key that a masked one may be, of a copy of the same work. */
function filledIn(key: string, { works }: Concept, spelt: ReadonlyMap<string, readonly string[]>): string | undefined {
  for (const work of works.keys()) {
    const found = spelt.get(placeOf(work, key))?.find((other) => fills(key, other));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where the keys of a work are kept that begin, or where a mask begins, end so: else each would be held against all. */
const placeOf = (work: string, key: string): string =>
  !key.startsWith('*') ? `${work} ${key[0]}…` : !key.endsWith('*') ? `${work} …${key.at(-1)}` : work;

function listAt(lists: Map<string, string[]>, place: string): string[] {
  const list = lists.get(place) ?? [];
  lists.set(place, list);
  return list;
}

/** The keys that hide nothing, by the works that have them and by their first and last character. */
function keysByWork(byKey: ReadonlyMap<string, Concept>): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [key, { works }] of byKey) {
    if (isMasked(key)) continue;
    for (const work of works.keys())
      for (const place of [work, `${work} ${key[0]}…`, `${work} …${key.at(-1)}`]) listAt(keys, place).push(key);
  }
  return keys;
}

/** Copies say what the article says that stands for them; slogans are told of that one alone. */
const COPIES = new Set(['exact', 'near']);

/** When a text was first met, by the uid of the article that stands for it: the earliest day of it and of its plain copies. */
class Days {
  readonly #days = new Map<string, string>();

  add(a: StoredArticle): void {
    const { uid, of, relation } = a;
    const day = publishedOn(a);
    if (!day) return;
    const texts = of !== null && COPIES.has(relation ?? '') ? [uid, of] : [uid];
    for (const text of texts) {
      const known = this.#days.get(text);
      if (known === undefined || day < known) this.#days.set(text, day);
    }
  }

  /** The earliest of the articles that have a concept, with its work; of equal days the first that was met. */
  first({ seen }: Concept): { date: string; work: string } | null {
    let first: { date: string; work: string } | null = null;
    for (const [uid, work] of seen) {
      const date = this.#days.get(uid);
      if (date !== undefined && (first === null || date < first.date)) first = { date, work };
    }
    return first;
  }
}

const mentionsOf = (c: Concept): number => [...c.works.values()].reduce((sum, n) => sum + n, 0);

/**
 * The slogans of the whole corpus, a row a concept: how it is written, its members as texts give them and as the field knows
 * them, the works that use it, and when first. The most widely used come first; equally wide ones as they were met.
 */
export function* rows(articles: Iterable<StoredArticle>, ids: ReadonlyMap<string, string>): Iterable<Row> {
  const concepts = new Map<string, Concept>();
  const days = new Days();
  for (const a of articles) {
    days.add(a);
    const work = workId(a, ids);
    const mentions = new Map<Concept, number>();
    for (const s of slogansOf(a)) {
      const concept = concepts.get(s.concept) ?? begin(a, s);
      concepts.set(s.concept, concept);
      mentions.set(concept, (mentions.get(concept) ?? 0) + gather(concept, a, s, work));
    }
    for (const [concept, n] of mentions) most(concept.works, work, n);
  }
  const all = joined(concepts).map((c) => ({ c, mentions: mentionsOf(c) }));
  all.sort((x, y) => y.c.works.size - x.c.works.size || y.mentions - x.mentions);
  for (const { c, mentions } of all) yield rowOf(c, mentions, days);
}

function rowOf(c: Concept, mentions: number, days: Days): Row {
  const first = days.first(c);
  const concept = commonest(c.forms);
  const [members, givers] = agreed(c.members);
  return {
    concept,
    kind: commonest(c.kinds),
    members,
    members_works: givers,
    canonical_members: c.canonical,
    variants: [...c.forms.keys(), ...c.masked.keys()].filter((f) => f !== concept),
    works: c.works.size,
    mentions,
    first_date: first?.date ?? null,
    first_work: first?.work ?? null,
    ...c.example,
    works_list: [...c.works].map(([id, n]) => `${id}:${n}`),
  };
}

import type { StoredArticle } from '../store/store.ts';
import type { Place } from './evidence.ts';
import { placeCells, type Row, type StoredSlogan, slogansOf, workId } from './rows.ts';

export const columns = [
  'concept', 'kind', 'members', 'members_works', 'canonical_members', 'variants', 'works', 'mentions', 'first_date', 'first_work',
  'article', 'title', 'path', 'record', 'part', 'start', 'end', 'quote', 'prefix', 'suffix', 'rule', 'confidence', 'works_list',
] as const; // biome-ignore format: a table

/** One concept of the corpus, as it is gathered. */
interface Concept {
  /** Ways of writing it, with how often each occurs. */
  forms: Map<string, number>;
  kinds: Map<string, number>;
  /** Lists of members as texts give them, with the works that do. */
  members: Map<string, { list: string[]; works: Set<string> }>;
  canonical: string[] | null;
  /** Mentions by work. */
  works: Map<string, number>;
  mentions: number;
  first: { date: string; work: string } | null;
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
  const { id, title, path, record, part } = a;
  const example = { article: id, title, path, record, part, ...placeCells(Array.from(a.text), s) };
  return {
    forms: new Map(),
    kinds: new Map(),
    members: new Map(),
    canonical: s.canonical,
    works: new Map(),
    mentions: 0,
    first: null,
    example,
  };
}

/** What stands in the original between the quotation marks of a mention is one form; its marks are another. */
function gather(c: Concept, a: StoredArticle, s: StoredSlogan, work: string): void {
  const forms: { text: string; mentions: Place[] }[] = [{ text: s.text, mentions: s.mentions }, ...s.variants];
  for (const { text, mentions } of forms) {
    add(c.forms, text, mentions.length);
    c.mentions += mentions.length;
    add(c.works, work, mentions.length);
  }
  add(c.kinds, s.kind, 1);
  if (s.expansion?.length && s.complete !== false) {
    const key = s.expansion.join('\n');
    const given = c.members.get(key) ?? { list: s.expansion, works: new Set() };
    given.works.add(work);
    c.members.set(key, given);
  }
  const date = (a.meta as { published?: string | null }).published?.slice(0, 10) ?? null;
  if (date !== null && (c.first === null || date < c.first.date)) c.first = { date, work };
}

/** The list of members that most works give; of equally common ones the first that was met. */
function agreed(members: Concept['members']): [string[] | null, number] {
  let best: [string[] | null, number] = [null, 0];
  for (const { list, works } of members.values()) if (works.size > best[1]) best = [list, works.size];
  return best;
}

/**
 * The slogans of the whole corpus, a row a concept: how it is written, its members as texts give them and as the field knows
 * them, the works that use it, and when first. The most widely used come first; equally wide ones as they were met.
 */
export function* rows(articles: Iterable<StoredArticle>, ids: ReadonlyMap<string, string>): Iterable<Row> {
  const concepts = new Map<string, Concept>();
  for (const a of articles)
    for (const s of slogansOf(a)) {
      const concept = concepts.get(s.concept) ?? begin(a, s);
      concepts.set(s.concept, concept);
      gather(concept, a, s, workId(a, ids));
    }
  for (const c of [...concepts.values()].sort((x, y) => y.works.size - x.works.size || y.mentions - x.mentions))
    yield rowOf(c);
}

function rowOf(c: Concept): Row {
  const concept = commonest(c.forms);
  const [members, givers] = agreed(c.members);
  return {
    concept,
    kind: commonest(c.kinds),
    members,
    members_works: givers,
    canonical_members: c.canonical,
    variants: [...c.forms.keys()].filter((f) => f !== concept),
    works: c.works.size,
    mentions: c.mentions,
    first_date: c.first?.date ?? null,
    first_work: c.first?.work ?? null,
    ...c.example,
    works_list: [...c.works].map(([id, n]) => `${id}:${n}`),
  };
}

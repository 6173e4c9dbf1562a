import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type {
  Actor,
  Article,
  Bound,
  Change,
  Figure,
  FigureRole,
  Found,
  Point,
  Relation,
  Role,
  Script,
  Slogan,
  SloganKind,
  Slot,
  Work,
} from '../../src/export/article.ts';
import { articleSchema } from '../../src/export/schema.ts';
import type { Origin, Origins } from '../../src/pipeline/types.ts';
import type { FoundFigure, FoundPoint, FoundSlogan } from '../../src/stages/extract/types.ts';

/** All fields there, none null: what such a value has is what the type has. */
type Full<T> = T extends readonly (infer U)[]
  ? Full<U>[]
  : T extends object
    ? { [K in keyof T]-?: Full<NonNullable<T[K]>> }
    : T;
type OptionalKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

const id = '0123456789abcdef';
const place = { start: 0, end: 2 };
const phrase = { text: '云碧', ...place };
const interval = { start: '2023-01-01', end: '2023-12-31' };
const actor = { ...phrase, from: 'text' };
const origin = { from: 'header', ...place };
const attested = { rule: 'r', evidence: 0, confidence: 1 };

const full = {
  id,
  title: '题',
  script: 'hans',
  source: {
    path: 'a.txt',
    record: 1,
    member: 'm',
    url: 'u',
    fetched: '2023-01-01',
    sha256: 'a'.repeat(64),
    charset: 'utf-8',
    part: 1,
    spans: [[0, 2]],
  },
  meta: {
    author: ['田'],
    org: '局',
    publisher: '社',
    published: '2023-01-01',
    dated: '2023-01-01',
    editor: '李',
    views: 1,
    origin: '报',
    number: '1号',
    altTitle: '又',
    disclosure: '公开',
    attachments: ['表'],
  },
  meta_from: {
    title: origin,
    author: origin,
    org: origin,
    publisher: origin,
    published: origin,
    dated: origin,
    editor: origin,
    views: origin,
    origin,
    number: origin,
    altTitle: origin,
    disclosure: origin,
    attachments: origin,
  },
  text: '云碧',
  work: {
    id,
    relation: 'template',
    of: id,
    jaccard: 1,
    containment: 1,
    copyOf: id,
    rule: 'r',
    masked: { jaccard: 1, containment: 1 },
    slots: [{ kind: 'place', from: '云碧', to: '石渡', count: 1 }],
    slotCount: 1,
    size: 1,
    reasons: ['longest'],
    passages: [{ ...place, articles: 2, first: id, in: [{ id, ...place }] }],
    reused: 0,
    phrases: 0,
  },
  points: [
    {
      ...attested,
      ...place,
      id: 'p1',
      number: '一、',
      heading: '云碧',
      headingStart: 0,
      headingEnd: 2,
      parent: 'p2',
      role: 'practice',
      cue: 'c',
      measure: { actor, action: phrase, object: phrase, deadline: { ...phrase, interval }, instrument: phrase },
    },
  ],
  slogans: [
    {
      ...attested,
      text: '一心',
      kind: 'numeral',
      expansion: ['心'],
      complete: true,
      concept: '一心',
      expansionAt: [place],
      canonical: ['心'],
      mentions: [place],
      variants: [{ text: '1心', mentions: [place] }],
    },
  ],
  figures: [
    {
      ...attested,
      ...place,
      text: '2个',
      value: 2,
      min: 1,
      max: 2,
      unit: '个',
      bound: '=',
      indicator: '村',
      role: 'scale',
      per: '年',
      time: '2023年',
      interval,
      actor,
      point: 'p1',
      under: '村',
      change: { ...phrase, kind: 'by', direction: 'up', of: phrase, compared: phrase },
    },
  ],
  evidence: [{ ...place, exact: '云碧', prefix: '', suffix: '' }],
  repairs: [{ rule: 'r', count: 1 }],
} satisfies Full<Article>;

/** Null wherever the type lets it be, at every depth. */
const { value, min, max, ...uncounted } = full.figures[0]!;
const nothing = { actor: null, action: null, object: null, deadline: null, instrument: null };
const open = { start: null, end: null };
const bare: Article[] = [
  {
    ...full,
    title: null,
    source: { ...full.source, record: null, member: null, url: null, fetched: null, charset: null, spans: [[0, 2]] },
    meta: {
      author: [],
      org: null,
      publisher: null,
      published: null,
      dated: null,
      editor: null,
      views: null,
      origin: null,
      number: null,
      altTitle: null,
      disclosure: null,
      attachments: [],
    },
    meta_from: {},
    work: null,
    points: [
      { ...full.points[0]!, number: null, parent: null, measure: null },
      { ...full.points[0]!, measure: nothing },
      { ...full.points[0]!, measure: { ...nothing, deadline: { ...phrase, interval: null } } },
      { ...full.points[0]!, measure: { ...nothing, deadline: { ...phrase, interval: open } } },
    ],
    slogans: [{ ...full.slogans[0]!, expansion: null, complete: null, expansionAt: null, canonical: null }],
    figures: [
      {
        ...uncounted,
        value,
        indicator: null,
        per: null,
        time: null,
        interval: null,
        actor: null,
        point: null,
        under: null,
        change: null,
      },
      {
        ...uncounted,
        min,
        max,
        interval: open,
        actor: { text: '局', from: 'organ' },
        change: { ...full.figures[0]!.change, of: null, compared: null },
      },
    ],
  },
  {
    ...full,
    source: { ...full.source, spans: [] },
    work: {
      ...full.work,
      of: null,
      jaccard: null,
      containment: null,
      copyOf: null,
      passages: [{ ...full.work.passages[0]!, first: null }],
    },
    figures: [],
  },
  {
    ...full,
    source: { ...full.source, spans: [] },
    work: { id, relation: 'canonical', of: null, jaccard: null, containment: null },
    figures: [],
  },
];

interface Schema {
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  enum?: string[];
  type?: string;
}

interface Field {
  at: string;
  optional: boolean;
  nullable: boolean;
  values: string[] | undefined;
}

/** Every property of the schema, at every depth: `points[].measure.actor`. */
function fieldsOf(schema: Schema, at = ''): Field[] {
  if (schema.anyOf) return fieldsOf(schema.anyOf[0]!, at);
  if (schema.items) return fieldsOf(schema.items, `${at}[]`);
  if (typeof schema.additionalProperties === 'object') return fieldsOf(schema.additionalProperties, `${at}{}`);
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const here = at ? `${at}.${key}` : key;
    const nullable = field.anyOf?.[1]?.type === 'null';
    const own = { at: here, optional: !schema.required!.includes(key), nullable, values: field.enum };
    return [own, ...fieldsOf(field, here)];
  });
}

/** The same of a value, and which of its fields are null. */
function keysOf(value: unknown, at = ''): [at: string, isNull: boolean][] {
  if (Array.isArray(value)) return value.flatMap((v) => keysOf(v, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [];
  if (at === 'meta_from') return Object.values(value).flatMap((v) => keysOf(v, `${at}{}`));
  return Object.entries(value).flatMap(([key, v]) => {
    const here = at ? `${at}.${key}` : key;
    return [[here, v === null] as [string, boolean], ...keysOf(v, here)];
  });
}

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const fields = fieldsOf(articleSchema as Schema);

describe('the type of an article', () => {
  it('has every property of the schema, and no other', () => {
    expect(fields.length).toBeGreaterThan(150);
    expect(sorted(keysOf(full).map(([at]) => at))).toEqual(sorted(fields.map((f) => f.at)));
  });

  it('may lack what the schema does not require', () => {
    const places = { start: true, end: true } satisfies Record<OptionalKeys<Actor> & OptionalKeys<Origin>, true>;
    const work = {
      copyOf: true,
      rule: true,
      masked: true,
      slots: true,
      slotCount: true,
      size: true,
      reasons: true,
      passages: true,
      reused: true,
      phrases: true,
    } satisfies Record<OptionalKeys<Work>, true>;
    const figure = { value: true, min: true, max: true } satisfies Record<OptionalKeys<Figure>, true>;
    const elsewhere: OptionalKeys<Article> | OptionalKeys<Point> | OptionalKeys<Slogan> | OptionalKeys<Change> =
      undefined as never;
    expect(elsewhere).toBeUndefined();
    const under = (at: string, keys: object): string[] => Object.keys(keys).map((key) => `${at}.${key}`);
    expect(sorted(fields.filter((f) => f.optional).map((f) => f.at))).toEqual(
      sorted([
        ...under('work', work),
        ...under('figures[]', figure),
        ...under('figures[].actor', places),
        ...under('points[].measure.actor', places),
        ...under('meta_from{}', places),
      ]),
    );
  });

  it('is null where the schema says so', () => {
    const validate = new Ajv2020({ strictTypes: false }).compile(articleSchema);
    for (const article of bare) expect(validate(article) ? [] : validate.errors).toEqual([]);
    const nulls = bare.flatMap((article) => keysOf(article)).flatMap(([at, isNull]) => (isNull ? [at] : []));
    expect(sorted(nulls)).toEqual(sorted(fields.filter((f) => f.nullable).map((f) => f.at)));
  });

  it.each([
    ['a point’s id', (a: any) => Object.assign(a.points[0], { id: 'point 1' })],
    ['a parent', (a: any) => Object.assign(a.points[1], { parent: id })],
    ['the point of a figure', (a: any) => Object.assign(a.figures[0], { point: '1' })],
    ['a work’s id', (a: any) => Object.assign(a.work, { id: 'a.txt#0/1' })],
    ['the id of a canonical article', (a: any) => Object.assign(a.work, { of: 'a.txt#0/1' })],
    ['where a passage stands', (a: any) => Object.assign(a.work.passages[0].in[0], { id: 'a.txt#0/1' })],
    ['masked scores', (a: any) => Object.assign(a.work, { masked: { jaccard: 1 } })],
    ['a slot', (a: any) => Object.assign(a.work, { slots: [{ kind: 'place', from: '云碧' }] })],
  ])('has a form, which the schema knows, for %s', (_, spoil) => {
    const validate = new Ajv2020({ strictTypes: false }).compile(articleSchema);
    const article = structuredClone({ ...bare[0]!, work: full.work });
    expect(validate(article)).toBe(true);
    spoil(article);
    expect(validate(article)).toBe(false);
  });

  it('names the values that the schema names', () => {
    const values = {
      script: { hans: 1, hant: 1, mixed: 1 } satisfies Record<Script, 1>,
      'work.relation': {
        canonical: 1,
        exact: 1,
        near: 1,
        contained: 1,
        version: 1,
        template: 1,
        derived: 1,
      } satisfies Record<Relation, 1>,
      'work.slots[].kind': {
        place: 1,
        organ: 1,
        person: 1,
        date: 1,
        number: 1,
        word: 1,
        sense: 1,
        mask: 1,
      } satisfies Record<Slot['kind'], 1>,
      'points[].role': {
        significance: 1,
        background: 1,
        problem: 1,
        cause: 1,
        practice: 1,
        proposal: 1,
        requirement: 1,
        result: 1,
        other: 1,
      } satisfies Record<Role, 1>,
      'slogans[].kind': { numeral: 1, motto: 1, name: 1 } satisfies Record<SloganKind, 1>,
      'figures[].bound': { '=': 1, '<~': 1, '>~': 1, '~': 1, '>': 1, '>=': 1, '<=': 1, '<': 1 } satisfies Record<
        Bound,
        1
      >,
      'figures[].role': { target: 1, result: 1, scale: 1, weight: 1, frequency: 1 } satisfies Record<FigureRole, 1>,
      'figures[].change.kind': { by: 1, to: 1, from: 1, than: 1 } satisfies Record<Change['kind'], 1>,
      'figures[].change.direction': { up: 1, down: 1 } satisfies Record<Change['direction'], 1>,
    };
    const named = fields.flatMap((f) => (f.values ? [[f.at, sorted(f.values)]] : []));
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries(Object.entries(values).map(([at, keys]) => [at, sorted(Object.keys(keys))])),
    );
  });

  it('is what the stage finds, and knows every field that has an origin', () => {
    const same: [
      Same<FoundPoint, Found<Point>>,
      Same<FoundSlogan, Found<Slogan>>,
      Same<FoundFigure, Found<Figure>>,
      Same<keyof Origins, keyof Article['meta'] | 'title'>,
    ] = [true, true, true, true];
    expect(same).not.toContain(false);
  });
});

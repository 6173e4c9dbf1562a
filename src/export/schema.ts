import { CONTEXT } from './evidence.ts';

const text = { type: 'string' };
const nullable = (type: object): object => ({ anyOf: [type, { type: 'null' }] });
const maybeText = nullable(text);
const number = { type: 'number' };
const offset = { type: 'integer', minimum: 0 };
const articleId = { type: 'string', pattern: '^[0-9a-f]{16}$' };
const pointId = { type: 'string', pattern: '^p[1-9]\\d*$' };
const described = (description: string, type: object): object => ({ description, ...type });

function object(properties: Record<string, object>, optional: readonly string[] = []): object {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
    // Fields may be added, never renamed.
    additionalProperties: true,
  };
}

const list = (items: object): object => ({ type: 'array', items });
const range = {
  start: described('Code points of `text`, from 0, inclusive.', offset),
  end: described('Exclusive.', offset),
};

const confidence = described(
  'How often annotators confirm what this rule finds, a slogan with its kind, a figure with its amount; of a point how likely its role is.',
  { type: 'number', minimum: 0, maximum: 1 },
);
const evidence = described('Index into the article’s `evidence`: the sentence it was read from.', offset);
const phrase = (more: Record<string, object> = {}): object => nullable(object({ text, ...range, ...more }));
const day = nullable({ type: 'string', pattern: '^\\d{4,}-\\d{2}-\\d{2}$' });
const interval = described(
  'First and last day, both included; null where an end is open, or where neither text nor date says when. What says up to when (截至6月底, 目前) has no first day; the end of a month or year (6月底, 年末) is the days or months it means. A result or target without a time has that of the heading above which names a year (2023年工作回顾).',
  nullable(object({ start: day, end: day })),
);

const actor = described(
  'Who does it; null where nothing says.',
  nullable(
    object(
      {
        text,
        from: described(
          '`text`: the item itself; a point’s id: inherited from there; `addressee`: whom the order speaks to; `organ`: the article’s organ, from title or metadata (then without a place).',
          text,
        ),
        ...range,
      },
      ['start', 'end'],
    ),
  ),
);

const measure = described(
  'What a measure (practice, proposal, requirement) says of itself; null for other roles, and in each field where it does not say.',
  nullable(
    object({
      actor,
      action: described('The verb of the heading, or of the first sentence under it.', phrase()),
      object: described('What is acted on.', phrase()),
      deadline: described('Until when.', phrase({ interval })),
      instrument: described('By what means (通过…, 以…为抓手, 依托…, 建立…制度).', phrase()),
    }),
  ),
);

const point = object({
  id: described('`p1`, `p2`, … in document order.', pointId),
  number: described('The marker as written, without its comma; null for an unnumbered heading.', maybeText),
  heading: text,
  parent: described('Id of the point it stands under; null at the top.', nullable(pointId)),
  role: {
    enum: ['significance', 'background', 'problem', 'cause', 'practice', 'proposal', 'requirement', 'result', 'other'],
  },
  cue: described('What decided the role.', text),
  headingStart: described('Where the heading stands; the point itself begins with its marker.', offset),
  headingEnd: offset,
  ...range,
  measure,
  rule: described(
    'How it is marked: the style of its marker, or `block`, `para`, `inline` for an unnumbered one.',
    text,
  ),
  evidence,
  confidence,
});

const slogan = object({
  text: described('Without quotation marks.', text),
  kind: { enum: ['numeral', 'motto', 'name'] },
  expansion: described('The members, where the article enumerates them.', nullable(list(text))),
  complete: described('The members are as many as the numeral says.', nullable({ type: 'boolean' })),
  concept: described('What all ways of writing it share, in this article and in others.', text),
  expansionAt: described('Where the text names the members, a place each.', nullable(list(object(range)))),
  canonical: described(
    'The members as the whole field knows them: general knowledge, never what the article says.',
    nullable(list(text)),
  ),
  mentions: { ...list(object(range)), minItems: 1 },
  variants: described(
    'Other ways in which the article writes it.',
    list(object({ text, mentions: { ...list(object(range)), minItems: 1 } })),
  ),
  rule: described('The pattern that found it.', text),
  evidence,
  confidence,
});

const change = described(
  'That something rose or fell, where the text says so beside the figure; null for all other figures. Counts of what is new (新增), places in a ranking, ratios and what is held against a target or a plan are no changes.',
  nullable(
    object({
      kind: described(
        '`by`: the figure is the amount of the change (增长5.2%, 增速5.2%); `to`, `from`: the level that it came to or from (由45%提高到60%); `than`: how far it is from that of another body (高于全市平均2.1个百分点, 比全省平均低3天), `direction` being above or below.',
        { enum: ['by', 'to', 'from', 'than'] },
      ),
      direction: { enum: ['up', 'down'] },
      text: described('The word that says so, as written; it may stand with another figure of the same row.', text),
      ...range,
      of: described('What changed, where that is itself a change: 降幅 of 降幅收窄1.2个百分点.', phrase()),
      compared: described(
        'What it is measured against, as written: a time (同比, 较上年, 与2019年相比); of `than` the other body (全市平均).',
        phrase(),
      ),
    }),
  ),
);

const figure = {
  ...object(
    {
      text: described('The number with its approximators and unit, as written.', text),
      value: described('In the base unit written out; a range has min and max instead.', number),
      min: number,
      max: number,
      unit: described('As written, without a multiplier.', text),
      bound: { enum: ['=', '<~', '>~', '~', '>', '>=', '<=', '<'] },
      indicator: described('The noun phrase that is counted or measured.', maybeText),
      role: { enum: ['target', 'result', 'scale', 'weight', 'frequency'] },
      per: described('The period of a rate.', maybeText),
      time: described('The time expression it holds for, as written.', maybeText),
      interval,
      actor,
      point: described('Id of the innermost point it stands in.', nullable(pointId)),
      under: described('The heading or weighted indicator above it, where targets are set in levels.', maybeText),
      change,
      ...range,
      rule: described('The pattern that found it.', text),
      evidence,
      confidence,
    },
    ['value', 'min', 'max'],
  ),
  oneOf: [{ required: ['value'] }, { required: ['min', 'max'] }],
};

const share = { type: 'number', minimum: 0, maximum: 1 };

const slot = object({
  kind: { enum: ['place', 'organ', 'person', 'date', 'number', 'word', 'sense', 'mask'] },
  from: described('In the canonical article.', text),
  to: described('In this one.', text),
  count: described('How often.', { type: 'integer', minimum: 1 }),
});

const passage = object({
  ...range,
  articles: described('How many articles have it, this one included; copies of these are not counted.', {
    type: 'integer',
    minimum: 2,
  }),
  first: described(
    'Id of the earliest dated article that has it; may be this one; null where none has a date.',
    nullable(articleId),
  ),
  in: described(
    'Where it stands in other articles, the earliest first; in code points of their `text`.',
    list(object({ id: articleId, ...range })),
  ),
});

/** JSON Schema (draft 2020-12) of one line of `articles.jsonl`; {@link Article} is the same as a type. */
export const articleSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  // Its last number is the version: raised when a field is renamed, removed or comes to mean something else.
  $id: 'urn:wenshai:article:1',
  title: 'wenshai article',
  description:
    'One line of articles.jsonl, version 1: fields may be added, any other change makes another version. Lines are in the order of source path, record and part.',
  ...object({
    id: described('The same article text from the same place has the same id in every run.', articleId),
    title: maybeText,
    script: described('What the source was written in.', { enum: ['hans', 'hant', 'mixed'] }),
    source: object({
      path: described('Relative to the folder the run was started in.', text),
      record: described(
        'Line of a JSONL file, row of a table, page of an archive or a crawl file, from 1.',
        nullable({ type: 'integer', minimum: 1 }),
      ),
      member: described('Name inside an archive, or of a sheet.', maybeText),
      url: maybeText,
      fetched: described('When the page was fetched, ISO 8601.', maybeText),
      sha256: described('Of the raw bytes; of those of the record or member where a file holds several.', {
        type: 'string',
        pattern: '^[0-9a-f]{64}$',
      }),
      charset: described('Encoding the bytes were decoded with.', maybeText),
      part: described('Ordinal of the article within the page.', { type: 'integer', minimum: 1 }),
      spans: described(
        'Half-open [start, end) stretches of the decoded page that the article was cut from, in code points.',
        list({ type: 'array', prefixItems: [offset, offset], minItems: 2, maxItems: 2 }),
      ),
    }),
    meta: object({
      author: list(text),
      org: maybeText,
      publisher: maybeText,
      published: described('ISO 8601 date, or date and time without zone.', maybeText),
      editor: maybeText,
      views: nullable({ type: 'integer' }),
      origin: described('Where the page says the text was taken from.', maybeText),
      number: described('Document number, e.g. 国发〔2014〕14号.', maybeText),
      altTitle: described('A second headline of the page that says something else than the title.', maybeText),
      dated: described(
        'The day that the text itself bears: in brackets under a headline, of the meeting that it records, or in its signature.',
        maybeText,
      ),
      disclosure: described('Who may see it, as the document says: 此件公开发布, 主动公开.', maybeText),
      attachments: described(
        'Names of what is attached, as the document lists them; they stay in the text.',
        list(text),
      ),
    }),
    meta_from: described(
      'Where `title` and each field of `meta` was read: `meta NAME`, `json-ld NAME`, `<title>`, `<h1>` …, `beside` (a line beside the article), `field NAME` (of a record), a kind of line (`header`, `dateline`, `tail` …), or a stage. Offsets, where it is a stretch of the decoded page, are code points as in `source.spans`.',
      {
        type: 'object',
        additionalProperties: object({ from: text, start: offset, end: offset }, ['start', 'end']),
      },
    ),
    text: described('Repaired, simplified, stripped; paragraphs separated by \\n, cells of a table by \\t.', text),
    work: described(
      'The articles that are one work, and what this one is to the best copy; null where the pipeline has no `dedup`.',
      nullable(
        object(
          {
            id: described('Id of the canonical article of the work.', articleId),
            relation: { enum: ['canonical', 'exact', 'near', 'contained', 'version', 'template', 'derived'] },
            of: described('Id of the canonical article; null for itself.', nullable(articleId)),
            jaccard: described(
              'How alike the two are; null where the canonical article was set aside since.',
              nullable(share),
            ),
            containment: described(
              'How much of this article stands in the canonical one; null as above.',
              nullable(share),
            ),
            copyOf: described('Id of the article it copies, where that is not the canonical one.', nullable(articleId)),
            rule: described('What decided the relation.', text),
            masked: described(
              'Both again, with places, organs, persons, dates and figures blotted out.',
              object({ jaccard: share, containment: share }),
            ),
            slots: described('What was exchanged.', list(slot)),
            slotCount: described('How many slots were exchanged; `slots` may hold fewer.', offset),
            size: described('Articles of the work; on the canonical one.', offset),
            reasons: described('Why it is the canonical one.', list(text)),
            passages: described(
              'Stretches of 30 characters and more that it shares with articles of other works, or with the one that it is derived from.',
              list(passage),
            ),
            reused: described('Share of the article that stands in such stretches.', share),
            phrases: described(
              'Share that stands in set phrases, which too many works have to be taken from one.',
              share,
            ),
          },
          ['passages', 'reused', 'phrases', 'copyOf', 'rule', 'masked', 'slots', 'slotCount', 'size', 'reasons'],
        ),
      ),
    ),
    points: list(point),
    slogans: list(slogan),
    figures: list(figure),
    evidence: described(
      `The sentences that points, slogans and figures rest on, each once, in document order. Fields of the W3C Web Annotation TextQuoteSelector (exact, prefix, suffix; context of up to ${CONTEXT} characters) and TextPositionSelector (start, end).`,
      list(object({ ...range, exact: text, prefix: text, suffix: text })),
    ),
    repairs: described(
      'Edits by rule; `wenshai explain <id>` prints them.',
      list(object({ rule: text, count: { type: 'integer', minimum: 1 } })),
    ),
  }),
};

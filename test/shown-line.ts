/**
 * The line of `articles.jsonl` that both readmes show, shortened: a few fields, one measure, one figure, long strings cut with `…`.
 * `npm run readme` writes it anew, `docs.test.ts` holds the readmes to it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FILE = 'corpus/sample/s76-saved.mhtml';
const MEASURE = '强化隐患排查';
const FIGURE = '不少于5万条';
/** Code points of a string that are shown. */
const SHOWN = 24;

/** The fence that holds it in a readme. */
export const LINE = /```json\n([\s\S]*?)```/;

type Json = Record<string, unknown>;
interface Line {
  [field: string]: unknown;
  source: Json;
  meta: Json;
  work: Json;
  points: { heading: string; measure: Record<string, Json | null> }[];
  figures: Json[];
}

const pick = (of: Json, fields: string): Json =>
  Object.fromEntries(fields.split(' ').map((field) => [field, of[field]]));

function cut(_: string, value: unknown): unknown {
  if (typeof value !== 'string' || [...value].length <= SHOWN + 8) return value;
  return `${[...value].slice(0, SHOWN).join('')}…`;
}

/** As `JSON.stringify` in one line, with blanks after colons and commas. */
const inLine = (value: unknown): string =>
  JSON.stringify(value, cut, 1)
    .replace(/\n */g, ' ')
    .replace(/([[{]) | (?=[\]}])/g, '$1');

/** What each part of a measure says; offsets and who says so are left out. */
function said(measure: Record<string, Json | null>): Json {
  const { deadline } = measure;
  const parts = Object.entries(measure).flatMap(([name, part]) => (part ? [[name, part.text]] : []));
  return { ...Object.fromEntries(parts), deadline: deadline && pick(deadline, 'text interval') };
}

/**
 * The block, without its fence.
 *
 * @param folder where `npx wenshai run corpus/sample` has run
 * @throws where the sample has no such article, measure or figure any more
 */
export function shownLine(folder: string): string {
  const lines = readFileSync(path.join(folder, 'out/articles.jsonl'), 'utf8').trim().split('\n');
  const a = lines.map((line) => JSON.parse(line) as Line).find(({ source }) => source.path === FILE);
  const point = a?.points.find(({ heading }) => heading === MEASURE);
  const figure = a?.figures.find(({ text }) => text === FIGURE);
  if (!a || !point || !figure) throw new Error(`${FILE}: not what the readmes show`);
  const { measure, ...rest } = point;
  const fields = [
    ['id', a.id],
    ['title', a.title],
    ['source', pick(a.source, 'path url charset spans')],
    ['meta', pick(a.meta, 'publisher published origin')],
    ['text', a.text],
    ['work', pick(a.work, 'relation size')],
    ['points', [{ ...pick(rest as Json, 'id number heading parent role'), measure: said(measure) }]],
    ['figures', [pick(figure, 'text value unit bound indicator role point start end')]],
  ];
  return `{ ${fields.map(([name, value]) => `"${name}": ${inLine(value)}`).join(',\n  ')} }\n`;
}

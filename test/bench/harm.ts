/**
 * What repair and normalise change in texts that nobody damaged.
 *
 *   npm run bench:harm
 *
 * `form`: edits that give the documented form (width, punctuation, white space, lines; nothing else differs once these are folded).
 * `script`: traditional to simplified in a line of traditional text. `harm`: every other edit, listed with its rule; the aim is 0.
 * Reads the project's own corpus and test/cases/harm.json, and ../shared where it is there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanWith } from '../../src/pipeline/clean.ts';
import { applyEdits, type Edit } from '../../src/text/edits.ts';
import { scriptOf } from '../../src/text/script.ts';
import cases from '../cases/harm.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');

interface Texts {
  name: string;
  texts: string[];
}

function folder(name: string, at: string): Texts[] {
  const dir = path.resolve(root, at);
  if (!existsSync(dir)) return [];
  const files = readdirSync(dir).filter((f) => f.endsWith('.txt'));
  return [{ name, texts: files.map((f) => readFileSync(path.join(dir, f), 'utf8')) }];
}

function json(name: string, at: string, pick: (data: any) => string[]): Texts[] {
  const file = path.resolve(root, at);
  return existsSync(file) ? [{ name, texts: pick(JSON.parse(readFileSync(file, 'utf8'))) }] : [];
}

/** What is left when width, quotation marks, white space and doubled marks are folded. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[“”「」『』〝〞″"‘’']/gu, '"')
    .replace(/。/gu, '.')
    .replace(/[,、]+(?=[,、;.])|([,;:.])\1+/gu, '$1');
}

type Column = 'form' | 'script' | 'harm';

function columnOf({ start, end, insert, rule }: Edit, text: string): Column {
  const line = text.slice(
    text.lastIndexOf('\n', start - 1) + 1,
    (text.indexOf('\n', end) + text.length + 1) % (text.length + 1),
  );
  if (/^normalise\/(?:t2s|overlay)$/.test(rule)) return scriptOf(line) === 'hans' ? 'harm' : 'script';
  if (rule.startsWith('repair/')) return 'harm';
  // A doubled mark or a page number taken out shows only beside its neighbours.
  const [from, to] = [Math.max(0, start - 2), end + 2];
  const before = text.slice(from, to);
  const after = text.slice(from, start) + insert + text.slice(end, to);
  return folded(before) === folded(after) ? 'form' : 'harm';
}

const sources: Texts[] = [
  ...json('suites/pages bodies', '../shared/suites/pages/index.json', (d) =>
    Object.values(d).map((p: any) => p.content),
  ),
  ...folder('gold/dev', '../shared/gold/dev'),
  ...folder('corpus/bodies', 'corpus/bodies'),
  ...folder('corpus/expected', 'corpus/expected'),
  // One of these asks for a repair (a control character that is an ellipsis).
  ...json('ftfy/negative', '../shared/suites/ftfy/negative.json', (d) =>
    d.filter((c: any) => folded(c.fixed) === folded(c.original)).map((c: any) => c.original),
  ),
  { name: 'cases/harm.json', texts: cases.map((c) => c.before) },
];

console.log('texts from'.padEnd(22), 'texts    chars   form script   harm');
const listed: string[] = [];
for (const { name, texts } of sources) {
  const counts: Record<Column, number> = { form: 0, script: 0, harm: 0 };
  for (let text of texts) {
    for (const stage of ['repair', 'normalise'])
      for (const edits of cleanWith(stage, text).passes) {
        for (const e of edits) {
          const column = columnOf(e, text);
          counts[column]++;
          if (column !== 'harm') continue;
          const seen = text.slice(Math.max(0, e.start - 8), e.start);
          const next = text.slice(e.end, e.end + 8);
          listed.push(
            `${name}  ${e.rule}: ${JSON.stringify(`${seen}⟦${text.slice(e.start, e.end)}→${e.insert}⟧${next}`)}`,
          );
        }
        text = applyEdits(text, edits);
      }
  }
  const chars = texts.reduce((n, t) => n + t.length, 0);
  const numbers = [texts.length, chars, counts.form, counts.script, counts.harm];
  console.log(name.padEnd(20), numbers.map((n, i) => String(n).padStart(i === 1 ? 8 : 6)).join(' '));
}
for (const line of listed) console.log(line);

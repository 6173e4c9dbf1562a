import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const corpus = path.resolve(import.meta.dirname, '../../corpus');

/** An annotated article: what its JSON says, and its text. */
export interface Annotated {
  /** File name of the annotation. */
  name: string;
  /** The letters of an author's articles; `own` for the bodies of the sample. */
  author: string;
  text: string;
  title: string | null;
  /** Each trainer says what it reads of these. */
  points: any[];
  slogans: any[];
  figures: any[];
}

/** The annotated articles of a folder of the corpus, by name. */
export function readAnnotated(folder: string): Annotated[] {
  const own = folder === 'bodies';
  return readdirSync(path.join(corpus, folder))
    .filter((f) => f.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = path.join(corpus, folder, name);
      const { title = null, points = [], slogans = [], figures = [] } = JSON.parse(readFileSync(file, 'utf8'));
      const whole = readFileSync(file.replace(/json$/u, 'txt'), 'utf8').trim();
      // A body of the sample has its headline in the first line.
      const text = own ? whole.slice(whole.indexOf('\n') + 1) : whole;
      return { name, author: own ? 'own' : /^[a-z]+/u.exec(name)![0], text, title, points, slogans, figures };
    });
}

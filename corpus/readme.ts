import type { Page } from './lib.ts';

/** The README of this folder: what is here, and the table of pages. */
export function readme(pages: readonly Page[]): string {
  const rows = pages.map((p) => `| \`${p.file}\` | ${p.shows} | ${p.articles.length} |`);
  return `# Sample pages

Pages written for this project, in the manner of the field: case studies, work reports, responsibility letters, notices, speeches, news.
Every body, place, organ and figure in them is invented. Together they show all the damage and all the traps that the stages know.

| folder | what |
|---|---|
| \`bodies/\` | the clean articles, a title line and the text; \`<body>.json\` beside one holds its annotation |
| \`pages/\` | the recipes: which body goes into which page, changed and damaged how |
| \`sample/\` | the pages |
| \`expected/\` | what they should become: \`<page>-a<k>.txt\` the text of the page's k-th article, \`<page>-a<k>.json\` its annotation, \`meta.json\` titles and metadata, \`pairs.json\` relations, \`sites.json\` words that damage hides, \`pages.json\` |
| \`held/\` | eighteen more articles, written and annotated by two people who saw neither the rules nor their output (\`npm run score:held\`); not to be read while writing rules |
| \`held-second/\` | a second annotation of them, by people who saw the guide and the texts alone (\`npm run score:agreement\`) |
| \`fresh/\` | a hundred and fifty-two articles of fourteen others, annotated as blindly; rules and weights (\`npm run train\`) were made on them since (\`npm run score:fresh\`) |
| \`held-pages/\` | a hundred and eighty-four raw pages and what they should become, by seven people who saw none of the rules (\`npm run score:pages\`); rules were made on them since |
| \`blind-pages/\` | twenty-four raw pages of the same kind by an eighth; not to be read while writing rules |

\`node corpus/build.ts\` builds \`sample/\`, \`expected/\` and this page again, byte for byte; \`--check\` fails where they differ.
The damage itself is done by \`test/bench/damage.ts\`, whose docstring says how it came about.

| page | shows | articles |
|---|---|---|
${rows.join('\n')}
`;
}

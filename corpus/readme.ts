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
| \`held/\` | sixty more articles, written and annotated by five people who saw neither the rules nor their output, three of them (ao, ap, aq) after the manner of real pages (\`npm run score:held\`); not to be read while writing rules |
| \`held-second/\` | a second annotation of a hundred and twenty-eight articles, by seven who saw the guide and the texts alone: the sixty held ones, and sixty-eight of ae, af, al and an, which were held out once (\`npm run score:agreement\`) |
| \`fresh/\` | seven hundred and thirty-two articles of thirty-three others, annotated as blindly, seventeen of whom (o, q, s, v, aa to an) wrote after the manner of real pages that they had looked up; rules and weights (\`npm run train\`) were made on them since (\`npm run score:fresh\`) |
| \`held-pages/\` | two hundred and sixty-four raw pages and what they should become, by ten people who saw none of the rules (\`npm run score:pages\`); rules were made on them since |
| \`blind-pages/\` | twenty-four raw pages of the same kind by a tenth; not to be read while writing rules |

\`node corpus/build.ts\` builds \`sample/\`, \`expected/\` and this page again, byte for byte; \`--check\` fails where they differ.
The damage itself is done by \`test/bench/damage.ts\`, whose docstring says how it came about.

| page | shows | articles |
|---|---|---|
${rows.join('\n')}
`;
}

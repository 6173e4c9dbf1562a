import type { Doc } from '../../../src/pipeline/types.ts';
import { site } from '../../../src/stages/site/index.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import { doc } from '../doc.ts';
import { page } from '../page.ts';

/** Subjects for pages that have nothing in common. */
export const SUBJECTS = [...'渠堤路桥井库坝塘林茶果桑麻棉豆麦'].map((c) => `${c}的管护`);

/** Paragraphs of no other page: `page` of a subject repeats its sentences with another noun, these do not even that. */
export function unlike(subject: string): string[] {
  const rest = [...subject].reverse().join('');
  return [
    `我们先把${subject}的底数查了三遍,${rest}的难处也记了下来,逐户填进表里。`,
    `凡是和${subject}有关的事,都由${subject}小组当天办完,${rest}组第二天回访。`,
    `到了年底,${subject}评上了全县第一,${rest}也有人学着做了,还写成了${subject}的文章。`,
  ];
}

/** A page as the stage sees it. */
export function onSite(path: string, lines: readonly string[], more: { url?: string; title?: string } = {}): Doc {
  const made = doc(page(lines), more.title ?? null);
  return { ...made, uid: `${path}#0000000`, source: { ...made.source, path, url: more.url ?? null } };
}

/** Runs the stage over pages; what is left of each, in their order, and the rules that cut. */
export function overSite(docs: readonly Doc[], options = site.defaults) {
  const sketches = docs
    .map((d) => ({ uid: d.uid, sketch: site.sketch(d, options) }))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  const outcomes = site.decide(sketches, { doc: () => docs[0]! }, options);
  return {
    outcomes,
    texts: docs.map((d) => applyPasses(d.text, outcomes.get(d.uid)?.passes ?? [])),
    rules: docs.map((d) => (outcomes.get(d.uid)?.passes ?? []).flat().map((e) => e.rule)),
  };
}

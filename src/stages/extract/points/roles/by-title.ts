/** Sections that the title of the document names otherwise than their own words. */
import type { Node } from '../tree.ts';
import type { Sign } from './labels.ts';
import type { Purpose } from './lexicon.ts';
import { headingOf } from './settle.ts';

const RULES: readonly { title: RegExp; heading: RegExp; purpose: Purpose }[] = [
  // A report of what was mended goes from one fault to the next and says what was done about each.
  {
    title:
      /^(?!.*(?:通知|方案|意见)$).*(?:整改(?:落实|进展|完成|工作|推进)*(?:情况|报告|通报)|整改[^,，]{0,6}情况的?(?:通报|报告|汇报))/,
    heading: /^(?:关于|针对|对)[^,，。]*(?:问题|方面)(?:整改(?:落实)?(?:情况)?)?$/,
    purpose: 'practice',
  },
  // What an inspection made known found: how all stands is its result.
  {
    title: /通报(?:[（(][^（）()]{1,20}[）)])?$/,
    heading: /^(?:总体|基本|整体)(?:情况|评价|成效)$/,
    purpose: 'result',
  },
];

/** Names those sections, in place of what their headings alone would say. */
export function nameByTitle(
  text: string,
  title: string | null,
  nodes: readonly Node[],
  labels: Map<Node, Sign | null>,
): void {
  if (title === null) return;
  const rules = RULES.filter((r) => r.title.test(title));
  if (!rules.length) return;
  for (const n of nodes) {
    const heading = headingOf(text, n);
    const rule = rules.find((r) => r.heading.test(heading));
    if (rule) labels.set(n, { purposes: [rule.purpose], cue: rule.heading.exec(heading)![0].slice(-2) });
  }
}

/**
 * Who a proposal is for. What a section is about (why, what is wrong, what was done) rules read well; whether what should be done
 * is a body's own plan or an order to others is a matter of the whole document, of which each sign says little: there trained
 * weights are better (`npm run train` prints by how much; of other roles they are not, so those stay as the rules have them).
 */
import { clearest, Linear, type LinearTable } from '../linear.ts';
import type { Role } from '../types.ts';
import { ModeFeatures } from './mode-features.ts';
import table from './mode-weights.json' with { type: 'json' };
import type { Decision } from './settle.ts';
import type { Node } from './tree.ts';

/** What a point that the rules take for a proposal may be. */
export const MODES: readonly Role[] = ['practice', 'proposal', 'requirement', 'result'];

/** The role that rules give where they do not know better. */
export const OPEN: Role = 'proposal';

/** A short text says little: what is nearly even stays with the rules. */
export const MARGIN = 0.3;

const model = new Linear<Role>(table as unknown as LinearTable);

/** Features that name a word of the text, behind the equals sign. */
const WORDED = /^(?:document|head|tail|before|opens|ends|heading|top|parent|word)=(.+)$/u;

/** The word that speaks most for the role that was chosen against that of the rules. */
function cueOf(features: readonly string[], chosen: Role, ruled: Role): string {
  let best = 0;
  let cue = 'document';
  for (const f of features) {
    const lean = model.lean(f, chosen, ruled);
    if (lean <= best) continue;
    best = lean;
    cue = WORDED.exec(f)?.[1] ?? 'document';
  }
  return cue;
}

/** The roles of an outline, proposals among them weighed anew. */
export function weighModes(
  text: string,
  title: string | null,
  nodes: readonly Node[],
  decisions: readonly Decision[],
): Decision[] {
  const features = new ModeFeatures(text, title, nodes, decisions);
  const ofDocument = model.sums(features.document);
  return nodes.map((n, i) => {
    const ruled = decisions[i]!;
    if (ruled.role !== OPEN) return ruled;
    const own = features.own(n);
    const role = clearest(model.probabilities(own, ofDocument), ruled.role, MARGIN);
    return role === ruled.role ? ruled : { role, cue: cueOf([...features.document, ...own], role, ruled.role) };
  });
}

/**
 * The last word on a point's mode. What a section is about (why, what is wrong, why so) its heading says, and rules read it.
 * Whether something was done, should be done, was ordered or came of it is a matter of the whole document, of which each sign
 * says little: there trained weights are better than rules (`npm run train` prints by how much).
 */
import { Linear, type LinearTable, likeliest } from '../linear.ts';
import type { Role } from '../types.ts';
import { ModeFeatures } from './mode-features.ts';
import table from './mode-weights.json' with { type: 'json' };
import type { Decision } from './settle.ts';
import type { Node } from './tree.ts';

/** The modes; other roles are left to the rules. */
export const MODES: readonly Role[] = ['practice', 'proposal', 'requirement', 'result'];

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

/** The roles of an outline, the modes among them weighed anew. */
export function weighModes(
  text: string,
  title: string | null,
  nodes: readonly Node[],
  decisions: readonly Decision[],
): Decision[] {
  const features = new ModeFeatures(text, title, nodes, decisions);
  return nodes.map((n, i) => {
    const ruled = decisions[i]!;
    if (!MODES.includes(ruled.role)) return ruled;
    const own = features.of(n);
    const role = likeliest(model.probabilities(own));
    return role === ruled.role ? ruled : { role, cue: cueOf(own, role, ruled.role) };
  });
}

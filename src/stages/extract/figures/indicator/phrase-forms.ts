/**
 * The features of phrases that a figure may count or measure (see `phrases-around.ts`), with the weights that `npm run train` fitted,
 * in hundredths.
 */
import { Forms } from '../../forms.ts';
import table from './indicator-weights.json' with { type: 'json' };

const forms = new Forms(Object.keys(table), Object.values(table), 0);

/** Of a phrase in front of the figure. Letters: d distance, c commas, n nouns, g figures in between, k kind, u unit, w its last word. */
export const FRONT = {
  distance: forms.form('F d=* c=* n=*'),
  kind: forms.form('F k=* c=* n=*'),
  tag: forms.form('F tag=* k=*'),
  word: forms.form('F w=*'),
  last: forms.form('F last=*'),
  lastKind: forms.form('F last=* k=*'),
  next: forms.form('F next=*'),
  nextTag: forms.form('F next=* tag=*'),
  noun: forms.form('F noun=* prev=*'),
  gap: forms.form('F gap=*'),
  gapKind: forms.form('F gap=* k=*'),
  end: forms.form('F end=* noun=*'),
  length: forms.form('F len=*'),
  unit: forms.form('F u=* n=*'),
  tail: forms.form('F tail=* k=* n=*'),
  behind: forms.form('F behind=* k=* n=*'),
  often: forms.form('F often=* n=* tag=*'),
  near: forms.form('F near=* c=*'),
  first: forms.form('F first c=* next=*'),
  verb: forms.form('F verb=*'),
};

/** Of a phrase behind it. */
export const BEHIND = {
  kind: forms.form('B k=* n=* g=*'),
  distance: forms.form('B d=* k=*'),
  tag: forms.form('B tag=* k=*'),
  word: forms.form('B w=*'),
  last: forms.form('B last=*'),
  lastKind: forms.form('B last=* k=*'),
  next: forms.form('B next=*'),
  nextTag: forms.form('B next=* tag=*'),
  inner: forms.form('B inner=* n=*'),
  nextLast: forms.form('B next=* n=* last=*'),
  path: forms.form('B path=* tag=*'),
  pathNext: forms.form('B path=* tag=* next=*'),
  length: forms.form('B len=*'),
  unit: forms.form('B u=* n=*'),
  front: forms.form('B front=* k=* n=*'),
  previous: forms.form('B prev=*'),
  bound: forms.form('B bound=* k=* of=*'),
  often: forms.form('B often=* n=* tag=*'),
  verb: forms.form('B verb=*'),
};

/** Of one that is known: how it is. */
const isKnown = (letter: string) => ({
  known: forms.form(letter),
  exact: forms.form(`${letter} exact`),
  alone: forms.form(`${letter} alone`),
});

/** The rules' own. */
export const RULED = {
  ...isKnown('R'),
  by: forms.form('R by=*'),
  byKind: forms.form('R by=* k=*'),
  byLast: forms.form('R by=* last=*'),
  kind: forms.form('R k=*'),
  last: forms.form('R last=*'),
  tail: forms.form('R tail=*'),
  unit: forms.form('R u=*'),
};

/** What the figure before counts. */
export const NEAR = {
  ...isKnown('N'),
  kind: forms.form('N k=* near=*'),
  between: forms.form('N k=* between=*'),
  commas: forms.form('N c=*'),
  clause: forms.form('N clause=*'),
  same: forms.form('N same=*'),
  tail: forms.form('N tail=* k=*'),
};

/** What the last figure of its unit counts. */
export const KIN = {
  ...isKnown('K'),
  kind: forms.form('K k=*'),
  clause: forms.form('K clause=*'),
  behind: forms.form('K behind=*'),
};

export const ALONE = forms.form('alone last=*');

/** Weights that none of these has. */
export const unread = (): string[] => forms.unread();

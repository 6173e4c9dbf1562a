/**
 * What a figure's role is judged by besides the rules: features are names that are there or not, of the words around it and of
 * where it stands. `npm run train` gives each a weight for each role.
 */
import { charSet, WHITE_SPACE } from '../../../../text/char-set.ts';
import { type Form, type Part, partOf, type Told } from '../../forms.ts';
import type { Candidate } from '../read/candidates.ts';
import { READ, type Surroundings } from '../surroundings.ts';
import { words } from '../words.ts';
import type { Ruling, Setting } from './role.ts';
import { roleModel } from './role-model.ts';

/** How many characters are looked at one by one before and behind a figure. */
const BEFORE = 14;
const BEHIND = 10;

const forms = roleModel.forms();
const RULE = {
  rule: forms.form('rule=*'),
  by: forms.form('by=*'),
  ruleBy: forms.form('rule=* by=*'),
  ruleKind: forms.form('rule=* kind=*'),
  rulePoint: forms.form('rule=* point=*'),
  ruleGenre: forms.form('rule=* genre=*'),
};
const OWN = {
  kind: forms.form('kind=*'),
  unit: forms.form('unit=*'),
  bound: forms.form('bound=*'),
  number: forms.form('number=*'),
  per: forms.form('per=* often=*'),
};
const PLACE = {
  point: forms.form('point=*'),
  genre: forms.form('genre=*'),
  pointGenre: forms.form('point=* genre=*'),
  plan: forms.form('plan=*'),
  goal: forms.form('goal=*'),
  told: forms.form('told=*'),
  preamble: forms.form('preamble=* genre=*'),
  previous: forms.form('previous=* joined=*'),
  kin: forms.form('kin=*'),
  time: forms.form('time=*'),
};
const AROUND = {
  before: forms.text('before=*'),
  behind: forms.text('behind=*'),
  left: forms.text('left=*'),
  right: forms.text('right=*'),
  clause: forms.form('clause=*'),
  tail: forms.form('tail=*'),
  sentence: forms.form('sentence=*'),
  done: forms.form('done'),
  first: forms.form('first'),
};

const isWorn = charSet(`${WHITE_SPACE}0123456789`);
/** White space and which digits stand there tell nothing. */
function bare(s: string): string {
  for (let i = 0; i < s.length; i++) if (isWorn(s.charCodeAt(i))) return s.replace(/\s/gu, '').replace(/[0-9]+/gu, '9');
  return s;
}

const said = (value: string | boolean | null): Part => partOf(String(value));

function ruled(told: Told, c: Candidate, setting: Setting, ruling: Ruling): void {
  const [role, by] = [partOf(ruling.role), partOf(ruling.by)];
  told.tell(RULE.rule, role);
  told.tell(RULE.by, by);
  told.tell(RULE.ruleBy, role, by);
  told.tell(RULE.ruleKind, role, partOf(c.kind));
  told.tell(RULE.rulePoint, role, said(setting.point));
  told.tell(RULE.ruleGenre, role, said(setting.genre));
}

function ofItself(told: Told, c: Candidate, { per, often }: Setting): void {
  told.tell(OWN.kind, partOf(c.kind));
  told.tell(OWN.unit, partOf(c.unit));
  told.tell(OWN.bound, partOf(c.bound));
  told.tell(OWN.number, partOf(c.rule));
  told.tell(OWN.per, said(per !== null), said(often));
}

function ofPlace(told: Told, t: Setting, time: string | null): void {
  const [point, genre] = [said(t.point), said(t.genre)];
  told.tell(PLACE.point, point);
  told.tell(PLACE.genre, genre);
  told.tell(PLACE.pointGenre, point, genre);
  told.tell(PLACE.plan, said(t.plan));
  told.tell(PLACE.goal, said(t.goal));
  told.tell(PLACE.told, said(t.told));
  told.tell(PLACE.preamble, said(t.preamble), genre);
  told.tell(PLACE.previous, said(t.previous), said(t.joined));
  told.tell(PLACE.kin, said(t.kin));
  told.tell(PLACE.time, said(time && bare(time).slice(0, 6)));
}

/** The characters that touch it, one to four of them, and neighbouring ones. */
function ofCharacters(told: Told, { clause, tail }: Surroundings): void {
  const before = bare(clause).slice(-BEFORE);
  const behind = bare(tail).slice(0, BEHIND);
  const end = before.length;
  for (let n = 1; n <= 4; n++) {
    told.tellText(AROUND.before, before, Math.max(0, end - n), end);
    told.tellText(AROUND.behind, behind, 0, Math.min(n, behind.length));
  }
  for (let i = 0; i + 2 <= end; i++) told.tellText(AROUND.left, before, i, i + 2);
  for (let i = 0; i + 2 <= behind.length; i++) told.tellText(AROUND.right, behind, i, i + 2);
}

const verbal = charSet('vdpc');
const verbalBehind = charSet('vdpcu');
const verbalBefore = charSet('vdpct');

/** @param kinds what the tags of the words that tell something begin with */
function ofWords(told: Told, form: Form, text: string, kinds: (code: number) => boolean): void {
  for (const w of words(text)) if (kinds(w.tag.charCodeAt(0))) told.tell(form, w.parts.text);
}

/** What a figure's role is judged by. */
export interface Judged {
  c: Candidate;
  s: Surroundings;
  setting: Setting;
  /** What the rules say. */
  ruling: Ruling;
  /** The time expression that holds for it. */
  time: string | null;
}

/** Tells the features of a figure. */
export function roleFeatures({ c, s, setting, ruling, time }: Judged, told: Told): void {
  ruled(told, c, setting, ruling);
  ofItself(told, c, setting);
  ofPlace(told, setting, time);
  ofCharacters(told, s);
  ofWords(told, AROUND.clause, s.clause.slice(-READ.clause), verbal);
  ofWords(told, AROUND.tail, s.tail.slice(0, READ.tail), verbalBehind);
  const earlier = s.sentence.slice(0, s.sentence.length - s.clause.length);
  ofWords(told, AROUND.sentence, earlier.slice(-READ.sentence), verbalBefore);
  if (/了|已|曾|先后|累计/u.test(s.clause)) told.tell(AROUND.done);
  if (!s.clause) told.tell(AROUND.first);
}

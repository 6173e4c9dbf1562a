import type { SloganKind } from '../types.ts';
import * as cue from './cues.ts';
import { isCommonWord, standingFormula } from './lexicon.ts';
import { asName } from './names.ts';
import { formula, isDate, isPairOfOpposites, PLACED } from './numerals.ts';
import { isAnaphoric, isCouplet, isEach, isFolded, isParallel, isSaying } from './parallel.ts';
import type { Placed } from './placed.ts';

/** What a quote was taken for; `listed`: only if the text names its members. */
export interface Verdict {
  kind: SloganKind;
  rule: string;
  listed: boolean;
}

const yes = (kind: SloganKind, rule: string): Verdict => ({ kind, rule, listed: false });

/** What a quoted phrase is by its form and by the words around it; null where it is no slogan. */
export function judge(p: Placed): Verdict | null {
  const s = p.quote.text;
  if (p.quote.titled || s.length < 2 || /[。！？!?]/u.test(s) || isCommonWord(s)) return null;
  const known = standingFormula(s);
  if (known) return yes(known.kind, 'standing');
  const numeral = asNumeral(p, s);
  if (numeral) return numeral;
  if (cue.SPOKEN_BEFORE.test(p.before) && s.length > 8) return null;
  // “6543”机制, “四三”工作法: a figure for each list.
  if (
    /^(?:[1-9]{3,6}|[一二三四五六七八九]{2,6})$/u.test(s) &&
    !isDate(s) &&
    (cue.SCHEME_AFTER.test(p.after) ||
      /^[^，,。]{0,6}(?:工程|工作法|行动|思路|布局|战略|目标|任务|架构|体系|格局|要求)/u.test(p.after))
  )
    return yes('numeral', 'numeral/figures');
  if (/^[0-9A-Za-z\s.·-]+$/u.test(s) || s.length > 48 || isDate(s)) return null;
  if (isSaying(s) || cue.DERIDED_AFTER.test(p.after)) return null;
  if (cue.HONOUR_AFTER.test(p.after) || cue.HONOUR_BEFORE.test(p.before)) return null;
  if (cue.NAMED_BEFORE.test(p.before) && cue.TITLE.test(s)) return null;
  if (cue.ELECTED_AFTER.test(p.after) && cue.TITLE.test(s)) return null;
  // “*经验”: what made it a name was masked.
  const name = /[*＊×○]|[Xx]{2}/u.test(s) ? null : asName(p, s);
  if (name) return yes('name', name);
  if (cue.DERIDED_BEFORE.test(p.before) || cue.CALLED_BEFORE.test(p.before)) return null;
  return asMotto(p, s);
}

function asNumeral(p: Placed, s: string): Verdict | null {
  if (isPairOfOpposites(s)) return cue.TASK_AFTER.test(p.after) ? yes('numeral', 'numeral/opposites') : null;
  // “双百”工程
  if (/^[双三四五六七八九十][百千万]$/u.test(s) && cue.TASK_AFTER.test(p.after))
    return yes('numeral', 'numeral/hundreds');
  // “双百工程”, “六六战略”
  if (/^(?:[双三四五六七八九十][百千万]|([二三四五六七八九])\1)(?:战略|工程|计划|行动)$/u.test(s))
    return yes('numeral', 'numeral/hundreds');
  // “三个年”活动: years that are given to tasks; “十件实事”, “八连增”.
  if (/^[两三四五六七八九十]个年$/u.test(s) && cue.TASK_AFTER.test(p.after)) return yes('numeral', 'numeral/years');
  if (/^(?:[三四五六七八九十]件(?:实事|大事|好事)|[一二三四五六七八九十]{1,3}连[增丰冠升降])$/u.test(s))
    return yes('numeral', 'numeral/deeds');
  // “门前三包”责任制: what each is to do, with the place or the people before it.
  const placed = PLACED.exec(s)?.[1];
  if (placed && formula(placed) === 'sure') return yes('numeral', 'numeral/placed');
  const form = formula(s);
  // 十佳, 十大: a prize where one is awarded.
  if (!form || (/^十[大佳]/u.test(s) && cue.HONOUR_BEFORE.test(p.before))) return null;
  // 变“两班人”为“一班人”: a likeness.
  if (cue.CHANGED_BEFORE.test(p.before) && cue.CHANGED_AFTER.test(p.own)) return null;
  const cued = cue.TASK_AFTER.test(p.after) || cue.FOUND_BEFORE.test(p.before) || cue.PLAYED_BEFORE.test(p.before);
  return { kind: 'numeral', rule: 'numeral', listed: form === 'listed' && !cued };
}

/** “一村一警”制度: set up as a scheme. */
const isScheme = (p: Placed): boolean => cue.SCHEME_AFTER.test(p.after);

function asMotto(p: Placed, s: string): Verdict | null {
  const held = cue.HOLD_BEFORE.test(p.before);
  const noun = cue.MOTTO_AFTER.test(p.after);
  const as = /(?:以|围绕|紧扣)[^，,。]{0,4}$/u.test(p.before) && cue.AS_AFTER.test(p.after);
  const cued = held || noun || as;
  // “稳、进、实”三字要求
  if (
    /^\p{Script=Han}{1,2}(?:、\p{Script=Han}{1,2}){1,5}$/u.test(s) &&
    /^[一二三四五六七八九十\d]{1,2}(?:字|个字|个词)/u.test(p.own)
  )
    return yes('motto', 'motto/words');
  if (/^(?!.*子$)(.)(?!\1)(.)(?!\2).$/u.test(s) && cue.VIGOUR_AFTER.test(p.own) && !cue.DERIDED_BEFORE.test(p.before))
    return yes('motto', 'motto/vigour');
  if (cue.FIGURES_FORM.test(s)) return null;
  if (isEach(s)) return isScheme(p) ? yes('name', 'name/each') : yes('motto', 'motto/each');
  if (isParallel(s) || (isCouplet(s) && isAnaphoric(s))) return yes('motto', 'motto/parallel');
  if (s.length < 4 || cue.LIKENED_BEFORE.test(p.before)) return null;
  if (isAnaphoric(s) && (cued || cue.FOUND_BEFORE.test(p.before))) return yes('motto', 'motto/repeated');
  if (isCouplet(s) && cued) return yes('motto', 'motto/couplet');
  if (isFolded(s) && (cued || p.heads)) return yes('motto', 'motto/folded');
  if (cue.KEEP_BEFORE.test(p.before) && /^[，,。；;]/u.test(p.own)) return yes('motto', 'motto/kept');
  if (s.length >= 6 && (as || noun)) return yes('motto', as ? 'motto/theme' : 'motto/noun');
  return null;
}

import type { SloganKind } from '../types.ts';
import * as cue from './cues.ts';
import { isCommonWord, standingFormula } from './lexicon.ts';
import { formula, isDate, isPairOfOpposites, PLACED } from './numerals.ts';
import { clausesOf, isAnaphoric, isCouplet, isEach, isFolded, isParallel, isSaying } from './parallel.ts';
import type { Quote } from './quotes.ts';

/** What a quote was taken for; `listed`: only if the text names its members. */
export interface Verdict {
  kind: SloganKind;
  rule: string;
  listed: boolean;
}

const WINDOW = 24;

/** A quote with the words around the row of quotes it stands in: “甲”、“乙”等活动 is one row. */
export interface Placed {
  quote: Quote;
  /** Up to 24 characters before the row. */
  before: string;
  /** Up to 24 characters after the row. */
  after: string;
  /** Up to 24 characters after the quote itself. */
  own: string;
  /** Begins its line. */
  heads: boolean;
  /** Quoted more than once, and nowhere as what is wrong or a likeness: a name that the article goes on using. */
  again: boolean;
  /** Opens an item of a list, as another quote does. */
  inSeries: boolean;
}

/** “甲”18个、“乙”20个 is a row as well. */
const JOINT = /^(?:\d{1,4}余?[个名处场份支])?(?:[、和与及]|以及)?$/u;

/** Quotes with their surroundings, in one pass from each side. */
export function place(text: string, quotes: readonly Quote[]): Placed[] {
  const joined = (i: number): boolean => {
    if (i === 0 || i >= quotes.length) return false;
    const from = quotes[i - 1]!.close;
    const gap = quotes[i]!.open - from;
    // Below zero: the one stands inside the other.
    return gap >= 0 && gap <= 8 && JOINT.test(text.slice(from, from + gap));
  };
  const before: string[] = [];
  for (let i = 0; i < quotes.length; i++) {
    before.push(joined(i) ? before[i - 1]! : lineBefore(text, quotes[i]!.open));
  }
  const placed: Placed[] = [];
  let after = '';
  for (let i = quotes.length - 1; i >= 0; i--) {
    const q = quotes[i]!;
    const own = lineAfter(text, q.close);
    if (!joined(i + 1)) after = own;
    const heads = q.open === 0 || text[q.open - 1] === '\n';
    placed.push({ quote: q, before: before[i]!, after, own, heads, again: false, inSeries: false });
  }
  for (const same of Map.groupBy(placed, (p) => p.quote.text).values())
    if (same.length > 1 && !same.some(isBlamed)) for (const p of same) p.again = true;
  const items = placed.filter(opensItem);
  if (items.length > 1) for (const p of items) p.inSeries = true;
  return placed.reverse();
}

/** Named as a fault, as a likeness, as somebody's words or as a title of honour. */
const isBlamed = (p: Placed): boolean =>
  cue.DERIDED_BEFORE.test(p.before) ||
  cue.DERIDED_AFTER.test(p.after) ||
  cue.LIKENED_BEFORE.test(p.before) ||
  cue.SPOKEN_BEFORE.test(p.before) ||
  cue.HONOUR_BEFORE.test(p.before) ||
  cue.HONOUR_AFTER.test(p.after) ||
  cue.CHANGED_BEFORE.test(p.before);

/** 一是“…”进社区。 */
function opensItem(p: Placed): boolean {
  const { text } = p.quote;
  return text.length >= 4 && text.length <= 12 && cue.ITEM_BEFORE.test(p.before) && cue.ITEM_AFTER.test(p.own);
}

function lineBefore(text: string, at: number): string {
  const s = text.slice(Math.max(0, at - WINDOW), at);
  return s.slice(s.lastIndexOf('\n') + 1);
}

function lineAfter(text: string, at: number): string {
  const s = text.slice(at, at + WINDOW);
  const eol = s.indexOf('\n');
  return eol < 0 ? s : s.slice(0, eol + 1);
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
  const figures = asFigures(p, s);
  if (figures) return figures;
  if (/^[0-9A-Za-z\s.·-]+$/u.test(s) || s.length > 48 || isDate(s)) return null;
  if (isSaying(s) || cue.DERIDED_AFTER.test(p.after)) return null;
  if (cue.HONOUR_AFTER.test(p.after) || cue.HONOUR_BEFORE.test(p.before)) return null;
  if (cue.NAMED_BEFORE.test(p.before) && cue.TITLE.test(s)) return null;
  if (cue.ELECTED_AFTER.test(p.after) && cue.TITLE.test(s)) return null;
  // “*经验”: what made it a name was masked.
  const name = /[*＊×○]|[Xx]{2}/u.test(s) ? null : asName(p, s);
  if (name) return name;
  if (cue.DERIDED_BEFORE.test(p.before) || cue.CALLED_BEFORE.test(p.before)) return null;
  return asMotto(p, s);
}

/** “支部+联合社”的产业发展模式. */
const PLUS_AFTER = /^的?[^，,。；;、：:\n“”"]{0,8}(?:模式|机制|体系|格局|行动|平台|服务|工程|要求|思路|布局|方式)/u;

/** 三年行动, 第一书记, 党建网站: what anybody has. */
const PLAIN = /^(?:第|[一二三四五六七八九十两0-9]+年)|(?:网站|专栏|系统|制度|队伍|小组|中心|档案|台账|责任制)$/u;

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

/** The name of an event or a post, by what is told of it. */
function acts(p: Placed, s: string): boolean {
  if (s.length < 4 || s.length > 8 || cue.MANNER_END.test(s) || cue.FAULT_FORM.test(s) || isBlamed(p)) return false;
  return cue.HELD_BEFORE.test(p.before) || (cue.CLAUSE_START.test(p.before) && cue.ACTS_AFTER.test(p.own));
}

/** “6543”机制, “四三”工作法: a figure for each list; any other (“532”比例) only where what its figures stand for is named. */
function asFigures(p: Placed, s: string): Verdict | null {
  if (!/^(?:[1-9]0?){3,6}$|^[一二三四五六七八九]{2,6}$/u.test(s) || isDate(s)) return null;
  const scheme =
    cue.SCHEME_AFTER.test(p.after) ||
    /^[^，,。]{0,6}(?:工程|工作法|行动|思路|布局|战略|目标|任务|架构|体系|格局|要求)/u.test(p.after);
  if (scheme && !s.includes('0')) return yes('numeral', 'numeral/figures');
  const number = /^(?:19|20)\d\d$|^1[12]\d$|^\d{5,}$/u.test(s) || s.length < 3;
  return number ? null : { kind: 'numeral', rule: 'numeral/figures', listed: true };
}

function asName(p: Placed, s: string): Verdict | null {
  if (cue.CLEANUP_AFTER.test(p.after) && cue.EVIL_FORM.test(s)) return null;
  if (s.length >= 3 && cue.NAME_AFTER.test(p.after)) return yes('name', 'name/before-noun');
  if (s.length === 2 && cue.DIRECT_AFTER.test(p.after) && !cue.DERIDED_BEFORE.test(p.before))
    return yes('name', 'name/before-noun');
  if (clausesOf(s).length > 1) return null;
  const set = cue.SET_UP_BEFORE.test(p.before) && !p.after.startsWith('的');
  return (
    schemeName(p, s, set) ??
    formedName(p, s) ??
    dayName(p, s) ??
    toldName(p, s) ??
    setUpName(p, s, set) ??
    usedName(p, s)
  );
}

/** Before 平台, 制, 建设: the scheme that bears the name. */
function schemeName(p: Placed, s: string, set: boolean): Verdict | null {
  const found = cue.FOUND_BEFORE.test(p.before);
  // “不太会用”信息系统: what people cannot do.
  if ((s.length >= 4 || (s.length === 3 && set)) && !/^不[太大会敢想愿能]/u.test(s) && cue.SCHEME_AFTER.test(p.after))
    return yes('name', 'name/before-scheme');
  if (s.length === 3 && /^[^，,。；;、的“”]{0,4}(?:服务队|志愿队|医疗队|宣讲团|讲师团)/u.test(p.after))
    return yes('name', 'name/before-scheme');
  // “惠农通”平台
  if (
    s.length === 3 &&
    (/[通宝码云帮办家]$/u.test(s) || /^(?:码上|云|掌上|指尖|一键|一码)/u.test(s)) &&
    /^(?:[^，,。；;、的“”]{0,4})(?:平台|系统|小程序)/u.test(p.after)
  )
    return yes('name', 'name/before-scheme');
  // 推行社区“大党委”制
  if (s.length === 3 && found && /^制(?=[，,。；、\n])/u.test(p.own)) return yes('name', 'name/before-scheme');
  if (s.length >= 4 && found && /^建设(?!的)/u.test(p.after)) return yes('name', 'name/before-scheme');
  if (s.length >= 3 && set && !s.endsWith('式') && /^服务(?!对象|群众|中心)/u.test(p.after))
    return yes('name', 'name/service');
  return null;
}

/** What the form of the phrase makes a name. */
function formedName(p: Placed, s: string): Verdict | null {
  const found = cue.FOUND_BEFORE.test(p.before);
  if (/[+＋]/u.test(s) && s.length >= 5 && PLUS_AFTER.test(p.after)) return yes('name', 'name/plus');
  if (s.length >= 4 && cue.NAME_FORM.test(s)) return yes('name', 'name/form');
  if (
    s.length >= 4 &&
    cue.NAME_END.test(s) &&
    !PLAIN.test(s) &&
    cue.AS_AFTER.test(p.own) &&
    /[以用将把]$/u.test(p.before)
  )
    return yes('name', 'name/means');
  if (s.length >= 3 && cue.CALLED_SO.test(p.before) && !cue.FAULT_FORM.test(s)) return yes('name', 'name/called');
  // 搭建“…”“…”等阵地
  if (s.length >= 4 && found && /^等[^，,。；;、的“”]{0,4}(?:阵地|载体|场所)/u.test(p.after))
    return yes('name', 'name/before-scheme');
  if (cue.LOAN_FORM.test(s) || cue.PLACE_FORM.test(s) || cue.OPEN_AIR_FORM.test(s)) return yes('name', 'name/form');
  if (s.length >= 4 && cue.NAME_END.test(s) && !PLAIN.test(s) && /^(?:建设|创建)(?!的)/u.test(p.after))
    return yes('name', 'name/built');
  return null;
}

/** Days, weeks, years that are given to something, and people who are trained for it. */
function dayName(p: Placed, s: string): Verdict | null {
  // “金秋文化周”期间
  if (s.length >= 4 && /[^一二三四五六七八九十\d][周月节季]$/u.test(s) && /^(?:期间|系列)/u.test(p.own))
    return yes('name', 'name/day');
  if (cue.DAY_FORM.test(s) && cue.DAY_BEFORE.test(p.before)) return yes('name', 'name/day');
  if (cue.YEAR_FORM.test(s)) return yes('name', 'name/year');
  if (s.length >= 4 && cue.TRAINED_BEFORE.test(p.before) && /^[近约余百\d]{1,5}[名个位人]/u.test(p.own))
    return yes('name', 'name/trained');
  // 每周五定为“…日”
  if (s.length >= 4 && /[日周月季]$/u.test(s) && /(?:[定设列作]|[一二三四五六日天十\d]日?)为$/u.test(p.before))
    return yes('name', 'name/day');
  return null;
}

/** What is told of the thing makes it one that has a name. */
function toldName(p: Placed, s: string): Verdict | null {
  const found = cue.FOUND_BEFORE.test(p.before);
  if (p.inSeries && !cue.FAULT_FORM.test(s) && !cue.DERIDED_BEFORE.test(p.before)) return yes('name', 'name/item');
  if (s.length >= 3 && cue.NAME_END.test(s) && found && !PLAIN.test(s) && !/^(?:攻坚|保卫)战$/u.test(s))
    return yes('name', 'name/founded');
  const given = cue.GIVEN_BEFORE.test(p.before) || (s.length >= 4 && found);
  if (s.length >= 3 && given && cue.COUNTED_AFTER.test(p.own) && !cue.TITLE.test(s)) return yes('name', 'name/counted');
  if (acts(p, s)) return yes('name', 'name/acts');
  if (s.length >= 4 && cue.STARTED_AFTER.test(p.own) && !cue.DERIDED_BEFORE.test(p.before))
    return yes('name', 'name/started');
  return null;
}

/** What is set up has a name, where its form does not speak against it. */
function setUpName(p: Placed, s: string, set: boolean): Verdict | null {
  if (
    s.length === 3 &&
    !/[办委组部局会院校所]$/u.test(s) &&
    cue.OPENED_BEFORE.test(p.before) &&
    /^(?:[，,。；;]|$)/u.test(p.own)
  )
    return yes('name', 'name/set-up');
  if (s.length >= 5 && cue.SET_UP_FAR.test(p.before) && /^(?:[，,。；;]|$)/u.test(p.own) && !PLAIN.test(s))
    return yes('name', 'name/set-up');
  const room = s.length >= 5 || (s.length === 4 && /^(?:[，,。；;）)]|$|[推促破解助服提强](?!出))/u.test(p.after));
  if (room && set && !PLAIN.test(s) && !cue.MOTTO_AFTER.test(p.after)) return yes('name', 'name/set-up');
  return null;
}

/** Headings, and what the article goes on using as a name. */
function usedName(p: Placed, s: string): Verdict | null {
  if (/^[百千万]/u.test(s) && s.length >= 5 && /^的[^，,。]{0,10}任务/u.test(p.own)) return yes('name', 'name/hundred');
  if (p.heads && s.length === 3 && cue.NAME_END.test(s) && /^[^，,。；;：:、的“”]{2,10}[。\n]/u.test(p.own))
    return yes('name', 'name/heading');
  if (p.heads && s.length >= 4 && /^[^，,。；;：:、的“”]{2,10}[。\n]/u.test(p.own)) return yes('name', 'name/heading');
  if (
    p.again &&
    s.length >= 4 &&
    s.length <= 9 &&
    !/[的了不]|者$|员$/u.test(s) &&
    !cue.FAULT_FORM.test(s) &&
    !cue.TITLE.test(s)
  )
    return yes('name', 'name/again');
  if (cue.PLACE_END.test(s) && !cue.DERIDED_BEFORE.test(p.before) && !cue.LIKENED_BEFORE.test(p.before))
    return yes('name', 'name/place');
  return null;
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

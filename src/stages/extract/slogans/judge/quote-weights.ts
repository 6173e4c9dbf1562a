import { ending } from '../../../../text/ending.ts';
/**
 * Quotes that no rule knows. What a name or a watchword is, most often a noun behind it or a verb before it tells, and rules read
 * these; of the rest each sign says little, and trained weights are better than to leave all of them out (`npm run train`
 * prints by how much).
 */
import { Linear, type LinearTable } from '../../linear.ts';
import type { SloganKind } from '../../types.ts';
import { isCommonWord, isFigureOfSpeech } from '../lexicon.ts';
import { formula, isDate } from '../numerals.ts';
import * as cue from './cues.ts';
import { isIdiom, MANNER } from './names-around.ts';
import { clausesOf, isSaying } from './parallel.ts';
import { isBlamed, isChosen, type Placed } from './placed.ts';
import { quoteFeatures } from './quote-features.ts';
import table from './quote-weights.json' with { type: 'json' };

/** What a quote may be; formulas show by their form. */
export const QUOTE_KINDS = ['none', 'name', 'motto'] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

/** A quote is a slogan where it is likelier than this to be one. */
const LIKELY = 0.6;

const LONGEST = 30;

/** Questions, somebody's words, ordinals, one of something, masked names, what no name has in it. */
const NO_SLOGAN =
  /[。！？!?：:…*＊×○谁怎何吗啥呢我你他]|[Xx]{2}|什么|能不能|^第[一二三]|^[一二三四五六七八九十两]{1,2}\p{Script=Han}$|^一[个条把张面道股]|^[0-9A-Za-z\s.·-]+$/u;
/** “个体与全体”: the two sides of something. */
const TWO_SIDES = /^\p{Script=Han}{1,4}[与和]\p{Script=Han}{1,4}$/u;
/** How faults, offices and duties end. */
const NO_NAME_END = ending(
  /(?:主义|作风|心态|现象|思想|观念|责任|指标|经济|协议|表|实验室|研究院|研究所|网站|风味|味道|气派|办|组|办公室|工程队)$/u,
);
/** “…”式干部: a manner. */
const MANNER_AFTER = /^(?:式|型|般)/u;
/** 从“…”向“…”, 变“…”为“…”: the second of the two. */
const TURNED_BEFORE = ending(/(?:变|从|由|化)[^，,。；;]*”[^，,。；;“]{0,6}(?:为|到|向|成)$/u);
/** The “…” idea: what somebody only says or thinks. */
const THOUGHT_AFTER = /^(?:的|这种)?(?:想法|念头|借口|老话|玩笑)/u;
/** 落实“重平时”的要求: what is asked for in a word. */
const ASKED_AFTER = /^的(?:要求|前提|原则)/u;
/** What one guards against. */
const AGAINST_BEFORE = ending(/(?:防范|打击|严打|铲除|清除|取缔|查办|惩治|少[开搞说走摆]|不[开搞走摆])$/u);
/** People and bodies are chosen for a title of honour. */
const CHOSEN_BEFORE = ending(/(?:评选|评出|评定|表彰|授予|争当|争做|命名)[^，,。；;：:“”]{0,6}$/u);
/** “点单、派单、接单、评单”的“四单制”: the list that a formula stands for. */
const COUNTED_AFTER = /^[^，,。；;“”]{0,4}(?:的|等)?“?[两三四五六七八九十]/u;

/** 总书记“…”的指示: what somebody said. */
const SAID_AFTER = /^的?(?:重要|殷切|谆谆)?(?:指示|批示|论断|论述|讲话|教导|教诲)/u;
/** “建、用、管”各环节, “组织、交流”作用: words of which the text makes a list. */
const WORDS_AFTER = /^(?:的|各|等|四大|三大)?(?:个|项)?(?:作用|环节|职能|功能|过程|阶段|方面|要素)/u;
const SINGLE = /^\p{Script=Han}(?:[、，,]\p{Script=Han})+$/u;

/** Whether weights are asked at all: a quote of which form or surroundings say that it is no slogan is left out. */
export function mayBeWeighed(p: Placed): boolean {
  const s = p.quote.text;
  const one = clausesOf(s).length === 1;
  return !(
    p.quote.titled ||
    s.length < 2 ||
    s.length > LONGEST ||
    NO_SLOGAN.test(s) ||
    isCommonWord(s) ||
    isFigureOfSpeech(s) ||
    isDate(s) ||
    formula(s) !== null ||
    isSaying(s) ||
    MANNER.test(s) ||
    isIdiom(s) ||
    cue.FAULT_FORM.test(s) ||
    cue.FIGURES_FORM.test(s) ||
    cue.SIZE_FORM.test(s) ||
    cue.LEVELS.test(s) ||
    TWO_SIDES.test(s) ||
    SINGLE.test(s) ||
    (one && /[的了着]/u.test(s)) ||
    (one && NO_NAME_END.test(s)) ||
    (!/^[^、，,—–-]*$/u.test(s) && COUNTED_AFTER.test(p.after)) ||
    isUnwanted(p, s)
  );
}

/** What stands around it says that it is a fault, a likeness, a title, somebody's words. */
const isUnwanted = (p: Placed, s: string): boolean =>
  isBlamed(p) ||
  isChosen(p) ||
  MANNER_AFTER.test(p.own) ||
  TURNED_BEFORE.test(p.before) ||
  THOUGHT_AFTER.test(p.own) ||
  (s.length < 4 && ASKED_AFTER.test(p.own)) ||
  SAID_AFTER.test(p.own) ||
  (WORDS_AFTER.test(p.own) && clausesOf(s).length > 1) ||
  cue.HONOUR_AFTER.test(p.after) ||
  AGAINST_BEFORE.test(p.before) ||
  cue.CALLED_BEFORE.test(p.before) ||
  (cue.TITLE.test(s) && (CHOSEN_BEFORE.test(p.before) || cue.ELECTED_AFTER.test(p.after))) ||
  (cue.CLEANUP_AFTER.test(p.after) && cue.EVIL_FORM.test(s));

const model = new Linear<QuoteKind>(table as unknown as LinearTable);

/**
 * What a quote that no rule knows is likeliest, or null where it is likelier no slogan.
 *
 * @param by another table than the one that was fitted on all articles
 */
export function weighQuote(p: Placed, by: Linear<QuoteKind> = model): Exclude<SloganKind, 'numeral'> | null {
  if (!mayBeWeighed(p)) return null;
  const s = p.quote.text;
  const probabilities = by.probabilities(quoteFeatures(p));
  if (1 - probabilities.get('none')! <= LIKELY) return null;
  if (probabilities.get('name')! < probabilities.get('motto')!) return 'motto';
  // “学习是头等大事”: who says what is no name.
  return s.includes('是') ? null : 'name';
}

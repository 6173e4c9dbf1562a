import { charSet } from '../../../../text/char-set.ts';
import { segment } from '../../../../text/segment.ts';
import type { SloganKind } from '../../types.ts';
import { FOLLOWED_BY, standingFormula, UNQUOTED } from '../lexicon.ts';
import { formula, PLACED } from '../numerals.ts';

/** A slogan that stands without quotation marks. */
export interface Bare {
  text: string;
  start: number;
  end: number;
  kind: SloganKind;
  rule: string;
  /** It counts only if the text names its members. */
  listed: boolean;
}

/** Formulas by their first two characters: a text is looked at once. */
const byStart = Map.groupBy([...UNQUOTED, ...Object.keys(FOLLOWED_BY)], (f) => f.slice(0, 2));

const NUMERAL = /[一二两三四五六七八九十双]/u;

/** 三会一课 and the like by their form: two pairs, each a numeral with its word. */
const PAIRS =
  /^(?:[一两三四五六七八九双][^一二两三四五六七八九十双百千万\s，,。；;、：:“”（()）年月日天次个名元点分届期岁周时在的了和与有无到是要些样定起直般旦切旁边]){2,4}/u;

/** What a formula of unknown form must stand behind or before to be one: 落实…, …制度. */
const PAIR_BEFORE = /(?:落实|坚持|开展|执行|推行|实行|建立|履行|按照|做好|严格|深化|实施|健全|完善)(?:好|了)?$/u;
const PAIR_AFTER = /^(?:制度|工作|活动|要求|机制|责任|模式|管理|建设|工程)/u;

/** 三个结合: an abstract word of two to four characters, then a sign that its members follow. */
const ABSTRACT =
  /^[两三四五六七八九十][个大]([^二两三四五六七八九十\s，,。；;、：:“”（()）的了和与是]{2,4}?)(?=[：:（(，,]|，?即|[。，]?一是|——)/u;
/** 三个结合 wherever it stands: a word that is no thing's name, so that it counts no things. */
const VERBAL = /^[两三四五六七八九十]个([\p{Script=Han}]{2})(?!的)/u;
const isVerbal = (word: string): boolean => {
  const [token, more] = segment(word);
  return more === undefined && /^(?:[vad]|vn|ad)$/u.test(token?.tag ?? '');
};

/** “甲”“乙”“丙”三大工程; A、B、C三重压力: behind a list, with a word for what schemes or trials there are. */
const BEHIND_LIST =
  /^[三四五六七八九十](?:大(?:专项|提升|攻坚)?(?:行动|战略|工程|平台|品牌|讲堂|攻坚战|保卫战|会战|计划)|重(?:压力|挑战|考验|冲击))/u;
/** “党委统筹、支部主抓、党员带动”三级联动. */
const BEHIND_QUOTED = /^[三四五六](?:级|方|位)(?:联动|联治|联管|共治|协同|一体)/u;

/** “A、B、C、D”四步教学法: the method behind its list. */
const METHOD_BEHIND =
  /^[三四五六七八九]\p{Script=Han}{1,3}?(?:工作|教学|议事|管理|服务|治理|调解|走访|学习|育人|接访)法|^[三四五六七八九](?:字诀|步走|部曲|字经)/u;
/** “市、县、乡”三级联动: the levels are no members that the formula abbreviates. */
const LEVELS = /“(?:[省市区县镇乡街村组户社]+[—–－、-])+[省市区县镇乡街村组户社]+”$/u;
/** 721工作法 */
const FIGURES_METHOD = /^[1-9]{3,5}(?:工作法|机制|工程|模式)/u;

/** “甲”“乙”“丙”三雁计划: the formula with a name of its own. */
const NAMED_BEHIND = /^[三四五六七八九](?![个大项类次场])[\p{Script=Han}](?:计划|工程|行动)/u;
/** 班前三问：…: a place or a time, a numeral and a verb, at the head of its clause and with its members behind a colon. */
const PLACED_AT = /(?:^|[\n。；;，,①-⑳）)、])([\p{Script=Han}]{2})$/u;
const PLACED_END = /^[三四五六七八九][\p{Script=Han}](?=[：:])/u;

/** 三个“责任清单”. */
const HALF_QUOTED = /^[两三四五六七八九十](?:个|大|项|张|本)“[^”\n]{2,6}”/u;
/** 七公开制度: a formula whose noun makes it one. */
const SYSTEM =
  /^[三四五六七八九十]([^一二两三四五六七八九十百千万双\s，,。；;、：:“”（()）年月日天次个名元级方种类层项条套部院省市县区岁分期的了和与是要]{2,3})(?=制度|工作法)/u;
const CODE = /^[0-9]{1,2}(?:[+＋](?:[0-9]{1,2}|[NnXx])){1,5}(?![0-9+.])/u;

/** 全面推行…工作法: the name begins behind its verb. */
const METHOD =
  /(?:推行|实施|运用|推广|探索|打造|提炼出|总结出|形成了?)(?:了|出)?([^，,。；;、：:“”「」『』（()）《》\s的了]{3,14}(?:工作|议事|调解|学习|管理|服务)法)$/u;
/** 开展便民缴费春风行动, 开通阳光政务直通车: behind a verb or in a list. */
const CAMPAIGN =
  /(?:开展|实施|推进|深化|落实|启动|参加|组织|开通|推行|推出|、)(?:了|好)?([\p{Script=Han}]{2,8}?(?:春风行动|直通车))$/u;
/** 实施产业链焕新行动, 开展技能富民工程: short for what is to be done, as only names are. */
const SCHEME =
  /(?:开展|实施|启动|深化)(?:了|好)?([\p{Script=Han}]{2,10}?(?:提质|扩容|扩优|增效|强企|强基|强县|强链|强农|富民|惠民|利民|振兴|倍增|跃升|赋能|焕新|护航|护苗|暖心|清零|领航|头雁|领雁|育苗|培优|筑基|铸魂|引才|聚才|归雁|雁归)(?:专项)?(?:行动|工程|计划))$/u;
/** 设立党员爱心基金: a fund that has a name; 困难救助基金 is any. */
const FUND =
  /(?:设立|建立|成立|发起|募集)(?:了|起)?([\p{Script=Han}]{2,6}?(?:爱心|暖心|同心|初心|连心|春蕾|互助)(?:帮扶|救助|助学|互助)?基金)$/u;
const ENDINGS = new Set([
  '议事法',
  '调解法',
  '学习法',
  '管理法',
  '服务法',
  '心基金',
  '助基金',
  '学基金',
  '扶基金',
  '工作法',
  '风行动',
  '直通车',
]);
/** What is left of a method's name without these must say something: 创新党支部工作法 is no name. */
const FILLER =
  /(?:党支部|支部|党建|党员|党委|党组织|基层|机关|企业|社区|创新|优秀|先进|特色|各项?|新|具体|有效|科学|管理|服务|群众|工作|法)/gu;

/** Most characters begin or end nothing: one look-up each. */
const startsStanding = charSet([...byStart.keys()].map((k) => k[0]!));
const startsNumeral = charSet('一二两三四五六七八九十双0123456789');
const SCHEMES = new Set(['行动', '工程', '计划']);
const endsMethod = charSet([...ENDINGS, ...SCHEMES].map((e) => e.at(-1)!));

/** Slogans outside of quotation marks: standing formulas, numeral formulas by their form, names that end in 工作法. */
export function findBare(text: string): Bare[] {
  const out: Bare[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const found =
      (startsStanding(code) ? standingAt(text, i) : null) ??
      (startsNumeral(code) ? numeralAt(text, i) : null) ??
      (endsMethod(code) ? methodAt(text, i) : null);
    if (!found) continue;
    out.push(found);
    i = Math.max(i, found.end - 1);
  }
  return out;
}

function standingAt(text: string, i: number): Bare | null {
  const list = byStart.get(text.slice(i, i + 2));
  const hit = list
    ?.filter((f) => text.startsWith(f + (FOLLOWED_BY[f] ?? ''), i))
    .sort((a, b) => b.length - a.length)[0];
  if (!hit) return null;
  return {
    text: hit,
    start: i,
    end: i + hit.length,
    kind: standingFormula(hit)!.kind,
    rule: 'standing',
    listed: false,
  };
}

const bare = (text: string, i: number, length: number, rule: string, listed: boolean): Bare => ({
  text: text.slice(i, i + length),
  start: i,
  end: i + length,
  kind: 'numeral',
  rule,
  listed,
});

function numeralAt(text: string, i: number): Bare | null {
  const c = text[i]!;
  if (c >= '0' && c <= '9') return codeAt(text, i);
  if (!NUMERAL.test(c) || /[第十百千万0-9一二两三四五六七八九]/u.test(text[i - 1] ?? '')) return null;
  const s = text.slice(i, i + 16);
  const behind = /[\p{Script=Han}”]/u.test(text[i - 1] ?? '') ? BEHIND_LIST.exec(s) : null;
  if (behind && /、|”$/u.test(text.slice(Math.max(0, i - 12), i)))
    return bare(text, i, behind[0].length, 'numeral/behind-list', true);
  const levels = text[i - 1] === '”' && LEVELS.test(text.slice(Math.max(0, i - 24), i));
  const named =
    text[i - 1] === '”' && !levels ? (NAMED_BEHIND.exec(s) ?? BEHIND_QUOTED.exec(s) ?? METHOD_BEHIND.exec(s)) : null;
  if (named) return bare(text, i, named[0].length, 'numeral/behind-list', true);
  const end = PLACED_END.exec(s);
  const start = end && i > 1 ? PLACED_AT.exec(text.slice(Math.max(0, i - 3), i)) : null;
  if (end && start && PLACED.test(start[1]! + end[0]))
    return bare(text, i - 2, 2 + end[0].length, 'numeral/placed-list', true);
  const half = HALF_QUOTED.exec(s);
  if (half) return bare(text, i, half[0].length, 'numeral/half-quoted', true);
  const abstract = ABSTRACT.exec(s);
  if (abstract && formula(abstract[0]) === 'sure') return bare(text, i, abstract[0].length, 'numeral/announced', true);
  const verbal = VERBAL.exec(s);
  if (verbal && isVerbal(verbal[1]!) && formula(verbal[0]) === 'sure')
    return bare(text, i, verbal[0].length, 'numeral/announced', true);
  const system = SYSTEM.exec(s);
  if (system && formula(system[0]) === 'sure') return bare(text, i, system[0].length, 'numeral/system', false);
  const pairs = PAIRS.exec(s);
  if (!pairs || formula(pairs[0]) !== 'sure') return null;
  const length = pairs[0].length;
  const cued = PAIR_BEFORE.test(text.slice(Math.max(0, i - 6), i)) || PAIR_AFTER.test(s.slice(length));
  return bare(text, i, length, 'numeral/pairs', !cued);
}

function codeAt(text: string, i: number): Bare | null {
  if (/[0-9A-Za-z+＋.]/u.test(text[i - 1] ?? '')) return null;
  const figures = /[“\p{Script=Han}，,、]/u.test(text[i - 1] ?? '') ? FIGURES_METHOD.exec(text.slice(i, i + 8)) : null;
  if (figures) return bare(text, i, figures[0].length, 'numeral/figures', false);
  const m = CODE.exec(text.slice(i, i + 24));
  // 3+2 alone may be a sum: a code has a letter or three terms.
  if (!m || !(/[NnXx]/u.test(m[0]) || m[0].split(/[+＋]/u).length > 2)) return null;
  return bare(text, i, m[0].length, 'numeral/code', false);
}

/** 实施人才振兴计划方案, 强基工程的…: no names. */
const schemeIn = (window: string, next: string | undefined): RegExpExecArray | null =>
  /[计方的]/u.test(next ?? '') ? null : SCHEME.exec(window);

function methodAt(text: string, i: number): Bare | null {
  if (!ENDINGS.has(text.slice(i - 2, i + 1)) && !SCHEMES.has(text.slice(i - 1, i + 1))) return null;
  const window = text.slice(Math.max(0, i - 24), i + 1);
  const name = (METHOD.exec(window) ??
    CAMPAIGN.exec(window) ??
    FUND.exec(window) ??
    schemeIn(window, text[i + 1]))?.[1];
  if (!name || name.replace(FILLER, '').length < 2) return null;
  return { ...bare(text, i + 1 - name.length, name.length, 'name/method', false), kind: 'name' };
}

import { segment } from '../../../../text/segment.ts';
import type { SloganKind } from '../../types.ts';
import { canonicalMembers } from '../canonical.ts';
import { isCommonWord, standingFormula } from '../lexicon.ts';
import {
  AGAINST,
  FIGURES,
  formula,
  isDate,
  isPairOfOpposites,
  ledFormula,
  partsOf,
  placedFormula,
} from '../numerals.ts';
import * as cue from './cues.ts';
import { asName } from './names.ts';
import { isCommon } from './names-around.ts';
import { clausesOf, isAnaphoric, isCouplet, isEach, isFolded, isParallel, isRepeated, isSaying } from './parallel.ts';
import { isBlamed, isChosen, type Placed } from './placed.ts';

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
  const figures = asFigures(p, s);
  if (figures) return figures;
  if (/^[0-9A-Za-z\s.·-]+$/u.test(s) || s.length > 48 || isDate(s)) return null;
  if (isSaying(s) || cue.DERIDED_AFTER.test(p.after)) return null;
  if (cue.LEVELS.test(s)) return null;
  if (cue.SIZE_FORM.test(s) && cue.BUILT_AFTER.test(p.after)) return null;
  // “劳动杯”职工技能大赛, whatever is won there
  if (CUP.test(s) && CONTEST_AFTER.test(p.after)) return yes('name', 'name/cup');
  if (cue.HONOUR_AFTER.test(p.after) || cue.HONOUR_BEFORE.test(p.before)) return null;
  if (cue.NAMED_BEFORE.test(p.before) && cue.TITLE.test(s)) return null;
  if (cue.ELECTED_AFTER.test(p.after) && cue.TITLE.test(s)) return null;
  // 构建“共商共管共用”。
  if (isRepeated(s) && (cue.MOTTO_AFTER.test(p.after) || /^(?:[，,。；;]|$)/u.test(p.own)))
    return yes('motto', 'motto/repeated');
  // “*经验”: what made it a name was masked.
  const name = /[*＊×○]|[Xx]{2}/u.test(s) ? null : asName(p, s);
  if (name) return yes('name', name);
  if (cue.DERIDED_BEFORE.test(p.before) || cue.CALLED_BEFORE.test(p.before)) return null;
  return asMotto(p, s);
}

const CUP = /^.{2,4}杯$/u;
const CONTEST_AFTER = /^[^，,。；;“”\n放说摔的]{0,10}(?:大?赛|评选|比武)/u;

/** Numbers that people dial, and years. */
const DIALLED = /^(?:1[12][0-9]|12[0-9]{3}|1[0-9]{4}|96[0-9]{3,4}|(?:19|20)[0-9]{2})$/u;
const DIALLED_AFTER = /^[^，,。“”]{0,6}(?:热线|电话|平台|服务|诉求|工单|便民|政务|转办|投诉)/u;
const FIGURES_AFTER =
  /^(?:的)?[^，,。“”]{0,6}(?:工程|工作法|行动|思路|布局|战略|目标|任务|方案|突破|转型|架构|体系|格局|要求|模式|机制|办法|比例|分红|法则|标准|做法|抓手|框架|路径|计划)/u;
const FIGURES_BEFORE =
  /(?:围绕|按照?|推行|实行|坚持|落实|聚焦|探索|构建|创新|形成|深化|打造|抓实|做实|建立|健全|遵循|紧扣|推进|实施|贯彻|部署|运用|创立|摸索|总结|提炼|简称)(?:了|出|为)?$/u;

/** “6543”机制, “四三”工作法, “1主2副”: a figure for each list; any other only where what its figures stand for is named. */
function asFigures(p: Placed, s: string): Verdict | null {
  const sure = yes('numeral', 'numeral/figures');
  if (/^[1-9]\p{Script=Han}{1,2}(?:[1-9]\p{Script=Han}{1,2}){1,3}$/u.test(s) && !/[年月日点号时分天米]/u.test(s))
    return sure;
  // “6S”管理
  if (/^[3-9][A-Z]$/u.test(s)) return /^(?:现场|精益|安全|标准)?(?:管理|标准|活动|工作法)/u.test(p.after) ? sure : null;
  const figures = FIGURES.test(s);
  if (!(figures || /^[一二三四五六七八九]{2,6}$/u.test(s)) || isDate(s)) return null;
  const dialled = DIALLED.test(s);
  if (dialled && DIALLED_AFTER.test(p.after)) return null;
  if (cue.SCHEME_AFTER.test(p.after) || FIGURES_AFTER.test(p.after)) return sure;
  if (figures && !dialled && FIGURES_BEFORE.test(p.before)) return sure;
  return dialled || s.length < 3 ? null : { ...sure, listed: true };
}

/** “清四乱”专项行动, “反三违”整治. */
const AGAINST_AFTER = /^[^，,。；;、的“”]{0,6}(?:行动|整治|活动|治理|攻坚|斗争|检查|排查|工作|战役)/u;

/** 十带头, 六必访, 八不准: what each of them is to do, or not to. */
const LED =
  /^[三四五六七八九十](?:带头|必\p{Script=Han}|不(?!该|管|作为)\p{Script=Han}|严\p{Script=Han}|承诺|公开|到位|上门)$/u;

/** “五彩石”党支部品牌: the numeral belongs to a word. */
const isNamedSo = (p: Placed, s: string): boolean => {
  if (s.length !== 3 || !/^[^，,。；;、的“”]{0,6}(?:品牌|基金|商标|工作室|驿站)/u.test(p.after)) return false;
  const [word] = segment(s);
  return word!.end > 1 && word!.tag !== 'm' && !/^.[个大项本张笔道级支]/u.test(s);
};

function asNumeral(p: Placed, s: string): Verdict | null {
  if (isPairOfOpposites(s)) return cue.TASK_AFTER.test(p.after) ? yes('numeral', 'numeral/opposites') : null;
  // “双百”工程
  if (
    /^(?:[双三四五六七八九十][百千万]|双[一二三四五六])$/u.test(s) &&
    (cue.TASK_AFTER.test(p.after) || p.after.startsWith('攻坚'))
  )
    return yes('numeral', 'numeral/hundreds');
  // “百千万”工程
  if (/^(?:十百千|百千万)$/u.test(s) && (cue.TASK_AFTER.test(p.after) || /^(?:载体|建设)/u.test(p.after)))
    return yes('numeral', 'numeral/hundreds');
  // “双百工程”, “六六战略”, “双一工程”
  if (/^(?:[双三四五六七八九十][百千万]|双[一二三四五六]|([二三四五六七八九])\1)(?:战略|工程|计划|行动|攻坚)$/u.test(s))
    return yes('numeral', 'numeral/hundreds');
  // “三个年”活动: years that are given to tasks; “十件实事”, “八连增”.
  if (/^[两三四五六七八九十]个年$/u.test(s) && cue.TASK_AFTER.test(p.after)) return yes('numeral', 'numeral/years');
  if (/^(?:[三四五六七八九十]件(?:实事|大事|好事)|[一二三四五六七八九十]{1,3}连[增丰冠升降])$/u.test(s))
    return cue.HONOUR_BEFORE.test(p.before) ? null : yes('numeral', 'numeral/deeds');
  // “传帮带三步走”
  if (/^(?![一二两三四五六七八九十])\p{Script=Han}{2,4}[三四五六七]步走$/u.test(s))
    return yes('numeral', 'numeral/steps');
  // “织补三字诀”
  if (/^(?![一二两三四五六七八九十])\p{Script=Han}{2,3}[三四五六七八九]字诀$/u.test(s))
    return { ...yes('numeral', 'numeral/led'), listed: true };
  // “门前三包”责任制: what each is to do, with the place or the people before it.
  if (placedFormula(s)) return yes('numeral', 'numeral/placed');
  // “党员十带头”活动
  if (LED.test(ledFormula(s) ?? '') && cue.TASK_AFTER.test(p.after)) return yes('numeral', 'numeral/led');
  if (AGAINST.test(s) && AGAINST_AFTER.test(p.after)) return yes('numeral', 'numeral/against');
  if (isNamedSo(p, s)) return null;
  const form = formula(s);
  // “四种危险”: what they are the whole field knows.
  if (form !== 'sure' && partsOf(s) && canonicalMembers(s)) return yes('numeral', 'numeral/known');
  // 十佳, 十大: a prize where one is awarded.
  if (!form || (/^十[大佳]/u.test(s) && cue.HONOUR_BEFORE.test(p.before))) return null;
  // 变“两班人”为“一班人”: a likeness.
  if (cue.CHANGED_BEFORE.test(p.before) && cue.CHANGED_AFTER.test(p.own)) return null;
  const cued = cue.TASK_AFTER.test(p.after) || cue.FOUND_BEFORE.test(p.before) || cue.PLAYED_BEFORE.test(p.before);
  return {
    kind: 'numeral',
    rule: 'numeral',
    // “四链”即“四根产业链条”: the same in other words.
    listed:
      (/”即$/u.test(p.before) || (form === 'listed' && !cued)) &&
      !/(?:工作法|教学法|议事法|走访法|机制|计划)$/u.test(s),
  };
}

/** 严细实快: three words and more of one character each, none twice. */
const isSingleWords = (s: string): boolean =>
  /^[严真细实快深新勤廉稳准狠进好优强精专清正和公明高效简闯创干拼抢争比学赶超敢能善]{3,6}$/u.test(s) &&
  new Set(s).size === s.length;

/** “一村一警”制度: set up as a scheme. */
const isScheme = (p: Placed): boolean => cue.SCHEME_AFTER.test(p.after);

/** “一村一法官”: who is sent to each. */
const OFFICER = /[官警师员]$|书记|顾问|专员$/u;

/** “事前、事中、事后”三个环节: what there is of them is told in passing. */
const STAGES_AFTER = /^[两三四五六七八九\d]{1,2}个?(?:环节|阶段|层面|方面|维度|关口|节点|渠道|领域)/u;

/** What is kept to as a principle, or is called one. */
const isPrinciple = (p: Placed, s: string): boolean =>
  ((cue.KEEP_BEFORE.test(p.before) && /^的(?:[^，,。；;、“”]{0,4})(?:情怀|理念|原则|宗旨|信念|初心)/u.test(p.own)) ||
    /^(?:的)?(?:服务|工作|司法|办学|育人|经营|发展)?理念/u.test(p.own)) &&
  !isCommon(p, s) &&
  clausesOf(s).length === 1;

/** 以“甲、乙、丙”为主要内容的“三…”: the quoted list of what a scheme consists of. */
const isContents = (p: Placed): boolean => p.before.endsWith('以') && /^为(?:主要)?内容的/u.test(p.own);

/** Nouns that everybody has; a list of them is no watchword. */
const LISTED = /(?:制度|办法|规定|机制|清单|台账|预案|方案|平台|中心|项目)$/u;

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
  // “严细实快”作风
  if (isSingleWords(s) && /^(?:的)?(?:工作|办事|学习)?(?:作风|学风|字诀|要诀)(?!问题)/u.test(p.own))
    return yes('motto', 'motto/words');
  // “离乡不离党”
  if (/^(\p{Script=Han})\p{Script=Han}不\1\p{Script=Han}$/u.test(s) && !isBlamed(p))
    return yes('motto', 'motto/contrast');
  // 校训“明德笃行”
  if (s.length >= 4 && /(?:校|院|厂|店|班|家)训(?:是|为|：|:)?$/u.test(p.before))
    return yes('motto', 'motto/behind-noun');
  if (cue.FIGURES_FORM.test(s) || STAGES_AFTER.test(p.own)) return null;
  // “财务公开制度、民主评议制度”等制度: a list of what there is.
  if (clausesOf(s).length > 1 && clausesOf(s).every((c) => LISTED.test(c))) return null;
  // “小窗口大民生”的路子
  if (/^小\p{Script=Han}{1,2}[、，,]?大\p{Script=Han}{1,3}$/u.test(s) && cued) return yes('motto', 'motto/contrast');
  if (isEach(s) && (/^一[^一]+一[^一]*[码证]$/u.test(s) || (cue.SET_UP_BEFORE.test(p.before) && OFFICER.test(s))))
    return yes('name', 'name/each');
  if (isEach(s)) return isScheme(p) ? yes('name', 'name/each') : yes('motto', 'motto/each');
  if (cue.GRUMBLED_BEFORE.test(p.before) || isChosen(p) || isContents(p)) return null;
  if (isParallel(s) || (isCouplet(s) && isAnaphoric(s))) return yes('motto', 'motto/parallel');
  if (s.length < 4 || cue.LIKENED_BEFORE.test(p.before)) return null;
  if (isAnaphoric(s) && (cued || cue.FOUND_BEFORE.test(p.before))) return yes('motto', 'motto/repeated');
  if (isCouplet(s) && cued) return yes('motto', 'motto/couplet');
  if (isFolded(s) && (cued || p.heads)) return yes('motto', 'motto/folded');
  // 秉持“如我来诉”的情怀, “如我来诉”理念
  if (isPrinciple(p, s)) return yes('motto', 'motto/noun');
  if (cue.KEEP_BEFORE.test(p.before) && /^[，,。；;]/u.test(p.own)) return yes('motto', 'motto/kept');
  if (s.length >= 6 && (as || noun)) return yes('motto', as ? 'motto/theme' : 'motto/noun');
  return null;
}

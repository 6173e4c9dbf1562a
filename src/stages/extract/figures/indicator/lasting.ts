import { ending, oneOf } from '../../../../text/ending.ts';
import { AGENT, isNoun, phrase, phraseEnd } from '../noun-phrases.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';
import { following, spentOn } from './ahead.ts';
import { earlier } from './clause-before.ts';
import { type Near, preceding, subject } from './in-front.ts';
import { unlinked } from './links.ts';
import { SHELL } from './shells.ts';

/** 历时8个月|建成集中供水工程: what took so long. */
const TOOK = ending(/(?:历时|用时|耗时|只用|仅用|用了?)$/u);
/** 呼叫后15分钟内, 收到通知之日起10个工作日内: from when a limit runs, which is not what must be done in time. */
const SINCE = ending(/(?:后|之日起|次日起|起)(?:应当?在|须在|要在)?$|^\s*(?:应当?|须|要)在$/u);

/** A limit whose clause says only from when it runs: 走完流程|3个工作日内填报, 最迟|60天以内. */
function runsFrom(s: Surroundings): boolean {
  return SINCE.test(s.clause) || !unlinked(s.clause).trim() || DONE_FIRST.test(s.clause);
}
/** Verbs of what must have happened before. */
const DONE_FIRST =
  /^\s*(?:走完|收到|接到|接报|受理|发现|完成|办完|签订|发布|离开|到任|上任|当选|录用|立案|结案)[\p{Script=Han}]/u;

/** 群众投诉|24小时内响应: a short event named whole. */
const EVENT = /^\s*[\p{Script=Han}]{1,6}(?:投诉|举报|诉求|求助|申请|报警|咨询|隐患|工单|报修)$/u;

/** 承诺5分钟内|登记诉求、30分钟内|响应: a limit with which its member of a row begins is one of what stands behind. */
const PROMISES = ending(/(?:承诺|做到|确保|保证)$|、$/u);
/** The next member of the row: 、30分钟内. */
const NEXT_LIMIT = /^[\p{Script=Han}“”]{2,12}[、，,][0-9一二两三四五六七八九十]{1,3}个?(?:分钟|小时|天|日|工作日)/u;
/** A row of limits may leave out 内 once: 5分钟内响应、2小时解决. */
const isLimit = (c: Candidate, near: Near | null): boolean =>
  c.bound === '<=' || (near !== null && c.kind === near.kind && near.text.endsWith('内'));

/** What is promised within a limit, with how it is done: 现场响应. */
function promised(c: Candidate, s: Surroundings, near: Near | null): string | null {
  const head = near && near.end > s.clauseStart ? s.text.slice(near.end, c.start) : s.clause;
  if (!isLimit(c, near)) return null;
  if (!PROMISES.test(head) && !(/^\s*$/u.test(head) && NEXT_LIMIT.test(s.rest))) return null;
  const said = /^[\p{Script=Han}“”]{2,12}(?=$|[、和])/u.exec(s.tail)?.[0];
  return said && !/^[不未]/u.test(said) && /^(?:v|d|vn|vd|ad)$/u.test(segment(said)[0]!.tag) ? said : null;
}

/** 通过3年的|努力: what went on so long. */
const EFFORT = /^的?(?:不懈|共同|持续|艰苦)?(努力|奋斗|拼搏|攻坚)/u;

/** 用2年|时间|基本建成泵站: what is done in that time; the word for it where nothing is said in so many words. */
const TIME_ITSELF = /^(?:左右|以上|以内)?的?(时间)(?!段|节点|表|差|观念|安排|进度|跨度)/u;

function doneIn(said: string): string | null {
  const all = segment(said.slice(0, 24));
  const verb = all.findIndex((w) => !/^(?:d|ad)$/u.test(w.tag) && w.text !== '基本');
  // 建成 is a place in the dictionary.
  if (verb < 0 || !(all[verb]!.tag === 'v' || /^.[成好完起]$/u.test(all[verb]!.text))) return null;
  const end = phraseEnd(all, verb + 1);
  return end > verb + 1 ? phrase(all, verb + 1, end) : null;
}

/** What a length of time is said of by the form of its clause: a promise, or an effort; null where it has none. */
export function spanOf(c: Candidate, s: Surroundings, near: Near | null): string | null {
  const used = s.clause.endsWith('用') || s.clause.endsWith('用了') ? TIME_ITSELF.exec(s.tail) : null;
  if (used) return doneIn(s.tail.slice(used[0].length)) ?? used[1]!;
  return EFFORT.exec(s.tail)?.[1] ?? promised(c, s, near);
}

/** 3个工作日内|填报: what must be done in time, by its object (组织一次|专题学习) or its verb. */
function dueIn(s: Surroundings): string | null {
  const words = segment(s.tail.slice(0, 24));
  let at = 0;
  while (at < words.length && /^(?:d|p|m|q|mq)$/u.test(words[at]!.tag)) at++;
  if (words[at]?.tag !== 'v' && words[at]?.tag !== 'vn') return null;
  let from = at + 1;
  while (from < words.length && /^(?:m|q|mq|ul)$/u.test(words[from]!.tag)) from++;
  const end = phraseEnd(words, from);
  return end > from ? phrase(words, from, end) : phrase(words, at, at + 1);
}

/** 个别党员|半年以上没有参加活动: who has not done it for so long. */
const WHO = /^\s*(?:有的|有些|部分|个别|少数|一些|极少数)([\p{Script=Han}]{2,10})$/u;
const IDLE = /^(?:没有?|未|不|从未|没能)/u;

/** 签订2年以上|服务协议, 具有3年以上|工作经历: what runs or ran so long. */
const TERMED = /^的?(\p{Script=Han}{0,6}(?:合同|协议|经历|经验|履历))(?=$|[的者、和及，,])/u;

/** 签订合同、缴纳社保满|3个月: a member of a row that has been done so long. */
const FULL = /[、和且](\p{Script=Han}{2,10}?)(?:已|均|连续|累计)?满$/u;

/** 连续三届|荣获“…”称号, 连续两年|入选十大品牌: what was won each time. */
const WON =
  /^(?:均|都|已|先后)?(?:被?评[为定]为?|被授予|被命名为|被表彰为|被确定为|获评为?|入选|荣获|喜获|获得|获|夺得|捧回|捧得|蝉联|跻身)(?!得?了?[第前的0-9]|得?感(?!动)|[分票益取利批救胜悉])了?([^，,。；;\n]{2,40})/u;
/** 先进单位|的企业有12家: who won it. */
const WHOSE = /的(?:\p{Script=Han}{1,8}(?:共?有|达|占)[^，,]*)?$/u;
/** The same of how many times in a row: null where a figure says no such thing. */
export const won = (c: Candidate, s: Surroundings): string | null =>
  s.text.startsWith('连续', c.start) ? (WON.exec(s.tail)?.[1]?.replace(WHOSE, '') ?? null) : null;

/** What a stretch of time is said of: what went on so long, what took so long, or what must be done within. */
export function lasting(c: Candidate, s: Surroundings, near: Near | null): string | null {
  const termed = TERMED.exec(s.tail) ?? FULL.exec(s.clause);
  if (termed) return termed[1]!;
  // 普惠率97%、连续4年|居全州第1: what kept its rank was measured before.
  if (
    KEPT_RANK.test(s.tail) &&
    /(?:连续|持续|已|^|[、，,])$/u.test(s.text.slice(Math.max(0, c.number - 2), c.number))
  ) {
    const held = /[对于在把将][^，,]*$/u.test(s.clause) ? null : preceding(c, s, near);
    const kept = held && !/^(?:已经?|连续|持续|并)$/u.test(held) ? held : near?.indicator;
    if (kept) return kept;
  }
  const stayed = s.text.startsWith('连续', c.start) ? STAYED.exec(s.tail) : null;
  if (stayed) return stayed[1]!;
  if (s.text.startsWith('连续', c.start)) {
    // 连续6年|没有发生违纪问题: what went on so long is the predicate.
    const who = /[对于在把将][^，,]*$/u.test(s.clause) ? null : preceding(c, s, near);
    return who ?? (s.tail.replace(/的[^的]{0,12}$/u, '').slice(0, 24) || null);
  }
  const idle = IDLE.test(s.tail) ? WHO.exec(s.clause)?.[1] : null;
  if (idle && AGENT.test(idle)) return idle;
  const took = TOOK.test(s.clause) ? spentOn(s) : null;
  const due = c.bound === '<=' && runsFrom(s) ? dueIn(s) : null;
  const whole = c.bound === '<=' && EVENT.test(s.clause) ? s.clause.trim() : null;
  const found = took ?? due ?? whole ?? measured(c, s, near) ?? subject(s) ?? following(c, s) ?? preceding(c, s, near);
  return found && !SHELL.test(found) && !/^(?:每|也|最快|最慢|为期|历时|力争|应当|用)/u.test(found)
    ? found
    : (near?.indicator ?? earlier(s, 'last') ?? found);
}

/** What lasted was a rank or a level of what is measured: 居全省第1, 保持两位数增长. */
const KEPT_RANK =
  /^(?:均|都|稳|保持在?|蝉联)?(?:位?居|位?列|名列|排名?|领跑|保持)[^，,]{0,10}(?:第|前[0-9一二三四五六七八九十]|首位|增长|下降|之首|榜首|领先|[0-9])|^同比(?:增长|下降|上升)/u;

/** 连续6年|粮食产量|稳定在100万吨以上: a measure that kept its level. */
const STAYED =
  /^(\p{Script=Han}{2,16}?(?:[率额值]|产量|总量|面积|收入|规模))(?:均|都)?(?:稳定|保持|突破|超过|增长|下降|高于|低于|位?居|排名?)/u;

/** Verbs that only say that time went by. */
const GOING = oneOf('走过 经过 坚持 持续 运行 存在 历时 长达 历经 达到 缩短 延长 保持 用时 耗时 等待 规划 提前');

/** 存入工时1.6万小时: a noun right in front is what is measured; 已兑付5200小时 goes on about it. */
function measured(c: Candidate, s: Surroundings, near: Near | null): string | null {
  const words = segment(unlinked(s.clause).slice(-24));
  const last = words[words.length - 1];
  if (last && isNoun(last) && last.tag !== 'vn' && /(?:时|间|期|限|长)$/u.test(last.text)) return preceding(c, s, near);
  // 下沉社区|值守1200多个小时: what was done so long; but 旧城更新|已经走过了20多年.
  if (
    last &&
    c.bound !== '<=' &&
    words.length > 2 &&
    last.tag === 'v' &&
    last.text.length > 1 &&
    !GOING.test(last.text)
  )
    return preceding(c, s, near);
  const verbal = words.every((w) => /^[vd]/u.test(w.tag));
  return verbal && near?.unit === c.unit ? near.indicator : null;
}

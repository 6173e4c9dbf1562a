import { ending, hasOne, oneOf } from '../../../../text/ending.ts';
import { remembering } from '../../../../text/remembering.ts';
import { isChanged } from '../changes.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';

/** What a body or a deed rests on, is meant for, or is made up of: it is there already. */
const RESTS = ending(
  /(?:依托|针对|围绕|面向|立足|利用|服务于|来自|位于|奔走|活跃|奋战|遍布|分布|散落)(?:[^，,了]{0,12})$/u,
);
/** 团结带领全镇4.7万群众, 覆盖公司所属9个支部: those whom a body leads or has. */
const LED = ending(/(?:带领|率领|领导着?|组织动员)(?:全[\p{Script=Han}]{1,3})?$|所属(?:的)?$/u);
const MADE_UP = ending(/由(?:[^，,由]{0,6})$/u);
const MADE_UP_OF = /^[^，,]{1,12}(?:组成|构成|牵头|领衔|带队|负责)/u;
/** 全县|186个村 */
const ALL = ending(/^(?:目前)?(?:全[县市区镇乡村局校院国省州街辖行系]统?|辖区(?:内)?|我[县市区镇乡局])$/u);
/** What something costs or is worth. */
const PRICED = ending(/(?:只要|仅需|只需|每[^，,]{1,4}折合|相当于|单价|票价|售价|均价|面值)(?:人民币)?$/u);

/** Kinds of what may be there already, before an order speaks of it; and before something was done. */
const GIVEN = oneOf('people thing none measure money');
const PRESENT = oneOf('people thing measure none event');

/**
 * Things that are there already, of which an order says what to do: 对全县47座水库开展排查, 62支工作队要吃在村里.
 * Known wrong case: 把3个项目建成: what is to be built is a target.
 */
const OBJECT = ending(
  /(?:^|[，,要])(?:[\p{Script=Han}]{0,4})?(?:对|把|针对|用好|管好|用足|依托|整合|盘活)(?!于)[^，,]*$/u,
);
const SUBJECT = /^[^，,。；;]{1,14}?(?:都|均|全部)?(?:要(?!求|点|素)|应当?(?![急对用])|必须|务必|须)/u;

/** Whether an order speaks of it as of something that is there already. */
export function isGiven(c: Candidate, s: Surroundings): boolean {
  if (c.bound !== '=' || !GIVEN.test(c.kind)) return false;
  if (c.kind === 'money' && !/用[好足活]/u.test(s.clause)) return false;
  if (OBJECT.test(s.clause) && (/^[\p{Script=Han}]{3,}/u.test(s.tail) || /好|用足|整合|盘活/u.test(s.clause)))
    return true;
  return /^[\p{Script=Han}]{0,5}$/u.test(s.clause.replace(/^.*、/u, '')) && SUBJECT.test(s.rest);
}

/** Whom something was given to, or who was taught: they are reached by what is done. Other objects of 对 are there already. */
const GIVEN_TO =
  /(?:慰问|救助|帮扶|表彰|奖励|培训|轮训|补助|资助|走访|通报|问责|处分|约谈|关怀|帮助|审查|审核|审计|建档|改造|维修|整修|整治|验收|清理|回访|办理|调处|评查)/u;

/** 对18个部门、8个街道进行了调研: what was looked at or is managed. */
const isTreated = (s: Surroundings): boolean =>
  /(?<![针结面校核反派绝相配查应])对(?![接象于应照策外内口比])[^，,]*$/u.test(s.clause) &&
  !GIVEN_TO.test(s.tail.slice(0, 40));

/** Sizes, bodies and bases that were there before anything was done. */
function isThere(c: Candidate, s: Surroundings): boolean {
  if (c.kind === 'money') return PRICED.test(s.clause);
  if (!PRESENT.test(c.kind)) return false;
  if (PRICED.test(s.clause)) return true;
  if (MADE_UP.test(s.clause) && MADE_UP_OF.test(s.tail)) return true;
  if (c.kind === 'event') return false;
  // 全县186个村全部完成换届: all there are.
  if (ALL.test(s.clause) && /^[\p{Script=Han}（）()]{1,12}?(?:全部|都|均|普遍)(?!出列|脱贫|摘帽|搬)/u.test(s.tail))
    return true;
  return (
    (hasOne(s.clause, '领', '员', '属') && LED.test(s.clause)) ||
    RESTS.test(s.clause) ||
    (/^[\p{Script=Han}]{1,8}每[人户名个位]/u.test(s.tail) && !/[给为向对]$/u.test(s.clause))
  );
}

/** 离县城60公里; 在全市46个税务所中: where something lies, and among how many. */
const isPlaced = (s: Surroundings): boolean =>
  /(?:距|离|相距)(?!任|职|岗|退)[^，,]{0,10}$/u.test(s.clause) ||
  (s.clause.includes('在') &&
    /在[^，,]{0,8}$/u.test(s.clause) &&
    /^[\p{Script=Han}]{1,12}(?:中(?![心学医小央])|里(?![程面]))/u.test(s.tail));

/** What a survey rests on: its title says that it is one. */
const SAMPLE = /(?:问卷|座谈|访谈|走访|抽样|回收|受访|实地|谈论)/u;

/** Before something changed: 过去, 原来. */
export const FORMERLY = /(?:过去|以前|原来|原先|此前|曾经|从前|搬迁前|改革前|实施前|推行前)/u;
/** 过去,…,收缴率不足五成: the whole sentence tells how things were. */
const ONCE = /^[\s“]*(?:过去|以前|从前|曾经|前些年|早些年|几年前)[，,](?:(?!如今|现在|后来|了)[^。])*$/u;
/** What something is able to hold. */
const CAPACITY = /可(?:以|同时)?(?:容纳|供|满足|停|储)/u;
/** What a study finds are states. */
const isStudy = remembering((title) => /调研|调查|思考|问题|对策|现状/u.test(title));
const MEASURED = oneOf('percent money age measure times');

/** States of things, in a text that mostly tells what was done. */
export function isState(c: Candidate, s: Surroundings, title: string): boolean {
  if (CAPACITY.test(s.clause) || (FORMERLY.test(s.clause) && !/了|[较比]/u.test(s.clause))) return true;
  if (ONCE.test(s.sentence) && !isChanged(s)) return true;
  if ((c.kind !== 'money' && c.kind !== 'event' && isTreated(s)) || isPlaced(s) || isThere(c, s)) return true;
  return (
    isStudy(title) &&
    (SAMPLE.test(s.clause + s.tail) ||
      ((MEASURED.test(c.kind) || /[人户村院校平]均/u.test(s.clause)) && !/了|已|先后|[较比]/u.test(s.clause)))
  );
}

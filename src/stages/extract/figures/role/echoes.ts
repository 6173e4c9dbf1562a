/** Figures whose role another one gives, or the form of an assessment: parts of what was counted before, and what decides a grade. */
import { ending } from '../../../../text/ending.ts';
import type { FigureRole } from '../../types.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';

/** 党员37名,其中女党员8名; 达标的389个,占94.4%. */
const PART = ending(/其中[^，,。；;0-9０-９]{0,8}$/u);
const SHARE = /^\s*(?:分别|均|约|各)?占(?:比|到|了|总数|全部)?(?:的|比)?(?:分别)?(?:达到?|为)?$/u;

/** 其中|要改造|80公里, 其中|每年清淤|50口: the part has a wish, a habit or a time of its own. */
const OWN = /其中[^，,。；;]*(?:要|拟|将|力争|争取|确保|须|应|计划|再|每|年内|[今明去前]年|年底|月底|[0-9]月)/u;

/** 其中50个村|年内必须完成改造. */
const AHEAD = /必须|[要须应将拟]|力争|确保/u;

/** A part, or a share, of what the figure before it counts is what that is: of annotated ones 97 in a hundred. What sorts is none. */
export function echoed(c: Candidate, s: Surroundings, previous: FigureRole | null): FigureRole | null {
  const sorts = c.kind === 'age' || (c.bound !== '=' && s.tail.startsWith('的'));
  if (!previous || previous === 'frequency' || sorts) return null;
  if (
    previous !== 'weight' &&
    s.clause.includes('其中') &&
    PART.test(s.clause) &&
    !OWN.test(s.clause) &&
    !AHEAD.test(s.tail)
  )
    return previous;
  return c.kind === 'percent' && s.clause.includes('占') && SHARE.test(s.clause) ? previous : null;
}

/** 扣5分以上, 权重提高到40分以上, 分值不低于3分: points themselves. */
const POINTS = ending(/(?:[扣加计记奖减]|提高到|增加到|分值|权重|占)[^，,。；;]{0,4}$/u);
/** …为优秀, …的[，,]约谈…, …方可…: what follows from it. 90分以上的5个, 85分以上的为石桥镇 tell who got so many. */
const GRADED =
  /^(?:的|者)?[，,]?(?:[为是属]|[评列定记]为)(?:[“优良合中差较好一二三四五基红黄绿蓝A-E]|不合格|先进|达标)|^(?:的|者)[^，,。；;0-9]{0,10}[，,]?(?:予以|给予|由(?!.{0,8}[升降])|取消|不得|不予|约谈|通报|奖|扣|罚|摘|调整|停|免职|退|方可|可(?!以)|下牌|亮|补课|作说明|实行)|^方?可(?!以)/u;

/** 90分以上的为优秀, 低于60分的约谈: a score that decides is a standard, no score of anything. */
const isThreshold = (c: Candidate, s: Surroundings): boolean =>
  c.kind === 'score' && (c.bound !== '=' || c.rule === 'range') && !POINTS.test(s.clause) && GRADED.test(s.rest);

/** 平均84.5分: a score that was got. */
const MEAN = ending(/平均(?:得)?分?(?:为|是|达)?$/u);
const isMeanScore = (c: Candidate, s: Surroundings): boolean =>
  c.kind === 'score' && c.bound === '=' && s.clause.includes('平均') && MEAN.test(s.clause);

/** 连续两个季度垫底的调岗, 逾期三天的予以通报: a case that an order provides for, and what follows. */
const PROVIDED =
  /^[^，,。；;\n]{0,14}的[，,]?(?:列为|按|由|予以|给予|可以?(?![持靠再])|应(?!急|用|届|对)|不得|不予|取消|一票|实行|免|调|退|约谈|停|罚|摘|离岗|淘汰)/u;
export const isProvided = (s: Surroundings): boolean => PROVIDED.test(s.rest);

/** 本责任书一式三份: of what two sides sign; forms are to be handed in so often. */
const SIGNED = /(?:责任[书状]|协议书?|合同|承诺书|约定书?|备忘录)[^，,。；;]{0,4}一式$/u;
const isCopies = (c: Candidate, s: Surroundings): boolean =>
  c.unit === '份' &&
  SIGNED.test(
    s.text
      .slice(Math.max(0, c.number - 16), c.number)
      .split('\n')
      .at(-1)!,
  );

/** The role that such a form has by itself; null for any other. */
export function signOf(c: Candidate, s: Surroundings): FigureRole | null {
  if (isThreshold(c, s)) return 'target';
  if (isMeanScore(c, s)) return 'result';
  return isCopies(c, s) ? 'scale' : null;
}

import type { Place } from './place.ts';
import { verbAt } from './verbs.ts';

/** A phrase inside one clause; longer ones tell a story. */
const PHRASE = '((?![的是于到和与、了率能])[^，,。；;：:！!？?\\n]{2,40}?)';

/** Behind these 通过 is no means: a law, a test, a road. */
const PASSED = '(?!了?(?:[^，。]{0,10}(?:验收|评审|考核|认证|审核|审查|考试|决议|议案|审议)|率|的))';

/** What the means is used for. */
const ACTING =
  '(?:进行|开展|设立|成立|组建|举办|创办|开设|打造成?|建成|组织|实现|推动|推进|来|引导|收集|征集|抓好|抓实|做好|办好|宣传|加强|搭建|建立|提供|实施|强化|打造|发布|解决|化解|破解|提升|提高|促进|拓展|丰富|激发|动员|排查|受理|培训|培养|凝聚)';

/** By what means something is done, and where the means stands in the match. The first that occurs in the text counts. */
const MEANS: readonly RegExp[] = [
  new RegExp(
    `(?<![一审表普])通过${PASSED}${PHRASE}(?:等(?:多种)?(?:方式|形式|办法|途径|渠道|手段|措施|载体|活动)?|的?(?:方式|形式|办法|途径))?(?:[，,；;]|(?=${ACTING}))`,
    'u',
  ),
  new RegExp(
    `以${PHRASE}(?:为|作为)(?:[^，,。；;\\n]{0,4})(?:抓手|载体|契机|依托|平台|切入点|突破口|牵引|纽带|支撑|媒介|阵地)`,
    'u',
  ),
  new RegExp(
    `(?:运用|利用|依托|借助|借力|用好用活)(?:好|了)?${PHRASE}(?:等(?:平台|方式|手段|渠道|载体|媒介|媒体|阵地|资源)?)?(?:[，,；;。]|(?=${ACTING}))`,
    'u',
  ),
  new RegExp(`(?:采取|采用)${PHRASE}(?:等?(?:[多两三四五几]种)?)?的?(?:方式|形式|办法|方法|模式|做法|手段)`, 'u'),
  /(?:建立健全|建立和完善|建立完善|健全和完善|健全完善|建立|健全|完善|推行|实行|实施|落实|执行|构建|探索|创新|推广|创建)(?:了|并落实|完善)?((?!的)(?:“[^”\n]{2,16}”|[^，,。；;：:！!？?、\n“”]){1,24}?(?:制度|机制|责任制|工作法|清单|台账|体系|模式|平台|承诺制|积分制|轮值制|例会制|联席会议|公示制|首问制|办法))(?=[，,。；;、：:！!\n（(]|$)/u,
];

/**
 * The means by which something is done, where the text states one: 通过…, 以…为抓手, 运用…, 依托…, 采取…的方式, 建立…制度.
 *
 * @param from,end at most a few hundred characters: each pattern looks at all of them
 */
export function instrumentIn(text: string, from: number, end: number): Place | null {
  const window = text.slice(from, end);
  let best: Place | null = null;
  for (const re of MEANS) {
    const m = re.exec(window);
    if (!m || (best && from + m.index >= best.start)) continue;
    const start = from + m.index + m[0].indexOf(m[1]!);
    const trimmed = m[1]!.replace(/[、和与及等\s]+$/u, '');
    if (cutShort(window, m, trimmed)) continue;
    if (trimmed.length >= 2 && !VACUOUS.test(trimmed) && balanced(trimmed))
      best = { start, end: start + trimmed.length };
  }
  return best;
}

/** Names no means: 多种形式, 一系列制度, 考核结果. */
const VACUOUS =
  /^(?:多种|各种|有关|相关|一系列|一些|一定|一切|这些|上述|各项|规章|各类|好的|什么|有利于|符合|一套|完善的|统一的)|^(?:力度|广泛|理论|学习教育|制度体系|机制|优势|契机)$|(?:结果|成果|成效)$/u;

/** 通过开展培训、优化|推动…: deeds that the first of several verbs would cut in the middle. */
function cutShort(window: string, m: RegExpExecArray, phrase: string): boolean {
  const end = m.index + m[0].indexOf(m[1]!) + m[1]!.length;
  if (/^(?:[，,；;。：:！!？?\n（(、]|等|的|为|作为|方式|[多两三四五几]种|$)/u.test(window.slice(end, end + 2)))
    return false;
  return phrase.includes('、') || verbAt(phrase, 0) !== null;
}

const balanced = (s: string): boolean => (s.match(/“/gu)?.length ?? 0) === (s.match(/”/gu)?.length ?? 0);

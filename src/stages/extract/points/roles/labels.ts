import { remembering } from '../../../../text/remembering.ts';
import type { Genre } from './genre.ts';
import { AGAINST, AHEAD, COORDINATION, COPULAR, LABELS, ORDERED, PROBLEM, type Purpose, tellsTo } from './lexicon.ts';

/** What a heading says of the points under it: one purpose, or two coordinated ones to choose from. */
export interface Sign {
  purposes: Purpose[];
  cue: string;
}

/** A label is the last word of its heading, but for a few like these (措施乏力 is none). */
const TAIL =
  /^(?:的?(?:(?:究竟|到底)?(?:何在|在哪[里儿]?|在何处|是什么|有哪些|几[多何]|知多少|怎么[定办走])|不[小少浅]|所在|表现|检视|选择|梳理|清单|透视|分析|简析|剖析|思考|探讨|探析|研究|概述|归纳|介绍|方面|部分|如下|情况|及其?|和)){0,2}[”"’)）》]?$/;
/** What makes a noun phrase of a heading that begins like an order (加强…的主要做法). */
const NOMINAL = /(?:的|主要|几点|一些|具体|基本|初步|重要|重大|现实|突出)$/;

/** 照片当成绩, 矛盾变难题: what something is taken for or becomes titles nothing. */
const MADE = /[当变][成作]?$/;

/** Titles that begin with a verb and tell nobody to do anything (实施背景, 推进情况). */
const ATTRIBUTIVE =
  /^(?:实施|推进|推广|开展|组织|落实|发展|建设|改进|整改|学习|探索|培训|培育|宣传|调研|改革|创新|应用)(?:背景|缘起|缘由|实践|情况|状况|现状|成效|效果|成果|体会|经过|进展|步骤|历程|启示|特点|优势|收获|感悟|心得|做法|举措|亮点|目标|思路|规划)$/;

/** 圆满完成…任务, 早谋划细安排: what is done with a task, or how it is planned, titles no plan. */
const DONE_WITH = /(?:完成|履行|落实|执行|承担|担负|抓好|做好|实现)[^,，的]{0,8}$|[细早巧精妥先]$/;
/** 落实措施，着力推进 says that something is done, of what was and of what is to be. */
const MEANS = /(?:措施|举措)$/;
const TAKEN = /(?:^|[,， ])(?:落实|细化|强化|完善|采取|硬化)$/;
const TASKS = /(?:任务|安排|部署|计划)$/;

interface Found {
  purpose: Purpose | 'work';
  at: number;
  end: number;
  word: string;
}

function labelsIn(heading: string): Found[] {
  const found: Found[] = [];
  for (const [purpose, re] of LABELS) {
    re.lastIndex = 0;
    for (let m = re.exec(heading); m; m = re.exec(heading))
      found.push({ purpose, at: m.index, end: m.index + m[0].length, word: m[0] });
  }
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  return found.filter(
    (f, i) => !found.some((g, k) => k !== i && g.at <= f.at && g.end >= f.end && g.end - g.at > f.end - f.at),
  );
}

/** 解决…问题 deals with one; 亟待解决的问题 states one. */
const against = (before: string): boolean =>
  [before, LAST_CLAUSE.exec(before)?.[1] ?? ''].some((s) => AGAINST.test(s)) && !/[待需]解决的?$/.test(before);
/** “疏”字当头，疏通机制堵点: what is dealt with in the last clause. */
const LAST_CLAUSE = /[,，]([^,，]*)$/;

/** One search instead of one for each purpose: most headings have no label near their end. */
const ANY = new RegExp(LABELS.map(([, re]) => re.source).join('|'));
/** The longest label with what may stand behind it. */
const END_REACH = 32;

/** The purposes that a heading names, the head noun last; null where it names none. */
export function labelOf(heading: string, genre: Genre): Sign | null {
  if ((heading.length > 30 && /[,，]/.test(heading)) || !ANY.test(heading.slice(-END_REACH))) return null;
  const found = labelsIn(heading);
  const last = found.at(-1);
  if (!last || !TAIL.test(heading.slice(last.end))) return null;
  if (COPULAR.test(heading) || MADE.test(heading.slice(0, last.at))) return null;
  const alone = last.at === 0 && last.end === heading.length;
  if (last.purpose !== 'plan' && !alone && orders(heading) && !NOMINAL.test(heading.slice(0, last.at))) return null;
  if (MEANS.test(last.word) && TAKEN.test(heading.slice(0, last.at))) return null;
  if (TASKS.test(last.word) && !AHEAD.test(heading) && DONE_WITH.test(heading.slice(0, last.at))) return null;
  if (last.purpose === 'problem' && against(heading.slice(0, last.at))) return null;
  const purposes: (Purpose | 'work')[] = [last.purpose];
  for (let i = found.length - 2; i >= 0; i--) {
    const between = heading.slice(found[i]!.end, found[i + 1]!.at);
    // 破解之道: of what was done or of what should be; the text chooses.
    const either = found[i]!.at === found[i + 1]!.at;
    if (!either && (between.length > 8 || !COORDINATION.test(between) || against(heading.slice(0, found[i]!.at))))
      break;
    if (!purposes.includes(found[i]!.purpose)) purposes.unshift(found[i]!.purpose);
  }
  const work = AHEAD.test(heading) ? 'plan' : workIn(genre);
  const named = purposes.map((p) => (p === 'work' ? work : traitsIn(genre, heading, p)));
  return { purposes: [...new Set(named)], cue: last.word };
}

/** A section of goals may be titled like an order (明确工作目标). */
const SETTING = /^(?:进一步)?(?:准确)?(?:明确|把握|确立)[^,，]{0,6}(?:目标任务|目标|指导思想|总体要求|总体思路|原则)$/;

const orders = (heading: string): boolean => tellsTo(heading) && !ATTRIBUTIVE.test(heading) && !SETTING.test(heading);

/** 主要工作 is what was done in a report, what is to be done elsewhere. */
const workIn = (genre: Genre): Purpose => (genre === 'report' ? 'practice' : 'plan');

/** 几个特点: of the work in a report; of what is looked into, how things stand. */
const traitsIn = (genre: Genre, heading: string, p: Purpose): Purpose =>
  genre === 'study' && p === 'practice' && /特点$/.test(heading) && !DEED.test(heading) ? 'background' : p;
/** Of what others do: 外县发展茶业的主要特点. */
const DEED = /发展|建设|推进|开展|工作|创建|实践|探索|做法/;

/** 从存在的问题看,…: what stands under the heading tells of problems, whatever the heading argues. */
export function viewOf(heading: string): Sign | null {
  const m = /^从([^,，]{2,40})[看讲说][,，]/.exec(heading);
  const found = m ? labelsIn(m[1]!).at(-1) : undefined;
  return found && found.purpose !== 'work' && m![1]!.length - found.end <= 2
    ? { purposes: [found.purpose], cue: found.word }
    : null;
}

/** A quoted fault that describes the last word of a heading of several clauses. */
const QUOTED = /(?<=[,，][^,，“”]{2,6})[“"][^”"]{2,8}[”"](?=的[^,，]{1,4}$)/;
/** 看队伍稳不稳, 联得好不好: asked, not stated. */
const WHETHER = /([一-鿿]{1,2})不\1/g;

/** The word that makes a heading the statement of something wrong. */
export const isProblem = remembering(problemIn);

function problemIn(heading: string): string | null {
  // 拓宽“不好卖”的门路: what a quoted fault belongs to is dealt with.
  const stated = heading.replace(QUOTED, '').replace(WHETHER, '');
  const m = PROBLEM.exec(stated);
  if (!m || AGAINST.test(heading) || ORDERED.test(heading)) return null;
  // 服务“不断档”, 工作不脱节: a fault that is denied.
  if (/[不无没零防]/.test(stated[m.index - 1] ?? '') && !/^[不没无未]/.test(m[0])) return null;
  const clauseEnd = /^[^,，]{0,4}$/.test(stated.slice(m.index + m[0].length));
  return tellsTo(heading) && !clauseEnd ? null : m[0];
}

/** Short lines that are the usual titles of a section, and how such a line may be written: 主要做法, 几点体会：, 【品牌内涵】. */

import { labelOf } from '../roles/labels.ts';
import { type Line, skipDash } from './item.ts';

/** Heads a section in this genre whatever stands around it. */
const SECTION =
  /^(?:(?:主要|具体|基本|创新|工作)?(?:做法|措施|举措|成效|成果|经验|启示|问题|不足|原因|建议|对策|思考|打算|目标|任务|原则|要求|背景|概况|情况)(?:[及和与](?:其)?(?:主要|具体|基本)?(?:做法|措施|举措|成效|成果|经验|启示|原因|动因|起因|缘由|意义|建议|对策|分析|打算))?|(?:案例|项目|活动|工作|背景|经验|实践|问题|原因|总体|指导|基本|组织|保障|下步|下一步)(?:背景|概述|简介|概况|情况|成效|启示|做法|目标|要求|思想|原则|保障|措施|打算|分析|探索|点评|思路|计划|安排)|(?:存在|面临)的?(?:主要|突出)?(?:问题|困难|不足)(?:[及和与]原因(?:分析)?)?|取得的?(?:主要|初步|明显)?(?:成效|成绩|成果|效果)|(?:几点|对策|意见|工作)?(?:建议|启示|体会|思考)|效果|美中不足|下一?步|结语|引言|前言|缘起|由来|尾声|(?:企业|单位|公司|学校|医院|社区|村庄|辖区)(?:概况|简介)|(?:我们)?(?:为什么|怎么|如何)[干办做抓建管改]|[干办做抓建管改]得(?:怎么样|怎样|如何))$/;

/** Of the case of a brand or a project: 品牌由来, 创建缘由, 项目亮点. */
const OF_BRAND =
  /^(?:品牌|创建|培育|案例|项目|活动|服务队)(?:由来|来历|缘起|缘由|起因|背景|内涵|释义|名称|寓意|理念|定位|简介|故事|历程|过程|举措|做法|路径|成效|成果|亮点|特色|启示)$/;
/** Counted or paired: 几条体会, 三点启示, 体会和问题, 存在不足及打算. */
const COUNTED =
  /^(?:[几两三四五](?:点|条|个方面的?)|一些)(?:主要|具体|粗浅|初步|深刻)?(?:做法|体会|启示|建议|要求|思考|打算|经验|认识|感悟|希望|意见)$/;
const PAIRED =
  /^(?:存在的?|主要)?(?:体会|问题|不足|困难|差距|短板|经验|成效|启示|思考|建议)[和与及、](?:存在的?|今后的?|下一?步的?|主要|改进|努力)?(?:问题|不足|打算|建议|启示|思考|对策|体会|方向|措施)$/;
/** 怎么治, 如何破: the question of a section in so many words. */
const ASKED = /^(?:怎么|怎样|如何|咋)(?:[治破解补防去]|[干办做抓建管改])$/;

/** Sections of a report to an assembly and of a plan: 今年重点工作, 今后五年奋斗目标, 2024年工作回顾. */
const PERIOD =
  /^(?:(?:[0-9]{4}|[0-9Xx×]{2,4})年(?:度)?|今年(?:以来)?|[一两三五近]年来|明年|本年度|下年度|下半年|上半年|今后[一-鿿]{0,3}年?|未来[一-鿿]{1,3}年|过去[一-鿿]{1,3}年?|下一?步|下学[年期]|新学[年期]|新的?一年)(?:的|政府|经济社会发展的?|全县|全市|全区)?(?:总体|主要|重点|奋斗|预期|工作)?(?:目标|任务|工作|要求|思路|打算|安排|计划|重点|举措|回顾|总结|目标任务|工作任务|工作安排|工作打算|工作思路|工作重点|工作回顾|工作总结|工作计划|预期目标|工作?简要回顾|主要工作回顾)(?:[和与及][一-鿿]{2,8})?$/;

/** 今年重点抓好五个“提升”, 下一步着力办好六件实事: what a period is for, in a line of its own. */
const AHEAD =
  /^(?:今年|明年|来年|下半年|下一?步|下一?阶段|今后一个时期|新的一年)[,，]?(?:我们)?(?:要|将)?(?:重点|着重|着力|主要|突出|集中)(?:抓好|抓|做好|做|干好|办好|打好|实施|推进|围绕)[一二两三四五六七八九十]+(?:个|件|项|大|场|方面)[^,，。;；:：]{0,10}$/;

const KNOWN = [SECTION, OF_BRAND, COUNTED, PAIRED, ASKED, PERIOD, AHEAD];

export const isKnown = (s: string): boolean => KNOWN.some((re) => re.test(s));

const TITLE_MAX = 16;
/** The longest title that a list follows in the same line. */
const RUN_ON_MAX = 10;
/** 一要早。…: the list that a title leads in. */
const FIRST = /^[ 　]*(?:一(?:是|要|须)|[1１][.．、]|[（(][一1１][）)]|①|首先|第一[,，、])/;

/** A title without its brackets and colon; UTF-16, half-open. */
export interface Title {
  start: number;
  end: number;
  /** Closed by a colon, with or without a list behind it. */
  colon: boolean;
}

const COLON = new Set([...':：']);

/** The usual title that a line is in brackets (【主要做法】), closed by a colon, or before a list of its own (几点要求：一要早。…). */
export function markedTitle(text: string, line: Line): Title | null {
  const start = skipDash(text, line);
  if (text[start] === '【') {
    const own = { start: start + 1, end: line.end - 1, colon: false };
    return line.end - start <= TITLE_MAX && text[line.end - 1] === '】' && isKnown(textOf(text, own)) ? own : null;
  }
  let end = start;
  while (end < line.end && end - start <= TITLE_MAX && !COLON.has(text[end]!)) end++;
  if (end >= line.end || !COLON.has(text[end]!)) return null;
  const own = { start, end, colon: true };
  const listed = end - start <= RUN_ON_MAX && FIRST.test(text.slice(end + 1, end + 6));
  return (end === line.end - 1 || listed) && isKnown(textOf(text, own)) ? own : null;
}

const textOf = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end);

/** 名号： 寓意： 培育缘起：, each alone in its line, are titles where there are so many, no two alike, and one is a title's word. */
const FORM_MIN = 3;
const FORM_TITLE = /^[ 　]*([一-鿿]{2,8})[:：]$/;
/** Whom a text is addressed to, who signs it, and what a form asks for. */
const NO_TITLE =
  /^各|[们员众志]$|代表$|委员$|单位|时间|地点|来源|作者|编辑|标题|题目|主持|记录|参加|出席|姓名|性别|职务|职称|电话|邮箱|地址|编号|文号|附件|签字|盖章|日期|如下$|工作$|指标$|[问答记者注]$/;

/** The titles of a text that is set out in such lines, by row. */
export function formTitles(text: string, lines: readonly Line[], taken: ReadonlySet<number>): Map<number, Title> {
  const found = new Map<number, Title>();
  const names = new Set<string>();
  lines.forEach(({ start, end }, row) => {
    if (taken.has(row) || end - start > 10 || !COLON.has(text[end - 1]!)) return;
    const name = FORM_TITLE.exec(text.slice(start, end))?.[1];
    const next = lines[row + 1];
    if (!name || NO_TITLE.test(name) || !next || COLON.has(text[next.end - 1]!)) return;
    if (names.has(name)) return;
    names.add(name);
    found.set(row, { start, end: end - 1, colon: true });
  });
  const named = [...names].some((name) => isKnown(name) || labelOf(name, 'report'));
  return found.size >= FORM_MIN && named ? found : new Map();
}

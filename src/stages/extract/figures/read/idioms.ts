import type { Span } from '../../../../pipeline/types.ts';
import { allMatches, initials, sticky } from '../../../../text/sticky.ts';

/** Sayings with numerals in them, a piece of which could be read as a count: 三番|五次, 百里|挑一. */
const SAYINGS =
  '三番五次 三番两次 两次三番 三令五申 三五成群 三三两两 三天两头 三言两语 一五一十 一心一意 一草一木 一针一线 一砖一瓦 一点一滴 一朝一夕 一举两得 一石二鸟 ' +
  '七嘴八舌 七上八下 七零八落 五花八门 五湖四海 四面八方 四通八达 八仙过海 九牛一毛 十全十美 十拿九稳 十年树木 百年树人 十年如一日 数十年如一日 百年大计 百里挑一 百尺竿头 ' +
  '千家万户 千山万水 千丝万缕 千军万马 千秋万代 千头万绪 千言万语 千锤百炼 千载难逢 千斤重担 四两拨千斤 万无一失 万众一心 万水千山 万里长征 万家灯火 万里无云 一日千里 ' +
  '一泻千里 一字千金 一诺千金 一掷千金 半斤八两 三心二意 三长两短 三头六臂 四平八稳 五光十色 六神无主 八九不离十 九死一生 九霄云外 一日三餐 一分耕耘 一分部署 ' +
  '九分落实 三分部署 七分落实 三分战略 十年磨一剑 一把尺子量到底 一张蓝图绘到底 一竿子插到底 一锅饭 一碗水端平 一盘棋 一张网 一条龙 一站式 一揽子 一窝蜂 一刀切 一言堂 ' +
  '两张皮 两条腿走路 三句话不离本行 三个和尚 八字没一撇 五十步笑百步 三百六十行 三十六计 七十二变 一票否决 一岗双责 三人行 十字路口 千里之行 千里马 ' +
  '百家争鸣 百花齐放 百舸争流 百废待兴 百折不挠 万紫千红 万象更新 做一天和尚撞一天钟';

/** Places in print and on the ground that are numbered: 第12页共30页, 3栋2单元501室, 128号, 电话…. */
const NUMBERED = [
  '第\\s?[0-9]{1,4}\\s?页\\s?[（(，,/／]?\\s?共\\s?[0-9]{1,4}\\s?页',
  '共[0-9]{1,4}页[，,]?\\s?第[0-9]{1,4}页',
  '[0-9]{1,5}号(?:院|楼)?[0-9]{1,3}(?:号楼|栋|幢|座|楼|单元|室)(?:[0-9]{1,2}单元)?(?:[0-9]{2,4}[室号])?',
  '[0-9]{1,3}(?:栋|幢|座|号楼)[0-9]{1,2}(?:单元|门|层|楼)(?:[0-9]{1,4}[室号])?',
  '(?:电话|手机|传真|热线|邮编|邮政编码|账号|帐号|卡号|编号|证号|学号|工号|车牌号?|QQ|信箱)[码号]?\\s?[:：]?\\s?[0-9][0-9－—-]{2,24}',
  '(?:https?://|www\\.)[!-~]+',
  '[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{2,40}',
];

/** What numbers, addresses of the net and of mail begin with. */
const LATIN = '0123456789._-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const MASKED = sticky(
  `${SAYINGS.split(' ').join('|')}|${NUMBERED.join('|')}`,
  `${initials(SAYINGS.split(' '))}第共电手传热邮账帐卡编证学工车信${LATIN}`,
);

/** Ranges of sayings, addresses, page and telephone numbers: no numeral in them counts anything. */
export const idioms = (text: string): Span[] =>
  allMatches(text, MASKED).map((m): Span => [m.index, m.index + m[0].length]);

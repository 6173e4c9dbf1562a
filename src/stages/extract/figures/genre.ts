/** What a whole document is for, from its title: an order sets targets, a report tells results. */
export type Genre = 'order' | 'report' | null;

const ORDER =
  /责任状|责任书|意见|通知|方案|计划|办法|规划|要点|规定|细则|标准|制度|目标|决定|条例|纲要|指南|章程|问答|手册|须知|守则|准则|规程|公约|倡议|公告|评分表|考核表/u;
const REPORT = /总结|汇报|报告|经验|回顾|成效|侧记|纪实|简报|述职|调研/u;

/** What ends in this is a plan, whatever it is about. */
const PLAN = /(?:要点|计划|方案|打算|安排|思路)(?:[（(][^（）()]{1,20}[）)])?$/u;
export const isPlan = (title: string): boolean => PLAN.test(title);

/** What kind of document a title names: one that orders, or one that reports; null where it says neither. */
export function genreOf(title: string | null | undefined): Genre {
  if (!title) return null;
  if (REPORT.test(title)) return 'report';
  return ORDER.test(title) ? 'order' : null;
}

/** Which year a headline, a heading or the opening of an article is about, and whether it looks back on it or ahead to it. */

/** Nouns of a look back on a year, and of a look ahead. */
const BACK =
  '公报|总结|小结|述职|述廉|年报|年度报告|决算|回顾|综述|盘点|大事记|自查|自评|(?:工作|任务|目标|计划|预算|整改|收支|完成|落实|执行|推进|建设|进展|开展|履职|运行|发展|考核)情况';
const AHEAD =
  '要点|计划|安排|打算|思路|展望|规划|部署|方案|责任[书状]|草案|(?:工作|重点|目标|主要|年度|发展|预期)(?:任务|目标|工作)';
const HAS_BACK = new RegExp(BACK, 'u');
const HAS_AHEAD = new RegExp(AHEAD, 'u');
/** 年度工作|总结, 重点任务|完成情况: what was planned, looked back on. */
const LOOKED_BACK_ON = new RegExp(
  `(?:${AHEAD})的?(?:贯彻)?(?=完成|落实|执行|推进|进展|开展|情况|总结|小结|回顾|自查|述职)`,
  'gu',
);
const looksAhead = (text: string): boolean => HAS_AHEAD.test(text) && HAS_AHEAD.test(text.replace(LOOKED_BACK_ON, ''));

/** Months as a part of a year: 1至6月, 一季度, 前三季度, 前9个月. */
const MONTHS = '(?:1|一)(?:月份?)?[—–~～至到-]{1,2}(?:1[0-2]|[2-9]|十[一二]?|[二三四五六七八九])月';
const PART = `${MONTHS}|[一二三四1-4]季度|前(?:1[0-2]|[2-9]|[二两三四五六七八九])个?(?:月|季度)`;
const YEAR = new RegExp(
  `(?<![0-9][—–~～至到-]?)((?:19|20)[0-9]{2})(?=年(?:(?!代|前|以|来|起|至|[0-9一二三四五六七八九十])|${PART}))`,
  'gu',
);

export interface Naming {
  year: number;
  /** It looks back on that year, else ahead to it. */
  back: boolean;
  /** First and last month that it is about. */
  from: number;
  until: number;
}

const digit = (s: string): number => {
  const ten = /^十([一二]?)$/u.exec(s);
  if (ten) return 10 + '一二'.indexOf(ten[1] || '_') + 1;
  return Number(s) || '一二三四五六七八九'.indexOf(s.replace('两', '二')) + 1;
};

const UNTIL = /(?:1|一)(?:月份?)?[—–~～至到-]{1,2}(1[0-2]|[2-9]|十[一二]?|[二三四五六七八九])月/u;
const QUARTERS = /(前)?([一二两三四1-4])个?季度/u;
const FIRST = /前(1[0-2]|[2-9]|[二两三四五六七八九])个月/u;

/** The months of a year that a text names: 上半年 is [1, 6]; all twelve where it names no part. */
function monthsIn(text: string): readonly [number, number] {
  if (/上半年|半年(?:度|工作|总结|小结|情况)/u.test(text) && !text.includes('下半年')) return [1, 6];
  if (text.includes('下半年') && !text.includes('上半年')) return [7, 12];
  const until = UNTIL.exec(text) ?? FIRST.exec(text);
  if (until) return [1, digit(until[1]!)];
  const q = QUARTERS.exec(text);
  if (!q) return [1, 12];
  const n = digit(q[2]!);
  return [q[1] ? 1 : n * 3 - 2, n * 3];
}

function of(year: number, back: boolean, text: string): Naming {
  const [from, until] = monthsIn(text);
  return { year, back, from, until };
}

/** 2021年巡视反馈问题整改情况: the year in which something was found. */
const FOUND = /年[^，,。]{0,8}(?:巡视|巡察|督[察查]|审计|检查)[^，,。]{0,4}(?:反馈|指出|发现)/u;

/** The one year that a headline or heading is about. */
export function yearNamed(text: string | null): Naming | null {
  const years = new Set(text?.match(YEAR));
  if (!text || years.size !== 1 || FOUND.test(text)) return null;
  const back = HAS_BACK.test(text);
  return back === looksAhead(text) ? null : of(Number([...years][0]), back, text);
}

/** The year after, and the one before; 过去五年 in the first months of a year is over as well. */
const NEXT = /明年|来年|下一年|下年度/u;
const LEADS_WITH_NEXT = /^(?:明年|来年|下一年度?|下年度)/u;
const LAST = /去年|上一?年度?(?!半)/u;
const PAST = /过去的?[一两二三四五]年|[一两二三四五]年来/u;
const LEADS_WITH_PAST = /^过去的?[一两二三四五]年的?(?:主要)?工作/u;
/** A report on what is past is given in so many months after it. */
const REPORT_MONTHS = 3;

/** The year that a heading names from the writer's day: 明年工作打算, 去年工作回顾. */
export function yearTold(heading: string, date: string | null): Naming | null {
  if (date === null) return null;
  const year = Number(date.slice(0, 4));
  const back = HAS_BACK.test(heading);
  const ahead = looksAhead(heading);
  if (NEXT.test(heading))
    return !back && (ahead || LEADS_WITH_NEXT.test(heading)) ? of(year + 1, false, heading) : null;
  if (!(back || LEADS_WITH_PAST.test(heading)) || ahead) return null;
  const over = PAST.test(heading) && Number(date.slice(5, 7)) <= REPORT_MONTHS && date.length > 4;
  return over || LAST.test(heading) ? of(year - 1, true, heading) : null;
}

/** 2021年，全镇…现总结如下; 现将2021年工作情况汇报如下 */
const OPENS =
  /^\s*((?:19|20)[0-9]{2})年度?[，,][^\n]{0,240}(?:总结|小结|汇报|报告|述职|述廉|自查|通报)[^。，,\n]{0,10}如下/u;
const GIVES =
  /将[^，,。\n]{0,16}?((?:19|20)[0-9]{2})年(?!以来)[^，,。\n]{0,24}(?:总结|小结|汇报|报告|述职|述廉|自查|情况)[^，,。\n]{0,10}如下/u;
/** 为做好2024年护林工作，制定本方案 */
const PLANS =
  /(?:做好|抓好|推进|开展|搞好|落实)((?:19|20)[0-9]{2})年(?!以来)[^。\n]{0,60}(?:制定|拟定|提出)[^。，,\n]{0,4}(?:方案|计划|要点|意见|办法)/u;
/** Between the year and 如下: it is not the year that is told of, but when something began or was found. */
const SINCE = /今年|至今|以来/u;
const BY_THE_WAY = /今年|至今|以来|督[察查]|巡视|巡察|反馈|审计|检查|改革|年[至到—–~～-]/u;
/** 为落实2021年全国会议精神: what a plan follows. */
const FOLLOWED = /今年|会议|精神|后续|反馈|督[察查]|要求|部署/u;

/** The opening is one of so many lines, of so many characters. */
const LINES = 3;
const HEAD_MAX = 600;

/** The year that the opening of an article says it is about. */
export function yearOpened(text: string): Naming | null {
  for (const line of text.slice(0, HEAD_MAX).split('\n', LINES)) {
    const opens = OPENS.exec(line);
    if (opens) return SINCE.test(opens[0]) ? null : of(Number(opens[1]), true, opens[0].slice(0, 60));
    const gives = GIVES.exec(line);
    if (gives) return BY_THE_WAY.test(gives[0]) ? null : of(Number(gives[1]), true, gives[0].slice(0, 60));
    const plans = PLANS.exec(line);
    if (plans) return FOLLOWED.test(plans[0]) ? null : of(Number(plans[1]), false, '');
  }
  return null;
}

import type { FigureRole } from '../types.ts';

/** What a column of a table holds, as its title says. */
export type Kind =
  | 'index'
  | 'name'
  | 'group'
  | 'unit'
  | 'amount'
  | 'weight'
  | 'actor'
  | 'helper'
  | 'deadline'
  | 'task'
  | 'steps'
  | 'year'
  | 'entity'
  | 'code'
  | 'text';

const PERIODS = '(?:年度?|全年|本年度?|当年|今年|去年|上年|上年度|季度|全市|全县|全区|总体|主要)?';

/** The first that fits says it. `单位` alone is a unit or a body: the cells tell. */
const KINDS: readonly [Kind, RegExp][] = [
  ['index', /^(?:序号|编号|排名|名次|位次|排序|序|号|NO\.?)$/iu],
  [
    'code',
    /电话|手机|传真|分机|号码|身份证|工号|卡号|批号|标准号|门牌|房间|村组|住址|邮编|邮箱|编码|代码|编号|文号|字号|证号|账号|地址|姓名|联系人|职务|职称|学历|籍贯|民族|面貌|性别|年龄|网址|签名|盖章|日期|星期|出生|年月|年限|所在单位|工作单位|任职|工期|准考/u,
  ],
  ['unit', /^(?:计量单位|数量单位|计算单位|度量单位|单位名)$/u],
  ['year', /^(?:年份|年度|时间|时期|月份|季度)$/u],
  [
    'deadline',
    /^(?:完成|整改|办结|截止|计划|预计|竣工|开工|进度|推进|办理|落实|达标|实施)*(?:完成|竣工|整改|办结)?(?:时限|期限|时间|节点|时间节点|时间要求|时限要求|进度要求|时间安排)$/u,
  ],
  [
    'helper',
    /^(?:配合|协助|协办|协同|参与|参加|考核|评价|考评|验收|督办|督查|监督|数据来源)(?:单位|部门|科室|处室|领导|责任单位)?$/u,
  ],
  [
    'actor',
    /^(?:牵头|责任|实施|承办|主办|主责|负责|承担|落实|执行|建设|整改|办理|第一|主要|具体|项目|分管|包保|挂钩|联系|主管|业务)*(?:责任)?(?:单位|部门|科室|处室|站所|股室|人|主体|领导|乡镇|镇街|业主|机构)(?:及责任人)?$/u,
  ],
  [
    'weight',
    /^(?:权重|权数|分值|分数|标准分值?|满分|配分|基本分|基础分|得分|考核分值?|自评得?分|评分|总分|计分|赋分)$/u,
  ],
  [
    'group',
    /^(?:一级指标|类别|分类|领域|类型|板块|大类|维度|方面|目标类别|指标类别|指标类型|项目类别|考核类别|工作类别|指标分类|指标属性|属性)$/u,
  ],
  [
    'text',
    /^(?:备注|说明|评分(?:标准|办法|细则|方法|依据)|考核(?:办法|方式|方法|细则|依据)|计分(?:办法|标准|方法)|扣分.{0,4}|评价(?:标准|方式|办法)|完成情况|进展情况|工作进展|整改情况|存在问题|问题表现|依据|来源)$/u,
  ],
  [
    'task',
    /^(?:(?:重点|主要|具体|工作|整改|年度|目标|核心|改革|建设)*(?:任务|事项)(?:内容|名称|清单)?|(?:重点|主要|具体|年度)?工作(?:内容|名称|项目)?|整改(?:任务|内容|目标)|任务分解)$/u,
  ],
  [
    'steps',
    /^(?:(?:具体|工作|主要|推进|整改|落实|实施|重点)*(?:措施|举措|要求|做法|步骤|路径)|(?:具体|主要)内容|建设内容|工作目标)$/u,
  ],
  [
    'name',
    /^(?:[二三四]级指标|(?:具体|主要|考核|评价|约束性|预期性|经济|目标|监测|绩效|责任|核心)*指标(?:名称|内容|项目)?|(?:考核|评价|检查|建设|工程|服务)?(?:项目|内容|要素|要点)(?:名称|内容)?|名称|目标名称|事项名称|工程名称|实事项目|公里数名称)$/u,
  ],
  [
    'entity',
    /^(?:乡镇|镇街|乡镇街道|镇|乡|街道|村|村名|社区|村居|县区|县市区|区县|地区|市县|部门|单位名称|各?单位|学校|学校名称|支部|党支部|企业|企业名称|科室|站所|网格|片区|园区)(?:名称)?$/u,
  ],
];

/** Titles of what is written in digits and counts nothing: no rule for running text shall read 3/6 as a share, 3组 as three groups. */
const WRITTEN = /电话|手机|传真|分机|号|邮|编码|代码|地址|住址|村组|房间|联系|日期|星期|出生|年月|网址|姓名/u;
/** Whether a column holds what is written in digits and counts nothing. */
export const isWritten = (kind: Kind, title: string): boolean => kind === 'code' && WRITTEN.test(title);

/** What the title of a column says that it holds; null where it says nothing of that. */
export function kindOf(title: string): Kind | null {
  const bare = title.replace(/\s/gu, '');
  if (!bare || bare.length > 16) return null;
  if (isValue(bare)) return 'amount';
  for (const [kind, re] of KINDS) if (re.test(bare)) return kind;
  for (const [kind, re] of ENDINGS) if (re.test(bare)) return kind;
  return null;
}

/** What titles end in that are known by no more than that. */
const ENDINGS: readonly [Kind, RegExp][] = [
  ['helper', /(?:配合|协助|协办|监督|考核|验收|督办|督导|参与).{0,4}(?:单位|部门|科室)$/u],
  ['actor', /(?:单位|部门|科室|站所|主体|责任人|负责人|领导)$/u],
  ['deadline', /(?:时限|期限)$/u],
  ['name', /(?:名称|指标|科目|项目|工程|实事)$/u],
  ['task', /(?:任务|事项)$/u],
  ['steps', /(?:措施|举措)$/u],
  ['weight', /(?:分值|权重|得分)$/u],
];

/** 目标值, 2023年完成数: titles that say what an amount is, not of what: the name of the row does. */
const VALUE = new RegExp(
  `^${PERIODS}(?:已|累计|考核|预期|预计|控制|计划|任务|目标|责任|工作|规划|约束性?|指标|下达|分解|实际|基准|建设|完成|奋斗|必达)*(?:目标|(?<=年度|全年|目标|计划|下达|预期)任务|目标任务|目标值|指标值|任务数|任务量|计划数|计划值|计划|完成数|完成值|完成量|完成|实际值|实际数|实际|基数|基准值|控制数|标准值|标准|达标值|数量|数值|规模|实绩|预算数?|执行数?|决算数?|绝对[量值数]|总量|增速|增幅|增长率?|增减率?|同比(?:增长|增减|增速|增幅)?|环比(?:增长|增减|增速|增幅)?|[比较](?:上年|去年|上期|上月|年初)(?:同期|同月)?(?:增长|增减|增幅|增速|下降|提高|变化)?(?:率|速度)?|增长速度|变化(?:情况|幅度)?|数|值)$`,
  'u',
);
/** 2023年, 2024年上半年, “十四五”末, 第一季度. */
const TIME =
  /(?:(?:19|20)[0-9]{2}年?(?:度|前三季度|上半年|下半年|[一二三四1-4]季度|[0-9]{1,2}月|1[-—至]1?[0-9]月份?)?底?|(?:19|20)[0-9]{2}[-—~至](?:20)?[0-9]{2}年|“?十[二三四五]五”?(?:末|期间)?|前三季度|第?[一二三四]季度|[上下]半年|1[-—至]1?[0-9]月份?|(?<![占为])全年(?=目标|任务|计划|完成|$)|^[上去]年同[期月]|^上(?:月|季度?|期)(?=[数值额量]?$)|^[0-9]{1,2}月份?$|截[至止][0-9]{1,2}月底)/u;

/** 本月止累计, 当月同比, 上年同期数: of which stretch of the year an amount is, not of what. */
const SPAN =
  /^(?:本月止?|当月|本期|本季度?|截至本月|上年同期|去年同期|上年同月|上月|上期|上季度?|同期|年初至今)?(?:止?累计)?(?:绝对[量值额数]|完成|实绩|实际|发生|同比|环比)?(?:增长|增减|增速|增幅|完成|[数值额量])?$/u;

const isValue = (bare: string): boolean => {
  const rest = withoutTime(bare).replace(/(?:±|[+＋][/／]?[-－−])$/u, '');
  return (
    rest === '' ||
    SPAN.test(rest) ||
    (/目标|指标值|任务[数量]|(?:年度?|目标|计划|下达)任务|计划|完成|实际|基数|基准|控制|标准值|达标|数量|数值|规模|实绩|预期|预算|执行|决算|绝对|总量|增[速幅长减]|同比|环比|变化|[比较](?:上年|去年|上期|上月|年初)/u.test(
      rest,
    ) &&
      VALUE.test(rest))
  );
};

/** 参与人次, 活动场次, 受益户数: what ends so is counted, unit or none. */
const MEASURE =
  /(?:人次|场次|批次|次数|件数|人数|户数|起数|数量|[总份]?额|率|面积|总量|产量|产值|长度|收入|支出|投资|资金|规模|指数)$/u;
export const isMeasure = (title: string): boolean => MEASURE.test(title.replace(/\s/gu, ''));

/** What is paid or earned. */
const MONEY = /额|资金|投资|产值|收入|支出|税|贷款|预算数?$|决算数?$|执行数?$/u;
/** What is a share of something, or how much it grew. 完成预算: by how much. */
const SHARE = /率$|占比|比重|比例|同比|环比|增[长减幅速]|完成(?:年初|年度|全年|调整)?预算$|为(?:年初|调整)?预算/u;
const PERCENT = /^[%％‰]$/u;

/** Whether amounts below a title are shares of a hundred where nothing else gives their unit. */
export const isShare = (title: string): boolean =>
  /(?:完成|达标|合格|覆盖|增长)率$|占比$|比重$|增[速幅]$|进度$|^(?:累计|当月|本月)?[同环]比$|±$/u.test(title) ||
  OF_PLAN.test(title);

/** The unit that holds for a column where a table names several (单位：个、亿元); null where that cannot be told. */
export function unitAmong(units: readonly string[], title: string): string | null {
  if (units.length < 2) return units[0] ?? null;
  const money = units.filter((u) => u.endsWith('元'));
  const others = units.filter((u) => !u.endsWith('元') && !PERCENT.test(u));
  const shares = units.filter((u) => PERCENT.test(u));
  const said = MONEY.test(title) ? money : /数$/u.test(title) ? others : [];
  // 单位：亿元、%: what is no share is in the other.
  if (units.length === 2 && shares.length === 1 && !SHARE.test(title)) return units.find((u) => !PERCENT.test(u))!;
  const [unit, ...more] = SHARE.test(title) && !/[额量数]$/u.test(title) ? shares : said;
  return more.length ? null : (unit ?? null);
}

/** 人次 of 参与人次: a title that has the unit for its end. */
export const unitAtEnd = (title: string): string | null => /(?:人次|场次|批次)$/u.exec(title)?.[0] ?? null;

/** The time that a title names, as written; null where it names none. */
export const timeIn = (title: string): string | null => TIME.exec(title)?.[0] ?? null;

/** A title without the time that it names. */
export const withoutTime = (title: string): string =>
  title
    .replace(TIME, '')
    .replace(/[（(]\s?[）)]/u, '')
    .trim();

/** True of a title that does not say what is counted. */
export const isGeneric = (title: string): boolean => isValue(title.replace(/\s/gu, ''));

const TARGET = /目标|计划|任务|指标值|标准|下达|预期|控制|规划|分解|责任|应|预算/u;
/** 占年计划%, 为预算%: how much of a plan was reached. */
const OF_PLAN = /[占为](?:全年|年度?|年初|调整|本年)*(?:计划|目标|任务|预算)/u;
/** How much should be by now. */
const DUE = /^(?:应达)?序时进度(?:要求)?$/u;
const RESULT = /完成|实际|实绩|到位|已|基数|基准|上年|去年|现状|执行|决算|进展/u;

/** What an amount below a title is; null where the title does not say. */
export function roleIn(title: string): FigureRole | null {
  if (OF_PLAN.test(title)) return 'result';
  if (DUE.test(title)) return 'target';
  if (RESULT.test(title) && !/计划完成|应完成|完成目标|目标完成/u.test(title)) return 'result';
  return TARGET.test(title) ? 'target' : null;
}

/** 增幅位次, 排名: the place of what stands on its left. `stem` is what is ranked, where the title says it. */
export function rankOf(title: string): { stem: string; unit: string } | null {
  const m = /^(.{0,10}?)(?:全[省市县区])?(位次|排位|排名|名次)$/u.exec(title.replace(/\s/gu, ''));
  return m && { stem: m[1]!, unit: m[2]!.includes('位') ? '位' : '名' };
}

/** 合计, 总计: a row that sums up the others; 合计投资 is what is counted. */
export const isTotal = (name: string): boolean =>
  /^(?:全[省市县区镇乡村])?(?:合\s*计|总\s*计|小\s*计|总\s*分|共\s*计|累\s*计|全[省市县区镇乡村国州]$)(?!\s?\p{Script=Han}{2})/u.test(
    name,
  );

/** A body as a cell: 县市监局, 北滩乡, 园区管委会. */
const BODY =
  /(?:局|厅|委|办|部|处|科|室|所|站|队|院|校|会|行|社|中心|镇|乡|村|街道|社区|县|区|市|州|旗|公司|集团|支部|党委|党组|总支|园|场|馆|单位|部门|企业|网格|组|家|公室)$/u;
/** Whether a cell names a body. */
export const isBody = (cell: string): boolean =>
  cell.length <= 30 && /^[\p{Script=Han}、（）()·A-Za-z0-9]+$/u.test(cell) && BODY.test(cell);

/** 单位 may be the unit of an amount or who does it: a title in any case. */
export const isTitle = (line: string): boolean => /^单位$/u.test(line) || kindOf(titleOf(line).title) !== null;

/** Whether the cells of a line are the titles of a table: most are known, and one says what is to be reached or done. */
export function isHead(titles: readonly string[]): boolean {
  const kinds = titles.map((t) => kindOf(titleOf(t).title) ?? (/^(?:计量)?单位$/u.test(t.trim()) ? 'unit' : null));
  const known = kinds.filter((k) => k !== null).length;
  return (
    known >= 3 && known >= titles.length - 1 && kinds.some((k) => k === 'amount' || k === 'weight' || k === 'task')
  );
}

/** 总投资（万元）, 产值(单位:亿元), 比重/%: a title and what stands behind it. */
const BRACKET = /[（(](?:计量)?(?:单位[：:])?([^（）()]{1,8})[）)]\s*$|[/／](%|[万亿]?元)$|([%％㎡℃])$/u;

/** A title without the unit behind it, and that unit. */
export function titleOf(cell: string): { title: string; unit: string | null } {
  const m = BRACKET.exec(cell);
  const unit = m ? (m[1] ?? m[2] ?? m[3]!).trim() : null;
  return unit === null || !isUnit(unit) ? { title: cell, unit: null } : { title: cell.slice(0, m!.index).trim(), unit };
}

/** Units that a bracket or a cell names, with their multiplier. */
const UNIT =
  /^(?:[十百千万亿]{0,2}(?:元|美元|人|人次|户|户次|亩|吨|吨标准煤|公里|平方米|平方公里|立方米|米|公顷|千瓦时?|千瓦|度|头|只|羽|株|棵|公斤|千克|斤|克|毫克|微克|升|毫升|个|家|处|座|所|项|件|起|次|场|场次|期|篇|条|例|张|套|台|辆|部|名|位|岁|天|日|小时|分钟|学时|课时|个工作日|工作日|年|月|分|册|本|份|枚|盏|口|眼|宗|艘|栋|幢|间|层|批|批次|对|组|支|片|块|段|根|面|车|班|届|轮|遍|个?百分点|位次|床|张床位|倍)|[%％‰]|[A-Za-z㎡㎥℃/³²]{1,8})(?:[/／]\p{Script=Han}{1,4})?$/u;
export const isUnit = (s: string): boolean => UNIT.test(s);
/** A short word that may be a unit the table does not know (村次, 公里数), and is no body: 县一中, 三小, 水利站. */
export const maybeUnit = (s: string): boolean =>
  isUnit(s) ||
  (/^\p{Script=Han}{1,3}次?$/u.test(s) &&
    !isBody(s) &&
    !/^[省市县区镇乡村]\p{Script=Han}|[一二三四五六七八九十][中小]$/u.test(s));

/**
 * The left edge of what a figure counts, once it is found: what belongs to its name is taken in, what only leads up to it is left
 * out. Where the name ends is not touched.
 */
import { charSet } from '../../../../text/char-set.ts';
import { ending, oneOf } from '../../../../text/ending.ts';
import type { Word } from '../../../../text/segment.ts';
import type { TimeMention } from '../../../../text/times.ts';
import { isModifier, isNoun, phrase } from '../noun-phrases.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';
import { closed } from './brackets.ts';
import { joinedNames } from './coordinated.ts';
import { negationAt } from './negations.ts';

/** As far in front of a figure as its name is looked for, and as far as a name grows. */
const REACH = 60;
const GROWTH = 20;

const isBreak = charSet('，,：:；;。！？!?、\n 　（）()“”‘’「」《》0123456789%％');

/** Names of measures: what stands before them in their clause is part of the name (企业开办|时间, 调解|成功率). */
const MEASURE = ending(
  /(?:[率量额数值比度]|时间|时长|时限|天数|周期|期限|用时|成本|费用|比例|比重|占比|指数|强度|面积|收入|支出|产值|营业额|浓度|密度|效率|标准|增幅|降幅|增速|指标|规模|能力|里程|水平)$/u,
);
/** Names that say nothing alone: 审批|环节, 应急值守|指标. */
const LIGHT_HEAD = oneOf(
  '环节 指标 能手 事项 流程 手续 程序 窗口 线索 材料 时限 标准 任务 渠道 设施 设备 网点 点位 场所 对象 人员 队伍 团队 群众 农户 企业 案件 项目 资金 支部 部门 单位 土地 床位 泊位 教师 学员 患者',
);
/** Undertakings that a verb in front names: 插秧|培训, 防汛|演练. */
const UNDERTAKING = oneOf('培训 讲座 演练 比赛 竞赛 服务 宣讲 体检 会议 教育 课程');
/** Verbs that make a name of a noun behind them, which they do not govern: 审批环节, 受益农户. */
const ATTRIBUTIVE = oneOf(
  '审批 申报 申请 登记 代办 办事 用工 生产 经营 应急 值守 创新 养护 投诉 信访 受益 签约 搬迁 抢险 进驻 参与 流转 停车 助餐 到位 执行 涉农 共建 达标 失信 发热 包保 帮带 转移 从业 处置 巡护 参演 参赛 参训 持证 开放 后进 发展 开办 办理 办结 注册 注销 审核 审查 验收 勘验',
);
/** Verbs that govern what stands behind them: it is the whole name. */
const GOVERNING = oneOf(
  '累计 提高 提升 确保 实现 达到 保持 降低 下降 增长 上升 推动 带动 促进 完成 开展 推行 推进 落实 加强 加快 创建 打造 组织 举办 建立 建成 取得 获得 参加 增加 减少 缩短 压缩 压减 收到 发放 ' +
    '投入 争取 引进 走访 培育 培养 成立 组建 支持 帮助 解决 受理 查处 接待 拉动 覆盖 位于 扩大 优化 简化 精简 取消 节约 节省 消除 控制 稳定 坚持 通过 按照 根据 围绕 针对 力争 努力 预计 ' +
    '新增 净增 修订 完善 改造 铺设 抓好 设立 恢复 拓展 选出 扣减 带走 实行 配备 办理 拥有 健全 推广 发展 带动 打通 投放 兑现 兑付 缴纳 上缴 收缴 收取 征收 清理 清收 计提 提取 安排 拨付 划拨 筹集 支付 给予 享受 有关 涉及 包括 其中 实施 改善 巩固 扭转 突破 超过 没有 可以 能够 需要 要求 规定 明确 公布 公开 通报 反映 认为 表示 显示',
);

/** What a name may begin with that the words in front of a phrase do not show: a level, an age, a mean, all of them. */
const LEADING =
  /(?:(?:规模|限额|[省市县区镇科处厅]级|[0-9]{2}周?岁|本科|大专|硕士|博士|高中|初中|中专|副高|中级|高级)(?:学历)?[及（(含）)]{0,3}以[上下](?:学历)?|限上|限下|规上|规下|平均|[亩户村人次地店校厂篇]均|各类|各项|在册|常住|城镇|城乡|新登记|一般|快速|一次性|日常|PM2\.5|PM10|12345|12348|第[一二三四五]类)$/u;

/** Words that only lead up to a name. */
const LED =
  /^(?:[0-9][0-9.]*\p{Script=Han}{1,3}的(?=\p{Script=Han})|预计|预测|据统计|据测算|现有|目前|其中|累计|共有|共|每个?(?=[村镇县区人户])(?!.{0,6}[均率])|[0-9]{1,2}[.．、）)]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳]|[件期项条名个次人支家所台场户处份座][、，,]|[、，,；;：:）)及和与]|[一二三四五六七八九十]?是(?![非否])(?=\p{Script=Han}{3})|掉(?![队头链的落包])|将|有望|可能|新(?=培育|组建|成立|引进|招引|培养))\s*/u;
/** The end of a time in front of a name: 2025年年底|前, 5月|份. */
const TIME_END = /^(?:年)?(?:前|后|之?内|底|份|末|以来|期间|之前|之后)(?=[\p{Script=Han}]{2})/u;
const TIMED = ending(/(?:[0-9]年?|年|月|日|年底|年末|月底|季度|期间|小时|分钟|工作日|天|周|学期)$/u);

/** What is done to the counted, where the dictionary takes it for the first part of a name: 建设|幸福食堂, 处分|村级干部. */
const DEED = oneOf(
  '打掉 优化 建设 培育 处分 培训 惠及 服务 奖励 储备 改扩建 新改扩建 完成 发展 创成 吸纳 带动 配齐 开展 设置 打通 曝光 救助 解决 受理 检查 资助 增设 发放 检测 下架 领办 消除 拆除 举办 记下 整治 加工 制作 ' +
    '免收 获评 改造 新建 扩建 修建 建造 评选 表彰 选派 招聘 招录 引进 孵化 扶持 帮扶 慰问 走访 接待 组建 成立 聘请 聘任 选聘 储备 推荐 选树 选拔 处理 处置 问责 约谈 查处 调解 化解 清理 清退 收缴 出动 动员 ' +
    '组织 发动 派出 抽调 整合 开设 设立 编制 印发 编印 张贴 悬挂 种植 栽植 栽种 养殖 硬化 绿化 亮化 铺设 安装 购置 采购 更换 更新 维修 修缮 提拔 任用 调整 交流 轮训 宣讲 征集 收集 办理 办结 认领 签订 召开',
);
/** What such a word makes a name with: 建设项目, 培训班, 服务队. */
const NAMED_BY_DEED =
  /^(?:项目|对象|人员|人数|基地|中心|工程|资金|经费|队|站|点|班|员|团|岗|所|室|流程|课程|学校|计划|机构|单位|部门|事项|方案|规划|设施|设备|网点|窗口|平台|体系|标准|机制|制度|能力|水平|质量|效率|效能|覆盖|时长|时间|任务|进度|组|会|者|率|量|额|面|户|车|区|岗位|次数|内容|活动|材料|建议|意见|案例|措施|规模|比例|面积|成本|费用|驿站|阵地|补贴|标兵|积分|工作|合同|协议|案件|线索|窗|圈|包|企业|组织|主体|教师|学员|合作社)/u;

/** 脱贫户|占全村户数的: the whole that something is a part of is not its name. */
const SHARE = /占(?!比)[^，,占]{2,16}(?<!比[重例率])$/u;

/** Where the name of a figure begins, next to it; null where it is not said in so many words. */
function placeOf(name: string, c: Candidate, s: Surroundings): number | null {
  const low = Math.max(s.sentenceStart, c.start - REACH);
  const share = SHARE.exec(s.clause);
  const end = share && share.index >= name.length ? c.start - s.clause.length + share.index : c.start;
  const front = s.text.slice(low, end).lastIndexOf(name);
  const behind = s.rest.slice(0, REACH).indexOf(name);
  const near = front < 0 || (behind >= 0 && behind < c.start - low - front - name.length);
  return near ? (behind < 0 ? null : c.end + behind) : low + front;
}

/** What stands before an offset in its clause, with no figure and no mark in between: from its beginning, lest a word be cut. */
function clauseTo(text: string, low: number, at: number): string {
  let from = at;
  while (from > low && !isBreak(text.charCodeAt(from - 1))) from--;
  return text.slice(from, at);
}

/** The index of the word that covers an offset. */
const wordAt = (words: readonly Word[], at: number): number => words.findIndex((w) => w.end > at);

/** What takes a time of its own: 办理时间, 缴纳时限; but 压缩时间. */
const TIMED_DEED = oneOf(
  '办理 受理 缴纳 拨付 支付 兑付 兑现 发放 提取 接待 查处 处置 办结 审批 审核 申领 开办 注册 注销 等候 等待 响应 出动 到位 流转 周转 培训 培养 改造 实施 配送 通行 运行 停留 居住 参保 缴费 服务 学习',
);
const TIME_NAME = oneOf('时间 时限 时长 用时 周期 期限 天数');

/** Whether a verb is part of the name behind it. */
function belongs(w: Word, behind: Word, name: string): boolean {
  if (!/^v/u.test(w.tag)) return false;
  const light = LIGHT_HEAD.test(behind.text) || LIGHT_HEAD.test(behind.text.slice(-2));
  if (ATTRIBUTIVE.test(w.text) && light) return true;
  if (TIMED_DEED.test(w.text) && TIME_NAME.test(behind.text)) return true;
  // 列|养|率
  if (w.text.length !== 2 ? behind.text.length > 1 : GOVERNING.test(w.text)) return false;
  if (UNDERTAKING.test(name))
    return w.text.length === 2 && !/^(?:接受|参与|提供|进行|集中|安排|要求|免费|自愿)$/u.test(w.text);
  return MEASURE.test(name);
}

/** Places, times and measures: they end the name behind them. */
const APART = oneOf('f q m t d c');
const precedes = (w: Word): boolean =>
  !APART.test(w.tag) &&
  !/^(?:小时|分钟|工作日|每|个|高|低)$/u.test(w.text) &&
  (isNoun(w) || isModifier(w)) &&
  !DEED.test(w.text) &&
  !GOVERNING.test(w.text);

/** Where a name begins in its clause, which is cut into words: further left than it was found, where its words go on there. */
function beginning(before: string, name: string): number {
  const words = segment(before + name);
  let k = wordAt(words, before.length);
  for (; k > 0; k--) {
    const w = words[k - 1]!;
    if (w.text === '是') break;
    const verb = belongs(w, words[k]!, name);
    const grown = words[k]!.start < before.length || MEASURE.test(name);
    if (before.length - w.start > GROWTH || (!verb && !(grown && precedes(w)))) break;
  }
  return words[k]!.start;
}

/** 限|上餐饮业营业额: the dictionary cuts such a prefix. */
const CUT = oneOf('限上 限下 规上 规下');

/** 选派|到|村任职: where people were sent is no name without the word that says so. */
const POSTED = ending(/.(?:任职|挂职|锻炼|蹲点|驻村|务工|就业)$/u);
const isPosted = (name: string, text: string, at: number): boolean =>
  /^[到赴]/u.test(text[at] ?? '') && POSTED.test(name);

/** 党|（工）委, 乡镇|（街道）干部: a bracket inside a name. */
const INNER = /^[（(](?!含|其中|包括)[\p{Script=Han}、]{1,4}[）)]\p{Script=Han}/u;
function headWord(text: string, low: number, at: number): string {
  const last = segment(clauseTo(text, low, at)).at(-1)?.text ?? '';
  return /^\p{Script=Han}{1,4}$/u.test(last) ? last.replace(/^[各全该本]/u, '') : '';
}

/** 每万|人口全科医生, 十万|人口死亡率: of so many heads. */
const PER_HEAD = oneOf('人 户 车');
const SO_MANY = /每?[百千十]?[百千万]$/u;

/** 本科|以上学历: the level that a degree begins with. */
const DEGREE = /(?:本科|大专|专科|硕士|博士|高中|初中|中专|研究生|大学)(?:学历)?[及（(含）)]{0,3}$/u;
const ABOVE = /^[及（(含）)]{0,3}以[上下]学历/u;

/** The name with what belongs to it in front. */
function grown(name: string, c: Candidate, s: Surroundings): string {
  const at = placeOf(name, c, s);
  if (at === null) return name;
  let from = CUT.test(s.text.slice(at - 1, at + 1)) ? at - 1 : at;
  const low = at >= c.end ? c.end : s.sentenceStart;
  const before = clauseTo(s.text, low, at);
  if (before && from === at) from = at - before.length + beginning(before, name);
  for (let n = 0; n < 3; n++) {
    const lead = LEADING.exec(s.text.slice(Math.max(low, from - 12), from));
    if (!lead) break;
    from -= lead[0].length;
  }
  if (ABOVE.test(name)) from -= DEGREE.exec(s.text.slice(Math.max(low, from - 8), from))?.[0].length ?? 0;
  if (isPosted(name, s.text, from - 1)) from--;
  if (INNER.test(name) && from === at) from -= headWord(s.text, low, at).length;
  if (PER_HEAD.test(s.text[from]!)) from -= SO_MANY.exec(s.text.slice(Math.max(low, from - 3), from))?.[0].length ?? 0;
  // 三|大主导产业产值
  if (s.text[from] === '大' && /[两二三四五六七八九十]/u.test(s.text[from - 1] ?? '')) from--;
  const whole = s.text.slice(from, at) + name;
  return at < c.start && from >= s.clauseStart ? joinedNames(whole, from, s) : whole;
}

/** The name without the deed that it is the object of. */
function withoutDeed(name: string, c: Candidate): string {
  if (c.kind !== 'people' && c.kind !== 'thing' && c.kind !== 'measure' && c.kind !== 'money') return name;
  const words = segment(name);
  if (words.length < 2 || !DEED.test(words[0]!.text)) return name;
  const rest = phrase(words, 1, words.length);
  const object = rest !== null && rest.length > 1 && (isNoun(words[1]) || isModifier(words[1]) || words.length > 2);
  return object && !NAMED_BY_DEED.test(rest) && !/^[的、和与及]/u.test(rest) && isNoun(words[words.length - 1])
    ? rest
    : name;
}

/** The name without what only leads up to it. */
function bared(name: string, c: Candidate, s: Surroundings): string {
  let out = name;
  for (let n = 0; n < 4; n++) {
    const m = LED.exec(out);
    if (!m || out.length - m[0].length < 2) break;
    out = out.slice(m[0].length);
  }
  // 优化|设置|党小组: a deed done to a deed.
  return withoutDeed(withoutDeed(timeless(out, c, s), c), c);
}

/** 12|个产粮县: the measure of another figure. */
const MEASURE_WORD = /^[个家名户项条件支所座处县区市镇乡](?=[\p{Script=Han}“]{2})/u;
const NUMBERED = ending(/[0-9一二两三四五六七八九十百千万余多]$/u);

/** What the end of a time or a measure begins with. */
const mayBeLed = charSet('年前后之内底份末以期个家名户项条件支所座处县区市镇乡');

const endsWord = (name: string, at: number): boolean => segment(name).some((w) => w.end === at);

/** The name without the end of a time in front of it. */
function timeless(name: string, c: Candidate, s: Surroundings): string {
  if (!mayBeLed(name.charCodeAt(0))) return name;
  const time = TIME_END.exec(name) ?? MEASURE_WORD.exec(name);
  const at = time ? placeOf(name, c, s) : null;
  const led = at === null ? '' : s.text.slice(Math.max(0, at - 4), at);
  // 前置|审批: no end of a time.
  const timed = MEASURE_WORD.test(name) ? NUMBERED.test(led) : TIMED.test(led) && endsWord(name, time![0].length);
  return timed ? name.slice(time![0].length) : name;
}

/** 1-11|月份工业产值, 2021|年度工业项目: the name behind the time that it begins in. */
function behindTime(name: string, c: Candidate, s: Surroundings, times: readonly TimeMention[]): string {
  const at = times.length ? placeOf(name, c, s) : null;
  const time = at === null ? undefined : times.find((t) => t.start <= at && at < t.end);
  // 今年1至8月|同比下降13.1%, 十四五期间|年均增长6%: a time is no name.
  if (time && time.end >= at! + name.length && /[0-9今去]|五[”"]?(?:时期|期间)/u.test(time.text)) return '';
  const rest = time && endsWord(name, time.end - at!) ? name.slice(time.end - at!) : '';
  return rest.length > 1 ? rest : name;
}

/** (洪广镇, 贫困人口脱贫和: a bracket that is not closed, and what only links to the next words. */
const whole = (name: string): string => {
  const shut = /[）)]$/u.test(name) && !/[（(]/u.test(name) ? name.slice(0, -1) : name;
  const open = /^[（(]/u.test(shut) && !/[）)]/u.test(shut) ? shut.slice(1) : shut;
  const end =
    open.length > 3
      ? open.replace(/(?:[、和与及](?:部分|其他|其它)?|[A-Za-z]+[0-9]+|(?<=[段层县区市镇业])完成)$/u, '')
      : open;
  return end.length > 1 ? end : name;
};

/**
 * What a figure counts, with the left edge where its name begins.
 *
 * @param times the time expressions in front of it
 */
export function edged(
  name: string | null,
  c: Candidate,
  s: Surroundings,
  times: readonly TimeMention[] = [],
): string | null {
  if (name === null || name.length < 2) return name;
  if (EMPTY.test(name) || ARTICLE.test(name)) return '';
  const known = behindTime(whole(name), c, s, times);
  const edge = known && withNegation(behindTime(timeless(grown(bared(known, c, s), c, s), c, s), c, s, times), c, s);
  return SIGNS.test(edge) ? closed(edge, s.text, placeOf(edge, c, s)) : edge;
}

/** 平均每|300户, 还差|3亿元: what says nothing of the thing. */
const EMPTY = oneOf('平均每 还差 尚差 只差 仅差');

/** 第六条|连续三年考核优秀的: the number of what says it. */
const ARTICLE = /^第[一二三四五六七八九十百0-9]{1,5}条$/u;

const SIGNS = /[“”「」（()）]/u;

/** The name with what negates it: see {@link negationAt}. */
function withNegation(name: string, c: Candidate, s: Surroundings): string {
  const at = name.length > 1 ? placeOf(name, c, s) : null;
  if (at === null) return name;
  const from = negationAt(s.text, at >= c.end ? c.end : s.sentenceStart, at, name);
  return s.text.slice(from, at) + name;
}

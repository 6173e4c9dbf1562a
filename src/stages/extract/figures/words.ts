import { Cells, twoAt } from '../../../text/cells.ts';
import { charSet } from '../../../text/char-set.ts';
import { oneOf } from '../../../text/ending.ts';
import { remembering } from '../../../text/remembering.ts';
import { cut, tagIn, type Word } from '../../../text/segment.ts';
import { type Part, partOf } from '../forms.ts';
import { isNounBy } from './noun-phrases.ts';

/** Words of the genre whose tag in the dictionary is not their use: 整顿 is a number there, 联系 a noun, 收入 a verb. */
const RETAGGED: readonly [tag: string, words: string][] = [
  [
    'v',
    '申报 表示满意 整顿 联系 办理 坦言 设卡 新建 改建 扩建 新修 铺设 新增 入库 新开 选配 联合 牵头 报到 推送 反映 表示 认领 提供 慰问 走访 ' +
      '帮助 化解 调处 清运 受理 检修 更换 更新 发放 拆除 盘活 流转 硬化 绿化 清理 排查 查处 约谈 通报 挂牌 ' +
      '配备 立案 结业 毕业 摘帽 选派 派驻 结对 述职 轮训 减免 减负 节约 轮流 负债 分片包干 包干 中排 发展 诊疗 接诊 出动 巡护 巡查 ' +
      '重温 抢通 建功立业 投入使用 放学 上台 插秧',
  ],
  [
    'n',
    '收入 支出 投资 预算 贷款 存款 余额 产值 产量 利润 选调生 满意度 得分 行程 得失 人均 工作者 报销 缴费 补助 参保率 待遇 ' +
      '通道 青年 第三方 专职 兼职 在职 离职 病床 住户 网格员 测评 考核 评审 考评 年终 优良 谈话 办结率 增加值 消费品 用时 时长 时间 学历 ' +
      '诉求 合同 积分 欠薪 处长 科长 总数 隐患 成活率 商标 资源 罚款 培训班 采纳率 纠纷 增幅 降幅 总分 满分 得分率 住房 用工 用水 用电',
  ],
  ['t', '今年以来 去年以来 近年以来'],
  [
    'd',
    '力争 仍 仍然 尚 确保 光荣 分片 说不清 只有 分别 面对面 当场 现场 平均 重新 逐案 逐户 分批 分期 一律 逐步 常年 连片 成片 连续 一般 至少 最少 至多 最多 原则上 足额',
  ],
];
const retag = new Map<string, string>();
for (const [tag, list] of RETAGGED) for (const w of list.split(' ')) retag.set(w, tag);

/** One character that makes a noun of what stands in front of it: 网格|长, 脱贫|户, 隐患|点. */
const isSuffix = charSet('长员户点站所队组区室者库群网园岗厅线会处店厂校院馆班师圈道');
/** 一级|党支部: a level, which is no number of them. */
const LEVEL = oneOf('一级 二级 三级 四级 五级 一类 二类 三类');
/** What a suffix may stand behind. */
const STEM = oneOf('n nr ns nt nz ng v vn an j b l s');

/** A word by itself, and the parts that it has in names of features. */
interface Spelling {
  text: string;
  tag: string;
  noun: boolean;
  parts: Parts;
}

interface Parts {
  text: Part;
  last: Part;
  tag: Part;
  /** The first letter of the tag. */
  letter: Part;
}

/** A word as it stands in a text. */
export interface Token extends Word {
  noun: boolean;
  parts: Parts;
}

const spelt = (text: string, tag: string): Spelling => ({
  text,
  tag,
  noun: isNounBy(text, tag),
  parts: { text: partOf(text), last: partOf(text.slice(-1)), tag: partOf(tag), letter: partOf(tag[0]!) },
});

/** The tag that a word has in the genre, by that which it has in the dictionary. */
function tagOf(word: string, tag: string): string {
  if (word[0] === '近' && /^近.{1,2}年$/u.test(word)) return 't';
  if (LEVEL.test(word)) return 'b';
  // 示范岗: the dictionary has it for a deed.
  return retag.get(word) ?? (tag === 'vn' && word.length === 3 && isSuffix(word.charCodeAt(2)) ? 'n' : tag);
}

/** An article uses some hundreds of words, thousands of articles some tens of thousands. */
const SPELLINGS_KEPT = 1 << 14;

/** What is known of the words met so far: most have up to four characters, and are found by these. */
class Spellings {
  readonly #short = new Cells(SPELLINGS_KEPT, -1);
  readonly #long = new Map<string, number>();
  readonly #all: Spelling[] = [];

  get(word: string): Spelling | undefined {
    const n = word.length;
    const at = n > 4 ? this.#long.get(word) : this.#short.get(twoAt(word, 0, n), twoAt(word, 2, n));
    return at === undefined || at < 0 ? undefined : this.#all[at];
  }

  add(word: string, spelling: Spelling): void {
    if (this.#all.length >= SPELLINGS_KEPT) this.#clear();
    const n = word.length;
    if (n > 4) this.#long.set(word, this.#all.length);
    else this.#short.set(twoAt(word, 0, n), twoAt(word, 2, n), this.#all.length);
    this.#all.push(spelling);
  }

  #clear(): void {
    this.#short.clear();
    this.#long.clear();
    this.#all.length = 0;
  }
}

const spellings = new Spellings();

function spellingIn(text: string, word: string): Spelling {
  let found = spellings.get(word);
  if (found === undefined) {
    found = spelt(word, tagOf(word, tagIn(text, word)));
    spellings.add(word, found);
  }
  return found;
}

/** Words that are put together, of those that the dictionary cuts and with a suffix. */
const compound = remembering((text) => spelt(text, tagOf(text, text === '办结' ? 'v' : 'n')), SPELLINGS_KEPT);
const suffixed = remembering((text) => spelt(text, 'n'), SPELLINGS_KEPT);

/**
 * The words of a text with the tags that they have in the genre; a noun that the dictionary cut before its last character
 * (网格|长) is put together again, unless that character goes on into the next word's place (会 before a verb is "can").
 */
export const words: (text: string) => readonly Token[] = remembering(read);

function read(text: string): Token[] {
  const out: Token[] = [];
  let begun = 0;
  for (let i = 0; i < text.length; i++) {
    if (!isMark(text.charCodeAt(i))) continue;
    addAll(out, block(text.slice(begun, i + 1)), begun);
    begun = i + 1;
  }
  if (begun < text.length) addAll(out, block(begun ? text.slice(begun) : text), begun);
  return out;
}

/** No word goes across these: what stands between two of them is cut the same whatever stands beside it. */
const isMark = charSet('，、。；：！？“”（）《》');
const BLOCKS_KEPT = 1 << 10;
/** The words up to a mark, with it. Figures are asked about the clauses before them over and over, as far as each has them. */
const block = remembering(cutBlock, BLOCKS_KEPT);

function cutBlock(text: string): Spelling[] {
  const out: Spelling[] = [];
  const readTo = (from: number, to: number): void => {
    const part = text.slice(from, to);
    for (const word of cut(part)) out.push(spellingIn(part, word));
  };
  let at = 0;
  COMPOUND.lastIndex = 0;
  for (let m = COMPOUND.exec(text); m; m = COMPOUND.exec(text)) {
    readTo(at, m.index);
    out.push(compound(m[0]));
    at = m.index + m[0].length;
  }
  readTo(at, text.length);
  return out;
}

function addAll(out: Token[], all: readonly Spelling[], from: number): void {
  let at = from;
  for (const spelling of all) {
    add(out, spelling, at);
    at += spelling.text.length;
  }
}

const tokenOf = ({ text, tag, noun, parts }: Spelling, start: number, end: number): Token => ({
  text,
  tag,
  start,
  end,
  noun,
  parts,
});

function add(out: Token[], spelling: Spelling, start: number): void {
  const { text } = spelling;
  const last = out[out.length - 1];
  const end = start + text.length;
  if (last && text.length === 1 && isSuffix(text.charCodeAt(0)) && suffixes(last, text)) {
    out[out.length - 1] = tokenOf(suffixed(last.text + text), last.start, end);
  } else out.push(tokenOf(spelling, start, end));
}

/** Names of measures that the dictionary cuts where no phrase may be cut. */
const COMPOUND =
  /抢通|(?<![小及临暂同届有随定按])时长(?![期效远途久者官江])|第一议题|依法治[国省市区县镇村校企院](?![区市县镇]|里)|(?:人均)?可支配收入|(?:地区)?生产总值|一般公共预算(?:收入|支出)|固定资产投资|社会消费品零售总额|(?:主题|固定)党日|以奖代补|先建后补|民主生活会|组织生活会|支部(?:党员)?大会|党员大会|支部委员会|党小组会|党员活动日|绿化覆盖率|占比|办理时限|可办率|办复率|办结(?=[^率])|驻村(?=工作|干部|第一书记|帮扶|队员|队长)|采[砂矿石煤](?=[点船场区权坑])|一般(?:事故|隐患|问题|登记|事项)|(?:及)?以上学历|规模以上(?:工业)?企业|专精特新|[实应]到(?!位)|实有|[空缺超]编|堵点|痛点|卡点|断点|错时|通[组村]公路|能人(?!员)|新农人|撂荒地|建档立卡|限额以上(?:商贸)?企业|城乡(?:居民)?收入比|[国省市县]{1,2}[控考]断面|(?:综合|总|人均|考核)(?:得分|积分)|(?:累计)?(?:加分|扣分|计分)|平均(?:用时|时长|年龄|得分)|(?:组织|宣传|纪检|统战|生活)委员|医共体|自然湾|基础分|(?<!运)营收(?!入)|中欧班列|生态宜居|医疗救治|孝老爱亲|产业引导|三四级|流程再造|再(?:就业|制造|融资|担保|保险|教育|分配|贷款)(?=\p{Script=Han})|驻[省市县区州镇](?=单位|部门|企业|机构|学校)|乱停乱放|乱堆乱放|乱搭乱建|私搭乱建|乱贴乱画|乱丢乱扔|乱倒乱扔|乱扔乱倒|乱采滥挖|乱砍滥伐|私拉乱接|占道经营|店外经营|出店经营|飞线充电|酒驾醉驾|普通高中|(?<=[办通校所])高中|小程序|因工(?=[死重轻受致]|伤)|[入沿临环跨][黄河湖海江](?=\p{Script=Han})|[省市区县州镇]直(?=单位|部门|机关|帮扶|企业|学校)|先行先试(?=[村区点县]|单位|项目|地区)|未[办审]?结案件?|涉[黑恶毒黄赌众税农诉法企外军](?:型|类)?(?=\p{Script=Han})|被拐(?=儿童|妇女)|侵财类?(?=案)|一线(?=[女男]?职工|员工|工人|干部|岗位|教师|医|民警|人员)|共驻(?=单位|部门|企业)|在岗(?=职工|人员|教师|干部|医|村医|教职工)|未脱贫(?=户|人口|村)|多方(?=协商|会商|会谈|磋商|论证|座谈)|(?<![现存所正实内潜外旨])在[园库训营管保产用审逃帮孵研](?=幼儿|儿童|学生|学员|人员|人数|项目|课题|企业|矿山|电梯|设备|车辆|资金|案件|对象|家庭|群众)|和美(?=乡村|家园|村|庭院|社区|新村)|(?<![中高初同上下])等次|事业编制|适老化|适儿化|差评|(?:研发)?投入强度|事业编(?=人员|教师|岗)/gu;

const suffixes = (stem: Word, suffix: string): boolean =>
  stem.text.length > 1 && STEM.test(stem.tag) && joins(stem, suffix);

/** 会 makes a noun of 党小组 and 生活, not of people: 干部会 is "can". 长 of a verb is "grow". */
function joins(stem: Word, suffix: string): boolean {
  if (suffix === '会') return /(?:组|活|表|员|席|议|谈|务)$/u.test(stem.text) && !/[干]/u.test(stem.text);
  if (suffix === '长' || suffix === '师') return !/^v$/u.test(stem.tag);
  return true;
}

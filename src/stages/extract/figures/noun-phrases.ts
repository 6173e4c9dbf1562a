import { charSet } from '../../../text/char-set.ts';
import { ending, oneOf } from '../../../text/ending.ts';
import type { Word } from '../../../text/segment.ts';

/** Tags of words that a noun phrase is made of. */
const NOUN = oneOf('n nr ns nt nz ng nrt nrfg vn an j s eng k zg l');
/** Tags of words that may stand in front of its head. */
const MODIFIER = oneOf('a b f z i ad q');
/** Endings that make a measure of the verb in front of them: 组建|率, 满意|度. */
export const RATE = oneOf('率 度 数 额 量 值');
/** Words that jieba tags as nouns or modifiers but that start what is said of the counted thing. */
const PREDICATE = oneOf(
  '减免 发放 解决 落实 协调 争取 涵盖 包括 覆盖 参检 参加 入选 挂点 提供 投身 下达 处于 负责 承担 签订 举办 召开 制定 出台 开发 参训 参会 获 获得 荣获 受 被 达 达到 是 为 占 完成 进行 建立 分成 分为 结对 走进 成为 开展 通过 实现 参与 以上 以下 左右 等 共同 分别 均 都 已 全部 及时 先后 其中 同比 环比 一起 一边 集中 联合 连 跃 跨 连跨 冲刺 力争 地处 位于 坐落 坐落于 毗邻 圆梦 突破 领衔 荣立 人人 个个 户户 家家 村村 项项 件件 条条 样样 年年 月月 天天 处处 次次',
);
export const OPEN_QUOTE = oneOf('“ 「 ‘ 《 ( （');
export const CLOSE_QUOTE = oneOf('” 」 ’ 》 ) ）');
export const JOIN = oneOf('及 和 与 以及 或 或者 、 暨');

/** Words of the field that jieba takes for adverbs or verbs. */
export const FIELD = oneOf(
  '非公 省直 市直 区直 县直 州直 镇直 省管 市管 区管 县管 驻区 驻村 在职 离退休 流动 困难 入党 生活 示范 帮扶 后备 挂职 培训 经营 先进 需求 满意 获奖 留守 退休 贫困 在校 参会 参训 受访 致富 脱贫 失业 下岗 返乡 退役 转业 志愿 从业 执业 注册 参保 空巢 孤寡 残疾 独居 务工 排污',
);
/** Verbs that stand inside the names of undertakings: 办公楼改造项目, 核酸采样点. */
const INNER = oneOf(
  '建设 改造 创建 管理 服务 培训 教育 指导 试点 示范 改革 发展 保障 监督 帮扶 治理 整治 采样 调研 宣传 考核 扶贫 培育 活动 安置 检测 接种 评选 学习 展示 养护 维修 经营 加工 销售 研发 设计 检验 执法 运营 托管',
);

export const isPredicate = (w: Word): boolean => PREDICATE.test(w.text);
/** A word that was asked before what it is. */
interface Asked extends Word {
  noun?: boolean;
}

export const isNoun = (w: Asked | undefined): boolean => w !== undefined && (w.noun ?? isNounBy(w.text, w.tag));

/** Whether a word with this tag may be a noun; asked once a word where words are kept. */
export function isNounBy(text: string, tag: string): boolean {
  return (
    (NOUN.test(tag) || RATE.test(text) || FIELD.test(text)) &&
    !PREDICATE.test(text) &&
    !(tag === 'l' && /^(?:全面|全部|圆满|顺利|基本)/u.test(text)) &&
    !(text.length > 1 && beginsDeed(text.charCodeAt(0)) && /^(?:因(?!工)|参与.|参加.)/u.test(text))
  );
}
const beginsDeed = charSet('因参');
export const isModifier = (w: Word | undefined): boolean =>
  w !== undefined && MODIFIER.test(w.tag) && !PREDICATE.test(w.text);

/** Index behind the quotation or parenthesis that opens at `i`; `i` where it does not close. */
function closing(words: readonly Word[], i: number): number {
  for (let k = i + 1; k < words.length; k++) if (CLOSE_QUOTE.test(words[k]!.text)) return k + 1;
  return i;
}

/** 民主生活|会 and 主题党|日, where they end the phrase; else 会 is "can" and 日 a day. */
const isMeeting = (words: readonly Word[], k: number): boolean =>
  ((words[k]!.text === '会' && isNoun(words[k - 1])) ||
    (words[k]!.text === '日' && words[k - 1]?.text.endsWith('党') === true)) &&
  !/^[vd]/u.test(words[k + 1]?.tag ?? 'x');

/** 困难|“两病”|患者: a quotation in the middle of a name. */
const isInside = (words: readonly Word[], k: number, next: number): boolean =>
  !COUNTED.test(words[k - 1]!.text) && AGENT_HEAD.test(words[next]?.text ?? '');
const AGENT_HEAD = oneOf('患者 群众 人员 学生 儿童 家庭 老人 人群 对象 党员 职工 户 村');

/** 科级|以上|干部, 县级|以上|表彰: a rank or level that is open upwards, before what has it. */
const isLevel = (words: readonly Word[], k: number): boolean =>
  /^(?:以上|以下|及以上|及以下)$/u.test(words[k]!.text) &&
  /[级档层次岁职]$|文化|学历|职称/u.test(words[k - 1]!.text) &&
  isNoun(words[k + 1]);

const VERBAL = oneOf('发展 培养 联系 帮扶 培训 指导 服务 走访 调研 转化 提升 推荐 捐款 报告 领导');

/**
 * Index behind the noun phrase that starts at `i`: nouns, modifiers in front of nouns, quotations, joined by 和, 及, 、.
 * A number ends it (5个单位、9名干部).
 */
export function phraseEnd(words: readonly Word[], i: number): number {
  let end = i;
  for (let k = i; k < words.length; ) {
    const w = words[k]!;
    if (OPEN_QUOTE.test(w.text)) {
      // 5个单位“示范团队”称号: a quotation behind a noun is what the noun got, not part of its name.
      const next = closing(words, k);
      if (end === k && k > i && isNoun(words[k - 1]) && !/[(（]/u.test(w.text) && !isInside(words, k, next)) break;
      if (next === k) break;
      k = next;
      end = k;
    } else if (isNoun(w) || isMeeting(words, k)) {
      k++;
      end = k;
    } else if (k > i && isLevel(words, k)) k++;
    else if (w.text === '中' && w.tag === 'f' && end === k && k > i) break;
    else if (isModifier(w)) k++;
    else if (JOIN.test(w.text) && end === k && k > i && joins(words, k + 1) && !isPairing(words, k)) k++;
    else if (w.tag === 'uj' && k > i && describes(words, i, k) && joins(words, k + 1)) k++;
    else if (w.tag === 'v' && !PREDICATE.test(w.text) && compounds(words, k, i, end)) {
      k++;
      end = k;
    } else break;
  }
  // 43名致富能手发展|为党员, 25名领导联系|50个村: a verb that jieba took for a noun.
  const next = words[end];
  const turned =
    next !== undefined && (TURNED.test(next.text) || next.tag === 'm') && VERBAL.test(words[end - 1]?.text ?? '');
  if (turned && end - 1 > i) return end - 1;
  // 36个小区|全面建成: how it is done, in front of the verb.
  return next &&
    end - 1 > i &&
    HOW_DONE.test(words[end - 1]!.text) &&
    (VERBAL_TAG.test(next.tag) || OPEN_QUOTE.test(next.text)) &&
    isNoun(words[end - 2])
    ? end - 1
    : end;
}

const TURNED = oneOf('为 成 到 成为 至');

/** Words that are adverbs in front of a verb and part of a name elsewhere (稳定就业基地). */
const HOW_DONE = oneOf('英勇 因公 全面 免费 稳定 分类 明确 限期 专项 集体 优先 统一 依法');
const VERBAL_TAG = oneOf('v vn vd ad');

/** Bodies and people: in 90个单位的党建 they are what is counted, not what stands behind 的. */
const COUNTED = ending(
  /(?:单位|部门|机关|乡镇|村|社区|企业|支部|组织|党员|干部|群众|职工|员工|学员|代表|学校|医院|小区|家庭|农户|商户|学生|师生|教师|患者|业主|河道|断面|人家|幼儿园|站点|市|县|区)$/u,
);

/** What stands before 的 describes (主题鲜明|的|活动), and is not itself the counted noun; 和 before it ends the phrase. */
function describes(words: readonly Word[], from: number, k: number): boolean {
  if (COUNTED.test(words[k - 1]!.text)) return false;
  for (let j = from; j < k; j++) if (/^(?:和|与|及)$/u.test(words[j]!.text)) return false;
  return true;
}

/** 支部|与农户结对: with whom they do it. */
function isPairing(words: readonly Word[], k: number): boolean {
  if (!/^[与和同]$/u.test(words[k]!.text)) return false;
  let j = k + 1;
  while (j < words.length && j - k < 5 && isNoun(words[j])) j++;
  return j > k + 1 && PAIRS.test(words[j]?.text ?? '');
}
const PAIRS = oneOf('结对 结成 签约 签订 对接 共建 联建 合作 牵手 互联 互动 结亲 建立');

/** Behind 和 or 的: another noun phrase, not another figure or a new predicate. */
function joins(words: readonly Word[], k: number): boolean {
  const w = words[k];
  return (
    w !== undefined &&
    (isNoun(w) || OPEN_QUOTE.test(w.text) || ((isModifier(w) || w.tag === 'v') && isNoun(words[k + 1])))
  );
}

/** A verb inside a compound: 帮扶单位, 示范创建活动; at the very front, or before a noun with nothing behind it. */
function compounds(words: readonly Word[], k: number, first: number, end: number): boolean {
  const of = words[k - 1]?.tag === 'uj';
  // 快递员、|外卖骑手
  const again = JOIN.test(words[k - 1]?.text ?? '');
  if (words[k]!.text.length !== 2 || (end !== k && k !== first && !of && !again)) return false;
  // 安置|帮教|对象: two verbs in front of the head.
  const pair = k === first && words[k + 1]?.tag === 'v' && words[k + 1]!.text.length === 2 && isNoun(words[k + 2]);
  if (!isNoun(words[k + 1]) && !pair) return false;
  const second = k === first + 1 && words[first]!.tag === 'v';
  return k === first || second || of || again || RATE.test(words[k + 1]!.text) || INNER.test(words[k]!.text);
}

/** The words of a phrase as written; null for nothing and for a single character. */
export function phrase(words: readonly Word[], from: number, to: number): string | null {
  const text = words
    .slice(from, to)
    .map((w) => w.text)
    .join('')
    .trim();
  return text.length > 1 || ALONE.test(text) ? text : null;
}

/** Bodies that one character names; other single characters are pieces of words. */
const ALONE = oneOf('村 县 市 区 镇 乡 户 校 街');

/** People and bodies: a verb behind them is theirs, not part of the phrase. */
export const AGENT = ending(
  /(?:人员|骨干|教师|社区|小组|学员|同志|青年|妇女|会员|商户|分队|工作队|服务队|突击队|队员|干部|党员|群众|职工|员工|学生|村民|居民|农户|企业|单位|部门|专家|老人|儿童|代表|委员|书记|负责人|志愿者|网格[长员]|路口|受访者|户|组织|支部|人家|公司|合作社|大户|老板|村医|医生|护士|律师|民警|法官|检察官|专干|工匠|能手|能人|业主|商家|客商|高校|学校|医院|银行|机构|协会|厂|处长|局长|科长)$/u,
);
const VERB = oneOf('v vn d l i zg ad vd');

/**
 * 路口|设卡检查, 小微企业|办理贷款, 3名业务骨干|轮流上讲台: the end of what is counted, before what it does; 帮扶单位|援助资金8亿元 too,
 * where a number follows.
 */
export function beforeDeed(found: readonly Word[], from: number, to: number, people: boolean): number {
  for (let k = from + 1; k < to; k++) {
    if (!AGENT.test(found[k - 1]!.text) || !VERB.test(found[k]!.tag)) continue;
    // 党组织|组建率: a rate is no deed.
    if (RATE.test(found[k + 1]?.text ?? '')) continue;
    const given = found[to]?.tag === 'm' && found[k]!.tag === 'vn' && k + 1 < to;
    const deed = people || given || found.slice(k, to).every((w) => VERB.test(w.tag)) || found[k]!.tag === 'v';
    if (deed) return k;
  }
  return to;
}

const PAUSE = oneOf('， , 。 ； ; ： :');
const STILL = oneOf('没有 还有 仍有 尚无');

/** A relative clause before its noun: 因公致困、生活难以自理的|党员. Its end, or 0 where there is none in the clause. */
export function relativeEnd(words: readonly Word[], from: number): number {
  for (let k = from; k < words.length && k < 24; k++) {
    const w = words[k]!;
    if (PAUSE.test(w.text) || w.tag === 'm') return 0;
    // 4个乡镇|还没有固定的场所
    if (k > 0 && STILL.test(w.text)) return 0;
    if (w.tag !== 'uj') continue;
    const end = phraseEnd(words, k + 1);
    return end > k + 1 ? end : 0;
  }
  return 0;
}

const length = (words: readonly Word[], from: number, to: number): number =>
  to > from ? words[to - 1]!.end - words[from]!.start : 0;

/** Tags of words that may close what stands in front of a figure. */
const LAST = oneOf('v d uj m f');

/**
 * Where the noun phrase that ends the words begins. A verb right at the end is taken as well (走访|12次), and so is what a
 * 率 or 度 makes a measure of (党组织单独组建率).
 */
export function phraseStart(words: readonly Word[], to = words.length): number {
  let from = to;
  let depth = 0;
  let rate = false;
  for (let k = to - 1; k >= 0; k--) {
    const w = words[k]!;
    if (CLOSE_QUOTE.test(w.text)) depth++;
    else if (OPEN_QUOTE.test(w.text)) depth = Math.max(0, depth - 1);
    else if (!depth && !isNoun(w) && !isModifier(w) && !JOIN.test(w.text)) {
      rate = RATE.test((k + 1 < to && words[k + 1]?.text) || '') || (rate && /^[ad]/u.test(w.tag));
      const last = k === to - 1 && LAST.test(w.tag);
      const of = w.tag === 'uj' && k < to - 1;
      if (!last && !of && !(rate && /^[vad]/u.test(w.tag))) break;
    }
    from = k;
  }
  // 降|费 alone would be one character: the verbs in front of it belong to it (减税降费).
  while (from > 0 && to - from < 3 && length(words, from, to) < 2 && words[from - 1]!.tag !== 'x') from--;
  if (
    from > 0 &&
    length(words, from, to) < 4 &&
    (words[from - 1]!.tag === 'v' || words[from - 1]!.tag === 'vn') &&
    words[from]!.tag === 'v' &&
    words[from - 1]!.text.length === 2
  )
    from--;
  while (from < to && (JOIN.test(words[from]!.text) || words[from]!.tag === 'uj')) from++;
  return from;
}

/** Which way a quantity went. */
type Direction = 'up' | 'down';

/** Verbs of change: the amount, or the level after 到, stands right behind them. */
const UP =
  '增长 增加 提高 提升 上升 上涨 升高 增高 增大 增多 攀升 飙升 跃升 回升 反弹 攀高 走高 抬升 抬高 上调 上浮 上扬 调增 递增 猛增 激增 剧增 陡增 骤增 ' +
  '大增 净增长 净增加 净增 扩大 扩增 扩充 扩展 拓展 拓宽 延长 加快 提速 增强 增收 增产 增支 增盈 增值 升值 倍增';
const DOWN =
  '负增长 减少 下降 降低 压减 压缩 压降 缩短 缩减 缩小 削减 下滑 下跌 回落 收窄 放缓 滑落 跌落 递减 锐减 骤减 剧减 大减 净减少 净减 裁减 核减 调减 精简 ' +
  '精减 减轻 减弱 骤降 锐降 猛降 陡降 走低 下调 下浮 下探 减产 减收 减亏 减支 减员 减排 减量 减速 降速 缩水 贬值';
/** With a rate alone, as Taiwan has it: people grow up too. */
const UP_RATE = '成长';
/** Of a place in a ranking alone: 前移2位, 晋升18位; 晋升3人 are people. */
const UP_RANK = '晋升 前移 前进 进位 晋位 上移 跃进 跃升';
const DOWN_RANK = '后移 后退 退后 下移 倒退';
/** Only with 到, 至, 为: 由30户发展到120户, 整合为12个. */
const UP_TO = '发展 壮大 延伸 晋级 晋升 扩容 扩种 翻 增 升 涨 提 扩 攀 抬';
const DOWN_TO = '整合 合并 瘦身 减 降 跌 压 缩 掉 滑 砍';
/** One character that the amount touches, or 了: 增17.2%, 降了三成, 翻了两番. */
const UP_ONE = '增 升 涨 提 翻';
const DOWN_ONE = '减 降 跌 压';
/** Of a place: the level stands behind, with or without 到. */
const UP_TO_RANK = '跃居 跃升 跻身 升居 攀升 跃至 晋升';
const DOWN_TO_RANK = '跌至 退居 滑至 跌出';
/** With 了, or against an earlier time: 少了一半, 比上年多18个, 较去年同期高1.2个百分点. */
const UP_THAN = '多 高出 多出 高 快 高于 多于 快于';
const DOWN_THAN = '少 低 慢 低于 少于 慢于 低出';
/** Nouns that are changes: 增速7.8%, 降幅3%. Those made of a verb and 率, 幅度, … are told by their form. */
const UP_NAME = '增速 增幅 涨幅 升幅 增量 成长率 成长幅度';
const DOWN_NAME = '降幅 跌幅 减幅';
/** Verbs that take what changed between themselves and the amount: 增加就业岗位300个, 缩短办理时限3天. */
const WITH_OBJECT = '降低 提高 延长 减轻 扩大 上调 下调';
/** …with a word or two before what changed: 减少|垫付|资金58亿元. */
const WITH_MORE = '增加 净增 减少 压减 压缩 压降 缩短 精简 精减 缩减 削减';

const split = (words: string): string[] => words.split(' ');
const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ...[UP, UP_RATE, UP_RANK, UP_TO, UP_TO_RANK, UP_THAN, UP_NAME].flatMap((w) =>
    split(w).map((x) => [x, 'up'] as const),
  ),
  ...[DOWN, DOWN_RANK, DOWN_TO, DOWN_TO_RANK, DOWN_THAN, DOWN_NAME].flatMap((w) =>
    split(w).map((x) => [x, 'down'] as const),
  ),
]);

/** What a word of these tables says; of a noun made of a verb (增长率) what the verb says. */
export function directionOf(word: string): Direction {
  for (let n = word.length; n > 0; n--) {
    const found = DIRECTIONS.get(word.slice(0, n));
    if (found) return found;
  }
  throw new RangeError(`no word of change: ${word}`);
}

/**
 * The words as alternatives of a pattern, the longest first. Those of one length stand in a group of their own: the engine
 * may put plain alternatives into another order, which changes what a pattern that is read backwards finds (升 for 提升).
 */
function any(...words: string[]): string {
  const all = [...new Set(words.flatMap(split))];
  return [4, 3, 2, 1]
    .map((n) => all.filter((w) => w.length === n))
    .filter((group) => group.length > 0)
    .map((group) => `(?:${group.join('|')})`)
    .join('|');
}

/**
 * Words that a single character is the end of: 新增 counts what is new, 扣减 points, 减免 what is granted; 公升 and 毫升
 * are units.
 */
const NOT_SINGLE = '(?<![新加扣免公毫空投同增减升降涨跌续追晋])';

export const VERB = `(?:${any(UP, DOWN, UP_RATE)})`;
export const RANK_VERB = `(?:${any(UP_RANK, DOWN_RANK)})`;
export const TO_VERB = `(?:${any(UP, DOWN, UP_TO, DOWN_TO)})`;
export const ONE_VERB = `${NOT_SINGLE}(?:${any(UP_ONE, DOWN_ONE)})`;
export const TO_RANK_VERB = `(?:${any(UP_TO_RANK, DOWN_TO_RANK)})`;
export const OBJECT_VERB = `(?:${any(WITH_OBJECT, WITH_MORE)})`;
export const MORE_VERB = `(?:${any(WITH_MORE)})`;
/** 增速, 增长率, 下降幅度; 增加值 is a level, 增长点 no quantity. */
export const NAME = `(?:${any(UP_NAME, DOWN_NAME)}|(?:${any(UP, DOWN)})(?<!反弹)(?:速度|幅度|比例|比率|率|[总净]?[额量](?![化大])|目标|预期(?:目标)?|任务|指标))`;

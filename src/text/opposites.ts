/**
 * Words that turn what is said into its opposite: a negation put in or left out, a word exchanged for its antonym. All
 * functions take folded text (see fold.ts).
 */

/** Each word with one that denies it. */
const PAIRS =
  '先进/后进 先进/落后 增长/下降 增长/减少 增加/减少 增加/下降 增大/减小 增强/减弱 增强/削弱 加强/削弱 加大/减小 上升/下降 上涨/下跌 回升/回落 提高/降低 提高/下降 提升/下降 提升/降低 扩大/缩小 延长/缩短 加快/放缓 加快/减缓 ' +
  '同意/反对 赞成/反对 支持/反对 允许/禁止 准许/禁止 允许/严禁 鼓励/禁止 提倡/禁止 可以/不得 可以/严禁 应当/不得 必须/不得 必须/严禁 必须/禁止 应当/禁止 批准/驳回 批准/否决 通过/否决 接受/拒绝 肯定/否定 承认/否认 ' +
  '达标/超标 合格/劣质 合法/违法 合规/违规 成功/失败 胜诉/败诉 盈利/亏损 盈余/亏空 公开/保密 免费/收费 有偿/无偿 有效/失效 优秀/较差 优于/劣于 优势/劣势 奖励/处罚 表扬/批评 表彰/批评 积极/消极 主动/被动 从严/从宽 严格/宽松 ' +
  '高于/低于 多于/少于 大于/小于 超过/不足 超过/不到 达到/不足 不足/达到 以上/以下 以内/以外 之前/之后 以前/以后 最高/最低 最多/最少 最大/最小 偏高/偏低 较高/较低 较多/较少 较好/较差 上线/下线 开放/关闭 开启/关闭 设立/撤销 保留/撤销 ' +
  '有/无 有/没有 已/未 已经/尚未 已经/没有 能/不能 升/降 增/减 涨/跌';

const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const map = new Map<string, Set<string>>();
  const add = (x: string, y: string): void => {
    map.set(x, (map.get(x) ?? new Set()).add(y));
  };
  for (const pair of PAIRS.split(' ')) {
    const [x, y] = pair.split('/') as [string, string];
    add(x, y);
    add(y, x);
  }
  return map;
})();
/** Longest word of the table: characters of context that a difference may lack of a word. */
const LONGEST = 2;

/** A negation with what goes with it, as a whole difference: 未, 并未, 没有, 不能, 不得. */
const NEGATION = /^(?:[并尚还仍从绝决毫均都也又概再])?(?:没有|不[能会得准许再可应是予]|未[能曾予]|[不未无没非勿])$/u;
/**
 * What follows a negation that is no negation there but half of a word: without it no one denies anything (不断提高 → 断提高 is
 * a typing slip). Wrong case: 不少 → 少, which is told as a slip.
 */
const HALF: Readonly<Record<string, RegExp>> = {
  不: /^(?:断|仅|但|论|管|过|久|妨|料|愧|禁|然|止|只|惜|少|单|如|乏|懈|朽|锈|舍|已|免|光|力|可|同|得不|知|凡|折|怕苦|忘初)/u,
  非: /^(?:常|洲|凡|但|同|遗|公|得)/u,
  无: /^(?:论|锡|私|限|畏|愧|数|穷|缝|人|形|烟|声|障|线|轨|纺|极|偿|愁|悔|比|疑|非|处不|时无|微不)/u,
  未: /^(?:来|必|免|央)/u,
  没: /^(?:收|落|想|准)/u,
  勿: /^忘/u,
};

/** 截至年末|共有, badly typed 年未: no one denies anything. 今年未完成 does. */
const BADLY_TYPED = /(?:截至|[至到0-9])年$/u;

function isNegation(s: string, before: string, next: string): boolean {
  if (!NEGATION.test(s) || !/^[\p{Script=Han}a-z0-9]/u.test(next)) return false;
  if (s === '未' && BADLY_TYPED.test(before)) return false;
  return !HALF[s.at(-1)!]?.test(next);
}

/** Whether two words that differ inside of the same surroundings are a word and its opposite: 先|后 before 进. */
function areOpposite(from: string, to: string, before: string, next: string): boolean {
  if (!from || !to || from.length > LONGEST || to.length > LONGEST) return false;
  for (let l = 0; l < LONGEST; l++)
    for (let r = 0; l + r < LONGEST; r++) {
      if (l > before.length || r > next.length) continue;
      const [head, tail] = [before.slice(before.length - l), next.slice(0, r)];
      if (OPPOSITES.get(head + from + tail)?.has(head + to + tail)) return true;
    }
  return false;
}

/**
 * True where two texts that read `from` and `to` between the same `before` and `next` say the opposite of each other.
 *
 * @param before,next some characters of what both texts have around it
 */
export function saysOpposite(from: string, to: string, before: string, next: string): boolean {
  if (!from || !to) return isNegation(from || to, before, next);
  return areOpposite(from, to, before, next);
}

/** Members cut where marks of the text show that they end: quotation marks, brackets, the verb that the formula stands under too. */

/** 奏响“扎根曲, of 三部曲: each has what the formula counts inside of its own quotation marks. */
const QUOTED = /“([^“”]{2,12})”?$/u;

const WHOSE = 3;

function withinQuotes(list: readonly string[], key: string): string[] {
  const inner = list.map((m) => QUOTED.exec(m)?.[1] ?? '');
  // 书记“领学责任”: who it is of belongs to it.
  const named = inner.every((m, i) => {
    const at = list[i]!.indexOf(`“${m}`);
    return m !== '' && m.endsWith(key.at(-1)!) && at > WHOSE && list[i]![at - 1] !== '的';
  });
  return named ? inner : [...list];
}

/** 判决慢一拍（多调一回） beside members without brackets: what explains it. */
const REMARK = /(?<=.{2})[（(][^（）()]{1,20}[）)]$/u;

function withoutRemarks(list: readonly string[]): string[] {
  const some = list.filter((m) => REMARK.test(m)).length;
  return some && some < list.length ? list.map((m) => m.replace(REMARK, '')) : [...list];
}

/** 林道、苗圃、水源|统管: what is done with all of them. */
const MANAGED = /(?<=.{2})(?:统管|共管|同管|联管|共治|联治|同治|齐抓)$/u;

function withoutManaged(list: readonly string[], key: string): string[] {
  const last = list.at(-1)!;
  const alone = MANAGED.test(last) && !list.slice(0, -1).some((m) => MANAGED.test(m)) && !last.endsWith(key);
  return alone ? [...list.slice(0, -1), last.replace(MANAGED, '')] : [...list];
}

/** 把|路线图、值班表: what is done with all of them. */
const TAKEN = /^[把将](?=.{2})/u;

const withoutTaken = ([first = '', ...others]: readonly string[]): string[] =>
  TAKEN.test(first) && others.every((m) => !TAKEN.test(m)) ? [first.slice(1), ...others] : [first, ...others];

/** 守住“三条线”：守住防火红线，守住用水底线: the verb of the formula stands before each of its members. */
const VERB_MAX = 3;

function withoutVerbOf(list: readonly string[], before: string, key: string): string[] {
  for (let n = VERB_MAX; n > 1; n--) {
    const verb = before.slice(-n);
    const led = verb.length === n && !verb.includes(key) && list.every((m) => m.startsWith(verb) && m.length > n + 1);
    if (led) return list.map((m) => m.slice(n));
  }
  return [...list];
}

/** 所谓“3”, 主要做法: parts of a sentence, or the titles of sections, are no members. */
const NO_MEMBER =
  /^所谓|^(?:工作|实施|案例|活动|项目|品牌)?(?:背景|缘起)$|^(?:主要|具体|基本)?(?:做法|举措|措施)$|^(?:工作|主要|初步|取得|实施)?(?:成效|成果)$|^(?:经验|工作|主要)?(?:启示|体会)$|^存在(?:的)?问题$/u;

export const isNoList = (list: readonly string[]): boolean =>
  list.some((m) => m.startsWith('所谓')) || (list.length > 1 && list.filter((m) => NO_MEMBER.test(m)).length > 1);

/**
 * The members without these.
 *
 * @param key what the formula counts; @param before the text in front of the formula, without its quotation mark
 */
export const marked = (list: readonly string[], key: string, before: string): string[] =>
  withoutVerbOf(withoutTaken(withoutManaged(withoutRemarks(withinQuotes(list, key)), key)), before, key);

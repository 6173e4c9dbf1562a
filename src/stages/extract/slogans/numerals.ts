import { remembering } from '../../../text/remembering.ts';
import { isStanding } from './lexicon.ts';

/** One part of a formula: 五好 of 五好四化. */
export interface Part {
  /** As many members as the numeral says. */
  count: number;
  /** What the members share: 好. */
  key: string;
  /** The key names a thing (本账) that the members end in: 学习账. */
  noun?: boolean;
}

/** What a numeral counts. */
export const DIGIT: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  双: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** How a count is written, by its value. */
export const CHINESE = ' 一二三四五六七八九十';
/** The numerals that a text may write a count with. */
export const NUMERALS: Readonly<Record<number, string>> = {
  1: '一',
  2: '二两双',
  3: '三',
  4: '四',
  5: '五',
  6: '六',
  7: '七',
  8: '八',
  9: '九',
};

const MEASURE = /^[个大项级]/u;

/** A code: 1+4+10+N, 4+X. */
const CODE = /^[0-9NnXxＮＸ]{1,3}(?:[+＋][0-9NnXxＮＸ]{1,3})+(?![0-9+＋])/u;

/** What names the thing that a formula stands for, and is no part of its key: 三送工作法. */
const TAIL = /(?:工作法|学习法|管理法|议事法|活动|机制|制度|建设|工程|行动|模式|体系|方案|计划|基层党组织|党组织)$/u;

/** A formula without quotation marks and separators. */
const bare = (s: string): string => s.replace(/[“”‘’"「」]/gu, '');

/** Value of a plain numeral at the start, with its length; 十二 is one, 三三 and 一十百千 are none. */
function numeralAt(s: string, i: number): { value: number; length: number } | null {
  const d = DIGIT[s[i]!];
  if (d === undefined) {
    // 5个一, but 37℃学习法, 12345热线: a figure needs a measure word.
    const m = /^([0-9]{1,2})[个大项支条套张本级]/u.exec(s.slice(i, i + 3));
    return m ? { value: Number(m[1]), length: m[1]!.length } : null;
  }
  if (d === 10) {
    const ones = DIGIT[s[i + 1] ?? ''];
    return ones && ones < 10 && s[i + 1] !== '双' ? { value: 10 + ones, length: 2 } : { value: 10, length: 1 };
  }
  if (s[i + 1] === '十') {
    const ones = DIGIT[s[i + 2] ?? ''];
    return ones && ones < 10 ? { value: d * 10 + ones, length: 3 } : { value: d * 10, length: 2 };
  }
  return { value: d, length: 1 };
}

/** 统一, 第一; 三个一体化: a 一 that begins no part. */
function isWordOne(s: string, i: number, measured: boolean): boolean {
  return s[i] === '一' && (/[统唯第同专合归划]/u.test(s[i - 1]!) || (measured && !/[、，,]/u.test(s[i - 1]!)));
}

/** 1个中心、3支队伍: a figure begins a part only behind a mark. */
const isFigureAt = (s: string, i: number): boolean => /[0-9]/u.test(s[i]!) && /[、，,]/u.test(s[i - 1]!);

/** The parts of a numeral formula, or null: 五好四化 → 五·好, 四·化. A code has a part for each term. */
export const partsOf = remembering((phrase): readonly Part[] | null => partsIn(bare(phrase)));

function partsIn(s: string): Part[] | null {
  if (/^[三四五六]双$/u.test(s)) return [{ count: DIGIT[s[0]!]!, key: '双' }];
  const code = CODE.exec(s);
  if (code) return code[0].split(/[+＋]/u).map((term) => ({ count: 1, key: term }));
  const parts: Part[] = [];
  let i = 0;
  while (i < s.length) {
    const n = numeralAt(s, i);
    if (!n) return null;
    i += n.length;
    // 四级六岗 has four levels; five of 五个一 are ones.
    const levels = s[i] === '级' && DIGIT[s[i + 1] ?? ''] !== undefined;
    const measured = !levels && MEASURE.test(s.slice(i, i + 1)) && i + 1 < s.length;
    if (measured) i++;
    // 五个一, 三个第一: after a measure word the key may begin with a numeral.
    const from = i;
    if (i >= s.length) return null;
    i++;
    while (i < s.length && !isFigureAt(s, i) && (DIGIT[s[i]!] === undefined || isWordOne(s, i, measured))) i++;
    if (!measured && DIGIT[s[from]!] !== undefined) return null;
    const rest = s.slice(from, i);
    const key = rest.replace(/[、，,·]$/u, '');
    parts.push({ count: n.value, key: key.replace(TAIL, '') || key });
  }
  return parts.length ? parts : null;
}

/** Time, order, money and people: 两年一轮, 二次创业, 三等奖, 三人行 abbreviate no list. */
const PLAIN_KEY =
  /^(?:年|月|日|天|周|季|小时|分钟|点(?!亮)|时(?!段)|世纪|次|[遍趟顶]|届|等|期|批|度|毛|块钱|倍(?!增)|元|万|亿|百|千|名|人|位|岁|号|楼|代|手|成|分之|线(?!入|联|并|合|融|共|$)|中全会|级$|星|佳|连(?:$|[冠胜败跌涨])|大$|五$|五[规时期])/u;

/** 三个方面, 五个单位, 五大: the length of a list, not its abbreviation. */
const GENERIC_KEY =
  /^(?:方面|环节|层面|层次|阶段|步骤|要点|部分|特点|领域|问题|单位|部门|支部|党支部|地区|地方|城市|村|社区|乡镇|县区?|市|省|国家|企业|月|年|星期|小时|项目|字|词|人|同志|代表|小组|办法|角度|措施|内容|因素|途径|误区|类型|重点|任务|意见|目标)$/u;

/** Of these, what a quoted formula may stand for where its members are named with the word: 四个重点. */
const TOPIC = /^(?:重点|环节|目标|任务|误区|阶段|要点|特点)$/u;

/** Whether a formula counts only where its members have its word. */
export const isTopical = (phrase: string): boolean => TOPIC.test(partsOf(phrase)?.[0]?.key ?? '');

/** Things counted by their own measure (两张皮, 两根筷子, 三本账): a formula only where the members are named. */
const THING =
  /^(?:张|台|班|层|根|条|把|只|头|面|颗|座|扇|本|笔|盘|碗|桶|股|支|道|口|场|块|步|堂|门|份|封|辆|句|件|处|种|类|字|家|腿|脚|眼|肩|刀|边|方|路|手|杆|盏|旗)/u;

/** 四面八方, 五湖四海: idioms with two numerals. */
const IDIOM =
  /^(?:一式[两三四五六七八九十]份|一[^、]一[^、]|一心一意|一问三不知|三心二意|三番[五两]次|五湖四海|四面八方|五花八门|七上八下|四通八达|三令五申|一清二楚|三言[两二]语|七嘴八舌|三天两头|两面三刀|三长两短|一穷二白|四平八稳|五光十色|十全十美|一来二[去往]|九牛一毛|一波三折|一举[两多]得|五颜六色|四分五裂|七零八落|一五一十|十之八九|一石二鸟|一分为二|三年五载|一干二净|五大三粗|三三两两|一日三餐|三头六臂|一目十行|九死一生|百里挑一|说一不二|独一无二|双管齐下|三管齐下|三思而行|四两拨千斤|一马当先|一以贯之|一视同仁|一箭双雕|三顾茅庐|四海为家|五彩缤纷|六神无主|七拼八凑|十拿九稳|十万火急|两全其美|两袖清风|两肋插刀|三足鼎立|四面楚歌|双喜临门|双向奔赴|五味杂陈|五体投地|三寸不烂之舌|三分热度|三分钟热度|四脚朝天|一言九鼎|一日千里)$/u;

/** 七彩家园, 四海同心: the numeral belongs to a word that abbreviates nothing. */
const WORD = /^(?:七彩|五彩|四海|八方|九州|三秦|三湘|三晋|八桂|四季|七夕|三伏|三春|五岳|九天|六合|八卦)(?=.)/u;

/** Dates, plans and congresses that are called by numerals. */
const DATE =
  /^(?:七一|八一|五一|六一|十一|三八|五四|九一八|一二九|十[一二三四五六]五|十[一二三四五六七八九]大|二十大|两会|双休日?|双节|双十一|双1[12]|双拥|三产|二产|一产|双[方手重输赢向边面料语轨亲胞]|三甲)(?:规划|时期|前夕|精神)?$/u;

/** 七一, 五四, 十三五. */
export function isDate(phrase: string): boolean {
  return DATE.test(phrase);
}

/**
 * Whether a quoted phrase is a numeral formula by its form: `sure`, `listed` where it is one only if the text names its
 * members (三张清单; 两张皮 is none), or null.
 */
export const formula = remembering((phrase): 'sure' | 'listed' | null => formOf(bare(phrase)));

function formOf(s: string): 'sure' | 'listed' | null {
  // “四双”机制: four things, each of them 双.
  if (/^[三四五六]双$/u.test(s)) return 'sure';
  if (s.length < 2 || s.length > (/[、，,]/u.test(s) ? 24 : 14) || isDate(s) || IDIOM.test(s) || WORD.test(s))
    return null;
  // 三步走, however it is used.
  if (/^[两三四五六七八九]步走$/u.test(s)) return 'sure';
  if (CODE.test(s)) return s.replace(CODE, '').length <= 4 ? 'sure' : null;
  if (/^([一二三四五六七八九])\1制$/u.test(s) || /^[三四五六]位一体$/u.test(s) || /^一?十百千万?$/u.test(s))
    return 'sure';
  // 三分法理、七分情理: so much of the one, so much of the other.
  if (/^.分.+[、，,].分/u.test(s)) return null;
  const parts = partsOf(s);
  if (!parts || parts.some((p) => p.key.length > 7 || p.key.includes('的') || /[。！？：:（(+＋]/u.test(p.key)))
    return null;
  if (parts.length > 1)
    return (parts.some((p) => p.count > 1) || (isThreefold(parts) && !/[、，,]/u.test(s))) && !hasPlain(parts)
      ? 'sure'
      : null;
  return single(s, parts[0]!);
}

/** 三题三点 has points, 三岗十八级 grades; 两点一线 is a way to work, 两年一轮 a time. */
const hasPlain = (parts: readonly Part[]): boolean => {
  const plain = parts.filter((p) => PLAIN_KEY.test(p.key) && !/^[线楼]/u.test(p.key));
  const counted = plain.every((p) => /^[点级]$/u.test(p.key)) && parts.some((p) => !/^[点级线面]/u.test(p.key));
  return plain.length > 0 && !counted;
};

/** 一片区一支部一站点: three things; 一户一策一专员 is what each has. */
const isThreefold = (parts: readonly Part[]): boolean =>
  parts.length > 2 && parts.every((p) => p.count === 1 && p.key.length > 1);

/** What a numeral counts nothing in: 九州, 四季, 五经. */
const CULTURE =
  /^(?:五经|四书|四季|五谷|六艺|三军|四海|五洲|八方|九州|三秋|三伏|三春|五岳|四方|三餐|七夕|三国|五行|八卦|四邻|六亲|五湖|四时|三月|六月|八桂|三湘|三晋|三秦)$/u;

/** What tells what its formula is for has a verb and its object: 两屏互动连农家 is a name or a sentence. */
const CLAUSE_LENGTH = 7;
const CALLED = /(?:行动|实事|工程|工作法|机制|制度|计划|体系|战略|模式|活动|建设)$/u;

function single(s: string, { count, key }: Part): 'sure' | 'listed' | null {
  if (count < 2 || s[0] === '二' || PLAIN_KEY.test(key)) return null;
  if (TOPIC.test(key) || key === '线') return 'listed';
  // 十户联防: who does it.
  if (/^十[户企村校店]\p{Script=Han}{2}$/u.test(s)) return null;
  if (GENERIC_KEY.test(key)) return null;
  const measured = /^[^\d]{1,2}[个大项]/u.test(s);
  if (!measured && THING.test(key) && !isStanding(s)) return 'listed';
  // 双目标绩效管理 is the name of a scheme; 双强, 双报告 abbreviate.
  if (s[0] === '双' && s.length > 4) return null;
  if (!measured && s.length > 8) return null;
  if (!measured && s.length >= CLAUSE_LENGTH && !CALLED.test(s)) return null;
  return 'sure';
}

/** A numeral with one word and two characters before it that are none: 门前三包. */
export const PLACED =
  /^(?![一二两三四五六七八九十双第]|.[一二两三四五六七八九十双第])\p{Script=Han}{2}([三四五六七八九](?:个一|[^百千万级年月日天次个名元点分届期岁周时角线产郎娘哥姐妹爷婆]))$/u;

/** The formula behind the place or the people of a phrase (门前三包 → 三包), or null. */
export function placedFormula(phrase: string): string | null {
  const placed = PLACED.exec(phrase)?.[1];
  return placed && !CULTURE.test(placed) && formula(placed) === 'sure' ? placed : null;
}

/** The formula behind the people or the matter of a phrase (党员三带头 → 三带头, 民情五本账 → 五本账), or null. */
export function ledFormula(phrase: string): string | null {
  const led =
    /^(?![一二两三四五六七八九十双第])\p{Script=Han}{1,3}?([两三四五六七八九十][^一二两三四五六七八九十分年天]{1,3})$/u.exec(
      phrase,
    )?.[1];
  return led && formula(led) ? led : null;
}

/** 清四乱, 反三违: what is done against the three, the four. */
export const AGAINST = /^[清反治查禁纠除防拆整][三四五六七八九]\p{Script=Han}{1,2}$/u;

/** “1234”工作法, “9073”格局, “1243N”体系: a figure for each member. */
export const FIGURES = /^(?:[1-9]0?){3,6}[NX]?$/u;

/** The figures of a formula of figures, without the noun behind them (721工作法); null for any other. */
export function figuresIn(phrase: string): string | null {
  const figures = phrase.replace(/(?<=^[1-9][0-9]{2,5})(?:工作法|机制|工程|模式)$/u, '');
  return FIGURES.test(figures) ? figures : null;
}

/** The parts as their members show them: the members of 三本账 are 账, whatever they are counted by. */
export const memberParts = remembering(membersOf);

function membersOf(phrase: string): readonly Part[] | null {
  // “1234”工作法: a list for each figure.
  const figures = figuresIn(phrase);
  if (figures) return figures.match(/[1-9]0?/gu)!.map((key) => ({ count: 1, key }));
  if (/^[一二三四五六七八九]{3,6}$/u.test(phrase)) return [...phrase].map((c) => ({ count: 1, key: `${DIGIT[c]}` }));
  // “6S”管理 counts its members, “1主2辅” each of its parts, “清四乱” what it is against.
  if (/^[3-9][A-Z]$/u.test(phrase)) return [{ count: Number(phrase[0]), key: phrase[1]! }];
  const figured = [...phrase.matchAll(/([1-9])(\p{Script=Han}{1,2})/gu)];
  if (figured.length > 1 && figured.map((m) => m[0]).join('') === phrase)
    return figured.map((m) => ({ count: Number(m[1]), key: m[2]! }));
  if (AGAINST.test(phrase)) return partsOf(phrase.slice(1));
  // 五位一体, 三员一体: so many are one.
  const one = AS_ONE.exec(phrase);
  if (one) return [{ count: DIGIT[one[1]!]!, key: one[2]! }];
  // 门前三包 has its place before it.
  const parts = partsOf(phrase.replace(PLACED, '$1')) ?? partsOf(ledFormula(phrase) ?? '');
  // 一听二看三问四办: the first, the second, …; but 一讲二评三公示 may count six.
  if (parts && parts.length > 3 && inTurn(phrase, parts.length)) return parts.map((p) => ({ ...p, count: 1 }));
  return (
    parts?.map((p) => (p.key.length > 1 && isThing(p) ? { ...p, key: p.key.slice(1), noun: true } : acting(p))) ?? null
  );
}

const AS_ONE = /^([两双三四五六七八九])(\p{Script=Han})一体$/u;

/** Numerals that count on from one. */
function inTurn(phrase: string, count: number): boolean {
  const numerals = phrase.match(/[一二两三四五六七八九双]/gu) ?? [];
  return numerals.length === count && numerals.every((c, i) => c === CHINESE[i + 1]);
}

/** 四联单 of 学习联, 岗位联, …; 三方会签 of three 方: the member's word is the first of the key, the rest names the whole. */
export const shortened = (parts: readonly Part[]): Part[] | null => {
  const [part] = parts;
  return part && parts.length === 1 && part.count > 2 && part.key.length > 1 ? [{ ...part, key: part.key[0]! }] : null;
};

/** What is said of all members together and is in none of them: 三学联动, 五育并举. */
const TOGETHER =
  /(?<=^.{1,3})(?:联动|联建|共建|共治|共管|协同|并举|并进|并重|融合|结合|合一|一体|互促|互动|互融|贯通|同步|齐抓|同抓|共促|共享|驱动|引领|发力|并行|统筹|推进|闭环)$/u;

const acting = (part: Part): Part => (part.count > 1 ? { ...part, key: part.key.replace(TOGETHER, '') } : part);

/** Whether the key begins with a measure word of things. */
function isThing(part: Part): boolean {
  return (
    part.count > 1 &&
    /^(?!部门|部分|道德|道路|条件|项目|本领|本色)[张根条把只颗座扇本笔盘支道块堂份封件项部]/u.test(part.key)
  );
}

/** 一上一下, 一线一点: two opposites, each counted once; 一村一品 says what each has and abbreviates nothing. */
export function isPairOfOpposites(phrase: string): boolean {
  return /^一(?:上一下|下一上|升一降|降一升|增一减|减一增|进一出|内一外|外一内|点一线|线一点|主一副|主一辅|主一次|城一乡|收一放|堵一疏|破一立)$/u.test(
    phrase,
  );
}

/** How many members a formula promises, likeliest first: 五好四化 nine, 一岗双责 three or two, a code one for each term. */
export function promised(parts: readonly Part[]): number[] {
  const sum = parts.reduce((n, p) => n + p.count, 0);
  const many = parts.filter((p) => p.count > 1).reduce((n, p) => n + p.count, 0);
  return [...new Set([sum, many])].filter((n) => n > 1);
}

/** Whether each part is a figure or a letter: 1+4+N. */
export const isCode = (parts: readonly Part[]): boolean =>
  parts.length > 1 && parts.every((p) => p.count === 1 && /^(?:[0-9]{1,3}|[NXＮＸ])$/iu.test(p.key));

/** How a text writes the number that a term of a code stands for, as a pattern: 2 or 两, 86, 若干. */
export function countOf(term: string): string {
  if (!/^[0-9]+$/u.test(term)) return '(?:若干|多|数|一批|[NnXx])';
  // 90 of 9073 is 90% or 九成.
  if (/^[1-9]0$/u.test(term)) return `(?:${term}|[${term[0]}${CHINESE[Number(term[0])]}](?=成))`;
  return term.length > 1 ? term : `[${term}${CHINESE[Number(term)]}${term === '2' ? '两' : ''}]`;
}

import { charSet } from '../../../../text/char-set.ts';
import { ending, oneOf } from '../../../../text/ending.ts';
import { numberAt } from '../../../../text/numbers.ts';
import { isPartOfWord } from '../../../../text/numbers-words.ts';
import { isBaseline, isChanged } from '../changes.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Candidate } from './candidates.ts';
import { isNoCount } from './not-counts.ts';

/** What only announces how long a list is: 三个方面, 5个环节. */
const LIST_HEAD =
  /^(?:主要|重点|基本|具体|重要|关键|突出|方面的)?(?:方面|环节|层面|维度|层次|阶段|步骤|原则|要点|着力点|抓手|问题|内容|部分|特点|转变|关系|要素|领域|字|词|角度|途径|办法|误区|观念|意见|目标|任务|文明|新的)/u;

/** Where a small Chinese numeral is a real count for once: it was made, got, or summed up. */
const COUNTED = ending(
  /(?:[人户村校]均|前移|前进|后移|上升|晋升|提升|进步|共|累计|新增|新建|建成|建立了|荣获|获得?|评为|评选|表彰|组建|选派|投入|培训|举办|完成|先后|配备|增加|减少|拥有|下设|设有?|派出|成立了|开展了|召开|组织了?|分配|推出|发展|吸收|转正|创建|培育)(?:了|有|过|出)?$/u,
);

/** 举办道德讲堂八场: the count ends its clause, and its verb stands before the thing. */
const COUNTED_AFTER = ending(
  /(?:现有|共有|设有|建有|拥有|共|累计|新增|新建|建成|荣获|获得|评选|评为|表彰|组建|选派|培训|举办|完成|开展|召开|培育|打造|发放|查处|调解|走访|解决|收到|办理|推出|开设|设置|创作|发表|推广|研发|申报|修订|接待|出动)[^，,。]{2,}$/u,
);

/** Bodies and things that are counted for their own sake, in small numbers too. */
const SOLID =
  /^(?:积分|党?支部|党总支|党委|党组织|单位|部门|乡镇|村|社区|企业|集体|工作组|小组|工作队|站|中心|基地|项目|荣誉|奖项|省|市|县|区|事业单位|处室|科室|党小组)/u;

/** Units of what is built or made: 实施十座危桥改建. */
const BUILT = oneOf('座 栋 幢 台 辆 艘 眼');

/** Numerals that formulas and words have frozen; they are never counts. */
const FROZEN =
  /^(?:[一二两三四五六七八九十]位一体|八项规定|三三制|三严三实|八小时(?:之?[内外]|以[内外]|工作制)|三人小组|两人一组|[二三]人行|一个(?:样|劲|个|人|半(?![小月钟星学]))|一次性|一[分毛]钱|一门心思|一条心|一件件|二十四节气|一线|一起|一块(?![一二三四五六七八九钱多])|一把手|百分制|百分考核|两个[凡维]|24小时(?:值|服务|在线|开通|不间断|监控|热线|火灾|待命|轮|全天)|三步走|三次产业|一二三产|九年(?:制|义务)|[一二三]本(?:以上|及以上|上线|院校|线|率|批)|四个现代化)/u;

const mayBeFrozen = charSet('一二两三四五六七八九十百2');

/** Letters, stars and X stand for numbers that were taken out: X亿元, 20xx, *个; 1+4+10 and A4 are codes. */
const MASK_BEFORE = ending(/[A-Za-zＡ-Ｚａ-ｚ×*＊○+＋#№@_]$/u);
const masks = charSet('xXｘＸ×*＊○+＋_');

/** Measures that are named by letters: 人均GDP1.2万美元. */
const MEASURES = ending(/(?:GDP|GNP|CPI|PPI|AQI|R&D|GDP[（(])$/u);

function isMasked(c: Candidate, text: string): boolean {
  return (
    (MASK_BEFORE.test(text.slice(Math.max(0, c.number - 1), c.number)) &&
      !MEASURES.test(text.slice(Math.max(0, c.number - 5), c.number))) ||
    masks(text.charCodeAt(c.unitEnd)) ||
    (c.unit !== '' && masks(text.charCodeAt(c.unitEnd - c.unit.length)))
  );
}

/** 第三批, 〔2014〕14号: ordinals and document numbers; ranks are read elsewhere. */
const ORDINAL = ending(/(?:第|〔|\[|【|No\.?|no\.?|编号|附[表图件]|见[表图]|初)$/u);
const AFTER_ORDINAL =
  /^(?:号|〕|\]|届[一二三四五六七八九]?[中次]|大(?:精神|报告|以来|代表|会议|[，。；、\n]|$)|世纪|年代|周年|级|楼(?![房院宇道栋盘])|单元|栋|幢|室|班级|路(?:公交|车))/u;

const BLOCK = oneOf('栋 幢 座');

/** 上一届, 近一期; not 接近一次. */
const THIS_TIME = ending(/(?:^|[^接附靠])(?:近|最近|上|前|头|下|这)一[次期届轮]$/u);

const isOrdinal = (c: Candidate, s: Surroundings): boolean =>
  // 一届六次全会: the sixth meeting of a first term.
  (c.unit === '次' &&
    /[一二三四五六七八九十0-9]届[\p{Script=Han}]{0,6}$/u.test(s.clause) &&
    /^(?:$|全|会|中|常|社员|党员|职工|职代|代表|理事|股东|委员)/u.test(s.tail)) ||
  THIS_TIME.test(s.text.slice(Math.max(0, c.number - 3), c.unitEnd)) ||
  ORDINAL.test(s.text.slice(Math.max(0, c.number - 3), c.number)) ||
  // 前3名的乡镇: the rank itself is read elsewhere.
  ((c.unit === '名' || c.unit === '位') && /[前后第]$/u.test(s.text.slice(Math.max(0, c.number - 1), c.number))) ||
  // 62栋|楼
  (AFTER_ORDINAL.test(s.text.slice(c.unitEnd, c.unitEnd + 3)) && !(BLOCK.test(c.unit) && s.text[c.unitEnd] === '楼')) ||
  (c.unit === '年' && s.text[c.unitEnd] === '级');

/** A score is one in brackets of its own or with a word of scoring: (1分), 满分100分, 扣2分; else 分 is 十分, 三分. */
const SCORING = ending(
  /(?:分值|总分|满分?|得分|评分|平均分?|权重|由|从|到|至|记|计|扣|加|减|占|得|给予?|奖励|每[项次人个例件]|为|达到?|[（(：:])(?:各|最高|最多|不超过|至少)?$/u,
);

function isScore(c: Candidate, s: Surroundings): boolean {
  if ((c.marked || isBaseline(c, s)) && c.arabic) return true;
  // 人均不足1分|地
  if (/^(?:地(?![区方])|田|耕地|水田|旱地|山林)/u.test(s.tail)) return false;
  // 在综合考核1000分|中占到200分
  if (c.arabic && /^[中里]/u.test(s.tail)) return true;
  // 十分信任: very much
  if (!c.arabic && c.value === 10 && /^\p{Script=Han}/u.test(s.tail)) return false;
  if (!c.arabic && !/[（(]$/u.test(s.clause)) return /(?:扣|加|记|计|得|满分|总分)$/u.test(s.clause);
  // 60分为及格, 扣满10分为止
  if (c.arabic && /^为(?:止|及格|合格|优秀|良好|满分)/u.test(s.tail)) return true;
  const shut = /^[）)]/u.test(s.tail) && /[（(]$/u.test(s.text.slice(c.start - 1, c.start));
  return (
    shut ||
    SCORING.test(s.clause) ||
    /^(?:制|的|以上)?[，,。；;、）)]/u.test(s.text.slice(c.end, c.end + 3)) ||
    s.rest === ''
  );
}

/** A stretch of time counts where it is the length of something, not a place in time. */
const LASTING = ending(
  /(?:连续|历时|为期|期限|限期|满|走过|走过了|坚持|任期|服务期?|工龄|党龄|不少于|至少|任职|缩短|延长|长达|耗时|用时|提前|平均|经过|达|超过|近|有效期|保留|保存|停留|蹲点|驻村|驻点|挂职|办结|在|用了?|的|了|(?:跨度|周期|工期|期限|时间|时长)[为是])$/u,
);
const LENGTH =
  /^(?:的)?(?:时间|光辉|历程|期|之久|行动|规划|计划|办结|内|时限|以上|培训|学习|集中|调研|驻|党龄|工龄|任期)/u;

/** How long something runs by its own nature: a 一年 behind it counts too. */
const TERM = ending(
  /(?:\p{Script=Han}(?<![日时分到初中末前后近长短定学假本上下按]|(?<!合)同)期|期限|待岗|培训|挂职|停职|锻炼|轮训|公示|离岗)(?:限)?(?:一般|均|原则上|通常|各)?[为是]?$/u,
);

function isDuration(c: Candidate, s: Surroundings, often: boolean): boolean {
  if (/^(?:学年|年度)$/u.test(c.unit)) return false;
  // 不超过15日, 公示期7日; 不早于15日 is a date.
  if (c.unit === '日')
    return (
      (c.start < c.number && !s.text.startsWith('早于', c.number - 2)) ||
      TERM.test(s.clause) ||
      /^内|以内/u.test(s.text.slice(c.unitEnd, c.unitEnd + 2))
    );
  // 预约等候从|三天缩短到1天
  if (isBaseline(c, s)) return true;
  // 从事导医26年的护士长, 平均服役27年
  if (c.arabic && c.value < 100 && /(?:从事[^，,]{1,8}|服役|运行|使用|经营|坚守|扎根|一干就是)$/u.test(s.clause))
    return true;
  // 一天半, 两年半
  if (!Number.isInteger(c.value)) return true;
  // 三年内发生过事故的: when something happened, not how long it may take.
  if (c.bound === '<=' && /^(?:发生|受[过到]|有过|曾|被|未|没有|无|累计|再次)/u.test(s.tail)) return false;
  if (c.marked || TERM.test(s.clause)) return true;
  if (c.arabic && c.unit !== '年') return c.unit !== '周' || !/^[年岁边]/u.test(s.tail);
  // 每季度坐班一天
  if (often && !/^(?:年|周|日)$/u.test(c.unit)) return true;
  if (c.value === 1 && !c.arabic) return false;
  if (c.arabic && c.value >= 100) return false;
  // 任期的五年,是攻坚的五年: the years themselves, not their number.
  if (!c.arabic && s.clause.endsWith('的') && /^(?:$|[是里中间])/u.test(s.tail)) return false;
  return LASTING.test(s.clause) || (c.arabic && LENGTH.test(s.tail));
}

/** 三年内建成: when something shall be; 两年内不得评优, 一年内完成 say how long. */
const WITHIN = /^(?:[一二两三四五六七八九十]|[0-9]{1,2})年(?:时间)?(?:以)?内$/u;

/** Units that are words of everyday speech behind a Chinese numeral: 三方, 两里, 四度. */
const LOOSE_MEASURE = ending(/^(?:里|方|两|钱|克|卡|帕|尺|丈|寸|担|伏|兆|度|升|斤|米)$/u);

/** A small Chinese numeral (below twenty) with a counting word is mostly the length of a list: 三个课堂, 十项任务. */
function isListLength(c: Candidate, s: Surroundings, coordinate: boolean): boolean {
  if (c.marked) return false;
  // 这三次集中行动: they were counted before.
  if (!c.arabic && /[这那]$/u.test(s.clause)) return true;
  // 连续三届
  if (c.start < c.number) return false;
  if (c.unit === '届') return true;
  // 上升两个位次
  if (c.value > 1 && /(?:位次|名次)$/u.test(c.unit)) return false;
  // 一式两份
  if (c.unit === '份' && /一式$/u.test(s.clause)) return c.value === 1;
  if (c.arabic) return c.value < 10 && c.kind === 'thing' && LIST_HEAD.test(s.tail);
  if (c.value >= 20 || (coordinate && c.value > 1)) return false;
  if (c.value > 1 && /^(?:$|[、（(])/u.test(s.tail) && COUNTED_AFTER.test(s.clause)) return false;
  // 其余七件全部兑现: the rest of what was counted.
  if (c.value > 1 && /(?:其余|其中|其他|剩余|余下|另外|另有|还有|仍有|尚有)(?:的)?$/u.test(s.clause)) return false;
  // 由最初的三人发展到五十六人
  if (isBaseline(c, s)) return false;
  if (c.kind === 'people') return c.value === 1 || (c.unit !== '名' && !COUNTED.test(s.clause));
  if (c.kind === 'event') return c.value === 1 || c.unit === '节' || (c.unit !== '次' && !COUNTED.test(s.clause));
  if (c.kind !== 'thing') return false;
  if (c.value > 2 && BUILT.test(c.unit) && !s.tail.startsWith('大山')) return false;
  // 到社区报到的有三家
  if (c.value > 1 && !s.tail && /的[共仅只约]?有$/u.test(s.clause)) return false;
  return c.value === 1 || LIST_HEAD.test(s.tail) || !SOLID.test(s.tail);
}

/** 一倍, 一番, 三成 count where something grew by them or makes them up. */
function isTimes(c: Candidate, s: Surroundings): boolean {
  if (c.unit === '番') return /翻了?$/u.test(s.text.slice(Math.max(0, c.number - 2), c.number));
  if (c.unit === '成')
    return (
      c.marked ||
      isBaseline(c, s) ||
      /^$|[占达的过有升降高额到按留]$/u.test(s.clause) ||
      /^(?:$|[的是为外、）)])/u.test(s.tail)
    );
  return c.arabic || c.marked || /(?:[增翻高大长]|扩大|提高|降低|增长|增加|了|到)$/u.test(s.clause);
}

/** Ratios are written without a unit: 死亡率控制在|0.02以内, 容积率|不高于1.8. */
const RATIO = ending(/(?:[^效频功]率|系数|指数|密度)(?:控制在|保持在|稳定在|不超过|[为在]|达到?)?$/u);

/** 城乡收入比由2.08缩小到2.03, 容积率提高到1.8: a ratio that moved. */
const MOVED_RATIO =
  /(?:[^效频功]率|系数|指数|密度|收入比|[师生床护配]比|倍差)(?:[^，,0-9]{0,2}[由从][^，,0-9]{0,5}(?:[0-9]+(?:\.[0-9]+)?)?)?(?:[^，,0-9]{1,6}[到至为])?$/u;
const isMovedRatio = (c: Candidate, s: Surroundings): boolean =>
  MOVED_RATIO.test(s.clause.slice(-30)) && (isBaseline(c, s) || isChanged(s)) && !/^[0-9年月日]/u.test(s.tail);

/** 敬业度得分86.5, 绩效系数为1.1, 系数下调0.2: what has no unit, told by its point. */
const INDEX = ending(/(?:系数|指数|得分|均分|评分)(?:[为是达]|达到|[上下]调|提高|降低)?$/u);
const isIndex = (c: Candidate, s: Surroundings): boolean =>
  INDEX.test(s.clause) &&
  /^[0-9]{1,3}\.[0-9]{1,4}$/u.test(s.text.slice(c.number, c.unitEnd)) &&
  !/^[0-9%.年月至到—-]/u.test(s.tail);

/**
 * 三千二, 两百五: the last place is said without its 百 or 十, and the unit is left out, at the end of what is said; a round
 * sum (补贴八百) where something is paid.
 */
function isCut(c: Candidate, s: Surroundings): boolean {
  if (c.arabic || !/^(?:$|[的多])/u.test(s.tail)) return false;
  const said = s.text.slice(c.number, c.unitEnd);
  if (/^[一二两三四五六七八九][千百][一二三四五六七八九]$/u.test(said)) return said !== '二百五';
  return /^[一二两三四五六七八九十]{1,2}[千百]$/u.test(said) && PAID.test(s.clause);
}
const PAID = ending(/(?:补贴|补助|奖励|奖金?|工资|收入|[花卖赚挣涨给交缴罚捐省领发]了?|卖到|[涨提降加]高?到|[由从])$/u);

/** A number without unit counts where a multiplier or a 余 says that it is a quantity: 53万群众, 200余干部. */
function isBare(c: Candidate, s: Surroundings): boolean {
  if (c.rule === 'share' || c.rule === 'half' || isCut(c, s)) return true;
  if (c.rule === 'fraction') return !/^[/／年月日]/u.test(s.tail);
  if (c.arabic && c.bound !== '=' && RATIO.test(s.clause)) return true;
  if (c.arabic && (isMovedRatio(c, s) || isIndex(c, s))) return true;
  const next = s.text[c.unitEnd] ?? '';
  if (c.scale >= 1e4) return !/[十百千万亿]/u.test(next);
  if (c.rule === 'range' || c.rule === 'pair') return false;
  return (
    c.bound === '>~' && /[余餘多]/u.test(s.text[c.unitEnd - 1]!) && /[\p{Script=Han}]/u.test(next) && c.value >= 10
  );
}

/** What stands around a candidate, besides its sentence. */
interface Around {
  /** A period stands before it in its clause: 每年两次 counts, 两次 alone may not. */
  frequency: boolean;
  /** That period comes again (每天); it is no mean of one (一天下来, 日均). */
  often: boolean;
  /** It is joined to a figure with the same unit: 8个党支部、五个党小组. */
  coordinate: boolean;
}

/**
 * Why a candidate is no figure, or null where it is one.
 */
export function reject(c: Candidate, s: Surroundings, around: Around): string | null {
  return unsaid(c, s, around) ?? (isNoCount(c, s) || isWord(c, s.text) ? 'word' : null);
}

/**
 * 长三角: asked last, since it needs the words around to be cut, and only of money, whose one-character units (角, 块) are
 * rare as such; of other units the cutter errs more often than it helps (三成, 翻一番).
 */
function isWord(c: Candidate, text: string): boolean {
  if (c.kind !== 'money' || c.arabic || c.unit.length > 1 || c.unitEnd - c.unit.length - c.number > 1) return false;
  // 涨了五毛, 每斤便宜两毛
  if (
    /(?:[涨降跌落省赚亏补收付卖买加减][价了到]?|便宜|下降|降低|上涨|下调|上调|提高|优惠|[贵差]|[斤度个张升吨亩份]|价|费|钱)$/u.test(
      text.slice(Math.max(0, c.number - 2), c.number),
    )
  )
    return false;
  const n = numberAt(text, c.number);
  return n !== null && isPartOfWord(text, n);
}

/** 五台|县, 三门|县, 九台|区, 六枝|特区: names of places; 三个县 and 两座山 count. */
function isPlaceName(c: Candidate, text: string): boolean {
  if (c.arabic || c.marked || c.unit.length !== 1 || /^[个座成]$/u.test(c.unit) || c.value > 10) return false;
  return (
    c.unitEnd - c.number === 2 &&
    /^(?:[县市区旗镇峡](?![级属直域])|乡(?![级村镇])|特区|自治)/u.test(text.slice(c.unitEnd, c.unitEnd + 2))
  );
}

/** Of so many heads: 人口死亡率, 人交通事故死亡率. */
const RATE_OF = /^人(?:口[\p{Script=Han}]{0,6}率|[\p{Script=Han}]{0,8}(?:死亡|发病|伤亡|事故|发生|犯罪|拥有)率)/u;

/** Units that a district is named by. */
const REACHING = oneOf('分钟 小时 公里');

/** 三里, 四方, 五两: small counts of measures that are words as well. */
const isWordMeasure = (c: Candidate, s: Surroundings): boolean =>
  (!c.arabic && c.value < 20 && Number.isInteger(c.value) && !c.marked && LOOSE_MEASURE.test(c.unit)) ||
  (c.unit === '方' && !c.marked && !(c.arabic && (c.scale >= 1e4 || /方量?$/u.test(s.clause)))) ||
  (c.unit === '兆' && !c.arabic);

/** Why a number says nothing by what it is part of, or by its kind; null where it says something. */
function unsaid(c: Candidate, s: Surroundings, around: Around): string | null {
  const { text } = s;
  if (isMasked(c, text)) return 'masked';
  if (isOrdinal(c, s)) return 'ordinal';
  if (isPlaceName(c, text)) return 'word';
  if (mayBeFrozen(text.charCodeAt(c.number)) && FROZEN.test(text.slice(c.number, c.number + 8))) return 'frozen';
  // 每少一次扣0.5分; 一户一码、一季一评: no counts.
  if (
    !c.arabic &&
    c.value === 1 &&
    !c.marked &&
    /(?:每|^|[，,、])[少缺漏多超]$|一[户村企人事案楼街校社区档季年月]$/u.test(
      s.text.slice(Math.max(0, c.number - 2), c.number),
    )
  )
    return 'one';
  // 火灾|十万人口死亡率, 从业人员|10万人死亡率: the name of a rate.
  if (c.scale >= 1e4 && RATE_OF.test(s.text.slice(c.unitEnd - c.unit.length, c.unitEnd + 14))) return 'word';
  if (!c.marked && /^(?:half|discount|whole)$/u.test(c.rule)) return 'word';
  if (c.kind === 'none') return isBare(c, s) ? null : 'bare';
  // 03版, 05号: codes and page numbers.
  if (/^[0０][0-9０-９]/u.test(text.slice(c.number, c.number + 2))) return 'ordinal';
  // 二次 is "second": a count of two is 两.
  if (!c.marked && /^二$/u.test(text.slice(c.number, c.unitEnd - c.unit.length))) return 'ordinal';
  // 三元镇, 五元桥
  if (c.kind === 'money' && !c.arabic && c.scale < 100 && /^[镇乡村区县桥街坊路]/u.test(text[c.unitEnd] ?? ''))
    return 'word';
  // 15分钟便民服务圈: the name of a district.
  if (REACHING.test(c.unit) && /^[\p{Script=Han}]{1,8}圈/u.test(s.tail)) return 'word';
  // 每月一讲, 三讲: lectures are counted in digits.
  if (c.unit === '讲' && !c.arabic && c.value < 20) return 'list';
  if (c.kind === 'score') return isScore(c, s) ? null : 'score';
  if (
    WITHIN.test(s.text.slice(c.number, c.end)) &&
    !/^(?:[，,]?(?:不|未|没|离开|取消|暂停|停止|发生|完成|办))/u.test(s.tail)
  )
    return 'when';
  if (c.kind === 'duration') return isDuration(c, s, around.often) ? null : 'duration';
  if (c.kind === 'times') return isTimes(c, s) ? null : 'times';
  if (c.kind === 'measure') return isWordMeasure(c, s) ? 'measure' : null;
  if (around.frequency && (c.kind === 'thing' || c.kind === 'event' || c.kind === 'people')) {
    const one = c.value === 1 && !c.arabic && !c.marked && c.kind !== 'event';
    return one || (c.unit === '届' && !c.arabic) ? 'one' : null;
  }
  return isListLength(c, s, around.coordinate) ? 'list' : null;
}

import { segment } from '../../../../text/segment.ts';
import { isFigureOfSpeech } from '../lexicon.ts';
import * as cue from './cues.ts';
import { isEach } from './parallel.ts';
import { isBlamed, type Placed } from './placed.ts';

/** Further nouns and verbs around a quote that make a proper name of it, each with what it must not take for one. */

/** A manner of doing, in quotation marks or not: 一对一, 面对面, 走出去, 零距离, 全天候, 保姆式, 网格化. */
export const MANNER =
  /^(?:.{1,2}对.{1,2}|[零全不].{2,3}|无[缝差死证纸障盲接间].{1,3}|[走请引送].{0,2}[出进]来?去?|线[上下].*|网上.{0,2}|.{2}线上|手[把拉].*手|大数据|互联网|物联网|区块链|人工智能|一站到底|一竿子.*|量身定[制做]|老字号|土特产|新业态|新农人|一揽子|一条龙|一体化|店小二|.{1,2}[＋+].{1,2})$|[式型化性]$/u;

/** An idiom is nobody's name: 化整为零, 因地制宜. */
export const isIdiom = (s: string): boolean =>
  /^[化集变转聚合].为.$/u.test(s) ||
  (s.length === 4 && segment(s).some((w) => w.end === 4 && w.start === 0 && /^[il]$/u.test(w.tag)));

/** What anybody may put in quotation marks: a manner, an idiom, a fault, an honour. */
export const isCommon = (p: Placed, s: string): boolean =>
  MANNER.test(s) ||
  isFigureOfSpeech(s) ||
  isIdiom(s) ||
  (cue.FAULT_FORM.test(s) && !/^无[讼诈毒废烟忧感接疫]/u.test(s)) ||
  isBlamed(p) ||
  /[的了着吗呢]|^第[一二三]/u.test(s);

/** Two characters that are no word together abbreviate a name: “学建”, “税惠”; 创建, 帮扶, 智慧 are words. */
const isCoined = (s: string): boolean => s.length === 2 && segment(s).length === 2;

/** Up to ten characters that may stand between a quote and the noun that tells what it is. */
const BETWEEN = '[^的了和与及或是在把被，,。；;、：:！？\\n“”"《》（）()]{0,10}?';

/** “启明”党建品牌, “学建”活动, “岚谷”智慧调度平台: what two characters are the name of. */
const BRAND = new RegExp(`^${BETWEEN}(?:服务|党建|文化|工作|特色)?品牌`, 'u');
const EVENT = /^(?:主题|系列|实践|专项|创建)?活动(?!室|中心|场所|阵地|经费)/u;
const PLATFORM = new RegExp(`^${BETWEEN}(?:平台|系统|小程序|公众号|客户端|机器人)`, 'u');
/** “春雷”“夏雨”三个专项行动 */
const COUNTED_EVENTS =
  /^等?[两二三四五六七八九十\d]{1,2}(?:个|大|项|次)[^的，,。；;、“”]{0,4}(?:行动|活动|战役|工程|品牌|平台)/u;

const ofTwo = (p: Placed, s: string): boolean =>
  s.length === 2 &&
  !isBlamed(p) &&
  (COUNTED_EVENTS.test(p.after) ||
    (/\p{Script=Han}{2}/u.test(s) && BRAND.test(p.after)) ||
    (isCoined(s) && (EVENT.test(p.after) || PLATFORM.test(p.after))));

/** What is set up only under a name of its own, so that three characters are enough: “跑一次”工作室. */
const ROOM_AFTER =
  /^[^的了和，,。；;、：:\n“”"]{0,6}?(?:工作室|专窗|专区|专班|驿站|服务[队站点岗]|[帮代调巡宣]\p{Script=Han}{0,2}队|(?:参谋|应急|护林|文艺|劝导|讲解|帮教|督导|议事)队|监督员|观察员|督导员|信箱|团队|小站|会客厅|书房|书吧|茶馆|市集|农场|工坊|直播间|大巴|大喇叭|食堂|超市|薪酬体系|提案制度|制度(?=[，,。；])|安全教育)/u;
const ofThree = (p: Placed, s: string): boolean =>
  s.length >= 3 && s.length <= 8 && ROOM_AFTER.test(p.after) && !isCommon(p, s);

/** “红旗支部”创建, “清廉乡村”试点, “村规民约”攻坚: a campaign of its own. */
const CAMPAIGN_AFTER =
  /^(?:示范|达标|系列|专项)?(?:创建(?:工作|活动|试点|示范?点|任务|点|(?=[，,。；、为]|$|以来|全))|试点(?=[，,。；、]|和|工作|任务|以来|单位|$)|攻坚(?=[，,。；、]|和|战|行动|$)|改革(?=[，,。；、]|$|试点|攻坚|事项))/u;
const isCampaign = (p: Placed, s: string): boolean =>
  s.length >= 4 && CAMPAIGN_AFTER.test(p.after) && !isEach(s) && !isCommon(p, s);

/** “晨曦”调解法: a method has a name; 办法, 方法, 做法 and laws are none. */
const METHOD_AFTER = new RegExp(
  `^(?:的)?${BETWEEN}(?:调解|教学|点餐|护理|诊疗|种植|养殖|施工|支护|操作|检修|巡查|走访|议事|接访|治理|管护|培养|训练|评价|沟通|宣讲|服务|管理|监管|办案|审理|立项|销号)法(?!院|庭|律|规|制|治|官|人|定|条)`,
  'u',
);
const METHOD_FORM = /^.{2,12}(?<![办方做执司立普想看说手违合书宪民刑枪商税国家依守学犯枉用技章])法$/u;
const METHOD_BEFORE =
  /(?:创造|首创|独创|发明|总结|提炼|推广|推行|运用|探索|创新|形成|创建|实行|采用|研发|采取|摸索|实施)[^，,。；;：:、“”]{0,6}$/u;
const isMethod = (p: Placed, s: string): boolean =>
  (s.length >= 3 && METHOD_AFTER.test(p.after) && !isCommon(p, s)) ||
  (s.length >= 4 && METHOD_FORM.test(s) && METHOD_BEFORE.test(p.before) && !isBlamed(p));

/** “歌声里的支部”系列党课, “清溪故事”报告会: what is held under a name. */
const HELD_AFTER = new RegExp(
  `^(?:${BETWEEN}系列${BETWEEN}(?:党课|讲座|微?视频|节目|栏目|课程|读本|产品)|(?:情景|微|主题|特色|流动)?党课(?!教育)|微课|报告会|分享会|读书会|故事会|音乐会|恳谈会|联欢会|运动会|推介会|品牌|${BETWEEN}[文旅艺美采音购电丰读体科茶花桃梨戏灯农渔]\\p{Script=Han}{0,2}节)`,
  'u',
);
const isHeld = (p: Placed, s: string): boolean =>
  s.length >= 4 && HELD_AFTER.test(p.after) && !isBlamed(p) && !MANNER.test(s);

/** 扩大“…”服务范围, 延伸“…”服务: a service is widened under its name. */
const WIDENED_BEFORE = /(?:扩大|延伸|拓展|做优|升级|擦亮|优化|丰富|深化|放大)[^，,。；;：:、的“”]{0,4}$/u;
const isService = (p: Placed, s: string): boolean =>
  s.length >= 4 && WIDENED_BEFORE.test(p.before) && /^服务(?!对象|群众|中心|意识)/u.test(p.after) && !isCommon(p, s);

/** “支部+协会+农户”的发展新路; “线上+线下” is a manner. */
const PLUS_AFTER =
  /^的?[^，,。；;、：:\n“”"]{0,8}(?:新?路子|新?路径|新路|发展路|道路|联结|链条|架构|经营|合作|共建|管护|治理|服务链|组合|思维)/u;
const isPlus = (p: Placed, s: string): boolean =>
  /[+＋]/u.test(s) && s.length >= 5 && PLUS_AFTER.test(p.after) && !isCommon(p, s);

/** What tells a common noun with its name: 公众号“…”, 党建品牌“…”, 志愿服务队“…”. */
const NOUN_BEFORE =
  /(?:公众号|小程序|APP|App|云平台|[服政智数信]\p{Script=Han}{0,4}平台|党建品牌|服务品牌|工作品牌|文化品牌|特色品牌|农产品品牌|[子主总]品牌|公用品牌|机器人|数字人|智能客服|党课|栏目|专栏|热线|工作法|志愿服务队|服务队|小分队|工作室|调解室|图书车|服务车|直播间|项目)(?:——|—|：|:)?$/u;
const isNamedNoun = (p: Placed, s: string): boolean =>
  s.length >= 2 &&
  s.length <= 10 &&
  NOUN_BEFORE.test(p.before) &&
  /^(?:[，,。；;、]|$|正式|上线|运行|应运|\d|[已共全累入荣获一先])/u.test(p.own) &&
  !isCommon(p, s) &&
  segment(s)[0]!.tag !== 'p';

/** What becomes of a scheme, of three characters as well: “免跑办”全面推行. */
const SPREAD_AFTER =
  /^(?:也|已|又|正|改革|服务)?(?:正式|全面|全域|全市|全县|全区|同步|率先)?(?:推行|铺开|推开|上线|启用|开张|开业|营业|揭牌|挂牌|投用|投入使用|开播|开讲|应运而生|走红|亮相|上岗|事项(?:达|扩|增|超|由|共)|覆盖(?!率|面))/u;
const isSpread = (p: Placed, s: string): boolean =>
  s.length >= 3 && s.length <= 12 && SPREAD_AFTER.test(p.own) && !isCommon(p, s) && !cue.TITLE.test(s);

/** 联建的“…”, 打造出来的“…”: who made it gave it a name. */
const MADE_BEFORE =
  /(?:打造|创办|设立|开设|推出|联建|共建|创建|创设|发起|成立|组建|研发|开发|推行|创造|首创|独创|开办|开通|命名|合建|兴办|出资建|投资建)(?:出来|起来|而成|建成)?的$/u;
const isMade = (p: Placed, s: string): boolean =>
  s.length >= 4 &&
  s.length <= 12 &&
  MADE_BEFORE.test(p.before) &&
  /^(?:[，,。；;、]|$|\d|[已开投运上])/u.test(p.own) &&
  !isCommon(p, s);

/** 设立23个“暖心小栈”, 选派40名“乡村夜校长”: as many as there are of it. */
const NUMBER_BEFORE =
  /(?:建成|设立|打造|建起|开设|布设|推出|新建|建设|挂牌|设置|开办|投放|组建|成立|建立|选派|选聘|培育|培养|招募|配备)了?(?:[^，,。；;：:、“”\d]{0,4})[近约百\d][\d余多]*(?:个|家|名|处|间|条|支|座|所|场|期|位|辆|台)$/u;
const ONE_BEFORE = /(?:办|建|开|设|搭)[了起成]?一[所个间家座支]$/u;
const isNumbered = (p: Placed, s: string): boolean =>
  s.length >= 4 &&
  (NUMBER_BEFORE.test(p.before) || ONE_BEFORE.test(p.before)) &&
  !/^(?:优秀|先进|模范|最美|骨干|后备)/u.test(s) &&
  !/^的/u.test(p.own) &&
  !isCommon(p, s);

/** 共建“…”23家, 增设“…”8处; “…”4期 in the row of what was held. */
const GIVEN_BEFORE =
  /(?:共建|联建|增设|新设|创设|增开|投放|研发|开发|举办|建成|办好|办起|开设|设立|打造|培育|挂牌)(?:了|出)?$/u;
const isGiven = (p: Placed, s: string): boolean =>
  s.length >= 3 &&
  GIVEN_BEFORE.test(p.before) &&
  /^\d[\d,]*余?(?:个|家|处|间|座|所|场|期|条|支|辆|台|讲|课|节|户|次)(?!百分)/u.test(p.own) &&
  !cue.TITLE.test(s) &&
  !isCommon(p, s);

/** 增设“…”, 建好“…”: what is put in use by a short name, with the clause at its end. */
const PUT_BEFORE =
  /(?:增设|新设|增开|开辟|建好|办好|建强|共建|联建|创办|用活|做优|培塑|首创|独创|研发|打响|叫响|升级|重塑|开起|办起|建起|搭起|创建|争创)(?:了|出)?$/u;
const isPut = (p: Placed, s: string): boolean =>
  s.length >= 4 &&
  PUT_BEFORE.test(p.before) &&
  (/^(?:[，,。；;]|$)/u.test(p.own) || cue.AS_AFTER.test(p.own)) &&
  !isEach(s) &&
  !isCommon(p, s) &&
  !cue.TITLE.test(s);

/** 打造小区“楼道会客点”, 创建“清廉机关”: a place or a kind of unit, a word of what it is in between. */
const PLACE_END =
  /(?:会客[点厅室]|说理[点堂]|议事[点亭角]|服务[点角岗]|工具角|读书角|共享小屋|小屋|书吧|茶馆|客厅|小院|庭院|工坊|产业园|乐园|家园|港湾|邻里节|驿家|小站|小栈|小镇|司机小家|小家|超市|大篷|岗|圈|廊|长廊|阵地群|联盟|公社|学校)$/u;
const BUILT_BEFORE =
  /(?:打造|建设|建成|创建|设立|布设|开设|搭建|建立|构建|培育|推出|共建|创办|建起|组建)(?:了|出|起)?[^，,。；;：:、的“”]{0,6}$/u;
const isPlace = (p: Placed, s: string): boolean =>
  s.length >= 4 &&
  s.length <= 10 &&
  PLACE_END.test(s) &&
  (BUILT_BEFORE.test(p.before) ||
    (/[在到][^，,。；;“”]{0,6}$|(?:走进|来到|踏进)[^，,。；;“”]{0,10}$/u.test(p.before) &&
      (/^[内里前]/u.test(p.own) || /超市$/u.test(s))) ||
    cue.COUNTED_AFTER.test(p.own) ||
    /^文章/u.test(p.own)) &&
  !isCommon(p, s);

/** 以“揭榜挂帅”的方式: what is done by a way that has a name. */
const WAY_BEFORE = /(?:以|用|采取|采用|推行|实行|探索|创新|通过)$/u;
const WAY_AFTER = /^的?(?:方式|办法|形式|打法|法子)/u;
const isWay = (p: Placed, s: string): boolean =>
  s.length === 4 &&
  p.alone &&
  WAY_BEFORE.test(p.before) &&
  WAY_AFTER.test(p.own) &&
  !isCommon(p, s) &&
  /^v/u.test(segment(s)[0]!.tag);

/** 通过“…”“…”等方式: ways in a row, of one length, none of them a common word. */
const WAYS_BEFORE = /(?:通过|采取|采用|运用|借助|依托|利用|用好|用活|以)$/u;
const WAYS_AFTER = /^等(?:多种|多样|特色|创新)?(?:方式|形式|途径|载体|渠道|平台|阵地|品牌|活动)/u;
const isAmongWays = (p: Placed, s: string): boolean =>
  !p.alone &&
  s.length >= 4 &&
  s.length <= 8 &&
  WAYS_BEFORE.test(p.before) &&
  WAYS_AFTER.test(p.after) &&
  !isCommon(p, s);

/** “…”“…”等一批具有地方特色的党建品牌: the noun of a row, with more to say of it. */
const ROW_AFTER =
  /^等[^，,。；;：:\n“”]{0,14}(?:品牌|平台|载体|子品牌|工作法|书记项目|服务项目|便民项目|惠民项目|典型案例|特色项目|创新案例)/u;
const isInRow = (p: Placed, s: string): boolean =>
  !p.alone && s.length >= 3 && ROW_AFTER.test(p.after) && !isCommon(p, s);

/** 招募“…”: those who are called for bear a name; 擦亮“…”招牌. */
const isRecruited = (p: Placed, s: string): boolean =>
  s.length >= 3 && /招募(?:了|一批|[^，,。；;“”]{0,4}名)?$/u.test(p.before) && !isCommon(p, s);
const isSign = (p: Placed, s: string): boolean =>
  s.length >= 4 &&
  /(?:擦亮|打造|叫响|唱响|做亮|打响|塑造|做响)[^，,。；;：:、的“”]{0,4}$/u.test(p.before) &&
  /^(?:金字)?(?:招牌|名片|IP)/u.test(p.after) &&
  !isCommon(p, s);

/** 建好“民情簿”。: three characters, with the clause at its end. */
const isKept = (p: Placed, s: string): boolean =>
  s.length === 3 &&
  /(?:建好|办好|编好|记好|开好)$/u.test(p.before) &&
  /^(?:[，,。；;]|$)/u.test(p.own) &&
  !isCommon(p, s);

/** 打造“税路·议事厅”: a name of two halves. */
export const isHalved = (p: Placed, s: string): boolean =>
  /^[^、，,；;。 ]{2,8}[·•・][^、，,；;。 ]{2,8}$/u.test(s) && cue.NAME_END.test(s) && cue.SET_UP_BEFORE.test(p.before);

/** By what stands around it; the name's rule. One clause only. */
export const AROUND: readonly [rule: string, is: (p: Placed, s: string) => boolean][] = [
  ['name/before-noun', ofTwo],
  ['name/before-scheme', ofThree],
  ['name/campaign', isCampaign],
  ['name/method-noun', isMethod],
  ['name/before-noun', isHeld],
  ['name/service', isService],
  ['name/plus', isPlus],
  ['name/behind-noun', isNamedNoun],
  ['name/spread', isSpread],
  ['name/made', isMade],
  ['name/counted', isNumbered],
  ['name/counted', isGiven],
  ['name/put', isPut],
  ['name/built-place', isPlace],
  ['name/trained', isRecruited],
  ['name/put', isSign],
  ['name/put', isKept],
  ['name/way', isWay],
  ['name/way', isAmongWays],
  ['name/row', isInRow],
];

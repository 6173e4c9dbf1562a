import * as cue from './cues.ts';
import { AROUND, isCommon, isHalved, isIdiom, MANNER } from './names-around.ts';
import { clausesOf, isEach } from './parallel.ts';
import { isBlamed, type Placed } from './placed.ts';

/** What makes a proper name of a quote; `s` is its text. */
type Test = (p: Placed, s: string) => boolean;

/** “支部+联合社”的产业发展模式. */
const PLUS_AFTER =
  /^的?[^，,。；;、：:\n“”"]{0,8}(?:模式|机制|体系|格局|行动|平台|服务|工程|要求|思路|布局|方式|法子|办法|路子|做法)/u;

/** “线上+线下”方式: two that go together everywhere. */
const OPPOSED =
  /^(?:线[上下][+＋]线[上下]|理论[+＋]实践|实践[+＋]理论|规定[+＋]自选|集中[+＋](?:分散|自学|个人自学)|人防[+＋][技物心]防.*|定期[+＋]不定期|日常[+＋]专项|传统[+＋]现代|点单[+＋]配送|请进来[+＋]走出去|走出去[+＋]请进来|普遍[+＋]重点|专职[+＋]兼职|专业[+＋]志愿|(.)上[+＋]\1下)$/u;

/** “化整为零”等工作模式: how anybody works. */
const WAY_AFTER = /^[^，,。；;、“”]{0,6}(?:模式|机制|办法|方式|政策|经验|做法)/u;

/** 三年行动, 第一书记, 党建网站: what anybody has. */
const PLAIN =
  /^(?:第|[一二三四五六七八九十两0-9]+年)|(?:网站|专栏|系统|制度|队伍|小组|中心|档案|台账|责任制|实验室|研究院|研究所|领导小组|办公室|指挥部|公司)$/u;

/** The clause, or its part, ends with the quote. */
const CLOSED = /^(?:[，,。；;]|$)/u;
/** What a heading goes on with: “…”进社区。 */
const HEADING = /^[^，,。；;：:、的“”]{2,10}[。\n]/u;

const isFound: Test = (p) => cue.FOUND_BEFORE.test(p.before);
const isSetUp: Test = (p) => cue.SET_UP_BEFORE.test(p.before) && !p.after.startsWith('的');
const isDerided: Test = (p) => cue.DERIDED_BEFORE.test(p.before);
const endsAsName: Test = (_, s) => cue.NAME_END.test(s) && !PLAIN.test(s);

/** The name of an event or a post, by what is told of it. */
function acts(p: Placed, s: string): boolean {
  if (s.length < 4 || s.length > 8 || cue.MANNER_END.test(s) || cue.FAULT_FORM.test(s) || isBlamed(p)) return false;
  return cue.HELD_BEFORE.test(p.before) || (cue.CLAUSE_START.test(p.before) && cue.ACTS_AFTER.test(p.own));
}

/** “小吃街”等项目: what is built. */
const ITEMS_AFTER = /^等[^，,。；;、“”]{0,4}项目/u;
/** “条抓块统·镇村联动”改革 */
const REFORM_AFTER = /^(?:综合|集成|配套|试点|集成式)?改革(?!开放|发展|创新|委|和|与|、|是|的)/u;

const PLATFORM_AFTER = /^[^，,。；;：:的了和与及是在“”\n]{0,9}平台/u;
const PLUS = /[+＋]/u;

/** The noun behind tells it, even of a couplet. */
const BY_NOUN: readonly [rule: string, is: Test][] = [
  [
    'name/before-noun',
    (p, s) =>
      s.length >= (ITEMS_AFTER.test(p.after) ? 4 : 3) && cue.NAME_AFTER.test(p.after) && !/^[一多]对[一多]$/u.test(s),
  ],
  // “有呼必答、有难必帮”县、乡联动平台
  ['name/platform', (p, s) => s.length >= 4 && PLATFORM_AFTER.test(p.after) && !PLUS.test(s)],
  ['name/before-noun', (p, s) => s.length === 2 && cue.DIRECT_AFTER.test(p.after) && !isDerided(p, s)],
  ['name/set-up', isHalved],
  ['name/before-noun', (p, s) => s.length >= 4 && REFORM_AFTER.test(p.after) && !isDerided(p, s) && !isCommon(p, s)],
];

/** 渡口旁的“船娘茶摊”里: where somebody is. */
const PLACE_END = /(?:[茶菜书]摊|小?铺|茶馆|茶社|学社|驿站|书屋|食堂|[课讲]堂|凉亭|小院|小屋|工坊|客厅)$/u;
const WITHIN = /^[里内中]/u;

/** What is set up as a scheme, a service, a place. */
const BY_SCHEME: readonly [rule: string, is: Test][] = [
  ['name/place', (p, s) => s.length >= 4 && s.length <= 8 && PLACE_END.test(s) && WITHIN.test(p.own)],
  [
    'name/before-scheme',
    // “不太会用”信息系统: what people cannot do.
    (p, s) =>
      (s.length >= 4 || (s.length === 3 && isSetUp(p, s) && !MANNER.test(s))) &&
      !OPPOSED.test(s) &&
      !/^不[太大会敢想愿能]/u.test(s) &&
      cue.SCHEME_AFTER.test(p.after) &&
      !(isIdiom(s) && WAY_AFTER.test(p.after)),
  ],
  [
    'name/before-scheme',
    (p, s) => s.length === 3 && /^[^，,。；;、的“”]{0,4}(?:服务队|志愿队|医疗队|宣讲团|讲师团)/u.test(p.after),
  ],
  // “惠农通”平台
  [
    'name/before-scheme',
    (p, s) =>
      s.length === 3 &&
      (/[通宝码云帮办家]$/u.test(s) || /^(?:码上|云|掌上|指尖|一键|一码)/u.test(s)) &&
      /^(?:[^，,。；;、的“”]{0,4})(?:平台|系统|小程序)/u.test(p.after),
  ],
  // 推行社区“大党委”制
  ['name/before-scheme', (p, s) => s.length === 3 && isFound(p, s) && /^制(?=[，,。；、\n])/u.test(p.own)],
  [
    'name/before-scheme',
    (p, s) => s.length >= 4 && (isFound(p, s) || /以$/u.test(p.before)) && /^建设(?!的)/u.test(p.after),
  ],
  [
    'name/service',
    (p, s) => s.length >= 3 && isSetUp(p, s) && !s.endsWith('式') && /^服务(?!对象|群众|中心)/u.test(p.after),
  ],
  // “邻里+”养老, “法官+”工作站
  ['name/plus', (p, s) => /^(?!互联网|人工智能)\p{Script=Han}{2,4}[+＋]$/u.test(s) && /^\p{Script=Han}/u.test(p.own)],
  ['name/plus', (p, s) => /[+＋]/u.test(s) && s.length >= 5 && !OPPOSED.test(s) && PLUS_AFTER.test(p.after)],
  // 搭建“…”“…”等阵地
  [
    'name/before-scheme',
    (p, s) => s.length >= 4 && isFound(p, s) && /^等[^，,。；;、的“”]{0,4}(?:阵地|载体|场所)/u.test(p.after),
  ],
];

/** Its own form tells it, or its form with a word beside it. */
const BY_FORM: readonly [rule: string, is: Test][] = [
  ['name/form', (_, s) => s.length >= 4 && cue.NAME_FORM.test(s)],
  [
    'name/means',
    (p, s) => s.length >= 4 && endsAsName(p, s) && cue.AS_AFTER.test(p.own) && /[以用将把]$/u.test(p.before),
  ],
  ['name/called', (p, s) => s.length >= 3 && cue.CALLED_SO.test(p.before) && !cue.FAULT_FORM.test(s)],
  ['name/form', (_, s) => cue.LOAN_FORM.test(s) || cue.PLACE_FORM.test(s) || cue.OPEN_AIR_FORM.test(s)],
  ['name/built', (p, s) => s.length >= 4 && endsAsName(p, s) && /^(?:建设|创建)(?!的)/u.test(p.after)],
  // “金秋文化周”期间
  [
    'name/day',
    (p, s) => s.length >= 4 && /[^一二三四五六七八九十\d][周月节季]$/u.test(s) && /^(?:期间|系列)/u.test(p.own),
  ],
  ['name/day', (p, s) => cue.DAY_FORM.test(s) && cue.DAY_BEFORE.test(p.before)],
  ['name/year', (_, s) => cue.YEAR_FORM.test(s)],
  [
    'name/trained',
    (p, s) => s.length >= 4 && cue.TRAINED_BEFORE.test(p.before) && /^[近约余百\d]{1,5}[名个位人]/u.test(p.own),
  ],
  // 每周五定为“…日”
  [
    'name/day',
    (p, s) => s.length >= 4 && /[日周月季]$/u.test(s) && /(?:[定设列作]|[一二三四五六日天十\d]日?)为$/u.test(p.before),
  ],
];

/** What is done with it tells it. */
const BY_DEED: readonly [rule: string, is: Test][] = [
  ['name/item', (p, s) => p.inSeries && !cue.FAULT_FORM.test(s) && !isDerided(p, s)],
  [
    'name/founded',
    (p, s) => s.length >= 3 && endsAsName(p, s) && isFound(p, s) && !isBlamed(p) && !/^(?:攻坚|保卫)战$/u.test(s),
  ],
  [
    'name/counted',
    (p, s) =>
      s.length >= 3 &&
      (cue.GIVEN_BEFORE.test(p.before) || (s.length >= 4 && isFound(p, s))) &&
      cue.COUNTED_AFTER.test(p.own) &&
      !cue.TITLE.test(s),
  ],
  ['name/acts', acts],
  ['name/started', (p, s) => s.length >= 4 && cue.STARTED_AFTER.test(p.own) && !isDerided(p, s)],
  [
    'name/set-up',
    (p, s) =>
      s.length === 3 && !/[办委组部局会院校所]$/u.test(s) && cue.OPENED_BEFORE.test(p.before) && CLOSED.test(p.own),
  ],
  ['name/set-up', (p, s) => s.length >= 5 && cue.SET_UP_FAR.test(p.before) && CLOSED.test(p.own) && !PLAIN.test(s)],
  [
    'name/set-up',
    (p, s) =>
      (s.length >= 5 || (s.length === 4 && /^(?:[，,。；;）)]|$|[推促破解助服提强](?!出))/u.test(p.after))) &&
      isSetUp(p, s) &&
      !/—.*—|-.*-/u.test(s) &&
      (!isEach(s) || /[码证]$/u.test(s)) &&
      !PLAIN.test(s) &&
      !cue.MOTTO_AFTER.test(p.after),
  ],
  ['name/hundred', (p, s) => /^[百千万]/u.test(s) && s.length >= 5 && /^的[^，,。]{0,10}任务/u.test(p.own)],
  ['name/heading', (p, s) => p.heads && s.length === 3 && cue.NAME_END.test(s) && HEADING.test(p.own)],
  ['name/heading', (p, s) => p.heads && s.length >= 4 && HEADING.test(p.own)],
  [
    'name/again',
    (p, s) =>
      p.again &&
      s.length >= 4 &&
      s.length <= 9 &&
      !/[的了不]|者$|员$/u.test(s) &&
      !cue.FAULT_FORM.test(s) &&
      !cue.TITLE.test(s),
  ],
  ['name/place', (p, s) => cue.PLACE_END.test(s) && !isDerided(p, s) && !cue.LIKENED_BEFORE.test(p.before)],
];

const ONE_CLAUSE = [...BY_SCHEME, ...BY_FORM, ...BY_DEED, ...AROUND];

/** The rule by which a quoted phrase is a proper name, or null. */
export function asName(p: Placed, s: string): string | null {
  if (cue.CLEANUP_AFTER.test(p.after) && cue.EVIL_FORM.test(s)) return null;
  const noun = BY_NOUN.find(([, is]) => is(p, s));
  if (noun) return noun[0];
  if (clausesOf(s).length > 1) return null;
  return ONE_CLAUSE.find(([, is]) => is(p, s))?.[0] ?? null;
}

import { fold } from './boilerplate-fold.ts';
import { isPlate } from './boilerplate-headlines.ts';
import { segment } from './segment.ts';

interface Byline {
  author: string[];
  org: string | null;
  /** `full` an organ and names; `names` names alone; `org` an organ alone. The last two say little outside a head. */
  form: 'full' | 'names' | 'org';
}

/** Common surnames of the mainland (the first 250 or so cover 98 % of the people). Rare ones cost a byline, common words cost text. */
const SURNAMES = new Set([
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习麦庾暴占丰肖闫付代阚区尚萨敬',
  ...'骆狄缪荀芮蔺裘茅湛皮贝钮嵇贲桓郦郗宓胥莘濮扈郏蒲禹昝羿邴隗韶蓟邰逄雍璩茹殳夔厍訾乜蒯逯厉闻伊戎佘仝邸亓郄粟谯仉苻',
]);
/** Surnames that common words begin with: believed only where an office, an organ or a label stands before the name. */
const RARE = new Set([
  ...'水云昌凤元平和危支经干宣诸滑荣家储汲松乌巴弓山蓬班仰秋束幸印宿怀从索咸籍阴能苍双贡劳扶堵宰寿通浦农别充慕宦鱼容慎终居衡步满弘国广东沃利蔚越隆师融养须巢相后红权益公麻杭惠卜尉戈寇禄晁勾那鄂富羊於暨邝酆笪谯佴牧哈墨帅亢况钦法汝',
]);
const COMPOUND =
  /^(?:欧阳|闻人|公冶|澹台|濮阳|淳于|申屠|仲孙|钟离|赫连|拓跋|万俟|梁丘|左丘|闾丘|公羊|漆雕|乐正|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|长孙|宇文|端木|百里|呼延|南宫)/u;

/** Words that look like a surname and a given name and stand alone on lines as headings. */
const WORDS = new Set(
  '方法 方案 方式 方向 方针 方法论 任务 任务书 安全 安排 成效 成果 成绩 成就 成因 时间 时间表 计划 计划表 目录 目标 白皮书 和谐 明确 高度 文件 文化 文明 文艺 文摘 常识 常见 常务 强化 强调 时代 管理 管理法 管理员 关于 关键 关爱 关心 关闭 关怀 连续 解决 解读 全面 全力 全体 全国 全省 全市 来源 应用 应对 应急 单位 包括 路径 时政 时评 时事 原因 原则 党建 党委 党史 党员 党课 党务 党校 官方 官网 商务 商业 项目 项目部 游客 游戏 简介 简讯 简报 向导 成员 成立 石油 石化 金融 金额 江苏 江西 安徽 马克思 万元 温馨 平安 严格 严肃 计算 计分 连接 明细 段落 康复 景点 高新区 高质量 路线图 时间段 都市 花絮 池塘 台账 台帐 尚未 申请 申报 申请书 申报书 申请人 许可 许可证 施工 符合 童年 阳光 阳台 乐园 党中央 党支部 党组织 党总支 党委会 高中 华东 华南 华北 白天 宁夏 海关 卫生 卫星 宫廷 费用 管委会 纪委 纪检 纪律 纪要 武装部 范围 范文 范例 车辆 车间 边境 房屋 房产 古代 古籍 包装 毕业 章程 章节 舒适 封面 雷达 扬尘 尤其 宗旨 宗教 冷链 乐器 应届 成长 成本 文章 文号 文本 曲艺 谈话 谈心 查看 查询 查处 关注 余额 夏季 常年 常委 常委会 常态化 高校 高级 高标准 高水平 明年 单选 单选题 多选题 全文 安置 安保 习题 严防 温度 解析 燕子 华侨 原文 符号 商品 冷冻 仇恨 向上 于是 位置 景区 时限 白酒 党政 武术 金牌 银行 米饭 麦田 花园 蓝天 明天 木材 牛奶 马上 林业 林草局 水利 厉害 厉行 厉行节约 闻名 闻讯 皮革 皮肤 贝壳 伊始 茅屋 戎装'.split(
    ' ',
  ),
);

/** Does a token look like a Chinese personal name? Two or three characters, four after a compound surname; 买买提·艾力 with its dots. */
export function isName(token: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(token))
    return /^\p{Script=Han}{2,8}(?:[·•]\p{Script=Han}{1,8}){1,3}$/u.test(token) && !isPlate(token);
  if (COMPOUND.test(token)) return true;
  return token.length <= 3 && SURNAMES.has(token[0]!) && !WORDS.has(token);
}

/** A name by its place: behind what announces one it may have any surname, if it is no word of the language. */
function isCalled(token: string): boolean {
  if (isName(token)) return true;
  if (!/^\p{Script=Han}{2,3}$/u.test(token) || WORDS.has(token) || !(SURNAMES.has(token[0]!) || RARE.has(token[0]!)))
    return false;
  const [first, second] = segment(token);
  return second !== undefined || first!.tag.startsWith('nr');
}

/** Last characters of organisations' names. */
const ORG =
  /(?:委员会|工委|党委|党组|纪委|团委|常委会|[市县区省州镇乡国府直村]委|政府|人大|政协|总?局|厅|[部处科院校所司社厂团馆园站台庭]|办|办公室|研究室|教研室|中心|机关|支部|总支|银行|信用社|联社|协会|学会|联合会|研究会|基金会|理事会|董事会|大学|(?<!中)[中小]学|公司|集团|大队|支队|总队|中队|检察院|法院|分行|支行|街道|社区|[乡镇]|工会|医院|日报|晚报|晨报|课题组|调研组|编写组|编辑部|评论员|党校|报社|杂志|电视台|电台|[市县区省州]$|基地|网|处室)$/u;
/** Offices that stand between an organ and its holder's name. */
const POST =
  /(?:书记|局长|主任|部长|校长|院长|市长|县长|区长|镇长|乡长|省长|主席|会长|经理|厅长|处长|科长|行长|所长|队长|理事长|董事长|秘书长|组长|站长|支书|巡视员|调研员|研究员|教授|讲师|记者|通讯员|特约记者|见习记者|委员|干事|秘书|检察长|负责人|专员|总监|总编辑?|组织员|宣传员|辅导员|教师)$/u;

/** An office with the organ that it is held in. */
const HELD =
  /^(.{3,}?(?:委|局|厅|部|办|院|校|所|公司|中心|党委|政府|(?:党)?(?:总)?支部|支行|分局))(?:党组|党委|党支部)?(?:副?书记|.{0,4}长|.{0,2}主任|.{1,4}记者)$/u;

/** What headlines do and organs do not: 围绕增收抓好果园 ends like the name of a garden. */
const ACTS =
  /抓|[选育管用建办护守]好|推进|加强|围绕|进一步|做好|强化|提升|推动|着力|坚持|深化|打造|构建|关于|如何|为了|实现|促进|走进|来到|建好|办好|助力|争创|创建|把|让|是|的|了|在(?!线)|与时|服务[^中局社大]|奋力|全力|聚焦|突出|落实|开展|争做|成立|召开|举行|举办|赴|获|荣/u;

/** Whether a token names an organ, by its ending; no headline does. */
export function isOrg(token: string): boolean {
  return (
    !ACTS.test(token) &&
    token.length >= 3 &&
    token.length <= 34 &&
    /^[\p{Script=Han}A-Za-z0-9()“”"·、]+$/u.test(token) &&
    ORG.test(token) &&
    !/^[一二三四五六七八九十]+、/.test(token)
  );
}

/** 张某某1, 李 某2: names with the numbers of their institutes, as journals print them. */
const NOTED = /^(?:[\p{Script=Han}· ]{2,6}[1-9*](?:[,、 ]{1,3}|$)){1,8}$/u;

/** 张 三 is one name when both halves are single characters. */
function joinSpaced(tokens: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [a, b] = [tokens[i]!, tokens[i + 1]];
    if (a.length === 1 && SURNAMES.has(a) && b?.length === 1 && /\p{Script=Han}/u.test(b)) {
      out.push(a + b);
      i++;
    } else out.push(a);
  }
  return out;
}

/**
 * Reads a line that says who wrote: `某市直机关工委 黄某某 叶某`, `某局党组书记、局长 王某某`, `文/李某`, `(本报记者 张某)`.
 *
 * @returns null for anything with a token that is neither name nor organ nor office.
 */
export function parseByline(line: string): Byline | null {
  const s = namesBetweenCommas(fold(line).trim());
  // (某某大学 某某学院,某省 某市 730000)
  const seat = s.length <= 160 ? /^\((?:1[.、])?([^(),;]{4,40})[^()]{0,110}\d{6}\)$/u.exec(s) : null;
  if (seat) return { author: [], org: seat[1]!.trim(), form: 'org' };
  const noted = s.length <= 70 && NOTED.test(s) ? s.split(/[1-9*][,、 ]{0,3}/u).map((t) => t.replaceAll(' ', '')) : [];
  const noters = noted.filter(Boolean);
  if (noters.length && noters.every(isName)) return { author: noters, org: null, form: 'names' };
  if (!s || s.length > 70 || /[。!?;:<>=%]/.test(s) || s.includes(',')) return null;
  const reporters = s.length <= 40 ? REPORTERS.exec(s) : null;
  if (reporters) {
    const names = namesIn(reporters[1]!);
    if (names.length) return { author: names, org: null, form: 'full' };
  }
  // 张三(某某县委书记), 张三(某某局)
  const signed = /^[□○●■◎☆★◇◆△▲◊]? ?([\p{Script=Han}·]{2,4}) ?[(]([^()]{3,30})[)]$/u.exec(s);
  if (signed && isName(signed[1]!) && (isOrg(signed[2]!) || POST.test(signed[2]!)))
    return { author: [signed[1]!], org: isOrg(signed[2]!) ? signed[2]! : null, form: 'full' };
  const core = s
    .replace(/^[(【[〔](.{1,66})[)】\]〕]$/u, '$1')
    .replace(/^(?:文|作者|撰文|图文|文图)\s?\/\s?/u, '')
    .replace(/^[□○●■◎☆★◇◆△▲◊]\s?/u, '')
    .trim();
  // 某某县财政局编, 某某镇党委编印
  const made = /^(.{4,30}?)(?:联合)?(?:编印|编制|编写|编著|汇编|印制|编发|主编|编)$/u.exec(core);
  if (made && isOrg(made[1]!)) return { author: [], org: made[1]!, form: 'org' };
  const tokens = joinSpaced(core.split(/[\s、/|]+/u).filter(Boolean));
  if (!tokens.length || tokens.length > 14) return null;
  const author: string[] = [];
  const orgs: string[] = [];
  for (const t of tokens) {
    if (author.length && /^等$/.test(t)) continue;
    if (isName(t) || isHolder(t, tokens)) author.push(t);
    else if (!author.length || orgs.length) {
      if (isOrg(t)) orgs.push(t);
      else if (POST.test(t) && t.length <= 30 && !ACTS.test(t)) {
        const organ = HELD.exec(t);
        if (organ) orgs.push(organ[1]!);
      } else return null;
    } else return null;
  }
  const org = orgs[0] ?? null;
  if (author.length) return { author, org, form: org || tokens.some((t) => POST.test(t)) ? 'full' : 'names' };
  return org && orgs.length === tokens.length && tokens.length <= 3
    ? { author, org: orgs.join(' '), form: 'org' }
    : null;
}

/** 王某,李 某: names that a journal sets between commas, which elsewhere part the clauses of a sentence. */
function namesBetweenCommas(s: string): string {
  if (!s.includes(',') || s.length > 40) return s;
  const names = s.split(',').map((part) => part.replace(/ /g, ''));
  return names.every(isName) ? names.join(' ') : s;
}

/** 某某队党支部书记 铁某某, 某某司法所 茹某某 卜某某: behind an organ or an office stand its holders, however rare their surnames. */
const isHolder = (t: string, tokens: readonly string[]): boolean => {
  const [first] = tokens as [string];
  if (t === first || tokens.length > 4 || ACTS.test(t) || isOrg(t)) return false;
  const held = tokens.length === 2 && POST.test(first) && HELD.test(first);
  return (
    (held && /^\p{Script=Han}{2,3}$/u.test(t) && !WORDS.has(t)) || ((POST.test(first) || isOrg(first)) && isCalled(t))
  );
};

/** 某某日报记者 张三 李四 通讯员 王五: nothing else on the line. */
const REPORTERS =
  /^[(□■◎]? ?(?:[\p{Script=Han}]{2,10}(?:网|报|社|台|融媒|融媒体|客户端)|本报|本网|本刊)?((?:(?:特约|见习|实习|首席)?(?:记者|通讯员|实习生)[ :]?(?:[\p{Script=Han}·]{2,5}[ 、]?){1,6}){1,3})(?:文图|图文|文 ?\/ ?[图摄]|图 ?\/ ?文|摄影报道|报道|文|摄)?[)]?$/u;

interface Dateline {
  /** Length of the dateline at the start of the text, the space behind it included. */
  end: number;
  publisher: string | null;
  author: string[];
  published: null;
}

const MEDIA = String.raw`[\p{Script=Han}]{1,10}?(?:网|网站|日报|晚报|早报|晨报|都市报|时报|商报|周报|导报|农报|青年报|法治报|法制报|电视台|电台|广播|社|在线|客户端|新闻|融媒|融媒体|时刻|时刻新闻|头条|传媒|财经)`;
const WHO = String.raw`(?:(?:本报|本网|特约|见习|实习|首席)?(?:记者|通讯员|实习生)[ :]?(?:[\p{Script=Han}·]{2,5}[ 、]){0,6}[\p{Script=Han}·]{2,5}[ ,、]?){1,3}`;
/**
 * The forms of a dateline, at the start of a paragraph. Anchored, with bounded counts: what follows a dateline is never scanned.
 * Wrong case to mind: 该网讯息, 电视台讯号 (the word goes on after 讯).
 */
const DATELINES: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:(?<media>${MEDIA})|本报|本网|本刊|本台)(?:[\p{Script=Han}]{0,6}?(?:\d{1,2}月)?\d{1,2}日)?[ ]?(?:综合)?讯(?![息号问飞道])[ ]?(?:[(](?<who>[^()。]{2,60})[)]|(?<by>${WHO})[ ]?(?:摄影)?报道(?=$|[ :]))?[ :]{0,3}`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:(?<media>${MEDIA})|本报)[\p{Script=Han}]{0,8}(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|讯|消息)[ ]?(?:[(](?<who>[^()。]{2,60})[)])?[ :]{0,3}`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:(?<media>${MEDIA})|本报|本网)?[ ]?(?<who>${WHO})[ ]?[\p{Script=Han}]{0,8}(?:报道|摄影报道)(?:$|[ :]{1,3})`,
    'u',
  ),
  /^[(](?:本报|本网)?(?:特约|见习|实习)?(?:记者|通讯员)(?<who>[^()。]{2,40})[)][ :]{0,3}/u,
];

/** Names in 记者 张某 通讯员 李某 王某. */
export function namesIn(who: string): string[] {
  return joinSpaced(
    who.replace(/(?:本报|本网|特约|见习|实习)?(?:记者|通讯员|实习生)[ :：]?/gu, ' ').split(/[\s、，,]+/u),
  ).filter(isCalled);
}

/** A dateline at the start of a paragraph (某某网讯, 本报讯(记者 张某), 新华社某地5月1日电), or null. */
export function parseDateline(text: string): Dateline | null {
  const head = fold(text.slice(0, 120));
  for (const form of DATELINES) {
    const m = form.exec(head);
    if (!m?.[0]) continue;
    return {
      end: m[0].length,
      publisher: m.groups!.media ?? null,
      author: namesIn(m.groups!.who ?? m.groups!.by ?? ''),
      published: null,
    };
  }
  return null;
}

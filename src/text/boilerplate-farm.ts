import { fold } from './boilerplate-fold.ts';
import { isOthers, isSpoken, tellsOffice } from './boilerplate-honest.ts';

/** A stretch of a line to cut, half-open, with the reason. */
export interface Cut {
  start: number;
  end: number;
  rule: string;
}

const MAKE = '(?:筛选|精选|挑选|带来|推荐|整理|收集|搜集|准备|分享|提供|精心|汇总)';
const READER = '(?:大家|您|你|各位|朋友们|广大)';
/**
 * What content farms write above a lifted text. Each needs the farm's own voice (小编, 本站) or the word for a specimen (范文):
 * 下面我讲几点意见,供大家参考 is a speech, 今天小编就来教大家 is an article of its own.
 */
const LEADS: readonly RegExp[] = [
  new RegExp(`(?:下面|以下|今天|这里|接下来|本文|那么)[^。]{0,24}小编[^。]{0,40}${MAKE}`, 'u'),
  new RegExp(`小编[^。]{0,12}(?:为|给|帮|替|和|跟|与)${READER}[^。]{0,16}${MAKE}`, 'u'),
  new RegExp(
    `(?:本站|本网|\\p{Script=Han}{2,6}(?:范文|文档|文秘|公文|阅读|文库|文章|资料|作文|论文)网)[^。]{0,12}(?:为|给)${READER}[^。]{0,16}${MAKE}`,
    'u',
  ),
  /(?:下面|以下)(?:就?是|为)[^。]{0,60}(?:范文|模板|参考资料)[^。]{0,16}(?:希望|欢迎|供|仅供)/u,
  new RegExp(
    `(?:范文|小编|模板)[^。]{0,60}(?:希望|供|欢迎)[^。]{0,8}${READER}[^。]{0,16}(?:喜欢|帮助|参考|借鉴|阅读)`,
    'u',
  ),
  new RegExp(`(?:给|为)${READER}[^。]{0,10}${MAKE}[^。]{0,40}(?:范文|模板|范本|[0-9一二两三四五六七八九十]篇)`, 'u'),
  /(?:是|为|由)小编[^。]{0,8}(?:整理|收集|搜集|汇总|准备|挑选)[^。]{0,24}[,，](?:欢迎|希望|供|敬请|快来)/u,
  /由会员分享[^。]{0,10}可在线(?:阅读|浏览)/u,
  /(?:下面|以下|下文)(?:就|便)?(?:这|是|为|由)(?:[^。]{0,40}(?:网友|会员|用户|读者|朋友|本站|大家|[您你]|\d篇|[一二三四五六七八九十]篇|范文|《))[^。]{0,30}(?:投稿|分享|上传|搜集|收集)[^。]{0,24}(?:参[阅考]|借鉴|阅读|欢迎|喜欢|帮助|启[示发])/u,
];
const TAILS: readonly RegExp[] = [
  /^(?:以上|上面|上述)(?:内容)?(?:就|便|即)?是[^。]{0,80}(?:全部内容|小编|范文)/u,
  /^(?:[^。，,]{0,12}[,，])?(?:更多|想了解更多|想要了解更多)[^。]{0,40}(?:请|欢迎|敬请|可)[^。]{0,12}(?:关注|访问|查看|浏览|点击|继续)/u,
  /^(?:本文|该文|此文|文章|本文档|文档)(?:由|来自|来源于?(?! ?:)|转载自|摘自|出自|链接)[^。]{0,60}(?:网|整理|收集|提供|发布|编辑|上传|投稿|转码|https?:)/u,
  /^(?:读|看|阅读|浏览)(?:完|过)(?:了)?(?:本文|全文|以上|上述|上面|这篇)[^。]{0,80}(?:[你您]|大家(?=[^。]{0,20}(?:收藏|分享|关注|帮助|有没有|是不是|[吧吗呢])))/u,
  /^(?:相信|希望)[^。]{0,12}(?:《[^》]{2,60}》|本文|(?:以上|上述|这篇|这些)(?:内容|范文|文章|资料|信息|分享|整理|介绍|模板)?)[^。]{0,30}(?:帮|启发|启示|借鉴|参考|喜欢|收获)/u,
  /^《[^》]{2,60}》(?:一文)?(?:来源于?|来自|摘自|出自)[^。]{0,40}(?:www\.|https?:|[网站库],)/u,
  /^《[^》]{2,60}》[^。]{0,6}由[^。]{0,20}(?:网|网友|小编|会员|用户|本站|文库|文档|读者)[^。]{0,12}(?:收集|整理|提供|发布|编辑|分享|上传)/u,
  /^(?:如需|如果需要|想要?|需要)[^。]{0,12}更多[^。]{0,20}(?:范文|文章|资料|内容|模板)/u,
  /^(?:如果|若)?[^。]{0,20}(?:觉得|对您)[^。]{0,20}(?:请|别忘了)[^。]{0,10}(?:收藏|分享|点赞)/u,
];
/** Longest paragraph that goes as a whole: a lead is one or two sentences. A longer one is text with a lead glued on. */
const MAX_LEAD = 420;

/** Is the paragraph a content farm's lead-in (下面是某某网小编为您推荐…,希望大家喜欢)? */
export function isFarmLead(line: string): boolean {
  if (line.length > MAX_LEAD || line.length < 12) return false;
  const s = fold(line);
  return LEADS.some((r) => r.test(s));
}

const OFFER =
  /(?:供|希望|欢迎|敬?请|盼望?|愿|以下|下面|下文)[^。]{0,40}(?:参[考阅]|借鉴|帮助|喜欢|启[发示]|有用|收藏|阅读)/u;
const READERS = /大家|您|各位|读者|朋友|网友|你|参阅/u;
/** Not 本文, 这篇: an abstract says so of its own text. */
const SPECIMEN =
  /范文|模板|范本|(?<!分|为|共)[一二两三四五六七八九十\d]+篇|怎么写|如何写|写好|写法|网友|收集|搜集|整理(?!出)|精选|带来/u;
/** 现将各支部整理的案例印发给你们,供参阅: a document that goes with what it issues. */
const ISSUES = /现将|[印下转编]发|各(?:单位|支部|部门|地|级|村|乡镇|党|科室)/u;
/** Who speaks so speaks in the text: 下面我讲几点意见,供大家参考. */
const SPEAKER = /同志|我(?!们?(?:为|给|整理|收集|精心))/u;

/**
 * Does a paragraph offer the text below to its readers (…范文,供您参考)? Weaker than {@link isFarmLead}: only for what stands
 * above the text's first paragraph.
 */
export function isOffer(line: string): boolean {
  if (line.length > 320 || line.length < 12) return false;
  const s = fold(line);
  return OFFER.test(s) && READERS.test(s) && SPECIMEN.test(s) && !SPEAKER.test(s) && !ISSUES.test(s);
}

/** A sentence with its closing marks and the space behind them. */
const SENTENCE = /[^。!?]+(?:[。!?]+["”』」)]*\s*)?/gu;
/** What a farm goes on to say behind its lead: 希望对大家有所帮助! 一起来看看吧! */
const TALK =
  /^(?:[^。]{0,16}(?:希望|欢迎|供|请)[^。]{0,20}(?:帮助|参[考阅]|借鉴|喜欢|阅读|收藏|启[发示])|.{0,12}看看(?:吧|啦|哦|呢)?[。!?~]|.{0,16}(?:范文|小编|本站|模板))/u;
/** A longer paragraph begins with its lead, if it has one. */
const MAX_GLUED = 200;

/**
 * Where the text begins that is glued behind a lead in one paragraph (下面是…小编为大家整理的…,供大家参考。参加完培训班,…); null
 * where the farm speaks to the end or does not speak at all.
 */
export function gluedFarmLead(line: string): number | null {
  const s = fold(line);
  const short = s.length <= MAX_LEAD;
  const leads = (piece: string): boolean => LEADS.some((r) => r.test(piece)) || (short && isOffer(piece));
  let led = false;
  for (const m of s.slice(0, MAX_LEAD).matchAll(SENTENCE)) {
    if (led && !leads(m[0]) && !(m[0].length <= 60 && TALK.test(m[0])))
      return s.length - m.index >= 12 && (short || m.index <= MAX_GLUED) ? m.index : null;
    led ||= leads(s.slice(0, m.index + m[0].length));
  }
  return null;
}

/** What only a farm says to its readers, of its own text: 一文, 范文, 您. */
const TO_READER = /[您你]|大家|读者|朋友|各位|一文|范文|小编|本站|写作/u;
/** 更多政策咨询,请拨打12333: where to ask an office. */
const ASK = /咨询|政策|拨打|电话|窗口|办事|办理|申报|报名|公安|人社|民政|社保|医保|中心|局/u;

/** Does a sentence of {@link TAILS} speak as an office or a speaker does? */
function isHonestEnd(s: string): boolean {
  if (/小编|范文|本站|收藏/u.test(s)) return false;
  if (/^(?:[^。，,]{0,12}[,，])?(?:如需|如果|想|需要|欲|若)?.{0,6}更多/u.test(s)) return ASK.test(s) || tellsOffice(s);
  if (/^(?:相信|希望)/u.test(s)) return !TO_READER.test(s) || /(?:经验|做法|条例|规定|办法|法》)/u.test(s);
  return isOthers(s);
}

/** Is the paragraph a content farm's sign-off (以上就是小编…的全部内容)? */
export function isFarmTail(line: string): boolean {
  if (line.length > 240 || line.length < 8) return false;
  const s = fold(line).trim();
  return (TAILS.some((r) => r.test(s)) || isShown(s)) && !isHonestEnd(s);
}

/** 以上是某某总结,希望大家喜欢. In a report the same words ask its hearers for something. */
const isShown = (s: string): boolean =>
  /^(?:以上|上面|上述)(?:内容)?(?:就|便|即)?是[^。]{0,80}希望/u.test(s) && !SPEAKER.test(s) && !isSpoken(s);

/**
 * 以上这篇总结就为大家介绍到这里,更多内容请关注…: a sign-off by its parts: what was shown, that it is over or more of it to
 * come, and the reader. Weaker than {@link isFarmTail}: only for what stands below the text.
 */
export function isSignOff(line: string): boolean {
  if (line.length > 200 || line.length < 8) return false;
  const s = fold(line);
  return (
    /以上|上述|上面|本文|这篇|这些|文章|范文|今天/u.test(s) &&
    /全部|介绍|分享|到这里|到此|结束|整理|更多|收集|就是/u.test(s) &&
    /希望|相信|大家|您|你|关注|欢迎|喜欢|帮助|收藏|访问|浏览|感谢/u.test(s) &&
    !SPEAKER.test(s) &&
    (/小编|本站|范文|收藏|更多/u.test(s) || !isSpoken(s))
  );
}

/** A sentence at the end of a paragraph, from where the one before it ends. Short ones only: a farm does not say much. */
const LAST_SENTENCE = /(?<=[。！!？?])[^。！!？?]{8,120}[。！!？?]?$/u;

/**
 * Where a farm's sign-off begins that is glued to the last paragraph (…归档。希望《某某》一文能帮您…); null where there is none.
 * The farm must speak: of its 《headline》, of 本文, of 更多范文. 希望同志们… is the end of a speech.
 */
export function gluedFarmTail(line: string): number | null {
  const from = Math.max(0, line.length - 400);
  let rest = line.slice(from).trimEnd();
  let at: number | null = null;
  for (let turn = 0; turn < 3; turn++) {
    const last = LAST_SENTENCE.exec(rest);
    if (!last || !isFarmTail(last[0])) break;
    at = from + last.index;
    rest = rest.slice(0, last.index).trimEnd();
  }
  return at;
}

/** The farm's name in its own lead (下面是某某网小编 → 某某网): it is injected into the text below as well. */
export function farmBrand(lead: string): string | null {
  return (
    /(?:是|由|请看|[,。、])(?:[\p{Script=Han}]{0,2}的)?([\p{Script=Han}]{2,6}网)(?:的)?小编/u.exec(lead)?.[1] ?? null
  );
}

const PAYWALL: readonly RegExp[] = [
  /[(（]剩余\s?\d{1,6}\s?字[)）]/gu,
  /[(（[【]\s?未完[^()（）\]】\n]{0,6}全文共?\s?\d{1,6}\s?[字页][^()（）\]】\n]{0,60}[)）\]】]/gu,
  /(?:未完[,，、 ]{0,2})?(?:本文|全文)共?\s?\d{1,6}\s?字[,，。 ]{0,2}(?:剩余|还剩|其余|当前(?:只|仅)?显示)[^。\n]{0,40}[。]?/gu,
  /(?:剩余|其余|以下|后续)(?:的)?(?:内容|部分|正文|\d{1,3}[%％](?:的?内容)?)(?![^。\n]{0,12}(?:各|全体|大家|同志|认真))[^。\n]{0,12}(?:需要?|请|须|付费|购买|登录|开通)(?![^。\n]{0,14}(?:政府|内网|门户|办公|系统|平台|公告|各))[^。\n]{0,20}(?:阅读|查看|会员|下载|全文|可见)[^。\n]{0,10}[。!！]?/gu,
  /[(（]?(?:还剩|剩余|剩下|余下)\s?\d{0,4}\s?页(?:未读|未显示)[^。\n()（）]{0,40}[)）]?/gu,
  /(?:本|该|此)(?:内容|文档|部分)需要?(?:下载|登录|付费|购买|开通)[^。\n]{0,16}(?:查看|阅读)[^。\n]{0,8}/gu,
  /(?:此处|以下|该处)(?:的|隐藏)?内容需要?[^。\n]{0,10}(?:查看|可见)|(?<!工会|协会|商会|学会|馆|读者|个人|团体)(?:VIP)?会员免费(?:查看|阅读)(?![^。\n]{0,4}(?:书|报|刊|图|资源))/gu,
  /[(（]?阅读全部[^。\n()（）]{0,16}(?:登录|付费|开通|购买)[^。\n()（）]{0,8}[)）]?/gu,
  /[(（]?请认真阅读下面的提示信息[)）]?/gu,
  /(?:试读|预览|免费阅读)(?:部分)?(?:已)?结束[^。\n]{0,40}[。!！]?/gu,
  /(?:开通|成为|升级)(?:会员|VIP)(?![^。\n]{0,20}(?:书|报刊|刊物|文献|资源))[^。\n]{0,16}(?:阅读|查看|下载)(?:全文|剩余|更多)?[^。\n]{0,12}[。!！]?/giu,
  /[(（[【](?:此处)?(?:略|省略)[,，](?:下载|付费|购买|登录)[^()（）\]】\n]{0,30}[)）\]】]/gu,
];
const PAYWALL_HINT = /此处|以下|该处|会员|未完|未读|未显示|全文|剩余|其余|试读|预览|结束|VIP|付费|登录|下载|提示信息/i;

/** Stubs of paid texts ((未完,全文共739字…), 剩余内容需登录后阅读). */
export function findPaywall(line: string): Cut[] {
  if (!PAYWALL_HINT.test(line)) return [];
  return PAYWALL.flatMap((r) =>
    [...line.matchAll(r)].map((m) => ({ start: m.index, end: m.index + m[0].length, rule: 'paywall' })),
  );
}

const FARM_NAME = String.raw`[\p{Script=Han}]{1,6}(?:课件|课件网|范文网?|文库|文档网?|论文网|文秘网?|公文网?|作文网|阅读网|资源网|资料网|下载网|学习网|文章网)`;
const INJECTED: readonly RegExp[] = [
  // What libraries of documents print over their pages.
  /精[选品](?:优质)?文档[-—]{1,12}倾情为[你您]奉上 ?|专心[-—]{2,8}专注[-—]{2,8}专业/gu,
  // 本文来自某某论坛 原帖地址 thread-1-1.html
  /(?:本文|此文|文章)(?:来自|来源于?|转自|出自|转载自)[ :]?[\p{Script=Han}]{2,14}(?:论坛|社区|网|BBS)[ ,]{0,2}(?:原帖|原文|全文)?(?:地址|网址|链接|出处)[ :]{0,2}[\w./:?=&-]{6,80}/giu,
  // A farm's name or address in brackets of its own.
  new RegExp(
    String.raw`[([【〔](?:本文|本篇|此文|文章|资料|更多)?(?:来自|来源于?|来源[:]|摘自|转载自|转自|由|出自)?[ :]{0,2}(?:${FARM_NAME})(?:[ ,:-]{0,3}(?:https?:\/\/)?(?:www\.)[\w.\/-]{3,60})?(?:整理|收集|提供|发布|原创)?[)\]】〕]`,
    'gu',
  ),
  /(?<!(?:网址|网站|登录|登陆|访问|进入|打开|官网|平台|系统|报名|查询|下载)[^。\n]{0,16})[([【〔](?!网址|网站|官网|报名)[^()[\]【】〔〕。\n]{0,20}(?:https?:\/\/|www\.)(?![\w.-]{0,40}\.(?:gov|edu)\b)[\w./?=&-]{4,80}[^()[\]【】〔〕。\n]{0,12}[)\]】〕](?!报名|登录|查询|下载|注册)/gu,
  /[【[〔][\p{Script=Han}]{2,6}(?:娱乐|娱乐城|彩票|棋牌|博彩|网投|真人)[】\]〕]/gu,
  // An address glued between two Chinese characters, with nothing that leads to it (网址, 登录, 访问 …).
  /(?<=\p{Script=Han}|[,。;、:])(?<!(?:网址|网站|登录|登陆|访问|地址|进入|打开|点击|官网|平台|链接|邮箱|在|是|为|到|至|的)[^\w\p{Script=Han}]{0,3})(?:https?:\/\/)?www\.(?![\w.-]{0,40}\.(?:gov|edu)\b)[\w-]{2,30}(?:\.[a-z]{2,4}){1,2}(?=\p{Script=Han}|[,。;、])/giu,
];
/** Tokens of one or two ASCII characters, as forums paint them between paragraphs in the page's own colour (Discuz's 防复制). */
const JUNK =
  /(?<=^|^ |[\p{Script=Han}。，,；;：:！!？?、”）)])(?![,;:!?)])（?(?:[!-~]{1,3} {1,2}){3,40}[!-~]{1,3}(?=$|[\p{Script=Han}“])/gu;
/** `X7` `%u` `h:`: a letter or digit with a symbol; two of them in a run make junk. x = a + b has none. */
const MIXED = /(?:^| )(?:[\w][@#$^&*~`|\\{}[\]<>_+="'?%!;:-]|[@#$^&*~`|\\{}[\]<>_+="'?%!;:-][\w])(?= |$)/g;

/** One or two longer tokens of that kind behind the last sentence of a paragraph. */
const JUNK_END = /(?<=[。！？!?”」』）)])\s{0,2}[!-~]{2,40}(?: {1,2}[!-~]{1,40}){0,3}$/u;
/** From a letter or digit to a symbol that no prose joins to it, or back. */
const TURNS = /[\w][@#$^&*~`|\\{}<>_+=%;?!](?=[\w])|[@#$^&*~`|\\{}<>+=%;?!][\w]/g;

/** P8ef%k6 e~Tdg&: letters and symbols by turns, no address and no formula. */
const isScrambled = (s: string): boolean =>
  !/https?:|www\.|\.(?:com|cn|net|org|gov)\b|[\w.]@[\w-]+\.|^\s*[([]/.test(s) &&
  (s.match(TURNS)?.length ?? 0) >= 2 &&
  /[A-Za-z]/.test(s) &&
  /\d/.test(s) &&
  new Set(s.match(/[@#$^&*~`|\\{}<>%;?!]/g)).size >= 2;

/** Enough tokens that mix letters, figures and symbols. */
export function isJunk(s: string): boolean {
  const tokens = s.trim().split(/ +/);
  const odd = tokens.filter((t) => /\w/.test(t) && /[^\w]/.test(t)).length;
  if (tokens.length >= 5 && odd >= 4 && /[@#$^&*~`|\\{}[\]<>_?]/.test(s)) return true;
  return (s.match(MIXED)?.length ?? 0) >= 2 && /[@#$^&*~`|\\{}[\]<>_]/.test(s);
}

/** A line of nothing but short tokens: junk, where others on the page surely are. */
const TOKENS = /^[!-~]{1,3}(?: {1,2}[!-~]{1,3}){3,40}$/;

/** Lines of a page that are junk through and through, the weaker ones by the company of a sure one. */
export function junkLines(lines: readonly string[]): Set<number> {
  const like = lines.flatMap((s, i) => (TOKENS.test(s) && /[A-Za-z]/.test(s) && /[^A-Za-z ]/.test(s) ? [i] : []));
  return new Set(like.length > 1 && like.some((i) => isJunk(lines[i]!)) ? like : []);
}

/** Names, addresses and painted-over junk that a site put into the sentences themselves. Honest addresses (网址:…, gov.cn) stay. */
export function findInjected(line: string, brand: string | null = null): Cut[] {
  const s = fold(line);
  const cuts: Cut[] = [];
  if (
    /www\.|http|地址|网址|链接|娱乐|彩票|棋牌|博彩|网投|真人|课件|范文|文库|文档|论文网|文秘|专注|公文|作文网|阅读网|资[源料]网|下载网|学习网|文章网/i.test(
      s,
    )
  )
    for (const r of INJECTED)
      for (const m of s.matchAll(r)) cuts.push({ start: m.index, end: m.index + m[0].length, rule: 'injected' });
  for (const m of line.matchAll(JUNK))
    if (isJunk(m[0])) cuts.push({ start: m.index, end: m.index + m[0].length, rule: 'junk' });
  const end = /[!-~]$/.test(line) ? JUNK_END.exec(line.slice(-120)) : null;
  if (end && isScrambled(end[0])) cuts.push({ start: line.length - end[0].length, end: line.length, rule: 'junk' });
  if (brand)
    for (let at = s.indexOf(brand); at >= 0; at = s.indexOf(brand, at + brand.length)) {
      // 由某某网承办 speaks of the site.
      if (!/[由在与和对向是]$/.test(s.slice(Math.max(0, at - 1), at)))
        cuts.push({ start: at, end: at + brand.length, rule: 'injected' });
    }
  return disjoint(cuts);
}

/** Sorted, without those that begin inside another. */
export function disjoint(cuts: Cut[]): Cut[] {
  cuts.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Cut[] = [];
  for (const c of cuts) if (!out.length || c.start >= out.at(-1)!.end) out.push(c);
  return out;
}

const BET =
  /博彩|娱乐城|时时彩|六合彩|老虎机|百家乐|真人荷官|葡京|体育投注|赌场|彩票平台|彩票网|投注网|棋牌(?:游戏|平台|官网)|捕鱼游戏|北京赛车|威尼斯人|(?:太阳城|金沙)(?=娱乐|集团|赌|国际|体育|注册|开户|网址|app|官网|官方|现金|线上|游戏|手机|\d)|皇冠(?:体育|足球|网)|博天堂|亚博|必赢|万博|大发(?:快三|彩)|幸运飞艇|澳门(?:新?葡|金沙|银河|威)|私服|传奇(?:sf|世界sf)|sf发布|开服网|发布网|外挂|代开发票|春药|壮阳|一夜情/gu;
/** Words that films have as well: they lure, and are no sign of their own. */
const ADULT =
  /国产(?:日韩|欧美|av)|日韩(?:欧美|av|精品)|欧美(?:日韩|一区|视频)|久久(?:久|av|精品)|少妇|熟女|波多野结衣|一区二区|成人(?:视频|电影|小说|网站|影院)|无码|有码|一本道|激情(?:视频|小说|影院)|自拍偷拍|偷拍自拍|国产精品|人妻|黄片|裸聊|约炮|av(?:在线|视频|女优)|亚洲(?:欧美|日韩|精品)/giu;
/** ▲广告:…▲, 【广告】… */
const PLACED = /^(?:[▲△▼★☆●■◆▶]\s?广告\s?:|[【[(]广告[】\])])/u;
const LURE =
  /官网|官方网站|下载|app|注册|开户|登录|登陆|平台|送彩金|充值|手机版|客户端|网址|首存|代理|在线|免费|直播|中文字幕|com\b/gi;

/**
 * Is the line a hijacked block: titles of gambling or adult sites? Short, no sentence, with two such words or one and a lure.
 * 严厉打击网络赌博, 取缔非法彩票平台 are sentences of policy and have neither.
 */
export function isSpam(line: string): boolean {
  if (line.length > 200) return false;
  const s = fold(line).trim();
  if (s.length <= 80 && PLACED.test(s)) return true;
  if (/[。;]/.test(s) || /打击|严禁|查处|取缔|整治|禁止|防范|治理|警惕|违法|犯罪|举报/.test(s)) return false;
  const words = new Set([...s.matchAll(BET), ...s.matchAll(ADULT)].map((m) => m[0].toLowerCase()));
  return words.size >= 2 || (words.size === 1 && (s.match(LURE)?.length ?? 0) >= 2);
}

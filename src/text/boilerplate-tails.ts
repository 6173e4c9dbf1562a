import { parseByline } from './boilerplate-bylines.ts';
import { type FieldLine, type FoundMeta, parseFields } from './boilerplate-fields.ts';
import { fold } from './boilerplate-fold.ts';
import { isOthers, isTask, tellsOfFields, tellsOffice } from './boilerplate-honest.ts';
import { isCounter, isLabelledList, isListLabel, isNeighbour, isSiteStatement } from './boilerplate-page-talk.ts';
import { widgetKind } from './boilerplate-widgets.ts';
import { findDates } from './dates.ts';

const HARD =
  /^【(?:刊名|年\(卷\),? ?期|被引频次|下载频次|分类号|出版年份)】|版权所有|powered by|designed by|theme by|^备案号|支持 ?ipv6|网站声明$|隐私(?:声明|保护|政策)$|copyright|©|all rights reserved|ICP[备证].{0,8}\d|公网安备|公安备案.{0,8}\d|网安备.{0,8}\d|网站标识码.{0,4}\d|网站地图|(?:技术支持|网站维护|网站建设|网站制作|网站设计)(?:单位|方|商|与维护)?\s?[:：|]|(?:公司|中心|网络|科技|传媒|局|办)\s?(?:提供)?(?:技术支持|网站维护|网站建设)$|(?:技术支持|网站维护|网站建设) \S|^(?:本站|本网站|为.{2,12}[,，])?(?:最佳(?:浏览|分辨率)|(?:推荐|建议)(?:您)?使用.{0,20}(?:浏览器|分辨率))|网络经营许可|信息网络传播视听|政府网站找错|违法和不良信息|经营许可证编号|京公网|统计代码|访问统计|(?:你|您)是(?:本站)?第.{0,12}位访(?:问者|客)|网络视听许可|新闻信息服务许可|违法.{0,8}举报(?:(?:电话|邮箱)\s?[:：(]|(?:电话|邮箱)?\s?\d|专区)|有害信息举报|国内统一(?:连续出版物)?刊号|邮发代号|^(?:.{2,16} )?(?:https?:\/\/|www\.)[\w./?=&%#~-]+(?: {1,9}\d{1,3}\/\d{1,3})?$/i;
/** 技术支持, ICP备案: a word of a footer alone on its line. It may be a heading, so that it needs the company of others. */
const LONE = /^(?:技术支持|网站维护|网站建设|ICP备案|公安备案|网站标识码)$/u;
/** 主办:, 承办: with the site's owner. Honest as an item of a plan (主办单位:…), so only at the very end of a page. */
const OWNER =
  /^(?:主办|主办单位|承办|承办单位|主管|主管单位|协办|运行维护|维护单位)\s?:|^[\p{Script=Han}]{6,24} (?:主办|承办|主办承办|制作维护)$/u;
const CONTACT =
  /^(?:地址|联系地址|单位地址|通讯地址|通信地址|联系电话|电话|办公电话|咨询电话|值班电话|传真|邮编|邮政编码|联系人|e-?mail|邮箱|电子邮箱|电子邮件|qq|微信|监督电话|举报电话|举报邮箱|客服|客服电话|客服热线|(?:网站)?客服qq|服务热线|广告热线|新闻热线|爆料热线|热线|合作qq|qq群|微信号|微信公众号|公众号|官方微信|官方微博|法律顾问|编辑部|总机|网址|网站地址)\s?:/iu;
const SUBMIT = /^(?:投稿|征稿|供稿)(?:邮箱|信箱|热线|电话|qq|地址|须知|指南)\s?[:：]?/iu;
const COPYRIGHT = /^[[【(]?(?:版权(?:声明(?!制度|书)|说明|与免责声明|申明)|免责声明(?!书)|侵权声明|网站声明(?!书))/u;
/** 特别声明:…, 声明:本协议一式三份: contracts and notices declare, too; a site declares something of its pages, or has the word alone. */
const DECLARED = /^[[【(]?(?:免责条款|特别声明|郑重声明|法律声明|声明(?=\s?:))[\])】]?\s?:?/u;
const OF_PAGES =
  /本站|本网(?!络)|本平台|本文|本刊|本报|本公众号|网络|网站|网友|用户|转载|版权|著作权|侵权|侵犯|不代表|原创|自媒体|上传|仅供|个人观点|立场|删除|文库|文档|内容/u;
/** The site speaks of itself. A law that says 未经著作权人许可不得转载, or 涉嫌侵权的依法处理, does not. */
const COPYRIGHT_INSIDE =
  /^[^。]{0,16}(?:系|为)?[^。]{0,10}转载[^。]{0,6}[,，]?版权归[^谁。]{0,12}所有|^版权归(?:原)?作者|^(?:仅|只)?(?:代表)?个人观点|^本文已被收录|^本文已?经?[^。]{0,6}授权[^。]{0,4}(?:转载|发布|刊发)$|^(?:此|本|该)文档[^。]{0,8}(?:收益|版权|所有权)归[^。]{0,8}所有[。!]?$|仅提供信息存储空间|本文档内容版权归属|不允许二次传播|(?:如有|如果|如若|如涉及|如存在|若有?|凡|倘若|如发现)[^。]{0,20}(?:侵权|侵犯|版权问题|版权|不适当内容)[^。]{0,40}(?:联系|告知|通知|来信|来电|邮件|邮箱)|不代表(?:本站|本网|本平台|本刊|[\p{Script=Han}]{2,8}网)|(?:文章|观点)[^。]{0,12}(?:仅|只)代表(?:作者)?本人|(?:本站|本网站?)[^。]{0,24}(?:互联网|网络|转载|网友|用户)[^。]{0,20}(?:版权|侵权|著作权)|转载(?:请|时请|须|必须)(?:务必)?(?:注明|标明|保留|附上)|(?:资源|文档|资料|内容|作品|文章|文件)[^。]{0,6}(?:均|都)?(?:由|来自|来源于|系)[^。]{0,8}(?:用户|网友|会员|网络|互联网)[^。]{0,24}(?:仅供|侵权|删除|如有|不代表)|^(?:温馨|友情|特别|重要)提示\s?:.{0,20}本(?:站|网|平台|文档)|未经(?:本网|本站|本报|本刊|本公司|书面)[^。]{0,14}(?:许可|授权|允许|同意)|未经(?:许可|授权|允许)[,，]?(?:不得|禁止|严禁|请勿)转载/u;
/** 未经书面同意: of a site only where it goes on with what may be done to its texts. Contracts have other things not to be done. */
const WITHOUT_LEAVE = /未经(?:本网|本站|本报|本刊|本公司|书面)/u;
const USES = /转[载帖发]|复制|摘[编录抄]|镜像|链接|下载|传播|刊[登载]|引用|改编|抄袭|盗[用版链]|使用|采用/u;
const RELATED =
  /^[[【(]?(?:相关(?:附件|标签|阅读|文章|链接|新闻|推荐|信息|报道|内容|资讯|专题|热词|搜索|资料|下载)|推荐(?:阅读|访问|文章|新闻|内容|专题)|延伸阅读|扩展阅读|猜[你您](?:喜欢|感兴趣)|(?:TAG ?)?标签\s?:|(?:TAG|[Tt]ag)[Ss]?\s?[:：]|文章标签|本文标签|全部评论|最新评论|热门评论|精彩评论|用户评论|热门(?:标签|专题|内容|资讯|范文|文档|文章|推荐|阅读|新闻|排行|搜索|点击)|精彩推荐|精彩(?:阅读|内容)|最新(?:文章|更新|资讯|推荐|发布)|往期(?:回顾|推荐|精选)|更多(?:报道|新闻|资讯|文章|精彩|相关|阅读|内容|推荐)|(?:阅读)?(?:上|下)一?[篇条页](?:文章|新闻)?\s?(?:[:>]|$)|(?:上|下)一?[篇条]\s|为您推荐|大家都在看|大家正在看|热点(?:推荐|文章|排行)|(?:点击|阅读|周|月|总|浏览)排行|友情链接|网友(?:评论|留言)|发表评论|我要评论|我有话说|查看更多|返回.{0,6}(?:首页|列表|目录)|本类(?:推荐|固顶|热门)|同类文章|看过.{0,8}还|栏目(?:导航|列表))/u;
const SHARE =
  /^[[【(]?(?:微信搜(?:一搜|索)|(?:打开|下载|安装|进入)[^。]{2,14}(?:APP|客户端|小程序)|分享(?:到|至|给|按钮)?(?:[:\s\]】]|$)|分享(?:到|至)(?:好友|朋友|微信|微博|QQ)|分享到.{0,30}$|(?:请?用)?(?:手机|微信|浏览器|支付宝|QQ)?扫[一描]扫|扫码|微信扫|长按.{0,8}二维码|.{0,12}(?:扫描|扫一扫).{0,12}二维码|一键分享|用微信|关注.{0,16}(?:公众号|微信号)|我要(?:纠错|分享|收藏)|纠错|举报$|打赏|点赞)/u;
/** 本公文共1个附件,点击附件名称下载 */
const FETCH = /^(?!.*(?:登录|系统|平台)).{0,16}点击.{0,8}(?:下载|查看|预览|浏览)[。.]?$/u;
/** 任务分解表.doc(46 KB, 下载:3), 检查表.xls: a file to fetch. 附件:1.某某表.doc names a part of the document and is told by its label. */
const FETCH_FILE =
  /^(?:(?:点击|立即|免费|本地|高速|附件|文档|全文|原文){0,2}下载(?:文档|附件|全文|原文|地址|链接)?|附件列表|相关附件) ?[:：] ?.{2,50}\.(?:pdf|docx?|wps|pptx?|xlsx?|zip|rar)(?![a-z]).{0,24}$/iu;
/** 抄送:某某局, 某某办公室 2023年2月20日印发, (共印45份): the imprint at the foot of a document. */
const IMPRINT =
  /^(?:抄送|抄报|主送|分送|报送|印送|发送|报|送|发)(?:单位|机关)?: ?[^。]{2,200}。?$|^[\p{Script=Han}()“” ]{3,40}\d{4}年\d{1,2}月\d{1,2}日 ?(?:印发|印制|翻印)$|^[(]?(?:共印|印数|印发|打印)[:]? ?\d{1,6} ?份[)]?$|^(?:信息公开(?:选项|方式|属性)|公开属性|公开方式|主动公开): ?.{2,12}$/u;
const FILE =
  /^(?!附(?:件|表)|\d{1,2}[.、 ]).{0,50}\.(?:pdf|docx?|wps|et|pptx?|xlsx?|zip|rar)(?:\]|】)?(?: ?\(.{0,24}\)| {1,2}[\d.]{1,8} ?[KM]B?.{0,16})?$/iu;
/** 相关资料显示,… is a sentence; a label stands alone or before a colon. */
const RELATED_LABEL = /^[[【(]?[\p{Script=Han}]{2,8}\s?(?:[:\]】)>|]|$)/u;
const END_MARK = /^[[【(〔—–-]{0,4}\s?(?:完|全文完|本文完|the end|end)\s?[\]】)〕—–-]{0,4}$/i;
/** (作者系某某局局长), (根据录音整理,未经本人审阅): who wrote and how the text came about, in brackets on a line of its own. */
const SIGNED =
  /^[(【[](?:(?:本文)?作者(?:系|为|单位|简介)|本文由[^()]{2,20}(?:整理|供稿|撰写|提供)|本文(?:原载|原刊|刊于|刊载|刊登|刊发|发表|首发|选自|系根据|根据|摘自|转自)|原载|摘自|转自|载于|刊于|据《|(?:本文)?(?:根据|据|依据)[^()]{0,12}录音|未经(?:本人|讲话人|作者)审|(?:标题|题目)(?:为|系|由)?编者|.{0,16}标题为编者)[^()]{0,60}[)】\]]$/u;
const DATED_SOURCE = /^[《(][^《》()]{2,20}[》)]\s?[(]?.{0,4}\d{4}[年.-].{4,24}$/u;

export type TailKind = 'tail' | 'footer' | 'owner' | 'contact' | 'copyright' | 'related' | 'share';

interface TailLine {
  kind: TailKind;
  meta: FoundMeta;
}

const TAIL_ROLES = new Set(['editor', 'staff', 'origin', 'author', 'org']);

function tailFields(found: FieldLine | null): boolean {
  return found !== null && found.prefix === '' && found.fields.every((f) => TAIL_ROLES.has(f.role));
}

/**
 * What kind of tail a line is: `tail` who edited and where from; `footer`, `owner`, `contact` the site's own; `copyright`;
 * `related` the links that follow an article; `share`. `contact` and `owner` are honest in the body of a notice: the caller
 * must know where the line stands.
 */
export function classifyTail(line: string): TailLine | null {
  if (line.length > 700) return null;
  const whole = fold(line).trim();
  // - 投稿邮箱:…: pages that lists were made of.
  const s = whole.replace(/^- (?:\d{1,2}、)?/u, '');
  if (s !== whole && isSiteStatement(s)) return { kind: 'copyright', meta: {} };
  if (END_MARK.test(s)) return { kind: 'tail', meta: {} };
  if (statesRights(s) && !beginsWithText(s)) return { kind: 'copyright', meta: {} };
  if (s.length > 320) return RELATED.test(s) && RELATED_LABEL.test(s) ? { kind: 'related', meta: {} } : null;
  const widget = isCounter(s) ? 'footer' : widgetKind(s);
  if (widget) return { kind: widget, meta: {} };
  if (isListLabel(s) || isLabelledList(s) || isNeighbour(s)) return { kind: 'related', meta: {} };
  if (HARD.test(s) && !/[。]/.test(s) && !isTask(s) && !tellsOfFields(s)) return { kind: 'footer', meta: ownerOf(s) };
  if (LONE.test(s)) return { kind: 'owner', meta: {} };
  if (OWNER.test(s) && !/。/.test(s)) return { kind: 'owner', meta: ownerOf(s) };
  if (IMPRINT.test(s)) return { kind: 'tail', meta: printed(s) };
  if (s.length <= 90 && FETCH_FILE.test(s)) return { kind: 'related', meta: {} };
  if ((s.length <= 80 && FILE.test(s) && !s.includes('。')) || (s.length <= 24 && FETCH.test(s)))
    return { kind: 'related', meta: {} };
  if (SUBMIT.test(s) && s.length <= 80) return { kind: 'contact', meta: {} };
  // 更多内容见附件
  if (/见附[件表录]$/u.test(s)) return null;
  // 标签:水渠;管护 责任编辑:某某
  const edited = RELATED.test(s) && /责任?编/u.test(s) ? parseFields(s) : null;
  if (edited?.meta.editor && edited.prefix === '') return { kind: 'tail', meta: { editor: edited.meta.editor } };
  if (RELATED.test(s) && (RELATED_LABEL.test(s) || (s.length <= 60 && !/[。,;]/.test(s))))
    return { kind: 'related', meta: {} };
  if (SHARE.test(s) && s.length <= 60 && !/。|;$/.test(s)) return { kind: 'share', meta: {} };
  if (CONTACT.test(s) && s.length <= 120 && !/。./u.test(s)) return { kind: 'contact', meta: {} };
  // (完)(责任编辑:某某) on a line of its own
  const closing = s.length <= 90 && /^[(（【[]/.test(s) ? inlineTail(s) : null;
  if (closing?.start === 0 && closing.rule === 'tail') return { kind: 'tail', meta: closing.meta };
  const found = parseFields(s.replace(/^[[(【〔]\s?([^\]]*?)\s?[\])】〕]$/u, '$1'));
  if (s.length <= 160 && /^(?:作者|本文作者)(?:简介|介绍)\s?:/u.test(s)) return { kind: 'tail', meta: {} };
  if (SIGNED.test(s)) return { kind: 'tail', meta: innerMeta(s.slice(1, -1)) };
  // 2021-03-08 09:15 来源:某某 作者:某某 stands under a headline.
  if (tailFields(found) && !tellsOfFields(s) && !/^[[(【]?(?:19|20)\d{2}[-年/.]/u.test(s))
    return { kind: 'tail', meta: found!.meta };
  if (DATED_SOURCE.test(s) && s.length <= 48)
    return { kind: 'tail', meta: { origin: s.replace(/^(《[^《》]*》).*$/u, '$1') } };
  return null;
}

/** Does a site say whose the text is and what may be done with it? */
function statesRights(s: string): boolean {
  if (COPYRIGHT.test(s)) return true;
  const declared = DECLARED.exec(s);
  if (declared) return declared[0].length === s.length || (OF_PAGES.test(s) && !isOthers(s));
  return (
    s.length <= 400 &&
    COPYRIGHT_INSIDE.test(s) &&
    !/^[一二三四五六七八九十]、|^第.{1,4}条/u.test(s) &&
    !isOthers(s) &&
    !tellsOffice(s) &&
    (!WITHOUT_LEAVE.test(s) || USES.test(s))
  );
}

/** Words by which a first sentence may belong to a site's statement all the same. */
const OF_STATEMENT = /凡|请|如|编辑|小编|提示|来源|作者|作品|图片|素材|原文|文[章字]|发布|授权|许可|同意/u;

/** …地头。未经许可不得转载: a sentence of the text in front, which knows of no page, no rights and no reader. */
function beginsWithText(s: string): boolean {
  const [first] = /^[^。!?]{8,}[。!?](?=.)/u.exec(s) ?? [];
  return first !== undefined && !OF_PAGES.test(first) && !OF_STATEMENT.test(first) && !statesRights(first);
}

/** 某某办公室 2023年2月20日印发 */
function printed(s: string): FoundMeta {
  const [date] = findDates(s);
  return date && /印[发制]$/u.test(s) ? { published: date.iso } : {};
}

function ownerOf(s: string): FoundMeta {
  const owner = /(?:主办|主办单位|版权所有|主管|主管单位)\s?:\s?([\p{Script=Han}()“”]{4,40})/u.exec(s)?.[1];
  return owner ? { publisher: owner.replace(/版权所有.*$/, '') } : {};
}

export interface InlineTail {
  /** Where the tail begins in the line; it reaches to the line's end. */
  start: number;
  meta: FoundMeta;
  rule: 'tail' | 'byline';
}

/** How far from a paragraph's end its tail is looked for. */
const REACH = 160;
const BRACKETED = /\s?[([【〔]\s?([^()[\]【】〔〕]{1,90})\s?[)\]】〕]\s*$/u;
const PLAIN =
  /(?<=[。!?”"』」)])\s{0,4}((?:来源|文章来源|稿件来源|责任编辑|责编|编辑|供稿|撰稿|作者) ?[:/] ?[^。!?;]{1,50})$/u;
/** What a bracket at a paragraph's end must begin with to be a tail: (略), (1分), (试行) stay. */
const INNER =
  /^(?:(?:完|全文完|本文完)(?!\p{Script=Han})|(?:责任|实习|见习|网络|值班|文字|本文)?编辑(?!部)|责编|作者(?:单位|系|为|:|\/|简介)?|本文作者|来源|原载|原文载|摘自|转自|转载自|选自|本文(?:来源|来自|原载|刊|发表|系)|载(?:于|自)?《|据《|(?:本报|本网|特约|见习)?(?:记者|通讯员)|供稿|撰稿|文 ?[/:]|图 ?\/|文图|图文|摄影|执笔|撰写人|审核|校对|监制|签发|未经.{0,8}转载)/u;

/** (审核意见须加盖公章), (转载自外单位的不计分): an order's remark, not who made the text. */
const REMARK = /须|应[当于在]|不(?:得|予|计|超|少|低)|必须|时限|计分|[加扣]\d|以[上下内]|另行|均|方可/u;

/** 王某/文 李某/图 */
const CREDIT = /(?<!\p{Script=Han})(\p{Script=Han}{2,4}) ?\/ ?(文|图|摄)/gu;

/** The tail at the end of a paragraph: `…。(完)(责任编辑: 某某)`, `…。(作者单位:某某)`, `…。来源:某报`; null where there is none. */
export function inlineTail(line: string): InlineTail | null {
  const from = Math.max(0, line.length - REACH);
  let s = fold(line.slice(from)).trimEnd();
  const whole = s;
  let meta: FoundMeta = {};
  let rule: InlineTail['rule'] = 'byline';
  for (let turn = 0; turn < 5; turn++) {
    const found = oneTail(s);
    if (!found) break;
    meta = { ...found.meta, ...meta };
    if (found.rule === 'tail') rule = 'tail';
    s = s.slice(0, found.start).trimEnd();
  }
  return s.length < whole.length ? { start: from + s.length, meta, rule } : null;
}

function oneTail(s: string): InlineTail | null {
  const bracket = BRACKETED.exec(s);
  if (bracket) {
    const inner = bracket[1]!.trim();
    const afterSentence = /[。!?”"』」…)\]】]$/u.test(s.slice(0, bracket.index));
    if (
      INNER.test(inner) &&
      !(REMARK.test(inner) && !inner.startsWith('未经')) &&
      (afterSentence || /^(?:完|全文完|责任编辑|责编)/u.test(inner))
    ) {
      const fields = parseFields(inner);
      return {
        start: bracket.index,
        meta: fields?.meta ?? innerMeta(inner),
        rule: /^(?:作者|本文作者|(?:本报|本网)?记者|通讯员|文)/u.test(inner) ? 'byline' : 'tail',
      };
    }
    // (宣传科 王某/文 李某/图): who wrote and who took the pictures.
    const credits = afterSentence ? [...inner.matchAll(CREDIT)] : [];
    if (credits.length) {
      const author = credits.filter((m) => m[2] === '文').map((m) => m[1]!);
      return { start: bracket.index, meta: author.length ? { author } : {}, rule: 'byline' };
    }
    // (王某某) after the last sentence signs the article.
    const by = afterSentence && bracket[0].trim().startsWith('(') && inner.length <= 20 ? parseByline(inner) : null;
    if (by && by.form !== 'org')
      return { start: bracket.index, meta: { author: by.author, ...(by.org ? { org: by.org } : {}) }, rule: 'byline' };
    return null;
  }
  const plain = PLAIN.exec(s);
  const fields = plain && !tellsOfFields(plain[1]!) && parseFields(plain[1]!);
  return fields ? { start: plain.index, meta: fields.meta, rule: 'tail' } : null;
}

function innerMeta(inner: string): FoundMeta {
  const org = /^(?:作者|本文作者)(?:单位|系|为)\s?:?\s?(.{3,50})$/u.exec(inner)?.[1];
  if (org) {
    const by = parseByline(org);
    return { org: by?.org ?? org.replace(/[^\p{L}\p{N}]+$/u, ''), ...(by?.author.length ? { author: by.author } : {}) };
  }
  const who = /^(?:本报|本网|特约|见习)?(?:记者|通讯员)\s?(.{2,40})$/u.exec(inner)?.[1];
  const author = who ? parseByline(who.replace(/(?:记者|通讯员)/g, ' '))?.author : undefined;
  if (author?.length) return { author };
  const origin =
    /^(?:摘自|转自|转载自|选自|原载|原文载|载于?|据|本文来源|本文来自|本文原载于?)\s?:?\s?(.{2,40})$/u.exec(inner)?.[1];
  return origin ? { origin } : {};
}

/**
 * Lines that belong to what is built into a page (players, previews of libraries, comments, notices of cookies) rather than to
 * its text. Each is told whole: the same words inside a sentence of the text are none.
 */

/** 亲,该文档总共5页,…; 已阅读到文档的结尾了; 阅读剩余 60% */
const PREVIEW =
  /^(?:(?:展开|阅读|查看)(?:剩余|其余|余下)(?:内容|部分|全文)? ?\d{0,3}%?|(?:点击)?展开(?:阅读)?全文 ?[^\p{Script=Han}\d。]{0,3}|亲[,~!][^。]{0,60}(?:预览|下载|文档)[^。]{0,24}|已?(?:阅读)?到(?:文档|本文|文章)的?(?:结尾|末尾)(?:了|啦)?|[^,。]{0,6}预览(?:已|到此)结束[^。]{0,30})[!。]?$/u;
/** 下载本文档需要登录,并付出相应积分 */
const FETCHING =
  /^(?:全文(?:阅读|预览)已结束,)?(?:如果|如需|若需?|想)?(?:您)?(?:要)?下载(?:本|此|该)(?:文档|文章|资料|资源|文)[^。;]{0,24}(?:积分|登录|金币|会员|VIP|点数|下载券|财富值|元)[^。;]{0,10}[!。]?$/iu;
/** 暂无评论,快来抢沙发吧; 请文明上网,理性发言. Not 文明上网,不造谣、不传谣: a pledge. */
const COMMENTING =
  /^(?:(?:暂无|还没有|暂时没有|没有任何)(?:相关|任何|人)?(?:评论|留言|回复|跟帖|发言)(?:[,!。 ].{0,20})?|.{0,16}(?:抢沙发|抢首评|说点什么吧).{0,6}|(?:(?:(?:发表|我要|网友|参与)?(?:评论|留言|跟帖|发言)[:, ]{0,3})(?:请)?(?:您)?|请(?:您)?)(?:自觉遵守[^。]{0,20},)?文明上网[^。]{0,50}|文明上网[^。]{0,30}(?:评论|跟帖|留言|登录|服务协议)[^。]{0,20})[!。~]?$/u;
/** 本站使用Cookie来提升您的体验,继续浏览即表示您同意 */
const COOKIES = /^(?=.*cookies?)(?=.*(?:本(?:网)?站|本网页|我们|您|你).*)(?=.*(?:体验|同意|接受|继续浏览|拒绝|隐私))/iu;
/** 投资有风险,理财需谨慎; 客服热线:96588 金融许可证:…: what a bank or a shop writes under each of its pages. */
const TRADE =
  /^(?:投资|股市|理财|基金|市场)有风险,(?:投资|入市|理财|交易|购买)(?:者)?[需须]谨慎[!。]?$|^(?:客服|服务|咨询|投诉)(?:热线|电话) ?:.{4,40}(?:金融|经营|营业)许可证(?:号|编号)? ?:/u;
/** 您访问的链接即将离开“某某门户网站”,是否继续? */
const LEAVING = /^(?:您|你)(?:访问|点击|打开)的(?:链接|网址|网页)即将离开/u;
/** (本文共计 2310 字,阅读需 6 分钟), #水渠 #管护, 还没有人打赏: what a reader's app adds. */
const READER =
  /^[([【]?(?:本文|全文)?(?:共计?|约) ?\d{2,6} ?字[^。]{0,4}(?:预计)?(?:阅读|读完)[^。]{0,4}\d{1,3} ?分钟[)\]】]?$|^#[\p{Script=Han}A-Za-z0-9]{2,12}#?(?:[ ,、]{1,3}#[\p{Script=Han}A-Za-z0-9]{2,12}#?){1,9}$|^(?:(?:还|暂)?(?:没有|无)人|给作者|为作者|我要|立即|赞赏)打赏(?:作者)?(?:[,!。 ].{0,12})?$/u;
/** 图为某某讲课。张某 摄: what stands below a picture, with who took it. Without that it may be the text of a show of pictures. */
const CAPTION =
  /^[▲△↑▼]? ?(?:(?:上|下|左|右)?图(?:为|:)|[▲△↑])[^。;]{2,80}[。,]? ?(?:[(]?[\p{Script=Han}·]{2,10} ?(?:摄|供图|\/摄)[)]?|[(](?:摄影|图片来源|资料图|图源|图片由)[^()]{0,20}[)])$/u;
const LONGEST = 160;
/** Most lines have none of these: the patterns are not tried on them. */
const HINT =
  /cookie|评论|留言|跟帖|发言|回复|沙发|首评|上网|下载|预览|结尾|末尾|剩余|其余|余下|展开|摄|图|风险|许可证|打赏|分钟|#|即将离开/i;

/** What kind of line of the page's own it is: `related` stands where comments and links begin, `footer` anywhere; null for none. */
export function widgetKind(s: string): 'related' | 'footer' | null {
  if (s.length > LONGEST || !HINT.test(s)) return null;
  if (s.length <= 60 && (COMMENTING.test(s) || READER.test(s))) return 'related';
  if ((s.length <= 100 && (PREVIEW.test(s) || FETCHING.test(s))) || TRADE.test(s) || LEAVING.test(s) || CAPTION.test(s))
    return 'footer';
  return COOKIES.test(s) ? 'footer' : null;
}

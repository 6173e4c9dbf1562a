/**
 * Sentences that begin with a word of chrome: 扫码办证率达到九成, 分享到组里的办法共有7条. What tells them is what stands behind the
 * word: something is said of it, in numbers or for all of it. A button, a label and a counter only name.
 */

/** What comes about, with how much of it. A counter (阅读 312人次) has no such verb. */
const AMOUNTS =
  /(?:达到|[超越]过|突破|占到?|只有|仅有|共有|(?<=\p{Script=Han})共计?|设有|建有|增加|新增|增[至到长]|减少|减[至到]|提高|提升|上升|下降|降[低至到]|缩短|压缩|精简|扩大|扩展|发展|覆盖|惠及|涉及|涵盖|保持在|稳定在|走进|深入|建成|建起|完成|办结|解决|更正|整改|收到|收集|征集|发出|发放|播出|推出|举办|开展|培训|表扬|表彰|评选?出|选出|服务|受理|处理|查处|排查|走访|帮扶|转移|救出|改造|清理|删除|整治|配备|安装|开通|运行|接待|捐款?|节约|投入|落实|建立|培育|建档|获得?|开讲|开设|吸引|互派|报名|签约|查实|召开|播放)[了至到出为过]{0,2}(?:全[部省市县区镇乡村]|近|约|超|逾|每[天日周月年])?的?(?:\d[\d.,]*|[一二三四五六七八九十百千两半]+)(?:余|多)?[%‰万亿千百]?(?:余|多)?(?!人?次?(?:已?浏览|阅读|点击|评论|观看|下载|点赞|在看))[\p{Script=Han}%。,]/u;
/** What was done with all of it, or is so once and for all. */
const SETTLED =
  /(?:全部|一律|逐[一个]|陆续|统一|分批)\p{Script=Han}{1,10}(?:完毕|(?:了|给|到|进[入了]?)\p{Script=Han})|(?:共计?|全年|累计)\p{Script=Han}{2,10}\d|(?:显示|表明),\p{Script=Han}{4}|由\p{Script=Han}{2,12}(?:决定|确定|负责|选出|产生|推荐|看管|保管|管理|牵头|提出|担任|签字|审定|统[计一]|制定|编制|公布)|(?:建|设|放|摆|装|挂|贴|送|开)[在到]了?\p{Script=Han}{2}|(?:必须|不得|应当|仍然?|不再|已经)\p{Script=Han}{2}/u;
/** What it has become, or consists in: 扫码看病成了新鲜事, 分享到村里去的是经验. */
const IS = /(?:变成|成为|成)了\p{Script=Han}{2}|的是\p{Script=Han}{2,20},\p{Script=Han}{4}/u;
/** 纠错126处,补录资料340份: two clauses, each with how many. */
const COUNTS = /\p{Script=Han}{2}\d[\d.]*[万亿]?(?:余|多)?[\p{Script=Han}%]/u;
/** 阅读12次,评论3条: what a page counts. */
const COUNTER = /阅读|浏览|点击|访问|评论|点赞|收藏|转发|分享|留言|在看|下载|回复|喜欢|播放|弹幕/u;
/** Who speaks there is the page: to its reader, of itself, of where to press. */
const PAGES =
  /[您你请]|我们|小编|本[站网文页刊]|[该此]文|楼主|网友们|点击[^率量数]|https?|www\.|红包|积分可|\d积分|(?:^|,)(?:免费|立即|马上|抢先|欢迎|敬请)|>|»|[|[\]【】]/u;
/** The same, where no number bears the sentence out. */
const OF_USE =
  /更多|朋友圈|好友|公众号|二维码|客户端|小程序|下载|全文|APP|版权|转载|来源|编辑|作者|责编|浏览|阅读[量数次]|点击[量数次]|访问[量数次]|在线/iu;
const SHORTEST = 8;
const LONGEST = 200;

/**
 * Does the line say something, though it begins as chrome does?
 *
 * @param s folded and trimmed
 * @returns false for every line with a colon: behind a colon stands the value of a field
 */
export function saysSomething(s: string): boolean {
  if (s.length < SHORTEST || s.length > LONGEST || s.includes(':') || PAGES.test(s)) return false;
  return AMOUNTS.test(s) || IS.test(s) || countsTwice(s) || (SETTLED.test(s) && !OF_USE.test(s));
}

function countsTwice(s: string): boolean {
  const counted = s.split(/,(?!\d{3})/u).filter((clause) => COUNTS.test(clause));
  return counted.length > 1 && counted.some((clause) => !COUNTER.test(clause));
}

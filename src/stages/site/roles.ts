import { type ClassifiedLine, classifyLine } from '../../text/boilerplate.ts';
import { bareText, fold } from '../../text/boilerplate-fold.ts';
import { endsSentence, isSectionName } from '../../text/boilerplate-headlines.ts';
import { lineMarker } from '../../text/markers.ts';

/**
 * What a line at the end of a page may be, on the way inwards from the page's edge:
 * - `stop` text, or what signs it: never goes, and nothing further in is looked at;
 * - `pass` boilerplate that strip knows by itself, or can read something from;
 * - `sure` the same, where it also tells that the text has ended (or not begun);
 * - `title` the page's headline;
 * - `plain` a short line without a sentence that nothing is known of; `headline` one that looks like a headline;
 * - `named` a short line whose words speak of the site; `notice` a sentence whose words do;
 * - `clock` the day or time of the visit.
 */
export type Role = (typeof ROLES)[number];

export const ROLES = ['stop', 'pass', 'sure', 'title', 'plain', 'headline', 'named', 'notice', 'clock'] as const;

/** Words that name a site, a page or its use. An honest title may hold one (网站管理办法), so that alone they prove nothing. */
const NAMED =
  /本站|本网(?!络)|网站|官网|门户|首页|版权|转载|扫码|扫一扫|二维码|公众号|微信|微博|客户端|\bapp\b|登录|登陆|注册|会员|投稿|邮箱|www\.|https?:|©|浏览|访客|打印|收藏|分享|评论|广告|友情链接|联系我们|关于我们|技术支持|备案|欢迎(?:您|光临|访问|来到|关注|投稿)|点击|订阅|频道|栏目|导航|搜索|检索|返回|小编|范文|文库|下载|管家|头条|(?:在线|网|主办|承办)$/iu;
/** The same in a sentence, where the words of a notice (登录, 下载, 网站公布) are honest: the site must speak of itself. */
const NOTICE =
  /本站|本网(?!络)|本平台|版权|侵权|转载|免责|小编|扫码|扫一扫|二维码|公众号|欢迎(?:您|光临|访问|来到|关注|投稿)|更多(?:内容|资讯|文章|范文|精彩|新闻)|友情提示|温馨提示|广告|会员/u;
/** 以上报告,请予审议; 自发布之日起施行: how documents end, whatever else they say. */
const FORMULA =
  /特此|此致|敬礼|谢谢|施行|执行|解释|审议|审阅|批示|批复|贯彻|遵照|组织实施|落实|为盼|为荷|附件|公开发布|有效期|抄送|抄报|主送|主题词|印发|盖章|签章|签字|签名|甲方|乙方|责任人|负责人|报告人|年 {0,6}月 {0,6}日/u;
const CLOCK =
  /^(?:今天是|现在是|当前时间|北京时间|您?好[,!]?今天是)|^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日 {0,3}(?:星期|周)[一二三四五六日天]/u;

/** Longest line that can be a site's: a statement of copyright has some two hundred characters. */
const MAX_LINE = 300;
/** Longest short line: two lines of a narrow screen. */
const MAX_SHORT = 40;

const PASS = new Set<ClassifiedLine['kind']>([
  'breadcrumb',
  'header',
  'chrome',
  'contact',
  'owner',
  'farm-lead',
  'dateline',
]);
const SURE = new Set<ClassifiedLine['kind']>(['footer', 'copyright', 'related', 'share', 'tail', 'farm-tail', 'spam']);

/** What a line may be, given the page's title (bare, '' where it is not known). */
export function roleOf(line: string, title: string): Role {
  const text = fold(line).trim();
  if (text.length > MAX_LINE) return 'stop';
  if (title && bareText(text) === title) return 'title';
  if (text.length <= MAX_SHORT && CLOCK.test(text)) return 'clock';
  const { kind, form } = classifyLine(line);
  if (SURE.has(kind)) return 'sure';
  if (PASS.has(kind)) return 'pass';
  // 云岭党建网 alone on a line is a site's name, 某某办公室主办 its owner; any other organ may sign the text.
  if (kind === 'byline') return form === 'org' && /(?:网|在线|客户端|主办|承办)$/u.test(text) ? 'named' : 'stop';
  if (kind !== 'headline' && kind !== 'body' && kind !== 'toc') return 'stop';
  return roleOfUnknown(text, kind === 'headline');
}

function roleOfUnknown(text: string, headline: boolean): Role {
  if (FORMULA.test(text) || lineMarker(text, 0) || isSectionName(text) || /[\t:]$|\t/.test(text)) return 'stop';
  if (NOTICE.test(text)) return text.length <= MAX_SHORT && !endsSentence(text) ? 'named' : 'notice';
  if (endsSentence(text) || text.length > MAX_SHORT) return 'stop';
  if (NAMED.test(text)) return 'named';
  return headline ? 'headline' : 'plain';
}

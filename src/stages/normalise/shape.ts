/** What a line looks like: the tests that several layout rules share. Lines are given trimmed. */
import { charSet } from '../../text/char-set.ts';
import { isHan } from '../../text/hanzi.ts';

/** A marker that opens an item or a heading: 一、 （一） 1. 2） ① 第一， 一是 首先 ● and dashes that serve as bullets. */
const MARKER =
  /^(?:[一二三四五六七八九十百]{1,4}[、.．，,]|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,3}(?:[、．)）]|[.][^0-9])|[①-⑳㈠-㈩⑴-⒇⒈-⒛]|第[一二三四五六七八九十百0-9]{1,4}(?:[条章节篇部编款项]|[、，,：:])|[一二三四五六七八九十](?:是|要|抓|靠)|首先|其次|再次|最后|[●○■□◆◇★☆▲△▶►•·※*#—–-]|篇[一二三四五六七八九十0-9])/;

/** Fields of a page's head and foot, which a later stage reads one by one. 时间紧、任务重 is none: the word has to be a label. */
const CHROME =
  /^(?:(?:作者|来源|稿件来源|文章来源|信息来源|时间|日期|发布|发布时间|发布日期|发表|更新|更新时间|点击|点击数|浏览|浏览量|浏览次数|阅读|阅读次数|人气|字号|字体|文字缩放|责任编辑|责编|编辑|编审|审核|送签|签发|校对|记者|通讯员|当前位置|您的位置|首页|打印|关闭|分享|分享到|收藏|标签|关键词|关键字|主办|主办单位|承办|地址|电话|联系电话|邮编|邮箱|投稿邮箱|站内搜索|附件|抄送|主题词|联系人)(?:[\s:：|【[]|$)|上一篇|下一篇|上一页|下一页|相关阅读|推荐访问|版权所有|版权声明|网站维护|[(（]?完[)）]?$)/;
const CHROME_ANYWHERE = /https?:|www\.|@|>>|»|\||ICP备|公安备|点击数|浏览量|阅读次数|责任编辑/;

/** A line that may be over: sentence-final punctuation, with closing marks behind it. */
const FINAL = /[。！？!?…；;：:][”’"')）】」』》]*$/;

export function opensItem(line: string): boolean {
  return MARKER.test(line);
}

export function isChrome(line: string): boolean {
  return CHROME.test(line) || CHROME_ANYWHERE.test(line.length > 400 ? line.slice(0, 200) + line.slice(-200) : line);
}

const isFinal = charSet('。！？!?…；;：:');

export function endsSentence(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return isFinal(last) || (!isHan(last) && FINAL.test(line.slice(-8)));
}

/** 同志们， 各位代表、 : who is spoken to stands on a line of its own. */
export function isSalutation(line: string): boolean {
  return line.length <= 40 && /(?:同志|代表|委员|领导|朋友|来宾|老师|同学|同仁|女士|先生)们?[，,、]$/.test(line);
}

/** A date alone, an organ and a date, a name in brackets: what stands under a text. */
export function isSignature(line: string): boolean {
  return (
    line.length <= 40 &&
    /(?:[0-9〇○零一二三四五六七八九十]{4}年.{1,6}月.{1,4}日|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2})[)）]?$/.test(line)
  );
}

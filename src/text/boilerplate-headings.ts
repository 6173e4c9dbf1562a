import type { ClassifiedLine, LineKind } from './boilerplate.ts';
import { isSiteSentence } from './boilerplate-page-talk.ts';

interface TextLine extends ClassifiedLine {
  text: string;
}

const MAYBE = new Set<LineKind>(['related', 'share', 'footer', 'owner']);
/** Longest heading of this kind. */
const LONGEST = 12;
/** What a label over links or comments says and no heading does, or only where 情况 follows. */
const LABEL =
  /相关(?:阅读|文章|新闻|推荐|报道|链接|资讯|内容|搜索|热词|标签|附件)|推荐(?:阅读|访问|文章|新闻|内容)(?!书)|延伸阅读|扩展阅读|拓展阅读|猜|友情链接|您|你|大家|为[您你]|小编|看过|看了|还看|(?:评论|留言|跟帖|回复)$|[上下前后]一|排行|返回|分享(?:到|至)|标签|网站地图|声明|二维码|公众号|客户端|APP|关注|微信|https?:|www|[:：<>＞»|【】[\]]/iu;
/** Shortest sentence below a heading. */
const SENTENCE = 20;

/** 上篇, 下篇:实践篇: parts of a text, wherever they stand; the way to another page has 一 in it, or no sentence below. */
const PART = /^[上中下][篇编部](?:\s?[:：]|$)/u;
/** 报名网址, below it an address. */
const LEADS_TO = /^(?!原文|本文|文章|来源|转载).{0,16}(?:网址|地址|网站|平台|入口|系统|链接)\s?[:：]?$/u;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/iu;

/**
 * Words over a list of links that are honest as headings (相关政策, 优秀作品, 网站建设, 上篇): where a sentence of text stands
 * right below, and no link, they head it. An address that the line above leads to is text as well.
 *
 * Wrong case: a site's 热点聚焦 over a teaser that is a whole sentence, without its headline.
 */
export function markHeadings(lines: readonly TextLine[]): void {
  const held = lines.filter((l) => l.kind !== 'blank');
  let text = false;
  held.forEach((l, i) => {
    text ||= l.kind === 'body';
    if (!MAYBE.has(l.kind)) return;
    const part = PART.test(l.text);
    if ((text || part) && (part || isHeading(l.text)) && opens(held[i + 1])) become(l, 'headline');
    else if (l.kind === 'footer' && ADDRESS.test(l.text) && LEADS_TO.test(held[i - 1]?.text ?? '')) become(l, 'body');
  });
}

const become = (l: TextLine, kind: LineKind): unknown => Object.assign(l, { kind, meta: {}, prefix: '' });

const isHeading = (s: string): boolean => s.length <= LONGEST + (/情况$/u.test(s) ? LONGEST : 0) && !LABEL.test(s);

/** A sentence of text. A teaser breaks off; a site speaks of itself and to its reader. */
const opens = (l: TextLine | undefined): boolean =>
  l?.kind === 'body' &&
  l.text.length >= SENTENCE &&
  /(?<![.…]{2})[。！？；]$/u.test(l.text) &&
  !isSiteSentence(l.text) &&
  !/本站|本网(?!络)|小编/u.test(l.text);

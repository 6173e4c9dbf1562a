/**
 * What kind of line is this? Recognisers of boilerplate, shared by the stages that cut pages into articles and that cut
 * boilerplate away. A kind is what the line *looks like*; whether it may go depends on where it stands, and that is for
 * the stage to judge (联系电话: is a footer at the end of a page and a clause in the body of a notice).
 */
import { isOrg, parseByline, parseDateline } from './boilerplate-bylines.ts';
import { isChrome } from './boilerplate-chrome.ts';
import { gluedFarmLead, gluedFarmTail, isFarmLead, isFarmTail, isSpam } from './boilerplate-farm.ts';
import { type FoundMeta, parseFields } from './boilerplate-fields.ts';
import { fold } from './boilerplate-fold.ts';
import { isHeadline, isParagraph } from './boilerplate-headlines.ts';
import { accountLine, looseHeader, looseStaff } from './boilerplate-loose.ts';
import { saysSomething } from './boilerplate-says.ts';
import { documentNumber, journalLine, postedTitle } from './boilerplate-stamps.ts';
import { classifyTail, type TailKind } from './boilerplate-tails.ts';
import { dateLine } from './dates.ts';

export type LineKind =
  | 'blank'
  | 'breadcrumb'
  /** Labelled fields; `prefix` is what stands before them (often the headline). */
  | 'header'
  | 'date'
  | 'number'
  | 'chrome'
  | 'byline'
  /** A dateline that is a line of its own; one at the start of a paragraph is {@link parseDateline}'s. */
  | 'dateline'
  | 'salutation'
  | 'farm-lead'
  | 'farm-tail'
  | 'spam'
  /** A line of a table of contents, with dot leaders. */
  | 'toc'
  | TailKind
  | 'headline'
  | 'body';

export interface ClassifiedLine {
  kind: LineKind;
  meta: FoundMeta;
  /** Of a `header`: what stands before its first field. */
  prefix: string;
  /** Of a `byline`: `full` an organ and names, `names`, or `org` alone. */
  form: 'full' | 'names' | 'org' | null;
}

const WHERE =
  /^(?:您?(?:当前|现在|目前)?(?:的|所在的?|所处的?)?位置(?:是|为)?|当前(?:位置|栏目|页面)|你(?:现在)?(?:的|所在的?)位置|所在位置|(?:站内|网站|页面|栏目)?导航|(?:文档|文章|资料|资源|作品|内容|所属|信息)(?:分类|类别|栏目))\s?[:：]/u;
/** Not →: 申请→受理→办结 is a procedure. */
const ARROW = /\s?(?:-?>{1,2}|»|›|::|≫|》(?!\s?[>»])(?=[^。,]*$))\s?/u;
/** 青禾文萃站 → 范文 → 总结, 首页 - 水利 - 总结: signs that honest lines have, too, so that the first step must be a site. */
const LOOSE_ARROW = /\s?(?:→|—>)\s?|\s[-–—|/·]\s/u;
const SITE_STEP =
  /^(?:(?:网站|返回)?首页|.{2,14}(?:网|网站|站|在线|门户|平台|文库|论坛|视窗|频道|图书馆|档案馆|博物馆))$/u;
/** 公文范例/通知/林业: the way to a page in short words; two alone (通知/公告) may be one term. */
const SLASHED = /^[\p{Script=Han}]{2,8}(?: ?\/ ?[\p{Script=Han}]{2,8}){2,5}$/u;
/** 某某网 精选范文 某某总结: a farm's way to a page, with spaces between its steps. */
const FARM_WAY =
  /^(\p{Script=Han}{2,8}网) \p{Script=Han}{0,4}(?:范文|文库|资料|文档|文秘|论文|公文)\p{Script=Han}{0,2} [^ ,:]{4,40}$/u;
/** 某某由 分享: who put it up. */
const SHARED = /^[^ ,:。]{1,16}由 ?分享$/u;
const TOC = /(?:\.{4,}|…{2,}|·{4,}|-{6,})\s?(?:\d{1,4}|\(\d{1,4}\))$/u;
const SALUTATION =
  /^(?:(?:尊敬的|敬爱的|亲爱的)?[\p{Script=Han}、,()]{0,40}(?:同志们?|领导|代表|委员|来宾|朋友们?|同事们|各位|党员|女士们|先生们|同学们|老师们|评委|组长|书记|主任)|(?:尊敬的|敬爱的|亲爱的)[\p{Script=Han}“”·、,]{1,20})[:!]$/u;

function isBreadcrumb(s: string): boolean {
  // 某某发现 • 正文, 【某某吧--工作总结】
  if (/^【[^】,。]{2,14}(?:--|>{1,2})[^】,。]{2,8}】$/u.test(s)) return true;
  if (FARM_WAY.test(s) || /^[^。,;:]{2,24} ?[•·] ?正文$/u.test(s)) return true;
  if (s.length > 160 || !/[>»›≫》:/→|·–—-]/.test(s) || /[。;!?]/.test(s)) return false;
  if (WHERE.test(s) && !(/[分类别栏目]\s?[:：]/u.test(s) && !ARROW.test(s))) return true;
  if (SLASHED.test(s)) return true;
  const steps = s.split(ARROW);
  if (/^(?:网站)?首页$/.test(steps[0]!.trim()) && steps.length >= 2) return true;
  // 首页-巡察工作-整改公开
  if (/^(?:网站)?首页(?:[-–—][\p{Script=Han}A-Za-z]{2,12}){1,5}$/u.test(s)) return true;
  if ((steps.length > 1 && isWay(steps, 2)) || (/→|—>|\s[-–—|/·]\s/.test(s) && isWay(s.split(LOOSE_ARROW), 3)))
    return true;
  return (
    steps.length >= 3 &&
    steps.every((x) => x.length <= 30) &&
    steps.slice(0, -1).every((x) => x.length > 0) &&
    !/\d\s?>/.test(s)
  );
}

/** Short steps from a site or an organ down. */
const isWay = (steps: readonly string[], least: number): boolean =>
  steps.length >= least &&
  (SITE_STEP.test(steps[0]!.trim()) || (steps.length === 2 && isOrg(steps[0]!.trim()))) &&
  steps.every((x) => /^[^,:%]{0,16}$/u.test(x));

/** 旗帜网>>期刊>>… : the site is the first step, when it has a name (首页 has none). */
function breadcrumbMeta(s: string): FoundMeta {
  const farm = FARM_WAY.exec(s)?.[1];
  if (farm) return { publisher: farm };
  const way = s.replace(WHERE, '').trim();
  const site = way.split(ARROW.test(way) ? ARROW : LOOSE_ARROW)[0]!.trim();
  const named = /(?:报|客户端)$/u.test(site) || (SITE_STEP.test(site) && !/首页$/.test(site));
  return named && site.length >= 3 ? { publisher: site } : {};
}

/** 阅读(312) ┊ 评论(3) ┊ 收藏(2): buttons that count. */
function readsIn(s: string): FoundMeta {
  const n = /(?:阅读|浏览|点击|围观)(?:量|数|次数)?\s?\((\d{1,9})\)/u.exec(s)?.[1];
  return n ? { views: Number(n) } : {};
}

const NONE: FoundMeta = {};
const of = (kind: LineKind, meta: FoundMeta = NONE, more: Partial<ClassifiedLine> = {}): ClassifiedLine => ({
  kind,
  meta,
  prefix: '',
  form: null,
  ...more,
});

/** Kinds that a word at the beginning of the line, or at its end, is enough for. */
const BY_A_WORD = new Set<LineKind>([
  'chrome',
  'share',
  'related',
  'footer',
  'copyright',
  'byline',
  'farm-tail',
  'header',
]);

/** Tells what kind of boilerplate a line looks like, `headline` or `body` if none. Linear; lines over 700 characters are always `body`. */
export function classifyLine(line: string): ClassifiedLine {
  const text = line.length > 700 ? '' : fold(line).trim();
  if (!text) return of(line.length > 700 ? 'body' : 'blank');
  const found = lookAt(text);
  return BY_A_WORD.has(found.kind) && saysSomething(text) ? of('body') : found;
}

/** @param text folded, trimmed, not empty */
function lookAt(text: string): ClassifiedLine {
  const day = /^[(\d]/.test(text) ? dateLine(text) : null;
  if (day) return of('date', { published: day });
  if (isChrome(text)) return of('chrome', readsIn(text));
  if (isBreadcrumb(text)) return of('breadcrumb', breadcrumbMeta(text));
  if (TOC.test(text)) return of('toc');
  const posted = postedTitle(text);
  if (posted) return of('header', { published: posted.published }, { prefix: posted.title });
  const date = dateLine(text);
  if (date) return of('date', { published: date });
  const journal = journalLine(text);
  if (journal) return of('header', journal);
  const number = documentNumber(text);
  if (number) return of('number', { number });
  if (SALUTATION.test(text)) return of('salutation');
  if (isFarmTail(text)) return of('farm-tail');
  // …心气才会越来越顺。以上就是小编为大家带来的…: a paragraph of the text with a sign-off behind it, or a lead before it.
  if (isFarmLead(text)) return of(gluedFarmTail(text) === null && gluedFarmLead(text) === null ? 'farm-lead' : 'body');
  const tail = classifyTail(text);
  if (tail) return of(tail.kind, tail.meta);
  const fields = parseFields(text);
  if (fields) {
    const chrome = fields.fields.every((f) => f.role === 'chrome') && !fields.prefix;
    return of(chrome ? 'chrome' : 'header', fields.meta, { prefix: fields.prefix });
  }
  const staff = looseStaff(text);
  if (staff) return of('tail', staff);
  if (SHARED.test(text)) return of('header');
  const loose = accountLine(text) ?? looseHeader(text);
  if (loose) return of('header', loose);
  if (isSpam(text)) return of('spam');
  const dateline = text.length <= 60 ? parseDateline(text) : null;
  if (dateline && dateline.end >= text.length) return of('dateline', datelineMeta(dateline));
  const by = parseByline(text);
  if (by)
    return of('byline', { ...(by.author.length ? { author: by.author } : {}), ...orgMeta(by.org) }, { form: by.form });
  if (!isParagraph(text) && isHeadline(text)) return of('headline');
  return of('body');
}

/** 某某范文网 on a line of its own is the site. */
const orgMeta = (org: string | null): FoundMeta =>
  !org ? {} : /(?:范文|文秘|公文|文库|资料|文档|作文|论文|课件)网?$/u.test(org) ? { publisher: org } : { org };

/** What a dateline says of author and source: the medium that first printed it, not the site that shows it. */
export function datelineMeta(d: { publisher: string | null; author: string[] }): FoundMeta {
  return { ...(d.author.length ? { author: d.author } : {}), ...(d.publisher ? { origin: d.publisher } : {}) };
}

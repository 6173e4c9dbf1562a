import type { Meta, Origins } from '../../pipeline/types.ts';
import { isoDate } from '../../text/field-dates.ts';
import { COMMON_SURNAMES } from '../../text/surnames.ts';
import { squeeze, textsOf } from './text.ts';
import type { Tree } from './tree.ts';

/** A value of the head, and the name it stood under: `meta PubDate`, `json-ld datePublished`. */
export interface Told<T> {
  value: T;
  from: string;
}

/** What `<meta>`, `<link>` and JSON-LD say. */
export interface HeadData {
  title: Told<string> | null;
  url: string | null;
  meta: Partial<Meta>;
  origins: Origins;
}

/**
 * Names of `<meta>` elements by field, the most telling first: the labels that Chinese government sites must carry
 * (国办发〔2017〕47号: SiteName, ArticleTitle, PubDate, ContentSource, Author), then Open Graph and the habits of news sites.
 */
const NAMES = {
  title: ['articletitle', 'og:title', 'twitter:title', 'hm_title', 'dc.title'],
  published: [
    'pubdate',
    'publishdate',
    'article:published_time',
    'og:release_date',
    'publish_time',
    'og:published_time',
    'weibo: article:create_at',
    'firstpublishedtime',
    'dc.date',
    'datepublished',
  ],
  author: ['author', 'article:author', 'og:article:author', 'dc.creator'],
  publisher: ['sitename', 'og:site_name', 'application-name', 'dc.publisher', 'copyright'],
  origin: ['contentsource', 'source', 'mediaid', 'og:article:source', 'article:source'],
  url: ['url', 'og:url'],
} as const;

/** What a CMS writes where nobody filled in the field. */
const NOBODY = /^(?:佚名|未知|匿名|管理员|系统管理员|本站|网络|无|暂无|作者|编辑|责编|转载|综合)$/;
/** First characters of the names of 19 Chinese in 20, and double surnames: 每日经济新闻 and 新浪财经 are no persons. */
const SURNAMES =
  COMMON_SURNAMES +
  '常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝佴揭谌鞠单封漆冀芮闻' +
  '張劉陳楊黃趙吳孫馬羅鄭許韓馮鄧蕭蔣蘇呂盧鐘譚陸範賈韋鄒閆龍顧龔萬錢嚴湯溫齊喬龐顏莊聶魯歐關蘭單紀畢';
const DOUBLE =
  /^(?:欧阳|闻人|公冶|澹台|濮阳|淳于|申屠|仲孙|钟离|赫连|拓跋|万俟|梁丘|左丘|闾丘|公羊|漆雕|乐正|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|司徒|令狐|端木|东方|独孤|南宫|轩辕|宇文|长孙)/;

const ORGAN = /[局委部办科处室厅府会院校站社网组队团厂店中公司]$/;

/** Whether this is the name of a person, Han (叶强华) or transcribed (阿不都·热合曼). */
function isPerson(name: string): boolean {
  if (NOBODY.test(name) || !/^[\p{Script=Han}·]+$/u.test(name)) return false;
  if (/.·./.test(name)) return name.length <= 15;
  return DOUBLE.test(name)
    ? name.length >= 3 && name.length <= 4
    : (name.length === 2 || name.length === 3) && SURNAMES.includes(name[0]!);
}

/** Names of persons out of a field; organisations and placeholders are left out. */
export function authors(text: string): string[] {
  // 张 三: a name of two characters, spaced out to the width of three.
  const joined = squeeze(text).replace(
    /(?<![\p{Script=Han}])([\p{Script=Han}]) ([\p{Script=Han}])(?![\p{Script=Han}])/gu,
    '$1$2',
  );
  return [...new Set(joined.split(/[、,，;；/|\s]+/).filter(isPerson))];
}

/** Names out of a field that says whose they are: a pen name of two to four characters counts, too. */
export function signatures(text: string): string[] {
  const names = authors(text);
  const pen = squeeze(text);
  return names.length || NOBODY.test(pen) || ORGAN.test(pen) || !/^[\p{Script=Han}·]{2,4}$/u.test(pen) ? names : [pen];
}

/** `来源：某某日报2020-01-02` → `某某日报`. */
export function cleanOrigin(text: string): string {
  return squeeze(text)
    .replace(/^(?:来源|稿件来源)[:：]\s?/, '')
    .replace(/\s?(?:19|20)\d\d\s?[-/.年].*$/, '');
}

interface Linked {
  headline?: string;
  datePublished?: string;
  pubDate?: string;
  author?: unknown;
  publisher?: unknown;
  '@graph'?: unknown;
}

/** The objects of a JSON-LD script that look like an article; none if it is broken, as it often is. */
function linkedData(text: string): Linked[] {
  try {
    const data: unknown = JSON.parse(text.replace(/[\0-\x1f]+/g, ' '));
    const list = Array.isArray(data) ? data : [data];
    const graph = list.flatMap((d) =>
      Array.isArray((d as Linked)?.['@graph']) ? ((d as Linked)['@graph'] as unknown[]) : [d],
    );
    return graph.filter((d): d is Linked => typeof d === 'object' && d !== null);
  } catch {
    return [];
  }
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join('、');
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : '';
}

/** The first of the values that can be read. */
function firstOf<T>(
  values: Iterable<Told<unknown>>,
  read: (text: string) => T | null | undefined | '',
): Told<T> | null {
  for (const { value, from } of values) {
    const found = typeof value === 'string' && value ? read(value) : null;
    if (found) return { value: found, from };
  }
  return null;
}

/** What the elements of the head hold: `<meta>` by name, the canonical address, and the JSON-LD. */
function elementsOf(tree: Tree): { named: Map<string, Told<string>>; canonical: string; linked: Linked[] } {
  const named = new Map<string, Told<string>>();
  let canonical = '';
  const scripts = new Set<number>();
  for (const { tag, node, attributes } of tree.metas) {
    const written = (attributes.get('name') ?? attributes.get('property') ?? attributes.get('itemprop') ?? '').trim();
    const name = written.toLowerCase();
    const content = squeeze(attributes.get('content') ?? '');
    if (tag === 'meta' && name && content && !named.has(name))
      named.set(name, { value: content, from: `meta ${written}` });
    if (tag === 'link' && attributes.get('rel') === 'canonical') canonical ||= attributes.get('href') ?? '';
    if (tag === 'script' && attributes.get('type')?.includes('ld+json')) scripts.add(node);
  }
  const linked = [...(scripts.size ? textsOf(tree, scripts).values() : [])].flatMap(linkedData);
  return { named, canonical, linked };
}

/** Reads what the head of a page says of it. */
export function readHead(tree: Tree): HeadData {
  const { named, canonical, linked } = elementsOf(tree);
  const values = (field: keyof typeof NAMES) => NAMES[field].flatMap((n) => named.get(n) ?? []);
  const ld = (name: string, of: (d: Linked) => unknown) =>
    linked.map((d): Told<unknown> => ({ value: of(d), from: `json-ld ${name}` }));
  const meta: Partial<Meta> = {};
  const origins: Origins = {};
  const take = <K extends keyof Meta>(field: K, told: Told<Meta[K]> | null): void => {
    if (!told) return;
    meta[field] = told.value;
    origins[field] = { from: told.from };
  };
  const dates = [
    ...values('published'),
    ...ld('datePublished', (d) => d.datePublished),
    ...ld('pubDate', (d) => d.pubDate),
  ];
  take('published', firstOf(dates, isoDate));
  take(
    'author',
    firstOf([...values('author'), ...ld('author', (d) => nameOf(d.author))], (v) => {
      const names = authors(v);
      return names.length ? names : null;
    }),
  );
  // `copyright` may be a sentence.
  const publishers = values('publisher').filter(({ from }) => from.toLowerCase() !== 'meta copyright');
  // Where an account writes, not who does.
  const speaker = (v: string): string | null =>
    /^(?:微信公众平台|今日头条|百家号|搜狐号?)$/.test(v) ? null : squeeze(v);
  take('publisher', firstOf([...publishers, ...ld('publisher', (d) => nameOf(d.publisher))], speaker));
  take(
    'origin',
    firstOf(values('origin'), (v) => (/\p{Script=Han}/u.test(v) ? cleanOrigin(v) : null)),
  );
  return {
    title: firstOf([...values('title'), ...ld('headline', (d) => d.headline)], squeeze),
    url:
      firstOf([{ value: canonical, from: '' }, ...values('url')], (u) => (/^https?:\/\//i.test(u) ? u : null))?.value ??
      null,
    meta,
    origins,
  };
}

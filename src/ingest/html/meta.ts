import type { Meta } from '../../pipeline/types.ts';
import { squeeze, textsOf } from './text.ts';
import type { Tree } from './tree.ts';

/** What `<meta>`, `<link>` and JSON-LD say. */
export interface HeadData {
  title: string | null;
  url: string | null;
  meta: Partial<Meta>;
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

/** Not names of persons: what a CMS writes where nobody filled in the field. */
const NOBODY =
  /^(?:admin\w*|administrator|root|editor|author|system|web\w*|user\d*|test|null|undefined|none|佚名|未知|匿名|管理员|系统管理员|本站|网络|无|暂无|作者)$/i;
const ORGAN =
  /(?:网|网站|日报|晚报|报社|公司|集团|中心|频道|门户|局|委|厅|办|部|院|会|政府|大学|学院|党校|支部|小组|科室?|处)$/;

/** `2016年12月3日 8:05`, `2016/12/3`, `2016-12-03T08:05:00+08:00` → ISO 8601 in local time; null if it is no date. */
export function isoDate(text: string): string | null {
  const m =
    /(?:^|\D)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?:日|号)?(?:[T\s]{0,3}(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2}))?)?/.exec(
      text,
    );
  if (!m) return null;
  const [, year, month, day, hour, minute, second] = m;
  if (+month! < 1 || +month! > 12 || +day! < 1 || +day! > 31) return null;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  if (!hour || +hour > 23 || +minute! > 59) return date;
  return `${date}T${hour.padStart(2, '0')}:${minute}${second ? `:${second}` : ''}`;
}

/** Names of authors out of a field; what is an organisation or a placeholder is left out. */
export function authors(text: string): string[] {
  const names = squeeze(text).split(/[、,，;；/|\s]+/);
  return [
    ...new Set(
      names.filter(
        (n) =>
          n.length > 1 && n.length <= 12 && !NOBODY.test(n) && !ORGAN.test(n) && /^[\p{Script=Han}·]{2,12}$/u.test(n),
      ),
    ),
  ];
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

/** First of the values that is not empty. */
function firstOf<T>(values: Iterable<T | null | undefined | ''>): T | null {
  for (const v of values) if (v) return v;
  return null;
}

/** Reads what the head of a page says of it. */
export function readHead(tree: Tree): HeadData {
  const named = new Map<string, string>();
  let canonical = '';
  const scripts = new Set<number>();
  for (const { tag, node, attributes } of tree.metas) {
    const name = (attributes.get('name') ?? attributes.get('property') ?? attributes.get('itemprop') ?? '')
      .toLowerCase()
      .trim();
    const content = squeeze(attributes.get('content') ?? '');
    if (tag === 'meta' && name && content && !named.has(name)) named.set(name, content);
    if (tag === 'link' && attributes.get('rel') === 'canonical') canonical ||= attributes.get('href') ?? '';
    if (tag === 'script' && attributes.get('type')?.includes('ld+json')) scripts.add(node);
  }
  const linked = [...(scripts.size ? textsOf(tree, scripts).values() : [])].flatMap(linkedData);
  const values = (field: keyof typeof NAMES) => NAMES[field].map((n) => named.get(n));
  const meta: Partial<Meta> = {};
  const published = firstOf(
    [...values('published'), ...linked.map((d) => d.datePublished ?? d.pubDate)].map((v) =>
      typeof v === 'string' ? isoDate(v) : null,
    ),
  );
  if (published) meta.published = published;
  const author = firstOf(
    [...values('author'), ...linked.map((d) => nameOf(d.author))].map((v) =>
      v && authors(v).length ? authors(v) : null,
    ),
  );
  if (author) meta.author = author;
  const publisher = firstOf([...values('publisher').slice(0, 4), ...linked.map((d) => nameOf(d.publisher))]);
  if (publisher) meta.publisher = squeeze(publisher);
  const origin = firstOf(values('origin').filter((v) => v && /\p{Script=Han}/u.test(v)));
  if (origin) meta.origin = origin.replace(/^(?:来源|稿件来源)[:：]\s*/, '');
  return {
    title: firstOf([
      ...values('title'),
      ...linked.map((d) => (typeof d.headline === 'string' ? squeeze(d.headline) : null)),
    ]),
    url: firstOf([canonical, ...values('url')].filter((u) => u && /^https?:\/\//i.test(u))),
    meta,
  };
}

import type { OptionSpec, OptionValues } from '../pipeline/types.ts';

/** Options of ingest, as the pipeline file sets them under `ingest:`. */
export interface IngestOptions extends OptionValues {
  maxBytes: number;
  maxFileBytes: number;
  maxRatio: number;
  maxMembers: number;
  maxDepth: number;
  main: boolean;
  textField: readonly string[];
  titleField: readonly string[];
  urlField: readonly string[];
  dateField: readonly string[];
  authorField: readonly string[];
  originField: readonly string[];
  fetchedField: readonly string[];
}

export const ingestDefaults: IngestOptions = {
  maxBytes: 64 << 20,
  maxFileBytes: 512 << 20,
  // Text seldom packs better than 1:30, a sheet of equal rows reaches 1:100, a bomb 1:1000.
  maxRatio: 200,
  maxMembers: 100_000,
  maxDepth: 1,
  main: true,
  textField: ['text', 'content', 'body', 'html', '正文', '内容'],
  titleField: ['title', 'headline', '标题'],
  urlField: ['url', 'link', '链接'],
  dateField: [
    ...['date', 'published', 'publish_date', 'publishDate', 'publishTime', 'pubdate', 'pubDate', 'pubTime', 'time'],
    ...['datePublished', 'publishedAt', 'publishedTime', 'published_at', 'createTime', 'created_at'],
    ...['publish_time', 'pub_time', 'pubtime', 'release_time', 'releaseTime', '日期', '发布日期', '发布时间'],
  ],
  authorField: ['author', 'authors', '作者'],
  originField: ['source', 'origin', '来源'],
  fetchedField: ['fetched', 'fetch_time', 'crawled', 'crawl_time', '抓取时间', '采集时间'],
};

export const ingestOptions: { [K in keyof IngestOptions]: OptionSpec } = {
  maxBytes: { summary: 'largest page in bytes, unpacked; a larger one is rejected', min: 1, max: 256 << 20 },
  maxFileBytes: {
    summary: 'largest file that holds several pages, or a document, in bytes; unpacked too',
    min: 1,
    max: 2047 << 20,
  },
  maxRatio: { summary: 'what unpacks to more than this many times its size is a bomb', min: 2, max: 2000 },
  maxMembers: { summary: 'most files that an archive may hold', min: 1, max: 9_999_999 },
  maxDepth: { summary: 'archives inside archives that are opened: 0 none, 1 those in the file itself', min: 0, max: 4 },
  main: { summary: 'keep only the article of an HTML page; false keeps all its visible text' },
  textField: { summary: 'fields of a JSONL record, columns of a table, that may hold the text; the first that does' },
  titleField: { summary: 'fields or columns that may hold the title' },
  urlField: { summary: 'fields or columns that may hold the address' },
  dateField: { summary: 'fields or columns that may hold the date' },
  authorField: { summary: 'fields or columns that may hold the author' },
  originField: { summary: 'fields or columns that may hold where the text was taken from' },
  fetchedField: { summary: 'fields or columns that may hold when the page was fetched' },
};

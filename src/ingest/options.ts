import type { OptionSpec, OptionValues } from '../pipeline/types.ts';

/** Options of ingest, as the pipeline file sets them under `ingest:`. */
export interface IngestOptions extends OptionValues {
  maxBytes: number;
  maxFileBytes: number;
  main: boolean;
  textField: readonly string[];
  titleField: readonly string[];
  urlField: readonly string[];
  dateField: readonly string[];
  authorField: readonly string[];
  originField: readonly string[];
}

export const ingestDefaults: IngestOptions = {
  maxBytes: 64 << 20,
  maxFileBytes: 512 << 20,
  main: true,
  textField: ['text', 'content', 'body', 'html', '正文', '内容'],
  titleField: ['title', 'headline', '标题'],
  urlField: ['url', 'link', '链接'],
  dateField: ['date', 'published', 'publish_date', 'pubdate', 'time', '日期', '发布日期', '发布时间'],
  authorField: ['author', 'authors', '作者'],
  originField: ['source', 'origin', '来源'],
};

export const ingestOptions: { [K in keyof IngestOptions]: OptionSpec } = {
  maxBytes: { summary: 'largest page in bytes, unpacked; a larger one is rejected', min: 1, max: 256 << 20 },
  maxFileBytes: { summary: 'largest JSONL file in bytes, unpacked', min: 1, max: 2047 << 20 },
  main: { summary: 'keep only the article of an HTML page; false keeps all its visible text' },
  textField: { summary: 'fields of a JSONL record that may hold the text; the first that does is taken' },
  titleField: { summary: 'fields of a JSONL record that may hold the title' },
  urlField: { summary: 'fields of a JSONL record that may hold the address' },
  dateField: { summary: 'fields of a JSONL record that may hold the date' },
  authorField: { summary: 'fields of a JSONL record that may hold the author' },
  originField: { summary: 'fields of a JSONL record that may hold where the text was taken from' },
};

import type { Doc } from '../../src/pipeline/types.ts';

/** A text as a stage sees it, of which nothing else is known but perhaps a title. */
export function doc(text: string, title: string | null = null): Doc {
  const meta = {
    author: [],
    org: null,
    publisher: null,
    published: null,
    editor: null,
    views: null,
    origin: null,
    number: null,
    altTitle: null,
    dated: null,
    disclosure: null,
    attachments: [],
  };
  const source = { path: 'a.txt', record: null, url: null, sha256: '', charset: 'utf-8', part: 1 };
  return { uid: 'a', text, title, meta, source, data: {} };
}

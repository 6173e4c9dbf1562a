import { bareText } from '../../text/boilerplate-fold.ts';
import { type Block, blockAt, HEAD, paragraphs } from './block.ts';
import { judge, type State, TAIL } from './judge.ts';
import type { Known } from './known.ts';
import { asWritten, type Line } from './lines.ts';

/** An article on the page: the lines `[from, to)`. */
export interface Article {
  from: number;
  to: number;
  /** Its own headline as its head gives it; null where it has none. */
  title: string | null;
  /** Lines `[from, head)` are its head. */
  head: number;
  /** What spoke for a new article here; '' for the first of a stretch. */
  why: string;
}

/** 全文阅读 ends an item of a list of excerpts. */
const MORE = /^(?:全文阅读|阅读全文|查看全文|查看详情)/u;
const fresh = (from: number, why: string, paper: boolean): State => ({
  from,
  title: null,
  head: from,
  why,
  body: 0,
  paragraph: false,
  top: 0,
  last: new Map(),
  headings: 0,
  quoted: new Set(),
  ended: 0,
  annex: false,
  paper,
});

/** Finds the articles of the lines `[from, to)`; the first one begins at `from`. What it learns goes into `known`. */
export function findArticles(lines: readonly Line[], from: number, to: number, known: Known): Article[] {
  const articles: Article[] = [];
  const paper = isPaper(lines);
  let now = fresh(from, '', paper);
  const close = (end: number): void => {
    articles.push({ from: now.from, to: end, title: now.title, head: now.head, why: now.why });
    known.first(paragraphs(lines, now.head, end));
  };
  const open = (start: number, why: string): void => {
    close(start);
    now = fresh(start, why, paper);
  };
  for (let i = from; i < to; ) {
    const line = lines[i]!;
    if (now.body && line.kind === 'chrome' && MORE.test(line.text)) {
      now.ended = 3;
      i++;
      continue;
    }
    if (HEAD.has(line.kind)) {
      const block = blockAt(lines, i, to);
      const begun = hasBegun(now);
      const why = begun ? judge(lines, block, to, now, known) : null;
      if (why) open(block.start, why);
      if (why || !begun) {
        now.head = block.end;
        if (block.titles.length && (now.title === null || isCollection(now.title, block))) {
          now.title = ownTitles(block).join(' ');
          known.title(now.title);
          for (const t of block.titles) if (t.length >= 10) known.title(t);
        }
      } else if (block.titles.length) now.headings++;
      if (now.body && block.signed && block.start === block.end) now.ended = Math.max(now.ended, 1);
      i = block.end;
      continue;
    }
    if (now.body) {
      const glued = line.kind === 'body' ? known.glued(line.text) : null;
      if (glued) {
        open(i, 'known headline at the start of a paragraph');
        now.title = asWritten(line, glued);
      } else if (line.body && now.body > 1 && known.hasFirst(paragraphs(lines, i, to)))
        open(i, 'first paragraphs of an earlier article');
    }
    observe(now, line);
    i++;
    if (now.body === 2) known.first(paragraphs(lines, now.head, i));
  }
  close(to);
  return articles;
}

/** Lines from the top among which a paper's page tells its edition. */
const TOP = 12;
/** 第02版:基层 over the articles. */
const isPaper = (lines: readonly Line[]): boolean =>
  lines
    .slice(0, TOP)
    .some((l) => (l.kind === 'chrome' || l.kind === 'header') && /第 ?[A-Z]?\d{1,3} ?版/u.test(l.text));

/** Short lines at the top of a page, without a headline over them, are its menus and fields, not its first article. */
const hasBegun = (now: State): boolean => now.body > 0 && (now.from > 0 || now.title !== null || now.paragraph);

/** 某某材料汇编, above the first of its articles with a headline and a byline of its own: the name of the whole. */
const isCollection = (title: string, block: Block): boolean =>
  /(?:汇编|选编|合集|集锦|文集|文选|汇总|大全)(?:[(（].{1,12}[)）])?$/u.test(title) &&
  block.lines.some((l) => l.kind === 'byline' || l.kind === 'date');

/** The headline's lines without the collection's name above them. */
const ownTitles = (block: Block): string[] => {
  const [first, ...rest] = block.titles;
  return first && rest.length && isCollection(first, block) ? rest : block.titles;
};

function observe(now: State, line: Line): void {
  if (TAIL.has(line.kind)) {
    now.ended = Math.max(
      now.ended,
      line.kind !== 'tail' ? 1.5 : line.meta.editor || /完|责任?编/u.test(line.text) ? 3 : 1.5,
    );
    return;
  }
  if (line.kind !== 'body') return;
  now.body++;
  now.paragraph ||= line.body;
  now.ended = line.tail ? (line.tail.rule === 'tail' && /完|编辑|责编/u.test(line.text.slice(-80)) ? 3 : 1.5) : 0;
  now.annex = /^(?:附件?|附录|附表)\s?[\d一二三四五六七八九十]{0,3}\s?(?:[: ]|$)/u.test(line.text);
  if (/^(?:附件|附:)/u.test(line.text) || line.text.includes('《'))
    for (const m of line.text.slice(0, 2000).matchAll(/《([^《》]{4,60})》/gu)) now.quoted.add(bareText(m[1]!));
  if (/^附件?.{0,3}[:]/u.test(line.text))
    now.quoted.add(bareText(line.text.replace(/^附件?.{0,3}?[:]\s?(?:\d{1,2}[.、])?/u, '')));
  if (!line.outline) return;
  if (line.outline.style === 'hanzi') now.top = Math.max(now.top, line.outline.value);
  now.last.set(line.outline.style, line.outline.value);
}

import type { StoredReport } from '../store/records.ts';
import { applyEdits, type Edit } from '../text/edits.ts';
import { stubOf } from '../text/stubs.ts';
import { addTally, noTally, type Tally, tally } from '../text/tally.ts';
import type { State } from './replay.ts';
import type { Doc, Outcome, Page } from './types.ts';

/** What of a page went into its articles, and what was cut by which rule. */
type PageReport = Omit<StoredReport, 'uid' | 'path'>;

/**
 * A body of fewer Chinese characters is short: about a screen of text, where half of what a committee collects has several.
 * A longer one with as much running text around it is an article with its comments, and is let be.
 */
const SHORT = 500;
/** So many Chinese characters of running text make an article (the same as in ingest/html/main.ts): a personnel notice has about 60. */
const LEAST = 40;
/**
 * A page of so many has more than a headline and a notice. Wrong case: a true notice of one unpunctuated line under a large
 * menu is called short.
 */
const LARGE = 200;
/** A list or a table has no running text and is an article all the same from so many on. */
const LIST = 150;

/** Rules that know what they cut by its words: it was no article, however long it is. */
const KNOWN = /^strip\/(?:copyright|footer|farm-lead|farm-tail|spam|related|contents|editor-note|injected)$/;

/** Why a page has no article at all, where each of its articles is a stub. */
function onlyStubs(articles: readonly Pick<Doc, 'title' | 'text'>[]): string | null {
  const stubs = articles.map((a) => stubOf(a.title, a.text));
  return stubs.every((s) => s !== null) ? stubs[0]! : null;
}

/** Adds up what becomes of one page, stage by stage. */
export class Account {
  readonly #page: Tally = noTally();
  readonly #cut = new Map<string, Tally>();
  /** No article stood out, so that menus and all were kept. */
  readonly #whole: boolean;

  /** @param text what ingest left of the page. */
  constructor(page: Page, text: string) {
    this.#whole = page.notes.some((n) => n.code === 'ingest/no-main');
    if (page.cut) {
      addTally(this.#page, tally(text));
      for (const [rule, cut] of Object.entries(page.cut)) {
        addTally(this.#page, cut);
        this.#add(rule, cut);
      }
    } else {
      addTally(this.#page, tally(page.decoded));
      this.#passes(page.decoded, page.passes);
    }
  }

  /** A stage's outcome on a document, before it is applied. */
  stage(name: string, { doc }: State, outcome: Outcome): void {
    const text = this.#passes(doc.text, outcome.passes ?? []);
    if (!outcome.parts) return;
    const pieces = outcome.parts.flatMap((p) => p.pieces).sort((a, b) => a[0] - b[0]);
    let at = 0;
    for (const [start, end] of [...pieces, [text.length, text.length] as const]) {
      if (start > at) this.#add(`${name}/left`, tally(text.slice(at, start)));
      at = Math.max(at, end);
    }
  }

  #add(rule: string, some: Tally, times = 1): void {
    const had = this.#cut.get(rule) ?? noTally();
    addTally(had, some, times);
    this.#cut.set(rule, had);
  }

  /** @returns the text after the passes. */
  #passes(text: string, passes: readonly (readonly Edit[])[]): string {
    let now = text;
    for (const edits of passes) {
      for (const e of edits) {
        if (e.end > e.start) this.#add(e.rule, tally(now.slice(e.start, e.end)));
        if (e.insert) this.#add(e.rule, tally(e.insert), -1);
      }
      now = applyEdits(now, edits);
    }
    return now;
  }

  /** @param articles What no stage accounts for was in documents that are in quarantine. */
  report(articles: readonly Pick<Doc, 'title' | 'text'>[]): PageReport {
    const kept: Tally = noTally();
    for (const { text } of articles) addTally(kept, tally(text));
    const lost = { ...this.#page };
    addTally(lost, kept, -1);
    for (const cut of this.#cut.values()) addTally(lost, cut, -1);
    if (lost.chars || lost.han) this.#add('quarantine', { ...lost, prose: 0, paragraphs: 0 });
    const cut = [...this.#cut]
      .map(([rule, { chars, han }]) => ({ rule, chars, han }))
      .filter(({ chars, han }) => chars || han)
      .sort((a, b) => b.chars - a.chars || (a.rule < b.rule ? -1 : 1));
    return {
      chars: this.#page.chars,
      han: this.#page.han,
      articles: articles.length,
      kept: { chars: kept.chars, han: kept.han },
      cut,
      short: articles.length ? (onlyStubs(articles) ?? this.#short(kept)) : null,
    };
  }

  /**
   * Two ways in which an article goes missing: the wrong block was taken, or a rule cut too far, so that more running text
   * was cut than kept; or the page never held it (a script was to fetch it), so that there is no running text at all. A page
   * that is short itself is neither.
   */
  #short(kept: Tally): string | null {
    let cut = 0;
    for (const [rule, { paragraphs }] of this.#cut) if (!KNOWN.test(rule)) cut += Math.max(0, paragraphs);
    if (kept.han < SHORT && cut >= LEAST && cut > kept.prose)
      return `more running text was cut (${cut}) than kept (${kept.prose} Chinese characters)`;
    if (kept.prose < LEAST && (kept.han < LIST || this.#whole) && this.#page.han >= LARGE)
      return `hardly any running text (${kept.prose} of ${this.#page.han} Chinese characters)`;
    return null;
  }
}

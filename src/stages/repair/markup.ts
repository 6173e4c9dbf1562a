import { decodeHTMLStrict } from 'entities';
import type { Edit } from '../../text/edits.ts';

/** Elements of HTML, of Word's HTML and of old pages. A name of this list is a tag with or without attributes. */
const NAMES =
  'a|abbr|acronym|address|article|aside|audio|b|base|basefont|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|menu|meta|nav|nobr|noframes|noscript|object|ol|optgroup|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr';
const NAME = new RegExp(`^(?:${NAMES}|o:p|st1:\\w+|[vwo]:\\w+)$`, 'i');
/** Elements that end a line, as a browser shows them. */
const BLOCK =
  /^(?:address|article|aside|blockquote|br|center|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|table|tr|ul)$/i;
const CELL = /^t[dh]$/i;

const LT = String.raw`(?:<|&(?:amp;){0,3}lt;|&(?:amp;){0,3}#60;|\\u003[cC])`;
const GT = String.raw`(?:>|&(?:amp;){0,3}gt;|&(?:amp;){0,3}#62;|\\u003[eE])`;
const QUOTE = String.raw`(?:\\?["'“”]|&(?:amp;){0,3}quot;)`;
/** At most 1500 characters of attributes: a tag that never closes must not make the scan quadratic. */
const TAG = new RegExp(
  String.raw`${LT}(\\?/)?([a-zA-Z][\w:.-]{0,30})((?:\s|\\?/(?=\s*(?:>|&))|&(?:amp;){0,3}nbsp;)(?:(?!${GT}|${LT})[^<\n]){0,1500}|)\s*\\?/?${GT}`,
  'y',
);
/** A script, a style sheet or a comment goes with what it holds, up to so many characters. */
const OPAQUE = /<(script|style)\b[^<>]{0,500}>|<!--/iy;
const OPAQUE_LENGTH = 50_000;
/** A comment that lost its end must not take the article with it. */
const COMMENT_LENGTH = 5000;
const DECLARATION =
  /<!--\[if[^\]<>]{0,60}\]>|<!\[endif\](?:--)?>|<!\[CDATA\[|\]\]>|<!doctype[^<>]{0,300}>|<\?xml[^<>]{0,300}>/iy;
/** What a template engine should have filled in: JSP, `${…}`, `{{…}}`, 帝国CMS and dede tags. Never holds Chinese text of the article. */
const TEMPLATE =
  /<%[^%<>]{0,500}%>|[$#]\{[\w.()[\]'"?:!=&|<>+ -]{1,200}\}|\{\{[\w.()[\]'"|: -]{1,100}\}\}|\{\$[\w.>[\]'-]{1,80}\}|\[!--[\w.-]{1,60}--\]|\{\/?dede:[^{}\n]{1,200}\}/y;
/** A tag whose `<` is gone with the byte before it: only with a quoted attribute, only after no letter. */
const HEADLESS = /(?:span|font|div|img|td)(?:\s+[\w:-]{1,40}=\\?["'][^"'<>\n]{0,300}\\?["']){1,12}\s*\/?>/y;
const ENTITY = /&(?:amp;){0,4}(#[xX][0-9a-fA-F]{1,6};?|#[0-9]{1,7};?|[a-zA-Z][a-zA-Z0-9]{1,31};|nbsp(?![a-zA-Z]))/y;
const ESCAPE = /(?:(?:\\{1,4}|%)u[0-9a-fA-F]{4})+/y;
const LETTERS = /\\{1,3}[nrt"/]/y;
/** A line end that was written out: `x0dx0a`, and `_x000D_` of spreadsheets. */
const WRITTEN_OUT = /(?:x0dx0a(?: ?x0dx0a)*|(?:_x000d_)+\n?) ?/iy;
const STARTS = /[xX_<&\\%$#{[\]sfdit]/g;

/**
 * Markup and escapes that leaked into text: tags, entities (doubly escaped too), `\u515a`, `<\/span>`, template variables.
 * The text inside a tag stays; elements that break a line become a line break.
 *
 * An honest `<` stays (3<5, a<b>c, 《》, <注>, <x>): a tag has a name of HTML's, or quoted attributes.
 * Rules: `repair/tag`, `repair/entity`, `repair/escape`.
 */
export function findMarkup(text: string): Edit[] {
  const edits: Edit[] = [];
  /** Where the last escape ended: a number behind it goes on in the string that was escaped. */
  let escaped = -1;
  const starts = new RegExp(STARTS);
  const ends = {
    script: endFinder(text, /<\\?\/script\s{0,9}>/gi),
    style: endFinder(text, /<\\?\/style\s{0,9}>/gi),
    comment: endFinder(text, /-->/g),
  };
  for (let m = starts.exec(text); m; m = starts.exec(text)) {
    const edit = opaqueAt(text, m.index, ends) ?? lineEndAt(text, m.index) ?? editAt(text, m.index, escaped);
    if (!edit) continue;
    edits.push(edit);
    if (edit.rule === 'repair/escape') escaped = edit.end;
    starts.lastIndex = edit.end;
  }
  return edits;
}

function lineEndAt(text: string, at: number): Edit | undefined {
  WRITTEN_OUT.lastIndex = at;
  const end = WRITTEN_OUT.test(text) ? WRITTEN_OUT.lastIndex : 0;
  return end ? { start: at, end, insert: '\n', rule: 'repair/escape' } : undefined;
}

type Ends = Record<'script' | 'style' | 'comment', (from: number) => number>;

/** Where the next match ends, for rising offsets; each stretch of the text is searched once. */
function endFinder(text: string, re: RegExp): (from: number) => number {
  let start = -1;
  let end = -1;
  return (from) => {
    if (start < from) {
      re.lastIndex = from;
      const m = re.exec(text);
      start = m ? m.index : Number.POSITIVE_INFINITY;
      end = m ? m.index + m[0].length : Number.POSITIVE_INFINITY;
    }
    return end;
  };
}

function opaqueAt(text: string, at: number, ends: Ends): Edit | undefined {
  if (text[at] !== '<') return undefined;
  const m = match(OPAQUE, text, at);
  if (!m) return undefined;
  const end = ends[m[1] ? (m[1].toLowerCase() as 'script' | 'style') : 'comment'](at + m[0].length);
  if (!m[1] && (end - at > COMMENT_LENGTH || text.slice(at + 4, end).includes('<!--'))) return undefined;
  return end - at <= OPAQUE_LENGTH ? { start: at, end, insert: '', rule: 'repair/tag' } : undefined;
}

function editAt(text: string, at: number, escaped: number): Edit | undefined {
  const c = text[at]!;
  if (c === '<') return declarationAt(text, at) ?? tagAt(text, at) ?? templateAt(text, at);
  if (c === '&') return tagAt(text, at) ?? entityAt(text, at);
  if (c === '\\' || c === '%')
    return (c === '\\' ? tagAt(text, at) : undefined) ?? escapeAt(text, at, escaped) ?? lettersAt(text, at);
  if (c === ']') return declarationAt(text, at);
  if (c === '$' || c === '#' || c === '{' || c === '[') return templateAt(text, at);
  return headlessAt(text, at);
}

function match(re: RegExp, text: string, at: number): RegExpExecArray | null {
  re.lastIndex = at;
  return re.exec(text);
}

function declarationAt(text: string, at: number): Edit | undefined {
  const m = match(DECLARATION, text, at);
  return m ? { start: at, end: at + m[0].length, insert: '', rule: 'repair/tag' } : undefined;
}

function tagAt(text: string, at: number): Edit | undefined {
  const m = match(TAG, text, at);
  if (!m) return undefined;
  const [whole, closing, name = '', attributes = ''] = m;
  if (!isTag(name, attributes) || (name.length < 3 && !attributes && /[A-Za-z0-9]/.test(text[at - 1] ?? '')))
    return undefined;
  return { start: at, end: at + whole.length, insert: breakFor(name, Boolean(closing)), rule: 'repair/tag' };
}

/** `<p 值>`: what follows a name must look like attributes; an unknown name needs a quoted one. */
function isTag(name: string, attributes: string): boolean {
  const rest = attributes.trim();
  if (NAME.test(name))
    return !rest || /^[\w:-]{1,40}\s{0,4}=/.test(rest) || /^[/\\]+$/.test(rest) || /^[\w-]{1,40}(?:\s|$)/.test(rest);
  return new RegExp(`^[\\w:-]{1,40}\\s{0,4}=\\s{0,4}${QUOTE}`).test(rest);
}

function breakFor(name: string, closing: boolean): string {
  if (CELL.test(name)) return closing ? ' ' : '';
  if (!BLOCK.test(name)) return '';
  return closing || /^(?:br|hr|p|div|li|tr|h[1-6])$/i.test(name) ? '\n' : '';
}

function templateAt(text: string, at: number): Edit | undefined {
  const m = match(TEMPLATE, text, at);
  // `${x}` in backticks is code that is spoken of.
  if (m && (text[at - 1] === '`' || text[at + m[0].length] === '`')) return undefined;
  return m ? { start: at, end: at + m[0].length, insert: '', rule: 'repair/tag', why: 'template' } : undefined;
}

function headlessAt(text: string, at: number): Edit | undefined {
  if (/[\w<"'=-]/.test(text[at - 1] ?? '')) return undefined;
  const m = match(HEADLESS, text, at);
  return m ? { start: at, end: at + m[0].length, insert: '', rule: 'repair/tag', why: 'no <' } : undefined;
}

function entityAt(text: string, at: number): Edit | undefined {
  const m = match(ENTITY, text, at);
  if (!m) return undefined;
  const whole = `&${m[1]}`;
  if (/^&nbsp$/.test(whole)) return { start: at, end: at + m[0].length, insert: '\u00a0', rule: 'repair/entity' };
  const insert = decodeHTMLStrict(whole.endsWith(';') ? whole : `${whole};`);
  if (insert === whole || insert.includes('\ufffd') || !insert.isWellFormed() || /^&#/.test(insert)) return undefined;
  return { start: at, end: at + m[0].length, insert, rule: 'repair/entity' };
}

/** Longest number between two escapes: \u7ad927\u4e2a. */
const FIGURES = 12;

/**
 * `\u515a` and `%u515A`. A text about programming writes them too (C:\u1234, regular expressions with ranges \u4e00-\u9fa5):
 * what is spelled must be Chinese, its punctuation, or markup that was escaped on the way.
 */
function escapeAt(text: string, at: number, escaped: number): Edit | undefined {
  const m = match(ESCAPE, text, at);
  if (!m) return undefined;
  const end = at + m[0].length;
  if (/[-\]]/.test(text[end] ?? '') || /[[\-:]/.test(text[at - 1] ?? '')) return undefined;
  const figures = at - escaped <= FIGURES && /^[\d.,]+$/.test(text.slice(escaped, at));
  if (m[0].length < 8 && /[A-Za-z0-9]/.test(text[at - 1] ?? '') && !figures) return undefined;
  const insert = m[0].replace(/(?:\\+|%)u([0-9a-fA-F]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (
    !insert.isWellFormed() ||
    !/^[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2010-\u203b\u00a0\u00b7\u00d7<>&'"/=\p{Extended_Pictographic}\p{L}\u200b-\u200d\ufeff]+$/u.test(
      insert,
    )
  )
    return undefined;
  return { start: at, end, insert, rule: 'repair/escape' };
}

/** `\n`, `\"`, `\/` of a JSON string. Only beside Chinese text or another escape: C:\new, \table are paths and commands. */
function lettersAt(text: string, at: number): Edit | undefined {
  const m = match(LETTERS, text, at);
  if (!m) return undefined;
  const end = at + m[0].length;
  const before = text[at - 1] ?? '';
  const after = text[end] ?? '';
  const letter = m[0].at(-1)!;
  const chinese = /[\p{Script=Han}\u3000-\u303f\uff01-\uff1f“”]/u;
  const insert = { n: '\n', r: '', t: ' ' }[letter] ?? letter;
  const ok =
    letter === '"' || letter === '/'
      ? chinese.test(before) || chinese.test(after)
      : isFree(before) && !/[A-Za-z0-9_]/.test(after) && (chinese.test(before) || chinese.test(after));
  return ok ? { start: at, end, insert, rule: 'repair/escape' } : undefined;
}

/** Not behind a letter, a colon or another path: the letter behind an escape counts as free. */
function isFree(before: string): boolean {
  return !/[A-Za-z0-9_:/\\]/.test(before) || /[nrt"]/.test(before);
}

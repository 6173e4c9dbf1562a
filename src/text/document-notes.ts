/**
 * What an official document says below its text of what is attached and who may see it: 附件说明 and 附注 (GB/T 9704-2012,
 * 7.3.4 and 7.3.7). Both are part of the document and stay in its text; here they are only read.
 */
interface DocumentNotes {
  disclosure?: string;
  attachments?: string[];
}

interface NoteLine {
  text: string;
  start: number;
  end: number;
}

/** What was found, and the lines that say it. */
export interface FoundNotes {
  meta: DocumentNotes;
  origins: { [K in keyof DocumentNotes]?: { from: string; start: number; end: number } };
}

/** （此件公开发布）. The words are few, so that 此件 in a sentence is none. */
const DISCLOSURE =
  /^[(（【[]\s?((?:此件|此文)\s?(?:公开发布|公开|主动公开|依申请公开|不予公开|不公开|删减后公开|可?登报|发至\p{Script=Han}{2,12}))[。]?\s?[)）】\]]$/u;
/** 公开方式：主动公开, in the table that government sites put over a document. */
const OPENNESS =
  /(?:^|[\s|丨])(?:信息)?公开(?:方式|属性|形式|类别|类型|选项|范围)\s?[:：]\s?(主动公开|依申请公开|不予公开|面向社会|全社会)(?![\p{Script=Han}])/u;
const OPENS = /^附\s?件\s?[:：]\s?(\S.*)$/u;
const NUMBERED = /^附\s?件\s?\d{1,2}\s?[:：]\s?(\S.*)$/u;
const ITEM = /^\d{1,2}\s?[.．、]\s?(\S.*)$/u;
/** 附件：略, and what a site writes on its button. */
const NONE = /^(?:略|无|见附件|如附|(?:点击|请)?下载.{0,6})$/u;
/** A name is not longer: that of a document takes two lines at most. */
const NAME = 80;

const nameOf = (text: string): string => text.trim().replace(/[。；;]$/u, '');
const isName = (text: string): boolean => text.length >= 2 && text.length <= NAME && !/[。！？]/u.test(text) && !NONE.test(text); // biome-ignore format: one rule

/** 1.甲表 2.乙表 on one line. A figure in a name (2021.5) has no white space before it, or follows the first. */
const itemsOf = (text: string): string[] =>
  text
    .split(/(?:^|\s+)\d{1,2}\s?[.．、](?!\d)\s?/u)
    .map(nameOf)
    .filter(isName);

/** The list that a line opens: the names on it, and those on the numbered lines below it. */
function listAt(lines: readonly NoteLine[], i: number): { names: string[]; last: number } | null {
  const opened = OPENS.exec(lines[i]!.text)?.[1] ?? NUMBERED.exec(lines[i]!.text)?.[1];
  if (opened === undefined || lines[i]!.text.length > 4 * NAME) return null;
  const names = itemsOf(opened);
  let last = i;
  for (let k = i + 1; k < lines.length && names.length; k++) {
    const item = ITEM.exec(lines[k]!.text)?.[1] ?? NUMBERED.exec(lines[k]!.text)?.[1];
    if (item === undefined || !isName(nameOf(item))) break;
    names.push(nameOf(item));
    last = k;
  }
  return names.length ? { names, last } : null;
}

/**
 * Reads the notes of a document.
 *
 * @param lines of its text, in order, blank ones left out.
 * @param from index of the first line of the text itself: 附件：… above it is the headline of what was attached elsewhere.
 */
export function documentNotes(lines: readonly NoteLine[], from: number): FoundNotes {
  const found: FoundNotes = { meta: {}, origins: {} };
  for (const [i, line] of lines.entries()) {
    const said =
      DISCLOSURE.exec(line.text)?.[1] ?? (line.text.length <= 200 ? OPENNESS.exec(line.text)?.[1] : undefined);
    if (said && found.meta.disclosure === undefined) {
      found.meta.disclosure = said.replace(/\s/g, '');
      found.origins.disclosure = { from: 'note', start: line.start, end: line.end };
    }
    if (i <= from || found.meta.attachments) continue;
    const list = listAt(lines, i);
    if (!list) continue;
    found.meta.attachments = list.names;
    found.origins.attachments = { from: 'note', start: line.start, end: lines[list.last]!.end };
  }
  return found;
}

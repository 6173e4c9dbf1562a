import { isOrg } from '../../text/boilerplate-bylines.ts';
import { fold } from '../../text/boilerplate-fold.ts';
import { isSubtitle } from '../../text/boilerplate-headlines.ts';
import { dateLine } from '../../text/dates.ts';
import { isSection } from '../../text/sections.ts';
import { isAttachment } from './closed.ts';
import { type Line, stays } from './cuts.ts';

/** Who signed a text and when it was written, as it says itself. Signatures stay in the text. */
interface Signature {
  /** ISO 8601. */
  dated?: string;
  org?: string;
}

/** The places of what was read, by field. */
type SignaturePlaces = { [K in keyof Signature]?: { from: string; start: number; end: number } };

/** Lines at the end of a text among which its signature is looked for: 附件 and 此件公开发布 may stand below it. */
const LAST = 6;
/** Bodies that sign together, one a line. */
const SIGNERS = 6;
/** Closes a text, so that a name alone below it signs. */
const CLOSED = /[。！!?？”）)]$|^特此/u;
/** 附件：…, （此件公开发布）, 抄送：… may stand below a signature. */
const isBelow = (line: Line): boolean =>
  isAttachment(line) || /^[（(]|^(?:抄送|抄报|主题词|联系人|联系电话)/u.test(line.text) || signs(line);
/** Only prose goes on below a day: items of what is attached, telephones, captions of annexes do not end a sentence. */
const isProse = (line: Line): boolean => /[。！？!?]$/u.test(line.text.trim());
const place = (from: string, line: Line) => ({ from, start: line.start, end: line.end });

/** A day or a month on a line of its own, be it that of printing (2019年3月11日印发). */
const dateOf = (line: Line): string | null => {
  const text = fold(line.text).trim().replace(PRINTED, '');
  return text.length <= 24 ? dateLine(text) : null;
};
const PRINTED = /(?<=日) ?印[发制]$/u;

/** A whole day; a month alone (2023年4月) may be a heading. */
const dayOf = (line: Line): string | null => {
  const day = dateOf(line);
  return day && day.length >= 10 ? day : null;
};

/** 石桥县统计局 2023年7月20日: organ and day on one line; null for any other. */
function jointOf(line: Line | undefined): { org: string; day: string } | null {
  const text = line ? fold(line.text).trim() : '';
  const m = /^([^\s0-9]{3,34}) {1,8}((?:19|20)[0-9]{2}[年./-].{3,12})$/u.exec(text);
  const day = m && isOrg(m[1]!) && !isSection(text) ? dateLine(m[2]!) : null;
  return day && day.length >= 10 ? { org: m![1]!, day } : null;
}

const ENDS_IN_DAY = /(?:19|20)[0-9]{2}[年./-][0-9]{1,2}[月./-][0-9]{1,2}日?$/u;

/** A month signs only right below the organ, as the last of all. */
const monthOf = (text: readonly Line[], i: number): string | null =>
  i === text.length - 1 && i > 1 && signs(text[i - 1]) && !signs(text[i - 2]) && !dateOf(text[i - 2]!)
    ? dateOf(text[i]!)
    : null;

const signs = (line: Line | undefined): boolean =>
  line !== undefined && isOrg(fold(line.text).replace(/\s/gu, '')) && !isSection(fold(line.text).trim());

/** The day of a subtitle that tells when and where a text was spoken (——2021年1月28日在某某大会上); null for any other line. */
export const occasionDay = (line: string): string | null =>
  isSubtitle(line)
    ? dateLine(
        fold(line)
          .trim()
          .replace(/^[-—–]{1,2}\s?/u, ''),
      )
    : null;

/** 2021年1月28日在某某大会上, in brackets or bare, and no dash before it. */
const heldDay = (line: Line): string | null => {
  const text = fold(line.text).trim();
  return /日\s?在.{4,44}上\)?$/u.test(text) ? dateLine(text) : null;
};

/** （2023年3月16日） below the headline, or its subtitle: when a speech was held, whenever the page was put up. */
function occasion(lines: readonly Line[], body: number, titled: boolean): { line: Line; day: string } | null {
  const above = lines.slice(0, body).filter((l) => l.kind !== 'blank');
  const dayIn = (l: Line): string | null =>
    l.kind === 'date'
      ? (heldDay(l) ?? (/^[（(【〔[]/u.test(l.text) ? dayOf(l) : null))
      : l.rule === 'headline'
        ? occasionDay(l.text)
        : null;
  const at = above.findIndex((l) => dayIn(l) !== null);
  const headed = titled || above.slice(0, Math.max(at, 0)).some((l) => l.rule === 'headline');
  return at >= 0 && headed ? { line: above[at]!, day: dayIn(above[at]!)! } : null;
}

/**
 * Reads the day that the text itself bears (in brackets under its headline, else over its signature) and who signed it.
 *
 * @param lines all lines, marked with what goes
 * @param body index of the text's first line
 * @param titled the headline is known from the markup
 */
export function signatureOf(
  lines: readonly Line[],
  body: number,
  titled: boolean,
): { meta: Signature; origins: SignaturePlaces } {
  const meta: Signature = {};
  const origins: SignaturePlaces = {};
  const spoken = occasion(lines, body, titled);
  if (spoken) {
    meta.dated = spoken.day;
    origins.dated = place('date', spoken.line);
  }
  const text = lines.slice(body).filter(stays);
  // A text of nothing but names and days is a list.
  if (text.length < 3) return { meta, origins };
  const from = Math.max(1, text.length - LAST);
  for (let i = text.length - 1; i >= from; i--) {
    const line = text[i]!;
    const day = dayOf(line) ?? monthOf(text, i);
    // Below its day nobody goes on writing, and days in a row are a table.
    if (!day && !isBelow(line) && isProse(line)) break;
    const joint = jointOf(line);
    // One of several is an entry of a list, or a row of a table.
    if (joint && ENDS_IN_DAY.test(text[i - 1]!.text)) break;
    if (joint) {
      signJointly(line, joint);
      return { meta, origins };
    }
    if (!day) continue;
    if (dayOf(text[i - 1]!)) break;
    // The imprint below a signature tells when it was printed.
    if (PRINTED.test(line.text) && text.slice(Math.max(from, i - LAST), i).some(dayOf)) continue;
    sign(i, day);
    return { meta, origins };
  }
  const cover = meta.dated ? -1 : coverAt(lines, text);
  if (cover > 0) {
    sign(cover, dayOf(text[cover]!)!);
    return { meta, origins };
  }
  const last = text.at(-1)!;
  if (signs(last) && CLOSED.test(text.at(-2)!.text)) {
    meta.org = fold(last.text).replace(/\s/gu, '');
    origins.org = place('signature', last);
  }
  return { meta, origins };

  function signJointly(line: Line, { org, day }: { org: string; day: string }): void {
    if (!meta.dated) {
      meta.dated = day;
      origins.dated = place('signature', line);
    }
    meta.org = org;
    origins.org = place('signature', line);
  }

  /** The text is signed at line `i` on that day, by the organs above it. */
  function sign(i: number, day: string): void {
    if (!meta.dated) {
      meta.dated = day;
      origins.dated = place('signature', text[i]!);
    }
    let first = i;
    while (first > 1 && i - first < SIGNERS && signs(text[first - 1])) first--;
    const signer = first < i ? text[first]! : null;
    if (!signer) return;
    meta.org = fold(signer.text).replace(/\s/gu, '');
    origins.org = place('signature', signer);
  }
}

/** Lines of a letter that encloses a document; what it says it does, and that something stands below it. */
const LETTER = 16;
const ENCLOSES = /(?:印发|转发|下发|批转|发布)(?:给)?(?:你们|如下|你单位)|关于(?:印发|转发|批转)/u;

/** Index of the day under the letter that a document is sent out with: its organ above it, the document below; -1 where there is none. */
function coverAt(lines: readonly Line[], text: readonly Line[]): number {
  const at = text.slice(0, LETTER).findIndex((l, i) => i > 1 && dayOf(l) !== null && signs(text[i - 1]));
  if (at < 0 || at > text.length - 3 || !CLOSED.test(text[at - 2]!.text.trim())) return -1;
  const above = lines.slice(0, lines.indexOf(text[at]!));
  const next = text[at + 1]!;
  return above.some((l) => ENCLOSES.test(l.text)) && !isProse(next) && !dayOf(next) ? at : -1;
}

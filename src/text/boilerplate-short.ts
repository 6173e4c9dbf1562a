import type { ClassifiedLine } from './boilerplate.ts';
import { isName } from './boilerplate-bylines.ts';
import { bareText, fold } from './boilerplate-fold.ts';
import { endsSentence, isReport, isSectionName } from './boilerplate-headlines.ts';
import { isSiteName } from './boilerplate-site.ts';
import { lineMarker } from './markers.ts';

interface TextLine extends ClassifiedLine {
  text: string;
}

const SHORT = /^[\p{Script=Han}“”"《》·—－ ]{2,14}[!?]?$/u;
/** Letters of a headline that is told by its place alone; longer ones look like headlines. */
const LETTERS: readonly [number, number] = [2, 6];
/** What opens or closes a text in few words and is no headline. */
const NONE =
  /^(?:编者按|编者的话|编者语|按语|提要|内容提要|导语|导读|正文|全文|此致|敬礼|此复|特此|谢谢|祝好|顺祝|附[件录表]?|抄送|主送|落款|签名|印章|盖章|完|诸位|各位)|[们上下]$|同志$|朋友$|读者$/u;
/** 大会现场, 合影: what stands under a picture. */
const CAPTION = /(?:现场|合影|图|照片|一角|掠影|剪影|场景|资料|截图|场面|画面)$/u;
/** Shortest paragraph that a headline stands over. */
const PARAGRAPH = 30;

const nextOf = (lines: readonly TextLine[], i: number): number => {
  let k = i + 1;
  while (lines[k]?.kind === 'blank') k++;
  return k;
};

const opensText = (l: TextLine | undefined): boolean =>
  l !== undefined &&
  (l.kind === 'salutation' || (l.kind === 'body' && l.text.length >= PARAGRAPH && /[，。；！？,;!?]/u.test(l.text)));

/** Lines below the fields in which the headline may stand after all. */
const NEAR = 3;
const isFields = (l: TextLine | undefined): boolean =>
  (l?.kind === 'header' || l?.kind === 'tail') && l.meta.published !== undefined;

/**
 * A headline of few letters (下课, 听桥的人), by its place: right over a paragraph or the fields of a page, with nothing of the
 * text above it, or over the line of who wrote the paragraph below, or over the subtitle of a report.
 *
 * @param first whether nothing of the text stands above the line
 */
export function isShortTitle(lines: readonly TextLine[], i: number, first: boolean): boolean {
  const { kind, text } = lines[i]!;
  if ((kind !== 'body' && kind !== 'headline') || !SHORT.test(fold(text).trim())) return false;
  const { length } = bareText(text);
  if (length < LETTERS[0] || length > LETTERS[1] || NONE.test(fold(text).trim())) return false;
  if (CAPTION.test(fold(text).trim())) return false;
  if (isSectionName(text) || isName(text.trim()) || lineMarker(text, 0) || endsSentence(text.replace(/[!?！？]$/u, '')))
    return false;
  const k = nextOf(lines, i);
  const next = lines[k];
  if (next?.kind === 'byline' && next.form === 'full') return opensText(lines[nextOf(lines, k)]);
  if (next && isReport(next.text)) return opensText(lines[nextOf(lines, k)]);
  if (first && isFields(next) && !isSiteName(text.trim()))
    return !lines.slice(k + 1, k + 1 + NEAR).some((l) => l.kind === 'headline');
  return first && opensText(next);
}

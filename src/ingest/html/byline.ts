import type { Meta } from '../../pipeline/types.ts';
import { classifyLine } from '../../text/boilerplate.ts';
import { fieldish } from '../../text/boilerplate-fieldish.ts';
import { simplify } from '../../text/convert.ts';
import type { Line } from './lines.ts';
import type { Main } from './main.ts';
import { KEPT } from './main.ts';
import { authors, cleanOrigin, isoDate } from './meta.ts';
import { lineText } from './text.ts';
import type { Tree } from './tree.ts';

/** How many lines before and after the article may speak of it. A table of 索引号, 发文机关, 文号 … has about sixteen cells. */
const BEFORE = 24;
const AFTER = 8;

const VALUE = '[:：]?\\s{0,5}';
const ORIGIN = /(?:稿件来源|信息来源|文章来源|来源)[:：]\s{0,5}([^\s|丨:：]{2,30})/;
const AUTHOR =
  /(?:作者|撰稿)[:：]\s{0,5}([\p{Script=Han}·、，,]{2,20}(?: [\p{Script=Han}·]{2,4}){0,4})(?=\s|$|[|丨)）])/mu;
const EDITOR = /(?:责任编辑|责编|编辑)[:：]\s{0,5}([\p{Script=Han}·]{2,4})(?![\p{Script=Han}])/u;
const VIEWS =
  /(?:浏览(?:次数|量)?|点击(?:次数|率|量|数)?|阅读(?:次数|量|数)?|访问(?:次数|量)|人气)[:：]?\s{0,5}(\d{1,9})(?![\d.kKwW万])/;
const NUMBER = new RegExp(
  `(?:发文字号|发布文号|文\\s{0,4}号)${VALUE}([\\p{Script=Han}（）()]{1,16}[〔[［(（【]\\d{4}[〕\\]］)）】]\\s?第?\\d{1,5}号)`,
  'u',
);
const ORGAN = new RegExp(
  `(?:发文机关|发布机构|发文单位|发布单位|制发单位)${VALUE}([\\p{Script=Han}（）、]{2,40})`,
  'u',
);
const DATED =
  /(?:发布(?:日期|时间)|发文日期|成文日期|印发日期|更新时间|时间|日期)[:：]?\s{0,5}((?:19|20)\d\d\s?[-/.年].{0,24})/;

/** The short lines that stand around the article and are cut with the chrome: byline and date before, editor after. */
function around(tree: Tree, lines: readonly Line[], main: Main): { before: string; after: string; end: string } {
  const first = lines.findIndex((l) => main.cut[l.block] === KEPT);
  const last = lines.findLastIndex((l) => main.cut[l.block] === KEPT);
  const short = (l: Line) => l.chars < 120 && l.linked * 3 < l.chars * 2 && main.cut[l.block] !== KEPT;
  // The labels below are written in simplified characters.
  const plain = (list: readonly Line[]) => simplify(list.map((l) => lineText(tree, l)).join('\n')).text;
  const text = (list: readonly Line[]) => plain(list.filter(short));
  return {
    before: text(lines.slice(Math.max(0, first - BEFORE), first)),
    after: text(lines.slice(last + 1, last + 1 + AFTER)),
    end: plain(lines.slice(Math.max(first, last - 2), last + 1).filter((l) => l.chars < 60)),
  };
}

const first = (pattern: RegExp, ...texts: string[]): string | null => {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1];
    if (found) return found;
  }
  return null;
};

/** Reads the byline that stands outside the article. What stands inside is left to `strip`, which sees it as text. */
export function readByline(tree: Tree, lines: readonly Line[], main: Main): Partial<Meta> {
  if (!main.node) return {};
  const { before, after, end } = around(tree, lines, main);
  const meta: Partial<Meta> = {};
  const published = isoDate(first(DATED, before) ?? '') ?? dateLine(before);
  if (published) meta.published = published;
  const origin = first(ORIGIN, before, after);
  if (origin && !/^(?:作者|时间|日期|发布)/.test(origin)) meta.origin = cleanOrigin(origin);
  const author = authors(first(AUTHOR, before, after) ?? '');
  if (author.length) meta.author = author;
  const editor = first(EDITOR, end, after, before);
  if (editor) meta.editor = editor;
  const views = first(VIEWS, before, after);
  if (views) meta.views = Number(views);
  const number = first(NUMBER, before);
  if (number) meta.number = number;
  const org = first(ORGAN, before);
  if (org) meta.org = org;
  return { ...fieldsIn(before.split('\n'), true), ...fieldsIn(after.split('\n'), false), ...meta };
}

/**
 * What lines say that the patterns above do not know, read as `strip` reads lines of text: nearest to the article first.
 * Behind it only who edited is the article's; a date there may be that of any other page.
 */
function fieldsIn(lines: readonly string[], before: boolean): Partial<Meta> {
  const meta: Partial<Meta> = {};
  for (const line of before ? lines.toReversed() : lines) {
    const { kind, meta: found } = classifyLine(line);
    const fields = kind === 'header' || kind === 'tail' ? found : before ? fieldish(line) : null;
    for (const [key, value] of Object.entries(before ? (fields ?? {}) : { editor: fields?.editor }))
      if (value !== undefined) (meta as Record<string, unknown>)[key] ??= value;
  }
  return meta;
}

/** A date without a label, on a line that begins with it: the nearest to the article. */
function dateLine(text: string): string | null {
  const dates = text.split('\n').filter((l) => /^\s?(?:19|20)\d\d\s?[-/.年]/.test(l));
  return isoDate(dates.at(-1) ?? '');
}

import type { Meta, Origins } from '../../pipeline/types.ts';
import { classifyLine } from '../../text/boilerplate.ts';
import { fieldish } from '../../text/boilerplate-fieldish.ts';
import { simplify } from '../../text/convert.ts';
import { isoDate } from '../../text/field-dates.ts';
import type { Line } from './lines.ts';
import type { Main } from './main.ts';
import { KEPT } from './main.ts';
import { cleanOrigin, signatures } from './meta.ts';
import { lineText, placeOf } from './text.ts';
import type { Tree } from './tree.ts';

/** How many lines before and after the article may speak of it. A table of 索引号, 发文机关, 文号 … has about sixteen cells. */
const BEFORE = 24;
const AFTER = 8;

const VALUE = '[:：]?\\s{0,5}';
/** 某某局【字号：大 中 小】: what is used, not read, stands in a box behind the source. */
const ORIGIN = /(?:稿件来源|信息来源|文章来源|来源)[:：]\s{0,5}([^\s|丨:：][^\s|丨:：【［[]{1,29})/;
const AUTHOR =
  /(?:(?:作者|撰稿|文\/图)[:：]\s{0,5}|^作者\n)([\p{Script=Han}·、，,]{2,20}(?: [\p{Script=Han}·]{2,4}){0,4})(?=\s|$|[|丨)）])/mu;
/** A field left empty is followed by what stands on the next line: 平台声明, 相关阅读. */
const EDITOR =
  /(?:责任编辑|责编|编辑)[:：]\s{0,5}(?!平台|声明|免责|版权|相关|推荐|分享|热门|上一|下一|返回|打印|关闭)([\p{Script=Han}·]{2,4})(?![\p{Script=Han}])/u;
/** 12,306 and 12 306 are one number; 12 306条 are two. */
const VIEWS =
  /(?:浏览(?:次数|量)?|点击(?:次数|率|量|数)?|阅读(?:次数|量|数)?|访问(?:次数|量)|围观(?:次数)?|(?<!关注)人气)[:：]?\s{0,5}[(（]?(\d{1,3}(?:[,， \u00A0]\d{3}){1,2}(?![\d.,:/%-]|(?![次人])\p{Script=Han})|\d{1,9})(?![\d.kKwW万])/u;
const NUMBER = new RegExp(
  `(?:发文字号|发布文号|文\\s{0,4}号)${VALUE}([\\p{Script=Han}（）()]{1,16}[〔[［(（【]\\d{4}[〕\\]］)）】]\\s?第?\\d{1,5}号)`,
  'u',
);
const ORGAN = new RegExp(
  `(?:发文机关|发布机构|发文单位|发布单位|制发单位)${VALUE}([\\p{Script=Han}（）、]{2,40})`,
  'u',
);
/** When it was published; failing that, when it was written. */
const DATED = [
  /(?:(?:发布|公开|公布)(?:日期|时间)|更新时间)[:：]?\s{0,5}((?:19|20)\d\d\s?[-/.年].{0,24})/,
  /(?:时间|日期)[:：]?\s{0,5}((?:19|20)\d\d\s?[-/.年].{0,24})/,
];

/** Lines beside the article in simplified characters, as which the labels above are written, and where each stands. */
interface Beside {
  lines: { text: string; line: Line }[];
  /** One below the other. */
  text: string;
}

/** The short lines that stand around the article and are cut with the chrome: byline and date before, editor after. */
function around(tree: Tree, lines: readonly Line[], main: Main): { before: Beside; after: Beside; end: Beside } {
  const first = lines.findIndex((l) => main.cut[l.block] === KEPT);
  const last = lines.findLastIndex((l) => main.cut[l.block] === KEPT);
  const short = (l: Line) => l.chars < 120 && l.linked * 3 < l.chars * 2 && main.cut[l.block] !== KEPT;
  const plain = (list: readonly Line[]): Beside => {
    // A line break stays one, so that the lines are the same.
    const texts = simplify(list.map((l) => lineText(tree, l)).join('\n')).text.split('\n');
    return { lines: list.map((line, i) => ({ text: texts[i] ?? '', line })), text: texts.join('\n') };
  };
  return {
    before: plain(lines.slice(Math.max(0, first - BEFORE), first).filter(short)),
    after: plain(lines.slice(last + 1, last + 1 + AFTER).filter(short)),
    end: plain(lines.slice(Math.max(first, last - 2), last + 1).filter((l) => l.chars < 60)),
  };
}

/** What a field says, and the line that says it. */
interface Read<T> {
  value: T;
  line: Line;
}

function first(pattern: RegExp, ...places: Beside[]): Read<string> | null {
  for (const { text, lines } of places) {
    const found = pattern.exec(text);
    // A label may stand on the line before its value, as in a table: the line of the value counts.
    if (found?.[1]) return { value: found[1], line: lineAt(lines, found.index + found[0].lastIndexOf(found[1])) };
  }
  return null;
}

/** The line that holds an offset of the lines' text. */
function lineAt(lines: Beside['lines'], at: number): Line {
  let end = -1;
  for (const { text, line } of lines) {
    end += text.length + 1;
    if (at <= end) return line;
  }
  return lines.at(-1)!.line;
}

/** What stands beside the article, and where each field stood. */
export interface Byline {
  meta: Partial<Meta>;
  origins: Origins;
}

/** Reads the byline that stands outside the article. What stands inside is left to `strip`, which sees it as text. */
export function readByline(tree: Tree, lines: readonly Line[], main: Main): Byline {
  const by: Byline = { meta: {}, origins: {} };
  if (!main.node) return by;
  const { before, after, end } = around(tree, lines, main);
  const take = <T>(field: keyof Meta, found: Read<T> | null, value?: unknown): void => {
    if (!found || field in by.meta) return;
    (by.meta as Record<string, unknown>)[field] = value ?? found.value;
    by.origins[field] = { from: 'beside', ...placeOf(tree, found.line) };
  };
  const dated = DATED.map((d) => first(d, before)).find((found) => found !== null) ?? null;
  const published = isoDate(dated?.value ?? '');
  take('published', published ? dated : dateLine(before), published);
  const origin = first(ORIGIN, before, after);
  if (origin && !/^(?:作者|时间|日期|发布)/.test(origin.value)) take('origin', origin, cleanOrigin(origin.value));
  const author = first(AUTHOR, before, after);
  const names = signatures(author?.value ?? '');
  if (names.length) take('author', author, names);
  take('editor', first(EDITOR, end, after, before));
  const views = first(VIEWS, before, after);
  take('views', views, Number(views?.value.replace(/\D/gu, '')));
  take('number', first(NUMBER, before));
  take('org', first(ORGAN, before));
  fieldsIn(after.lines, false, take);
  fieldsIn(before.lines.toReversed(), true, take);
  return by;
}

/**
 * What lines say that the patterns above do not know, read as `strip` reads lines of text: nearest to the article first.
 * Behind it only who edited is the article's; a date there may be that of any other page.
 */
function fieldsIn(
  lines: Beside['lines'],
  before: boolean,
  take: (field: keyof Meta, found: Read<unknown>) => void,
): void {
  for (const { text, line } of lines) {
    const { kind, meta: found } = classifyLine(text);
    const fields =
      kind === 'header' || kind === 'tail' || (before && kind === 'number') ? found : before ? fieldish(text) : null;
    for (const [key, value] of Object.entries(before ? (fields ?? {}) : { editor: fields?.editor }))
      if (value !== undefined) take(key as keyof Meta, { value, line });
  }
}

/** A date without a label, on a line that begins with it: the nearest to the article. */
function dateLine({ lines }: Beside): Read<string> | null {
  const last = lines.findLast(({ text }) => /^\s?(?:19|20)\d\d\s?[-/.年]/.test(text));
  const value = isoDate(last?.text ?? '');
  return last && value ? { value, line: last.line } : null;
}

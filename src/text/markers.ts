/**
 * Outline markers as Chinese policy texts write them: 一、 (一) 1. ① 第一, 第一条 一是 二要 首先 ….
 *
 * A marker is only a *form* here. Whether it opens an item of an outline (and not 一、二类乡镇 or a lone 首先) is for the
 * caller to decide from its place and its fellows.
 */

export type MarkerStyle =
  /** 一、 一. */
  | 'hanzi'
  /** (一) （一） 〔一〕 */
  | 'hanzi-paren'
  /** 1. 1、 1．; at a line's start also `1 ` */
  | 'arabic'
  /** (1) 1) */
  | 'arabic-paren'
  /** 1.1 2.3.1 */
  | 'decimal'
  /** ① ⑴ ⒈ ㈠ */
  | 'circled'
  /** 第一, 第二是 其一 */
  | 'ordinal'
  /** 第一条 */
  | 'article'
  /** 第一章 第一节 第一部分 第一编 */
  | 'chapter'
  /** A. a) */
  | 'letter'
  /** Ⅰ. Ⅱ、 */
  | 'roman'
  /** 壹、 贰、 the numerals of cheques, at a line's start only */
  | 'capital'
  /** 一是 二要 三靠 一个是 */
  | 'shi'
  /** 首先 其次 再次 最后 */
  | 'sequence';

export interface Marker {
  /** Of the marker as written, without white space before it (UTF-16, half-open). */
  start: number;
  end: number;
  /** Where the text after it begins: behind a comma, colon or white space that belongs to the marker. */
  body: number;
  /** As written, without its comma: `一、` `(一)` `一是` `第一` `7、`. */
  number: string;
  style: MarkerStyle;
  /** Ordinal value; of 1.2.3 the last member; of 首先 1, 其次 2, 再次 3, 最后 {@link LAST}. */
  value: number;
  /** The word that closes a `shi` marker (是 要 靠), the unit of a `chapter` (章 节), or ''. */
  unit: string;
  /** Depth of a `decimal` (1.2.3 is 3), else 1. */
  depth: number;
  /** True when only white space stands between it and the line's start. */
  line: boolean;
}

/** Value of 最后, whose place in the row is not written. */
export const LAST = 999;

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** The numerals of cheques (大写数字), in order. */
const CAPITALS = '壹贰叁肆伍陆柒捌玖拾';

/** The value of a Chinese ordinal below 1000 (`二十三`, `一百零二`); NaN when it is none. */
export function hanziValue(s: string): number {
  let total = 0;
  let digit = -1;
  for (const c of s) {
    if (c === '十' || c === '百') {
      total += (digit < 0 ? 1 : digit) * (c === '十' ? 10 : 100);
      digit = -1;
    } else if (c in DIGITS) {
      if (digit > 0) return Number.NaN;
      digit = DIGITS[c]!;
    } else return Number.NaN;
  }
  if (digit >= 0) total += digit;
  return total > 0 ? total : Number.NaN;
}

const H = '[一二三四五六七八九十百零〇]{1,5}';
/** What may end a marker and belongs to it. The comma after 第一 and 首先 does not belong to the marker as written. */
const FORMS: [MarkerStyle, RegExp][] = [
  ['chapter', new RegExp(`第(${H}|[0-9]{1,3})(章|节|编)(?![一-鿿]{0,2}[的中里]|课)`, 'y')],
  // 第一课堂, 第一部分是…: these units need a space or a stop behind them.
  ['chapter', new RegExp(`第(${H}|[0-9]{1,3})(部分|篇|讲|课|单元)(?=[ 　:：、,，])`, 'y')],
  ['article', new RegExp(`第(${H}|[0-9]{1,3})条(?!例|件|款|线|路|腿|[的第])`, 'y')],
  // 第一个方面,… heads a section of a speech.
  [
    'ordinal',
    new RegExp(
      `第(${H})(?:[、.．](?!第)|个?是|要|(?:个?方面|点|个(?:问题|环节|特点|原因))(?:是|(?=[,，:：]))|(?=[,，:：]))`,
      'y',
    ),
  ],
  ['ordinal', /其([一二三四五六七八九])(?:是|(?=[,，:：、]))/y],
  // 一是一,二是二: a saying.
  ['shi', new RegExp(`(${H})(个?是|要|靠|抓|须|应|则是|来)(?!到底|[,，。、;；]|[一二两][,，。;；])`, 'y')],
  // 一是,人才留不住;二是,设备陈旧.
  ['shi', new RegExp(`(${H})(个?是)(?=[,，][一-鿿“]{3})`, 'y')],
  // 一、二类乡镇 and 一、二、三产业 are lists of numbers. Wrong case: a heading that begins so (一、二级市场的培育) is lost.
  [
    'hanzi',
    new RegExp(
      `(${H})[ 　]{0,2}(?:、|[.．](?![0-9])|,(?=[一-鿿])|，)(?![一二三四五六七八九十](?:[、,，]|类|级|线|产|期|季(?!度(?:重点)?(?:工作|打算|安排|计划))|楼|批|次|等))`,
      'y',
    ),
  ],
  ['hanzi-paren', new RegExp(`[(（〔【\\[][ 　]?(${H})[ 　]?[)）〕】\\]][ 　]{0,2}[、.．]?`, 'y')],
  ['arabic-paren', /[(（〔【][ 　]?([0-9]{1,2})[ 　]?[)）〕】][ 　]{0,2}[、.．]?/y],
  ['arabic-paren', /([0-9]{1,2})[ 　]?[)）][、.．]?/y],
  [
    'decimal',
    /([0-9]{1,2}(?:[.．][0-9]{1,2}){1,3})[、.．]?(?=[ 　一-鿿“"])(?![ 　]?(?:[万亿千百]|个?百分|元|倍|米|公里|吨|亩|平方|[%％‰]))/y,
  ],
  [
    'arabic',
    /([0-9]{1,3})[ 　]?(?:、(?![0-9]{1,3}[、,，%％.]|[0-9]{1,3}[ 　]?[年月日号])|[.．](?![0-9])|[,，](?=[一-鿿“]))/y,
  ],
  ['arabic', /([0-9]{1,2})(?=[ 　]{1,2}[一-鿿“])/y],
  ['circled', /([①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿➀-➉])[、.．]?/y],
  ['roman', /([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])(?:[、.．,，]|(?=[ 　]))/y],
  ['capital', new RegExp(`([${CAPITALS}])(?:[、.．]|(?=[ 　](?![万仟佰拾元圆])))`, 'y')],
  ['letter', /([A-Ha-h])[ 　]?(?:[、]|[.．)）](?=[ 　]?[一-鿿]))/y],
  ['sequence', /(首先|其次|再次|再者|最后)/y],
];

const SEQUENCE: Record<string, number> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 最后: LAST };

const CIRCLED: [number, number, number][] = [
  [0x2460, 0x2473, 1],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x3220, 0x3229, 1],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
];

function circledValue(c: string): number {
  const code = c.codePointAt(0)!;
  for (const [from, to, first] of CIRCLED) if (code >= from && code <= to) return code - from + first;
  return Number.NaN;
}

function ordinalValue(style: MarkerStyle, s: string): number {
  switch (style) {
    case 'sequence':
      return SEQUENCE[s]!;
    case 'circled':
      return circledValue(s);
    case 'roman':
      return s.charCodeAt(0) - 0x215f;
    case 'capital':
      return CAPITALS.indexOf(s) + 1;
    case 'letter':
      return s.toLowerCase().charCodeAt(0) - 96;
    case 'decimal':
      return Number(s.split(/[.．]/).at(-1));
    default:
      return /[0-9]/.test(s) ? Number(s) : hanziValue(s);
  }
}

const WIDE = new Set([' ', '\t', '　', '\u00a0']);
const COMMA = new Set([',', '，', ':', '：', '、']);

/** Skips what belongs to the marker but not to `number`: one comma or colon, and white space. */
function skipTail(text: string, at: number, comma: boolean): number {
  let i = at;
  while (i < text.length && WIDE.has(text[i]!)) i++;
  if (comma && i < text.length && COMMA.has(text[i]!)) {
    i++;
    while (i < text.length && WIDE.has(text[i]!)) i++;
  }
  return i;
}

/**
 * Reads the marker that begins exactly at `at`.
 *
 * Inside a line 一, and 1, (a comma in place of 、) and 1 (nothing but a space) are no markers: they occur as numbers there.
 *
 * @param line whether only white space stands before `at` in its line
 * @returns null where no marker begins
 */
export function markerAt(text: string, at: number, line: boolean): Marker | null {
  for (const [style, form] of FORMS) {
    form.lastIndex = at;
    const m = form.exec(text);
    if (!m) continue;
    const value = ordinalValue(style, m[1]!);
    if (!(value > 0)) continue;
    let end = at + m[0].length;
    let number = m[0];
    if (!line && style === 'arabic' && /[0-9]$/.test(number)) continue;
    if (/[,，]$/.test(number)) {
      if (!line) continue;
      number = number.slice(0, -1);
      end--;
    }
    const body = skipTail(text, end, style !== 'shi' || /[,，]/.test(text[end] ?? ''));
    const unit = style === 'shi' || style === 'chapter' ? m[2]! : '';
    const depth = style === 'decimal' ? m[1]!.split(/[.．]/).length : 1;
    return { start: at, end, body, number, style, value, unit, depth, line };
  }
  return null;
}

/** Characters with which some marker begins. */
const OPENER = /[一二三四五六七八九十第其首再最(（〔【[0-9①-⑳⑴-⒛㈠-㈩❶-❿➀-➉ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ壹贰叁肆伍陆柒捌玖拾A-Ha-h]/;

/** 1.2022年1月完成…, 2.3月下旬…: the number of a line runs into a date. */
const BEFORE_DATE = /([0-9]{1,2})[.．](?=(?:19|20)[0-9]{2}[ 　]?年|1?[0-9][ 　]?月)/y;
/** 2.900分以上为优秀: it runs into an amount; told from a decimal by its fellows above and below alone. 2.50万亩 is one. */
const BEFORE_AMOUNT = /([0-9]{1,2})[.．](?=[0-9]{2,6}(?![万亿])[一-鿿%％])/y;

/** The marker `N.` at `at`, where a number follows that is not its fraction. */
function pointed(text: string, at: number, above: Marker | null): Marker | null {
  for (const form of [BEFORE_DATE, BEFORE_AMOUNT]) {
    form.lastIndex = at;
    const m = form.exec(text);
    if (!m || (form === BEFORE_AMOUNT && !isBetween(text, at, above, Number(m[1])))) continue;
    const end = at + m[0].length;
    const value = Number(m[1]);
    return { start: at, end, body: end, number: m[0], style: 'arabic', value, unit: '', depth: 1, line: true };
  }
  return null;
}

/** Whether the row goes on with a number on either side: 1.…⏎2.900分…⏎3.…. */
function isBetween(text: string, at: number, above: Marker | null, value: number): boolean {
  if (above?.style !== 'arabic' || !/[.．]$/.test(above.number) || above.value !== value - 1) return false;
  const eol = text.indexOf('\n', at);
  const next = eol < 0 ? '' : text.slice(eol + 1, eol + 9).trimStart();
  return new RegExp(`^${value + 1}[.．](?![0-9])`).test(next);
}

/**
 * The marker at the start of the line that begins at `lineStart`, white space before it skipped; null if there is none.
 *
 * @param above the marker of the last line that has one
 */
export function lineMarker(text: string, lineStart: number, above: Marker | null = null): Marker | null {
  let i = lineStart;
  while (i < text.length && WIDE.has(text[i]!)) i++;
  if (i >= text.length || !OPENER.test(text[i]!)) return null;
  return pointed(text, i, above) ?? markerAt(text, i, true);
}

/** After these a clause or sentence begins, so that a marker may stand there inside a line. */
const BOUNDARY = new Set([...'。；;：:！!？?，,、”"’」』)）…—\n']);
/** After a comma only the words of an enumeration are markers (,一是 ,首先); (一) and 1. there are cross-references and numbers. */
const SOFT = new Set([...'，,、—']);
const WORDS: ReadonlySet<MarkerStyle> = new Set(['shi', 'sequence', 'ordinal']);

const CANDIDATE =
  /[(（〔【[][ 　]?(?=[一二三四五六七八九十0-9])|[0-9]{1,3}(?=[.．、)） 　])|[①-⑳⑴-⒛㈠-㈩❶-❿➀-➉]|第(?=[一二三四五六七八九十0-9])|其(?=[一二三四五六七八九次])|首先|再次|再者|最后|[一二三四五六七八九十][一二三四五六七八九十百零]{0,3}(?=[、.．是要靠抓须应则来个])/g;

/**
 * Every marker of a text in reading order: at the start of a line, or inside a line where a clause begins.
 *
 * One pass over the text; each candidate is tried once.
 *
 * @param from,to half-open UTF-16 range to look in; `from` should be a line's start
 */
export function findMarkers(text: string, from = 0, to = text.length): Marker[] {
  const found: Marker[] = [];
  let free = from;
  const take = (m: Marker | null): void => {
    if (!m || m.body > to) return;
    found.push(m);
    free = m.end;
  };
  // One scan over all lines: a search that starts anew at each line runs to the end of the text where markers are rare.
  CANDIDATE.lastIndex = from;
  let next = CANDIDATE.exec(text);
  let lineStart = from;
  let above: Marker | null = null;
  while (lineStart <= to) {
    const eol = text.indexOf('\n', lineStart);
    const lineEnd = eol < 0 || eol > to ? to : eol;
    const own = lineMarker(text, lineStart, above);
    above = own ?? above;
    take(own);
    while (next && next.index < lineEnd) {
      if (next.index >= Math.max(free, lineStart))
        take(inlineMarker(text, next.index, lineStart, lineEnd, found.at(-1)));
      CANDIDATE.lastIndex = Math.max(CANDIDATE.lastIndex, free);
      next = CANDIDATE.exec(text);
    }
    lineStart = lineEnd + 1;
  }
  return found;
}

/** The marker that begins at `at` inside a line, where a clause begins; null otherwise. */
function inlineMarker(
  text: string,
  at: number,
  lineStart: number,
  lineEnd: number,
  last: Marker | undefined,
): Marker | null {
  let p = at - 1;
  while (p >= lineStart && WIDE.has(text[p]!)) p--;
  if (p < lineStart) return null;
  if (!BOUNDARY.has(text[p]!))
    return (last && last.body >= lineStart ? runTogether(text, at, last) : null) ?? attachedFirst(text, at, lineEnd);
  const marker = markerAt(text, at, false);
  if (!marker || marker.body > lineEnd) return null;
  if (marker.style === 'chapter') return null;
  return SOFT.has(text[p]!) && !WORDS.has(marker.style) && !secondFollows(text, marker, lineEnd) ? null : marker;
}

/** 体会有几点，一、…；二、…: behind a comma it is a number where the second is one without doubt; how far on that may stand. */
const STOPPED_SECOND: Partial<Record<MarkerStyle, RegExp>> = {
  hanzi: /[。；;]二、/,
  'hanzi-paren': /[。；;][（(]二[）)]/,
  'arabic-paren': /[。；;][（(]2[）)]/,
  circled: /[。；;]②/,
};
const STOPPED_REACH = 200;

function secondFollows(text: string, m: Marker, lineEnd: number): boolean {
  const second = m.value === 1 && !/[.．,，]$/.test(m.number) ? STOPPED_SECOND[m.style] : undefined;
  return second?.test(text.slice(m.body, Math.min(lineEnd, m.body + STOPPED_REACH))) ?? false;
}

/** 各支部一要抓学习,二要抓制度: the first of a row goes on with the clause; how far on the second may stand. */
const SECOND_REACH = 100;
const FIRST = /一(个?是|要|须)/y;

function attachedFirst(text: string, at: number, lineEnd: number): Marker | null {
  FIRST.lastIndex = at;
  const unit = FIRST.exec(text)?.[1];
  if (!unit || !/[一-鿿]/.test(text[at - 1]!) || /[统单唯专万第之同百十]/.test(text[at - 1]!)) return null;
  const rest = text.slice(at, Math.min(lineEnd, at + SECOND_REACH));
  return new RegExp(`[,，;；。]二${unit}`).test(rest) ? markerAt(text, at, false) : null;
}

/** A heading and the first item under it, run together without a stop (一、存在的问题(一)意识不强). */
const HEADING_REACH = 30;
const STOPPED = /[。；;：:！!？?,，]|[第条款项][^、]{0,4}$/;

function runTogether(text: string, at: number, last: Marker): Marker | null {
  if (at <= last.body || at - last.body > HEADING_REACH || STOPPED.test(text.slice(last.body, at))) return null;
  const marker = markerAt(text, at, false);
  return marker?.style === 'hanzi-paren' && marker.value === 1 && last.style !== 'hanzi-paren' ? marker : null;
}

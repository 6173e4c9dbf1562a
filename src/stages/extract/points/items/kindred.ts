/** Rows of paragraphs whose first sentences belong together by more than their build: named before, begun alike, or all of a change. */
import { type Line, skipDash } from './item.ts';
import { type Opener, sentenceEnd } from './openers.ts';
import { pattern } from './shape.ts';

/** What is named in a list is short. */
const NAME_MAX = 12;
/** Of a sentence that begins as the one before. */
const SHARED_MAX = 40;
/** 五年来，我们始终把: so much the same is no chance. */
const SHARED_MIN = 6;
/** Lists that are headed one by one are no longer. */
const LISTED_MAX = 12;
/** Two of anything may be one by chance. */
const ROW_MIN = 3;

/** The sentence that opens a paragraph, if it ends in 。 within `max` and the paragraph goes on behind it. */
function opener(text: string, line: Line, row: number, max: number): Opener | null {
  const start = skipDash(text, line);
  const stop = sentenceEnd(text, start, Math.min(line.end, start + max + 1));
  if (stop <= start || text[stop] !== '。' || stop + 1 >= line.end) return null;
  return { row, start, end: stop, text: text.slice(start, stop) };
}

/** Consecutive rows, as long as each goes on with the one before; of ROW_MIN or more. */
function runs(openers: readonly (Opener | null)[], goesOn: (a: Opener, b: Opener) => boolean): Opener[][] {
  const out: Opener[][] = [];
  let run: Opener[] = [];
  for (const o of [...openers, null]) {
    const last = run.at(-1);
    if (o && last && o.row === last.row + 1 && goesOn(last, o)) {
      run.push(o);
      continue;
    }
    if (run.length >= ROW_MIN) out.push(run);
    run = o ? [o] : [];
  }
  return out;
}

/**
 * Paragraphs that open with what the line before them has listed, in its order: 六字诀，稳、准、让… ⏎稳。… ⏎准。… ⏎让。…
 *
 * @param rows the unmarked lines of one section, in order
 */
export function namedBefore(text: string, lines: readonly Line[], rows: readonly number[]): Opener[] {
  const openers = rows.map((row) => opener(text, lines[row]!, row, NAME_MAX));
  return runs(openers, () => true).flatMap((run) =>
    run.flatMap((_, i) => listed(text, lines, run.slice(i, i + LISTED_MAX))),
  );
}

/** As many of a row as the line before it lists, none where that are fewer than ROW_MIN. */
function listed(text: string, lines: readonly Line[], run: readonly Opener[]): Opener[] {
  const above = lines[(run[0]?.row ?? 0) - 1];
  if (!above || run.length < ROW_MIN) return [];
  const line = text.slice(above.start, above.end);
  const named = run.slice(0, ROW_MIN);
  const names = named.map((o) => o.text).join('、');
  const at = line.indexOf(names);
  if (at < 0) return [];
  let end = at + names.length;
  for (const o of run.slice(ROW_MIN)) {
    if (!line.startsWith(`、${o.text}`, end)) break;
    end += 1 + o.text.length;
    named.push(o);
  }
  return named;
}

/** Paragraphs whose first sentences begin with the same words, whatever words: 五年来，我们始终把…，…。 */
export function sharedStart(text: string, lines: readonly Line[], rows: readonly number[]): Opener[] {
  const openers = rows.map((row) => opener(text, lines[row]!, row, SHARED_MAX));
  const same = (a: Opener, b: Opener) =>
    /[,，]/.test(a.text) && a.text.slice(0, SHARED_MIN) === b.text.slice(0, SHARED_MIN) && a.text !== b.text;
  return runs(openers, same).flat();
}

/** Of sentences that have nothing but their length in common. */
const EVEN_MAX = 16;

/** Paragraphs that open with a sentence of just one length: 懒政思维作祟。 免责心理驱动。 …, whatever stood before. */
export function rowOfEven(openers: readonly Opener[]): Opener[] {
  const short = openers.filter((o) => o.text.length <= EVEN_MAX && !/[,，]/.test(o.text));
  return runs(short, (a, b) => a.text.length === b.text.length).flat();
}

/** 支书要坐得住冷板凳: who must do what. */
const DUTY = /^[一-鿿]{2,4}(?:要|必须|应当?|得)(?![问他她你我])[一-鿿“”]{3,14}$/;

/** Paragraphs of one section, each of which opens by saying so of somebody. */
export function rowOfDuties(openers: readonly Opener[], heading: string): Opener[] {
  return heading ? runs(openers, (a, b) => DUTY.test(a.text) && DUTY.test(b.text)).flat() : [];
}

/** 石窑村：班子散。…: what a paragraph is about. */
const LABEL = /^[一-鿿]{2,6}(?=[:：](?![我俺咱])[^:：“]{6})/;
/** 时间： 单位： state something of the page; 记者： 王大爷： speak, as does who says 我. */
const NO_LABEL =
  /单位|时间|地点|来源|主题|电话|邮箱|地址|编号|对象|范围|记者?$|人$|员$|同志$|书记$|主任$|读者$|[爷娘妈婶伯叔哥嫂姐]$|等奖$/;
const LABELLED_MIN = 30;

/** Paragraphs of one section that open with names of one kind: as long, and with the same last character. */
export function rowOfLabels(text: string, lines: readonly Line[], rows: readonly number[], heading: string): Opener[] {
  if (!heading) return [];
  const labels = rows.map((row): Opener | null => {
    const { start, end } = lines[row]!;
    const label = end - start < LABELLED_MIN ? null : LABEL.exec(text.slice(start, start + 16))?.[0];
    return label && !NO_LABEL.test(label) ? { row, start, end: start + label.length, text: label } : null;
  });
  return runs(
    labels,
    (a, b) => a.text !== b.text && a.text.length === b.text.length && a.text.at(-1) === b.text.at(-1),
  ).flat();
}

/** 扩投资,积蓄发展动能: two clauses without figures or quotations. */
const COUPLET = /^([^,，、0-9“”]{2,8})[,，]([^,，、0-9“”]{3,10})$/;

/** Paragraphs each of which opens with two clauses, the first and the second of one length in all (the second within a character),
 * the first words of one kind. */
export function rowOfCouplets(openers: readonly Opener[]): Opener[] {
  return runs(openers, (a, b) => evenCouplets(a.text, b.text)).flat();
}

/** A first clause so short is no sentence of a story. */
const SURE = 3;

/** @param slack by how many characters the second clauses may differ */
function evenCouplets(a: string, b: string, slack = 1): boolean {
  const [p, q] = [COUPLET.exec(a), COUPLET.exec(b)];
  if (!p || !q || p[1]!.length !== q[1]!.length || Math.abs(p[2]!.length - q[2]!.length) > slack) return false;
  return p[1]!.length <= SURE || pattern(p[1]!)[0] === pattern(q[1]!)[0];
}

/** 补课。 提质。 打品牌。: a section each of whose paragraphs opens with a word or two. */
const WORD_MAX = 5;

export function rowOfWords(text: string, lines: readonly Line[], rows: readonly number[], heading: string): Opener[] {
  // 爷爷老了。 奶奶走了。: a story tells so.
  if (!heading) return [];
  const openers = rows.map((row) => opener(text, lines[row]!, row, WORD_MAX));
  const words = openers.filter((o) => o !== null && o.text.length > 1 && !/[,，：:]/.test(o.text)) as Opener[];
  return words.length === rows.length && words.length >= ROW_MIN ? words : [];
}

/** 坐班服务。 入户走访。: two paragraphs right below their heading that open with a phrase of four characters, or with even clauses. */
export function pairBelow(openers: readonly Opener[], rows: readonly number[], heading: string): readonly Opener[] {
  const [a, b, ...more] = openers.filter((o) => o.row === rows[0] || o.row === rows[1]);
  if (!heading || !a || !b || more.length) return [];
  const phrases = [a, b].every((o) => /^[一-鿿]{4}$/.test(o.text));
  return phrases || evenCouplets(a.text, b.text, 0) ? [a, b] : [];
}

/** 效率上去了, 河水变清了一大截; 监测抓得早, 链条拉得长. */
const CHANGED = /^[^,，“”]{2,8}了(?:一大?[一-鿿]{1,2})?$/;
const DEGREE = /^[^,，“”]{2,8}得[一-鿿]{1,2}$/;

/** Paragraphs each of which opens by saying what has changed, or each how well something is done. */
export function rowOfChange(openers: readonly Opener[]): Opener[] {
  const alike = (re: RegExp) => (a: Opener, b: Opener) => re.test(a.text) && re.test(b.text);
  return [...runs(openers, alike(CHANGED)), ...runs(openers, alike(DEGREE))].flat();
}

import type { SloganKind } from '../../types.ts';
import { isCommonWord } from '../lexicon.ts';
import { formula, isDate } from '../numerals.ts';
import type { Quote } from '../quotes.ts';
import { judge, type Verdict } from './judge.ts';
import { isCommon } from './names-around.ts';
import { clausesOf } from './parallel.ts';
import { type Placed, place } from './placed.ts';
import { weighQuote } from './quote-weights.ts';

/** A quote in its place and what it was taken for. */
interface Judged {
  quote: Quote;
  placed: Placed;
  verdict: Verdict | null;
}

const ROW: Verdict = { kind: 'name', rule: 'name/row', listed: false };

/** Whether a quote that nothing else tells of may have a name like those beside it. */
function mayBeNamed(p: Placed): boolean {
  const s = p.quote.text;
  return (
    s.length >= 3 &&
    s.length <= 12 &&
    /\p{Script=Han}{2}/u.test(s) &&
    clausesOf(s).length === 1 &&
    !/[。！？!?：:*＊×]/u.test(s) &&
    !p.quote.titled &&
    !isCommonWord(s) &&
    !isDate(s) &&
    !formula(s) &&
    !isCommon(p, s)
  );
}

/** “小修小补”“银龄课堂”“周末集市”等: where one of a row has a name, the others have. */
function nameRows(all: readonly Judged[]): void {
  for (const row of Map.groupBy(all, (r) => r.placed.row).values()) {
    if (!row.some((r) => r.verdict?.kind === 'name' && r.verdict.rule !== 'standing')) continue;
    for (const r of row) if (!r.verdict && mayBeNamed(r.placed)) r.verdict = ROW;
  }
}

/** What stands between the names of several owners: “甲”、二支部的“乙”. */
const OWNER = /^[、，,]\p{Script=Han}{2,12}$/u;
/** What all of them are, or became. */
const OWNED_AFTER =
  /^(?:等[^，,。；;：:\n“”]{0,14}|(?:先后|分别|均|都|相继)?(?:入选|获评|列入|成为|被评为)[^，,。；;：:\n“”]{0,14})(?:品牌|项目|案例|工作法|做法)/u;

/** 一支部“甲”、二支部的“乙”、三支部的“丙”等党建品牌: names with their owners between them. */
function nameOwned(text: string, all: readonly Judged[]): void {
  for (let end = all.length - 1; end > 0; end--) {
    if (!OWNED_AFTER.test(all[end]!.placed.own)) continue;
    let from = end;
    while (
      from > 0 &&
      OWNER.test(
        text.slice(all[from - 1]!.quote.close, Math.min(all[from]!.quote.open, all[from - 1]!.quote.close + 16)),
      )
    )
      from--;
    if (from < end) for (const r of all.slice(from, end + 1)) if (!r.verdict && mayBeNamed(r.placed)) r.verdict = ROW;
    end = from;
  }
}

/** A numbered heading with what it ends in in quotation marks. */
const HEADING = /(?:^|\n)[ 　]*[（(]?[一二三四五六七八九十]{1,2}[)）、][ 　]*([^，,。；;：:\n“”]{4,30})$/u;
const HEADING_REACH = 40;
/** As much the same at the beginning is one row of headings. */
const SAME_START = 3;
const SIBLINGS_MIN = 3;

/** 党建与治理融合“甲” ⏎ 党建与服务融合“乙” ⏎ …: what one of such headings ends in is what the others end in. */
function headingEnds(text: string, all: readonly Judged[]): void {
  const ends = all.flatMap((r) => {
    const { open, close } = r.quote;
    const own =
      /[。\n]/u.test(text[close] ?? '\n') && HEADING.exec(text.slice(Math.max(0, open - HEADING_REACH), open));
    return own ? [{ r, start: own[1]!.slice(0, SAME_START) }] : [];
  });
  for (const row of Map.groupBy(ends, (e) => e.start).values()) {
    const kind = row.find(({ r }) => r.verdict && r.verdict.rule !== 'standing')?.r.verdict?.kind;
    if (!kind || kind === 'numeral' || row.length < SIBLINGS_MIN) continue;
    for (const { r } of row)
      if (!r.verdict && mayBeNamed(r.placed)) r.verdict = { kind, rule: `${kind}/row`, listed: false };
  }
}

/** 围绕“一条主线”、抓好“两个关键”: one, where two are counted next. */
function countFirst(text: string, all: readonly Judged[]): void {
  all.forEach((r, i) => {
    const next = all[i + 1];
    if (
      r.verdict ||
      !next ||
      next.verdict?.kind !== 'numeral' ||
      !/^一[个条项]\p{Script=Han}{2,6}$/u.test(r.quote.text)
    )
      return;
    const gap = next.quote.open - r.quote.close;
    const near = gap >= 0 && gap <= 12 && !/[。！？\n]/u.test(text.slice(r.quote.close, next.quote.open));
    if (near && /^[两双二]/u.test(next.quote.text))
      r.verdict = { kind: 'numeral', rule: 'numeral/first', listed: false };
  });
}

/**
 * All quotes of a text with what they are: each by itself, then by those that stand in one row with it; what no rule knows is weighed.
 *
 * @param weigh what a quote is that no rule knows; `npm run train` has none
 */
export function judgeAll(
  text: string,
  quotes: readonly Quote[],
  weigh: (p: Placed) => SloganKind | null = weighQuote,
): Judged[] {
  const all = place(text, quotes).map((placed): Judged => ({ placed, quote: placed.quote, verdict: judge(placed) }));
  nameRows(all);
  nameOwned(text, all);
  countFirst(text, all);
  headingEnds(text, all);
  for (const r of all) {
    const kind = r.verdict ? null : weigh(r.placed);
    if (kind) r.verdict = { kind, rule: `${kind}/weighed`, listed: false };
  }
  return all;
}

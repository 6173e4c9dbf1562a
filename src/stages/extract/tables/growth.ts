import type { Change } from '../types.ts';
import type { Cell } from './grid.ts';
import { titleOf } from './titles.ts';

/** What the title of a column of growth says: the word, and with what it is compared. */
export interface Growth {
  word: Cell;
  compared: Cell | null;
  /** 降幅: an amount above nought is a fall. */
  falls: boolean;
  /** 变化: only the sign of an amount says which way it went. */
  open: boolean;
}

/** 比上年增长（%）, 同比增长±%, 累计同比, 变化: and nothing else, but for the time that it is the growth of. */
const TITLE =
  /^(?:(?:19|20)[0-9]{2}年|全年|年度|[一二三四]季度|[上下]半年|本月止?|当月|本期|累计)?((?:比|较)(?:上年|去年|上期|上月|上季度?|年初|[一二三四]季度|(?:19|20)[0-9]{2}年)(?:同期|同月)?|同比|环比)?(增长(?:速度|率|幅度)?|增减(?:率|幅度)?|增速|增幅|涨幅|上升|提高|增加|下降|降低|减少|降幅|跌幅|变化(?:情况|幅度)?|±|[+＋][/／][-－−])?(?:±|[+＋][/／]?[-－−])?$/u;
const OPEN = /^变化/u;
const FALLS = /^(?:下降|降低|减少|降幅|跌幅)/u;

const within = (title: Cell, at: number, text: string): Cell => ({
  text,
  start: title.start + at,
  end: title.start + at + text.length,
});

/** What a title says of growth; null where its column holds something else. */
export function growthIn(title: Cell | undefined): Growth | null {
  if (!title) return null;
  const bare = titleOf(title.text).title;
  const m = TITLE.exec(bare);
  if (!m || (!m[1] && !m[2])) return null;
  const word = m[2] ?? m[1]!;
  const compared = m[1] ? within(title, bare.indexOf(m[1]), m[1]) : null;
  return {
    word: within(title, bare.lastIndexOf(word), word),
    compared,
    falls: FALLS.test(word),
    open: OPEN.test(word),
  };
}

const SIGN = /^[+＋\-－−–]/u;
/** 下降61%: the cell says itself which way, whatever stands above it. */
const WORDED = /增|降|减|升|提高|下滑|回落/u;

/**
 * What a figure below such a title says of a change; null for one that says nothing rose or fell, or says it in its own words.
 *
 * @param cell all of the cell that holds the amount
 */
export function changeBelow(
  { word, compared, falls, open }: Growth,
  cell: string,
  value: number | undefined,
): Change | null {
  if (!value || WORDED.test(cell) || (open && !SIGN.test(cell))) return null;
  return { ...word, kind: 'by', direction: value > 0 !== falls ? 'up' : 'down', of: null, compared };
}

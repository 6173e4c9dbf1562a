import type { Change } from '../types.ts';
import type { Cell } from './grid.ts';
import { titleOf } from './titles.ts';

/** What the title of a column of growth says: the word, and with what it is compared. */
export interface Growth {
  word: Cell;
  compared: Cell | null;
  /** 降幅: an amount above nought is a fall. */
  falls: boolean;
}

/** 比上年增长（%）, 同比±%, 增速, 变化: and nothing else, but for the time that it is the growth of. */
const TITLE =
  /^(?:(?:19|20)[0-9]{2}年|全年|年度|[一二三四]季度|[上下]半年)?((?:比|较)(?:上年|去年|上期|上月|年初|(?:19|20)[0-9]{2}年)(?:同期)?|同比|环比)?(增长(?:速度|率|幅度)?|增减(?:率|幅度)?|变化(?:率|幅度|情况)?|变动(?:率|幅度)?|增速|增幅|涨幅|上升|提高|增加|下降|降低|减少|降幅|跌幅|±)?$/u;
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
  return { word: within(title, bare.lastIndexOf(word), word), compared, falls: FALLS.test(word) };
}

/** What a figure below such a title says of a change; null for one that says nothing rose or fell. */
export function changeBelow({ word, compared, falls }: Growth, value: number | undefined): Change | null {
  if (!value) return null;
  return { ...word, kind: 'by', direction: value > 0 !== falls ? 'up' : 'down', of: null, compared };
}

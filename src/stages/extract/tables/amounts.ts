import { readQuantities } from '../figures/read/quantities.ts';
import type { Figure } from '../types.ts';

/** What a cell states that holds an amount and nothing else. Offsets are those of the cell. */
export interface Amount extends Pick<Figure, 'start' | 'end' | 'value' | 'min' | 'max' | 'unit' | 'bound' | 'per'> {
  /** 每季度1次: how often. */
  often: boolean;
}

/** Longer cells hold words. */
const CELL_MAX = 24;
/** 2024年6月底, 2021.03, 2024-06-30, 6月底前: dates. 0103: a code. */
const DATE =
  /^(?:19|20)[0-9]{2}(?:年|[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?$)|^[0-9]{1,2}月|^0[0-9]|〔|^第?[0-9]{1,4}号$/u;
/** So many digits without a unit are a number that one dials or signs with. */
const CODE = /[0-9]{7,}/u;

/** What may stand in front of an amount in its cell: 同比下降5%, 每村2名以上, 人均20小时, 全年完成30场. */
const LEAD =
  /^(?:同比|较上年|比上年|较去年|比去年|环比|年均|人均|户均|日均|累计|全年|年|力争|确保|争取|预计|达到?|实现|完成|控制在|稳定在|保持在?|新增|新建|新改建|建成|建设|改造|开展|组织|举办|培育|培训|引进|整治|治理|发放|办理|增长|增加|下降|降低|提高|提升|减少|压减|上升|已|共|约为?|每(?:年|季度?|月|周|半年|人|户|村|镇|校|个?社区|个?支部|千人|万人)|[：:，,])*$/u;
const TRAIL = /^(?:[。；;]|（[^（）0-9]{1,10}）)?$/u;
/** Units of what is done again and again. */
const OFTEN = /^(?:次|场|期|遍|轮|回|场次)$/u;
const HABIT = /每(年|季度?|月|周|半年)$/u;
const PER = /每(年|季度?|月|周|半年)|全(年)|^(年)/u;

/** Without 个 the first sign of it would multiply: 0.6百|分点. */
const POINT = /^百分点$/u;

const lastDigit = (cell: string): number => {
  let i = cell.length;
  while (i > 0 && !/[0-9]/u.test(cell[i - 1]!)) i--;
  return i;
};

/**
 * The amount of a cell, or null where it holds none or more than that.
 *
 * @param unit the unit that holds for the cell where it writes none of its own (亿元, %), or null
 */
export function amountIn(cell: string, unit: string | null): Amount | null {
  if (cell.length > CELL_MAX || !/[0-9]/u.test(cell) || DATE.test(cell)) return null;
  const own = parsed(cell, cell.length, '');
  if (own?.unit) return own;
  return CODE.test(cell) && !unit
    ? null
    : parsed(cell, lastDigit(cell), POINT.test(unit ?? '') ? '个百分点' : (unit ?? ''));
}

/** Reads the cell with a unit put in at an offset. */
function parsed(cell: string, at: number, unit: string): Amount | null {
  const [found, ...others] = readQuantities(cell.slice(0, at) + unit + cell.slice(at));
  if (!found || others.length) return null;
  const back = (i: number): number => (i <= at ? i : Math.max(at, i - unit.length));
  const often = OFTEN.test(found.unit) ? HABIT.exec(cell.slice(0, back(found.start))) : null;
  const start = often ? often.index : back(found.start);
  const end = back(found.end);
  if (!LEAD.test(cell.slice(0, start).replace(/[+＋]$/u, '')) || !TRAIL.test(cell.slice(end))) return null;
  const amount = found.max === undefined ? { value: found.value } : { min: found.value, max: found.max };
  return {
    start,
    end,
    ...amount,
    // 场次, 公里数: what the table of units does not know is the unit all the same.
    unit: found.end >= at + unit.length ? found.unit.replace(/^[％﹪]$/u, '%') : unit,
    bound: found.bound,
    per: found.per ?? (often ? often[1]! : periodIn(cell.slice(0, start))),
    often: often !== null,
  };
}

function periodIn(lead: string): string | null {
  const m = PER.exec(lead);
  return m ? (m[1] ?? m[2] ?? m[3]!) : null;
}

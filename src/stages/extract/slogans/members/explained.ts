import { type Part, promised } from '../numerals.ts';
import { glossed } from './glossed.ts';
import { type Members, openList, pieces } from './members.ts';

/** “三个统一”“四项服务”。…四项服务为A、B、C、D: where a formula is taken up without its quotation marks and told. */
export function explained(text: string, formula: string, from: number, parts: readonly Part[]): Members | null {
  const window = text.slice(from, from + REACH);
  let at = window.indexOf(formula);
  for (let k = 0; at >= 0 && k < REPEATS; k++, at = window.indexOf(formula, at + formula.length)) {
    const behind = window.slice(at + formula.length, at + formula.length + EXPLAINED_MAX);
    const m = /^[，,]?(?:就?是|为|分别[是为])(?![了否指])/u.exec(behind);
    const found =
      m && /[。；;，,、\n]/u.test(window[at - 1] ?? '\n') ? openListOf(behind.slice(m[0].length), parts) : null;
    if (found) return found;
    const start = from + at;
    const asked = behind[0] === '？' ? glossed(text, start, start + formula.length, parts) : null;
    if (asked) return asked;
  }
  return null;
}

/** As far behind a formula as it is taken up. */
const REACH = 4000;
const REPEATS = 4;
const EXPLAINED_MAX = 240;

/** A clause that is nothing but the members. */
function openListOf(behind: string, parts: readonly Part[]): Members | null {
  const clause = /^[^，,。；;！？\n]*/u.exec(behind)![0];
  const list = pieces(clause, '、');
  return list.length > 1 && list.length === promised(parts)[0] ? openList(clause, parts) : null;
}

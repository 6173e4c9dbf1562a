import type { ClassifiedLine } from './boilerplate.ts';
import { parseFields } from './boilerplate-fields.ts';
import { bareText, fold } from './boilerplate-fold.ts';
import { isParagraph } from './boilerplate-headlines.ts';
import { isLabel } from './boilerplate-labels.ts';

interface CellLine extends ClassifiedLine {
  text: string;
}

/** Lines looked at from the top, and below a cell for the headline that it names. */
const REACH = 60;
/** Labels that make a table of fields. */
const LEAST = 3;
/** Longest value of a field. */
const LONGEST = 80;
const NAMES = /^(?:标题|名称|信息名称|文件名称|公文标题|公文名称|文章标题)$/u;

/** A label in its cell: 索 引 号, 发文机关 */
const labelOf = ({ text }: CellLine): string | null => {
  const label = fold(text).trim().replace(/\s|:$/gu, '');
  return label.length <= 8 && isLabel(label) && (label.length > 2 || NAMES.test(label)) ? label : null;
};

/**
 * The table of fields over an official document, one cell a line: 索引号 ⏎ 002488/2021-00031 ⏎ 发文机关 ⏎ 某某乡委员会. Labels and
 * values become header lines; a headline named there stays one where it does not come again.
 */
export function markCells(lines: readonly CellLine[]): void {
  const held = lines.slice(0, REACH).filter((l) => l.kind !== 'blank');
  const found: { label: string; value: CellLine; at: number }[] = [];
  for (let i = 0; i + 1 < held.length; i++) {
    // The text begins.
    if (isParagraph(held[i]!.text)) break;
    const label = labelOf(held[i]!);
    const value = held[i + 1]!;
    if (!label || labelOf(value) || value.text.length > LONGEST || isParagraph(value.text)) continue;
    found.push({ label, value, at: i });
    i++;
  }
  if (found.length < LEAST) return;
  for (const { label, value, at } of found) {
    Object.assign(held[at]!, { kind: 'header', meta: {}, prefix: '', form: null });
    const again = held.slice(at + 2).some((l) => bareText(l.text) === bareText(value.text));
    const kind = NAMES.test(label) && !again ? 'headline' : 'header';
    const { meta } = parseFields(`${label}:${fold(value.text).trim()}`) ?? { meta: {} };
    Object.assign(value, { kind, meta, prefix: '', form: null });
  }
}

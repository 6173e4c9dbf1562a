/**
 * Rows whose members do not stand side by side: each in a unit of its own with more said of it (河渠图画出…；闸门图标明…。还有一张泵站图), or
 * the members of several parts by turns (一是早查，少停机；二是早修，少误工).
 */
import type { Question } from './features.ts';
import { cut, type Level, type Piece } from './pieces.ts';
import type { Promising } from './promising.ts';
import { LONGEST, told } from './rows.ts';
import type { Run, Side, Span } from './stretches.ts';

type Asked = Pick<Question, 'text' | 'count' | 'keys' | 'parts'>;
type Unit = Pick<Piece, 'start' | 'end' | 'before' | 'after'>;

/** Of each unit the members may stand in its first clauses; only so much of it is looked at. */
const HEAD = { length: 60, clauses: 2 };
/** Units that are looked at behind a mention. */
const UNITS = 40;

const LEVELS: readonly Level[] = ['item', 'part', 'sentence', 'line'];

/** The first clauses of a unit. */
const clausesOf = (text: string, unit: Span, most: number): Piece[] =>
  cut(text, unit.start, Math.min(unit.end, unit.start + HEAD.length), 'item').slice(0, most);

/** Adds, for each level of marks, the first units behind a mention whose heads have the words of the formula, in its order. */
export function runsGathered({ text, count, keys }: Asked, side: Side, best: Promising): void {
  for (const { level, units } of side.units) {
    if (!LEVELS.includes(level)) continue;
    const found: { span: Span; unit: Unit; at: number }[] = [];
    for (let k = 0; k < units.length && k < UNITS && found.length < count; k++) {
      const span = headOf(text, units[k]!, keys[found.length]!, level);
      if (span) found.push({ span, unit: units[k]!, at: k });
    }
    if (found.length < count) continue;
    const scattered = found.some((f, i) => i > 0 && f.at !== found[i - 1]!.at + 1);
    if (level === 'item' && !scattered) continue;
    const next = units.slice(found.at(-1)!.at + 1, UNITS).some((u) => headOf(text, u, keys.at(-1)!, level) !== null);
    best.add({
      spans: found.map((f) => f.span),
      from: 'gathered',
      take: level === 'item' ? 'whole' : 'head',
      side: 'behind',
      skipped: found[0]!.at,
      before: found[0]!.unit.before,
      after: next ? 'more' : found.at(-1)!.unit.after,
      inner: scattered ? level : 'row',
      joined: false,
      told: found.every((f) => told(text, f.span) !== f.span),
    });
  }
}

/** The clause at the head of a unit that has a word. */
function headOf(text: string, unit: Unit, key: string, level: Level): Span | null {
  if (!text.slice(unit.start, Math.min(unit.end, unit.start + HEAD.length)).includes(key)) return null;
  for (const c of level === 'item' ? [unit] : clausesOf(text, told(text, unit), HEAD.clauses)) {
    const own = told(text, c);
    const s = text.slice(own.start, own.end);
    if (s.length <= LONGEST && s.includes(key)) return { start: own.start, end: own.end };
  }
  return null;
}

/** Adds the rows of units that have a member of each part at their heads. */
export function runsByTurns({ text, count, parts }: Asked, side: Side, best: Promising): void {
  const many = parts.length;
  const n = count / many;
  for (const { level, units } of side.units) {
    if (level === 'item' || level === 'clause') continue;
    for (let i = 0; i + n <= units.length && i < UNITS; i++) {
      if (!best.might('turns', level, i)) break;
      const own = units.slice(i, i + n);
      const spans = own.flatMap((u) => clausesOf(text, told(text, u), many));
      if (spans.length !== count || spans.some((s) => s.end - s.start > LONGEST)) continue;
      best.add({ ...ABOUT, spans, skipped: i, before: own[0]!.before, after: own.at(-1)!.after, inner: level });
    }
  }
}

const ABOUT = {
  from: 'turns',
  take: 'head',
  side: 'behind',
  joined: false,
  told: false,
} as const satisfies Partial<Run>;

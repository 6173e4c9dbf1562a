/** Members in a parenthesis, and those for each of the parts of a formula in a clause of their own. */
import { NUMERALS, type Part } from '../numerals.ts';
import { closedList, literally, type Members, pieces } from './members.ts';
import { oneWithEach } from './quantities.ts';

/** The list in a parenthesis is no longer than this. */
const BRACKET_MAX = 240;

/** “两新”组织（新经济组织、新社会组织）; a member may have brackets of its own. */
export function inBrackets(text: string, close: number, parts: readonly Part[]): Members | null {
  const gap = /^[^，,。；;：:、（(\n“”]{0,10}[（(]/u.exec(text.slice(close, close + 12))?.[0].length ?? 0;
  if (!gap) return null;
  const rest = text.slice(close + gap, close + gap + BRACKET_MAX);
  let depth = 1;
  for (let i = 0; i < rest.length && rest[i] !== '\n'; i++) {
    if ('（('.includes(rest[i]!)) depth++;
    else if ('）)'.includes(rest[i]!) && --depth === 0)
      return i < 3
        ? null
        : (oneWithEach(rest.slice(0, i), parts) ??
            clausesByPart(rest.slice(0, i), parts) ??
            listsByPart(rest.slice(0, i), parts) ??
            closedList(rest.slice(0, i), parts));
  }
  return null;
}

/** What is done with the things of one part, said in front of them. */
const DONE =
  /^(?:建立健全|建立|健全|完善|制定|制订|签订|召开|开好|开展|实行|推行|落实|明确|设立|成立|组建|配齐|用好|建好|办好|抓好)(?=.{2})/u;

/** “一书两单三会”（承诺书，建立甲清单、乙清单，召开丙会、丁会、戊会）: a list for each part, as long as it counts. */
function listsByPart(stretch: string, parts: readonly Part[]): Members | null {
  const clauses = pieces(stretch, '，,；;');
  if (parts.length < 2 || clauses.length !== parts.length || parts.every((p) => p.count === 1)) return null;
  const lists = clauses.map((clause) => pieces(clause.replace(DONE, ''), '、'));
  const named = lists.every(
    (list, i) =>
      list.length === parts[i]!.count &&
      list.some((m) => [...parts[i]!.key].some((c) => m.includes(c))) &&
      !list.some((m) => /[0-9]/u.test(m)),
  );
  return named ? { list: lists.flat(), complete: true } : null;
}

/** “一体两翼三结合”，即以A为主体，以B、C为两翼，D、E三结合: a clause for each part, that of several with its numeral. */
export function clausesByPart(rest: string, parts: readonly Part[]): Members | null {
  if (parts.length < 2 || parts.every((p) => p.count === 1)) return null;
  const list = pieces(/^[^。！？\n]*/u.exec(rest)![0], '，,；;');
  const whole = parts.every((p, i) => {
    const clause = list[i] ?? '';
    if (clause.length > CLAUSE_MAX) return false;
    const count = p.count > 1 ? `[${NUMERALS[p.count] ?? p.count}]` : '';
    return new RegExp(`${count}${literally(p.key)}$`, 'u').test(clause) || servesAs(clause, p);
  });
  return whole ? { list: list.slice(0, parts.length), complete: true } : null;
}

/** 以A、B为辅助: the clause of 两辅 has as many things as it counts, and only behind the last of them what they are. */
function servesAs(clause: string, { count, key }: Part): boolean {
  const things = pieces(clause, '、和与');
  return /^以/u.test(clause) && things.length === count && things.findIndex((s) => s.includes(key)) === count - 1;
}

/** Longer ones tell more than the member. */
const CLAUSE_MAX = 32;

import { type Part, promised } from '../numerals.ts';
import { withoutGovernor } from './heads.ts';
import { type Members, pieces } from './members.ts';

/** What sets up all that it governs: 按“1+5+N”架构，建立区级总站、街道分站、小区服务点. */
const SETS_UP = /^(?:搭建|建立|形成|构建|组建|建成|设立|成立|布局|打造|配齐|配备)(?:了|起|好)?/u;
/** What makes one thing of several: 把A、B、C拧成一股绳. */
const ONE_OF = /[把将]([^，,。；;：:\n“”]{4,60}?)(?:拧成|捆成|并为|合为|统筹|整合|打包|融为|一体|统一)/u;
/** A member of such a list is a short noun phrase. */
const NOUN_MAX = 12;

/**
 * A list in the next clause that has no word in common with its formula and just as many members as it counts, where a verb
 * shows that the list is what the formula stands for.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function governed(sentence: string, parts: readonly Part[]): Members | null {
  const code = parts.length > 2 && parts.every((p) => p.count === 1);
  const thing = parts.length === 1 && parts[0]!.noun === true;
  const clause = code ? /^[^，,。；;：:\n]*/u.exec(sentence)![0] : thing ? (ONE_OF.exec(sentence)?.[1] ?? '') : '';
  if (code && !SETS_UP.test(clause)) return null;
  const list = pieces(code ? clause.replace(SETS_UP, '') : clause, '、');
  if (list.length < 2 || list.length !== promised(parts)[0] || list.some((s) => s.length > NOUN_MAX)) return null;
  return { list: withoutGovernor(list), complete: true };
}

import { segment } from '../../../../text/segment.ts';
import { AGENT } from '../../figures/noun-phrases.ts';
import type { Part } from '../numerals.ts';
import { type Members, pieces } from './members.ts';

/** Keys of formulas that count people or bodies: 三方会签, 一餐三陪, 四级联动, 五员共治. */
const OF_BODIES = /^(?:方|陪|级|员|长|家|师|代|主体|部门|单位|岗|队伍|力量|群体)/u;
/** People and bodies beside those that a figure counts. */
const BODY = /(?:[方员长师委级岗会]|家属|家长|社工|支部|市|县|乡|镇|村|党委|党组|商|部|代表)$/u;
/** Whether a phrase names people or a body. */
export const isBody = (s: string): boolean => AGENT.test(s) || BODY.test(s);
/** A longer one tells a story. */
const BODY_MAX = 8;

/**
 * “三方会签”，村委会、承建方、监理方都签了字: as many people or bodies as the formula counts, and then what they do together.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function bodies(sentence: string, parts: readonly Part[]): Members | null {
  const part = parts.at(-1);
  if (!part || part.count < 3 || parts.slice(0, -1).some((p) => p.count > 1) || !OF_BODIES.test(part.key)) return null;
  const list = pieces(/^[^，,。；;：:！？\n]*/u.exec(sentence)![0], '、');
  if (list.length !== part.count || !list.slice(0, -1).every((s) => s.length <= BODY_MAX && isBody(s))) return null;
  const last = headOf(list.at(-1)!);
  return last === null ? null : { list: [...list.slice(0, -1), last], complete: true };
}

/** 党员、网格员、民警|各尽其责: what people or bodies do is no part of the last of them. */
export function withoutDeed(members: Members | null): Members | null {
  const list = members?.list ?? [];
  const last = list.at(-1) ?? '';
  const others = list.slice(0, -1);
  if (
    !members ||
    others.length < 2 ||
    !others.every((s) => s.length <= BODY_MAX && isBody(s)) ||
    isBody(last) ||
    // 把骨干培养成党员 names nobody.
    /^[把将]/u.test(last) ||
    last.includes('、')
  )
    return members;
  const kind = others.every((s) => s.slice(-2) === others[0]!.slice(-2)) ? last.lastIndexOf(others[0]!.slice(-2)) : -1;
  // 物业党员、门店党员、楼栋长党员|纳入…: of the kind that the others are of.
  const head = kind > 0 ? last.slice(0, kind + 2) : headOf(last);
  return head ? { ...members, list: [...others, head] } : members;
}

/** 监理方|都签了字: the body that a clause begins with. */
function headOf(s: string): string | null {
  for (const w of segment(s)) {
    if (w.end > BODY_MAX) return null;
    const head = s.slice(0, w.end);
    if (isBody(head) && !/^(?:代表|[方员长师])$/u.test(s.slice(w.end, w.end + 2))) return head;
  }
  return null;
}

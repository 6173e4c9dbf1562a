/** The whole coordinated phrase where several things changed by several figures: 起数、死亡人数分别下降8%、10%. */
import type { Surroundings } from '../surroundings.ts';

/** 生产安全事故起数、|死亡人数|分别下降8%: the name with those that are joined to it in its clause. */
export function joinedNames(name: string, at: number, s: Surroundings): string {
  const head = s.text.slice(s.clauseStart, at);
  const between = s.text.slice(at + name.length, s.clauseStart + s.clause.length);
  if (!/[、和及与]$/u.test(head) || !/^[\p{Script=Han}0-9]{0,10}分别/u.test(between) || /[0-9]/u.test(head))
    return name;
  const row = /(?:[\p{Script=Han}“”（）()]{2,14}[、和及与]){1,4}$/u.exec(head);
  return row ? row[0] + name : name;
}

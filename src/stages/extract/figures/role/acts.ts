import { ending } from '../../../../text/ending.ts';
import { FIELD, isNoun } from '../noun-phrases.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';

/** Verbs of being; every other verb says that something was done. */
const BEING = ending(
  /^(?:有|是|为|占|达|达到|现有|共有|拥有|设有|下设|下辖|辖|包括|属于|位于|来自|具有|存在|没有|可|能|组织|领导|服务|管理|教育)$/u,
);

/** 建设村卫生室|43所, 申报课题|3项: a verb that the dictionary knows as a noun too, with its object behind it. */
function opensWithDeed(s: Surroundings): boolean {
  const [deed, object] = segment(s.clause.slice(-40));
  return (
    deed?.tag === 'vn' &&
    !FIELD.test(deed.text) &&
    object !== undefined &&
    /^[nabjsz]|^vn/u.test(object.tag) &&
    !/率$/u.test(s.clause)
  );
}

/** Something is done in the clause, or by the counted behind the figure (but not inside a relative clause of theirs). */
export function isAct(s: Surroundings): boolean {
  // 流动党员: what kind they are; but 脱贫20人.
  const act = (text: string): boolean =>
    segment(text).some(
      (w, i, all) =>
        w.tag === 'v' && w.text.length > 1 && !BEING.test(w.text) && !(FIELD.test(w.text) && isNoun(all[i + 1])),
    );
  if (opensWithDeed(s)) return true;
  return act(s.clause.slice(-40)) || (!s.tail.includes('的') && act(s.tail.slice(0, 20)));
}

import { phrase, phraseEnd, phraseStart } from '../noun-phrases.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';
import { earlier, PERSON } from './clause-before.ts';

/** 村庄保洁员按每200人|配备1名: what is provided by a rule. */
export function provided(s: Surroundings): string | null {
  if (!s.clause.includes('按')) return null;
  // 活动经费由财政|按每个村5万元安排
  const paid = /^\s*([\p{Script=Han}]{2,14}?)(?:由[^，,按]{2,12})?按照?每[^，,]{1,10}$/u.exec(s.clause);
  if (paid && (/[费金贴助酬资]$/u.test(paid[1]!) || /^的?(?:标准|比例)/u.test(s.tail))) return paid[1]!;
  const m = /^(.{2,24}?)按照?每[^，,]{1,12}(?:配备|配置|安排|设立|设置|设)$/u.exec(s.clause);
  if (!m) return null;
  const words = segment(m[1]!);
  return phrase(words, phraseStart(words), words.length);
}

/** 专项经费按|辖区人口人均不少于2元的标准列入预算: what is in front of the basis, or was named in the clause before. */
export function based(s: Surroundings): string | null {
  const m = /^(.*?)(?:按照?|以)[^，,按]{1,16}$/u.exec(s.clause);
  if (!m) return null;
  const words = segment(m[1]!);
  return (words.length ? phrase(words, phraseStart(words), words.length) : null) ?? earlier(s, 'last');
}

/** 按10%的比例|随机抽查: what is done to such a part. */
const DRAWN = /^的?(?:比例|标准)[\p{Script=Han}]{0,4}?(抽查|抽检|抽取|抽测|复核|核查|推荐|评选|选拔|评定)/u;

/** 按每人3元的标准|落实安全生产经费: the object of what the standard is for. */
export function funded(s: Surroundings): string | null {
  const m =
    /^的?(?:标准|比例|要求|幅度|额度)(?:[，,])?(?:足额|全额|统一|优先|及时|据实|予以)?(配备|落实|保障|补贴|计提|支付|缴纳|安排|提取|划拨|拨付|列支|核定|发放|给予|建立|设立|补助)(.{2,20})/u.exec(
      s.rest,
    );
  if (!m) return DRAWN.exec(s.rest)?.[1] ?? null;
  const words = segment(m[2]!);
  const end = phraseEnd(words, 0);
  return end ? phrase(words, 0, end) : null;
}

/** 组织护林员体检,共有64人|参检: who took part was named before. */
export function takersOf(s: Surroundings): string | null {
  if (
    !/^(?:参[加与检训会赛展评]|报名|到会|出席)/u.test(s.tail) ||
    !/^(?:共|共计|共有|累计|先后|累计有)*$/u.test(s.clause)
  )
    return null;
  const words = segment(s.sentence.slice(0, s.clauseStart - s.sentenceStart).slice(-40));
  for (let end = words.length; end > 0; end--) {
    if (!PERSON.test(words[end - 1]!.text) || words[end - 1]!.text.length < 2) continue;
    return phrase(words, phraseStart(words.slice(0, end)), end);
  }
  return null;
}

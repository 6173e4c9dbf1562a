import { remembering } from '../../../../text/remembering.ts';

const BREAK = /[、，,；;·。 　]/u;

/** The clauses of a phrase: `抓党建、促发展` has two. */
export const clausesOf = remembering((phrase): readonly string[] => phrase.split(BREAK).filter((c) => c.length > 0));

/** Clauses of one length: the fixed parallel form of a watchword. */
export function isParallel(phrase: string): boolean {
  const clauses = clausesOf(phrase);
  if (clauses.length < 2 || clauses.length > 9) return false;
  const length = clauses[0]!.length;
  // Words of two characters (组织、交流、协调) are a list of nouns or verbs; longer than twelve, a sentence.
  return length >= 3 && length <= 12 && clauses.every((c) => c.length === length);
}

/** Clauses of nearly one length (弘扬改革主旋律、激发创新的正能量). */
export function isCouplet(phrase: string): boolean {
  const lengths = clausesOf(phrase).map((c) => c.length);
  if (lengths.length < 2 || lengths.length > 9) return false;
  const min = Math.min(...lengths);
  return min >= 3 && Math.max(...lengths) - min <= Math.max(2, min >> 1);
}

/** Clauses that all begin, or all end, with one character: 点单、派单、接单; 让党放心、让人民群众满意. */
export function isAnaphoric(phrase: string): boolean {
  const clauses = clausesOf(phrase);
  if (clauses.length < 2 || clauses.some((c) => c.length < 2)) return false;
  const [first] = clauses;
  const enough = clauses.length > 2 || first!.length > 2;
  return enough && (clauses.every((c) => c[0] === first![0]) || clauses.every((c) => c.at(-1) === first!.at(-1)));
}

/** 共商共管共用: one word of one character in front of three others. */
export const isRepeated = (phrase: string): boolean =>
  /^([^一二两三四五六七八九十双谁什怎不又乱吃光\d])(?!\1)\p{Script=Han}(?:\1\p{Script=Han}){2,3}$/u.test(phrase);

/** A couplet written without a mark: 为国聚财为民收税, 两手抓两手硬. */
export function isFolded(phrase: string): boolean {
  const half = phrase.length >> 1;
  return (
    phrase.length % 2 === 0 && half >= 3 && half <= 7 && phrase[0] === phrase[half] && clausesOf(phrase).length === 1
  );
}

/** 一村一景, 一户一策: what each is to have. Idioms of the same form (一心一意, 一清二楚) say nothing of the kind. */
export function isEach(phrase: string): boolean {
  return /^一(?!心|草|针|朝|生|点|字|举|言|分|丝|砖|瓦|五|时|笔|板|招|唱|把|体|来|模)\p{Script=Han}{1,4}一(?!意|木|线|夕|世|滴|句|动|行|毫|瓦|十|画|眼|式|和|统|样|体)\p{Script=Han}{1,4}$/u.test(
    phrase,
  );
}

/** Popular complaints: parallel, and nobody's watchword. */
const SAYING =
  /说起来重要|讲起来重要|门难进|脸难看|事难办|话难听|干多干少|干好干坏|一手硬|一手软|瓦上霜|不管用|不会用|吃拿卡要|推拖绕|慵懒散|庸懒散|不求有功|但求无过|上有政策|下有对策|等靠要|当一天和尚|新官不理|击鼓传花|雷声大|雨点小|一个样|宁可不|只求不出|多一事不如/u;

/** 信息散、保障弱、转型难: a complaint in each clause. */
const isComplaint = (phrase: string): boolean => {
  const clauses = clausesOf(phrase);
  return clauses.length > 1 && clauses.every((c) => c.length > 1 && /[散弱难差慢懒乱虚软浅低旧少缺怕贵]$/u.test(c));
};

/**
 * What only a fault is told in: 讲得太高、听得太困; 只挂牌、不干事; 有的…、有的…; 说得多、做得少; 推一推、动一动; 念念文件、拍拍照片; 一头热、一头冷;
 * 招不来、留不住. By their words: 晒一晒、比一比, 只跑一次、不见面, 笑声多、纠纷少 have such forms and are watchwords.
 */
const FAULTS = [
  /^[^、，,]*太[^、，,]+[、，,][^、，,]*太[^、，,]+$/u,
  /^只[^、，,]+[、，,]不(?:干|管|做|抓|落实|办事|见效|问)/u,
  /^有的[^、，,]+[、，,]有的/u,
  /^[^、，,]+得[多热][、，,][^、，,]+得[少冷凉]$/u,
  /^([推催拨踢叫喊])一\1[、，,](\p{Script=Han})一\2$/u,
  /^([念拍写听讲喊搞抄补签])\1[^、，,]+[、，,]([念拍写听讲喊搞抄补签])\2[^、，,]+$/u,
  /^一头[^、，,][、，,]一头[^、，,]$/u,
  /[、，,](?:[招留聘稳]不[来住]|[摸找够]不[着到]|看不上|[推叫喊]不动|引不进)$/u,
];

/** Whether a phrase is what people say, or complain of: no watchword. */
export function isSaying(phrase: string): boolean {
  return SAYING.test(phrase) || isComplaint(phrase) || FAULTS.some((form) => form.test(phrase));
}

import { charSet } from '../../../text/char-set.ts';

/** What may stand before an actor or a verb without being either: times, adverbs, modals, connectives. */
const SKIPPED = new RegExp(
  `(?:${[
    '[0-9]{4}年(?:以来)?|[0-9]{1,2}月(?:份|底前?|[0-9]{1,2}日(?:前)?)?|(?:今|去|本|当|明|全)年(?:以来|来|[上下]半年)?|年[内初底末中]前?|[上下]半年|近[几两三]?年来?|[一两三几]年来|每(?:年|月|季度?|周|天|日|半年|个?月|学期)(?:至少|均|都)?|目前|当前|此外|同时|另外|其中|为此|一方面|另一方面|首先|其次|再次|最后|平时|日常|期间|接下来|下一?步|今后|第[一二三四]?[一二三四]季度|[一二三四]季度',
    '即|就是|联动(?=[一-鿿]{4})|进一步|不断|持续|切实|着力|大力|全力|全面|深入|扎实|认真|积极|主动|严格|有效|有序|稳步|稳妥|加快|逐步|广泛|充分|及时|坚决|坚定不移地?|始终|牢牢|紧紧|努力|继续|统一|共同|直接|定期|率先|带头|亲自|专题|专门|圆满|科学|精准|合理|优先|依法|依规|重点|主要|分别|先后|累计|共(?!建|享|治|同|产|青|创)|同步|集中|统筹|层层|逐[一级项户村]|多次|再|又|还|也|都|均|一律|实时|自觉|大胆|灵活|突出抓好(?=[一-鿿])|注重|用心|用情|用力|精心|高标准|高质量|常态化|规范化?(?=开展|推进|实施|落实|执行)|因地制宜|分[类级层批](?!管)|有针对性地?|有计划地?|分期',
    '要(?!求|素|点|害|件|闻)|必须|务必|应当?(?!急|用|对|届|聘|答|邀|付)|须|需要?(?!求)|将(?=进一步|继续|深入|着力|全面|大力|加|建|推|开|完|实|强)|可以|能够|建议(?=[省市区县镇乡][一-鿿]{2}|组织部|纪检|宣传部|财政|[全各由在对将把]|有关|相关|尽快|推行|建立|成立|出台|制定|设立|加大|加强|完善)|力争|争取(?=年|[0-9到在全完实])|确保(?=年|[0-9到在全完])|计划(?=[招引新建开完培组实用投举])|准备|打算|拟(?=[定建开投招])|决定',
  ].join('|')})[，,]?`,
  'uy',
);

const isBlank = charSet(
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"',
);

/** More than so many words before a verb are no adverbs. */
const WORDS = 6;

/** Skips what stands before the actor or verb of a clause; the offset where that begins. */
export function skipTo(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  for (let n = 0; n < WORDS && at < end; n++) {
    SKIPPED.lastIndex = at;
    const m = SKIPPED.exec(text);
    if (!m || at + m[0].length >= end) break;
    at += m[0].length;
  }
  return at;
}

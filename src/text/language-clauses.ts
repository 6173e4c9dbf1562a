/** Where clauses of Chinese prose end and begin: what punctuation in an odd place costs. */

/** The end of a text, as far as punctuation goes by it. */
interface Tail {
  readonly prev: Tail | null;
  readonly unit: number;
  /** Characters in its last word. */
  readonly length: number;
}

/** A sign behind a word of one character that wants something after it (把。 與， 外。). */
const CLOSE_ALONE = 2.5;
/** A sign behind a word that does nothing but join what is around it (和、 把， 於。). */
const CLOSE_JOINT = 6;
/** A sign behind an opening bracket or behind another sign (“。 ，。). */
const CLOSE_NOTHING = 8;
/** A full stop behind another (。。). Known wrong without: 拉家常。 is read 拉家。。. */
const CLOSE_AGAIN = 16;
/** A comma behind a sentence that ends in its quotation marks (。”，): fewer than one in two hundred such ends. */
const CLOSE_TWICE = 7;
/** A clause that starts with a character that cannot (。的 。们). */
const STARTS_BADLY = 5;

const CLOSING = 1;
const STOP = 2;
const OPENING = 4;
const ENDS = 8;
const NEVER_FIRST = 16;
const NUMBER = 32;
/** Words that join, where they stand alone. */
const JOINT = 128;
/** Closing signs that may follow another sign. */
const BRACKET = 64;

const classes: readonly (readonly [flag: number, chars: string])[] = [
  [CLOSING, '。，；！？、”》）,;!?)'],
  [BRACKET, '”》）)'],
  [STOP, '。！？；'],
  [OPENING, '“《（(〈「『'],
  [JOINT, '和与及或把被将从向于为对以由使让则而且但并经据按如若虽即须每该较最更很太仅未曾又就却既乃'],
  [NEVER_FIRST, '的之了们着等性化者吗呢吧'],
  [NUMBER, '0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两几'],
  [
    ENDS,
    '了的着等上中下内外后前里人事力好强高多大来去起位名个项元次年月到说行话题法化性者们家会呢吗吧啊看用做干走讲成局处科厅部委办省市县区乡镇村街站所校院厂路长员层线面点块书语文篇章条款期届类型式度率量级数字号代户口组队班室难少全低快慢早晚远近深浅轻重弱差足够严宽紧松实虚真准清明稳硬软新旧老广久慎优良顺通活乱齐满空富穷美净亮牢透细精专勤平安定成出住掉完光知见',
  ],
];

let flags: Uint8Array | undefined;

function build(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [flag, chars] of classes) for (const c of chars) table[c.charCodeAt(0)]! |= flag;
  return table;
}

/**
 * What a stop costs behind itself, and a comma or a stop behind quotation marks that end a sentence of their own; else 0. However often
 * signs follow one another.
 */
export function closesTwice(tail: Tail, unit: number): number {
  if (unit === 0x3002 && tail.unit === unit) return CLOSE_AGAIN;
  if (tail.unit !== 0x201d || !tail.prev) return 0;
  flags ??= build();
  const ends = flags[unit]! & CLOSING && !(flags[unit]! & BRACKET) && flags[tail.prev.unit]! & STOP;
  return ends ? CLOSE_TWICE : 0;
}

/** What it costs, in nats, that a character (in simplified form) stands behind `tail`. */
export function clauseCost(tail: Tail, unit: number): number {
  flags ??= build();
  const self = flags[unit]!;
  // A line does not end behind an opening bracket.
  if (unit === 0x0a) return flags[tail.unit]! & OPENING ? CLOSE_NOTHING : 0;
  if (!(self & (CLOSING | NEVER_FIRST))) return 0;
  const last = flags[tail.unit]!;
  if (self & CLOSING) {
    if (last & OPENING) return CLOSE_NOTHING;
    if (last & CLOSING) return self & BRACKET || last & BRACKET ? 0 : CLOSE_NOTHING;
    if (tail.length > 1 || tail.unit < 0x3400 || last & ENDS) return 0;
    // “和”字: what is quoted may stand alone.
    if (last & JOINT && !(self & BRACKET)) return CLOSE_JOINT;
    // 5日。, 三天，: a measure behind a number.
    return tail.prev && flags[tail.prev.unit]! & NUMBER ? 0 : CLOSE_ALONE;
  }
  if (last & STOP) return STARTS_BADLY;
  return tail.unit === 0x201d && tail.prev && flags[tail.prev.unit]! & STOP ? STARTS_BADLY : 0;
}

/** Whether {@link clauseCost} can be more than 0 for a character. */
export function isClausal(unit: number): boolean {
  flags ??= build();
  return unit === 0x0a || (flags[unit]! & (CLOSING | NEVER_FIRST)) !== 0;
}

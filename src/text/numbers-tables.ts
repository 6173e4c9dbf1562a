/** What a character can be in a numeral. */
export const NONE = 0;
/** 0-9, half or full width. */
export const ARABIC = 1;
/** 一 … 九, 两, the financial forms. */
export const DIGIT = 2;
/** 零 〇. */
export const ZERO = 3;
/** 十 百 千. */
export const SMALL = 4;
/** 万 亿 兆. */
export const BIG = 5;
/** 几 数: an unknown digit. */
export const SOME = 6;
/** 负 and the minus signs. */
export const MINUS = 7;
/** 廿 卅: tens in one character; 廿五 is 25. */
export const TENS = 8;

/**
 * Simplified, traditional and financial forms. 参 (叁) and 幺 are left out: in running text they are words
 * (参加, 幺 is a family name) far more often than digits.
 */
const DIGITS: readonly string[] = ['一壹弌', '二贰貳弍', '三叁叄', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'];

const kinds = new Uint8Array(65536);
const values = new Float64Array(65536);

function put(chars: string, kind: number, value: number): void {
  for (const c of chars) {
    kinds[c.charCodeAt(0)] = kind;
    values[c.charCodeAt(0)] = value;
  }
}

for (let d = 0; d < 10; d++) put(String.fromCharCode(0x30 + d, 0xff10 + d), ARABIC, d);
for (const [i, chars] of DIGITS.entries()) put(chars, DIGIT, i + 1);
put('两兩俩倆', DIGIT, 2);
put('零〇', ZERO, 0);
put('十拾', SMALL, 10);
put('百佰', SMALL, 100);
put('千仟', SMALL, 1000);
put('万萬', BIG, 1e4);
put('亿億', BIG, 1e8);
put('兆', BIG, 1e12);
put('几幾数數', SOME, 1);
put('负負-－−', MINUS, -1);
put('廿', TENS, 20);
put('卅', TENS, 30);
put('卌', TENS, 40);

/** The kind of the UTF-16 unit at `i` (NONE past the end). */
export const kindAt = (text: string, i: number): number => (i < text.length ? kinds[text.charCodeAt(i)]! : NONE);

/** The value of the numeral character at `i`. */
export const valueAt = (text: string, i: number): number => values[text.charCodeAt(i)]!;

/** Marks of a surplus that may stand before a multiplier: 十几万, 500余万, 三万多亿. */
export const isSurplus = (c: string | undefined): boolean =>
  c === '几' || c === '幾' || c === '余' || c === '餘' || c === '多';

/** Words in which a final 数 is no unknown digit: 人数十分可观, 总数百余. */
export const COUNT_NOUN = /[人总次件户倍指分基岁个位参系函奇偶整小多少如无算复尽]$/u;

import { Locale as ToTraditional } from 'opencc-js/cn2t';
import { applyEdits, type Edit } from './edits.ts';
import { hasKana, isJapanese, isKana } from './kana.ts';
import {
  countKinds,
  isTraditionalOnly,
  type KindCount,
  type ScriptCount,
  sawTraditional,
  scriptKinds,
  unambiguous,
} from './script.ts';
import { isOddToT2s, t2s, t2sInPlace } from './t2s.ts';
import { fromUtf16, utf16 } from './utf16.ts';

/** A text in simplified characters, and the edits that made it from the text given (rules `normalise/t2s`, `normalise/overlay`). */
interface Simplified {
  text: string;
  edits: Edit[];
}

/** From this share of traditional among the one-script characters a line is converted by phrases, ambiguous characters and all. */
const HANT_SHARE = 0.3;
/** Longer lines are converted in pieces, so that a page of one 200 MB line does not need several copies of it at once. */
const PIECE = 1 << 16;

/**
 * Variants of neither standard, in pairs: Japanese and old forms that converters emit or leave.
 * None of them stands in GB 2312 or in OpenCC's table of traditional characters.
 */
const VARIANTS =
  '関关囙因収收衞卫粧妆堿碱砲炮尅克凖准敍叙攷考艶艳喒咱倶俱総总惪德徳德戦战検检験验権权鉄铁銭钱対对図图団团広广気气帰归経经転转応应帯带歩步抜拔囯国' +
  '歴历蔵藏発发実实県县郷乡竜龙鉱矿斉齐済济沢泽択择訳译駅驿壊坏効效労劳営营厳严単单弾弹従从縦纵渋涩辺边遅迟変变読读続续両两満满黒黑豊丰繊纤仮假価价拡扩' +
  '観观勧劝歓欢亜亚悪恶栄荣桜樱挙举拠据鶏鸡軽轻継继剣剑険险顕显釈释粛肃処处焼烧奨奖浄净譲让粋粹酔醉穂穗摂摄騒骚増增臓脏鋳铸聴听逓递伝传闘斗悩恼脳脑廃废' +
  '拝拜髪发払拂毎每黙默薬药揺摇様样頼赖覧览隣邻塁垒涙泪戻戾霊灵齢龄';
/** Words with 著 for 着 whatever stands around them: the aspect mark after these verbs … */
const VERB_ZHE = new Set(
  '沿 随 接 意味 围绕 朝 向 本 顺 凭 借 趁 对 看 听 带 拿 走 站 坐 活 伴 怀 充满 面对 面临 标志 象征 承担 肩负 发挥 洋溢 凝聚 体现 贯穿 占 冒 抱 穿 挂 写 刻 印 贴 放 保持 影响 制约 决定 代表 闪 忙 等 逼 盯 瞄 守 牵 拉 推 抓 握 捧 流 含 承载 担负 笑 哭 唱 想 试 睡 摸 谈 开 睁 背 扛 挑 顶 压 靠 倚 仗 循 秉 秉持 坚持 传承 延续 慰藉 回荡 弥漫 存在 起 有'.split(
    ' ',
  ),
);
/** … and verbs that open with 着. 著重 counts only where 显 名 原 … (显著重要) do not stand before it. */
const ZHE_WORD = new Set('力眼手重急想陆装色实落火迷凉意墨笔床');
/** 著 that stays: 显著 卓著 知著 昭著 名著 编著 原著 专著 土著 论著 译著 合著 巨著 遗著 拙著 撰著 所著 炳著 彰著 … (执著 is 执着 on the mainland) */
const ZHU_BEFORE = new Set('显卓昭名编原专土论译合巨遗拙撰所炳彰主大校知');
/** … 著名 著作 著述 著称 著者 著书 著录 著文 */
const ZHU_AFTER = new Set('名作述称者书录文');
/** 鲁迅著《…》, （鲁迅著）, 鲁迅著⏎: who wrote it. */
const ZHU_END = new Set('《〈）)：:\n');

/** Words that `t2s` leaves in mainland text; the replacement is as long as the word. */
const HANT_WORDS = new Map(
  (
    '甚么什么 执著执着 凭藉凭借 藉由借由 藉此借此 藉助借助 藉以借以 藉口借口 藉机借机 甯夏宁夏 南甯南宁 西甯西宁 甯波宁波 咸甯咸宁 济甯济宁 ' +
    '答覆答复 批覆批复 回覆回复 反覆反复 唿吁呼吁 唿应呼应 唿声呼声'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)] as const),
);
/**
 * Words of simplified text that the lists of variants of 1955 and 2013 write otherwise; the first character has a use of its own
 * beside (剋 kēi in 剋架, 袷袢), so it is no variant by itself.
 */
const WORDS = new Map(
  '相剋相克 生剋生克 剋制克制 剋星克星 剋服克服 袷衣夹衣 袷裙夹裙 袷袄夹袄 袷被夹被 袷裤夹裤 勃谿勃溪'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)] as const),
);
/** What only a converter writes: a simplified line with one of these came from traditional text, and its 甚么 did too. */
const LEFTOVER = /衹|祇[有要是能]|为瞭/;
/** Characters (of variants, words and 著) at which the overlay has something to decide. */
const TRIGGERS = '著瞭祇衹於甚藉甯覆唿剋袷谿';
/** 于 written 於 inside simplified text: after these only (於 is a surname, and 樊於期 keeps it). */
const YU_BEFORE = new Set('对关由基在属处位等至终用善勇敢便鉴源立致限过归忠急适高低优大小多少强善服益囿濒');

let variants: Map<string, string> | undefined;
let rareForms: Map<string, string> | undefined;
let kinds: Uint8Array | undefined;

/** Only what has one reading in any context: for simplified text with traditional characters strewn in. */
function t2sUnambiguous(text: string): string {
  let out = '';
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const to = unambiguous(text.charCodeAt(i));
    if (!to) continue;
    out += text.slice(at, i) + String.fromCharCode(to);
    at = i + 1;
  }
  return at ? out + text.slice(at) : text;
}

/** Whether the 著 at `i` is 着. Unknown company: in traditional text it mostly is, in simplified text somebody chose it. */
function isZhe(text: string, i: number, hant: boolean): boolean {
  const before = text[i - 1] ?? '\n';
  const after = text[i + 1] ?? '\n';
  if (ZHU_AFTER.has(after)) return false;
  if (ZHU_BEFORE.has(before)) return false;
  if (ZHE_WORD.has(after)) return true;
  // A reading in brackets says which: 著(zháo)急, 著(zhù)名.
  if (hant && /[(（]/.test(after) && /^zh[^a-z ]|^zh[aeou]/.test(text.slice(i + 2, i + 6)))
    return !/^zhù/.test(text.slice(i + 2, i + 6));
  if (VERB_ZHE.has(before) || VERB_ZHE.has(text.slice(Math.max(0, i - 2), i))) return !ZHU_END.has(after);
  return (
    hant &&
    /\p{Script=Han}/u.test(before) &&
    !ZHU_END.has(after) &&
    !/^[，,、][^。]{0,12}(?:出版|书局|书店)/.test(text.slice(i + 1, i + 20))
  );
}

/** @returns the replacement of the unit (or word) at `i`, or '' where it is right as it stands. */
function better(text: string, i: number, hant: boolean): string {
  const c = text[i]!;
  const before = text[i - 1] ?? '';
  if (c === '著') return isZhe(text, i, hant) ? '着' : '';
  if (c === '瞭') return /[望哨亮高]/.test(text[i + 1] ?? '') ? '' : '了';
  if (c === '衹') return '只';
  if (c === '祇') return /[神地天]/.test(before) ? '' : '只';
  if (c === '於') return YU_BEFORE.has(before) || text[i + 1] === '是' ? '于' : '';
  return variants!.get(c) ?? '';
}

/** Bits beside those of {@link scriptKinds}: the overlay's characters, those whose simplified form lies beyond the basic plane. */
const TRIGGER = 16;
const RARE = 32;
/** … halves of surrogate pairs, with which these are written; and what else may change the length of a text. */
const BEYOND = 64;
const ODD = 128;

function buildOverlay(): Uint8Array {
  const kinds = scriptKinds().slice();
  variants = new Map();
  for (let i = 0; i < VARIANTS.length; i += 2) variants.set(VARIANTS[i]!, VARIANTS[i + 1]!);
  for (const c of [...TRIGGERS, ...variants.keys()]) kinds[c.charCodeAt(0)]! |= TRIGGER;
  rareForms = new Map();
  for (const entry of ToTraditional.from.cn![0]!.at(-1)!.split('|')) {
    const [simple = '', traditional = ''] = entry.split(' ');
    if (simple.length !== 2 || traditional.length !== 1) continue;
    rareForms.set(traditional, simple);
    kinds[traditional.charCodeAt(0)]! |= RARE;
  }
  for (let unit = 0; unit < kinds.length; unit++) if (isOddToT2s(unit) || isKana(unit)) kinds[unit]! |= ODD;
  kinds.fill(BEYOND, 0xd800, 0xdc00);
  return kinds;
}

/** Offsets at which the overlay has something to decide. */
function places(text: string): number[] {
  kinds ??= buildOverlay();
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) if (kinds[text.charCodeAt(i)]! & TRIGGER) found.push(i);
  return found;
}

/** Applies the overlay, but not beside kana: a Japanese name or title is quoted, and its spelling is right. Never changes the length. */
function overlay(text: string, hant: boolean): string {
  const found = places(text);
  if (!found.length || hasKana(text)) return text;
  const machine = hant || LEFTOVER.test(text);
  const out: string[] = [];
  let at = 0;
  for (const i of found) {
    const start = Math.max(at, i - 1);
    const word = wordAt(text, i, i, machine) ?? wordAt(text, start, i, machine);
    const from = word ? word.at : i;
    const to = word ? word.insert : better(text, i, hant);
    if (!to || from < at) continue;
    out.push(text.slice(at, from), to);
    at = from + to.length;
  }
  return out.length ? out.join('') + text.slice(at) : text;
}

/** The word of the table that begins at `start` and holds `i`. */
function wordAt(text: string, start: number, i: number, hant: boolean): { at: number; insert: string } | undefined {
  if (start + 2 <= i) return undefined;
  const word = text.slice(start, start + 2);
  const insert = WORDS.get(word) ?? (hant ? HANT_WORDS.get(word) : undefined);
  return insert ? { at: start, insert } : undefined;
}

/** Edits between two texts of one length, a run each; never between the halves of a surrogate pair. */
function runs(from: string, to: string, at: number, rule: string, edits: Edit[]): void {
  for (let i = 0; i < from.length; i++) {
    if (from.charCodeAt(i) === to.charCodeAt(i)) continue;
    let start = i;
    while (i < from.length && from.charCodeAt(i) !== to.charCodeAt(i)) i++;
    if (start && isLow(from.charCodeAt(start))) start--;
    if (isLow(from.charCodeAt(i)) || isLow(to.charCodeAt(i))) i++;
    edits.push({ start: at + start, end: at + i, insert: to.slice(start, i), rule });
  }
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** Edits between two texts whose lengths differ: character by character if they have as many, else what lies between their common ends. */
function loose(from: string, to: string, at: number, rule: string, edits: Edit[]): void {
  const a = [...from];
  const b = [...to];
  if (a.length === b.length) {
    let start = at;
    for (let i = 0; i < a.length; i++) {
      const end = start + a[i]!.length;
      if (a[i] !== b[i]) edits.push({ start, end, insert: b[i]!, rule });
      start = end;
    }
    return;
  }
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const start = at + a.slice(0, head).join('').length;
  const end = at + a.slice(0, a.length - tail).join('').length;
  edits.push({ start, end, insert: b.slice(head, b.length - tail).join(''), rule });
}

/**
 * 殢 → 𣨼 only where the line writes 𣨼 too. Fonts and dictionaries for simplified text mostly lack these forms, and texts of
 * either script write 殢; OpenCC has the pairs in its table of the other direction.
 */
function withRareForms(text: string): string {
  if (!/[\ud800-\udbff]/.test(text)) return text;
  const written = new Set(text.match(/[\ud840-\udbff][\udc00-\udfff]/g));
  return text.replace(/[\u3400-\u9fff]/g, (c) => {
    const simple = rareForms!.get(c);
    return simple && written.has(simple) ? simple : c;
  });
}

/** A text on its way: as it is, its units, and the units that are converted in place. */
interface Work {
  text: string;
  before: Uint16Array;
  after: Uint16Array;
  edits: Edit[];
}

/** Converts a piece; @returns false where its length may have changed, so that only the edits tell what became of it. */
function convertPiece(work: Work, { start, end, hant, seen }: Piece): boolean {
  const { text, before, after, edits } = work;
  if (seen & (BEYOND | ODD)) {
    convertOdd(text.slice(start, end), start, hant === true, edits);
    return false;
  }
  if (hant) t2sInPlace(after, text, start, end);
  else for (let i = start; i < end; i++) after[i] = unambiguous(before[i]!) || before[i]!;
  if (!(seen & TRIGGER) || !overlayInPlace(work, start, end, hant === true)) unitRuns(before, after, start, end, edits);
  return true;
}

/** The overlay on a converted piece; @returns false, and makes no edits, where it changes nothing. */
function overlayInPlace({ text, after, edits }: Work, start: number, end: number, hant: boolean): boolean {
  let i = start;
  while (i < end && !(kinds![after[i]!]! & TRIGGER)) i++;
  if (i === end) return false;
  const plain = fromUtf16(after.subarray(start, end));
  const best = overlay(plain, hant);
  if (best === plain) return false;
  for (let k = 0; k < best.length; k++) after[start + k] = best.charCodeAt(k);
  bothRules(text.slice(start, end), plain, best, start, edits);
  return true;
}

/** Edits between units before and after, a run each. */
function unitRuns(before: Uint16Array, after: Uint16Array, from: number, to: number, edits: Edit[]): void {
  for (let i = from; i < to; i++) {
    if (before[i] === after[i]) continue;
    const start = i;
    let insert = '';
    for (; i < to && before[i] !== after[i]; i++) insert += letter(after[i]!);
    edits.push({ start, end: i, insert, rule: 'normalise/t2s' });
  }
}

/** By unit. A converted text inserts a few hundred characters again and again. */
const letters = new Array<string | undefined>(0x10000);

function letter(unit: number): string {
  const known = letters[unit];
  if (known) return known;
  letters[unit] = String.fromCharCode(unit);
  return letters[unit];
}

/** For pieces with kana, with characters beyond the basic plane, or with such a simplified form. */
function convertOdd(piece: string, at: number, hant: boolean, edits: Edit[]): void {
  if (isJapanese(piece, hant)) return;
  const plain = withRareForms(hant ? t2s(piece) : t2sUnambiguous(piece));
  const text = overlay(plain, hant);
  if (text === piece) return;
  if (text.length !== piece.length) loose(piece, text, at, 'normalise/t2s', edits);
  else if (plain === text) runs(piece, text, at, 'normalise/t2s', edits);
  else bothRules(piece, plain, text, at, edits);
}

/** Edits of both rules, where the overlay changed what conversion left. All three texts are as long. */
function bothRules(from: string, plain: string, to: string, at: number, edits: Edit[]): void {
  const own: Edit[] = [];
  runs(from, plain, at, 'normalise/t2s', own);
  runs(plain, to, at, 'normalise/overlay', own);
  for (const e of merge(own, to, at)) edits.push(e);
}

/** Edits of both rules in order. Where both touched one unit (甚麼 → 甚么 → 什么) they become one edit, the overlay's. */
function merge(own: Edit[], text: string, at: number): Edit[] {
  own.sort((x, y) => x.start - y.start || x.end - y.end);
  const out: Edit[] = [];
  for (const e of own) {
    const last = out.at(-1);
    if (last && e.start < last.end) {
      last.end = Math.max(last.end, e.end);
      last.insert = text.slice(last.start - at, last.end - at);
      last.rule = 'normalise/overlay';
    } else out.push({ ...e, insert: text.slice(e.start - at, e.end - at) });
  }
  return out;
}

function isHant({ hans, hant }: ScriptCount): boolean {
  return hant > 0 && hant >= HANT_SHARE * (hans + hant);
}

/** End of the piece that begins at `start`: a line, or of a long line a part cut where no word runs on (at most `PIECE`). */
function pieceEnd(text: string, start: number): number {
  const stop = text.indexOf('\n', start);
  let end = stop < 0 ? text.length : stop + 1;
  if (end - start > PIECE) {
    end = start + PIECE;
    const pause = text.slice(end - 1000, end).search(/[，。,；][^，。,；]*$/);
    if (pause >= 0) end = end - 1000 + pause + 1;
    else if (isLow(text.charCodeAt(end))) end--;
  }
  return end;
}

/**
 * Converts traditional, machine-made traditional and mixed text to simplified characters, line by line.
 *
 * A line in traditional script goes through OpenCC's phrases and characters (`t2s`) and the overlay. In a line in simplified
 * script only characters with one reading in any context change, so 乾隆, 显著, 徵羽, 程序 stay. A line without evidence
 * follows the rest of the text. Converting twice changes nothing.
 *
 * Source of the tables: OpenCC (Apache-2.0) by way of opencc-js; the overlay is ours. Never fails.
 */
export function simplify(text: string): Simplified {
  const before = utf16(text);
  const edits: Edit[] = [];
  const pieces = toConvert(text, before);
  if (!pieces.length) return { text, edits };
  const work: Work = { text, before, after: before.slice(), edits };
  let isInPlace = true;
  for (const piece of pieces) isInPlace = convertPiece(work, piece) && isInPlace;
  if (!edits.length) return { text, edits };
  return { text: isInPlace ? fromUtf16(work.after) : applyEdits(text, edits), edits };
}

/** Whether {@link simplify} may change a UTF-16 unit that stands alone: cheaper to ask than to convert. */
export function maySimplify(unit: number): boolean {
  kinds ??= buildOverlay();
  return hasWork(kinds[unit]!);
}

interface Piece {
  start: number;
  end: number;
  /** Whether it is traditional text; null where it has no evidence of its own. */
  hant: boolean | null;
  /** The kinds of its characters, or-ed. */
  seen: number;
}

/** The pieces in which there may be anything to convert: none in simplified text, which costs one look at each character. */
function toConvert(text: string, units: Uint16Array): Piece[] {
  kinds ??= buildOverlay();
  const all: KindCount = { hans: 0, hant: 0, seen: 0 };
  const own: KindCount = { hans: 0, hant: 0, seen: 0 };
  const found: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start);
    countKinds(kinds, units, start, end, own);
    all.hans += own.hans;
    all.hant += own.hant;
    all.seen |= own.seen;
    const hant = own.hans + own.hant > 0 ? isHant(own) : null;
    if (hant !== false || hasWork(own.seen)) found.push({ start, end, hant, seen: own.seen });
    start = end;
  }
  const whole = isHant(all) || (all.hans === 0 && isTraditionalOnly(all.seen));
  return found.map((p) => ({ ...p, hant: p.hant ?? whole })).filter((p) => p.hant || hasWork(p.seen));
}

function hasWork(seen: number): boolean {
  return (seen & TRIGGER) > 0 || sawTraditional(seen) || (seen & (RARE | BEYOND)) === (RARE | BEYOND);
}

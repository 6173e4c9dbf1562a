/** The overlay on the tables of OpenCC: what they leave in simplified text (著 and 着, 祇, 衹, variants of neither standard). */

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
/** Characters of words, and of 著, at which there is something to decide. */
const TRIGGERS = '著瞭祇衹於甚藉甯覆唿剋袷谿';
/** 于 written 於 inside simplified text: after these only (於 is a surname, and 樊於期 keeps it). */
const YU_BEFORE = new Set('对关由基在属处位等至终用善勇敢便鉴源立致限过归忠急适高低优大小多少强善服益囿濒');

const variants = new Map<string, string>();
for (let i = 0; i < VARIANTS.length; i += 2) variants.set(VARIANTS[i]!, VARIANTS[i + 1]!);

/** The characters at which the overlay has something to decide. */
export const OVERLAID: readonly string[] = [...TRIGGERS, ...variants.keys()];

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
  return variants.get(c) ?? '';
}

/** The word of the table that begins at `start` and holds `i`. */
function wordAt(text: string, start: number, i: number, hant: boolean): { at: number; insert: string } | undefined {
  if (start + 2 <= i) return undefined;
  const word = text.slice(start, start + 2);
  const insert = WORDS.get(word) ?? (hant ? HANT_WORDS.get(word) : undefined);
  return insert ? { at: start, insert } : undefined;
}

/**
 * Puts right what conversion by tables leaves. Never changes the length.
 *
 * @param found where the characters stand that are {@link OVERLAID}
 * @param hant the text was written in traditional characters
 */
export function overlaid(text: string, found: readonly number[], hant: boolean): string {
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

/** Japanese in Chinese text: its characters are neither traditional nor wrong Chinese. */

const KANA = /[\u3041-\u309f\u30a1-\u30fa]/;
/** From this share of kana on a line is Japanese, whose 組合 and 議長 are no traditional Chinese: running Japanese has two fifths and more. */
const KANA_SHARE = 0.2;

/** Whether a UTF-16 unit is a kana; ・ and ー, which Chinese text has too, are none. */
export function isKana(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x309f) || (unit >= 0x30a1 && unit <= 0x30fa);
}

export function hasKana(text: string): boolean {
  return KANA.test(text);
}

/**
 * Whether the characters of a line are Japanese. In simplified text any kana tells that those beside are quoted; in traditional text
 * it takes many. Wrong case: 群眾満意の工程 in simplified text keeps its 眾.
 */
export function isJapanese(line: string, hant: boolean): boolean {
  if (!hant) return KANA.test(line);
  let kana = 0;
  for (let i = 0; i < line.length; i++) if (isKana(line.charCodeAt(i))) kana++;
  return kana > KANA_SHARE * line.length;
}

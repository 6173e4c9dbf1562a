import { charSet } from '../../../../text/char-set.ts';

/** A sentence that could be an unnumbered run-in heading. */
export interface Opener {
  row: number;
  start: number;
  end: number;
  text: string;
  /** Behind a dash or a bullet at the start of its line. */
  dash?: boolean;
}

/** Sentences someone said, connectives and dates open no point. */
export const NO_OPENER =
  /^[^,，]{0,12}(?:指出|强调|认为|表示|介绍|提出|要求|说)[,，:：]|^(?:[“"‘].{9,}[”"’]$|例如|比如|各(?:乡镇|县区|街道|村|部门|单位|级|地|科室|股室|支部)|全[县市区镇乡]|[一五三两]年来|同志们|特别是|尤其是|希望|相信|让我们|如果|只有|只要|无论|即使|虽然|尽管|由于|因为|随着|其中|同时|此外|另外|因此|所以|但是|然而|总之|综上|当前|目前|近年来|今年|去年|刚才|(?:刚刚)?过去|新的?一年|为此|对此|这(?!(?:一|[两三四五六七八九十几])年[,，]|是[^,，]{2,8}所[一-鿿]$)|我(?!们[^,，要的是]{3,14}[,，][^,，的是]{4,16}$)|他|她|会议|记者|据|[0-9]{4}年|[0-9]+月)|(?:指出|强调|认为|表示|要求|提出)[:：]?“?$|[:：]|^[^,，]{0,10}(?:同志|书记|主席|部长|省长|市长|县长|区长|镇长|局长|主任)[^,，]{0,6}(?:指出|强调|认为|表示|要求|提出|部署|说|叮嘱|嘱咐|亲自|曾|还)/;
/** What stands under a run-in heading. */
export const BODY_MIN = 25;

/** Openers in groups of which each is built like one before. */
export function cluster(openers: readonly Opener[], like: (a: string, b: string) => boolean): Opener[][] {
  const open: Opener[][] = [];
  for (const o of openers) {
    const home = open.slice(-6).find((c) => like(c.at(-1)!.text, o.text) || like(c[0]!.text, o.text));
    if (home) home.push(o);
    else open.push([o]);
  }
  return open;
}

const isSentenceEnd = charSet('。！!？?');

/** End of the sentence that begins at `from` (at its 。), or -1 when the line ends without one. */
export function sentenceEnd(text: string, from: number, lineEnd: number): number {
  for (let i = from; i < lineEnd; i++) if (isSentenceEnd(text.charCodeAt(i))) return i;
  return -1;
}

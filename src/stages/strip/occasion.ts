import type { Origin } from '../../pipeline/types.ts';
import { fold } from '../../text/boilerplate-fold.ts';
import { dateLine } from '../../text/dates.ts';
import type { Line } from './cuts.ts';

/** What the head of a text tells of where and when it was spoken, and the places of its lines. */
interface Occasion {
  meta: { altTitle?: string; org?: string; dated?: string };
  origins: { altTitle?: Origin; org?: Origin };
}

/** A place with the name of its level; 全市 and 我县 name none. */
const PLACE = String.raw`(?!全|我|本|各|该)(?:\p{Script=Han}{1,14}?(?:省|自治区|市|州|盟|县|旗|区|乡|镇))`;
/** ——2021年1月28日在某某市第五届人民代表大会第六次会议上, with its dash, in brackets, or bare behind the day. */
const CONGRESS = new RegExp(
  String.raw`^[-—–(（]{0,3}\s?(?:[\d〇一二三四五六七八九十 ]{4,5}年[\d一二三四五六七八九十 ]{1,4}月[\d一二三四五六七八九十 ]{1,4}日\s?)?在(${PLACE})第[\d一二三四五六七八九十百]{1,4}届(?:人民代表大会|人大)[^。，；]{0,20}上[)）]?$`,
  'u',
);
/** 政府工作报告, 2024年某某市政府工作报告: what a government reports to its congress. */
const REPORT = new RegExp(
  String.raw`^(?:\d{4}年(?:度)?)?(${PLACE})?(?:人民)?政府工作(?:的)?报告(?:全文)?(?:$|\s?[-—–(（]|\s)`,
  'u',
);
/** Its congress within the headline, which may be cut off behind the place: a subtitle goes on in the next line. */
const NAMED = new RegExp(String.raw`在(${PLACE})第[\d一二三四五六七八九十百]{1,4}届人`, 'u');

/**
 * The congress that a government's report was given to. Every such report is called 政府工作报告: the line below the headline tells
 * whose it is. It is kept as a second headline where it is cut away, and the organ is that place's government.
 *
 * @param lines all lines, marked with what goes
 * @param body index of the text's first line
 * @param title the headline; other reports to a congress (of its committee, of a court) are none of the government's
 * @param second what the page's markup has below it, cut away before
 */
export function occasionOf(
  lines: readonly Line[],
  body: number,
  title: string | null,
  second: string | null,
): Occasion {
  const headline = fold(title ?? '').trim();
  const report = REPORT.exec(headline);
  if (!report) return { meta: {}, origins: {} };
  const line = lines.slice(0, body).find((l) => l.rule !== null && CONGRESS.test(fold(l.text).trim()));
  const said = line ? fold(line.text).trim() : '';
  const named = report[1] ?? NAMED.exec(headline)?.[1];
  const beside = line ? '' : fold(second ?? '').trim();
  const place = named ?? CONGRESS.exec(said || beside)?.[1];
  const dated = CONGRESS.test(beside) ? dateLine(beside.replace(/^[-—–]{1,2}\s?/u, '')) : null;
  const at = line && { from: 'headline', start: line.start, end: line.end };
  // A subtitle that went into the headline is told there.
  const told = line === undefined || headline.includes(said);
  return {
    meta: {
      ...(told ? {} : { altTitle: line.text.trim() }),
      ...(place ? { org: `${place}人民政府` } : {}),
      ...(dated ? { dated } : {}),
    },
    origins: { ...(told || !at ? {} : { altTitle: at }), ...(place && !named && at ? { org: at } : {}) },
  };
}

import type { Cut } from './boilerplate-farm.ts';

/** What hijacked links advertise, and what they lure to. Policy texts have the one (体育, 国际) or the other (登录, 下载), never joined. */
const GOODS = '娱乐|娱乐城|棋牌|博彩|彩票|体育|国际|真人|电子|赌场|捕鱼|彩金|荷官';
const LURES = '登录|登陆|注册|官网|网址|下载|平台|开户|app|客户端|首页|投注|入口|官方';
const LURE = new RegExp(`(?:${GOODS})(?:在线|官方|手机)?(?:${LURES}){1,3}`, 'giu');
/** Shortest advertisement, and longest stretch looked at on either side of its lure. */
const SHORTEST = 6;
const REACH = 12;

const han = (c: string | undefined): boolean => c !== undefined && /[\p{Script=Han}A-Za-z0-9]/u.test(c);

/** How far two texts agree from two places on, in one direction. */
function agree(a: string, i: number, b: string, j: number, step: 1 | -1): number {
  let n = 0;
  while (n < REACH && han(a[i + n * step]) && a[i + n * step] === b[j + n * step]) n++;
  return n;
}

interface Found {
  line: number;
  start: number;
  end: number;
}

/**
 * Advertisements that a hijacker put into the sentences of a page (…至9月某某国际娱乐登录网址对全市…): the same words around
 * a lure in two places. What the places share is the advertisement; one alone has no edges that anybody could know, and stays.
 *
 * @returns the cuts of each line, in the order of `lines`. Linear but for the lures, of which the first two hundred count.
 */
export function findAdvertisements(lines: readonly string[]): Map<number, Cut[]> {
  const lures: Found[] = lines.flatMap((text, line) =>
    [...text.matchAll(LURE)].map((m) => ({ line, start: m.index, end: m.index + m[0].length })),
  );
  const cuts = new Map<number, Cut[]>();
  const few = lures.slice(0, 200);
  for (const a of few) {
    let [left, right] = [-1, -1];
    for (const b of few) {
      const [x, y] = [lines[a.line]!, lines[b.line]!];
      if (a === b || x.slice(a.start, a.end) !== y.slice(b.start, b.end)) continue;
      left = Math.max(left, agree(x, a.start - 1, y, b.start - 1, -1));
      right = Math.max(right, agree(x, a.end, y, b.end, 1));
    }
    const [start, end] = [a.start - left, a.end + right];
    if (left < 0 || end - start < SHORTEST) continue;
    cuts.set(a.line, [...(cuts.get(a.line) ?? []), { start, end, rule: 'injected' }]);
  }
  return cuts;
}

/** A site's name with a symbol in it (文%某驿站), so that no search finds it. */
const BROKEN = /(?<!\p{Script=Han}[%@#$^&*~|_+=])(\p{Script=Han}{1,6})[%@#$^&*~|_+=](\p{Script=Han}{1,6})/gu;

/**
 * Names of the site that were put into a sentence with a symbol inside, told by the site's own lines: 文%某驿站 where 文某驿站
 * stands in the breadcrumb or the lead.
 *
 * @param own the lines that are known to be the site's
 */
export function findBrokenNames(line: string, own: string): Cut[] {
  if (!own || !/[%@#$^&*~|_+=]/.test(line)) return [];
  const cuts: Cut[] = [];
  for (const m of line.matchAll(BROKEN)) {
    // The longest tail of what stands before the symbol with the longest head of what stands behind it.
    const [, before, after] = m as unknown as [string, string, string];
    for (let a = before.length, done = false; a > 0 && !done; a--)
      for (let b = after.length; b > 0 && !done; b--) {
        if (a + b < 4 || !own.includes(before.slice(-a) + after.slice(0, b))) continue;
        const start = m.index + before.length - a;
        const end = m.index + before.length + 1 + b;
        cuts.push({ start, end: line[end] === ' ' ? end + 1 : end, rule: 'injected' });
        done = true;
      }
  }
  return cuts;
}

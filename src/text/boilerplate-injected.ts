import type { Cut } from './boilerplate-farm.ts';

/** What hijacked links advertise. */
const GOODS = '娱乐城|娱乐|棋牌|博彩|彩票|体育|国际|真人|电子|赌场|捕鱼|彩金|荷官';
/** What they lure to, and what only they do. */
const LURES = '登录|登陆|注册|官网|网址|下载|平台|开户|app|客户端|首页|投注|入口|官方';
const SURE = '登录|登陆|注册|官网|网址|开户|app|投注';
/**
 * Policy texts have the one (体育, 电子) or the other (下载, 平台), even joined (电子平台): two lures in a row, or games with a
 * sure one, they have not.
 */
const LURE = new RegExp(
  `(?:${GOODS})(?:在线|官方|手机)?(?:(?:${LURES}){2,3}|(?<=(?:娱乐城?|棋牌|真人|捕鱼|荷官)(?:在线|官方|手机)?)(?:${SURE}))`,
  'giu',
);
/** Sentences that tell how such sites are dealt with. */
const ENFORCED = /打击|严禁|查处|取缔|整治|禁止|防范|治理|警惕|违法|非法|犯罪|举报|赌博/u;
/** A site of this trade has a name before its goods; words that go on behind the lure have two letters at least. */
const BRAND = 2;
const MORE = 2;
/** Longest stretch looked at on either side of a lure: names of such sites have up to eight letters. */
const REACH = 12;

const LETTER = /[\p{Script=Han}A-Za-z0-9]/u;

interface Found {
  line: number;
  start: number;
  end: number;
  /** What stands before the lure, read backwards, and behind it. */
  before: string;
  after: string;
}

/** Letters from a place on, in one direction. */
function letters(text: string, from: number, step: 1 | -1): string {
  let out = '';
  for (let i = from; out.length < REACH && LETTER.test(text[i] ?? ''); i += step) out += text[i]!;
  return out;
}

/** Length of what two strings begin with alike. */
function agree(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

/** Length of what all of them begin with. */
const common = (all: readonly string[]): number => all.reduce((n, s) => Math.min(n, agree(all[0]!, s)), all[0]!.length);

/** The places where one brand lures: same lure, same name before it. */
function brands(lines: readonly string[]): Found[][] {
  const found: (Found & { lure: string })[] = [];
  lines.forEach((text, line) => {
    for (const m of ENFORCED.test(text) ? [] : text.matchAll(LURE)) {
      const [start, end] = [m.index, m.index + m[0].length];
      const before = letters(text, start - 1, -1);
      if (before.length >= BRAND) found.push({ line, start, end, lure: m[0], before, after: letters(text, end, 1) });
    }
  });
  const groups = new Map<string, Found[]>();
  for (const f of found) {
    const key = `${f.before.slice(0, BRAND)} ${f.lure}`;
    const group = groups.get(key);
    if (group) group.push(f);
    else groups.set(key, [f]);
  }
  return [...groups.values()].filter((g) => g.length > 1);
}

/**
 * Advertisements that a hijacker put into the sentences of a page (…至9月某某国际娱乐登录网址对全市…): the same name before
 * the same lure in two places or more. What all these places share is the advertisement; one alone has no edges that
 * anybody could know, and stays. Linear in the text.
 *
 * Wrong case: two places only, between words that agree by chance (…的某某国际娱乐登录网址… twice): 的 goes with it.
 */
export function findAdvertisements(lines: readonly string[]): Map<number, Cut[]> {
  const cuts = new Map<number, Cut[]>();
  for (const group of brands(lines)) {
    const left = common(group.map((f) => f.before));
    const right = common(group.map((f) => f.after));
    for (const f of group) {
      const cut = { start: f.start - left, end: f.end + (right >= MORE ? right : 0), rule: 'injected' };
      const list = cuts.get(f.line);
      if (list) list.push(cut);
      else cuts.set(f.line, [cut]);
    }
  }
  return cuts;
}

/** Not + * | and their like, which join words of the text: 党建+业务, X区*镇. */
const SYMBOL = '[%@#$^]';
/** A site's name with a symbol in it (文%某驿站), so that no search finds it. */
const BROKEN = new RegExp(`(?<!\\p{Script=Han}${SYMBOL})(\\p{Script=Han}{1,6})${SYMBOL}(\\p{Script=Han}{1,6})`, 'gu');
/** Shortest and longest name of a site. A shorter one may be words that only happen to stand in its head, too. */
const NAME: readonly [number, number] = [4, 12];
/** So much of a site's own lines is looked at: its name stands in the first of them. */
const OWN = 2000;

/** All that may be a name in the lines that are the site's own. */
export function ownNames(own: readonly string[]): Set<string> {
  const names = new Set<string>();
  let room = OWN;
  for (const line of own) {
    for (const [run] of line.slice(0, room).matchAll(/\p{Script=Han}{4,}/gu))
      for (let i = 0; i + NAME[0] <= run.length; i++)
        for (let n = NAME[0]; n <= NAME[1] && i + n <= run.length; n++) names.add(run.slice(i, i + n));
    room -= line.length;
    if (room <= 0) break;
  }
  return names;
}

/**
 * Names of the site that were put into a sentence with a symbol inside, told by the site's own lines: 文%某驿站 where 文某驿站
 * stands in the breadcrumb or the lead.
 *
 * @param names what {@link ownNames} found in the lines that are known to be the site's
 */
export function findBrokenNames(line: string, names: ReadonlySet<string>): Cut[] {
  if (!names.size || !/[%@#$^]/.test(line)) return [];
  return [...line.matchAll(BROKEN)].flatMap((m) => {
    // The longest tail of what stands before the symbol with the longest head of what stands behind it.
    const [, before, after] = m as unknown as [string, string, string];
    for (let a = before.length; a > 0; a--)
      for (let b = after.length; b > 0; b--) {
        if (!names.has(before.slice(-a) + after.slice(0, b))) continue;
        const start = m.index + before.length - a;
        const end = m.index + before.length + 1 + b;
        return [{ start, end: line[end] === ' ' ? end + 1 : end, rule: 'injected' }];
      }
    return [];
  });
}

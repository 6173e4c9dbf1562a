import { segment } from '../../../../text/segment.ts';

const commonPrefix = (a: string, b: string): number => {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
};
const commonSuffix = (a: string, b: string): number => {
  let i = 0;
  while (i < a.length && i < b.length && a[a.length - 1 - i] === b[b.length - 1 - i]) i++;
  return i;
};

/** Where the first quotation stands: what is before, inside and behind it, in characters. */
function quoted(s: string): { before: number; inside: string; behind: number } | null {
  const open = s.indexOf('“');
  const close = s.indexOf('”', open + 1);
  return open < 0 || close < 0
    ? null
    : { before: open, inside: s.slice(open + 1, close), behind: s.length - close - 1 };
}

export const FRAMES = [
  /^从[^,，]{1,14}[看讲说][,，]/,
  /[,，]这是[^,，]{2,24}的[^,，]{1,4}$/,
  /^[^,，]{2,8}[,，][^,，]{2,12}[,，]这是/,
  // 我们夯实产业根基,加快发展方式转变。 A report to an assembly opens its paragraphs so.
  /^我们[^,，要的是]{3,14}[,，][^,，的是]{4,16}$/,
  // 先把人找出来。 再把老板请进来。 还要把活动做活。
  /^(?:先|再|又|还要?|接着|最后)把[^,，。]{2,10}$/,
];

/** Whether two sentences are built alike: the same frame, ends, quotation or number of characters with the same particle. */
export function alike(a: string, b: string): boolean {
  if (FRAMES.some((f) => f.test(a) && f.test(b))) return true;
  const pre = commonPrefix(a, b);
  const suf = commonSuffix(a, b);
  const short = Math.min(a.length, b.length);
  const apart = Math.abs(a.length - b.length);
  if (apart <= 8 && (suf >= 3 || (pre >= 2 && suf >= 1) || (suf >= 2 && short <= 24))) return true;
  if (short <= TAIL_MAX && apart <= 6 && tail(a) === tail(b)) return true;
  // The same beginning alone may only be the same subject (食用菌带动了… / 食用菌最终会…).
  if (apart <= 2 && pre >= 3 && short <= 16) return true;
  if (sameClause(a, b)) return true;
  const p = quoted(a);
  const q = quoted(b);
  if (p && q) return sameQuote(p, q);
  if (a.length === b.length && a.length <= COUPLET_MAX && shared(a, b) >= 2) return true;
  if (a.length === b.length) return sameParticle(a, b);
  return pre >= 2 && short <= 12 && apart <= 3;
}

/** 窗口形象<见新>气象 / “五个转身”<见新>步伐: a verb with 新, before a noun of two characters. */
const TAIL_MAX = 14;
const tail = (s: string): string => /[一-鿿]新(?=[一-鿿]{2}$)/.exec(s)?.[0] ?? s;

/** Longer sentences share two places by chance. */
const COUPLET_MAX = 12;

/** Characters that stand in the same place (读书账记心得 / 实干账记得失). */
function shared(a: string, b: string): number {
  let n = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) n++;
  return n;
}

/** 队伍强不强,关键看… / 工作实不实,关键看…: first clauses of one length, second ones that begin alike. */
function sameClause(a: string, b: string): boolean {
  const i = a.search(/[,，]/);
  const k = b.search(/[,，]/);
  if (i < 0 || k < 0 || Math.abs(i - k) > 1 || Math.max(a.length, b.length) > 30) return false;
  return commonPrefix(a.slice(i + 1), b.slice(k + 1)) >= 2;
}

type Quoted = { before: number; inside: string; behind: number };

/** 筑牢“…”的防线 / 守好“…”的底线; “主心骨” / “顶梁柱” at the end; “周末讲堂”里 / “板凳讲堂”中. */
function sameQuote(p: Quoted, q: Quoted): boolean {
  if (commonSuffix(p.inside, q.inside) >= 2 && Math.abs(p.before - q.before) <= 2) return true;
  return Math.abs(p.before - q.before) <= 2 && Math.abs(p.behind - q.behind) <= 2;
}

const PARTICLE = new Set([...'了不着的以为上中里是有得更到在与和再全就']);

function sameParticle(a: string, b: string): boolean {
  for (let i = 1; i < a.length; i++) if (a[i] === b[i] && PARTICLE.has(a[i]!)) return true;
  return false;
}

/** Part-of-speech pattern, for short sentences that nothing else shows to be alike (安排不具体 / 检查走形式). */
export function pattern(s: string): string {
  return segment(s)
    .map((w) => w.tag[0])
    .join('');
}

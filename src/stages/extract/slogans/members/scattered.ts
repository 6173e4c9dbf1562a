import { bisect } from '../../../../text/bisect.ts';
import { type Part, shortened } from '../numerals.ts';
import type { Article } from './expand.ts';
import { literally, type Members, pieces, sharesKey } from './members.ts';
import { NUMBERED, withoutVerb } from './outline.ts';

/** Members that stand apart from each other are looked for no further behind their formula. */
const REACH = 2500;

/** The sentences or clauses that begin with members of one character more: 学习联记…；岗位联记…. */
export function byFirst(paragraph: string, parts: readonly Part[]): Members | null {
  const short = shortened(parts);
  if (!short) return null;
  const { count, key } = short[0]!;
  const heads = pieces(paragraph, '。；;')
    .slice(0, count + 1)
    .map((s) => (s.includes(key) ? new RegExp(`^[^，,、：:]{1,4}?${literally(key)}`, 'u').exec(s)?.[0] : null) ?? '');
  const list = heads.slice(0, count);
  const even = list.length === count && list.every((s) => s !== '' && s.length === list[0]!.length);
  return even && !heads[count] && new Set(list).size === count ? { list, complete: true } : null;
}

/** “两个平台”, later “学习平台” “服务平台”. */
export function siblingQuotes(a: Article, close: number, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.key.length < 2) return null;
  const found: string[] = [];
  for (
    let i = bisect(a.quotes, (q) => q.open >= close);
    i < a.quotes.length && a.quotes[i]!.open < close + REACH;
    i++
  ) {
    const s = a.quotes[i]!.text;
    const shares = s.length > part.key.length && (s.endsWith(part.key) || s.startsWith(part.key));
    if (shares && !/^[一二三四五六七八九十两双\d]/u.test(s) && !found.includes(s)) found.push(s);
  }
  return found.length === part.count ? { list: found, complete: true } : null;
}

/** Sentences that end in the key: …与本支部特色工作的结合。 */
export function closingClauses(text: string, close: number, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length !== 1 || part.key.length < 2) return null;
  const found: string[] = [];
  const window = text.slice(close, close + REACH);
  for (let i = window.indexOf(part.key); i >= 0 && found.length <= part.count; i = window.indexOf(part.key, i + 1)) {
    if (!/[。；;\n]/u.test(window[i + part.key.length] ?? '')) continue;
    const sentence = window
      .slice(Math.max(0, i - 40), i + part.key.length)
      .split(/[。！？；;\n]/u)
      .pop()!
      .replace(NUMBERED, '');
    if (sentence.length < 41 && !/[，,“”]/u.test(sentence)) found.push(sentence);
  }
  return found.length === part.count && sharesKey(found, parts) ? { list: withoutVerb(found), complete: true } : null;
}

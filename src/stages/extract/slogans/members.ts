import type { Part } from './numerals.ts';
import { promised } from './numerals.ts';

/** Members that a text names for a formula. */
export interface Members {
  list: string[];
  complete: boolean;
}

const FLAT = /[、，,；;]/u;

/** A member without quotation marks around the whole of it and without what only introduces it. */
function clean(member: string): string {
  const s = member.trim().replace(/等$/u, '');
  return /^[“‘"][^“”‘’"]*[”’"]$/u.test(s) ? s.slice(1, -1) : s;
}

/** Splits the last piece at 和, 以及, 及 where one member is missing. */
function splitLast(pieces: string[], wanted: readonly number[]): string[] {
  if (!wanted.includes(pieces.length + 1)) return pieces;
  const last = pieces[pieces.length - 1]!;
  const m = /^([^和及]{2,})(?:以及|和|及|与)([^和及]{2,})$/u.exec(last);
  return m ? [...pieces.slice(0, -1), m[1]!, m[2]!] : pieces;
}

const right = (pieces: string[], wanted: readonly number[]): boolean => wanted.includes(pieces.length);

/** Pieces between marks, at the top level of brackets and quotation marks. */
export function pieces(s: string, marks: RegExp): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s[i]!;
    if ('（(“《'.includes(c)) depth++;
    else if ('）)”》'.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.test(c)) {
      out.push(s.slice(from, i));
      from = i + 1;
    }
  }
  out.push(s.slice(from));
  return out.map((p) => p.trim()).filter((p) => p.length > 0);
}

/** A closed list (in a parenthesis): all of it is members, as many as there are. */
export function closedList(s: string, parts: readonly Part[]): Members | null {
  const wanted = promised(parts);
  const body = s.replace(/^(?:即|指|是指|分别是|包括|也就是|主要包括|就是)[：:]?/u, '');
  for (const marks of [/[；;]/u, /[、；;]/u, FLAT]) {
    const list = splitLast(pieces(body, marks), wanted);
    if (right(list, wanted)) return { list: list.map(clean), complete: true };
  }
  const list = pieces(body, FLAT).map(clean);
  // (以下简称“三办”), (见附件): a remark, no list.
  return list.length > 1 && sharesKey(list, parts) ? { list, complete: false } : null;
}

/** An open list (after 即 or a colon): its members, then the sentence goes on. */
export function openList(s: string, parts: readonly Part[]): Members | null {
  const wanted = [...promised(parts)].sort((a, b) => b - a);
  const sentence = /^[^。！？!?\n]{0,300}/u.exec(s)![0];
  const semi = splitLast(pieces(sentence, /[；;]/u), wanted);
  if (semi.length > 1 && right(semi, wanted) && semi.every((p) => p.length <= 60)) return whole(semi);
  const marked = pieces(sentence, /[、]/u);
  for (const n of wanted) {
    const first = prefix(sentence, n, parts);
    if (first) return whole(first);
  }
  const list = splitLast(marked, wanted);
  if (list.length > 1 && right(list, wanted)) {
    // The sentence goes on behind the last member: …和先锋模范作用，以….
    list[list.length - 1] = list[list.length - 1]!.split(/[，,；;]/u)[0]!;
    return whole(list);
  }
  return null;
}

const whole = (list: string[]): Members => ({ list: list.map(clean), complete: true });

/** The first n pieces, where the list ends there: after 、 it would go on. */
function prefix(sentence: string, n: number, parts: readonly Part[]): string[] | null {
  const list = pieces(sentence, FLAT);
  if (list.length < n) return null;
  const first = list.slice(0, n);
  if (first.some((p) => p.length > 24)) return null;
  const end = sentence.indexOf(first[n - 1]!) + first[n - 1]!.length;
  if (sentence[end] === '、') return null;
  return list.length === n || sharesKey(first, parts) || shape(first) ? first : null;
}

/** All of one length, nearly. */
function shape(list: string[]): boolean {
  const l = list.map((m) => m.length);
  return Math.max(...l) - Math.min(...l) <= 2;
}

/** Each member contains the key of its part: 好 in the first five, 化 in the next four. */
export function sharesKey(list: readonly string[], parts: readonly Part[]): boolean {
  let i = 0;
  for (const part of parts) {
    for (let k = 0; k < part.count && i < list.length; k++, i++) {
      if (!list[i]!.includes(part.key) && !(part.key.length > 2 && list[i]!.includes(part.key.slice(-2)))) return false;
    }
  }
  return list.length > 0;
}

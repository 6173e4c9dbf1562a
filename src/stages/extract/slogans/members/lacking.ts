import type { Part } from '../numerals.ts';
import { type Members, pieces } from './members.ts';

/** 没有围墙、没有门卫、没有路灯 are what 三无 has not. */
const LACKS = /(?:没有|缺少|(?<![没有])[没无缺])[^没无缺]{1,6}$/u;

/** The members of 三无 in the clause that leads up to it, said with another word than 无. */
export function lackingBefore(clause: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 2 || part.key[0] !== '无') return null;
  const list = pieces(clause, '、，,').flatMap((s) => LACKS.exec(s)?.[0] ?? []);
  return list.length === part.count ? { list, complete: true } : null;
}

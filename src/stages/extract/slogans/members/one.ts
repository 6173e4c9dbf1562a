import type { Part } from '../numerals.ts';
import type { Members } from './members.ts';

/** “三员一体”，每名党员既是护林员，也是宣讲员，还是安全员: each of them. */
const BOTH = /既是([^，,。；;“”]{2,12})[，,]/u;
const AND = /^(?:又|也|还|更|同时(?:又|也|还)?)是([^，,。；;“”]{2,12})(?:[，,。；;]|$)/u;

export function ofOne(sentence: string, parts: readonly Part[]): Members | null {
  const [part, ...more] = parts;
  const first = part && part.count > 1 && !more.length ? BOTH.exec(sentence) : null;
  if (!first) return null;
  const list = [first[1]!];
  let rest = sentence.slice(first.index + first[0].length);
  for (let m = AND.exec(rest); m && list.length < part!.count; m = AND.exec(rest)) {
    list.push(m[1]!);
    rest = rest.slice(m[0].length);
  }
  return list.length === part!.count ? { list, complete: true } : null;
}

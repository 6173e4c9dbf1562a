import { simplify } from './convert.ts';
import { pairOf, unitOf } from './gbk.ts';

/**
 * Reading GBK off step: what a text looks like when its bytes are paired one byte late, as converters that replace bytes
 * leave it. Works on simplified text whose page may have been traditional: every traditional form of a character counts.
 */

let forms: Map<string, string[]> | undefined;

/** The characters in GBK that `simplify` turns into `char`, itself among them. Built on first use (some 0.1 s). */
function formsOf(char: string): readonly string[] {
  if (!forms) {
    forms = new Map();
    for (let unit = 0x4e00; unit < 0xa000; unit++) {
      if (!pairOf(unit)) continue;
      const form = String.fromCharCode(unit);
      const simple = simplify(form).text;
      if (simple === form) continue;
      const known = forms.get(simple);
      if (known) known.push(form);
      else forms.set(simple, [form]);
    }
  }
  const more = forms.get(char);
  return more ? [char, ...more] : [char];
}

/** Last bytes that a character may have, in any form. A digit is its own byte. */
function bytesOf(char: string, last: boolean): Set<number> {
  const bytes = new Set<number>();
  for (const form of formsOf(char)) {
    const unit = form.charCodeAt(0);
    const pair = unit < 0x80 ? (unit << 8) | unit : pairOf(unit);
    if (pair) bytes.add(last ? pair & 0xff : pair >> 8);
  }
  return bytes;
}

/** What may stand where two neighbouring characters are read across: as it is, and simplified. */
export function across(before: string, after: string): Set<string> {
  const found = new Set<string>();
  for (const lead of bytesOf(before, true)) {
    if (lead < 0x81) continue;
    for (const trail of bytesOf(after, false)) {
      const unit = unitOf((lead << 8) | trail);
      if (!unit || (unit >= 0xe000 && unit < 0xf900)) continue;
      const char = String.fromCharCode(unit);
      found.add(char);
      found.add(simplify(char).text);
    }
  }
  return found;
}

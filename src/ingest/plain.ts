import type { Edit } from '../text/edits.ts';

/**
 * What must go from any text before it is read: the byte-order mark, CR, form feeds, NUL and other C0 controls.
 * C1 controls stay: in mojibake they are half a character, which `repair` needs.
 */
export function plainEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  if (text.startsWith('\ufeff')) edits.push({ start: 0, end: 1, insert: '', rule: 'ingest/bom' });
  for (const m of text.matchAll(/\r\n?|[\v\f\u2028\u2029]|[\0-\x08\x0e-\x1f\x7f]+/g)) {
    const control = /^[\0-\x08\x0e-\x1f\x7f]/.test(m[0]);
    const rule = control ? 'ingest/control' : 'ingest/line-break';
    edits.push({ start: m.index, end: m.index + m[0].length, insert: control ? '' : '\n', rule });
  }
  return edits;
}

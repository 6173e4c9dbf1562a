import { Parser } from 'htmlparser2';
import type { Note } from '../pipeline/types.ts';
import { declaredCharset, decode } from './charset.ts';
import { type Budget, type Member, readMember } from './zip.ts';

export type Attributes = Readonly<Record<string, string>>;

interface XmlEvents {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Text of an XML part; null if it is none. */
export const xmlText = (bytes: Uint8Array): string | null => decode(bytes, declaredCharset(bytes))?.text ?? null;

/**
 * The XML of a part of an Office document; null where it has no such part, or no encoding fits it.
 *
 * @throws Error with the reason when the part cannot be unpacked.
 */
export async function officePart(members: readonly Member[], name: string, budget: Budget): Promise<string | null> {
  const member = members.find((m) => m.name === name);
  const bytes = member && (await readMember(member, budget));
  if (typeof bytes === 'string') throw new Error(bytes);
  return bytes === undefined ? null : xmlText(bytes);
}

/** Office documents nest some twenty deep; the parser's stack takes quadratic time in depth. */
const DEEP = 1000;
/** Fed in pieces, so that what nests too deep is given up early. */
const PIECE = 1 << 16;

/**
 * Reads XML as a stream of events, in linear time. Broken markup is read as far as it makes sense. Only the five entities
 * of XML and numbers are resolved: a document cannot define others, nor have anything fetched.
 *
 * @returns false if it was given up because elements nest too deep.
 */
export function readXml(xml: string, events: XmlEvents): boolean {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        events.open?.(name, attributes);
      },
      onclosetag(name) {
        depth--;
        events.close?.(name);
      },
      ontext: (data) => events.text?.(data),
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < xml.length; at += PIECE) {
    parser.write(xml.slice(at, at + PIECE));
    if (depth > DEEP) return false;
  }
  parser.end();
  return true;
}

/** A note for what office documents must not have: a document type, with which entities are defined (XXE, billion laughs). */
export function typeNotes(xml: string): Note[] {
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml)
    ? [{ level: 'warn', code: 'ingest/xml', text: 'has a document type declaration; its entities are not resolved' }]
    : [];
}

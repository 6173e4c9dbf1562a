import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { bomb, megabytes, SMALL } from './gunzip.ts';
import type { IngestOptions } from './options.ts';

/** A file inside an archive. Its name is a label and nothing else: no file is ever written. */
export interface Member {
  name: string;
  /** Unpacked, as the archive says. */
  bytes: number;
  /** @returns the bytes, never more than it says, or the reason why not. */
  read(): Promise<Uint8Array | string>;
}

/** What may still be unpacked of one input file, archives inside archives included. */
export interface Budget {
  left: number;
}

const ENCRYPTED = 1;
const UNICODE_NAME = 0x800;
const UNICODE_PATH = 0x7075;

/** A name without the flag that says UTF-8 is, in archives made on Chinese Windows, GBK; some packers just leave the flag out. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  const unicode = entry.extraFields?.find((field) => field.id === UNICODE_PATH);
  // Version, CRC of the plain name, name (APPNOTE 4.6.9).
  if (unicode && unicode.data.length > 5) return unicode.data.toString('utf8', 5);
  if (entry.generalPurposeBitFlag & UNICODE_NAME) return raw.toString('utf8');
  return (asUtf8(raw) ?? new TextDecoder('gb18030').decode(raw)).normalize();
}

/** Null if it is none, or only by accident: 通知.txt in GBK is valid UTF-8, of Greek and Hebrew marks. macOS takes é apart. */
function asUtf8(raw: Uint8Array): string | null {
  try {
    const name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return /^[\0-\x7f]*$/.test(name) || /[\p{sc=Han}\u3000-\u303f\uff00-\uffef]/u.test(name) ? name : null;
  } catch {
    return null;
  }
}

async function collect(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function memberOf(zip: ZipFile, entry: Entry, options: IngestOptions): Member {
  const { uncompressedSize: bytes, compressedSize: packed } = entry;
  const read = async (): Promise<Uint8Array | string> => {
    if (entry.generalPurposeBitFlag & ENCRYPTED) return 'encrypted';
    if (bytes > Math.max(SMALL, packed * options.maxRatio)) return bomb(options.maxRatio, 'zip');
    try {
      // The stream fails as soon as there is more than the archive says.
      return await collect(await zip.openReadStreamPromise(entry));
    } catch (error) {
      return `broken zip: ${(error as Error).message}`;
    }
  };
  return { name: nameOf(entry).replaceAll('\\', '/'), bytes, read };
}

/**
 * The files in a ZIP archive, in its order.
 *
 * @returns the reason if it cannot be read or holds too many.
 */
export async function zipMembers(bytes: Uint8Array, options: IngestOptions): Promise<Member[] | string> {
  const { default: yauzl } = await import('yauzl');
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
    if (zip.entryCount > options.maxMembers) return `more than ${options.maxMembers} files in the archive`;
    const members: Member[] = [];
    for await (const entry of zip.eachEntry()) {
      const member = memberOf(zip, entry, options);
      if (!member.name.endsWith('/')) members.push(member);
    }
    return members;
  } catch (error) {
    return `broken zip: ${(error as Error).message}`;
  }
}

/** Reads a member as far as the budget goes; what was unpacked is taken off it. */
export async function readMember(member: Member, budget: Budget): Promise<Uint8Array | string> {
  if (member.bytes > budget.left) return `too large (with the rest of the archive, > ${megabytes(budget.left)} left)`;
  const bytes = await member.read();
  if (typeof bytes !== 'string') budget.left -= bytes.length;
  return bytes;
}

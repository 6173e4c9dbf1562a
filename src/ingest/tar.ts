import type { IngestOptions } from './options.ts';
import type { Member } from './zip.ts';

/** Fed in pieces, so that an archive of too many files is given up early. */
const PIECE = 1 << 20;

/** A tar archive: its plain files, and what was odd. */
interface Tar {
  members: Member[];
  /** Why the rest could not be read; null if all could. */
  broken: string | null;
  /** Links, devices and folders: they hold no text, and where they point is of no interest. */
  others: number;
}

/** Lists a tar archive (plain, GNU and POSIX long names). Never throws; what was read before damage is kept. */
export async function tarMembers(bytes: Uint8Array, options: IngestOptions): Promise<Tar> {
  const tar: Tar = { members: [], broken: null, others: 0 };
  // The parser would look through these by itself, without our bounds.
  if ((bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x28 && bytes[1] === 0xb5))
    return { ...tar, broken: 'broken tar: packed twice' };
  const { Parser } = await import('tar');
  const parser = new Parser({ strict: false, brotli: false, zstd: false });
  parser.on('warn', (code: string, message: string | Error) => {
    tar.broken ??= `broken tar: ${typeof message === 'string' ? message : message.message} (${code})`;
  });
  parser.on('entry', (entry) => {
    if (!/^(?:Old|Contiguous)?File$/.test(entry.type)) {
      if (entry.type !== 'Directory') tar.others++;
      entry.resume();
      return;
    }
    const chunks: Buffer[] = [];
    entry.on('data', (chunk: Buffer) => chunks.push(chunk));
    const member = { name: entry.path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''), bytes: entry.size };
    entry.on('end', () => {
      // One that is cut off ends as well.
      if (chunks.reduce((n, c) => n + c.length, 0) === entry.size)
        tar.members.push({ ...member, read: async () => Buffer.concat(chunks) });
    });
  });
  await feed(parser, bytes, () => {
    if (tar.members.length <= options.maxMembers) return true;
    tar.members.length = 0;
    tar.broken = `more than ${options.maxMembers} files in the archive`;
    return false;
  });
  return tar;
}

interface Sink {
  write(chunk: Buffer): boolean;
  end(): void;
  on(event: 'end' | 'abort' | 'error', heard: (error?: Error) => void): unknown;
}

async function feed(parser: Sink, bytes: Uint8Array, goOn: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const event of ['end', 'abort', 'error'] as const) parser.on(event, () => resolve());
    for (let at = 0; at < bytes.length; at += PIECE) {
      parser.write(Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(PIECE, bytes.length - at)));
      if (!goOn()) return resolve();
    }
    parser.end();
  });
}

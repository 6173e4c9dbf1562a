import { constants, createGunzip, type Gunzip, gunzipSync } from 'node:zlib';

/** What is no larger than this when unpacked is no bomb, however well it was packed. */
export const SMALL = 1 << 20;

/** `packed more than 200:1, a gzip bomb?` */
export const bomb = (ratio: number, packer: string): string => `packed more than ${ratio}:1, a ${packer} bomb?`;

/**
 * Unpacks a gzip file, several members included, without ever holding more than `max` bytes.
 *
 * @returns the bytes, or the reason why not.
 */
export function unpack(bytes: Uint8Array, max: number, ratio: number): Uint8Array | string {
  const limit = Math.min(max, Math.max(SMALL, bytes.length * ratio));
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_BUFFER_TOO_LARGE') return `broken gzip: ${message}`;
    return limit < max ? bomb(ratio, 'gzip') : `too large (unpacked > ${megabytes(max)})`;
  }
}

/**
 * Unpacks as much as can be: what stands before damage, a cut or a bound, and why it ends there (null at the end). Crawl
 * files are packed record by record, so what was read is good.
 */
export async function unpackSome(
  bytes: Uint8Array,
  max: number,
  ratio: number,
): Promise<{ content: Uint8Array; broken: string | null }> {
  const limit = Math.min(max, Math.max(SMALL, bytes.length * ratio));
  const chunks: Buffer[] = [];
  let size = 0;
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const broken = await new Promise<string | null>((resolve) => {
    gunzip.on('error', (error) => resolve(`broken gzip: ${error.message}`));
    gunzip.on('end', () => resolve(null));
    gunzip.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) resolve(limit < max ? bomb(ratio, 'gzip') : `too large (unpacked > ${megabytes(max)})`);
    });
    feed(gunzip, bytes, () => size <= limit);
  });
  gunzip.destroy();
  return { content: Buffer.concat(chunks), broken };
}

/** In small pieces: what comes out of the piece that is damaged is lost. */
const PIECE = 1 << 14;

function feed(gunzip: Gunzip, bytes: Uint8Array, goOn: () => boolean, at = 0): void {
  if (at >= bytes.length) gunzip.end();
  else
    gunzip.write(
      bytes.subarray(at, at + PIECE),
      () => goOn() && !gunzip.destroyed && feed(gunzip, bytes, goOn, at + PIECE),
    );
}

/** `64 MB`; one decimal below 10. */
export function megabytes(bytes: number): string {
  const mb = bytes / (1 << 20);
  return `${mb < 10 ? Number(mb.toFixed(1)) : Math.round(mb)} MB`;
}

import { gunzipSync } from 'node:zlib';

/** Text seldom packs better than 1:30; a bomb reaches 1:1000. Small files may, whatever they hold. */
const RATIO = 200;
const SMALL = 1 << 20;

/**
 * Unpacks a gzip file, several members included, without ever holding more than `max` bytes.
 *
 * @returns the bytes, or the reason why not.
 */
export function unpack(bytes: Uint8Array, max: number): Uint8Array | string {
  const limit = Math.min(max, Math.max(SMALL, bytes.length * RATIO));
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_BUFFER_TOO_LARGE') return `broken gzip: ${message}`;
    return limit < max ? `packed more than ${RATIO}:1, a gzip bomb?` : `too large (unpacked > ${megabytes(max)})`;
  }
}

/** `64 MB`; one decimal below 10. */
export function megabytes(bytes: number): string {
  const mb = bytes / (1 << 20);
  return `${mb < 10 ? Number(mb.toFixed(1)) : Math.round(mb)} MB`;
}

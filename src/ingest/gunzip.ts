import { gunzipSync } from 'node:zlib';

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

/** `64 MB`; one decimal below 10. */
export function megabytes(bytes: number): string {
  const mb = bytes / (1 << 20);
  return `${mb < 10 ? Number(mb.toFixed(1)) : Math.round(mb)} MB`;
}

import fs from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';

/** Bytes that are enough to know a file by: the fields that every line of an export begins with. */
const HEAD = 4096;

/**
 * How the files begin that wenshai writes: `articles.jsonl`, and its tables as JSONL and as CSV. Another run's export among
 * the inputs would count every article once more as a copy, and again with each run. `test/ingest/own.test.ts` holds
 * these to what is written.
 */
const BEGINNINGS: readonly RegExp[] = [
  /^\{"id":"[0-9a-f]{16}","title":(?:null|"(?:[^"\\]|\\.)*"),"script":"(?:hans|hant|mixed)","source":\{"path":/,
  /^\{"article":"[0-9a-f]{16}","work":"[0-9a-f]{16}","title":/,
  /^\{"work":"[0-9a-f]{16}","article":"[0-9a-f]{16}","relation":/,
  /^\{"concept":"(?:[^"\\]|\\.)*","kind":"(?:numeral|motto|name)","members":/,
  /^article,work,title,published,(?:dated,org,(?:publisher,)?origin,url,)?path,record,(?:member,)?part,/,
  /^work,article,relation,title,script,/,
  /^concept,kind,members,members_works,/,
];

/** The first bytes of a file; of a packed one, of what is in it. Empty where there is nothing to be had. */
function headOf(file: string): string {
  const fd = fs.openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    const bytes = head.subarray(0, fs.readSync(fd, head));
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
    // The beginning of a packed file unpacks as far as it goes. Four kilobytes hold four megabytes at most.
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEAD).toString('utf8');
  } catch {
    return '';
  } finally {
    fs.closeSync(fd);
  }
}

/** True for a file that wenshai wrote, by its first bytes. False for one that cannot be read: who reads it will say so. */
export function isOwnExport(file: string): boolean {
  if (!/\.(?:jsonl|csv)(?:\.gz)?$/i.test(file)) return false;
  try {
    const head = headOf(file).replace(/^\ufeff/, '');
    return BEGINNINGS.some((beginning) => beginning.test(head));
  } catch {
    return false;
  }
}

import { uidPath } from '../pipeline/types.ts';

/** Uids of one file stand between `path#` and `path$` ($ follows # in ASCII). */
export const uidsOf = (file: string): [string, string] => [`${uidPath(file)}#`, `${uidPath(file)}$`];

import type { Page } from '../lib.ts';
import { CHARACTER_PAGES } from './characters.ts';
import { GLOSS_PAGES } from './glosses.ts';
import { TRAP_PAGES } from './traps.ts';

export const PAGES: readonly Page[] = [...GLOSS_PAGES, ...TRAP_PAGES, ...CHARACTER_PAGES];

/** Articles that look alike and are not one work. */
export const DIFFERENT: readonly (readonly [string, string])[] = [
  ['s01-a1', 's03-a1'],
  ['s03-a1', 's06-a1'],
  ['s04-a1', 's05-a1'],
  // Two notices filled into one form.
  ['s17-a1', 's24-a1'],
];

import type { Page } from '../lib.ts';
import { AGGREGATE_PAGES } from './aggregates.ts';
import { BOILERPLATE_PAGES } from './boilerplate.ts';
import { CHARACTER_PAGES } from './characters.ts';
import { COPY_PAGES } from './copies.ts';
import { FORMAT_PAGES } from './formats.ts';
import { GLOSS_PAGES } from './glosses.ts';
import { LAYOUT_PAGES } from './layout.ts';
import { SCRIPT_PAGES } from './script.ts';
import { SITE_PAGES } from './sites.ts';
import { TRAP_PAGES } from './traps.ts';

export const PAGES: readonly Page[] = [
  ...GLOSS_PAGES,
  ...TRAP_PAGES,
  ...CHARACTER_PAGES,
  ...SCRIPT_PAGES,
  ...LAYOUT_PAGES,
  ...BOILERPLATE_PAGES,
  ...AGGREGATE_PAGES,
  ...COPY_PAGES,
  ...FORMAT_PAGES,
  ...SITE_PAGES,
].sort((a, b) => (a.file < b.file ? -1 : 1));

/** Articles that look alike and are not one work. */
export const DIFFERENT: readonly (readonly [string, string])[] = [
  ['s01-a1', 's03-a1'],
  ['s03-a1', 's06-a1'],
  ['s04-a1', 's05-a1'],
  // Two notices filled into one form.
  ['s17-a1', 's24-a1'],
  ['s54-a1', 's54-a3'],
  // Two letters of responsibility, two cases of one list, a table and the letter it belongs to.
  ['s34-a1', 's28-a1'],
  ['s58-a1', 's58-a2'],
  ['s38-a1', 's34-a1'],
  // One headline, several texts.
  ['s51-a1', 's51-a2'],
  ['s51-a3', 's51-a7'],
  ['s53-a1', 's53-a2'],
  ['s50-a1', 's50-a2'],
];

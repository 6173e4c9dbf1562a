import type { Doc } from '../../pipeline/types.ts';
import { countMasks, numeralValue } from '../../text/slots.ts';

/** What speaks for a copy as the canonical one. Read off the document alone. */
export interface Evidence {
  /** Words hidden by masks, and places where damage stayed open. Each hides a word, whoever hid it. */
  hidden: number;
  /** When the page or the end of the text says that it was written: ISO 8601, as far as it tells. */
  date: string | null;
  /** 1 from whom it concerns (a government site, a document number), -1 from a collection of model texts, 0 unknown. */
  origin: number;
  /** 1 where the page has a headline for it: what stands for a work lends its headline to all that is read from it. */
  titled: number;
  /** 1 where the page says whose it is: its organ, its number, or where it was first printed. */
  owned: number;
}

/** Wording of sites that collect texts to copy from. Wrong case: an article about such sites. */
const FARM = /范文|文库|文秘|作文|小编|推荐访问|精选\d*篇|\d篇$|共\d+篇|希望大家喜欢|希望对(?:大家|您|你)有/u;
const SOURCE_HOST = /^https?:\/\/[^/]*\.(?:gov|mil|edu|org)\.cn(?:[:/]|$)/u;
const SIGNED =
  /((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?$|([二一][〇九][〇一二三四五六七八九]{2})年([〇一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?$/u;
const OPEN = /[�\ue000-\uf8ff]/gu;

function originOf(doc: Doc): number {
  if (doc.meta.number || SOURCE_HOST.test(doc.source.url ?? '')) return 1;
  const about = [doc.title, doc.meta.altTitle, doc.meta.publisher, doc.meta.origin, doc.text.slice(0, 200)].join('\n');
  return FARM.test(about) ? -1 : 0;
}

function signedDate(tail: string): string | null {
  const found = SIGNED.exec(tail);
  if (!found) return null;
  const [year, month, day] = found.slice(1).filter((part) => part !== undefined);
  return [year!, month!, ...(day === undefined ? [] : [day])].map((n) => numeralValue(n).padStart(2, '0')).join('-');
}

/** @param folded the document's folded text */
export function evidenceOf(doc: Doc, folded: string): Evidence {
  return {
    hidden: countMasks(folded) + (folded.match(OPEN)?.length ?? 0),
    // A copy may be known by its signature alone: like is compared with like.
    date: doc.meta.dated ?? doc.meta.published ?? signedDate(folded.slice(-24)),
    origin: originOf(doc),
    titled: Number(Boolean(doc.title?.trim())),
    owned: Number(Boolean(doc.meta.org ?? doc.meta.number ?? doc.meta.origin ?? doc.meta.publisher)),
  };
}

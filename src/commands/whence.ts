/**
 * Whose an article is and of when, for lists: ten cities have a 政府工作报告 each, and of two that do the same a reader asks who did it
 * first. Only what the article's own metadata say.
 */
import type { Json } from '../pipeline/types.ts';
import { titled } from './rows.ts';

/** The fields that tell; any may be missing in what an older version stored. */
export interface Cited {
  dated?: string | null;
  published?: string | null;
  org?: string | null;
  origin?: string | null;
  publisher?: string | null;
  altTitle?: string | null;
}

/** Its day (ISO 8601): the one that the text bears, else that of its page. Null where neither is known. */
export const dayOf = ({ dated, published }: Cited): string | null => (dated ?? published)?.slice(0, 10) ?? null;

/** Its organ; where that is not known the source and the site that had it, which may be others'. Null where none is. */
export function whoseOf({ org, origin, publisher }: Cited): string | null {
  if (org) return org;
  const told = [origin && `from ${origin}`, publisher && `on ${publisher}`].filter(Boolean);
  return told.length ? told.join(', ') : null;
}

/** Words that hold the name of a class of places but name none. */
const NO_PLACE = /乡村|城乡|农村|城市|市场|市民|区域|州际|[全各我本][省市县区州旗镇乡村]/gu;
/** Classes of places: a title that has one of them names its place. */
const PLACE = /[省市县区州旗盟镇乡村]|街道|社区/u;
/** What documents are called; behind a title of nothing else and its subject. */
const GENRE =
  /(?:报告|总结|要点|计划|汇报|情况|责任书|责任状|讲话|通报|公报|意见|方案|通知|规划)(?:[（(][^（()）]{1,12}[)）])?$/u;
/** Characters of a title that names its subject alone: 2021年度安全生产目标管理责任状 has 17. */
const SHORT = 20;

/** Whether a title could be that of any place: 政府工作报告, 2021年工作要点. */
export const isGeneric = (title: string): boolean =>
  Array.from(title).length <= SHORT && GENRE.test(title) && !PLACE.test(title.replace(NO_PLACE, ''));

/** How an organ's name begins: with its place, those of the Party behind a word that titles leave out. */
const NAMED_BY = 2;
const PARTY = /^(?:中共|中国共产党)/u;

/** What stands beside a title in a list, so that others of this title are told apart; empty where the title does it. */
function beside(title: string, meta: Cited): string {
  if (meta.org) return title.includes(meta.org.replace(PARTY, '').slice(0, NAMED_BY)) ? '' : meta.org;
  if (!isGeneric(title)) return '';
  const { altTitle } = meta;
  // A subtitle with the dash that it began with: ——在…会议上.
  return (altTitle && !isGeneric(altTitle) ? altTitle.replace(/^[—－-]+/u, '') : whoseOf(meta)) ?? '';
}

/** Characters of its text that an untitled article is told by. */
const OPENING = 24;

/** How a text begins. */
export function openingOf(text: string): string {
  const [opening = ''] = text.split('\n', 1);
  const chars = Array.from(opening);
  return chars.length > OPENING ? `${chars.slice(0, OPENING).join('')}…` : opening;
}

/** What an article without a title is called in a list. @param opening how its text begins, see {@link openingOf} */
export const untitled = (opening: string): string => `${titled(null)} ${opening}`.trimEnd();

/**
 * What an article is called in a list: its title, and in brackets whose it is where the title does not say and the article does. One
 * without a title is told by how its text begins, where that is given.
 *
 * @param meta of the article, as it is stored
 */
export function called({ title, meta, text = '' }: { title: string | null; meta: Json; text?: string }): string {
  if (title !== null) {
    const whose = beside(title, meta as Cited);
    return whose ? `${title} (${whose})` : title;
  }
  return untitled(openingOf(text));
}

/** What stands around a headline on its line and is no part of it. */

/** 【读者来信】某某, [工作总结]某某: the column or the class that a paper or a forum puts it under. */
const COLUMN = /^[【[〔][\p{Script=Han}·]{2,6}[】\]〕]\s*(?=\S.{3})/u;
/** 创新案例 | 某某: the same before a bar. Behind it stands a headline, not another word (党建 | 动态) or the site's name. */
const BARRED = /^[\p{Script=Han}·]{2,6}\s?[|｜丨︱│]\s?(?=[^|｜丨︱│]{7})/u;
/** What a forum writes behind a thread's name. */
const BEHIND = /(?<=.{4})\s?\[?(?:复制链接|查看全文|点击查看)\]?$/u;

/** 正在阅读:某某: what a site says before the headline. */
const BEFORE = /^(?:您?(?:正在|当前)阅读|本文标题|文章标题) ?[:：]\s*(?=\S{4})/u;

/** Does a line begin with the name of a column before its headline? */
export const hasColumn = (line: string): boolean => COLUMN.test(line.trim());

/** A headline without these. The headline is what is left; one that would be nothing else stays as it is. */
export function cleanTitle(title: string): string {
  const bare = title.trim().replace(BEFORE, '').replace(COLUMN, '').replace(BARRED, '').replace(BEHIND, '');
  return bare.trim() || title;
}

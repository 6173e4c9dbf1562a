import { isName, isOrg, parseByline } from './boilerplate-bylines.ts';
import type { FoundMeta } from './boilerplate-fields.ts';
import { fold } from './boilerplate-fold.ts';
import { findDates } from './dates.ts';

/** A forum's stamp over each post: 某某 发表于 2021-6-3 09:14 */
const POSTED =
  /^(?:(?!楼主|本帖|由|沙发|板凳|地板|\d|#)(\S{1,12}) |(?:楼主|沙发|板凳|地板|地下室|\d{1,5} ?(?:楼|#)) )?发表于 ?:? ?(?=\d{4})/u;

export const isPosted = (line: string): boolean => POSTED.test(fold(line).trim());

/** Two to six names without anything between them, three letters each rather than two; null where something else is left. */
function namesRunTogether(text: string): string[] | null {
  const names: string[] = [];
  for (let at = 0; at < text.length; at += names.at(-1)!.length) {
    const name = [3, 2].map((n) => text.slice(at, at + n)).find((s) => isName(s) && text.length - at - s.length !== 1);
    if (!name || names.push(name) > 6) return null;
  }
  return names.length > 1 ? names : null;
}

/** An organ by its name, and neither a paper nor a site nor a publisher of either. */
const isOrgan = (s: string): boolean =>
  isOrg(s) &&
  /(?:委|委员会|政府|办|办公室|[局厅部]|中心|机关|支部|总支|党组|[乡镇]|街道|社区|工会|人大|政协)$/u.test(s);

/** 2018-11-20 06:29某某, 某某科学 2018年2期: what journals' sites put under a headline. */
export function journalLine(line: string): FoundMeta | null {
  const s = fold(line).trim();
  // A forum's: 发表于 2021-6-3 09:14 | 只看该作者 | 倒序浏览
  const posted = s.length <= 80 ? POSTED.exec(s) : null;
  if (posted) {
    const [date] = findDates(s);
    const rest = date
      ? s.slice(date.end).replace(/只看该作者|倒序浏览|阅读模式|显示全部楼层|楼主|来自手机|[| ]/gu, '')
      : 'x';
    if (date?.start === posted[0].length && !rest)
      return { published: date.iso, ...(posted[1] ? { author: [posted[1]] } : {}) };
  }
  if (s.length > 44 || /[。;!?:]\D/.test(s)) return null;
  const issue =
    /^《?([\p{Script=Han}·]{2,20}?)》? ?((?:19|20)\d{2}) ?年(?:第? ?\d{1,2} ?期|\d{1,2} ?月(?:上|中|下)?)$/u.exec(
      s.replace(/ {2,4}/u, ' '),
    );
  // 某某镇党委 2023年5月: an organ and the month it wrote in are no issue of a journal.
  const month = issue && isOrgan(issue[1]!) ? findDates(s)[0]?.iso : undefined;
  if (month) return { org: issue![1]!, published: month };
  if (issue && !s.includes('  ') && !/[的在于至到从]$/.test(issue[1]!)) return { origin: s };
  // 某某调研 2023年第4期 调查报告: a bulletin, its issue and its column.
  const bulletin = /^《?([\p{Script=Han}·]{2,16})》? ?(?:19|20)\d{2} ?年第 ?\d{1,3} ?期 [\p{Script=Han}]{2,8}$/u.exec(
    s,
  );
  if (bulletin && !/[的在于至到从]$/.test(bulletin[1]!)) return { publisher: bulletin[1]! };
  // admin2021-04-19 15:03:20: who was logged in, run together with the time.
  const login = /^[A-Za-z][\w.]{1,15}?(?=(?:19|20)\d{2}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}(?::\d{2})?$)/u.exec(s);
  if (login) return { published: findDates(s.slice(login[0].length))[0]!.iso };
  const date = findDates(s)[0];
  if (!date || date.start > 0) return null;
  const rest = s
    .slice(date.end)
    .replace(/[【[].{1,8}[】\]]$/u, '')
    .trim();
  // 2024-07-09 06:44刘某波奚某霞: names run together behind the time.
  const glued = date.clock && rest === s.slice(date.end) ? namesRunTogether(rest) : null;
  if (glued) return { published: date.iso, author: glued };
  // 2021-4-19 15:03 某某简报: the time and the paper.
  if (date.clock && /^[\p{Script=Han}《》·]{2,14}$/u.test(rest) && !parseByline(rest)?.author.length)
    return { published: date.iso, origin: rest };
  const by = parseByline(rest);
  return by && (date.clock || by.form === 'names')
    ? { published: date.iso, ...(by.author.length ? { author: by.author } : {}), ...(by.org ? { org: by.org } : {}) }
    : null;
}

/**
 * [转载]某某工作法 (2020-10-20 21:33:18): the headline of a blog with the second it was posted at. A day alone in brackets may
 * be the headline's own (在大会上的讲话(2010年9月27日)).
 */
export function postedTitle(line: string): { title: string; published: string } | null {
  const m = /^(?:\[(?:转载|原创|转|图文|转帖)\])? ?([^。;]{4,60}?) ?\(([^()]{14,24})\)$/u.exec(line);
  const [date] = m ? findDates(m[2]!) : [];
  return date?.clock && date.end - date.start >= m![2]!.trim().length ? { title: m![1]!, published: date.iso } : null;
}

/** 国发〔2014〕14号, 〔2014〕14号, 沪府办[2020]5号: a document number that is a line of its own; its normal form, or null. */
export function documentNumber(line: string): string | null {
  const s = fold(line).trim();
  if (s.length > 40) return null;
  const m =
    /^(?:文号:|发文字号:)?([\p{Script=Han}]{1,14})? ?[〔[(【] ?((?:19|20)\d{2}) ?[〕\])】] ?(?:第 ?)?(\d{1,5}) ?号$/u.exec(
      s,
    );
  return m ? `${m[1] ?? ''}〔${m[2]}〕${m[3]}号` : null;
}

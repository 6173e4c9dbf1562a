import { bareText, similarity } from '../../text/boilerplate-fold.ts';
import { endsSentence, isSectionName, namesGenre } from '../../text/boilerplate-headlines.ts';
import { contentsEntry } from '../../text/contents-entry.ts';
import { hanziValue } from '../../text/markers.ts';
import { asWritten, type Line } from './lines.ts';

/** A line that numbers a text of a collection: 第一篇:某某, 某某篇2, 【篇一】, 范文三. */
export interface Numbered {
  /** Index of the line. */
  line: number;
  n: number;
  /** Members of one family are numbered together. */
  family: string;
  /**
   * 篇 and 范文 say that a text follows; `bare` numbers (某某1, 某某(二)) and cases (案例一) must be borne out by the page's
   * headline; `listed` ones stand in a table of contents.
   */
  style: 'di' | 'pian' | 'suffix' | 'bare' | 'case' | 'listed';
  /** The headline without the number; '' where there is none. */
  title: string;
  /** Does the line call its text by a name of its own (第一篇:某某)? 某某篇1 and 篇1 have the page's, whatever the text is about. */
  named: boolean;
  /** Where the text begins when it stands in the same line, else null. Relative to the line's text. */
  glued: number | null;
}

const N = '[一二三四五六七八九十]{1,3}|[0-9]{1,2}';
/** Where 篇 says that it numbers a text: collections of hundreds exist. */
const MANY = '[一二三四五六七八九十]{1,3}|[0-9]{1,4}';
const OPEN = '[【\\[(#《<★▲●◆■ ]{0,3}';
const CLOSE = '[】\\])#》>★ ]{0,3}';
const SEP = '[:、.|—– -]{0,3}';
const CASE = '案例|事例|(?:交流|经验|典型|发言|先进|汇报|书面){0,2}材料';
const WORD = '篇|范文|范本|范例|模板|例文|样本|样文|文稿|[Pp][Aa][Rr][Tt]';
const DI = new RegExp(`^${OPEN}第 ?(${MANY}) ?篇${CLOSE}(${SEP})(.*)$`, 'u');
const PIAN = new RegExp(
  `^${OPEN}(${WORD}|${CASE}) ?之?(${MANY})(?![\\d年月日号%章节级份页袋、]|[一-鿿]?[类级])${CLOSE}(${SEP})(.*)$`,
  'u',
);
/** 某某3篇一: the count of the collection stands before the ordinal; 某某7篇 alone is a count and numbers nothing. */
const SUFFIX = new RegExp(
  `^(.{4,70}?)[ :—-]{0,2}${OPEN}(?:第 ?(${N}) ?篇|(?:${WORD}) ?(${N}))${CLOSE}(?:[:] ?(.{2,60}))?$`,
  'u',
);
/** 3.某某总结 篇三: sites that number the headline as well. */
const LED = /^([0-9]{1,3}) ?[.、] ?(?=[^0-9])/u;
const COUNT_END = /(?<![0-9])(?:[0-9]{1,2}|[二三四五六七八九十])$/u;
const BARE = new RegExp(`^(.{6,70}?) ?(?:[(【\\[](${N})[)】\\]]|(${N}))[:]?$`, 'u');
/** 党员心得体会之一, 某某文集之二:某某 */
const OF = new RegExp(`^(.{2,60}?) ?[(【\\[]?之(${N})[)】\\]]?(?:[:] ?(.{2,60}))?$`, 'u');
/** 第一篇讲的是, 第二篇文章: the words go on, the line is a sentence. */
const GOES_ON = /^(?:[章幅目部册是讲为的中里由从以将与和]|主要|文章|论文|通知|介绍|报道|说|则|中|第|报告指出|[,;])/u;
/** Longest line that can be a headline with its number; a longer one may begin with one. */
const MAX = 100;

const value = (s: string): number => (/^\d/.test(s) ? Number(s) : hanziValue(s));

/** Reads one line, or null. Linear in the first hundred characters. */
function parseNumbered(text: string, line: number): Numbered | null {
  const short = text.length <= MAX;
  const head = short ? text : text.slice(0, MAX);
  const di = DI.exec(head);
  const pian = di ? null : PIAN.exec(head);
  if (di || pian) {
    const [n, sep, rest] = di ? [di[1]!, di[2]!, di[3]!] : [pian![2]!, pian![3]!, pian![4]!];
    const bracketed = /[】\])#》]/.test(head.slice(0, head.length - rest.length));
    if (rest && !sep.trim() && !bracketed && GOES_ON.test(rest)) return null;
    // 材料一式三份 is a sentence.
    if (rest && !sep && !bracketed && pian?.[1]?.endsWith('材料')) return null;
    const at = head.length - rest.length;
    const base = {
      line,
      n: value(n),
      family: di ? 'di' : `pian ${pian![1]}`,
      style: di ? ('di' as const) : /[案事]例|材料/.test(pian![1]!) ? ('case' as const) : ('pian' as const),
    };
    if (short && !/[。;]/.test(rest) && !(endsSentence(rest) && !/[!?》”]$/.test(rest)))
      return { ...base, title: rest.trim(), named: rest.trim() !== '', glued: null };
    if (!sep.trim() && !bracketed) return null;
    const title = /^ ?([^ 。;,]{4,50}) /u.exec(rest);
    return { ...base, title: title?.[1] ?? '', named: title !== null, glued: at + (title?.[0].length ?? 0) };
  }
  if (!short || /[。;]/.test(text)) return null;
  const suffix = SUFFIX.exec(text);
  if (suffix) {
    const n = value((suffix[2] ?? suffix[3])!);
    const led = LED.exec(suffix[1]!);
    const name = suffix[1]!.slice(led ? led[0].length : 0);
    const title = suffix[4] ?? name.replace(COUNT_END, '');
    const twice = led !== null && Number(led[1]) === n;
    return {
      line,
      n,
      // Where the two numbers bear each other out, the headlines between them may differ.
      family: twice ? 'suffix numbered twice' : `suffix ${bareText(name)}`,
      style: 'suffix',
      title: title.trim(),
      named: twice || suffix[4] !== undefined,
      glued: null,
    };
  }
  const of = OF.exec(text);
  if (of)
    return {
      line,
      n: value(of[2]!),
      family: `of ${bareText(of[1]!)}`,
      style: 'bare',
      title: (of[3] ?? of[1]!).trim(),
      named: of[3] !== undefined,
      glued: null,
    };
  const bare = BARE.exec(text);
  if (bare && !/^(?:附件|附表|表|图|第)/u.test(text))
    return {
      line,
      n: value((bare[2] ?? bare[3])!),
      family: `bare ${bareText(bare[1]!)}`,
      style: 'bare',
      title: bare[1]!.trim(),
      named: false,
      glued: null,
    };
  return null;
}

/** Numbers that follow one another, beginning at 1 (at 2 where the first text has no number), a new 1 beginning a new round. */
function inOrder(members: readonly Numbered[]): boolean {
  if (members.length < 2 || members[0]!.n > 2) return false;
  let steps = 0;
  for (let i = 1; i < members.length; i++) {
    const d = members[i]!.n - members[i - 1]!.n;
    // One number in a row may be missing or be repeated above its own page; more is no numbering.
    if (d === 1 || members[i]!.n === 1) steps++;
    else if (d < 0 || d > 2) return false;
  }
  return steps * 2 >= members.length - 1;
}

/**
 * The numbered texts of a page, in order: the members of every family that counts.
 *
 * @param headline the page's headline where known: it bears out numbers without a 篇
 */
export function findNumbered(lines: readonly Line[], headline: string | null): Numbered[] {
  const families = new Map<string, Numbered[]>();
  lines.forEach((l, i) => {
    if (l.kind !== 'body' && l.kind !== 'headline' && l.kind !== 'header' && l.kind !== 'byline') return;
    const m = parseNumbered(l.text, i);
    // 范文一 might be a name.
    if (!m?.n || (l.kind === 'byline' && m.style !== 'pian')) return;
    // 第二篇, below it 党的组织生活 …… (2): a table of contents.
    if (lines[i + 1]?.kind === 'toc') return;
    m.title = asWritten(l, m.title);
    const family = families.get(m.family);
    if (family) family.push(m);
    else families.set(m.family, [m]);
  });
  const kept: Numbered[] = [];
  for (const members of families.values()) {
    const { style } = members[0]!;
    if (!inOrder(members) || (style === 'bare' && !borneOut(members, lines, headline))) continue;
    if (style === 'case' && !isCollection(members, lines, headline)) continue;
    if (isOneWork(lines, members, headline)) continue;
    const more = style === 'bare' ? goingOn(members, families, lines) : [];
    // Where one text has another name, the names are the texts' own.
    kept.push(...members.map((m) => (more.length ? { ...m, named: true } : m)), ...more);
  }
  return kept.sort((a, b) => a.line - b.line);
}

/** 某某(1), 某某(2), 别的(3): texts of other names that go on with the numbers, each listed above as well. */
function goingOn(
  members: readonly Numbered[],
  families: ReadonlyMap<string, readonly Numbered[]>,
  lines: readonly Line[],
): Numbered[] {
  const { family } = members[0]!;
  const more: Numbered[] = [];
  for (const others of families.values()) {
    const last = more.at(-1) ?? members.at(-1)!;
    const own = others.at(-1)!;
    const listed = others.length === 2 && bareText(lines[others[0]!.line]!.text) === bareText(lines[own.line]!.text);
    if (own.style === 'bare' && listed && own.n === last.n + 1 && own.line > last.line)
      more.push({ ...own, family, named: true });
  }
  return more;
}

/** 某某1, 某某2 are numbered texts when 某某 is the page's own headline (with or without 3篇); 考核指标1 is a table's row. */
function borneOut(members: readonly Numbered[], lines: readonly Line[], headline: string | null): boolean {
  const { n, family } = members[0]!;
  if (n !== 1) return false;
  const name = family.slice(family.indexOf(' ') + 1);
  // 工作法之一:某某 is a part of its article, 交流材料之一 a text.
  const short = family.startsWith('of ') && /(?:材料|来信|报道|发言|讲话|文章|选登)$/u.test(name);
  const above = [headline ?? '', ...lines.slice(0, Math.min(members[0]!.line, 12)).map((l) => l.prefix || l.text)];
  return above.some((s) => {
    // 某某总结3篇, 某某方案模板, 某某体会范文大全: a headline that says that specimens follow.
    const bare = s
      .replace(/[(（]?(?:优秀|范文|模板|精选|合集|通用|最新)*[0-9一二三四五六七八九十]{1,3}篇.{0,8}$/u, '')
      .replace(/^(?:19|20)\d{2}年/u, '')
      .replace(/[(（]?(?:优秀|精选|合集|通用|最新|范文|模板|范本|样本|素材|大全|集锦|汇编|汇总|荟萃)+[)）]?$/u, '');
    if (short && bareText(bare).endsWith(name)) return true;
    return bareText(bare) === name || (bare !== s && similarity(bare, name) >= 0.6);
  });
}

/** 某某优秀案例, then 案例一:…, 案例二:…. In a report the cases stand below text of its own. */
function isCollection(members: readonly Numbered[], lines: readonly Line[], headline: string | null): boolean {
  const above = lines.slice(0, members[0]!.line);
  const word = members[0]!.family.endsWith('材料') ? /材料/u : /[案事]例/u;
  const named = [headline ?? '', ...above.filter((l) => l.kind === 'headline').map((l) => l.text)].some((s) =>
    word.test(s),
  );
  const below = (m: Numbered): boolean =>
    lines[m.line + 1]?.kind === 'headline' && !isSectionName(lines[m.line + 1]!.text);
  if (above.filter((l) => l.body).length >= 2) return false;
  if (named) return members.every((m) => m.title || below(m));
  // 【材料一】 above a headline and a text of several paragraphs. Tasks for readers have their materials without headlines.
  return members.every((m, k) => {
    const text = lines.slice(m.line + 2, members[k + 1]?.line ?? lines.length).filter((l) => l.body);
    return !m.title && below(m) && text.length > 1;
  });
}

const FRAME = /^(?:前言|序言?|总序|绪论|导论|引言|编写说明|编者的话|后记|跋|凡例|目录|参考文献)$/u;
const COUNTED = /[0-9一二三四五六七八九十]{1,3}篇(?:[)】]|范文|$|.{0,6}$)/u;

/**
 * Are the numbered pieces the parts of one work (a handbook's 第二篇) and no texts of their own? They are when chapters or
 * articles count on across their borders, when a table of contents with page numbers lists them, or when a foreword
 * stands before them and their names are short (总则篇). A headline that counts texts (某某5篇) speaks against it.
 */
function isOneWork(lines: readonly Line[], members: readonly Numbered[], headline: string | null): boolean {
  const first = members[0]!;
  const part = first.style === 'di' ? /第.{1,3}篇/u : /篇[一二三1-3]/u;
  const contents = lines.filter((l) => l.kind === 'toc').map((l) => l.text);
  const top = [headline ?? '', ...lines.slice(0, first.line).map((l) => l.text)];
  const counted = top.some((s) => COUNTED.test(s));
  const titles = members.map((m) => m.title).filter(Boolean);
  // The contents of a collection list its texts and nothing of what is in them.
  const texts = contents.length <= members.length && (counted || (titles.length > 1 && titles.every(namesGenre)));
  if (!texts && (contents.some((s) => part.test(s)) || areEntries(members, contents))) return true;
  if (countsOn(lines, members)) return true;
  if (first.style !== 'di') return false;
  if (counted || texts) return false;
  // 总则, 基础知识, 学习篇: what a chapter is called. 第一篇:水渠维护 with a colon announces a text.
  const short =
    titles.length > 0 &&
    titles.every((t, i) => (t.length < 6 && !/^.{3,8}:/u.test(lines[members[i]!.line]!.text)) || /[篇编]$/u.test(t));
  const framed = lines.some((l) => FRAME.test(l.text.replace(/ /g, '')) && l.text.replace(/ /g, '') !== '目录');
  const repeated = new Set(titles.map(bareText)).size < titles.length;
  return !repeated && (short || framed);
}

/** Does a table of contents list most of the pieces by their names? */
function areEntries(members: readonly Numbered[], contents: readonly string[]): boolean {
  const named = members.filter((m) => bareText(m.title).length >= 3);
  if (!named.length || !contents.length || members[0]!.style !== 'di') return false;
  const entries = new Set(contents.map(contentsEntry));
  return named.filter((m) => entries.has(bareText(m.title))).length * 2 >= members.length;
}

/** Does 第五章, 第二十条 or 四、 at the head of a piece go on from where the piece before it ended? */
function countsOn(lines: readonly Line[], members: readonly Numbered[]): boolean {
  let on = 0;
  let anew = 0;
  for (const style of ['chapter', 'article', 'hanzi'] as const) {
    let last = 0;
    for (let k = 0; k < members.length; k++) {
      const numbers: number[] = [];
      for (let i = members[k]!.line + 1; i < (members[k + 1]?.line ?? lines.length); i++) {
        const o = lines[i]!.outline;
        if (o?.style === style && o.unit !== '篇' && (style !== 'chapter' || o.unit === '章')) numbers.push(o.value);
      }
      if (!numbers.length) continue;
      if (last > 1 || (last && style !== 'hanzi')) numbers[0] === last + 1 ? on++ : anew++;
      last = numbers.at(-1)!;
    }
  }
  return on > anew;
}

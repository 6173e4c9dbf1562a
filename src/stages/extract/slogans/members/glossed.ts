/** Members in an explanation that takes the formula up: 所谓“三要”，是…; 什么叫“三改”？…; “五色”者，…也. */
import { type Part, promised } from '../numerals.ts';
import { type Members, openList, paired, pieces } from './members.ts';

/** As far as an explanation is read. */
const REACH = 240;
/** What stands in front of a formula that is explained; with its own quotation mark. */
const SO_CALLED = /所谓的?[“"]?$/u;
const ASKED = /(?:什么叫|什么是|何谓|何为|啥叫|啥是)[“"]?$/u;
const LEAD = 5;

/**
 * The members in the explanation of a formula, or null where none is given.
 *
 * @param text the article
 * @param open,close the mention with its quotation marks
 */
export function glossed(text: string, open: number, close: number, parts: readonly Part[]): Members | null {
  const lead = text.slice(Math.max(0, open - LEAD), open);
  const behind = text.slice(close, close + REACH).split('\n', 1)[0]!;
  if (ASKED.test(lead)) return answered(behind, parts);
  if (SO_CALLED.test(lead)) {
    const m = /^[，,]?(?:就|则|便|乃|即)?是(?!指|否)/u.exec(behind);
    return m && wholeClause(behind.slice(m[0].length), parts);
  }
  return classical(behind, parts);
}

/** 是党徽天天戴、支部月月学、承诺季季亮: a clause that is nothing but as many members as the formula counts. */
function wholeClause(behind: string, parts: readonly Part[]): Members | null {
  const clause = /^[^，,。；;！？]*/u.exec(behind)![0];
  const list = pieces(clause, '、');
  // 是县里提出的、镇上落实的、村里执行的一套制度: what describes one thing.
  const describes = list.some((m) => m.endsWith('的'));
  return list.length > 2 && !describes && list.length === promised(parts)[0] ? openList(clause, parts) : null;
}

/** ？改灶不改味，改圈不改种，改路不改弯。 The answer is a sentence with as many clauses as one of the parts counts. */
function answered(behind: string, parts: readonly Part[]): Members | null {
  const m = /^[？?](?:就是|即)?/u.exec(behind);
  if (!m) return null;
  const sentence = /^[^。！？]*/u.exec(behind.slice(m[0].length))![0];
  return paired(pieces(sentence, '、，,；;'), parts) ?? wholeClause(sentence.replace(/[，,；;]/gu, '、'), parts);
}

/** The classical way: 者，甲、乙、丙也。甲为“…”，乙为“…”. What each of them is, where that is said as well. */
function classical(behind: string, parts: readonly Part[]): Members | null {
  const named = /^者[，,]([^，,。；;！？“”]*)也。/u.exec(behind);
  const list = named ? pieces(named[1]!, '、') : [];
  if (!named || list.length < 2 || list.length !== promised(parts)[0]) return null;
  const clauses = pieces(/^[^。！？]*/u.exec(behind.slice(named[0].length))![0], '，,；;');
  const meant = list.map((m, i) => {
    const clause = clauses[i] ?? '';
    const own = clause.startsWith(m) ? clause.slice(m.length) : '';
    return /^[为是乃]“([^“”]{2,12})”$/u.exec(own)?.[1] ?? '';
  });
  return { list: meant.every((m) => m !== '') ? meant : list, complete: true };
}

import type { Part } from '../numerals.ts';
import { isBody } from './bodies.ts';
import { type Members, pieces } from './members.ts';

/** A clause that is a member of a list of such clauses. */
const CLAUSE = { least: 4, most: 10, spread: 3 };
/** 县局保干线、乡镇保支线: the word that ties them stands inside. */
const inside = (s: string, c: string): boolean => s.indexOf(c, 1) > 0 && s.indexOf(c, 1) < s.length - 1;

/**
 * “三级联保”机制，县局保干线、乡镇保支线、村组保入户: just as many clauses as the formula counts, each with the same character of its
 * key inside. Duties of the genre behind it (压实责任、强化督导、严格考核) are no members.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function tied(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 3) return null;
  const list = pieces(/^[^，,。；;：:！？\n]*/u.exec(sentence)![0], '、');
  if (list.length !== part.count || list.some((s) => /[\d“”]/u.test(s))) return null;
  const lengths = list.map((s) => s.length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  if (least < CLAUSE.least || most > CLAUSE.most || most - least > CLAUSE.spread) return null;
  const key = [...part.key].filter((c) => !/[的之级位]/u.test(c));
  return key.some((c) => list.every((s) => inside(s, c))) ? { list, complete: true } : null;
}

/** 职责、权力、事项、风险|一一对应: all that the lists are of. */
const MATCHED = /(?:逐一|一一|逐项|逐条|条条)(?:对应|列明|列清|写明)$/u;
/** 一次受理、同步发证: what is done with all of them together. */
const TOGETHER = /(?:一次|同步|一并|合并|联合|一窗|一表)[\p{Script=Han}]{2}(?:、.*)?$/u;
/** What a certificate is called. */
const CERTIFICATE = /(?:证|证书|证明|许可|执照|产权|批文|批复|备案|登记)$/u;

/** What the lists of 四张清单 are of, or the certificates of 三证联办, as many as the formula counts. */
export function things(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 3) return null;
  const clause = /^[^，,。；;：:！？\n]*/u.exec(sentence)![0];
  const lists = part.noun === true && /[单表册账图]$/u.test(part.key);
  const certificates = part.key.startsWith('证');
  const said = lists ? MATCHED : certificates ? TOGETHER : null;
  const end = said?.exec(clause)?.index ?? 0;
  const list = end ? pieces(clause.slice(0, end), '、') : [];
  if (list.length !== part.count || list.some((s) => isBody(s))) return null;
  const alike = certificates ? list.every((s) => CERTIFICATE.test(s)) : list.every((s) => s.length === list[0]!.length);
  return alike ? { list, complete: true } : null;
}

const COLOUR = /^[红橙黄绿蓝紫黑白灰]色$/u;

/** 绿牌90分以上、黄牌70分以下 */
const PLATE = /^[红橙黄绿蓝紫黑白灰][牌卡旗码灯榜单](?!\p{Script=Han}{0,4}[、，,。])/u;

/** “三色分办”…，绿色，网格员办；…，黄色，…: the colours that stand as clauses of their own, as many as the formula counts. */
export function colours(paragraph: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 2 || !part.key.startsWith('色')) return null;
  const plates = pieces(paragraph, '、，,。；;：:').map((s) => PLATE.exec(s)?.[0] ?? '');
  const first = plates.slice(0, part.count);
  if (part.count > 2 && first.every((s) => s !== '' && s[1] === first[0]![1]) && new Set(first).size === part.count)
    return { list: first, complete: true };
  const found = pieces(paragraph, '，,。；;：:').filter((s) => COLOUR.test(s));
  return found.length === part.count && new Set(found).size === found.length ? { list: found, complete: true } : null;
}

/**
 * “三年轮种”，第一年种油菜，第二年种荞麦，第三年种绿肥: clauses that are told apart by an ordinal with the formula's own measure word.
 *
 * @param sentence what stands behind the clause of the formula
 */
export function inTurn(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 2 || !/^[年步天周季轮]/u.test(part.key)) return null;
  const list = pieces(sentence, '，,；;').slice(0, part.count + 1);
  const own = [...'一二三四五六七八九'].slice(0, part.count).map((c) => `第${c}${part.key[0]}`);
  const told = own.every(
    (o, i) => list[i]?.startsWith(o) && list[i].length > o.length && list[i].length <= IN_TURN_MAX,
  );
  const members = list.slice(0, part.count);
  if (
    !told ||
    list[part.count]?.startsWith('第') ||
    members.some((s) => /\d|[一二三四五六七八九十百千万亿][万亿元]/u.test(s))
  )
    return null;
  return { list: members, complete: true };
}

const IN_TURN_MAX = 14;

/** 重点整治A、B、C等突出问题: where the list that the word of the formula governs ends. */
const ENDS_IN = /等?(?:方面的?)?(?:突出|重点|乱象|不良)?(?:问题|乱象|行为|现象|顽疾)$/u;
/** How what is done is done. */
const HOW = /^(?:要|将|重点|着力|集中|坚决|全面|深入|大力|专门|主要)*/u;

/**
 * “三项整治”。重点整治A、B、C等突出问题: the objects of the formula's own verb, as many as it counts, closed by what all of them are.
 *
 * @param sentence what follows the clause of the formula, or the sentence behind it
 */
export function objects(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count < 2 || part.key.length < 2) return null;
  const clause = /^[^，,。；;：:！？\n]*/u.exec(sentence)![0].replace(HOW, '');
  const end = ENDS_IN.exec(clause)?.index ?? 0;
  if (!clause.startsWith(part.key) || end <= part.key.length) return null;
  const list = pieces(clause.slice(part.key.length, end), '、');
  return list.length === part.count && list.every((s) => s.length > 1 && s.length <= OBJECT_MAX)
    ? { list, complete: true }
    : null;
}

const OBJECT_MAX = 14;

/** “四季不断线”。春送岗位，夏送清凉，…: what is done in each season, in their order and of one length. */
export function seasons(stretch: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  if (!part || parts.length > 1 || part.count !== 4 || !part.key.startsWith('季')) return null;
  const list = pieces(stretch, '、，,；;。');
  const from = list.findIndex((m) => m.startsWith('春'));
  const row = from < 0 ? [] : list.slice(from, from + 4);
  const even =
    row.length === 4 &&
    row.every((m, i) => !/^.天[来走到没去过了]/u.test(m) && m[0] === '春夏秋冬'[i] && m.length === row[0]!.length);
  return even && row[0]!.length > 2 && row[0]!.length <= SEASON_MAX ? { list: row, complete: true } : null;
}

const SEASON_MAX = 10;

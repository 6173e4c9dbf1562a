import { ending, oneOf } from '../../../../text/ending.ts';
import type { Word } from '../../../../text/segment.ts';
import { findTimes } from '../../../../text/times.ts';
import { isNoun, phrase, phraseEnd, phraseStart } from '../noun-phrases.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';
import { unlinked } from './links.ts';

const MARKER = /^\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十0-9]{1,3}[、.．])/u;

/** The last clause of a text that says more than when: 五年来, 上半年 and 去年11月 are no clauses of their own. */
function lastClause(text: string): string {
  let rest = text;
  for (let n = 0; n < 2; n++) {
    const at = Math.max(...['，', ',', '：', ':'].map((c) => rest.lastIndexOf(c)));
    const clause = rest.slice(at + 1).replace(MARKER, '');
    const time = findTimes(clause, null, 1)[0];
    const told = time && time.start === 0 && time.kind !== 'period' ? clause.slice(time.end) : clause;
    if (told || at < 0) return told;
    rest = rest.slice(0, at);
  }
  return '';
}

/** The noun phrase of the clause before: what it is about (first), or what it did something to (last). */
export function earlier(s: Surroundings, want: 'first' | 'last'): string | null {
  const before = s.sentence.slice(0, s.clauseStart - s.sentenceStart).replace(/[，,：:\s]+$/u, '');
  const clause = lastClause(before.slice(-60));
  if (!clause || /[0-9]/u.test(clause)) return null;
  // 柳坪村|地处高寒山区,全村702人: what lies there, not where.
  const lies = /^\s*([\p{Script=Han}“”]{2,12}?)(?:地处|位于|坐落|毗邻|距)/u.exec(clause);
  if (lies) return lies[1]!;
  const object = /(?:^|[\p{Script=Han}])[把将]([\p{Script=Han}“”]{2,16}?)(?:纳入|列入|作为|融入|放|摆|抓)/u.exec(
    clause,
  );
  if (object) return object[1]!;
  const words = uncounted(segment(clause));
  // 足额兑付补贴,每亩95元: a clause that begins with how something is done is about what it is done to.
  if (want === 'first' && words[0]?.tag !== 'd') {
    const end = phraseEnd(words, 0);
    if (end) return phrase(words, 0, end);
  }
  const out = phrase(words, phraseStart(words), words.length);
  return out && out.length > 1 ? out : null;
}

/** 轮训|一遍: how often is no thing; 女性占|四成: nor is what only led up to the number. */
function uncounted(words: readonly Word[]): readonly Word[] {
  let end = words.length;
  while (end && /^[mq]/u.test(words[end - 1]!.tag)) end--;
  if (end === words.length) return words;
  while (end > 1 && /^[占达是为有]/u.test(words[end - 1]!.text)) end--;
  return words.slice(0, end);
}

/** 重点时段巡护|每天3次, 党课|每季度安排一次: the thing stands before the period, its verb between. */
const PERIOD =
  /(?:一般|原则上|至少|应当?|按)*每(?:隔|一|个|两|半|三)*(?:年度?|季度?|月|旬|周|天|日|学期|学年|届)(?:[至不]?[少低]于?|应当?|要|须|都|定期|固定)*/u;

/** What is done so often, named before the period or, as an object, behind its verb: 每年至少讲|党课|一次. */
export function repeated(s: Surroundings): string | null {
  const hit = PERIOD.exec(s.clause);
  if (!hit) return null;
  const behind = unlinked(s.clause.slice(hit.index + hit[0].length)).replace(
    /^(?:至少|最少|不少于|集中|专题|定期)/u,
    '',
  );
  // 每年|收到的投诉有四五百件
  const got = /^[\p{Script=Han}]{2,6}的([\p{Script=Han}]{2,8})$/u.exec(behind);
  if (got) return got[1]!;
  const words = segment(behind);
  const start = phraseStart(words);
  const object = phrase(words, start, words.length);
  if (object && isNoun(words[words.length - 1]) && !BARE_DEED.test(object)) return object;
  const head = unlinked(s.clause.slice(0, hit.index));
  if (BODY.test(head) && OWN_DEED.test(behind)) return behind;
  if (!head) {
    if (behind.length < 2) return earlier(s, 'last');
    if (object && !BARE_DEED.test(object)) return object;
    const what = earlier(s, 'first');
    return what === null || PERSON.test(what) ? (object ?? what) : what;
  }
  const front = segment(head);
  const out = phrase(front, phraseStart(front), front.length)?.replace(/^[、，,和与及]+/u, '');
  if (!out || out.length < 2 || /^[vd]/u.test(front[front.length - 1]!.tag)) return null;
  return PERSON.test(out) ? (behind.length > 1 ? behind : earlier(s, 'last')) : out;
}
/** Who does something, or where: 纪委每月|抽查一次, 村(居)每周|检查一次; a thing that it is done to is what is counted. */
const BODY = ending(/(?:[委部局办]|督查室|专班|乡镇|街道|社区|企业|中心|[)）]|机构|周边|支部|小组)$/u);
/** Deeds that are counted themselves, where who does them stands in front. */
const OWN_DEED = oneOf(
  '调度 抽查 检查 排查 巡查 督查 暗访 走访 回访 家访 夜访 考核 考察 考评 公开 测评 评比 评议 通报 述职 述廉 督导 研判 会商 巡护 演练 轮训 轮换 点评 慰问 监测 体检 观摩 点名 调研 接访 下访 谈心 坐班 值班 巡诊 会诊',
);
/** Verbs that say only that something takes place. */
const BARE_DEED = ending(
  /^(?:召开|安排|开展|组织|进行|公示|举行|举办|述职|抽查|调度|更新|发布|通报|报告|评选|上报|检查)$/u,
);
export const PERSON = ending(
  /(?:书记|主任|教师|党组|中心组|干部|委员|成员|党委|负责人|党员|小组|支部|部门|单位|同志|领导|机关|医生|护士|民警|[人员者])$/u,
);

import { charSet, WHITE_SPACE } from '../../../../text/char-set.ts';

/**
 * A name that lost its negation says the opposite: 无|物业管理的小区占比, 未落实结对|帮扶的困难党员. Where one stands in front of
 * a name and belongs to it, it is taken in.
 */
/** As far in front of a name as its negation is looked for; what is negated is shorter than that. */
const REACH = 16;
/** The clause in front of the name, up to a mark or a digit. */
const endsClause = charSet(`，,：:；;。！？!?、${WHITE_SPACE}（）()“”‘’「」《》0123456789%％`);

function clauseTo(text: string, low: number, at: number): string {
  let from = at;
  while (from > low && !endsClause(text.charCodeAt(from - 1))) from--;
  return text.slice(from, at);
}
/** 零|投诉窗口, 不|满意群众, 无|证摊点; not the end of another word (并不, 从不, 要不). */
const TOUCHING = /(?<![并从决绝毫要对差好])[无不非零]$|(?<!从)(?:尚未|未|没有|没)$/u;
/** 未办结|事项, 非现场|检查, 无证|摊点: what is negated has a character or two. */
const ONE_WORD = /(?:(?:尚|仍|还)?未(?!来|必|成年)|非(?!常|得|要|但|法)|无(?!论|锡|线))\p{Script=Han}{1,2}$/u;
/** 未落实结对|帮扶的党员, 无案件发生的|单位: in a clause with 的 that says which are counted. */
const RELATIVE =
  /(?:(?:尚|仍|还)?未(?!来|必|成年)|没有|无(?!论)|不(?!断|仅|但|少|同|超过|低于|少于|足|到|得|足以|过|再是))(?:(?![的了])\p{Script=Han}){1,12}的?$/u;

/**
 * Where a name begins, with its negation.
 *
 * @param text the article
 * @param low nothing in front of this belongs to the name
 * @param at where the name begins
 * @param name the name
 */
export function negationAt(text: string, low: number, at: number, name: string): number {
  const before = clauseTo(text, Math.max(low, at - REACH), at);
  const found =
    TOUCHING.exec(before) ??
    ONE_WORD.exec(before) ??
    (before.endsWith('的') || /^[^的]{1,8}的/u.test(name) ? RELATIVE.exec(before) : null);
  return found ? at - found[0].length : at;
}

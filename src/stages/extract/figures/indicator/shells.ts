import { ending, type Test } from '../../../../text/ending.ts';

/** Words that only name the amount: what it is an amount of stands in the clause before (信访总量下降,降幅达28.3%). */
const WORDS = ending(
  /^(?:最[多少高低]的?|总量|降幅|增幅|涨幅|增速|自然(?:增幅|增长|增速)|(?:同|可比)口径(?:增幅|增速|完成|实现|达到?)?|权重|分值|标准|(?:压缩|下降|增长|上涨|提升|降低|减少|改善)?幅度|比例|比重|占比|总数|总额|总分|其余|其中|剩余|另有|余下|[多少][开办发建招]|每\p{Script=Han}|每[人户村次个名桌支县乡镇所年]{1,2}|平均|人均|户均|最多|最少|冬季|夏季|白天|夜间|奖励|力争|实现|要求|距离标准还差|还差)$/u,
);

/** They have no more characters. */
const LONGEST = 8;

export const SHELL: Test = { test: (text) => text.length <= LONGEST && WORDS.test(text) };

/** How many live in a place, said behind what the place is made of: 全镇辖12个村、186个村民小组，8126户3.2万人. */
import { ending, oneOf } from '../../../../text/ending.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Near } from './in-front.ts';

const HEADS = oneOf('户 人 口');
/** What a place is made of. */
const PARTS = ending(/(?:小组|[村组]|社区|街道|居委会|网格|[乡镇]|农场|片区)$/u);
/** The place that a sentence begins with: 桂亭镇|下辖, 全村|共有, 某某社区位于…. */
const PLACE =
  /^\s*(?:[^，,。]{0,12}[，,])?((?:全|我|该)?[\p{Script=Han}]{0,8}?(?:县|区|市|镇|乡|街道|村|社区|办事处))(?:现|共|总|下|管|有|辖|由|位于|地处|面积)/u;
/** Nothing stands between the figure before and this one but a mark. */
const BARE = /^[，,、]?(?:共有?|共计|总共|约|合计)?$/u;

/** The place, where a count of households or heads names nothing that it counts. */
export function inhabited(c: Candidate, s: Surroundings, near: Near | null): string | undefined {
  if (!near?.indicator || !HEADS.test(c.unit)) return undefined;
  const counted = s.text.startsWith(near.indicator, near.end) ? near.end + near.indicator.length : near.end;
  if (!BARE.test(s.text.slice(counted, c.start))) return undefined;
  const place = PLACE.exec(s.sentence)?.[1];
  if (!place) return undefined;
  const parts = (near.kind === 'thing' || near.kind === 'none') && PARTS.test(near.indicator);
  return parts || (HEADS.test(near.unit) && near.indicator === place) ? place : undefined;
}

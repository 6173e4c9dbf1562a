import type { FigureRole, Role } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Surroundings } from './surroundings.ts';

/** What a whole document is for, from its title: an order sets targets, a report tells results. */
export type Genre = 'order' | 'report' | null;

const ORDER = /责任状|责任书|意见|通知|方案|计划|办法|规划|要点|规定|细则|标准|制度|目标|决定|条例|纲要|指南|章程/u;
const REPORT = /总结|汇报|报告|经验|回顾|成效|侧记|纪实|简报|述职|调研/u;

export function genreOf(title: string | null | undefined): Genre {
  if (!title) return null;
  if (REPORT.test(title)) return 'report';
  return ORDER.test(title) ? 'order' : null;
}

const WEIGHT = /(?:权重|分值|满分|总分|占分|计分|记分|扣|加|得|奖励分?|评分|占)(?:为|各|占|最高|不超过)?[（(：:]?$/u;
const TARGET =
  /(?:确保|力争|争取|努力|必须|应当|应(?![急对用])|要(?![求素点])|须|须在|不得|不少于|不低于|不超过|至少|最少|原则上|控制在|计划|规划|拟|将(?!近)|目标|标准|使|完成.{0,4}任务|达标|到20[2-9]\d年|到“十|到“?十[四五六])/u;
const DONE =
  /(?:了|已|共(?!同|产|有|建)|累计|先后|荣获|获得?|被|授予|表彰|评为|评出|举办|召开|完成|开展|参加|培训|新增|增长|增幅|下降|减少|提高|提升|推出|组建|建成|走访|收集|发放|投入|选派|收到|办理|办结|受理|解决|救助|帮扶|慰问|晋升|跃升|组织|通过率|满意率|评选|结对|捐|征集|报送|刊发|查处|调解|化解|实现|兑现|减免|引进|落实|筹集|整改|协助|参检|走进|建立|打造|创建|设置|任命|推荐|选拔|命名)/u;
const STOCK =
  /(?:现有|共有|拥有|设有|下设|下辖|下属|辖|占|总数|总量|总人口|人口|面积|仅有|只有|(?<![没所未享])有(?!效|力|序|关|的放矢)|分布|平均年龄|均为|分别为|属于|涉及|覆盖|约有|超过|全系统|全市有|党员总数|在职|编制|据.{0,12}(?:调查|统计|了解)|资料显示|问卷|调查)/u;

/** Point roles that describe a state of things. */
const FINDING: readonly Role[] = ['problem', 'cause', 'background', 'significance'];
const WISH: readonly Role[] = ['requirement', 'proposal'];

const last = (re: RegExp, text: string): number => {
  let at = -1;
  for (const m of text.matchAll(new RegExp(re.source, 'gu'))) at = m.index;
  return at;
};

/** Units of which a year has so many: a period in front of them makes a frequency; of money and percent it makes a rate. */
const countable = (c: Candidate): boolean => !/^(?:money|percent|measure|age|score)$/u.test(c.kind);

/**
 * What a figure says: decided by the words around it, then by the point it stands in, then by the document.
 *
 * @param point role of the innermost point, null where there is none.
 */
export function roleOf(
  c: Candidate,
  s: Surroundings,
  per: string | null,
  point: Role | null,
  genre: Genre,
): FigureRole {
  const scored =
    c.kind === 'score' &&
    (genre === 'order' || /[（(]$/u.test(s.text.slice(c.start - 1, c.start)) || WEIGHT.test(s.clause));
  if (scored || (c.kind === 'percent' && /权重[为占：:（(]?$/u.test(s.clause))) return 'weight';
  if (per && countable(c)) return 'frequency';
  if (c.kind === 'age')
    return point && WISH.includes(point) && /(?:使|要|形成|达到|以)/u.test(s.clause) ? 'target' : 'scale';
  const wish = last(TARGET, s.sentence);
  const done = Math.max(last(DONE, s.clause), /^(?:了|参[检训会加]|获|被)/u.test(s.tail) ? s.clause.length : -1);
  const stock = last(STOCK, s.clause);
  const ordered = genre === 'order' || (point !== null && WISH.includes(point));
  if (ordered) {
    if (c.rule === 'range' && c.kind === 'people' && wish < 0) return 'scale';
    if (/[\p{Script=Han}]/u.test(s.clause) && /(?:现有|共有|截至|目前|去年|已有)/u.test(s.clause)) return 'scale';
    if (/了/u.test(s.clause) && wish < 0) return 'result';
    return 'target';
  }
  if (point !== null && FINDING.includes(point))
    return wish >= 0 && /(?:力争|确保|争取|必须)/u.test(s.sentence) ? 'target' : 'scale';
  if (
    wish >= 0 &&
    /(?:确保|力争|争取|必须|应当|不得|计划|拟|原则上|至少|不少于|不低于|目标)/u.test(s.sentence) &&
    !/了/u.test(s.clause)
  )
    return 'target';
  if (stock >= 0 && stock > done) return 'scale';
  if (done >= 0) return 'result';
  if (
    /^.{0,3}(?:获|被|荣获|参加|走进|到.{1,6}(?:学习|挂职|交流)|挂点|参与|受到|得到|完成|通过|入选)/u.test(
      s.tail.slice(0, 24),
    ) ||
    /获|被|荣获|参加|走进|挂点|结对|受到|得到|完成|通过|入选|学习培训|挂职/u.test(s.tail.slice(0, 30))
  )
    return 'result';
  if (c.bound === '>=' || c.bound === '<=') return genre === 'report' ? 'result' : 'target';
  if (c.kind === 'percent' || last(DONE, s.sentence) >= 0) return 'result';
  if (point === 'result' || point === 'practice') return s.clause === '' || c.kind === 'people' ? 'scale' : 'result';
  return 'scale';
}

import { describe, expect, it } from 'vitest';
import { strip } from '../../../src/stages/strip/index.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import { doc } from '../doc.ts';

const TITLE = '柳湾县护林工作联席会议纪要';
const FIRST = '2023年5月12日，副县长裴志远主持召开护林工作联席会议，研究秋季防火。';
const BODY = [
  '一、会议听取了县林业局关于瞭望塔建设的汇报。县林业局要在6月底前建成瞭望塔六座。',
  '二、会议研究了巡山制度。9月底前各林场要给护林员配上对讲机，今年不再增加人手。',
];

function stripped(title: string, ...lines: string[]) {
  const text = [title, ...lines].join('\n');
  const { meta, passes, origins } = strip.apply(doc(text), {});
  return { meta: meta ?? {}, origins, text: applyPasses(text, passes ?? []) };
}

describe('the day of minutes', () => {
  it('is that of the meeting, which their first sentence tells and keeps', () => {
    const { meta, origins, text } = stripped(TITLE, FIRST, ...BODY);
    expect(meta).toMatchObject({ dated: '2023-05-12', published: '2023-05-12' });
    const start = TITLE.length + 1;
    expect(origins).toMatchObject({ dated: { from: 'meeting', start, end: start + FIRST.length } });
    expect(text).toBe([FIRST, ...BODY].join('\n'));
  });

  it.each([
    ['会议时间：2023年5月12日上午', '会议地点：县林业局三楼会议室'],
    ['时　间：2023年5月12日'],
    ['2023年5月12日（星期五）下午，县林业局召开秋季防火专题会。'],
    ['二〇二三年五月十二日，县林业局召集各林场开护林会。'],
    ['各林场：', FIRST],
  ])('however it is told: %s', (...lines) => {
    expect(stripped(TITLE, ...lines, ...BODY).meta.dated).toBe('2023-05-12');
  });

  it('goes before the day that they were issued on', () => {
    const { meta } = stripped(TITLE, FIRST, ...BODY, '柳湾县林业局', '2023年5月15日');
    expect(meta).toMatchObject({ dated: '2023-05-12', published: '2023-05-15', org: '柳湾县林业局' });
  });

  it.each([
    '2023年5月12日以来，县林业局召开会议研究秋季防火。',
    '2023年5月12日起，各林场每月召开一次护林会议。',
    '2023年5月12日印发的通知要求，各林场召开护林会议。',
    '2023年5月12日，县林业局主持编写了防火手册。',
    '2023年5月，县林业局召开护林会议。',
    '根据2023年5月12日的通知，县林业局召开护林会议。',
  ])('is none of another thing: %s', (line) => {
    expect(stripped(TITLE, line, ...BODY).meta.dated).toBeUndefined();
  });

  it('is told in minutes only, and at their beginning', () => {
    expect(stripped('柳湾县护林工作情况汇报', FIRST, ...BODY).meta.dated).toBeUndefined();
    expect(stripped('关于认真落实会议纪要的通知', FIRST, ...BODY).meta.dated).toBeUndefined();
    const late = Array.from({ length: 4 }, () => BODY).flat();
    expect(stripped(TITLE, ...late, FIRST).meta.dated).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { strip } from '../../../src/stages/strip/index.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import { doc } from '../doc.ts';

const BODY = [
  '各位代表：',
  '现在，我代表市人民政府，向大会报告护林工作，请予审议。',
  '一、2023年工作回顾',
  '过去一年，全市巡山三万多次，扑灭山火七起，护林员人人配上了对讲机。',
  '二、2024年工作安排',
  '全市再建瞭望塔六座，每座配两名护林员，每月巡山不少于八次。',
];
const OCCASION = '2024年1月9日在柳湾市第九届人民代表大会第四次会议上';
const TOLD = { altTitle: `——${OCCASION}`, org: '柳湾市人民政府', dated: '2024-01-09', author: ['裴志远'] };

function stripped(head: string[], title: string | null = null) {
  const text = [...head, ...BODY].join('\n');
  const { meta, passes, origins } = strip.apply(doc(text, title), {});
  return { meta: meta ?? {}, origins, text: applyPasses(text, passes ?? []) };
}

describe('a report of a government to its congress', () => {
  it('is told from others by its congress, cut away as it is', () => {
    const { meta, origins, text } = stripped(['政府工作报告', `——${OCCASION}`, '市长 裴志远']);
    expect(meta).toMatchObject(TOLD);
    expect(origins).toMatchObject({
      altTitle: { from: 'headline', start: 7, end: 37 },
      org: { from: 'headline', start: 7, end: 37 },
    });
    expect(text).toBe(BODY.join('\n'));
  });

  it.each([`（${OCCASION}）`, OCCASION, `—${OCCASION}`])('whatever stands around it: %s', (line) => {
    expect(stripped(['政府工作报告', line, '市长 裴志远']).meta).toMatchObject({ ...TOLD, altTitle: line });
  });

  it('below the fields of the page, or with its headline in the markup', () => {
    const fields = '来源：柳湾日报 2024-01-20';
    expect(stripped(['政府工作报告', fields, `——${OCCASION}`]).meta).toMatchObject({
      org: TOLD.org,
      origin: '柳湾日报',
    });
    expect(stripped([`——${OCCASION}`, '市长 裴志远'], '政府工作报告').meta).toMatchObject(TOLD);
  });

  it.each([
    ['柳湾市人民政府工作报告', '（2024年1月9日柳湾市第九届人民代表大会第四次会议通过）'],
    ['政府工作报告', '——在柳湾市第九届人大四次会议上', '（2024年1月9日）'],
    ['政府工作报告', '——2024年1月9日在柳湾市第九届人民', '代表大会第四次会议上'],
  ])('whose subtitle is a part of its headline: %s %s', (...head) => {
    expect(stripped(head).meta.org).toBe('柳湾市人民政府');
  });

  it('names its place in its headline, too', () => {
    expect(stripped(['2024年柳湾市政府工作报告', '（2024年1月9日）']).meta).toMatchObject({ org: '柳湾市人民政府' });
    for (const title of ['全市政府工作报告', '学习柳湾市政府工作报告的体会', '柳湾市政府工作报告任务分解方案'])
      expect(stripped([title, '（2024年1月9日）']).meta.org).toBeUndefined();
  });

  it('is none of its committee, of a court, nor a speech', () => {
    for (const title of ['人大常委会工作报告', '中级人民法院工作报告', '在护林会上的讲话']) {
      const { meta } = stripped([title, `——${OCCASION}`]);
      expect(meta.org).toBeUndefined();
      expect(meta.altTitle).toBeUndefined();
    }
  });

  it.each([`——${OCCASION}`, `（${OCCASION}）`])('has its plain headline below that of the page: %s', (line) => {
    const { meta, text } = stripped(['政府工作报告', line, '市长 裴志远'], '2024年柳湾市政府工作报告');
    expect(meta).toMatchObject({ ...TOLD, altTitle: line });
    expect(text).toBe(BODY.join('\n'));
  });

  it('was cut away with the chrome, and kept as the second headline', () => {
    const page = doc(BODY.join('\n'), '2024年政府工作报告');
    const at = (altTitle: string) => strip.apply({ ...page, meta: { ...page.meta, altTitle } }, {}).meta ?? {};
    expect(at(`——${OCCASION}`)).toMatchObject({ org: '柳湾市人民政府', dated: '2024-01-09' });
    expect(at('柳湾市政务公开').org).toBeUndefined();
  });

  it('keeps a sentence of its body that names a congress', () => {
    const { meta, text } = stripped(['政府工作报告', '各位代表：', `${OCCASION}，本届政府作了第一次报告。`]);
    expect(meta.org).toBeUndefined();
    expect(text).toContain(`${OCCASION}，本届`);
  });
});

describe('an organ and the month it wrote in', () => {
  const at = (line: string) => stripped(['柳塘镇党建引领护林的做法', line]).meta;

  it.each(['青苇县柳塘镇党委 2023年5月', '青苇县柳塘镇党委　　2023年5月'])('are two fields: %s', (line) => {
    expect(at(line)).toMatchObject({ org: '青苇县柳塘镇党委', published: '2023-05' });
    expect(at(line).origin).toBeUndefined();
  });

  it('are no issue of a journal, and an issue is none of them', () => {
    expect(at('护林科学 2018年2月')).toMatchObject({ origin: '护林科学 2018年2月' });
    expect(at('柳塘护林网 2018年2月').org).toBeUndefined();
  });

  it.each(['青苇县柳塘镇党委 2023年5月', '青苇县柳塘镇党委　　2023年5月'])(
    'stay where they sign the text: %s',
    (line) => {
      const text = ['柳塘镇党建引领护林的做法', ...BODY.slice(2), line].join('\n');
      expect(applyPasses(text, strip.apply(doc(text), {}).passes ?? [])).toContain(line);
    },
  );
});

it('an address is no source', () => {
  for (const line of ['本文来源:https://www.example.com/a/12.html', '来源：www.example.com'])
    expect(stripped(['柳塘镇党建引领护林的做法', line]).meta.origin).toBeUndefined();
  expect(stripped(['柳塘镇党建引领护林的做法', '来源：柳湾日报']).meta.origin).toBe('柳湾日报');
});

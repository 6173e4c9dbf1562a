import { describe, expect, it } from 'vitest';
import { strip } from '../../../src/stages/strip/index.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import says from '../../cases/strip/says.json' with { type: 'json' };
import { doc } from '../doc.ts';
import { page } from '../page.ts';

const TITLE = '关于全乡水渠管护工作的调研报告';
const BODY = page(['一、基本情况', '¶ 水渠管护', '二、主要做法', '¶2 水渠管护', '¶3 水渠管护']).split('\n');
const END = '下一步，我们将继续把这件事做实做细，让群众满意。';

/** What strip leaves of lines below the headline. */
const left = (lines: readonly string[]): string => {
  const text = [TITLE, ...lines].join('\n');
  return applyPasses(text, strip.apply(doc(text), {}).passes ?? []);
};

/** Where a line that begins with a word of chrome may stand. */
const PLACES: Record<string, (s: string) => string[]> = {
  'below the headline': (s) => [s, ...BODY],
  "below the page's fields": (s) => ['2023-02-03 来源：本站', s, ...BODY],
  'between two paragraphs': (s) => [...BODY.slice(0, 2), s, ...BODY.slice(2)],
  'last of all': (s) => [...BODY, s],
  'last but one': (s) => [...BODY, s, END],
  'above who edited': (s) => [...BODY, s, '（完）', '责任编辑：王小渠'],
};

describe.each(Object.entries(PLACES))(
  'strip: what begins with a word of chrome and says something stays: %s',
  (_, at) => {
    it.each(says.says)('%s', (s) => {
      expect(left(at(s)).split('\n')).toContain(s);
    });
  },
);

describe('strip: what only names or invites goes', () => {
  it.each(says.chrome)('%s', (s) => {
    expect(left([...BODY, END, s])).toBe([...BODY, END].join('\n'));
  });
});

describe('strip: an organ and a day in one line', () => {
  const FIRST = '上半年，全乡在县委领导下修渠引水，群众的日子一天比一天好。';
  const read = (lines: readonly string[]) => {
    const text = lines.join('\n');
    const { passes, meta } = strip.apply(doc(text), {});
    return { left: applyPasses(text, passes ?? []), org: meta?.org, published: meta?.published };
  };

  it.each([
    ['青禾乡党委 2023年7月5日', '青禾乡党委'],
    ['青禾县人民政府（2023年7月5日）', '青禾县人民政府'],
    ['中共青禾县委办公室　　2023年7月5日', '中共青禾县委办公室'],
  ])('say below the headline whose the text is: %s', (line, org) => {
    const found = read([TITLE, line, FIRST, ...BODY]);
    expect(found).toEqual({ left: [FIRST, ...BODY].join('\n'), org, published: '2023-07-05' });
  });

  it('stay where they sign the text, and where they are rows', () => {
    const signature = '青禾乡党委 2023年7月5日';
    expect(read([TITLE, FIRST, ...BODY, signature]).left).toBe([FIRST, ...BODY, signature].join('\n'));
    const rows = ['青禾乡党委 2023年7月5日', '桑坪乡党委 2023年7月6日', '石桥乡党委 2023年7月9日'];
    expect(read(['各乡镇报送总结的时间如下，请对照落实。', ...rows]).left).toContain(rows.join('\n'));
    expect(read([TITLE, ...rows]).left).toContain(rows.slice(1).join('\n'));
  });

  it('are no such line where a sentence has them', () => {
    const sentence = '青禾乡党委 2023年7月5日召开会议';
    expect(read([TITLE, sentence, FIRST, ...BODY]).left).toContain(sentence);
  });
});

describe('strip: a first sentence with a month in it', () => {
  it.each([
    '截至2022年6月底，全乡共有护渠员412人，每万亩渠灌面积配备护渠员15.',
    '2022年6月以来发布水情信息46条，处理险情7处',
    '自2023年3月1日起更新闸门32座',
  ])('is no line of fields: %s', (s) => {
    const text = [TITLE, s, ...BODY].join('\n');
    const { passes, meta } = strip.apply(doc(text), {});
    expect(applyPasses(text, passes ?? []).split('\n')).toContain(s);
    expect(meta?.published).toBeUndefined();
  });

  it('but a day between words of the page is one', () => {
    const text = [TITLE, '县水利局 时间 2023-03-05 浏览 312', ...BODY].join('\n');
    expect(strip.apply(doc(text), {}).meta?.published).toBe('2023-03-05');
  });
});

describe('strip: 展开全文', () => {
  const rest = ['投入资金350万元，同比增长12%。', '注：数据截至2023年3月31日。'];

  it('goes, and what is folded below it stays', () => {
    expect(left([...BODY, '展开全文', ...rest, '标签：水渠'])).toBe([...BODY, ...rest].join('\n'));
  });

  it('closes the text where links stand below it', () => {
    const links = ['相关阅读', '全乡水渠管护现场会召开', '护渠队员话丰收'];
    expect(left([...BODY, '展开全文', ...links])).toBe(BODY.join('\n'));
  });
});

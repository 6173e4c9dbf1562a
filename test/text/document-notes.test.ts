import { describe, expect, it } from 'vitest';
import { documentNotes } from '../../src/text/document-notes.ts';

const of = (...texts: string[]) => {
  let at = 0;
  const lines = texts.map((text) => {
    const line = { text, start: at, end: at + text.length };
    at = line.end + 1;
    return line;
  });
  return { ...documentNotes(lines, 0), text: texts.join('\n') };
};
const BODY = '各镇要按期完成沟渠疏浚任务。';

describe('the notes of a document', () => {
  it.each([
    ['（此件公开发布）', '此件公开发布'],
    ['(此件依申请公开)', '此件依申请公开'],
    ['（此件发至村级）', '此件发至村级'],
    ['公开方式：主动公开', '主动公开'],
    ['索引号：00-12 公开属性: 依申请公开', '依申请公开'],
  ])('tell who may see it: %s', (line, said) => {
    const { meta, origins, text } = of(BODY, '青石县水利局', line);
    expect(meta).toEqual({ disclosure: said });
    expect(text.slice(origins.disclosure!.start, origins.disclosure!.end)).toBe(line);
  });

  it.each([
    ['此件公开发布以后，各镇要组织学习。'],
    ['公开方式：张贴于村务栏'],
    ['（此件由水利站保管）'],
    ['公开方式：主动公开栏目建设'],
  ])('are no sentence and no other field: %s', (line) => {
    expect(of(BODY, line).meta).toEqual({});
  });

  it.each([
    [['附件：疏浚任务分解表'], ['疏浚任务分解表']],
    [
      ['附件：1．任务分解表', '2．沟渠断面图。', '青石县水利局'],
      ['任务分解表', '沟渠断面图'],
    ],
    [['附件: 1.任务分解表 2.沟渠断面图'], ['任务分解表', '沟渠断面图']],
    [
      ['附件1：2021.5版任务表.doc', '附件2：沟渠断面图.pdf'],
      ['2021.5版任务表.doc', '沟渠断面图.pdf'],
    ],
  ])('tell what is attached: %j', (lines, names) => {
    const { meta, origins, text } = of(BODY, ...lines);
    expect(meta).toEqual({ attachments: names });
    expect(text.slice(origins.attachments!.start, origins.attachments!.end)).toContain(names.at(-1));
  });

  it.each([
    [['附件：略']],
    [['附件：点击下载']],
    [['附件所列沟渠由各镇负责。']],
    [['附件：各镇要对照任务表逐条疏浚。确保汛前完工。']],
    [['1.任务分解表', '2.沟渠断面图']],
  ])('are no list without names, and no text: %j', (lines) => {
    expect(of(BODY, ...lines).meta).toEqual({});
  });

  it('are not the headline of what was attached elsewhere', () => {
    expect(of('附件：疏浚任务分解表', BODY).meta).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import { unread } from '../../../src/stages/extract/figures/indicator/phrase-forms.ts';
import { words } from '../../../src/stages/extract/figures/words.ts';
import { Forms, Names, partOf, Sum } from '../../../src/stages/extract/forms.ts';
import { Linear, LinearSum, Rows } from '../../../src/stages/extract/linear.ts';
import { unreadOfPoints } from '../../../src/stages/extract/points/roles/role-features.ts';
import { segment } from '../../../src/text/segment.ts';

const TABLE = { 'last=岗': 10, 'last=岗 k=thing': 20, 'd=1 c=0 n=2': 40, whole: 80, 'left=渠首': 160 };

describe('Forms', () => {
  const forms = new Forms(Object.keys(TABLE), Object.values(TABLE), 0);
  const one = forms.form('last=*');
  const two = forms.form('last=* k=*');
  const three = forms.form('d=* c=* n=*');
  const whole = forms.form('whole');

  it('find by parts what the table has by name', () => {
    const [last, kind] = [partOf('岗'), partOf('thing')];
    expect(one.value(last)).toBe(10);
    expect(two.value(last, kind)).toBe(20);
    expect(three.value(partOf('1'), partOf('0'), partOf('2'))).toBe(40);
    expect(whole.value()).toBe(80);
    expect(two.value(kind, last)).toBe(0);
    expect(two.value(last, partOf('some other kind'))).toBe(0);
    expect(three.value(partOf('2'), partOf('0'), partOf('1'))).toBe(0);
  });

  it('tell which names no form has', () => {
    expect(forms.unread()).toEqual(['left=渠首']);
    expect(forms.text('left=*').value('修渠首闸', 1, 3)).toBe(160);
    expect(forms.unread()).toEqual([]);
  });

  it('tell the same by name and by sum', () => {
    const [names, sum] = [new Names(), new Sum()];
    for (const told of [names, sum]) {
      told.tell(one, partOf('岗'));
      told.tell(two, partOf('岗'), partOf('event'));
      told.tell(whole);
      told.tellText(forms.text('left=*'), '修渠首', 1, 3);
    }
    expect(names.names).toEqual(['last=岗', 'last=岗 k=event', 'whole', 'left=渠首']);
    expect(sum.total).toBeCloseTo(2.5, 12);
  });

  it('weigh as the model does by name', () => {
    const model = new Linear<'a' | 'b'>({ labels: ['a', 'b'], weights: { 'w=渠': [100, 0], 'w=闸': [0, 250] } });
    const form = model.forms().form('w=*');
    const sum = new LinearSum(model);
    for (const w of ['渠', '闸', '堤']) sum.tell(form, partOf(w));
    expect(sum.probabilities()).toEqual(model.probabilities(['w=渠', 'w=闸', 'w=堤']));
  });

  it('have all weights that were fitted for what figures count', () => {
    expect(unread()).toEqual([]);
  });

  it('have all weights that were fitted for the roles of points', () => {
    expect(unreadOfPoints()).toEqual([]);
  });

  it('count a row once that several groups have, as the model does by name', () => {
    const model = new Linear<'a' | 'b'>({ labels: ['a', 'b'], weights: { 'w=渠': [100, 0], 'w=闸': [0, 250] } });
    const form = model.forms().form('w=*');
    const groups = [['渠', '闸'], ['闸', '堤'], ['渠']].map((words) => {
      const rows = new Rows();
      for (const w of words) rows.tell(form, partOf(w));
      return rows.rows;
    });
    const all = model.sums(['w=渠', 'w=闸']);
    expect(model.sumsOnce(groups)).toEqual(all);
    expect(model.sumsOnce(groups)).toEqual(all);
    expect(model.sumsOnce([], all)).toEqual(all);
  });
});

describe('words', () => {
  it('are those of the dictionary whatever marks stand between them', () => {
    const text = '疏浚渠道，对淤塞“卡口”分段施工：挖泥、护坡（含两岸），沿线群众都说好。';
    const cut = segment(text).map((w) => w.text);
    expect(words(text).map((w) => w.text)).toEqual(cut);
    for (let from = 0; from < text.length; from++) {
      const part = text.slice(from);
      expect(words(part).map((w) => w.text)).toEqual(segment(part).map((w) => w.text));
      for (const w of words(part)) expect(part.slice(w.start, w.end)).toBe(w.text);
    }
  });

  it('are put together as the genre has them, at the end of a clause too', () => {
    const found = words('网格长走访，已办结，重访').map((w) => `${w.text}/${w.tag}`);
    expect(found).toContain('网格长/n');
    expect(found).toContain('办结/v');
  });
});

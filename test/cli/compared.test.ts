import { describe, expect, it } from 'vitest';
import { type Slot, wholeSlots } from '../../src/commands/compared.ts';
import type { Store, StoredArticle } from '../../src/store/store.ts';

const CANONICAL = [
  '潮田乡把排涝站交给村民轮值，涨潮关闸、退潮开闸，一年下来田里没有积过水，收成比往年都稳。',
  '全乡粮食产量增长6.2%，养殖收入也有起色，村民说闸门管住了，心里就踏实，夜里也睡得着觉。',
].join('\n');

/** A store without sketches and runs: the texts as they are, the options as they are made. */
const store = {
  sketchedDoc: () => {
    throw new RangeError('no document');
  },
  articleRow: (uid: string) => (uid === 'of' ? { uid, text: CANONICAL } : undefined),
  lastRun: () => undefined,
} as unknown as Store;
const article = { uid: 'a', text: CANONICAL.replace('6.2', '7.1'), relation: 'version' } as StoredArticle;
const number: Slot = { kind: 'number', from: '6.', to: '7.', count: 1 };
const place: Slot = { kind: 'place', from: '潮田乡', to: '桑溪乡', count: 1 };

describe('slots with whole numbers', () => {
  it('are those of both compared anew', () => {
    expect(wholeSlots(store, article, 'of', [number], 1)).toEqual([{ ...number, from: '6.2%', to: '7.1%' }]);
  });

  it.each<[string, Slot[], number, Partial<StoredArticle>, string]>([
    ['no number among them', [place], 1, {}, 'of'],
    ['more than are stored', [number], 9, {}, 'of'],
    ['another exchange beside them', [number, place], 2, {}, 'of'],
    ['another relation', [number], 1, { relation: 'template' }, 'of'],
    ['a canonical one that is gone', [number], 1, {}, 'gone'],
  ])('stay as they are stored: %s', (_, slots, count, other, of) => {
    expect(wholeSlots(store, { ...article, ...other }, of, slots, count)).toBe(slots);
  });
});

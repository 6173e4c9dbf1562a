import { describe, expect, test } from 'vitest';
import { repairText } from '../../../src/stages/repair/index.ts';

const repaired = (line: string): string =>
  repairText(`本鎮機關(guān)黨的建設(shè)有了新起色。\n  ${line}\n`).text.split('\n')[1]!.trim();

describe('white space cut inside before a bracket', () => {
  test.each([
    ['。ㄒ唬┘訌婞h的建設，提高服務水平。', '（一）加強黨的建設，提高服務水平。'],
    ['。ǘ┩晟浦贫葯C制。堅持以制度管人管事。', '（二）完善制度機制。堅持以制度管人管事。'],
    ['。ㄈ┳ズ棉r村工作，促進增收。', '（三）抓好農村工作，促進增收。'],
    ['。ㄎ澹┩七M文明建設。', '（五）推進文明建設。'],
    ['。﹪栏窨己霜剳', '（六）嚴格考核獎懲'],
    ['。ㄕ髑笠庖姼澹', '（征求意見稿）'],
    ['。2012年3月6日）', '（2012年3月6日）'],
  ])('%s', (seen, original) => expect(repaired(seen)).toBe(original));

  test('is an edit that tells the bytes', () => {
    const { passes } = repairText('本鎮機關(guān)黨的建設(shè)有了新起色。\n  。ㄒ唬┘訌婞h的建設');
    expect(passes.flat().map((e) => e.rule)).toContain('repair/shift');
  });

  test.each(['。2012年3月6日全部完工。', '。（一）加強領導。', '。在此基礎上抓好落實。', '。ā á ǎ à'])(
    'leaves a full stop that a wrapped line begins with: %s',
    (line) => expect(repaired(line)).toBe(line),
  );
});

import { describe, expect, test } from 'vitest';
import { mainReading, readingOf } from '../../src/text/readings.ts';

describe('readingOf', () => {
  test.each(['間jiān', '間jiàn', '興xìng', '盡jǐn', '處chù', '許xǔ', '説shuō', '說shuì', '长cháng'])(
    'knows every reading of a traditional character: %s',
    (pair) => expect(readingOf(pair[0]!, pair.slice(1))).toBe('exact'),
  );

  test.each(['績jī', '跡jī', '馴xún', '幀zhèng'])('knows older readings that tools for glosses use: %s', (pair) =>
    expect(readingOf(pair[0]!, pair.slice(1))).toBe('exact'),
  );

  test('tells a reading without tone from none', () => {
    expect(readingOf('區', 'qu')).toBe('toneless');
    expect(readingOf('區', 'xū')).toBeNull();
    expect(readingOf('間', 'jiāo')).toBeNull();
  });

  test('keeps the first reading of the character itself', () => expect(mainReading('說')).toBe('shuō'));
});

import { describe, expect, it } from 'vitest';
import { assignedUnit, gbkBytes } from '../../src/text/gbk.ts';
import { across, acrossAll, findAcross } from '../../src/text/off-step.ts';

/** Read one byte late, pair by pair. */
function late(text: string): string {
  const bytes = gbkBytes(text)!;
  let out = '';
  for (let i = 1; i + 1 < bytes.length; i += 2) {
    const unit = assignedUnit((bytes[i]! << 8) | bytes[i + 1]!);
    out += unit ? String.fromCharCode(unit) : ' ';
  }
  return out;
}

describe('reading off step', () => {
  it('finds every character of a text read one byte late, where it stands', () => {
    const text = '村民小组轮流值守河堤';
    const bytes = acrossAll([...text]);
    [...late(text)].forEach((c, i) => {
      if (c !== ' ') expect(findAcross(c, bytes, i)).toBe(i);
    });
  });

  it('knows the traditional forms behind a simplified text', () => {
    const traditional = '農業發展規劃';
    const simplified = acrossAll([...'农业发展规划']);
    const seen = [...late(traditional)].filter((c) => c !== ' ');
    expect(seen.length).toBeGreaterThan(1);
    for (const c of seen) expect(findAcross(c, simplified, 0)).toBeGreaterThanOrEqual(0);
  });

  it('finds nothing that does not stand there', () => {
    expect(findAcross('堤', acrossAll([...'村民小组轮流值守']), 0)).toBe(-1);
    expect(findAcross('堤', acrossAll([]), 0)).toBe(-1);
  });

  it('gives what may stand across two characters', () => {
    expect(across('村', '民')).toContain(late('村民'));
    expect(across('村', '😀')).toEqual([]);
  });
});

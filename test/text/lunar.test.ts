import { describe, expect, it } from 'vitest';
import { FIRST_LUNAR_YEAR, LUNAR_YEARS } from '../../src/text/lunar-table.ts';
import { DAY, iso, lunarDay } from '../../src/text/times-calendar.ts';

describe('the Chinese calendar', () => {
  // As the State Council announced them for its holidays, and two almanac dates on which ICU is a day off.
  it.each([
    [2012, 7, 1, '2012-08-17'],
    [2015, 1, 1, '2015-02-19'],
    [2018, 1, 1, '2018-02-16'],
    [2020, 1, 1, '2020-01-25'],
    [2023, 1, 1, '2023-01-22'],
    [2023, 5, 5, '2023-06-22'],
    [2023, 8, 15, '2023-09-29'],
    [2024, 8, 15, '2024-09-17'],
    [2025, 1, 1, '2025-01-29'],
    [2025, 8, 15, '2025-10-06'],
    [2027, 1, 1, '2027-02-06'],
  ])('%i, month %i, day %i is %s', (y, m, d, day) => expect(iso(lunarDay(y, m, d))).toBe(day));

  it('has leap months where they stand, and no days that there are not', () => {
    expect(iso(lunarDay(2020, 4, 1, true))).toBe('2020-05-23');
    expect(lunarDay(2021, 4, 1, true)).toBeNull();
    expect([lunarDay(2024, 1, 30), lunarDay(2024, 1, 0), lunarDay(2024, 13, 1)]).toEqual([null, null, null]);
    expect([lunarDay(1899, 1, 1), lunarDay(2101, 1, 1), lunarDay(2021.5, 1, 1)]).toEqual([null, null, null]);
  });

  it('has whole years: 201 of them, of 12 or 13 months, which end with the first day of 2101', () => {
    expect(LUNAR_YEARS).toHaveLength(201);
    for (const [i, months] of LUNAR_YEARS.entries()) {
      const days = months.reduce((sum, m) => sum + m.days, 0);
      expect(months.length === 12 ? [353, 354, 355] : [383, 384, 385], `${FIRST_LUNAR_YEAR + i}`).toContain(days);
    }
    // The year that began last ends before the next new year, 29 January 2101.
    const last = LUNAR_YEARS.at(-1)!;
    expect(iso(lunarDay(2100, 12, last.at(-1)!.days)! + DAY)).toBe('2101-01-29');
  });

  it('begins its months at new moon', () => {
    // A new moon, and the mean time between two; the true one is up to 14 hours from it. In Chinese time.
    const [known, synodic] = [Date.UTC(2000, 0, 6, 18, 14) + DAY / 3, 29.530588853 * DAY];
    for (const [i, months] of LUNAR_YEARS.entries())
      for (const { month, leap } of months) {
        const start = lunarDay(FIRST_LUNAR_YEAR + i, month, 1, leap)!;
        const mean = known + Math.round((start - known) / synodic) * synodic;
        expect(Math.abs(start + DAY / 2 - mean) / DAY, `${FIRST_LUNAR_YEAR + i} ${month}`).toBeLessThan(1.25);
      }
  });

  it('is what ICU has, but for a few months by a day or by the place of a leap month', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
    let [all, same] = [0, 0];
    for (const [i, months] of LUNAR_YEARS.entries())
      for (const { month, leap } of months) {
        const found = format.formatToParts(lunarDay(FIRST_LUNAR_YEAR + i, month, 1, leap)!);
        const of = (type: string): string | undefined => found.find((p) => p.type === type)?.value;
        all++;
        if (of('month') === `${month}${leap ? 'bis' : ''}` && of('day') === '1') same++;
      }
    expect(all).toBe(2486);
    // 14 of 2,486 differ with ICU 78.
    expect(all - same).toBeLessThan(30);
  });
});

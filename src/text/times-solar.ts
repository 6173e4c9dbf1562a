/**
 * The 24 solar terms: the days on which the sun's apparent longitude passes a multiple of 15°, in China's time.
 *
 * Longitude by the short series of Meeus, Astronomical Algorithms (2nd ed., ch. 25), good to 0.01° or a quarter of an hour.
 */
import { type Civil, civil, DAY, HOUR } from './times-calendar.ts';

/** In the order of the year, from 285° on. */
const TERMS =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(
    ' ',
  );
const FIRST = 285;
const STEP = 15;
/** J2000.0 as civil time of Greenwich. */
const EPOCH = civil(2000, 1, 1, 12);
const CENTURY = 36525 * DAY;
const YEAR_DAYS = 365.2422;

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Apparent longitude of the sun in degrees, not reduced. */
function longitude(t: Civil): number {
  const c = (t - EPOCH) / CENTURY;
  const mean = 280.46646 + 36000.76983 * c + 0.0003032 * c * c;
  const anomaly = rad(357.52911 + 35999.05029 * c - 0.0001537 * c * c);
  const centre =
    (1.914602 - 0.004817 * c) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * c) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly);
  return mean + centre - 0.00569 - 0.00478 * Math.sin(rad(125.04 - 1934.136 * c));
}

/** The day of the solar year `y` on which a term falls; null where the name is none. */
export function solarTerm(y: number, name: string): Civil | null {
  const k = TERMS.indexOf(name);
  if (k < 0) return null;
  let t = civil(y, 1, 6) + k * (YEAR_DAYS / TERMS.length) * DAY;
  for (let n = 0; n < 5; n++) {
    const off = ((((FIRST + k * STEP - longitude(t) + 180) % 360) + 360) % 360) - 180;
    t += (off / 360) * YEAR_DAYS * DAY;
  }
  return Math.floor((t + 8 * HOUR) / DAY) * DAY;
}

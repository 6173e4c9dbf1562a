/**
 * JioNLP's public time cases: how many come out with the interval that is meant, under three time zones, and the rest one by one.
 *
 *   npm run bench:times
 *
 * Reads ../shared/suites/jionlp. Cases that no policy text could contain (the hour, bare digits, the lunar calendar) are counted apart.
 */
import { isColloquial, isMet, jioCases } from '../text/jionlp.ts';

const cases = jioCases();
if (!cases) {
  console.error('the suite is not there');
  process.exitCode = 2;
} else {
  for (const zone of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) {
    process.env.TZ = zone;
    const met = cases.filter(isMet);
    const own = cases.filter((c) => !isColloquial(c));
    const ownMet = met.filter((c) => !isColloquial(c));
    console.log(
      `${zone.padEnd(20)} policy texts ${ownMet.length} of ${own.length}, all ${met.length} of ${cases.length}`,
    );
  }
  for (const c of cases) if (!isMet(c)) console.log(`  ${isColloquial(c) ? 'colloquial' : 'missed    '} ${c.input}`);
}

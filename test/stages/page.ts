/**
 * Pages for the cases of split and strip. A line `¶ 水利` stands for a paragraph of running text on that subject, so that a
 * case shows what matters; `¶2 水利` for another one on it.
 */
export function page(lines: readonly string[]): string {
  return lines.map(line).join('\n');
}

const SENTENCES = [
  (s: string) =>
    `${s}是今年全镇的一件大事,各村各站所都把它摆上了日程,先摸清家底,再排出次序,一件一件往前推,干部和群众都看到了变化。`,
  (s: string) => `从走访的情况看,${s}还有不少难处,人手不够,经费不足,老办法不管用,新办法不会用,需要大家坐下来慢慢商量。`,
  (s: string) =>
    `为了把${s}做实,镇里请来了农校的老师,办了夜校,开了现场会,又派人到邻县看了看,回来以后写成材料,发到每个小组。`,
];

function line(s: string): string {
  const m = /^¶(\d?) (.+)$/.exec(s);
  return m ? SENTENCES[Number(m[1] || 1) - 1]!(m[2]!) : s;
}

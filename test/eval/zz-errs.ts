/** Differences of held articles where both annotators agree and we differ. */
import { readFileSync, existsSync } from 'node:fs';
import { readAnnotated } from './corpus.ts';
import { extract } from '../../src/index.ts';
const [folder, authorsArg, what] = process.argv.slice(2);
const authors = authorsArg!.split(',');
const bare = (s: string): string => s.normalize('NFKC').replace(/[\s“”"'‘’《》]/gu, '').replace(/[,.;:!?、。]+$/,'');
const conf: Record<string, number> = {};
for (const a of readAnnotated(folder!)) {
  if (!authors.includes(a.author)) continue;
  const out: any = extract(a.text, { title: a.title });
  const sf = `corpus/held-second/${a.name}`;
  const sec = existsSync(sf) ? JSON.parse(readFileSync(sf, 'utf8')) : null;
  if (what === 'role') {
    const op = Map.groupBy(out.points, (p: any) => bare(p.heading)); const sp = sec ? Map.groupBy(sec.points, (p: any) => bare(p.heading)) : null;
    const lines: string[] = [];
    for (const p of a.points) { const o: any = op.get(bare(p.heading))?.shift(); const s: any = sp?.get(bare(p.heading))?.shift();
      const oh = o?.role ?? '-';
      const tag = oh === p.role ? ' ' : sp ? (s?.role === p.role ? 'X' : s?.role === oh ? 'o' : '?') : 'x';
      if (oh !== p.role) conf[`${p.role}>${oh} ${tag}`] = (conf[`${p.role}>${oh} ${tag}`] ?? 0) + 1;
      lines.push(`${tag} ${(p.parent ? '  ' : '')}${p.number ?? ''}|${p.heading.slice(0, 40)} gold=${p.role}${oh === p.role ? '' : ` OUT=${oh} (${o?.cue ?? ''} ${o?.confidence ?? ''}) second=${s?.role ?? ''}`}`);
    }
    if (lines.some((l) => /^[Xx]/.test(l))) console.log(`\n## ${a.name} ${a.title}\n` + lines.join('\n'));
  }
  if (what === 'members') {
    const os = Map.groupBy(out.slogans, (s: any) => bare(s.text)); const ss = sec ? Map.groupBy(sec.slogans, (s: any) => bare(s.text)) : null;
    for (const s of a.slogans) { const o: any = os.get(bare(s.text))?.[0]; if (!o) continue; const e = (x: any) => x?.expansion ? x.expansion.map(bare).join('/') : 'null';
      if (e(s) === 'null' && e(o) === 'null') continue;
      if (e(s) !== e(o)) { const s2: any = ss?.get(bare(s.text))?.[0]; console.log(`${a.name} ${s.text}: gold=${e(s)}\n   OUT=${e(o)} ${o.members_rule ?? ''} ${ss ? (s2 ? (e(s2) === e(s) ? 'X' : e(s2) === e(o) ? 'o' : '? ' + e(s2)) : 'none') : ''}`);
        const i = a.text.indexOf(s.text); console.log('   …' + a.text.slice(Math.max(0, i - 120), i + 160).replace(/\n/g, '⏎')); } }
  }
  if (what === 'figrole') {
    const key = (f: any) => bare(f.text); const of = Map.groupBy(out.figures, key); const sf2 = sec ? Map.groupBy(sec.figures, key) : null;
    let pos = 0;
    for (const f of a.figures) { const o: any = of.get(key(f))?.shift(); const s: any = sf2?.get(key(f))?.shift(); const at = a.text.indexOf(f.text, pos); if (at >= 0) pos = at;
      if (!o || o.role === f.role) continue; const tag = sf2 ? (s?.role === f.role ? 'X' : s?.role === o.role ? 'o' : '?') : 'x';
      conf[`${f.role}>${o.role} ${tag}`] = (conf[`${f.role}>${o.role} ${tag}`] ?? 0) + 1;
      const i = o.start ?? at; console.log(`${tag} ${a.name} ${f.text} [${f.indicator}] gold=${f.role} OUT=${o.role} :: ${a.text.slice(Math.max(0, i - 60), i + 30).replace(/\n/g, '⏎')}`); }
  }
}
console.log(Object.entries(conf).sort((a, b) => b[1] - a[1]).map(([k, v]) => `${k} ${v}`).join('\n'));

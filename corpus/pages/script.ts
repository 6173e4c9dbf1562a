/** Conversion: NOISE 3. */
import { convert } from '../../test/bench/damage.ts';
import { article, hant, type Page, page } from '../lib.ts';
import { gov, news } from '../templates.ts';

const tw = (s: string) => hant(s, 'tw');

function taiwan(): Page {
  const a = article('judicial', {
    meta: { published: '2021-11-13T08:12', origin: '云岭日报', views: 3506, editor: '林小满' },
  });
  return page(
    's30-clean-hant.html',
    '3 clean traditional, no damage: the witness for s29',
    news({ title: tw(a.title!), text: tw(a.text), script: tw }),
    [a],
  );
}

const VARIANTS: readonly [RegExp, string][] = [
  [/隻有/g, '衹有'],
  [/關/g, '関'],
  [/因/g, '囙'],
  [/收/g, '収'],
  [/衛/g, '衞'],
  [/妝/g, '粧'],
  [/鹼/g, '堿'],
  [/炮/g, '砲'],
];

function over(): Page {
  const a = article('saline');
  const text = VARIANTS.reduce((s, [from, to]) => s.replace(from, to), convert(a.text, 'over'));
  return page(
    's31-over.txt',
    '3 machine-made traditional with wrong choices (衹有 風採 証明 國傢 髮展 製度 係統 齣台 為瞭 甚麼) and variants (関 囙 収 衞 粧 堿 砲)',
    `${tw(a.title!)}\n${text}\n`,
    [a],
  );
}

function mixed(): Page {
  const a = article('rural-speech', { meta: { published: '2021-03-05T09:30', origin: '县直机关工委', views: 128 } });
  const text = a.text
    .split('\n')
    .map((p, i) => (i % 3 === 1 ? hant(p) : p))
    .join('\n');
  return page(
    's32-mixed.html',
    '3 simplified and traditional paragraphs on one page; a speech',
    gov({ title: a.title!, text }),
    [a],
  );
}

export const SCRIPT_PAGES = [taiwan(), over(), mixed()];

/** The converter's damage: NOISE 1. */
import { article, hant, hurt, type Page, page } from '../lib.ts';
import { farm, gov, news } from '../templates.ts';

function light(): Page {
  const a = article('transport', { meta: { published: '2021-03-05T09:30', origin: '市交通運輸局', views: 128 } });
  const text = hurt(a, { seed: 11, density: 'light', glosses: [...'業網優'] });
  const html = gov({ title: hant(a.title!), text, site: '云岭市机关党建网', source: '市交通运输局', script: hant });
  a.meta.origin = '市交通运输局';
  return page('s01-glosses-light.html', '1.1 a few characters glossed; government template', html, [a]);
}

function heavy(): Page {
  const a = article('transport');
  const text = hurt(a, { seed: 12, density: 'heavy', folded: true });
  return page(
    's02-glosses-heavy.txt',
    '1.1–1.3 heavily glossed copy of s01 with a dateline, marks folded to half width (`?,F(xiàn)`); the undamaged sentence is the witness',
    `${hant(a.title!)}\n雲嶺新聞網訊 ${text}\n`,
    [a],
  );
}

function across(): Page {
  const a = article('enterprise', { meta: { published: '2022-06-20T19:50:02' } });
  const text = hurt(a, { seed: 13, density: 'heavy', cutShare: 1, tags: 6 });
  const html = farm({ title: hant(a.title!), text, script: hant });
  return page(
    's03-across.html',
    '1.2, 1.3 glosses across characters, every mark cut that can be; leaked tags shown as text; content farm',
    html,
    [a],
  );
}

function padded(): Page {
  const a = article('grid');
  const b = article('grid');
  const text = hurt(a, { seed: 14, density: 'medium', padded: 0.5, cuts: ['！', '；'] });
  const full = hurt(b, { seed: 15, density: 'medium', fullWidth: true, cuts: [] });
  return page(
    's04-padded.txt',
    '1.1 padded readings `(luò )`, then a copy with full-width brackets, back to back',
    `${hant(a.title!)}\n${text}\n\n${hant(b.title!)}\n${full}\n`,
    [a, b],
  );
}

function dropped(): Page {
  const a = article('health', {
    meta: { published: '2021-01-18T10:05', origin: '澄湖街道社区卫生服务中心', views: 342, editor: '林小满' },
  });
  const text = hurt(a, { seed: 16, density: 'heavy', cutShare: 1, glosses: [...'內側驅請鎮節務業關發導設現礎'] });
  const html = news({
    title: hant(a.title!),
    text,
    site: '松江口新闻网',
    published: '2021-01-18 10:05',
    source: '澄湖街道社区卫生服务中心',
    views: 342,
    script: hant,
  });
  return page('s05-dropped.html', '1.2–1.5 pairs that vanish in the user-defined area, runs that stay open', html, [a]);
}

function report(): Page {
  const a = article('report');
  const text = hurt(a, { seed: 17, density: 'medium', wrap: 34 });
  return page(
    's06-wrapped-glosses.txt',
    '1.1–1.3 and 4: hard wraps inside damaged sentences',
    `${hant(a.title!)}\n${text}\n`,
    [a],
  );
}

function dense(): Page {
  const a = article('judicial');
  const text = hurt(a, { seed: 29, density: 'heavy', cutShare: 1 });
  return page(
    's29-dense.txt',
    '1.2, 1.3 many damaged places; s30 is the same text undamaged',
    `${hant(a.title!)}\n${text}\n`,
    [a],
  );
}

export const GLOSS_PAGES = [light(), heavy(), across(), padded(), dropped(), report(), dense()];

/** Pages that nothing was done to, or nothing that may be undone: the first law. */
import { article, hant, type Page, page, swap } from '../lib.ts';
import { gov, news } from '../templates.ts';

function lesson(): Page {
  const a = article('lesson', {
    meta: { published: '2021-11-13T08:12', origin: '云岭日报', views: 3506, editor: '林小满' },
  });
  return page(
    's07-lesson.html',
    'trap 1.1: a real pinyin lesson, `汉语(hànyǔ)` and single characters, keeps its brackets',
    news({ title: a.title!, text: a.text }),
    [a],
  );
}

function lessonHant(): Page {
  const a = article('lesson');
  return page(
    's08-lesson-hant.txt',
    'trap 1.1: the same lesson in clean traditional',
    `${hant(a.title!, 'tw')}\n${hant(a.text, 'tw')}\n`,
    [a],
  );
}

function questions(): Page {
  const a = article('qa', { meta: { published: '2021-09-02T16:20', origin: '市医疗保障局', views: 5521 } });
  const html = gov({
    title: a.title!,
    text: a.text,
    site: '云岭市医疗保障局',
    published: '2021-09-02 16:20',
    source: '市医疗保障局',
    views: 5521,
  });
  return page('s09-questions.html', 'trap 1: honest question marks, `？《`; no damage', html, [a]);
}

/** What a no-break space and quotation marks leave when they cannot be encoded: nothing tells what stood there. */
function notShifts(): Page {
  const a = article('youth', {
    change: (t) =>
      `[摘? 要] ${swap(['“青苗工程”', '?青苗工程?'], ['“墩苗计划”', '?墩苗计划?'], ['“老办法不管用、新办法不会用”', '?老办法不管用、新办法不会用?'])(t)}`,
  });
  return page(
    's10-not-shifts.txt',
    'trap 1: `[摘? 要]` and lost quotation marks shown as `?` are no shifts and stay',
    `${a.title}\n${a.text}\n`,
    [a],
  );
}

function words(): Page {
  const a = article('words', {
    meta: { published: '2021-11-13T08:12', origin: '云岭日报', views: 3506, editor: '林小满' },
  });
  return page(
    's11-words.html',
    'trap 3, 4: 显著 著作 编著 名著 原著 专著 卓著 著名, 程序 软件 质量 信息, 格式单一…一个; no damage',
    news({ title: a.title!, text: a.text }),
    [a],
  );
}

function handbook(): Page {
  const a = article('handbook');
  return page(
    's12-handbook.txt',
    'trap 6: 第一篇…第三篇 are chapters of a handbook: one article',
    `${a.title}\n\n${a.text}\n`,
    [a],
  );
}

function clean(): Page {
  const a = article('rural-speech');
  return page('s13-clean.txt', 'no damage, no chrome: nothing may change', `${a.title}\n\n${a.text}\n`, [a]);
}

export const TRAP_PAGES = [lesson(), lessonHant(), questions(), notShifts(), words(), handbook(), clean()];

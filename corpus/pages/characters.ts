/** Other damage to characters: NOISE 2; and bytes in encodings of all kinds. */
import iconv from 'iconv-lite';
import { article, hant, type Page, page, swap } from '../lib.ts';
import { backslashed, entities, every, misread, radicals, scattered, survives } from '../mangle.ts';
import { escapeHtml, farm, gov, news } from '../templates.ts';

function windows1252(): Page {
  const a = article('market');
  return page(
    's14-windows-1252.txt',
    '2 UTF-8 read as windows-1252, the whole page',
    misread(`${a.title}\n${a.text}\n`, 'utf8', 'windows-1252'),
    [a],
  );
}

function windows1251(): Page {
  const a = article('nine');
  return page(
    's71-windows-1251.txt',
    '2 UTF-8 read as windows-1251, the whole page',
    misread(`${a.title}\n${a.text}\n`, 'utf8', 'windows-1251'),
    [a],
  );
}

function latin(): Page {
  const a = article('case-clinic', { meta: { published: '2021-03-05T09:30', origin: '县卫生健康局', views: 128 } });
  const html = gov({ title: a.title!, text: misread(a.text, 'utf8', 'latin1'), source: '县卫生健康局' });
  return page('s72-latin1.html', '2 UTF-8 read as Latin-1, the body only', html, [a]);
}

function macCyrillic(): Page {
  const a = article('volunteer', {
    meta: { published: '2021-11-13T08:12', origin: '云岭日报', views: 3506, editor: '林小满' },
  });
  const html = news({ title: a.title!, text: misread(a.text, 'utf8', 'maccyrillic') });
  return page('s15-mac-cyrillic.html', '2 UTF-8 read as Mac Cyrillic, the body only', html, [a]);
}

/** Clauses are read wrong where that loses nothing. */
function clauses(text: string, wrote: string, read: string): string {
  const seen = text.replace(/[^，。；\n]+[，。；]/g, (s) => (survives(s, wrote, read) ? misread(s, wrote, read) : s));
  if (seen === text) throw new Error(`nothing survives ${wrote} read as ${read}`);
  return seen;
}

function utf8AsGbk(): Page {
  const a = article('relocation');
  // Most of a page is lost on the way; only clauses that come through whole can be restored.
  const seen = clauses(a.text, 'utf8', 'gbk');
  return page(
    's16-utf8-as-gbk.txt',
    '2 UTF-8 read as GBK in the clauses that come through whole',
    `${a.title}\n${seen}\n`,
    [a],
  );
}

function gbkAsLatin(): Page {
  const a = article('flood');
  return page(
    's17-gbk-as-latin1.txt',
    '2 GBK read as Latin-1, the whole page',
    misread(`${a.title}\n${a.text}\n`, 'gbk', 'latin1'),
    [a],
  );
}

function gbkAsBig5(): Page {
  const a = article('duty');
  const seen = clauses(a.text, 'gbk', 'big5');
  return page(
    's18-gbk-as-big5.txt',
    '2 GBK read as Big5 in the clauses that come through whole',
    `${a.title}\n${seen}\n`,
    [a],
  );
}

function numeric(): Page {
  const a = article('appeal', { meta: { published: '2022-06-20T19:50:02' } });
  const [first, ...rest] = a.text.split('\n');
  const twice = rest.map((p) =>
    escapeHtml(escapeHtml(`<p style="text-indent:2em">${p.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;')}</p>`)),
  );
  const html = farm({ title: entities(a.title!), html: true, text: `<p>${entities(first!)}</p>\n${twice.join('\n')}` });
  return page('s19-entities.html', '2 numeric entities; HTML escaped twice', html, [a]);
}

function escapes(): Page {
  const a = article('youth');
  const list = a.text.split('\n');
  const tag = '<span id="wwwwwww" class="candidate-entity-word" data-gid="7264009563717991">';
  const seen = list.map((p, i) => {
    if (i === 0) return backslashed(p);
    if (i === 2) return `<p class=\\"MsoNormal\\">${p.replace('年轻干部', `${tag}年轻干部<\\/span>`)}<\\/p>`;
    if (i === 4) return every(p, /“/g, 1, () => '\\"').replaceAll('”', '\\"');
    if (i === 6) return `\${article.content}${p}<%=request.getParameter("id")%>`;
    if (i === 8) return `${p.slice(0, 12)}<font face="宋体" size="3">${p.slice(12)}</font><!--[if gte mso 9]>`;
    return p;
  });
  return page(
    's20-escapes.txt',
    '2 `\\u515a`, `<\\/span>` out of JSON, leaked tags, JSP and template placeholders',
    `${a.title}\n${seen.join('\n')}\n`,
    [a],
  );
}

const COMPATIBLE: readonly [string, string][] = [
  ['年', '\uf98e'],
  ['立', '\uf9f7'],
  ['行', '\ufa08'],
];

function characters(): Page {
  const a = article('health', { meta: { published: '2021-03-05T09:30', origin: '县直机关工委', views: 128 } });
  let text = swap(['设置', '设臵'])(a.text);
  for (const [c, seen] of COMPATIBLE) text = every(text, new RegExp(c, 'g'), 4, () => seen);
  text = scattered(radicals(text), 18)
    .split('\n')
    .map((p) => (/^\d．/.test(p) ? `\uf0b2 ${p}` : p))
    .join('\n');
  return page(
    's21-characters.html',
    '2 Kangxi radicals, compatibility and private-use characters, zero-width characters, soft hyphens, 臵',
    gov({ title: a.title!, text }),
    [a],
  );
}

const WIDE = (s: string) => s.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

function widths(): Page {
  const a = article('opinion');
  let text = every(a.text, /\d+/g, 3, WIDE);
  text = every(text, /“([^”]*)”/g, 3, (m) => `'${m.slice(1, -1)}“`);
  text = every(text, /”/g, 4, () => '〞');
  text = every(text, /，/g, 9, () => '，，');
  text = every(text, /，(?!，)/g, 13, () => '，、');
  text = every(text, /(\d)%/g, 2, (m) => `${m[0]} %`);
  return page(
    's22-widths.txt',
    "2 full-width figures, `'…“` and 〞 for quotation marks, doubled `，，` `，、`, `95 %`",
    `${a.title}\n${text}\n`,
    [a],
  );
}

function cutFigures(): Page {
  const a = article('report', { meta: { published: '2021-03-05T09:30', origin: '县直机关工委', views: 128 } });
  let text = every(a.text, /\d+\.\d+/g, 2, (m) => m.replace('.', '</span><span lang="EN-US">.</span><span>'));
  text = every(text, /\d+\.\d+%/g, 2, (m) => [...m].join(' ').replace(/(\d) (?=\d)/g, '$1'));
  const html = text
    .split('\n')
    .map((p) => `<p class="MsoNormal"><span>${p}</span></p>`)
    .join('\n');
  return page(
    's23-cut-figures.html',
    '2 figures cut by spans and by spaces (`12 . 5 %`)',
    gov({ title: a.title!, html: true, text: html }),
    [a],
  );
}

const bytes = (text: string, encoding: string): Uint8Array => {
  const b = iconv.encode(text, encoding);
  if (iconv.decode(b, encoding) !== text) throw new Error(`not all of the page is in ${encoding}`);
  return b;
};

function gb18030(): Page {
  const a = article('fire', {
    meta: { published: '2021-09-27T15:00', number: '清林防发〔2021〕9号', origin: '县林业局', views: 77 },
  });
  // A character beyond GB 2312 and one beyond GBK, as the field's charset declarations understate them.
  const html = gov({
    title: a.title!,
    text: `${a.text}\n附件：1．责任人名单（含㵲溪镇、𡐓坪村）`,
    charset: 'gb2312',
    published: '2021-09-27 15:00',
    source: '县林业局',
    number: '清林防发〔2021〕9号',
    views: 77,
  });
  a.text += '\n附件：1．责任人名单（含㵲溪镇、𡐓坪村）';
  return page('s24-gb18030.html', 'bytes: GB18030 declared as gb2312; document number', bytes(html, 'gb18030'), [a]);
}

function big5(): Page {
  const a = article('lecture', {
    meta: { published: '2021-11-13T08:12', origin: '云岭日报', views: 3506, editor: '林小满' },
  });
  const tw = (s: string) => hant(s, 'tw');
  const html = news({ title: tw(a.title!), text: tw(a.text), charset: 'big5', script: tw });
  return page('s25-big5.html', 'bytes: real Big5', bytes(html, 'big5'), [a]);
}

function utf16(): Page {
  const a = article('case-water');
  return page(
    's26-utf16.txt',
    'bytes: UTF-16 with a byte-order mark',
    Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`${a.title}\r\n${a.text.replaceAll('\n', '\r\n')}\r\n`, 'utf16le'),
    ]),
    [a],
  );
}

function lyingUtf8(): Page {
  const a = article('school', { meta: { published: '2022-06-20T19:50:02' } });
  return page(
    's27-lying-utf8.html',
    'bytes: GBK declared as utf-8',
    bytes(farm({ title: a.title!, text: a.text }).replace('©', '(C)'), 'gbk'),
    [a],
  );
}

function lyingGbk(): Page {
  const a = article('safety', { meta: { published: '2021-03-05T09:30', origin: '县安委会', views: 128 } });
  return page(
    's28-lying-gbk.html',
    'bytes: UTF-8 declared as gbk',
    gov({ title: a.title!, text: a.text, charset: 'gbk', source: '县安委会' }),
    [a],
  );
}

function records(): Page {
  const own = [
    article('words', { meta: { published: '2021-11-13', origin: '云岭日报' } }),
    article('flood', { title: null }),
    article('case-water'),
  ];
  const rows = [
    {
      url: 'http://news.example/1.html',
      title: own[0]!.title,
      date: '2021-11-13',
      source: '云岭日报',
      text: own[0]!.text,
    },
    { url: 'http://gov.example/2.html', text: own[1]!.text },
    {
      url: 'http://gov.example/3.html',
      title: own[2]!.title,
      text: `<p>${own[2]!.text.replaceAll('\n', '</p>\n<p>')}</p>`,
    },
  ];
  return page(
    's75-records.jsonl',
    'bytes: JSONL, one page a line; the third is HTML',
    `${rows.map((r) => JSON.stringify(r)).join('\n')}\n`,
    own,
  );
}

export const CHARACTER_PAGES = [
  windows1252(),
  windows1251(),
  latin(),
  macCyrillic(),
  utf8AsGbk(),
  gbkAsLatin(),
  gbkAsBig5(),
  numeric(),
  escapes(),
  characters(),
  widths(),
  cutFigures(),
  gb18030(),
  big5(),
  utf16(),
  lyingUtf8(),
  lyingGbk(),
  records(),
];

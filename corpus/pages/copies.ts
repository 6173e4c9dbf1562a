/** Copies, versions, templates, excerpts, derived and spun texts: NOISE 7. */
import { article, hant, hurt, lines, type Page, page, swap } from '../lib.ts';
import { farm, gov } from '../templates.ts';

function masked(): Page {
  const a = article('grid', {
    title: '构建“1+3+N”治理体系 打造共建共治共享新格局',
    variant: 'template',
    meta: { published: '2022-06-20T19:50:02' },
    change: (t) =>
      swap(
        ['青砚桥街道', 'XX街道'],
        ['松江口区', 'XX区'],
      )(t).replace(/\d+(\.\d+)?(?=(万人|个|名|件|项|部|人次))/g, 'XX'),
  });
  return page('s59-masked.html', '7 place and numbers masked (XX街道, XX个)', farm({ title: a.title!, text: a.text }), [
    a,
  ]);
}

function starred(): Page {
  const a = article('grid', {
    variant: 'template',
    change: (t) =>
      swap(['青砚桥街道', '*街道'], ['松江口区', '*区'])(t).replace(/\d+(\.\d+)?(?=(万人|个|名|件|项|部|人次))/g, '*'),
  });
  return page('s60-starred.txt', '7 the same, masked with asterisks (*区, *个)', `${a.title}\n${a.text}\n`, [a]);
}

function exchanged(): Page {
  const a = article('school', {
    title: '白汐洼镇中心学校党支部2019年工作计划',
    variant: 'template',
    change: (t) => swap(['县级“五星级党组织”', '镇级“五星级党组织”'], ['烈士陵园', '革命纪念馆'])(t),
  });
  return page('s61-exchanged.txt', '7 organ and places exchanged', `${a.title}\n${a.text}\n`, [a]);
}

function ours(): Page {
  const a = article('transport', {
    title: '把党旗插在养护一线——我市交通运输局机关党建工作纪实',
    variant: 'template',
    change: swap(['云岭市交通运输局', '我市交通运输局'], ['“云岭好行”', '“我市好行”'], ['养护二站', '养护三站']),
  });
  const text = hurt(a, { seed: 74, density: 'medium', folded: true });
  return page(
    's74-ours.txt',
    '7 place exchanged (云岭市 → 我市); glossed, marks folded to half width',
    `${hant(a.title!)}\n${text}\n`,
    [a],
  );
}

function excerpt(): Page {
  const a = article('report', { title: '清溪县2021年政府工作回顾', variant: 'excerpt', change: lines(3, 8) });
  return page('s62-excerpt.txt', '7 an excerpt of a longer text (s06, s23, s33)', `${a.title}\n${a.text}\n`, [a]);
}

const year = (
  y: number,
  dates: readonly (readonly [string, string])[],
  quotas: readonly (readonly [string, string])[],
) => swap(['2020年度', `${y}年度`], ...dates, ...quotas);

function notice(): Page {
  const a = article('contest', {
    meta: { published: '2020-05-06T09:00', number: '云直工〔2020〕11号', origin: '市直机关工委', views: 640 },
  });
  return page(
    's63-notice-2020.html',
    '7 an annual notice, 2020',
    gov({
      title: a.title!,
      text: a.text,
      site: '云岭市机关党建网',
      published: '2020-05-06 09:00',
      source: '市直机关工委',
      number: '云直工〔2020〕11号',
      views: 640,
    }),
    [a],
  );
}

function noticeBefore(): Page {
  const change = year(
    2019,
    [
      ['5月6日', '4月8日'],
      ['5月20日', '4月25日'],
      ['5月21日', '4月26日'],
      ['6月10日', '5月15日'],
    ],
    [
      ['支部”30个', '支部”20个'],
      ['提名奖20个', '提名奖10个'],
      ['市直单位15个，各县（区）15个', '市直单位10个，各县（区）10个'],
      ['5000元', '3000元'],
    ],
  );
  const a = article('contest', { title: '关于开展2019年度“最美基层党支部”评选活动的通知', variant: 'version', change });
  const text = hurt(a, { seed: 64, density: 'medium' });
  return page(
    's64-notice-2019.txt',
    '7 the same notice of 2019: other year, dates, quotas; glossed',
    `${hant(a.title!)}\n${text}\n`,
    [a],
  );
}

function noticeAfter(): Page {
  const change = year(
    2021,
    [
      ['6月10日', '6月15日'],
      ['5月6日', '5月10日'],
    ],
    [
      ['支部”30个', '支部”50个'],
      ['市直单位15个，各县（区）15个', '市直单位25个，各县（区）25个'],
      ['占总分的30%', '占总分的20%'],
      ['占总分的70%', '占总分的80%'],
    ],
  );
  const a = article('contest', { title: '关于开展2021年度“最美基层党支部”评选活动的通知', variant: 'version', change });
  return page('s65-notice-2021.txt', '7 the same notice of 2021', `${a.title}\n${a.text}\n`, [a]);
}

function draft(): Page {
  const a = article('opinion', {
    title: '关于进一步加强机关作风建设的实施意见（征求意见稿）',
    variant: 'version',
    change: swap(
      ['95%以上', '90%以上'],
      ['98%以上', '95%以上'],
      ['5个工作日', '7个工作日'],
      ['30项', '20项'],
      ['权重不低于10%', '权重不低于5%'],
      ['\n3．创新监管方式。全面推行“双随机、一公开”监管，抽查结果公开率达到100%。', ''],
      ['于4月30日前', '于4月15日前'],
    ),
  });
  return page(
    's66-draft.txt',
    '7 the draft of s22 and s36: targets changed, a clause missing',
    `${a.title}\n${a.text}\n`,
    [a],
  );
}

const SPUN: readonly (readonly [string, string])[] = [
  ['问题', '疑难'],
  ['基础', '根底'],
  ['建立', '树立'],
  ['发展', '开展'],
  ['有的', '个别'],
  ['部分', '局部'],
  ['队伍', '步队'],
  ['加强', '增强'],
  ['工作', '任务'],
  ['不少', '很多'],
  ['优势', '劣势'],
  ['提升', '晋升'],
  ['情况', '环境'],
  ['企业', '公司'],
  ['落实', '贯彻'],
];

function spun(): Page {
  const a = article('enterprise', {
    title: '当前国有公司基层党建任务存在的疑难及对策',
    variant: 'derived',
    meta: { published: '2022-06-20T19:50:02' },
    change: swap(...SPUN),
  });
  return page('s67-spun.html', '7 spun with synonyms (发展→开展, 基础→根底)', farm({ title: a.title!, text: a.text }), [
    a,
  ]);
}

function rewritten(): Page {
  const a = article('enterprise', {
    title: '关于加强企业党建工作的几点思考',
    variant: 'derived',
    change: (t) => {
      const l = t.split('\n');
      const own =
        '我在一家地方国企从事党务工作已有八年，平时跑得最多的就是车间和工地。结合自己的所见所闻，谈谈对加强企业党建工作的几点粗浅看法，不妥之处请批评指正。';
      const tail =
        '以我所在的公司为例，去年我们把12个车间支部的书记全部换成了懂生产、会管理的年轻骨干，党员攻关项目由6个增加到15个，节约成本近200万元，职工们都说，这才是党建该有的样子。';
      return [own, ...l.slice(1, 4), l[4], l[6], l[8], ...l.slice(9, 13), tail].join('\n');
    },
  });
  return page('s68-rewritten.txt', '7 much taken over, beginning and end rewritten', `${a.title}\n${a.text}\n`, [a]);
}

function censored(): Page {
  const a = article('lecture', {
    title: '坚定理想信念 做新时代合格X员',
    variant: 'censored',
    change: (t) => swap(['政治', 'ZZ'])(t).replaceAll('党', 'X'),
  });
  return page('s69-censored.txt', '7 self-censored (党→X, 政治→ZZ)', `${a.title}\n${a.text}\n`, [a]);
}

function repost(): Page {
  const a = article('market', {
    title: '江渚区：“三零三办”让企业少跑腿',
    meta: { published: '2021-03-05T09:30', origin: '江渚区融媒体中心', views: 128 },
  });
  const html = gov({
    title: a.title!,
    text: `江渚融媒讯　${a.text}`,
    site: '江渚区人民政府',
    source: '江渚区融媒体中心',
  });
  return page('s70-repost.html', '7 a repost under another headline, with a news lead-in', html, [a]);
}

export const COPY_PAGES = [
  masked(),
  starred(),
  exchanged(),
  ours(),
  excerpt(),
  notice(),
  noticeBefore(),
  noticeAfter(),
  draft(),
  spun(),
  rewritten(),
  censored(),
  repost(),
];

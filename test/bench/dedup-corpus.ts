import type { Doc } from '../../src/pipeline/types.ts';

/**
 * Invented articles in the manner of the genre, and what becomes of articles in the field: copies with leads, cut, with
 * slips, masked, exchanged, with changed numbers, excerpts, reordered, rewritten; and hard negatives. Seeded: the same
 * seed gives the same corpus.
 */
export type Want = 'same' | 'template' | 'version' | 'derived' | 'different';

export interface Labelled {
  a: string;
  b: string;
  want: Want;
  /** The variant that made the pair. */
  how: string;
}

export interface Corpus {
  docs: Doc[];
  pairs: Labelled[];
}

/** mulberry32: small, seeded, good enough to make texts with. */
export function random(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), s | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Rand = () => number;
const list = (s: string): string[] => s.split(' ');
const pick = <T>(r: Rand, from: readonly T[]): T => from[Math.floor(r() * from.length)]!;
const int = (r: Rand, lo: number, hi: number): number => lo + Math.floor(r() * (hi - lo + 1));

const NAMES = list('青禾 临溪 望江 石桥 云栖 安泽 宁川 槐荫 柳城 丰原 白塔 东陵 沙河口 松山 永定河 金牛岭');
const SUFFIX = list('区 县 市');
const WHO = list(
  '各支部 机关工委 街道党工委 全体干部 网格员 帮扶单位 驻村队员 窗口人员 社区书记 业务骨干 青年突击队 退休老同志 行业协会 镇村两级 包联领导 志愿者 评议代表 年轻党员 技术专家 乡贤能人',
);
const HOW = list(
  '逐户 按月 分批次 结合实际 主动 联合相关科室 对照清单 现场 依托夜校 通过微信群 以问题为导向 借助大数据 挂图 带着感情 打破常规 坚持开门 定点 错时 压茬 一竿子到底',
);
const DO = list(
  '梳理了 推进了 改造了 公开了 评估了 排查了 协调了 建成了 编制了 培训了 验收了 盘活了 走访了 修订了 收集了 办结了 调解了 试行了 拓宽了 补齐了',
);
const WHAT = list(
  '积分台账 老旧管网 便民服务点 产业基地 议事规则 矛盾纠纷 信用档案 集体资产 教学课程 服务承诺 用工需求 审批流程 安全隐患 文化礼堂 灌溉水渠 帮办窗口 考核细则 村规民约 助老食堂 停车泊位 数据接口 冷链仓库 河道岸线 廉政档案 微型消防站',
);
const WHY = list(
  '让群众少跑腿 使责任落到人头 把短板变成潜力 防止走过场 受到来访者好评 带动了周边就业 解决了多年的老大难 形成了比学赶超的氛围 为下步工作打下基础 降低了运行成本 缩短了办理时限 减少了重复报表 提高了参与率 留住了年轻人 换来了真心话 堵住了管理漏洞',
);
/** Characters of the qualifiers that make a text its own: without them a few hundred phrases would make every article. */
const QUALIFIERS = [
  ...'惠民便利康安乐居美丽绿色智慧平安和谐活力幸福温馨阳光清风红星初心先锋示范样板精细均衡协同融通创新惠农助残扶幼敬老优学善治润泽兴业固本强基提质增效节约集约循环低碳开放包容诚信法治文明卫生健康运动书香艺术历史传统现代未来田园水韵古韵新风厚德明理笃行致远',
];
const HEADS = list('主要做法 存在问题 下步打算 组织领导 工作成效 几点体会 任务分工 保障措施');
const UNITS = list('户 名 项 个 场 处 件 份');
/** Rarely used ideographs for slips: none that the lists above are made of, and no numeral. */
const SLIPS = [...'砂荟钧漪栎苒侬骋檀婧绮溯皓蔷弋岑笙翎槿黛'];

interface Place {
  name: string;
  full: string;
}

const place = (r: Rand): Place => {
  const name = pick(r, NAMES);
  return { name, full: name + pick(r, SUFFIX) };
};

/** What an article is made of: paragraphs of sentences, with its place and its numbers left open as `{P}` and `{N}`. */
interface Skeleton {
  paragraphs: string[][];
  numbers: number[];
}

function sentence(r: Rand, numbers: number[]): string {
  const number = (): string => {
    numbers.push(int(r, 11, 989));
    return `{N${numbers.length - 1}}${pick(r, UNITS)}`;
  };
  const where = r() < 0.25 ? '{P}' : '';
  const what = (): string => (r() < 0.8 ? pick(r, QUALIFIERS) + pick(r, QUALIFIERS) : '') + pick(r, WHAT);
  const core = `${where}${pick(r, WHO)}${pick(r, HOW)}${pick(r, DO)}${r() < 0.35 ? number() : ''}${what()}`;
  const second = r() < 0.6 ? `,${pick(r, WHO)}${pick(r, HOW)}${pick(r, DO)}${what()}` : '';
  return `${core}${second},${pick(r, WHY)}。`;
}

function skeleton(r: Rand, sentences: number): Skeleton {
  const numbers: number[] = [];
  const paragraphs: string[][] = [];
  for (let left = sentences; left > 0; ) {
    const n = Math.min(left, int(r, 2, 6));
    paragraphs.push(Array.from({ length: n }, () => sentence(r, numbers)));
    left -= n;
  }
  return { paragraphs, numbers };
}

function render(s: Skeleton, where: string, numbers: readonly (number | string)[] = s.numbers): string {
  const fill = (t: string): string =>
    t.replaceAll('{P}', where).replace(/\{N(\d+)\}/gu, (_, i) => String(numbers[Number(i)]));
  return s.paragraphs
    .map((p, i) => (i % 4 === 0 ? `${'一二三四五六七八九'[(i / 4) % 9]}、${HEADS[i % 8]}\n` : '') + fill(p.join('')))
    .join('\n');
}

export function doc(uid: string, text: string, extra: Partial<Doc> = {}): Doc {
  const [author, none] = [[] as string[], null];
  const meta = {
    author,
    org: none,
    publisher: none,
    published: none,
    editor: none,
    views: none,
    origin: none,
    number: none,
    altTitle: none,
    dated: none,
    disclosure: none,
    attachments: author,
  };
  const source = { path: uid, record: null, url: null, sha256: '', charset: null, part: 1 };
  return { uid, text, title: null, meta, source, data: {}, ...extra };
}

const LEADS = [
  '下面是小编为大家整理的一篇基层工作材料,仅供参考,希望大家喜欢。\n',
  '本网讯(通讯员 甄实)日前,记者从有关部门获悉下列情况,现将全文刊登如下,以飨读者。\n',
  '编者按:近来不少读者来信询问基层怎么做,本刊特选登一篇来稿,供各地参考。\n',
];

/** Each character of a share is exchanged for a rare one; numerals stay. */
export function slips(text: string, rate: number, r: Rand): string {
  return [...text]
    .map((c) => (r() < rate && !/[\d一二三四五六七八九十百千万\n]/u.test(c) ? pick(r, SLIPS) : c))
    .join('');
}

type Variant = (s: Skeleton, where: Place, r: Rand) => [text: string, want: Want];

const VARIANTS: Record<string, Variant> = {
  copy: (s, p) => [render(s, p.full).replaceAll(',', ',').replaceAll('\n', '\n\n  '), 'same'],
  lead: (s, p, r) => [pick(r, LEADS) + render(s, p.full), 'same'],
  tail: (s, p) => [render(s, p.full).slice(0, -Math.floor(render(s, p.full).length / 12)), 'same'],
  slips: (s, p, r) => [slips(render(s, p.full), 0.01 + 0.03 * r(), r), 'same'],
  reorder: (s, p) => [
    render({ ...s, paragraphs: [...s.paragraphs.slice(2), ...s.paragraphs.slice(0, 2)] }, p.full),
    'same',
  ],
  excerpt: (s, p, r) => {
    const n = s.paragraphs.length;
    const from = int(r, 0, Math.floor(n / 2));
    return [
      render({ ...s, paragraphs: s.paragraphs.slice(from, from + Math.max(2, Math.ceil(n * 0.4))) }, p.full),
      'same',
    ];
  },
  masked: (s, _, r) => [
    render(
      s,
      pick(r, ['XX区', '*区', '××市', '某县']),
      s.numbers.map((n) => (r() < 0.5 ? n : pick(r, ['XX', '**']))),
    ),
    'template',
  ],
  exchanged: (s, p, r) => {
    const other = pick(
      r,
      NAMES.filter((n) => n !== p.name),
    );
    return [render(s, other + pick(r, SUFFIX)), 'template'];
  },
  number: (s, p, r) => {
    const at = int(r, 0, s.numbers.length - 1);
    return [
      render(
        s,
        p.full,
        s.numbers.map((n, i) => (i === at ? n + int(r, 1, 9) : n)),
      ),
      'version',
    ];
  },
  annual: (s, p, r) => [
    render(
      s,
      p.full,
      s.numbers.map((n) => n + int(r, 1, 60)),
    ),
    'version',
  ],
  rewritten: (s, p, r) => {
    const scratch: number[] = [];
    const paragraphs = s.paragraphs.map((q) =>
      q.flatMap((t) => (r() < 0.3 ? [sentence(r, scratch).replaceAll(/\{N\d+\}/gu, '数十')] : [t])),
    );
    return [render({ ...s, paragraphs }, p.full), 'derived'];
  },
};

/** Two notices on one form: the printed text is the same, what is notified is not. */
function notices(r: Rand): [string, string] {
  const one = (): string => {
    const body = skeleton(r, 6);
    return `各科室、各直属单位:\n${render(body, place(r).full)}\n请各单位高度重视,明确专人负责,按时参加,不得迟到早退。因故不能参加的,须提前履行请假手续。\n特此通知。\n${place(r).full}办公室\n20${int(r, 10, 23)}年${int(r, 1, 12)}月${int(r, 1, 28)}日`;
  };
  return [one(), one()];
}

const GIVEN = [...'建国明华志强文军海涛春梅晓东立新宏伟永平'];
/** Two lists of like cases: the same frame around other persons, deeds and sums. */
function cases(r: Rand): [string, string] {
  const deed = list(
    '违规收受礼金 公车私用 虚报冒领补贴 违规操办婚宴 优亲厚友 接受管理对象宴请 违规发放津贴 侵占集体资金 私设小金库 漠视群众诉求',
  );
  const post = list('村委会原主任 财政所原所长 学校原校长 卫生院原院长 社区原书记 水利站原站长 供销社原主任');
  const one = (): string => {
    const rows = Array.from({ length: int(r, 5, 8) }, (_, i) => {
      const who = pick(r, [...'王李张刘陈杨赵周']) + pick(r, GIVEN) + pick(r, GIVEN);
      return `${i + 1}.${place(r).full}${pick(r, post)}${who}${pick(r, deed)}问题。20${int(r, 10, 19)}年${int(r, 1, 12)}月,${who}${pick(r, HOW)}${pick(r, deed)},涉及${int(r, 1, 99)}00元。20${int(r, 19, 22)}年${int(r, 1, 12)}月,${who}受到${pick(r, list('党内警告 严重警告 撤销党内职务 留党察看 开除党籍'))}处分。`;
    });
    return `现将近期查处的几起典型问题通报如下:\n${rows.join('\n')}\n各级党组织要以案为鉴,举一反三。`;
  };
  return [one(), one()];
}

/** Two articles on one subject that quote the same formula. */
function quoting(r: Rand): [string, string] {
  const formula =
    '要把方向、管大局、保落实,以钉钉子精神抓好各项部署,做到守土有责、守土负责、守土尽责,真正让群众看到变化、得到实惠。';
  const one = (): string => `${formula}\n${render(skeleton(r, 10), place(r).full)}`;
  return [one(), one()];
}

const NEGATIVES: Record<string, (r: Rand) => [string, string]> = { notices, cases, quoting };

/**
 * `families` articles with one variant each of every kind, and as many hard negatives of every kind.
 * Uids are scattered, so that nothing follows from their order.
 */
export function corpus(families: number, seed = 1): Corpus {
  const r = random(seed);
  const docs: Doc[] = [];
  const pairs: Labelled[] = [];
  const uid = (): string => `${Math.floor(r() * 1e9).toString(36)}-${docs.length}.txt#/1`;
  const add = (text: string): string => {
    const made = doc(uid(), text);
    docs.push(made);
    return made.uid;
  };
  const originals: string[] = [];
  for (let f = 0; f < families; f++) {
    const s = skeleton(r, int(r, 14, 40));
    while (s.numbers.length < 3) s.paragraphs[0]!.push(sentence(r, s.numbers));
    const where = place(r);
    while (!s.paragraphs.flat().some((t) => t.includes('{P}'))) s.paragraphs[0]!.push(sentence(r, s.numbers));
    const original = add(render(s, where.full));
    originals.push(original);
    for (const [how, make] of Object.entries(VARIANTS)) {
      const [text, want] = make(s, where, r);
      pairs.push({ a: original, b: add(text), want, how });
    }
    for (const [how, make] of Object.entries(NEGATIVES)) {
      const [x, y] = make(r);
      pairs.push({ a: add(x), b: add(y), want: 'different', how });
    }
    if (f > 0) pairs.push({ a: originals[f - 1]!, b: original, want: 'different', how: 'unrelated' });
  }
  docs.sort((x, y) => (x.uid < y.uid ? -1 : 1));
  return { docs, pairs };
}

/** A corpus without families: `n` texts of their own. */
export function articles(n: number, seed = 1, sentences = 25): Doc[] {
  const r = random(seed);
  return Array.from({ length: n }, (_, i) =>
    doc(`a${String(i).padStart(6, '0')}#/1`, render(skeleton(r, sentences), place(r).full)),
  );
}

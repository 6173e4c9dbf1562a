/** What a unit measures. */
export type UnitKind =
  | 'people'
  | 'thing'
  | 'event'
  | 'money'
  | 'percent'
  | 'measure'
  | 'duration'
  | 'age'
  | 'score'
  | 'rank'
  | 'times';

const words = (list: string): readonly string[] => list.split(' ');

/** Counting words of people. 人次 and its like count attendance. */
export const PEOPLE = words('名 人 位 人次 人份');

/** Counting words of things and organisations. */
export const THINGS = words(
  '个 家 户 项 件 份 篇 批 条 座 处 所 间 台 套 辆 架 艘 部 本 册 幅 张 块 片 棵 株 头 只 匹 门 支 组 对 款 栋 幢 枚 面 盏 根 ' +
    '扇 宗 笔 单 例 起 封 则 股 粒 颗 顶 桶 箱 袋 瓶 盒 段 口 眼 尾 羽 道 种 类 字 页 卷 件套 台套 床 席 桌 层 孔 版 集 個 戶 項',
);

/** Counting words of events. */
export const EVENTS = words(
  '次 场 场次 期 轮 遍 届 堂 节 班 课时 学时 学分 班次 批次 车次 台次 架次 件次 户次 家次 村次 回 趟 例次',
);

/** Money; the value is the ISO 4217 code. 块 and 毛 are read as money only where nothing says otherwise. */
export const MONEY: Readonly<Record<string, string>> = {
  元: 'CNY',
  圆: 'CNY',
  圓: 'CNY',
  元钱: 'CNY',
  块钱: 'CNY',
  元人民币: 'CNY',
  人民币: 'CNY',
  角: 'CNY',
  美元: 'USD',
  美金: 'USD',
  美刀: 'USD',
  欧元: 'EUR',
  歐元: 'EUR',
  英镑: 'GBP',
  英鎊: 'GBP',
  日元: 'JPY',
  日圆: 'JPY',
  日币: 'JPY',
  韩元: 'KRW',
  韓元: 'KRW',
  港元: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  台币: 'TWD',
  臺幣: 'TWD',
  新台币: 'TWD',
  澳元: 'AUD',
  加元: 'CAD',
  加拿大元: 'CAD',
  新加坡元: 'SGD',
  新元: 'SGD',
  卢布: 'RUB',
  盧布: 'RUB',
  卢比: 'INR',
  泰铢: 'THB',
  瑞士法郎: 'CHF',
  法郎: 'CHF',
  马克: 'DEM',
  里拉: 'ITL',
  比索: 'MXN',
  越南盾: 'VND',
  林吉特: 'MYR',
  澳门元: 'MOP',
  比特币: 'BTC',
};

/** Measures, with the international symbol (of the market unit, its pinyin). Tried longest first. */
export const MEASURES: Readonly<Record<string, string>> = {
  公里: 'km',
  千米: 'km',
  华里: 'li',
  里: 'li',
  米: 'm',
  公尺: 'm',
  分米: 'dm',
  厘米: 'cm',
  公分: 'cm',
  毫米: 'mm',
  微米: 'µm',
  纳米: 'nm',
  英里: 'mi',
  海里: 'nmi',
  英尺: 'ft',
  英寸: 'in',
  丈: 'zhang',
  尺: 'chi',
  寸: 'cun',
  平方公里: 'km²',
  平方千米: 'km²',
  平方米: 'm²',
  平米: 'm²',
  平方厘米: 'cm²',
  公顷: 'ha',
  亩: 'mu',
  立方米: 'm³',
  方: 'm³',
  立方: 'm³',
  立方厘米: 'cm³',
  升: 'L',
  毫升: 'mL',
  公升: 'L',
  加仑: 'gal',
  标准煤: 'tce',
  吨标准煤: 'tce',
  吨: 't',
  千克: 'kg',
  公斤: 'kg',
  克: 'g',
  毫克: 'mg',
  微克: 'µg',
  磅: 'lb',
  盎司: 'oz',
  担: 'dan',
  斤: 'jin',
  两: 'liang',
  钱: 'qian',
  瓦: 'W',
  千瓦: 'kW',
  兆瓦: 'MW',
  千瓦时: 'kWh',
  千瓦小时: 'kWh',
  马力: 'hp',
  伏: 'V',
  千伏: 'kV',
  千伏安: 'kVA',
  安培: 'A',
  焦耳: 'J',
  千焦: 'kJ',
  卡路里: 'cal',
  卡: 'cal',
  千卡: 'kcal',
  大卡: 'kcal',
  帕: 'Pa',
  千帕: 'kPa',
  兆帕: 'MPa',
  赫兹: 'Hz',
  千赫: 'kHz',
  兆赫: 'MHz',
  摄氏度: '°C',
  华氏度: '°F',
  '℃': '°C',
  度: '°',
  比特: 'bit',
  字节: 'B',
  千字节: 'kB',
  兆字节: 'MB',
  兆比特: 'Mbit',
  吉字节: 'GB',
  太字节: 'TB',
  兆: 'MB',
  分贝: 'dB',
  公里每小时: 'km/h',
  千米每小时: 'km/h',
  公里每时: 'km/h',
  米每秒: 'm/s',
  米每分钟: 'm/min',
  标箱: 'TEU',
  km: 'km',
  kg: 'kg',
  'm²': 'm²',
  '㎡': 'm²',
  GB: 'GB',
  MB: 'MB',
  TB: 'TB',
  KB: 'kB',
  MW: 'MW',
  kW: 'kW',
  KW: 'kW',
  cm: 'cm',
  mm: 'mm',
  ml: 'mL',
  mg: 'mg',
};

/** Lengths of time. 年, 月 and 日 are dates unless something says otherwise: that is for the caller. */
export const DURATIONS = words(
  '年 个年头 个月 个星期 个礼拜 周 星期 天 日 个工作日 工作日 个小时 小时 个钟头 个学时 个季度 个学期 学期 分钟 秒 秒钟 昼夜 个昼夜 载 学年 年度',
);

export const AGES = words('岁 周岁');
export const SCORES = words('分');
/** 成 (tenth) and 番 (doubling) belong with 倍: they say how many times. */
export const TIMES = words('倍 番 成');
export const PERCENTS = words('% ％ ﹪ ‰ 个百分点 百分点 個百分點');

/**
 * Characters that turn a one-character unit into the start of another word: 3方面, 6部门, 5支部, 2项目.
 * Known wrong case: 8名师 read as 8名师 is right in 8名师生 and wrong in 8名师 (a famous teacher has no counter then).
 */
export const UNIT_WORDS: Readonly<Record<string, string>> = {
  方: '面位案式法向便针略',
  部: '门分署长委队位件',
  分: '别析为类成片级工管布解配步局支享队之母流层区期行散野子公开组离',
  次: '年日要',
  期: '间望待满',
  处: '理长级室分置于',
  场: '所地景面合',
  组: '织长合建成员',
  支: '部出持付撑教委书援',
  站: '点所位在',
  层: '面级次',
  面: '向对临积貌',
  口: '号径岸',
  门: '类户槛市',
  节: '约能点假日省',
  班: '子组长',
  轮: '训岗换流',
  对: '于象应外内口接照标比策此',
  本: '科级人地区市县单着次',
  片: '区面',
  台: '账风',
  座: '谈右',
  所: '有属以在谓',
  位: '居于列置次',
  名: '列单称誉义次',
  种: '植养粮',
  股: '东份权',
  例: '会如外',
  集: '中体团聚合',
  批: '准评示复',
  份: '额',
  起: '来步到草点源',
  周: '年边期',
  条: '例',
  人: '民才士口事类均为力大工格',
  元: '旦素首',
  户: '籍',
  家: '庭长族园乡访',
  里: '面程',
  天: '然津气',
  度: '假过',
  两: '学个新手委地会项类年次种面级',
  只: '有要能是',
  头: '等脑',
  块: '状',
  段: '落',
  类: '型似别',
  道: '德路',
  款: '项',
  席: '位',
  则: '要须应',
  眼: '界睛',
  桶: '装',
  日: '常益报程前',
  月: '份',
  卡: '点片',
};

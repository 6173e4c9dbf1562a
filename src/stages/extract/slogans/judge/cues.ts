import { ending } from '../../../../text/ending.ts';

/** Words around a phrase that tell what it is. Each is tried on a window of at most 24 characters. */

/** Up to eight characters that may qualify the noun after a quote: “…”三年行动计划, but not “走读”和… or “…”的…. */
const QUALIFIER =
  '(?:(?!开展|进行|为主题|为题|为主线|为载体|[这那][一个])[^的了和与及或是在把被，,。；;、：:！？\\n“”"《》（）()]){0,8}?';

/** What a proper name stands before, even a couplet. */
export const NAME_AFTER = new RegExp(
  `^等?(?:的(?=(?:主题|实践|创建)?活动))?${QUALIFIER}(?:活动(?!室|中心|场所|阵地|经费)|行动(?!自觉|不)|工程|工作法|学习法|管理法|计划(?!生育)|主题教育|专题教育|主题党日|竞赛|大赛|比武|讨论|品牌|项目|基金|微信群|公众号|小程序|APP|App|客户端|比赛|联赛|专栏|专列|栏目|热线|课堂|讲堂|论坛|战役|义诊|专项(?:整治|治理|斗争|检查|执法)|招聘会|相亲会|交友会|联谊会|训练营|体验营|托管班|集中整治|大走访|大排查|大练兵|夏令营|书画展|摄影展|演讲|征文|朗诵|汇演|展演|晚会|大集|集市|市集|直播|志愿服务(?!队|者)|竞选|动员大?会|启动仪式|商标|结对|调解室|积分制)`,
  'u',
);

/** What makes a name of a phrase of two characters, too, where it follows at once: “铁拳”行动. */
export const DIRECT_AFTER =
  /^(?:系列|专项|集中|[三五]年)?(?:行动(?!自觉|不|派|力)|工程(?!师|队|款|量)|杯|工作法|驿站|服务队|工作室|品牌|热线|课堂|夜校)/u;

/** Nouns that common words stand before as well: they make a name only of a phrase of four characters or more. */
export const SCHEME_AFTER = new RegExp(
  `^等?${QUALIFIER}(?:机制|模式|制度|战略|平台|服务队|志愿队|突击队|医疗队|宣讲团|讲师团|工作室|驿站|经验|教学点|服务点|服务站|工作站|服务岗|服务圈|小分队|宣传队|宣讲队|宣讲|合唱团|艺术团|小组赛|轻骑兵|联盟|联合体|共同体|智库|政策|办法|套餐|礼包|通道|小站|食堂|公寓|地图|指数|榜单|系统|课程|读本|套路课|频道|账号|队(?=[，,。；、\\n])|专区|直播间|窗口|专窗|专班|(?:绿色)?通道|(?:示范|实训|实践)基地|应用(?=[，,。；、])|倡议(?!书)|闭环|短视频|产业园|制(?=[，,。；、\\n]))`,
  'u',
);

/** What a watchword stands before: “…”的工作思路. */
export const MOTTO_AFTER =
  /^(?:的|这一|这个)?[^的了，,。；;、：:！？\n“”"]{0,8}?(?:的)?(?:思路|要求|原则|目标|方针|理念|宗旨|导向|主题|主线|思想(?!教育|政治)|精神|标准|口号|氛围|格局|方向|观念|价值观|办法|信念|承诺|底线|模式|机制|责任链|路子|新路|良好局面|局面|境界|担当(?!作为)|情怀|胸怀|定力|责任感|使命感|紧迫感|危机感|作风(?!问题)|韧劲|干劲|劲头|恒心|决心|意志|魄力|姿态|自觉)/u;

/** What only an abbreviation stands before: “五句话”总要求, “一上一下”总任务. */
export const TASK_AFTER =
  /^[^的了，,。；;、：:\n“”"]{0,4}?(?:要求|任务|思路|目标|方针|战略|布局|工作法|机制|制度|工作安排|行动|活动|工程|规划)/u;

/** 以“…”为题 and the like; tried after the closing mark, with 以 before the opening one. */
export const AS_AFTER =
  /^(?:为|作为)(?:题|主题|主线|重点|载体|抓手|目标|核心|宗旨|契机|统领|主要内容|内容|口号|引领|指导|中心|牵引|准则|标准|纲|遵循|(?:企业|服务|工作|办学|办院|共同)?(?:使命|愿景|信条|宗旨|理念|准则))/u;

/** Derision, complaint, trouble: what is quoted is what is wrong. */
export const DERIDED_AFTER =
  /^(?:的|这一|这种|式的|等)?(?:(?!破解|解决|化解|认领|攻克|疏解|纾解|排查|受理|调处|消除)[^的了，,。；;、：:\n“”"]){0,8}?(?:的)?(?:现象|问题|情况|倾向|误区|怪圈|尴尬|弊端|弊病|错误|状态|毛病|顽疾|官僚|(?:错误|片面|模糊|糊涂|肤浅)认识|的认识|不良|歪风|痼疾|心态|顾虑|矛盾|短板|困境|窘境|难题|难点|痛点|堵点|软肋|顽症|困局|僵局|瓶颈|梗阻|漏洞|隐患|被动|旧|陋习|思维|框框|说法|局面(?:没|尚|未|得不)|意识(?:不|淡|薄|差|弱))/u;

export const DERIDED_BEFORE = ending(
  /(?:存在|存有|习惯于|满足于|热衷于|停留在|善于搞|出现|克服|避免|防止|杜绝|破除|解决|纠正|跳出|打破|不搞|根除|反对|告别|摒弃|所谓|所谓的|改变|沦为|怕|认为|以为|觉得|不是|不能|不要|不得|绝不|处在|陷入|流于|好似|如同|好比|俗话说|有人说|常说|人称|戏称|陷于|整治|治理|遏制|警惕|坚决查处|查处|收受)[^，,。；;：:、\n“”"]{0,3}$/u,
);

/** What so many chose in an inquiry: 选择“…”的占28%, “…”，占三成. */
export const CHOSEN_AFTER = /^(?:的|的人|者)?[，,]?(?:[约仅只各]?占|比例为|比率[为达])[\d一二三四五六七八九]/u;

/** What somebody grumbles or confesses, and what is to blame: 职工反映“…”, 原因是“…”. */
export const GRUMBLED_BEFORE = ending(
  /(?:反映|承认|抱怨|吐槽|埋怨|发牢骚|嘀咕|说得直白|直言|原因(?:就)?(?:是|在于))[，,：:]?$/u,
);

/** 成为“…”, 由“…”变为: what is quoted is a likeness, unless it has the form of a watchword. */
export const LIKENED_BEFORE = ending(
  /(?:变|变为|变成|转变|(?<!自)由|当作|当成|(?<![形建])成(?:了|为了?)|一些|个别|像|(?<![一二三四五六七八九十])是)[^，,。；;：:、\n“”"]{0,3}$/u,
);

/** Prizes and titles of honour. */
export const HONOUR_BEFORE = ending(/(?:评为|评定为|授予|荣获|获得|获评|荣膺|入选|表彰了?)[^，,。；;：:\n]{0,20}$/u);
export const HONOUR_AFTER =
  /^(?!(?:先后|均|已)?(?:[获受被]|荣[获膺])|等\d+[个项件](?:品牌|项目|案例|工作法))[^，,。；;、：:\n“”"]{0,10}?(?:称号|荣誉|奖项|真实写照|奖(?!励|惩|金|补|扶|学|优)|光荣|评选表彰|表彰|等次)/u;

/** A person, a body: a phrase of this kind before 评选 is a title of honour, another one the name of the campaign. */
export const TITLE =
  /(?:者|员|人|手|组织|支部|单位|书记|领导|明星|标兵|模范|先锋|干部|集体|榜样|之星|老师|家庭|村|机关|班子|窗口)$|^(?:最美|十佳|优秀|先进|文明)/u;
export const ELECTED_AFTER = /^[^，,。；;、：:\n“”"]{0,10}?(?:评选|评比)(?!活动)/u;

/** Speech: 指出：“…”. */
export const SPOKEN_BEFORE = ending(
  /(?:指出|强调|说|表示|认为|写道|讲|讲道|谈到|提到|坦言|介绍|感慨|问|答|回答|规定|告诉[^，,。\n]{0,6}|要求|提出|曰|云|道|呼吁|喊出|答道)(?:了)?[：:，,]$/u,
);

/** 称其“…”: praise in somebody's words. */
export const CALLED_BEFORE = ending(/(?:称其|赞其|誉其|称之|评价其|评价他|称他|称她|称赞)[^，,。；;：:、\n“”"]{0,3}$/u);

/** What sets a scheme up, with at most six characters between it and the quote: 推广基层治理“…”. */
export const FOUND_BEFORE = ending(
  /(?:打造|建立|创建|开展|实施|深化|推行|推出|开设|开办|设立|组织|举办|启动|推广|创新|探索|开通|试行|实行|创办|搭建|发起|运用|利用|争创|成立|制定|构建|落实|推进|执行|创设|创立|擦亮|培育|建成|做实|用好|叫响|部署|活用|发放|印发|制作|上线|组建|建起|办起|评选|命名为|取名|定名为|推介|唱响|打响|举行|参加|升级|办好|公布|做优|做强|做大|做响|抓实|打好|打赢|建好|设有|设置|布设|结成|组成|(?:定|设|日)为|[两三四五六七八九十]大|[两三四五六七八九十]个)[^，,。；;：:、的\n“”"]{0,6}$/u,
);

/** What is done with a figure of speech that counts: 织密“三张网”, 打好“四张牌”. */
export const PLAYED_BEFORE = ending(
  /(?:织密|织牢|织好|打好|打出|念好|唱好|唱响|下好|算好|走好|上好|答好|拧紧|端稳|绘好|建强|用好|把好|守好|架起)$/u,
);

/** What gives out or puts up things that have a name: 发放“惠民卡”3200张. */
export const GIVEN_BEFORE = ending(
  /(?:发放|发出|挂牌|设立|设置|布设|打造|建成|建立|建设|新建|开设|开办|创建|创办|推出|举办|举行|组织|开展|制作|印发|投放|搭建|成立|组建|评选)(?:了|出)?$/u,
);
export const COUNTED_AFTER = /^(?:近|约|共|超)?[\d][\d,]*(?:余|多)?[个名张户处场期支家条座辆份件次册本间所](?!百分)/u;

/** What only a thing with a name is done to, so that three characters are enough: 开设“说事角”. */
export const OPENED_BEFORE = ending(
  /(?:开设|开办|创办|创设|设立|成立|组建|推出|上线|开通|办起|建起|搭起|装齐|安装|装上|取名|命名为|定名为)(?:了|出)?$/u,
);
/** The same with what is told of the thing: 打造群众身边的“…”, 推出一批“…”. */
export const SET_UP_FAR = ending(
  /(?:打造|建立|创建|开展|实施|推行|推出|开设|开办|设立|启动|开通|创办|搭建|发起|创新|创设|探索|成立|建成|建起|办起|组建|上线|形成)(?:了|出)?(?:[^，,。；;：:、“”]{1,16}的|[一两三四五六七八九十\d]{1,3}[个场支项批次条张期座处所家])$/u,
);
/** What becomes of such a thing: “…”上线, “…”应运而生. */
export const STARTED_AFTER =
  /^(?:正式|全面|同步|也|又)?(?:上线|启动|开课|开讲|开播|开张|开门|开放|成立|揭牌|挂牌|应运而生|亮相|启用|投用|成了?为?[^，,。；;“”]{0,16}的[^，,。；;“”]{0,6}(?:地方|去处|平台|品牌|窗口|桥梁|阵地|名片|帮手|主场)|投入使用|进村|进社区|进企业|进校园|进机关|走进|落户|覆盖)/u;

/** What an event or a post does as the subject of its clause: “…”全年开了52场, “…”让700余名学生开了口. */
export const ACTS_AFTER =
  /^(?:(?:全年|一年来?|今年|累计|已|共)[^，,。；;“”]{0,6}(?:[开办举接组巡走解化征收服]|\d)|[让使][^，,。；;“”]{2,})/u;
export const CLAUSE_START = ending(/(?:^|[。！？；;，,\n])$/u);
/** What is held so many times: 办了三场“…”. */
export const HELD_BEFORE = ending(
  /(?:办|开|搞|举行|组织|开展)了?(?:近|约)?[一二两三四五六七八九十百\d]{1,4}余?[次场期届轮所]$/u,
);
/** What is blamed, or a manner of being, acts too: “躺平主义”让…, “懒作风”使…. */
export const MANNER_END = ending(/(?:主义|作风|现象|问题|心态|思想|观念|习惯|[风病症化者员感力性])$/u);

/** What sets up a scheme whose name does not tell that it is one: directly before the quote. */
export const SET_UP_BEFORE = ending(
  /(?:打造|建立|创建|开展|实施|推行|推出|开设|开办|设立|启动|推广|开通|创办|搭建|发起|创新|深化|创设|探索|成立|建成|建起|办起|组建|组成|上线|设置)(?:了|好|出)?$/u,
);

/** What holds a watchword up. */
export const HOLD_BEFORE = ending(
  /(?:坚持|秉持|秉承|树立|树牢|践行|遵循|围绕|按照|本着|弘扬|贯彻|倡导|落实|喊响|提出了?|确立|坚守|牢记|突出|奉行|营造|形成|实现|做到|紧扣|抓住|聚焦|达到|争做|坚持了|恪守|以|实行|推行)(?:了|好)?$/u,
);

/** What only a principle follows: 坚持“建管并重”，. */
export const KEEP_BEFORE = ending(/(?:坚持|秉持|秉承|践行|遵循|实行|奉行|弘扬|倡导|恪守|坚守|牢记)(?:了|好)?$/u);

/** How names of mechanisms, rooms, days and the like end. */
export const NAME_END = ending(
  /(?:工作法|学习法|管理法|服务法|调解法|教学法|工程|行动|计划|活动日|开放日|党日|服务日|学习日|示范岗|直通车|课堂|讲堂|学堂|夜校|基金|超市|银行|驿站|热线|平台|小屋|之家|之窗|工作室|议事会|先锋岗|责任区|服务站|机制|模式|直报点|示范点|文化节|论坛|经验|活动|制|管理|党课|故事会|分享会|擂台赛|大篷车|快车|专车|专线|专列|明白卡|联系卡|连心卡|服务卡|便民卡|积分卡|(?:爱心|暖心|惠民|惠企|人才|英才|优待|关爱|亲情|平安|先锋|康养|安心)卡|连心桥|书屋|小院|港湾|会客厅|议事厅|[说议]事亭|议事角|调解室|服务圈|便民圈|生活圈|服务点|教学点|服务队|突击队|互助队|小分队|轻骑兵|宣讲团|联盟|信箱|学校|学院|展厅|展馆|保卫战|攻坚战|红黑榜|光荣榜|曝光台|评议台|宣传月|宣传周|活动月|活动周|文化月|文化周|服务月|服务周|读书月|读书节|艺术节|体育节|丰收节)$/u,
);

/** A body or a place is named after what it was awarded: 被命名为“…示范村”. */
export const NAMED_BEFORE = ending(/命名为[^，,。；;：:\n“”]{0,6}$/u);

/** A loan with a name (“富民贷”), the experience of a place (“柳河经验”). */
export const LOAN_FORM = /^(?!.*(?:校园|套路|现金|高利|网|房|车|信|借)贷$).{2,6}贷$/u;
export const PLACE_FORM =
  /^(?!成功|先进|工作|传统|典型|有益|宝贵|基本|历史|创新|管理|发展|服务|单一|固定|全新|老|新|好|旧|生活|社会|实践|教学)\p{Script=Han}{2,3}(?:经验|模式|做法|样板)$/u;

/** What is set up only under a name of its own: “审计夜校”每两周开课一次. */
export const PLACE_END =
  /^(?!空壳|僵尸|盆景|面子|挂牌|形象|摆设)[一-鿿]{0,8}[一-鿿]{2}(?:夜校|讲堂|学堂|驿站|工作室|体验日|开放日|接待日|恳谈日|服务日|夜话|书屋|突击队|服务队|先锋队|互助队|宣讲团|轻骑兵|议事厅|会客厅|说事亭|积分超市|爱心超市|直播间|小课堂|微课堂|大课堂|党课|讲坛|账本|护照|大集|夜巡队|巡逻队|巡防队|(?<=[一-鿿])处方榜|(?<=[一-鿿])课堂|专家日)$/u;

/** 居民管这叫“…”, 习惯把它叫做“…”: what people call a thing; at least three characters. */
export const CALLED_SO = ending(
  /(?:(?:管|把)[这那它其][^，,。；;“”]{0,4}(?:叫|叫做|叫作|称为|称作|唤作)|起名(?:为|叫)?|取名(?:为|叫)?|定名为?|命名为|唤作)$/u,
);

/** What tells a name by its form, wherever it stands. */
export const NAME_FORM =
  /(?:工作法|学习法|调解法|直通车|直报点|大讲堂|大课堂|大篷车|明白卡|连心卡|便民圈|服务圈|生活圈|议事会|议事厅|轻骑兵|(?:分钟|刻钟|小时)[一-鿿]{2,4}圈|(?<!实际|具体|自觉|联合|统一|集体|一致|年)行动|联席会|碰头会|恳谈会|夜谈会|屋场会|院坝会|板凳会|坝坝会|早餐会)$|^\p{Script=Han}{2,3}[跑查办管检评]一次$|^百日(?!维新|咳)\p{Script=Han}{2}$|^\p{Script=Han}{2,4}(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[0-9]{1,3})条$|^互联网[+＋].{2}/u;

/** A year that is given to a task: “效能提升年”; not a calendar year (“本年”). */
export const YEAR_FORM = ending(
  /[^年]{2}(?:提速|攻坚|建设|提升|落实|突破|服务|管理|质量|创新|发展|效能|作风|学习|改革|执行|见效|巩固|深化|规范|环境|活动|行动|宣传|推进|整治|治理|提质|招商|项目|跃升|倍增|升级|增效|强基|赋能|夯实|比拼|实干|担当|拓展|塑形|惠民|安全)年$/u,
);

/** How an item of a list begins that opens with a quote: 一是“…”, （二）以“…”. */
export const ITEM_BEFORE =
  /(?:^|[。；;：:\n]|——)(?:(?:[一二三四五六七八九十]{1,3}[是要、，,]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．，]|首先|其[次一二三四五]|第[一二三四五六])[、，,是]?)?(?:以|用|靠|依托|借助)?$/u;

/** How such an item goes on: “…”进社区。, or the quote is all of its heading. */
export const ITEM_AFTER = /^(?:[。：:]|[^，,。；;：:、的了是在有“”（(]{2,10}[。：:\n])/u;

/** An item that complains: 一是“不愿担当”。 */
export const FAULT_FORM = /^(?:[不没无怕缺难少]|重.*轻|等靠)|[虚散软弱差慢懒难偏薄浅旧空乱假]$/u;

/** Against what a campaign goes (“黑网吧”专项整治), unless the phrase says that it does (“打非治违”). */
export const EVIL_FORM = /^(?!.*[打治除扫清禁反护净拆])(?:.*[黑赌毒骗假乱违驾欠恶闹霸])/u;
export const CLEANUP_AFTER = /^(?:等|问题)?(?:专项|集中)(?:整治|治理|斗争|检查|打击)/u;

/** People who are trained for a task and bear the name of the scheme: 培养“…”14名. */
export const TRAINED_BEFORE = ending(/(?:培养|培育|选聘|招募|选育|配备|选配|聘请)(?:了|出)?$/u);

/** What something is said to change from, or to be no longer: 变“…”为“…”. */
export const CHANGED_BEFORE = ending(/(?:^|[^改])(?:变|由|从|(?<![深优强细实量美净亮固])化|合|并)$/u);
export const CHANGED_AFTER = /^(?:[^，,。；;“”]{0,4})(?:为|到|变|向|拧|成|合)[^，,。；;“”]{0,2}“/u;

/** Meetings where people sit in the open: a name of three characters. */
export const OPEN_AIR_FORM = /^(?:板凳|院坝|坝坝|屋场|炕头|田埂|圆桌|夜谈|地头|树下|楼道)会$/u;

/** A day, a week or a month that somebody holds: 办了“柿子丰收节”, but not 国际护士节. */
export const DAY_FORM = /^(?!国际|世界|全国|中国|五一|国庆)[一-鿿]{3,7}[日周月季节]$/u;
export const DAY_BEFORE = ending(/(?:办好|办了|办起|举办|举办了|开展|开展了|设立|设立了|推出|推出了)$/u);

/** What one only shows in how one works: “闯抢拼”的劲头. */
export const VIGOUR_AFTER = /^的?(?:劲头|干劲|韧劲|拼劲|闯劲|精气神|精神状态)/u;

/** “年产5万吨饲料”项目: what is built, by its size; it has no name of its own. */
export const SIZE_FORM =
  /年产|年加工|总投资|\d[\d.]*[万亿余多]*(?:吨|亩|平方米|公里|千米|千瓦|兆瓦|台|套|头|只|羽|元|个|户)/u;
export const BUILT_AFTER = /^等?[^的，,。；;、“”]{0,4}(?:项目|工程)/u;

/** “村—镇—县”三级: the levels of government are nobody's list. */
export const LEVELS =
  /^(?:街道|[省市区县镇乡街村组户社园]{1,2})(?:[—–－、-]+(?:街道|[省市区县镇乡街村组户社园]{1,2}))+$/u;

/** Targets with their figures: “粮食产量60万吨、农民收入3万元”. */
export const FIGURES_FORM =
  /\d[\d.]*[万亿余多]*[元吨人次亩户家个%％][^\d]*[、，,][^\d]+\d[\d.]*[万亿余多]*[元吨人次亩户家个%％]/u;

/**
 * What offices, speakers and contracts say in the very words of a site (版权, 转载, 下载, 分享, 更多): told by who acts in it and to
 * whom it is said. A site speaks of itself and to its reader; where the words below stand, somebody else does.
 */

/** 各单位, 乙方, 批评指正, 印发给你们: nobody says so of a page. */
const OTHERS =
  /各(?:单位|支部|部门|科室|级|地|村|镇|乡|县|区|企业|学校|机关|党)|[甲乙丙]方|双方|任何一方|当事人|组委会|主办(?:方|单位)|参赛|参评|征文|稿酬|签订|(?:建立|健全|落实).{0,12}制度|批评指正|不妥|不当之处|印发给|下发给|转发给|新媒体|乡镇|支部书记/u;
/** A site that speaks of itself, or asks to be told what to take down, whoever sent the texts. */
const ITS_OWN = /本站|本网(?!络)|网友|来自(?:互联)?网络|联系[^，,。]{0,10}删除/u;
/** What a speech thanks for, asks for, ends with. */
const SPOKEN =
  /汇报|报告完|讲话|发言|培训|会议|议程|课程|的课|聆听|指正|落实|贯彻|抓好|工作(?!总结|计划|报告|方案|汇报|心得|体会)|领导|代表|宝贵意见|带回去|参与和支持/u;
/** 加强网站建设与维护, 公布举报电话: something to be done, not something that is there. */
const TASK =
  /^(?:(?:\d{1,2}[.、]|[(]?[一二三四五六七八九十\d]{1,3}[)、])\s?)?(?:进一步|全面|切实|认真|积极|大力|持续|不断)?(?:加强|做好|落实|规范|完善|推进|推动|强化|抓好|开展|建立|健全|严格|公布|设立|畅通|组织|提供|加大|提升|提高|优化|深化|负责|指导|督促)/u;

/** Is it an order's, a contract's, a contest's sentence and not a site's statement? */
export const isOthers = (s: string): boolean => OTHERS.test(s) && !ITS_OWN.test(s);

/** Does somebody speak to an audience? 今天的汇报就到这里,感谢各位领导的聆听! */
export const isSpoken = (s: string): boolean => SPOKEN.test(s) || isOthers(s);

/** Is it an item of what is to be done? Items of a list end in ；. */
export const isTask = (s: string): boolean => TASK.test(s) || /;$/.test(s);

/** 请及时联系县劳动监察大队: an office, or those whom it concerns, are to be told. */
export const tellsOffice = (s: string): boolean =>
  /(?:联系|告知|通知)(?:了|给)?(?:[省市县区州镇乡]|当地|所在|主管|有关|相关|双方|当事人|组委会|主办)/u.test(s);

/** 231条, 6个: an account of what was done. A site that states its rights counts nothing. */
export const isAccount = (s: string): boolean =>
  /\d(?:余|多)?(?:条|个(?!工作日|自然日|月|小时|字)|件|起|家|人次|名|篇|部|场|期|万|亿)/u.test(s) ||
  /专项行动/u.test(s);

/** What a site says of its texts in the same words: 转载请注明来源, 未经许可不得转载. */
const REPRINT = /转载.{0,6}注明|不得.{0,6}(?:转载|复制|镜像|使用)/gu;
/** What is to be done with a field: nobody is called 一栏须写全称. (须知, 应急局, 要闻, 栏目, 核查中心 may be a name or part of one.) */
const FIELD_TASK =
  /须(?!知)|应[当该写填放与在由逐]|要(?=[写填放与在由经按有逐核])|不得|[一两三四等各]栏(?!目)|栏(?=[不须应要由填写])|字样|按钮|逐[篇条项一]|核[对实]|填写|空缺|齐全|一致|由.{2,12}(?:负责|把关|审定)/u;

/** Does a text speak of 责任编辑, 来源, ICP备案 as of things to be put right, where a page would only name them? */
export const tellsOfFields = (s: string): boolean => FIELD_TASK.test(s.replace(REPRINT, ''));

/**
 * Sections inside of an organ, called by what they do alone: 宣传科, 局办公室, 组织人事科. One may have written the page; it is not
 * the body that the text tells of. With a name before it (县委办公室, 红石镇党建办) it says whose it is, and is none of these.
 */
const SECTION =
  /^(?:[本我局委厅院校部馆所行]|机关|公司|集团|单位)?(?:宣传|宣教|新闻|办公|综合|组织|人事|人力资源|干部|党建|党务|党群|党政|政工|政治|政治工作|政策|秘书|文秘|信息|调研|研究|督查|督办|财务|计财|法制|法规|业务|纪检|监察|后勤|行政|教务|工会|和|、){1,4}(?:工作)?(?:科|处|室|股|部|组|办|办公室|公室|中心|科室)$/u;

/** True for a section that is called by its work alone. Wrong case: a county's 组织部 that signs so. */
export const isSection = (name: string): boolean => name.length <= 12 && SECTION.test(name);

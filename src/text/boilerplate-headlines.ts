import { fold } from './boilerplate-fold.ts';
import { lineMarker } from './markers.ts';

/** Words that end headlines of the genre: what kind of text it is. */
const GENRE =
  /(?:思考|探析|浅析|分析|研究|探索|探讨|浅谈|讲话|致辞|报告|总结|汇报|通知|意见|方案|办法|规定|细则|条例|规划|计划|要点|责任状|责任书|承诺书|倡议书|对策|建议|体会|感悟|启示|实践|做法|调查|调研|公告|通告|公报|决定|决议|通报|批复|函|纪要|评述|综述|纪实|侧记|解读|发言|述职|述廉|材料|事迹|制度|章程|标准|心得|经验|路径|初探|管见|刍议|几点认识|举措|讲稿|党课|剖析|清单)(?:\(.{1,16}\)|[一二三四五六七八九十]|之[一二三四五]|提纲|报告|稿)?$/u;
/** Names of sections that stand on a line of their own inside an article. */
const SECTION =
  /^(?:主要|基本|具体|工作|存在|几点|下一步|当前|有关|相关)?(?:做法|情况|成效|问题|原因|措施|对策|建议|经验|启示|体会|打算|思路|目标|任务|要求|背景|前言|引言|导言|摘要|结语|结束语|结论|概况|现状|意义|原则|总则|附则|附件|附录|目录|绪论|正文|参考文献|致谢|注释|工作安排|组织领导|工作措施|工作要求|指导思想|经验启示|工作成效|主要做法|问题及原因|对策措施|保障措施|实施步骤|组织实施|发布信息|(?:内容|法规|文件|政策|条例|规定)全文|全文内容)$/u;

const FUNCTION_END = /(?:的|了|和|与|及|在|把|被|对|从|将|等|是|为|以|于|并|而|或|、|,|:)$/u;

/** 帐号 密码 自动登录 找回密码: words of a menu. Mottoes (学党史 悟思想 办实事 开新局) are of one length. */
function isWordRow(s: string): boolean {
  const words = s.split(/ {1,}/u);
  return (
    words.length >= 4 &&
    words.every((w) => /^\p{Script=Han}{2,6}$/u.test(w)) &&
    words.filter((w) => w.length <= 3).length >= 2 &&
    new Set(words.map((w) => w.length)).size > 1
  );
}

/** Is the line short and open-ended, as headlines and section headings are, and no numbered item, field or list cell? */
export function isHeadline(line: string): boolean {
  const s = fold(line).trim();
  if (s.length < 5 || s.length > 64 || /[。;…→↓]/.test(s) || /^\p{Script=Han}{2,8}:\s?\d/u.test(s) || /[,:、]$/.test(s))
    return false;
  if (isWordRow(s)) return false;
  if (/[.!?]$/.test(s) && !/\p{Script=Han}[!?]$/u.test(s)) return false;
  if ((s.match(/,/g) ?? []).length > 3 || /^[-—–·•*●■◆◇→>]/.test(s) || /^[\d.\-/:%() ]+$/.test(s)) return false;
  if (lineMarker(s, 0) || /^(?:附件|附表|附录|附|表|图)\s?[\d一二三四五六七八九十]{0,3}(?:[: ]|$)/u.test(s))
    return false;
  // 某某县委办公室编 2021年3月8日 signs or dates.
  if (/^[\p{Script=Han}]{4,24}(?:委|局|府|办|室|厅|部|处|中心|会|院|校|司|编|印) ?\d{4}年\d{1,2}月\d{1,2}日$/u.test(s))
    return false;
  // 甲方:某某公司 opens a contract.
  if (/^[甲乙丙丁]方(?:\(.{1,12}\))?:/u.test(s)) return false;
  // 案例单位:某某局 is a field of a form.
  if (/^\p{Script=Han}{0,6}(?:单位|部门|时间|地点|对象|名称|职务|姓名|人|日期|编号|电话|类别):/u.test(s)) return false;
  const han = s.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 4 && han * 2 >= s.length && !FUNCTION_END.test(s);
}

/** Does the headline name the kind of its text (…的思考, …责任状, 关于…)? Such a line opens a text of its own. */
export function namesGenre(line: string): boolean {
  const s = fold(line).trim();
  return GENRE.test(s) || /^关于.{4,}的/u.test(s) || /^在.{4,}上的/u.test(s);
}

/** 关于某某的通知: what an organ says; its name may stand on the line above. */
export const isAbout = (line: string): boolean => /^关于.{4,}/u.test(fold(line).trim()) && namesGenre(line);

/** 主要做法, 工作成效, 经验启示: headings inside an article, never its headline. */
export function isSectionName(line: string): boolean {
  return SECTION.test(fold(line).trim());
}

/** 中国·某某, 美丽·某某: what a place calls itself on its site. */
export const isPlate = (line: string): boolean =>
  /^(?:中国|中华|美丽|大美|魅力|幸福|平安|法治|数字|智慧|文明|清廉|清风|红色|印象|生态|活力) ?[·•] ?\p{Script=Han}{2,8}$/u.test(
    line,
  );

/** 某某微信公众号, 某某数字报, 某某官方网站: what stands over a page and names who speaks there, not what is said. */
export const isMasthead = (line: string): boolean => isPlate(line.trim()) || isSpeaker(line);

const isSpeaker = (line: string): boolean =>
  line.length <= 24 &&
  /^[\p{Script=Han}A-Za-z0-9·“” ]{2,20}(?:公众号|公众平台|订阅号|服务号|视频号|头条号|百家号|澎湃号|微信号|微博|数字报|电子报|手机报|电子版|官网|官方网站|门户网站|政务网|信息网|信息公开网|公开平台|客户端)$/u.test(
    fold(line).trim(),
  );

/** 某某县人民政府文件: the red letterhead of an organ's documents. A headline only looks so. */
export const isLetterhead = (line: string): boolean =>
  /^[\p{Script=Han}()（）“”、 ]{3,40}(?:府|会|委|组|局|厅|部|院|校|学|办|室|处|司|团|中心|社|站|所|厂|行)(?:文件|函件|会议纪要|简报)$/u.test(
    fold(line).trim(),
  );

/** ——记某某县院坝议事会: a subtitle, by its dash. Not - 格式:doc, a field of a library. */
export const isSubtitle = (line: string): boolean =>
  /^[-—–]{1,2}(?![-—–\s\d]*$)(?!\s\p{Script=Han}{2,6}\s?:)/u.test(fold(line).trim()) &&
  line.length <= 60 &&
  !/[。；;]/u.test(line);

/** ——记某某养护队, ——来自某某乡的报告, ——某某县管水纪实: the subtitle of a report, below its headline. */
export function isReport(line: string): boolean {
  const s = fold(line).trim();
  return (
    isSubtitle(s) &&
    /^[-—–]{1,2} ?(?:访|记(?![者住录账得])|来自|写在|读|写给)|(?:纪实|侧记|见闻|掠影|素描|速写|调查|思考|启示|报告|札记|工作法|做法|经验)$/u.test(
      s,
    )
  );
}

/** A line that ends as sentences do. */
export function endsSentence(line: string): boolean {
  return /[。！!？?；;…：:]["'”’』」)）》\]】]{0,3}$/u.test(line.slice(-6).trimEnd());
}

/** A paragraph of text: long enough for a sentence, or closed like one. */
export function isParagraph(line: string): boolean {
  const s = line.trim();
  return s.length >= 80 || (s.length >= 16 && endsSentence(s));
}

/** Pages as sites of the field build them. All of them are invented; hosts end in `.example`. */

export interface Filling {
  title: string;
  /** Paragraphs, or HTML when `html` is set. */
  text: string;
  html?: boolean;
  charset?: string;
  site?: string;
  published?: string;
  source?: string;
  author?: string;
  editor?: string;
  views?: number;
  number?: string;
  /** Turns the chrome into the page's script. */
  script?: (s: string) => string;
}

export const escapeHtml = (s: string): string =>
  s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const paragraphs = (f: Filling, open: string): string =>
  f.html
    ? f.text
    : f.text
        .split('\n')
        .map((p) => `${open}${escapeHtml(p)}</p>`)
        .join('\n');

/** A government site made with a content management system of the usual kind. */
export function gov(f: Filling): string {
  const {
    site = '清溪县人民政府门户网站',
    charset = 'utf-8',
    published = '2021-03-05 09:30',
    source = '县直机关工委',
  } = f;
  const t = f.script ?? ((s: string) => s);
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${charset}" />
<title>${f.title}_${t(site)}</title>
<meta name="SiteName" content="${t(site)}" />
<meta name="ArticleTitle" content="${f.title}" />
<meta name="PubDate" content="${published}" />
<meta name="ContentSource" content="${t(source)}" />
<link href="/css/gov.css" rel="stylesheet" type="text/css" />
<script type="text/javascript">var siteId = 37; function doZoom(size){document.getElementById('zoom').style.fontSize=size+'px'}</script>
</head>
<body>
<div class="top"><a href="/">${t('网站首页')}</a><a href="/zwgk/">${t('政务公开')}</a><a href="/bsfw/">${t('办事服务')}</a><a href="/hdjl/">${t('互动交流')}</a><a href="/wza/">${t('无障碍浏览')}</a></div>
<div class="search"><form action="/s"><input name="qt" value="${t('请输入关键字')}" /><input type="submit" value="${t('搜索')}" /></form></div>
<div class="position">${t('当前位置：')}<a href="/">${t('首页')}</a> &gt; <a href="/zwgk/">${t('政务公开')}</a> &gt; <a href="/zwgk/gzdt/">${t('工作动态')}</a></div>
<div class="content">
<h1 class="article-title">${f.title}</h1>
<div class="article-info"><span>${t('发布日期：')}${published}</span><span>${t('来源：')}${t(source)}</span>${f.author ? `<span>${t('作者：')}${t(f.author)}</span>` : ''}${f.number ? `<span>${t('文号：')}${t(f.number)}</span>` : ''}<span>${t('浏览次数：')}<b id="hits">${f.views ?? 128}</b></span><span>${t('【字号：')}<a href="javascript:doZoom(18)">${t('大')}</a> <a href="javascript:doZoom(16)">${t('中')}</a> <a href="javascript:doZoom(14)">${t('小')}</a>】</span></div>
<div id="zoom" class="TRS_Editor">
${paragraphs(f, '<p style="text-indent: 2em; line-height: 2">')}
</div>
${f.editor ? `<div class="editor">${t('（责任编辑：')}${t(f.editor)}）</div>` : ''}
<div class="share">${t('分享到：')}<a title="${t('分享到微信')}"></a><a title="${t('分享到微博')}"></a></div>
<div class="pagelink"><p>${t('上一篇：')}<a href="./t20210304_1107.html">${t('县水务局召开春季河道清淤工作调度会')}</a></p><p>${t('下一篇：')}<a href="./t20210306_1121.html">${t('我县三家企业入选省级专精特新名单')}</a></p></div>
</div>
<div class="right"><h3>${t('相关阅读')}</h3><ul>
<li><a href="./t1.html">${t('县政府召开第七次常务会议')}</a><span>2021-02-26</span></li>
<li><a href="./t2.html">${t('全县安全生产电视电话会议召开')}</a><span>2021-02-19</span></li>
<li><a href="./t3.html">${t('关于2021年清明节放假安排的公告')}</a><span>2021-02-18</span></li>
</ul></div>
<div class="footer"><p>${t('主办：清溪县人民政府办公室')}&nbsp;&nbsp;${t('承办：清溪县大数据中心')}</p><p>${t('联系电话：')}0000-1234567&nbsp;&nbsp;${t('网站标识码：')}0000000001</p><p>${t('某ICP备')}00000000${t('号')}-1&nbsp;&nbsp;${t('某公网安备')} 00000000000000${t('号')}</p><p>${t('版权所有：清溪县人民政府　未经许可禁止转载')}</p></div>
</body>
</html>
`;
}

/** A news site. */
export function news(f: Filling): string {
  const { site = '云岭新闻网', charset = 'utf-8', published = '2021-11-13 08:12', source = '云岭日报' } = f;
  const t = f.script ?? ((s: string) => s);
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="${charset}">
<title>${f.title}-${t(site)}</title>
<meta name="keywords" content="${t('云岭,新闻,机关党建')}">
<meta property="og:title" content="${f.title}">
<style>.box{width:640px}</style>
</head>
<body>
<header><nav><ul><li><a href="/">${t('首页')}</a></li><li><a href="/yw">${t('要闻')}</a></li><li><a href="/sz">${t('时政')}</a></li><li><a href="/ms">${t('民生')}</a></li><li><a href="/pl">${t('评论')}</a></li><li><a href="/sp">${t('视频')}</a></li></ul></nav></header>
<div class="crumb"><a href="/">${t(site)}</a>&gt;&gt;<a href="/sz">${t('时政')}</a>&gt;&gt;<a href="/sz/djsp">${t('党建视频')}</a></div>
<article>
<h1>${f.title}</h1>
<div class="meta"><time>${published}</time> <span>${t('来源：')}<a>${t(source)}</a></span>${f.author ? ` <span>${t('记者：')}${t(f.author)}</span>` : ''} <span>${t('阅读')} ${f.views ?? 3506}</span></div>
<div class="text">
${paragraphs(f, '<p>　　')}
</div>
<p class="end">${t('（责任编辑：')}${t(f.editor ?? '林小满')}）</p>
</article>
<aside><h4>${t('热门推荐')}</h4><ol><li><a>${t('三月的云岭，从一树樱花说起')}</a></li><li><a>${t('全市首条智慧公交专线开通试运行')}</a></li><li><a>${t('这份防诈骗提示请收好')}</a></li></ol></aside>
<div class="comments">${t('网友评论仅供其表达个人看法，并不表明本网立场。')}<a>${t('查看全部评论')}(12)</a></div>
<footer>${t('关于我们 | 联系我们 | 广告服务 | 网站地图')}<br>${t('版权声明：凡本网注明“来源：云岭新闻网”的所有作品，版权均属于云岭新闻网，未经授权不得转载。')}<br>${t('投稿邮箱')}：tougao@yunling.example</footer>
</body>
</html>
`;
}

/** A content farm for model texts. */
export function farm(f: Filling & { lead?: string; junk?: string }): string {
  const { site = '好范文学习网', charset = 'utf-8', published = '2022-06-20 19:50:02' } = f;
  const t = f.script ?? ((s: string) => s);
  return `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>${f.title}-${t(site)}</title>
<meta name="description" content="${f.title}${t('，欢迎参考借鉴')}">
</head>
<body>
<div id="nav"><a href="/">${t('首页')}</a> <a href="/fw/">${t('范文大全')}</a> <a href="/zj/">${t('工作总结')}</a> <a href="/bg/">${t('调研报告')}</a> <a href="/dj/">${t('党建材料')}</a> <a href="/xd/">${t('心得体会')}</a></div>
<div class="weizhi">${t('当前位置:')}<a href="/">${t('首页')}</a> > <a href="/fw/">${t('范文大全')}</a> > <a href="/dj/">${t('党建材料')}</a> ></div>
<div class="main">
<h1>${f.title}</h1>
<div class="info">${t('时间：')}${published} ${t('浏览量：')}${f.views ?? ''}</div>
<div class="content">
${f.lead ? `<p>${f.lead}</p>\n` : ''}${paragraphs(f, '<p>　　')}
</div>
${f.junk ?? ''}
<div class="tags">${t('推荐访问：')}<a>${t('党建')}</a> <a>${t('工作总结')}</a> <a>${t('机关')}</a></div>
<div class="near">${t('上一篇：')}<a href="/dj/8811.html">${t('社区主任竞聘演讲稿(通用5篇)')}</a> ${t('下一篇：')}<a href="/dj/8813.html">${t('乡镇半年工作总结及下半年计划(汇总)')}</a></div>
<div class="list"><b>${t('相关文章')}</b><ul><li><a>${t('入党积极分子思想汇报3篇')}</a></li><li><a>${t('学校安全工作总结范文')}</a></li><li><a>${t('个人述职报告(精选7篇)')}</a></li></ul></div>
</div>
<div class="foot">Copyright © 2010-2022 ${t(site)} ${t('版权所有')} ${t('备案号：某ICP备')}00000001${t('号')} <br>${t('本站所有资料均来源于网友上传，若侵犯了您的权益，请与我们联系，我们将及时删除。')}</div>
</body>
</html>
`;
}

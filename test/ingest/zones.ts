/** Prints when pages were fetched and published, as they are read under the time zone of the environment. */
import { read } from './read.ts';

const HTML =
  '<html><meta name="PubDate" content="DATE"><h1>关于张贴水渠账本的通知</h1><p>各村渠长：今年的水渠账本请于月底前贴上墙。</p></html>';
const mhtml = (sent: string, told: string): string =>
  `From: <Saved>\r\nSnapshot-Content-Location: https://dukou.example/1\r\nSubject: x\r\nDate: ${sent}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${HTML.replace('DATE', told)}\r\n--b--\r\n`;

const found = [];
for (const [sent, told] of [
  ['Mon, 08 Mar 2021 09:15:00', '2021-03-07T15:30:00Z'],
  ['2021-03-08 09:15:00', ''],
  ['Mon, 08 Mar 2021 09:15:00 GMT', '2021-03-08 09:15'],
] as const) {
  const { pages } = await read(mhtml(sent, told), 'x.mhtml');
  found.push([pages[0]!.fetched, pages[0]!.meta.published ?? null]);
}
console.log(JSON.stringify(found));

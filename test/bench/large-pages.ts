/** Large pages of three kinds, each a function of its size. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const bodies = path.resolve(import.meta.dirname, '../../corpus/bodies');
const paragraphs = readdirSync(bodies)
  .filter((f) => f.endsWith('.txt'))
  .sort()
  .flatMap((f) => readFileSync(path.join(bodies, f), 'utf8').trimEnd().split('\n').slice(1))
  .filter((p) => p.length >= 60 && p.endsWith('。') && !/^[第一二三四五六七八九十（(]/u.test(p));

/**
 * The n-th paragraph of an endless text: those of the sample's bodies over and over, with another beginning and other figures each
 * time (an article that begins as one above it is a copy, and would be cut off).
 */
const paragraph = (n: number): string => {
  const text = paragraphs[(n * 7) % paragraphs.length]!.replace(/\d+/g, (d) => String((Number(d) + n) % 997));
  return `据${PLACES[n % 6]}台账${n}页所载，${text}`;
};

const TOPICS = ['沟渠疏浚', '档案管理', '消防安全', '志愿服务', '信访接待', '食堂卫生', '道路养护'];
const PLACES = ['石桥镇', '柳湾乡', '上塘街道', '新河村', '七里社区', '双井镇'];

export interface Large {
  name: string;
  file: string;
  /** The size at 16×, and what it counts. */
  size: number;
  unit: string;
  make(size: number): string;
}

export const LARGE: readonly Large[] = [
  {
    name: 'HTML page',
    file: 'x.html',
    size: 10_000_000,
    unit: 'bytes',
    make(size) {
      const out = ['<html><head><title>沟渠疏浚工作总结_石桥镇网</title></head><body><div class="content">'];
      let bytes = 200;
      // Lists of links, teasers and notes between the paragraphs, as on a page that a reader never leaves.
      for (let n = 0; bytes < size; n++) {
        const links = `<ul>${[1, 2, 3].map((k) => `<li><a href="/${n}-${k}.html">${TOPICS[(n + k) % 7]}动态</a></li>`).join('')}</ul>`;
        out.push(n % 8 ? `<p>${paragraph(n)}</p>` : `<div class="related">${links}</div>`);
        bytes += Buffer.byteLength(out.at(-1)!);
      }
      return `${out.join('\n')}</div><div class="footer">版权所有：石桥镇</div></body></html>`;
    },
  },
  {
    name: 'short lines',
    file: 'x.txt',
    size: 100_000,
    unit: 'lines',
    make: (size) =>
      Array.from({ length: size }, (_, n) =>
        n % 5
          ? `${PLACES[n % 6]}${TOPICS[n % 7]}${n}`
          : ['首页', '【字号：', '大', `${n}`, '来源：石桥镇'][(n / 5) % 5]!,
      ).join('\n'),
  },
  {
    name: 'aggregate',
    file: 'x.txt',
    size: 5_000,
    unit: 'articles',
    make: (size) =>
      Array.from({ length: size }, (_, n) => {
        const title = `第${n + 1}篇：${PLACES[n % 6]}${TOPICS[n % 7]}工作总结`;
        return [title, ...[0, 1, 2, 3].map((k) => paragraph(4 * n + k)), `（责任编辑：沈一鸣）`].join('\n');
      }).join('\n'),
  },
];

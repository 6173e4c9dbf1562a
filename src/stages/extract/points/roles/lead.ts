import type { Node } from '../tree.ts';
import { AGAINST, AHEAD, LEADS, type Purpose } from './lexicon.ts';

export interface Lead {
  purpose: Purpose;
  cue: string;
  weight: number;
}

/**
 * A sentence that speaks of a list says more than one that only happens to stand before it; it outweighs the section (3) with
 * the kind of the document (1.5), or the shortcomings behind a review of work would be read as work.
 */
const WEIGHT = { firm: 5, loose: 2 };

/** How far before its first item a list is led in. */
const LEAD_MAX = 70;

/** A sentence that ends in 。 leads a list in when it speaks of one; else it may only happen to stand before it. */
const ANNOUNCED =
  /采取[^,，。]{2,8}(?:措施|举措)|(?:不足|问题|短板|差距)[^,，。]{0,3}[也还][^,，。]{1,4}。$|^(?:当然|不过)[,，]|以下|如下|几[点条]|(?:清楚|明白|找到|找准)了?。$|方面|存在|表现|主要|具体|[一两二三四五六七八九十][大项个][一-鿿]{2,4}”?[。:：]$/;

const TELLING = /现(?:将|就|把)[^,，。:：]{2,30}[:：。]$/;

/** What the sentence before a row says it is a row of. */
export function leadOf(text: string, first: Node): Lead | null {
  const floor = first.parent ? first.parent.item.headEnd : 0;
  const from = Math.max(floor, first.item.start - LEAD_MAX);
  let piece = text.slice(from, first.item.start).trimEnd();
  // A line of its own (几点体会:) leads in by itself, however short.
  if (/[:：]$/.test(piece)) piece = piece.slice(piece.lastIndexOf('\n') + 1);
  const cut = Math.max(...[...'。?？\n'].map((c) => piece.lastIndexOf(c, piece.length - 2)));
  // 明年打算,: short, and says enough.
  if (cut >= 0 && (piece.length - cut > 8 || AHEAD.test(piece.slice(cut + 1)))) piece = piece.slice(cut + 1);
  if (!/[:：。;；,，?？]$/.test(piece) || (first.item.style === 'block' && !/[:：]$/.test(piece))) return null;
  // …取得了明显成效,现将工作情况汇报如下: what is told is the work, not what came before.
  piece = piece.slice(Math.max(0, piece.search(TELLING)));
  const best = lastLead(piece);
  const ahead = AHEAD.exec(piece.trimStart());
  if (ahead && /[,，:：]$/.test(piece)) return { purpose: 'plan', cue: ahead[0], weight: WEIGHT.firm };
  if (!best) return null;
  if (ahead) best.purpose = 'plan';
  if (best.purpose === 'problem' && AGAINST.test(piece.slice(0, best.at)) && !/[:：]$/.test(piece)) return null;
  // 主要预期目标是:…增长7%。 has said them: what follows is no row of goals.
  if (best.purpose === 'other' && /[0-9]/.test(piece.slice(best.end))) return null;
  const comma = /[,，;；]$/.test(piece);
  if (comma && piece.length - best.end > 3) return null;
  const firm = comma || /[:：?？]$/.test(piece) || ANNOUNCED.test(piece);
  // …取得了阶段性成果。一是…: in one paragraph the sentence ends in what it leads to.
  const told = !first.item.line && piece.length - best.end <= 1;
  if (!firm && !told && best.purpose === 'result') return null;
  return { purpose: best.purpose, cue: best.word, weight: firm ? WEIGHT.firm : WEIGHT.loose };
}

/** The word that leads in whose end is the last; of several that end there the first kind. */
function lastLead(piece: string): { purpose: Purpose; at: number; end: number; word: string } | null {
  let best: ReturnType<typeof lastLead> = null;
  for (const [purpose, re] of LEADS) {
    re.lastIndex = 0;
    for (let m = re.exec(piece); m; m = re.exec(piece))
      if (!best || re.lastIndex > best.end) best = { purpose, at: m.index, end: re.lastIndex, word: m[0] };
  }
  return best;
}

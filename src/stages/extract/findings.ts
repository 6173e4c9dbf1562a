import type { TimeBase } from '../../text/times-origins.ts';
import { figureConfidence, pointConfidence, sloganConfidence } from './confidence.ts';
import { bearings } from './figures/bearing.ts';
import { changesOf } from './figures/change/change.ts';
import { type Known, withMeasures } from './measures/index.ts';
import type { Place } from './measures/place.ts';
import { Sentences } from './sentences.ts';
import { canonicalMembers, conceptKey } from './slogans/canonical.ts';
import { membersPlaced } from './slogans/members/members-at.ts';
import type { Quote } from './slogans/quotes.ts';
import { variantsOf } from './slogans/variants.ts';
import type { Figure, FoundFigure, FoundPoint, FoundSlogan, MarkedPoint, Point, Slogan } from './types.ts';

/** What was read out of an article, each item with what a reader needs to check it. */
export interface Extraction {
  points: FoundPoint[];
  slogans: FoundSlogan[];
  figures: FoundFigure[];
}

/**
 * Adds to the items that were found what they say of themselves and how they can be checked: measures, bearings, canonical
 * members, the sentence as evidence, and how sure their rule is.
 */
export function completed(
  text: string,
  found: { points: readonly MarkedPoint[]; slogans: readonly Slogan[]; figures: readonly Figure[] },
  known: Known & { quotes: readonly Quote[]; bases: readonly TimeBase[] },
): Extraction {
  const sentences = new Sentences(text);
  const points = withMeasures(text, found.points, known).map(({ likely, ...p }) => ({
    ...p,
    evidence: headed(sentences, p),
    confidence: pointConfidence(likely),
  }));
  const variants = variantsOf(known.quotes, found.slogans);
  const slogans = found.slogans.map((s) => ({
    ...s,
    concept: conceptKey(s.text),
    expansionAt: membersPlaced(text, s),
    canonical: canonicalMembers(s.text),
    variants: variants.get(s.text) ?? [],
    evidence: sentences.around(s.mentions[0]!),
    confidence: sloganConfidence(s),
  }));
  const bearing = bearings(text, found.figures, points, known);
  const changes = changesOf(text, found.figures);
  const figures = found.figures.map((f, i) => ({
    ...f,
    actor: bearing[i]!.actor,
    interval: bearing[i]!.interval,
    under: bearing[i]!.under,
    change: changes[i]!,
    evidence: sentences.around(f),
    confidence: figureConfidence(f),
  }));
  return { points, slogans, figures };
}

/** From the marker to the end of the heading's sentence, as far as the point goes. */
function headed(sentences: Sentences, p: Point): Place {
  const { end } = sentences.around({ start: Math.max(p.headingStart, p.headingEnd - 1), end: p.headingEnd });
  return { start: p.start, end: Math.max(p.headingEnd, Math.min(end, p.end)) };
}

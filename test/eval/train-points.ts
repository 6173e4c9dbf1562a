/**
 * The part of `npm run train` for the roles of points: src/stages/extract/points/role-weights.json, and role-trust.json, which says how
 * far weights and rules are to be trusted. That is fitted on what the rules said of authors when they first saw them
 * (first-sight.json), with weights that were fitted without these authors.
 */
import { Linear, type LinearTable } from '../../src/stages/extract/linear.ts';
import { type Ruled, ruledOutline } from '../../src/stages/extract/points/index.ts';
import { RoleFeatures } from '../../src/stages/extract/points/role-features.ts';
import { ROLES, roleBy, rolesOf } from '../../src/stages/extract/points/role-weights.ts';
import { fused, type Trust } from '../../src/stages/extract/trust.ts';
import type { MarkedPoint, Role } from '../../src/stages/extract/types.ts';
import { type Example, fit } from './logistic.ts';
import { firstSight, fitTrust, reportTrust, type Stranger, withoutAuthors } from './trust.ts';

export interface Outlined {
  /** File name of the annotation; '' of a case of the tests. */
  name: string;
  author: string;
  text: string;
  title: string | null;
  points: { heading: string; role: Role }[];
}

/** A point that is annotated; `seen` what rules said of it at first sight, where that is known. */
type Judged = Example & { author: string; seen: Role | null };

/**
 * The options did best on authors who were left out (decay .001 to .03, rare 2 and 3, slight 3 to 15: up to 8 nothing is lost, at 15
 * three points in a hundred).
 */
const OPTIONS = { decay: 0.003, rare: 3, slight: 8, epochs: 12 };
const bare = (s: string): string => s.normalize('NFKC').replace(/[\s“”"'‘’《》]/gu, '');

function examplesOf({ name, author, text, title, points }: Outlined): Judged[] {
  const { nodes } = ruledOutline(text, { title });
  const features = new RoleFeatures(text, title, nodes);
  const seenAt = firstSight('points', name);
  // A page that lost its headline was not shown to the rules so.
  const pool = Map.groupBy(points.keys(), (i) => bare(points[i]!.heading));
  return nodes.flatMap((n) => {
    const i = pool.get(bare(text.slice(n.item.headStart, n.item.headEnd)))?.shift();
    if (i === undefined) return [];
    const seen = title === null ? null : (seenAt(i) as Role | null);
    return [{ author, label: points[i]!.role, seen, features: [...features.document, ...features.of(n)] }];
  });
}

export interface PointModel {
  model: Linear<Role>;
  trust: Trust;
}

const fitted = (examples: readonly Judged[]): LinearTable => fit(examples, ROLES, OPTIONS);

export interface TrainedPoints {
  table: LinearTable;
  trust: Trust;
  /** What an author's articles are to be judged by: fitted without them. */
  without: (author: string) => PointModel;
}

/** Fits both, and models for each group of authors without it. */
export function trainPoints(articles: readonly Outlined[], quiet: boolean): TrainedPoints {
  const examples = articles.flatMap(examplesOf);
  const modelOf = withoutAuthors(
    articles.map((a) => a.author),
    examples,
    (some) => new Linear<Role>(fitted(some)),
  );
  const strangers = examples.flatMap(({ author, seen, label, features }): Stranger<Role>[] => {
    if (!seen) return [];
    const model = modelOf(author);
    return [{ author, label: label as Role, ruled: seen, said: [seen], logs: model.logs(model.sums(features)) }];
  });
  const trust = fitTrust(strangers, ROLES);
  if (!quiet) reportTrust('roles of points', strangers, ROLES, (s, by) => roleBy(fused(s.logs, s.said, by), s.ruled));
  return { table: fitted(examples), trust, without: (author) => ({ model: modelOf(author), trust }) };
}

/** The outline as a model has it that was not fitted on the article: what figures are judged with. */
export function outlineBy(
  { model, trust }: PointModel,
  text: string,
  title: string | null,
  ruled: Ruled,
): MarkedPoint[] {
  const { nodes, decisions } = ruled;
  const features = new RoleFeatures(text, title, nodes);
  const document = model.sums(features.document);
  const logs = nodes.map((n) => model.logs(model.sums(features.of(n), document)));
  const roles = rolesOf(nodes, decisions, logs, trust);
  const ids = new Map(nodes.map((n, i) => [n, `p${i + 1}`]));
  return nodes.map((n, i) => {
    const { item } = n;
    const place = { start: item.start, end: n.end, headingStart: item.headStart, headingEnd: item.headEnd };
    const parent = n.parent ? ids.get(n.parent)! : null;
    const heading = text.slice(item.headStart, item.headEnd);
    return {
      ...place,
      id: ids.get(n)!,
      number: item.number,
      heading,
      parent,
      role: roles[i]!,
      cue: decisions[i]!.cue,
      rule: item.style,
    };
  });
}

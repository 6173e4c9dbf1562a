import { bisect } from '../../../text/bisect.ts';
import type { Point } from '../types.ts';

/** What a section is about: what was, goals and plans, or what they build on. */
type Kind = 'told' | 'plan' | 'ground' | null;

/** The points of an article, for what stands in them. */
export class Outline {
  readonly #points: readonly Point[];
  readonly #byId: Map<string, Point>;
  readonly #kinds = new Map<Point | null, Kind>();

  constructor(points: readonly Point[]) {
    this.#points = [...points].sort((a, b) => a.start - b.start);
    this.#byId = new Map(points.map((p) => [p.id, p]));
  }

  /** The innermost point at an offset: the last that has begun, or one that it stands in. */
  at(offset: number): Point | null {
    let point: Point | undefined = this.#points[bisect(this.#points, (p) => p.start > offset) - 1];
    for (let depth = 0; point && point.end <= offset && depth < 12; depth++) {
      point = point.parent === null ? undefined : this.#byId.get(point.parent);
    }
    return point ?? null;
  }

  /** What the nearest heading that says so, from the point upwards, names: what was, or goals and plans. */
  kind(point: Point | null): Kind {
    let kind = this.#kinds.get(point);
    if (kind === undefined) {
      kind = this.#kindOf(point);
      this.#kinds.set(point, kind);
    }
    return kind;
  }

  #kindOf(point: Point | null): Kind {
    let at: Point | undefined = point ?? undefined;
    for (let depth = 0; at && depth < 12; depth++) {
      if (GROUND.test(at.heading)) return 'ground';
      if (TOLD.test(at.heading)) return 'told';
      if (PLANNED.test(at.heading)) return 'plan';
      at = at.parent === null ? undefined : this.#byId.get(at.parent);
    }
    return null;
  }
}

/** Headings of the sections of an order that tell what it builds on. */
const GROUND = /^(?:工作|现有|试点|前期)?(?:基础|背景|概况|现状|基本情况|开展情况|进展情况|回顾)$/u;

/** 成效与体会: a section of lessons that begins with what was reached. */
export const REACHED = /^[^，,]{0,8}(?:成效|成绩|成果)(?:[与及和、][^，,]{1,6})?$/u;

/** Headings of sections that tell what was, and of those that tell what shall be. */
const TOLD = /回顾|总结|完成情况|开展情况|落实情况|执行情况|成效|成绩|成果|做法|以来/u;
const PLANNED =
  /(?:目标|打算|安排|思路|下一步|今后|展望|(?:20[0-9]{2}|明)年(?:的)?(?:重点)?(?:工作|任务)|工作计划|重点(?:工作|任务)$)/u;

import type { FieldModel } from "../entity-model";
import type { AggregateRequest, GroupCondition } from "./aggregate-request";
import { compareStored, fieldCell, merged, type Cell } from "./cell";
import type { Disclosed } from "./controlled-figures";
import { compare, exact } from "./exact";
import type { Figure } from "./figure";
import { figureOf } from "./figure-of";
import type { Measure } from "./measure";

/** One group as it is answered: its keys, and its figures by the name of their measure. */
export interface AnsweredGroup {
  readonly keys: readonly (string | null)[];
  readonly figures: ReadonlyMap<string, Figure>;
}

/** The answer to a grouped question: groups, what they leave out, and everything together. */
export interface AnsweredAggregate {
  readonly groups: readonly AnsweredGroup[];
  readonly hasMore: boolean;
  /** Null when the groups are all there is. */
  readonly remainder: AnsweredGroup | null;
  readonly total: AnsweredGroup;
}

interface Shown {
  readonly place: number;
  readonly group: AnsweredGroup;
}

/**
 * Which groups are shown, in which order, and what is left. All of it is decided by what is shown:
 * a figure that is kept back meets no condition and stands in no order.
 */
export class Arrangement {
  constructor(
    private readonly request: AggregateRequest,
    private readonly measures: readonly Measure[],
    private readonly fields: readonly FieldModel[],
    /** By name of the fields that are held for aggregates only; `id` for the rows themselves. */
    private readonly kept: ReadonlyMap<string, Disclosed>,
  ) {}

  of(read: readonly Cell[], readTotal: Cell): AnsweredAggregate {
    const { first, having } = this.request;
    const cells = read.map((cell, place) => this.controlled(cell, [place]));
    const all = cells
      .map((cell, place): Shown => ({ place, group: this.group(cell, (of) => of.isTold[place]) }))
      // A group of rows that may not be counted would tell by being there that there are some.
      .filter(({ place }) => this.kept.get("id")?.isTold[place] ?? true)
      .filter(({ group }) => having.every((condition) => meets(group, condition)))
      .sort((a, b) => this.compare(a.group, b.group));
    const shown = all.slice(0, first);
    const total = this.controlled(readTotal, [...cells.keys()]);
    return {
      groups: shown.map(({ group }) => group),
      hasMore: all.length > first,
      remainder: this.remainder(cells, new Set(shown.map(({ place }) => place))),
      total: this.group(total, (of) => of.isTotalTold),
    };
  }

  /** A cell with what controlled fields amount to in the rows they were judged by. */
  private controlled(cell: Cell, places: readonly number[]): Cell {
    if (this.kept.size === 0) return cell;
    const fields = new Map(cell.fields);
    let { rows } = cell;
    for (const [name, of] of this.kept) {
      const parts = places.map((place) => ({
        keys: [],
        rows: 0,
        fields: new Map([[name, of.cells[place] ?? fieldCell(cell, name)]]),
      }));
      const field = this.measures.find((measure) => measure.field.name === name)?.field;
      const together = fieldCell(merged(parts, field ? [field] : []), name);
      if (name === "id") rows = together.present;
      else fields.set(name, together);
    }
    return { ...cell, rows, fields };
  }

  private group(cell: Cell, isTold: (of: Disclosed) => boolean | undefined): AnsweredGroup {
    return { keys: cell.keys, figures: this.figures(() => cell, isTold) };
  }

  /**
   * What the figures of the groups leave out of the total: groups that are not shown, and of each
   * controlled field those that are shown without its figures.
   */
  private remainder(cells: readonly Cell[], shown: ReadonlySet<number>): AnsweredGroup | null {
    const leftBy = (of: Disclosed | undefined): number[] =>
      [...cells.keys()].filter((place) => !shown.has(place) || of?.isTold[place] === false);
    const anyLeft = [undefined, ...this.kept.values()].some((of) => leftBy(of).length > 0);
    if (!anyLeft) return null;
    const together = (measure: Measure): Cell => {
      const left = leftBy(this.kept.get(measure.field.name)).map((place) => cells[place]);
      return merged(
        left.filter((cell) => cell !== undefined),
        this.fields,
      );
    };
    const figures = this.figures(
      together,
      (of) => of.isTotalTold || leftBy(of).every((place) => of.isTold[place]),
    );
    return { keys: [], figures };
  }

  private figures(
    cellFor: (measure: Measure) => Cell,
    isTold: (of: Disclosed) => boolean | undefined,
  ): ReadonlyMap<string, Figure> {
    return new Map(
      this.measures.map((measure) => {
        const of = this.kept.get(measure.field.name);
        const reason = of && isTold(of) !== true ? of.reason : null;
        return [measure.name, figureOf(cellFor(measure), measure, reason, of !== undefined)];
      }),
    );
  }

  private compare(a: AnsweredGroup, b: AnsweredGroup): number {
    for (const { by, direction } of this.request.order) {
      const difference =
        typeof by === "number"
          ? compareKeys(a.keys[by] ?? null, b.keys[by] ?? null)
          : compareFigures(by, a.figures.get(by.name), b.figures.get(by.name));
      if (difference !== 0) return direction === "ASC" ? difference : -difference;
    }
    for (const [n, key] of a.keys.entries()) {
      const difference = compareKeys(key, b.keys[n] ?? null);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/** Without a value first, as in the database. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareFigures(by: Measure, a: Figure | undefined, b: Figure | undefined): number {
  const [left, right] = [a?.value ?? null, b?.value ?? null];
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (by.kind === "min" || by.kind === "max")
    return compareStored(by.field, String(left), String(right));
  return compare(exact(String(left)), exact(String(right)));
}

/** A figure that is not there meets no condition. */
function meets({ figures }: AnsweredGroup, { measure, bounds }: GroupCondition): boolean {
  const value = figures.get(measure.name)?.value ?? null;
  if (value === null) return false;
  const stands = (bound: string): number => compare(exact(String(value)), exact(bound));
  const { eq, gt, gte, lt, lte } = bounds;
  return (
    (eq == null || stands(eq) === 0) &&
    (gt == null || stands(gt) > 0) &&
    (gte == null || stands(gte) >= 0) &&
    (lt == null || stands(lt) < 0) &&
    (lte == null || stands(lte) <= 0)
  );
}

import { HubError } from "../../error/hub-error";
import type { FieldModel } from "../entity-model";
import type { AggregateRequest } from "./aggregate-request";
import { groupedSql, type FieldUse } from "./aggregate-sql";
import { Arrangement, type AnsweredAggregate } from "./arrangement";
import { merged, storedText, type Cell, type FieldCell } from "./cell";
import {
  controlledFields,
  disclosed,
  type Disclosed,
  type DisclosureContext,
} from "./controlled-figures";
import { exact, zero } from "./exact";
import { figureLimits } from "./figure-limits";
import type { Measure } from "./measure";

/**
 * Computes the figures of all groups in one statement, and those of fields that are held for
 * aggregates only from the rows they are judged by. Conditions and order come last: of a figure
 * that is kept back they know nothing.
 */
export async function aggregate(
  context: DisclosureContext,
  request: AggregateRequest,
  measures: readonly Measure[],
): Promise<AnsweredAggregate> {
  const { scope, run } = context;
  const uses = usesOf(measures);
  const limit = figureLimits.groupsMax;
  const rows = await run(groupedSql(scope, request.keys, uses, limit + 1));
  if (rows.length > limit) throw new HubError("TOO_MANY_GROUPS", { limit });
  const fields = [...uses.keys()];
  const cells = rows.map((row) => cellOf(row, request.keys.length, fields));
  const total = await totalOf(context, request, uses, cells, measures);
  const kept = new Map<string, Disclosed>();
  for (const field of controlledFields(scope.model, measures, scope.caller.rights))
    kept.set(field.name, await disclosed(context, request, cells, field));
  return new Arrangement(request, measures, fields, kept).of(cells, total);
}

/** Distinct values do not add up: where they are wanted, everything is asked for once more. */
async function totalOf(
  { scope, run }: DisclosureContext,
  { keys }: AggregateRequest,
  uses: ReadonlyMap<FieldModel, FieldUse>,
  cells: readonly Cell[],
  measures: readonly Measure[],
): Promise<Cell> {
  const fields = [...uses.keys()];
  if (keys.length === 0 || !measures.some(({ kind }) => kind === "countDistinct"))
    return merged(cells, fields);
  const [row] = await run(groupedSql(scope, [], uses, 1));
  return cellOf(row ?? {}, 0, fields);
}

const useOf: Partial<Record<Measure["kind"], "sum" | "ends" | "distinct">> = {
  sum: "sum",
  avg: "sum",
  min: "ends",
  max: "ends",
  countDistinct: "distinct",
};

function usesOf(measures: readonly Measure[]): Map<FieldModel, Set<"sum" | "ends" | "distinct">> {
  const uses = new Map<FieldModel, Set<"sum" | "ends" | "distinct">>();
  for (const { kind, field } of measures) {
    const use = useOf[kind];
    if (use) uses.set(field, (uses.get(field) ?? new Set()).add(use));
  }
  return uses;
}

function cellOf(row: Record<string, unknown>, keys: number, fields: readonly FieldModel[]): Cell {
  const text = (name: string): string | null => storedText(row[name]);
  const of = new Map(
    fields.map((field, n): [string, FieldCell] => {
      const [sum, distinct] = [text(`sum${String(n)}`), text(`distinct${String(n)}`)];
      return [
        field.name,
        {
          present: Number(text(`present${String(n)}`) ?? 0),
          sum: sum === null ? zero : exact(sum),
          min: text(`min${String(n)}`),
          max: text(`max${String(n)}`),
          distinct: distinct === null ? 0 : Number(distinct),
        },
      ];
    }),
  );
  return {
    keys: Array.from({ length: keys }, (_, n) => text(`key${String(n)}`)),
    rows: Number(text("total") ?? 0),
    fields: of,
  };
}

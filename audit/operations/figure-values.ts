import { modelNamed, type EntityModel } from "../../src/query/entity-model";
import { groupFieldsOf } from "../../src/query/figures/group-field";
import { stepsOf } from "../../src/query/figures/group-step";
import { measuresOf } from "../../src/query/figures/measure";
import type { FilterSources } from "./filter-values";
import type { MakeObject } from "./value-generator";

/** Groups of one question that are remembered, so that its order can name them. */
const rememberedMax = 2;
const bounds = ["eq", "gt", "gte", "gte", "lt", "lte"];

/**
 * Groups, their conditions and their order, of fields that are likely to be allowed and steps that
 * the fields have: figures are then computed over rows rather than refused.
 */
export function figureMaker(sources: FilterSources): MakeObject {
  const maker = new FigureMaker(sources);
  return ({ name }) => {
    const [, entity = "", kind = ""] = /^(\w+?)(GroupKey|Having|GroupOrder)$/.exec(name) ?? [];
    const model = modelNamed(entity);
    return model ? maker.object(model, kind) : null;
  };
}

class FigureMaker {
  private groups: string[] = [];

  constructor(private readonly from: FilterSources) {}

  object(model: EntityModel, kind: string): Record<string, unknown> {
    if (kind === "GroupKey") return this.groupKey(model);
    return kind === "Having" ? this.having(model) : this.order(model);
  }

  private groupKey(model: EntityModel): Record<string, unknown> {
    const { random, knowledge } = this.from;
    const fields = [...groupFieldsOf(model)].filter(([name]) =>
      knowledge.allows(`${model.name}GroupField.${name}`, "GROUP"),
    );
    if (fields.length === 0) return { field: "ID" };
    const [field, { field: of }] = random.pick(fields);
    this.groups = [...this.groups, field].slice(-rememberedMax);
    const steps = stepsOf(of);
    return steps.length > 0 && random.chance(0.7) ? { field, by: random.pick(steps) } : { field };
  }

  private having(model: EntityModel): Record<string, unknown> {
    const { pool, random } = this.from;
    const figure = random.pick(this.figures(model, true));
    const { kind, field } = measuresOf(model).get(figure) ?? {};
    const isCount = kind === "count" || kind === "countDistinct";
    const known = isCount ? undefined : pool.ofEntity(model.name, field?.name ?? "");
    return { figure, [random.pick(bounds)]: String(known ?? random.below(9)) };
  }

  private order(model: EntityModel): Record<string, unknown> {
    const { random } = this.from;
    const direction = random.pick(["ASC", "DESC"]);
    const field = this.groups.findLast((name) => groupFieldsOf(model).has(name));
    if (field !== undefined && random.chance(0.3)) return { field, direction };
    return { figure: random.pick(this.figures(model, false)), direction };
  }

  private figures(model: EntityModel, isBounded: boolean): string[] {
    const { knowledge } = this.from;
    const names = [...measuresOf(model)].flatMap(([name, { kind, field }]) => {
      const at = `${model.name}Figure.${name}`;
      const isNumber = kind === "countDistinct" || !["day", "instant"].includes(field.kind);
      const isWanted = knowledge.allows(at, "AGGREGATE") && !knowledge.isLeftOut(at);
      return isWanted && (isNumber || !isBounded) ? [name] : [];
    });
    return names.length > 0 ? names : ["COUNT"];
  }
}

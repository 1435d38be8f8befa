import {
  Kind,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { HubError } from "../error/hub-error";
import { modelNamed } from "../query/entity-model";
import { lookedThrough } from "../query/filter/looked-through";
import { pageSizeDefault } from "../query/page";
import type { TableSizes } from "../query/table-sizes";
import { listedModel } from "./listed-model";

/** Units one operation may cost; a unit is one row read and answered. */
export const costMax = 50_000;
/** Rows the database counts or sums in the time of one unit. */
const scannedPerUnit = 50;
/** Rows it looks through for a condition or an order that no index serves. */
const filteredPerUnit = 500;
/** Rows whose text it searches. */
const searchedPerUnit = 25;
/** What every operation costs, whatever it asks. */
const baseCost = 1;

/** What an operation may cost at most. */
export interface OperationCost {
  readonly units: number;
  /** The units that are rows of the answer: fewer may come. */
  readonly rowUnits: number;
  /** Where the most units go. */
  readonly dearest: { readonly place: string; readonly units: number };
}

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation costs at most, from its page sizes (`first` × children, but no more rows than
 * the table has) and from what it has the database look through (`extensions.scans`, `totalCount`).
 * Runs on documents that passed the limits of documents, so the walk is bounded.
 */
export function operationCost(asked: Asked, sizes: Sizes): OperationCost {
  const count = new CostCount(asked, sizes);
  const root = asked.schema.getRootType(asked.operation.operation);
  if (root) count.selection(root, asked.operation.selectionSet, { times: 1, path: "" });
  return count;
}

/** Refuses what costs more than one operation may; says where and what to reduce. */
export function checkCost({ units, dearest }: OperationCost): void {
  if (units <= costMax) return;
  const { place, units: part } = dearest;
  throw new HubError("DOCUMENT_TOO_EXPENSIVE", { cost: units, limit: costMax, place, part });
}

/** How large tables are, about. */
type Sizes = Pick<TableSizes, "of">;

/** Where a field stands, and how often at most. */
interface Place {
  readonly times: number;
  readonly path: string;
  /** The table whose rows are listed here, when they are all of the caller's. */
  readonly listed?: string | undefined;
}

class CostCount implements OperationCost {
  units = baseCost;
  rowUnits = 0;
  dearest = { place: "", units: 0 };
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly asked: Asked,
    private readonly sizes: Sizes,
  ) {
    this.fragments = new Map(
      asked.document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    );
  }

  selection(type: GraphQLNamedType, set: SelectionSetNode, at: Place): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        this.field(type, node, at);
        continue;
      }
      const fragment =
        node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
      const condition = fragment?.typeCondition?.name.value;
      const inner = condition ? this.asked.schema.getType(condition) : type;
      if (fragment && inner) this.selection(inner, fragment.selectionSet, at);
    }
  }

  private field(type: GraphQLNamedType, node: FieldNode, at: Place): void {
    const name = node.name.value;
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const field = type.getFields()[name];
    if (!field) return;
    const path = at.path ? `${at.path}.${name}` : name;
    for (const table of scannedBy(field.extensions["scans"]))
      this.scan(table, scannedPerUnit, path, at.times);
    if (name === "totalCount" && at.listed) this.scan(at.listed, scannedPerUnit, path);
    const target = getNamedType(field.type);
    if (at.path === "") this.conditions(field, node, path);
    const listed = listedModel(target.name);
    const isPaged = listed !== undefined && field.args.some((arg) => arg.name === "first");
    let { times } = at;
    if (isPaged) {
      const rows = times * pageSizeOf(node, this.asked.variables);
      times = Math.min(rows, this.sizes.of(listed.table));
      this.add(times, path);
      this.rowUnits += times;
    }
    if (!node.selectionSet) return;
    const isRoot = at.path === "";
    const inner = { times, path, listed: isPaged && isRoot ? listed.table : undefined };
    this.selection(target, node.selectionSet, inner);
  }

  /** What a root list or figure is asked by: below, only the children of some rows are looked at. */
  private conditions(field: GraphQLField<unknown, unknown>, node: FieldNode, path: string): void {
    const model = modelNamed(getNamedType(field.type).name.replace(/(Connection|Aggregate)$/, ""));
    const names = new Set((node.arguments ?? []).map((argument) => argument.name.value));
    if (!model || !(names.has("where") || names.has("orderBy"))) return;
    const { where } = getArgumentValues(field, node, this.asked.variables);
    if (names.has("orderBy")) this.scan(model.table, filteredPerUnit, path);
    for (const { table, isSearched } of lookedThrough(model, where))
      this.scan(table, isSearched ? searchedPerUnit : filteredPerUnit, path);
  }

  private scan(table: string, perUnit: number, path: string, times = 1): void {
    this.add(Math.ceil((this.sizes.of(table) / perUnit) * times), path);
  }

  private add(units: number, place: string): void {
    this.units += units;
    if (units > this.dearest.units) this.dearest = { place, units };
  }
}

/** Tables a field has the database look through: `extensions.scans`, names of entities. */
function scannedBy(declared: unknown): string[] {
  if (declared === undefined) return [];
  if (!Array.isArray(declared)) throw new Error("extensions.scans is a list of entity names");
  return declared.map((name: unknown) => {
    const model = typeof name === "string" ? modelNamed(name) : undefined;
    if (!model) throw new Error(`extensions.scans names no entity: ${String(name)}`);
    return model.table;
  });
}

function pageSizeOf(node: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  for (const { name, value } of node.arguments ?? []) {
    if (name.value !== "first" && name.value !== "last") continue;
    const given =
      value.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value.kind === Kind.INT
          ? Number(value.value)
          : null;
    if (typeof given === "number" && given >= 0) return given;
  }
  return pageSizeDefault;
}

import {
  Kind,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { HubError } from "../error/hub-error";
import { modelNamed } from "../query/entity-model";
import { pageSizeDefault } from "../query/page";
import type { TableSizes } from "../query/table-sizes";

/** Units one operation may cost; a unit is one row read and answered. */
export const costMax = 50_000;
/** Rows the database looks at, for a count, a sum or a condition, in the time of one unit. */
const scannedPerUnit = 50;
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
export function operationCost(asked: Asked, sizes: TableSizes): OperationCost {
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
    private readonly sizes: TableSizes,
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
    for (const table of scannedBy(field.extensions["scans"])) this.scan(table, at.times, path);
    if (name === "totalCount" && at.listed) this.scan(at.listed, 1, path);
    const target = getNamedType(field.type);
    const listed = modelNamed(target.name.replace(/Connection$/, ""));
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

  private scan(table: string, times: number, path: string): void {
    this.add(Math.ceil((this.sizes.of(table) / scannedPerUnit) * times), path);
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

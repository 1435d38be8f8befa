import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import type { Delivery } from "../access/log/delivery";
import type { ExecutionRequest } from "../graph/executor";
import { rootFields, selectionOf } from "../graph/root-fields";
import { modelNamed } from "../query/entity-model";
import { selectedFields, type SelectionContext } from "../query/selection";

/** How an answer is counted. */
export interface AnswerCount {
  schema: GraphQLSchema;
  delivery: Delivery;
  /** True where no read engine counts the rows of entities: at a gateway. */
  withEntities: boolean;
}

/**
 * Counts the values of an answer that no read engine counts: figures, receipts, outcomes of grants.
 * Rows of entities are skipped unless they were read elsewhere.
 */
export function countAnswer(
  count: AnswerCount,
  request: ExecutionRequest,
  data: Readonly<Record<string, unknown>>,
): void {
  const { schema, withEntities } = count;
  const root = schema.getRootType(request.operation.operation);
  if (!root) return;
  const context = selectionOf(schema, request);
  const counter = new AnswerCounter(count, context);
  for (const [key, nodes] of rootFields(schema, request, context)) {
    const name = nodes[0]?.name.value ?? "";
    const field = root.getFields()[name];
    // What begins so asks about the schema, or is asked by a gateway for rows.
    if (!field || name.startsWith("_")) continue;
    const type = getNamedType(field.type).name;
    if (!withEntities && modelNamed(type.replace(/Connection$/, ""))) continue;
    counter.values(`${root.name}.${name}`, field.type, [data[key]], nodes);
  }
}

type AnsweredRow = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is AnsweredRow {
  return typeof value === "object" && value !== null;
}

class AnswerCounter {
  constructor(
    private readonly count: AnswerCount,
    private readonly context: SelectionContext,
  ) {}

  /** Values of one field, all at once: nothing is done per cell. */
  values(
    coordinate: string,
    type: GraphQLOutputType,
    values: readonly unknown[],
    nodes: readonly FieldNode[],
  ): void {
    const named = getNamedType(type);
    if (isLeafType(named)) {
      this.count.delivery.count(coordinate, values.length);
      return;
    }
    const rows = values.flat().filter(isRow);
    for (const [object, own] of this.byType(named, rows, nodes)) this.objects(object, own, nodes);
  }

  private objects(
    type: GraphQLObjectType,
    rows: readonly AnsweredRow[],
    nodes: readonly FieldNode[],
  ): void {
    // Where a page is says nothing of the data on it.
    if (type.name === "PageInfo") return;
    if (!this.count.withEntities && modelNamed(type.name)) return;
    const fields = type.getFields();
    for (const [key, selected] of selectedFields(this.context, type.name, nodes)) {
      const name = selected[0]?.name.value ?? "";
      const field = fields[name];
      if (!field || (name === "cursor" && type.name.endsWith("Edge"))) continue;
      const coordinate = `${type.name}.${name}`;
      if (isLeafType(getNamedType(field.type))) this.count.delivery.count(coordinate, rows.length);
      else
        this.values(
          coordinate,
          field.type,
          rows.map((row) => row[key]),
          selected,
        );
    }
  }

  private byType(
    type: GraphQLNamedType,
    rows: readonly AnsweredRow[],
    nodes: readonly FieldNode[],
  ): ReadonlyMap<GraphQLObjectType, readonly AnsweredRow[]> {
    const byType = new Map<GraphQLObjectType, AnsweredRow[]>();
    if (rows.length === 0) return byType;
    if (isObjectType(type)) return byType.set(type, [...rows]);
    if (!isAbstractType(type)) return byType;
    for (const row of rows) {
      const member = this.member(type, row, nodes);
      if (member) byType.set(member, [...(byType.get(member) ?? []), row]);
    }
    return byType;
  }

  /** An answer need not name the type of an object; that what was selected is there tells it. */
  private member(
    type: Parameters<GraphQLSchema["getPossibleTypes"]>[0],
    row: AnsweredRow,
    nodes: readonly FieldNode[],
  ): GraphQLObjectType | undefined {
    const answered = Object.keys(row).join();
    return this.count.schema
      .getPossibleTypes(type)
      .find(
        ({ name }) => [...selectedFields(this.context, name, nodes).keys()].join() === answered,
      );
  }
}

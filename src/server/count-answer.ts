import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  type FieldNode,
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
    counter.value(`${root.name}.${name}`, field.type, data[key], nodes);
  }
}

class AnswerCounter {
  constructor(
    private readonly count: AnswerCount,
    private readonly context: SelectionContext,
  ) {}

  value(
    coordinate: string,
    type: GraphQLOutputType,
    value: unknown,
    nodes: readonly FieldNode[],
  ): void {
    const named = getNamedType(type);
    if (isLeafType(named)) {
      this.count.delivery.count(coordinate, 1);
      return;
    }
    if (value === null || value === undefined) return;
    if (isListType(getNullableType(type))) {
      const items = value as readonly unknown[];
      for (const item of items) this.value(coordinate, named, item, nodes);
      return;
    }
    const row = value as Readonly<Record<string, unknown>>;
    const object = isObjectType(named)
      ? named
      : isAbstractType(named) && this.member(named, row, nodes);
    if (object) this.object(object, row, nodes);
  }

  private object(
    type: GraphQLObjectType,
    row: Readonly<Record<string, unknown>>,
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
      this.value(`${type.name}.${name}`, field.type, row[key], selected);
    }
  }

  /** An answer need not name the type of an object; that what was selected is there tells it. */
  private member(
    type: Parameters<GraphQLSchema["getPossibleTypes"]>[0],
    row: Readonly<Record<string, unknown>>,
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

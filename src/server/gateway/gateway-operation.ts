import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import type { ExecutionRequest } from "../../graph/executor";
import { selectedFields, type Selected, type SelectionContext } from "../../query/selection";

/** Before every alias on its way to the gateway. No field name begins with it. */
const aliasMark = "_a_";
const typeName = "__typename";

/** An operation as the gateway is given it, and the way back from its answer. */
export interface GatewayOperation {
  document: DocumentNode;
  /** The data as the caller asked for it: its names, its order, nothing else. */
  project: (data: Record<string, unknown>) => Record<string, unknown>;
  /** The caller's name of a root field. */
  rootKey: (sent: string | number) => string;
}

interface PlannedField {
  key: string;
  sent: string;
  name: string;
  node: FieldNode;
  /** What is selected below: of one type for an object, of several for a union; null: a value. */
  below: readonly PlannedType[] | null;
}

interface PlannedType {
  type: string;
  fields: readonly PlannedField[];
}

/**
 * Rewrites an operation for the gateway, as some of what GraphQL allows makes it ask nonsense or
 * join wrong rows: an alias that is the name of a key or of another field (`id: name`), a selection
 * of nothing but `__typename` in a fragment, a field skipped until nothing is left. It is given
 * plain fields without fragments and conditions, with marked aliases, and `__typename` everywhere.
 */
export function gatewayOperation(
  schema: GraphQLSchema,
  request: ExecutionRequest,
  roots: Selected,
  context: SelectionContext,
): GatewayOperation {
  const { document, operation } = request;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`no ${operation.operation} type`);
  const planner = new Planner(schema, context);
  const fields = planner.fields(root, roots);
  const keys = new Map(fields.map(({ sent, key }) => [sent, key]));
  return {
    document: sentDocument(document, operation, fields),
    project: (data) => projected(data, root.name, fields),
    rootKey: (sent) => keys.get(String(sent)) ?? String(sent),
  };
}

class Planner {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly context: SelectionContext,
  ) {}

  fields(type: GraphQLNamedType, selected: Selected): PlannedField[] {
    const definitions = isObjectType(type) ? type.getFields() : {};
    return [...selected].flatMap(([key, nodes]) => {
      const node = nodes[0];
      if (!node) return [];
      const name = node.name.value;
      const field = definitions[name];
      const target = field ? getNamedType(field.type) : undefined;
      const sent = key === name ? name : `${aliasMark}${key}`;
      return [{ key, sent, name, node, below: target ? this.below(target, nodes) : null }];
    });
  }

  private below(target: GraphQLNamedType, nodes: readonly FieldNode[]): PlannedField["below"] {
    if (!isCompositeType(target)) return null;
    const types = isAbstractType(target) ? this.schema.getPossibleTypes(target) : [target];
    return types.map((type) => ({
      type: type.name,
      fields: this.fields(type, selectedFields(this.context, type.name, nodes)),
    }));
  }
}

function sentDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fields: readonly PlannedField[],
): DocumentNode {
  const selections = sentFields(fields);
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  const sent = { ...operation, directives: [], selectionSet };
  return { ...document, definitions: [sent] };
}

function sentFields(fields: readonly PlannedField[]): FieldNode[] {
  return fields
    .filter(({ name }) => name !== typeName)
    .map(({ sent, name, node, below }) => ({
      kind: Kind.FIELD,
      name: node.name,
      ...(sent === name ? {} : { alias: { kind: Kind.NAME, value: sent } }),
      ...(node.arguments ? { arguments: node.arguments } : {}),
      ...(below
        ? { selectionSet: { kind: Kind.SELECTION_SET, selections: sentBelow(below) } }
        : {}),
    }));
}

function sentBelow(below: NonNullable<PlannedField["below"]>): SelectionNode[] {
  const name: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: typeName } };
  const [first] = below;
  if (first && below.length === 1) return [name, ...sentFields(first.fields)];
  const parts = below.map(({ type, fields }) => ({
    kind: Kind.INLINE_FRAGMENT as const,
    typeCondition: {
      kind: Kind.NAMED_TYPE as const,
      name: { kind: Kind.NAME as const, value: type },
    },
    selectionSet: { kind: Kind.SELECTION_SET as const, selections: sentFields(fields) },
  }));
  return [name, ...parts.filter(({ selectionSet }) => selectionSet.selections.length > 0)];
}

function projected(
  data: Record<string, unknown>,
  type: string,
  fields: readonly PlannedField[],
): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const { key, sent, name, below } of fields)
    answer[key] = name === typeName ? type : projectedValue(data[sent], below);
  return answer;
}

function projectedValue(value: unknown, below: PlannedField["below"]): unknown {
  if (value === null || value === undefined) return null;
  if (!below) return value;
  if (Array.isArray(value)) return value.map((item) => projectedValue(item, below));
  const row = value as Record<string, unknown>;
  const only = below.length === 1 ? below[0] : undefined;
  const planned = only ?? below.find(({ type }) => type === row[typeName]);
  if (!planned) throw new Error("a row of a type nobody asked for");
  return projected(row, planned.type, planned.fields);
}

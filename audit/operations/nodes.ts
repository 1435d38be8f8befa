import {
  Kind,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  parseType,
  type ArgumentNode,
  type ConstValueNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLInputType,
  type NameNode,
  type OperationDefinitionNode,
  type OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
  type VariableDefinitionNode,
} from "graphql";

/* Small makers of syntax trees: documents are built, never glued together from text. */

export function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

export function selectionSetNode(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

export function fieldNode(
  name: string,
  more: {
    alias?: string | undefined;
    args?: readonly ArgumentNode[];
    directives?: readonly DirectiveNode[];
    selections?: readonly SelectionNode[] | undefined;
  } = {},
): FieldNode {
  return {
    kind: Kind.FIELD,
    name: nameNode(name),
    ...(more.alias ? { alias: nameNode(more.alias) } : {}),
    arguments: more.args ?? [],
    directives: more.directives ?? [],
    ...(more.selections ? { selectionSet: selectionSetNode(more.selections) } : {}),
  };
}

export function argumentNode(name: string, value: ValueNode): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: nameNode(name), value };
}

export function variableNode(name: string): ValueNode {
  return { kind: Kind.VARIABLE, name: nameNode(name) };
}

export function variableDefinition(name: string, type: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: nameNode(name) },
    type: typeNode(type),
  };
}

export function operationNode(
  operation: OperationTypeNode,
  variables: readonly VariableDefinitionNode[],
  selections: readonly SelectionNode[],
): OperationDefinitionNode {
  return {
    kind: Kind.OPERATION_DEFINITION,
    operation,
    variableDefinitions: variables,
    directives: [],
    selectionSet: selectionSetNode(selections),
  };
}

/** A value of JSON as it is written in a document for this type. */
export function literal(value: unknown, type: GraphQLInputType): ConstValueNode {
  if (value === null || value === undefined) return { kind: Kind.NULL };
  const nullable = getNullableType(type);
  if (Array.isArray(value)) {
    const item = isListType(nullable) ? nullable.ofType : nullable;
    return { kind: Kind.LIST, values: value.map((each) => literal(each, item)) };
  }
  const named = getNamedType(type);
  if (typeof value === "object") {
    const fields = isInputObjectType(named) ? named.getFields() : {};
    return {
      kind: Kind.OBJECT,
      fields: Object.entries(value).map(([name, inner]) => ({
        kind: Kind.OBJECT_FIELD,
        name: nameNode(name),
        value: literal(inner, fields[name]?.type ?? named),
      })),
    };
  }
  if (typeof value === "boolean") return { kind: Kind.BOOLEAN, value };
  if (typeof value === "number")
    return { kind: Number.isInteger(value) ? Kind.INT : Kind.FLOAT, value: String(value) };
  if (isEnumType(named) && typeof value === "string" && /^[A-Za-z_]\w*$/.test(value))
    return { kind: Kind.ENUM, value };
  return { kind: Kind.STRING, value: typeof value === "string" ? value : JSON.stringify(value) };
}

function typeNode(type: string): TypeNode {
  return parseType(type, { noLocation: true });
}

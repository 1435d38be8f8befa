import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** What a selection is read against. */
export interface SelectionContext {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  /** Set to true when the outcome depended on variables, so the result must not be cached. */
  dependsOnVariables: boolean;
}

/** Fields by response key, fragments spread, as the executor will collect them. */
export type Selected = Map<string, FieldNode[]>;

/** The fields selected on objects of type `typeName` by these nodes taken together. */
export function selectedFields(
  context: SelectionContext,
  typeName: string,
  nodes: readonly { selectionSet?: SelectionSetNode | undefined }[],
): Selected {
  const selected: Selected = new Map();
  const visited = new Set<string>();
  for (const node of nodes)
    if (node.selectionSet) collect(context, typeName, node.selectionSet, selected, visited);
  return selected;
}

function collect(
  context: SelectionContext,
  typeName: string,
  set: SelectionSetNode,
  into: Selected,
  visited: Set<string>,
): void {
  for (const node of set.selections) {
    if (node.directives?.length && !included(context, node)) continue;
    if (node.kind === "Field") {
      const key = (node.alias ?? node.name).value;
      const nodes = into.get(key);
      if (nodes) nodes.push(node);
      else into.set(key, [node]);
      continue;
    }
    if (node.kind === "FragmentSpread") {
      if (visited.has(node.name.value)) continue;
      visited.add(node.name.value);
    }
    const fragment = node.kind === "InlineFragment" ? node : context.fragments[node.name.value];
    if (!fragment || !applies(context, typeName, fragment.typeCondition?.name.value)) continue;
    collect(context, typeName, fragment.selectionSet, into, visited);
  }
}

function applies(
  context: SelectionContext,
  typeName: string,
  condition: string | undefined,
): boolean {
  if (!condition || condition === typeName) return true;
  const { schema } = context;
  const abstract = schema.getType(condition);
  const concrete = schema.getType(typeName);
  if (!isAbstractType(abstract) || !concrete) return false;
  return schema.getPossibleTypes(abstract).some((possible) => possible.name === concrete.name);
}

function included(context: SelectionContext, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, context.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, context.variables);
  if (skip ?? include) context.dependsOnVariables = true;
  return skip?.["if"] !== true && include?.["if"] !== false;
}

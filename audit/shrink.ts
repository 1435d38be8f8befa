import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
} from "graphql";
import type { Operation } from "./operations/operation";

/** Requests spent on one shrinking; what is left then is small enough. */
const triesMax = 400;

/**
 * Makes an operation smaller as long as it still shows what it showed: roots, selections,
 * fragments, arguments, directives, aliases and values are left out one by one.
 */
export async function shrink(
  operation: Operation,
  stillShows: (smaller: Operation) => Promise<boolean>,
): Promise<Operation> {
  let smallest = tidy(operation) ?? operation;
  if (!(await stillShows(smallest))) return operation;
  let tries = triesMax;
  for (let found = true; found && tries > 0;) {
    found = false;
    for (const candidate of smallerOnes(smallest)) {
      const smaller = tidy(candidate);
      if (!smaller) continue;
      if (tries-- <= 0) break;
      if (!(await stillShows(smaller))) continue;
      smallest = smaller;
      found = true;
      break;
    }
  }
  return smallest;
}

/** Every operation that lacks one thing, large things first. */
export function* smallerOnes(operation: Operation): Generator<Operation> {
  const { document, variables } = operation;
  yield* fewerValues(operation);
  const nodes: ASTNode[] = [];
  visit(document, {
    enter: (node) => {
      nodes.push(node);
    },
  });
  for (const node of nodes)
    for (const replacement of replacementsOf(node, document))
      yield { ...operation, document: replaced(document, node, replacement), variables };
}

type Replacement = ASTNode | null | { spliced: readonly SelectionNode[] };

function* replacementsOf(node: ASTNode, document: DocumentNode): Generator<Replacement> {
  switch (node.kind) {
    case Kind.FIELD:
      yield null;
      if (node.alias) {
        const plain = { ...node };
        delete (plain as { alias?: unknown }).alias;
        yield plain;
      }
      break;
    case Kind.INLINE_FRAGMENT:
      yield null;
      yield { spliced: node.selectionSet.selections };
      break;
    case Kind.FRAGMENT_SPREAD: {
      yield null;
      const fragment = document.definitions.find(
        (definition): definition is FragmentDefinitionNode =>
          definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === node.name.value,
      );
      if (fragment) yield { spliced: fragment.selectionSet.selections };
      break;
    }
    case Kind.ARGUMENT:
    case Kind.DIRECTIVE:
    case Kind.OBJECT_FIELD:
      yield null;
      break;
    case Kind.LIST:
      for (const at of node.values.keys()) yield { ...node, values: node.values.toSpliced(at, 1) };
      break;
    default:
  }
}

function replaced(document: DocumentNode, node: ASTNode, by: Replacement): DocumentNode {
  if (by !== null && "spliced" in by)
    return visit(document, {
      SelectionSet: (set) => {
        const at = set.selections.findIndex((selection) => selection === node);
        if (at < 0) return undefined;
        return { ...set, selections: set.selections.toSpliced(at, 1, ...by.spliced) };
      },
    });
  return visit(document, { enter: (each) => (each === node ? by : undefined) });
}

/** Lists in variables with one item less, and objects with one entry less. */
function* fewerValues(operation: Operation): Generator<Operation> {
  for (const [name, value] of Object.entries(operation.variables)) {
    if (!Array.isArray(value)) continue;
    const items: readonly unknown[] = value;
    const half = items.length >> 1;
    const fewer = [items.slice(0, half), items.slice(half)];
    if (items.length <= 6) fewer.push(...items.map((_, at) => items.toSpliced(at, 1)));
    for (const list of fewer)
      if (list.length < items.length)
        yield { ...operation, variables: { ...operation.variables, [name]: list } };
  }
}

/** Without fragments and variables nobody uses; null when a selection is left empty. */
function tidy(operation: Operation): Operation | null {
  const used = new Set<string>();
  const empty: unknown[] = [];
  const withFragments = withUsedFragments(operation.document);
  visit(withFragments, {
    SelectionSet: (set) => {
      if (set.selections.length === 0) empty.push(set);
    },
    Variable: ({ name }, _key, parent) => {
      const isDefinition = parent && "kind" in parent && parent.kind === Kind.VARIABLE_DEFINITION;
      if (!isDefinition) used.add(name.value);
    },
  });
  if (empty.length > 0) return null;
  const document = visit(withFragments, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
  const variables = Object.fromEntries(
    Object.entries(operation.variables).filter(([name]) => used.has(name)),
  );
  return { ...operation, document, variables };
}

/** Fragments that are reached from the operation; those only unused ones spread go, too. */
function withUsedFragments(document: DocumentNode): DocumentNode {
  const reached = new Set<string>();
  const queue = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  for (let next = queue.pop(); next; next = queue.pop())
    visit(next, {
      FragmentSpread: ({ name }) => {
        if (reached.has(name.value)) return;
        reached.add(name.value);
        queue.push(
          ...document.definitions.filter(
            (d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === name.value,
          ),
        );
      },
    });
  const definitions = document.definitions.filter(
    (d) => d.kind !== Kind.FRAGMENT_DEFINITION || reached.has(d.name.value),
  );
  return { ...document, definitions };
}

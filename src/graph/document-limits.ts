import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { HubError } from "../error/hub-error";

/** Bounds of one operation, checked before validation and planning. */
export interface DocumentLimits {
  /** Characters of the document; data belongs into variables. */
  readonly charactersMax: number;
  readonly tokensMax: number;
  readonly depthMax: number;
  /** Levels of objects and lists in one argument. */
  readonly valueDepthMax: number;
  readonly aliasesMax: number;
  readonly rootFieldsMax: number;
  readonly directivesMax: number;
  /** Fields after fragments are spread, wherever they are spread. */
  readonly expandedFieldsMax: number;
}

/** What a caller may ask. */
export const documentLimits: DocumentLimits = {
  charactersMax: 100_000,
  tokensMax: 10_000,
  depthMax: 16,
  valueDepthMax: 32,
  aliasesMax: 100,
  rootFieldsMax: 40,
  directivesMax: 100,
  expandedFieldsMax: 5_000,
};

/** As response keys or variables these would reach into objects themselves. */
const unsafeNames = new Set(["__proto__", "constructor", "prototype"]);

interface Size {
  fields: number;
  depth: number;
}

/** Refuses documents that are too large, whatever the schema and the variables. */
export function checkDocument(
  document: DocumentNode,
  limits: DocumentLimits = documentLimits,
): void {
  const fragments = fragmentsOf(document);
  const sizes = new Map<string, Size>();
  const totals = { aliases: 0, directives: 0 };
  for (const definition of document.definitions) {
    if (!("selectionSet" in definition)) continue;
    countNames(definition.selectionSet, totals, limits);
    const size = sizeOf(definition.selectionSet, fragments, sizes, new Set());
    if (size.fields > limits.expandedFieldsMax)
      throw new HubError("DOCUMENT_TOO_LARGE", { limit: limits.expandedFieldsMax });
    if (size.depth > limits.depthMax)
      throw new HubError("DOCUMENT_TOO_DEEP", { limit: limits.depthMax });
    if (definition.kind === Kind.OPERATION_DEFINITION) checkOperation(definition, limits);
  }
  if (totals.aliases > limits.aliasesMax)
    throw new HubError("TOO_MANY_ALIASES", { limit: limits.aliasesMax });
  if (totals.directives > limits.directivesMax)
    throw new HubError("DOCUMENT_TOO_LARGE", { limit: limits.directivesMax });
}

function checkOperation(operation: OperationDefinitionNode, limits: DocumentLimits): void {
  if (operation.selectionSet.selections.length > limits.rootFieldsMax)
    throw new HubError("DOCUMENT_TOO_LARGE", { limit: limits.rootFieldsMax });
  for (const { variable } of operation.variableDefinitions ?? []) checkName(variable.name.value);
}

function checkName(name: string): void {
  if (unsafeNames.has(name)) throw new HubError("UNSAFE_NAME", { name });
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  return fragments;
}

function countNames(
  set: SelectionSetNode,
  totals: { aliases: number; directives: number },
  limits: DocumentLimits,
): void {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD)
      for (const { value } of node.arguments ?? []) checkValueDepth(value, limits.valueDepthMax);
    totals.directives += node.directives?.length ?? 0;
    if (node.kind === Kind.FIELD && node.alias) {
      totals.aliases++;
      checkName(node.alias.value);
    }
    if (node.kind !== Kind.FRAGMENT_SPREAD && node.selectionSet)
      countNames(node.selectionSet, totals, limits);
  }
}

/** Filters hold filters: without an end to it, whoever reads a value would go down with it. */
function checkValueDepth(value: ValueNode, limit: number): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) throw new HubError("DOCUMENT_TOO_DEEP", { limit });
    level = level.flatMap((node) => {
      if (node.kind === Kind.LIST) return node.values;
      return node.kind === Kind.OBJECT ? node.fields.map((field) => field.value) : [];
    });
  }
}

/** Size with fragments spread; each fragment is measured once, so bombs cost nothing. */
function sizeOf(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  sizes: Map<string, Size>,
  within: Set<string>,
): Size {
  const total: Size = { fields: 0, depth: 0 };
  for (const node of set.selections) {
    let inner: Size = { fields: 0, depth: 0 };
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const name = node.name.value;
      const fragment = fragments.get(name);
      // A cycle or an unknown fragment is left to validation.
      if (!fragment || within.has(name)) continue;
      inner =
        sizes.get(name) ??
        sizeOf(fragment.selectionSet, fragments, sizes, new Set([...within, name]));
      sizes.set(name, inner);
    } else if (node.selectionSet) inner = sizeOf(node.selectionSet, fragments, sizes, within);
    const own = node.kind === Kind.FIELD ? 1 : 0;
    total.fields = Math.min(total.fields + inner.fields + own, Number.MAX_SAFE_INTEGER);
    total.depth = Math.max(total.depth, inner.depth + own);
  }
  return total;
}

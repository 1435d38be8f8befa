import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  Kind,
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
import type { Rights } from "../access/rights";
import { readEntityId } from "../database/entity-id";
import { HubError } from "../error/hub-error";
import type { Cursors } from "../query/cursor";
import { modelNamed, type EntityModel } from "../query/entity-model";
import { readAggregateRequest } from "../query/figures/aggregate-request";
import { readListRequest } from "../query/list-request";
import { orderedFor } from "../query/ordered-for";

const errorsMax = 20;

/** Whose arguments they are: rights decide how lists are ordered, and cursors belong to one. */
interface Asker {
  readonly cursors: Cursors;
  readonly rights: Rights;
}

/** One field whose arguments can be judged before anything is read. */
interface Check {
  node: FieldNode;
  definition: GraphQLField<unknown, unknown>;
  judge: (args: Record<string, unknown>, asker: Asker) => void;
}

/**
 * Judges page sizes, filters, orders, cursors and ids before anything is read, wherever in the operation they
 * stand. Left to the reads they would be found, or not, depending on which rows exist, and in an
 * order that depends on who reads first. Skipped parts count: what is written is judged.
 */
export class ArgumentCheck {
  private readonly compiled = new WeakMap<OperationDefinitionNode, readonly Check[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  errors(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
    asker: Asker,
  ): readonly GraphQLError[] {
    let checks = this.compiled.get(operation);
    if (!checks) {
      checks = new CheckCollector(this.schema, document).collect(operation);
      this.compiled.set(operation, checks);
    }
    const errors: GraphQLError[] = [];
    for (const { node, definition, judge } of checks)
      try {
        judge(getArgumentValues(definition, node, variables), asker);
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
        errors.push(new GraphQLError(error.message, { nodes: [node], originalError: error }));
        if (errors.length === errorsMax) break;
      }
    return errors;
  }
}

class CheckCollector {
  private readonly checks = new Map<FieldNode, Check>();
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    );
  }

  collect(operation: OperationDefinitionNode): Check[] {
    const root = this.schema.getRootType(operation.operation);
    if (root) this.selection(root, operation.selectionSet, new Set());
    return [...this.checks.values()];
  }

  /** A fragment is entered once: its fields have the same meaning wherever it is spread. */
  private selection(type: GraphQLNamedType, set: SelectionSetNode, spread: Set<string>): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        this.field(type, node, spread);
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(node.name.value)) continue;
        spread.add(node.name.value);
      }
      const fragment =
        node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
      const condition = fragment?.typeCondition?.name.value;
      const inner = condition ? this.schema.getType(condition) : type;
      if (fragment && inner) this.selection(inner, fragment.selectionSet, spread);
    }
  }

  private field(type: GraphQLNamedType, node: FieldNode, spread: Set<string>): void {
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const definition = type.getFields()[node.name.value];
    if (!definition) return;
    const target = getNamedType(definition.type);
    const judge = node.arguments?.length ? judgeOf(type, definition, target) : null;
    if (judge) this.checks.set(node, { node, definition, judge });
    if (node.selectionSet) this.selection(target, node.selectionSet, spread);
  }
}

/** What there is to judge about a field: the page of a list, or the id of one entity. */
function judgeOf(
  type: GraphQLNamedType,
  definition: GraphQLField<unknown, unknown>,
  target: GraphQLNamedType,
): Check["judge"] | null {
  const counted = modelNamed(target.name.replace(/Aggregate$/, ""));
  if (counted && counted.name !== target.name)
    return (args) => {
      readAggregateRequest(counted, args);
    };
  const listed = modelNamed(target.name.replace(/Connection$/, ""));
  if (!listed) return null;
  if (listed.name !== target.name) {
    const by = modelNamed(type.name)?.relations.get(definition.name)?.by ?? null;
    return (args, asker) => {
      judgePage(listed, by, args, asker);
    };
  }
  if (!definition.args.some((argument) => argument.name === "id")) return null;
  return ({ id }) => {
    if (typeof id === "string") readEntityId(id, listed.idPrefix);
  };
}

function judgePage(
  model: EntityModel,
  by: string | null,
  args: Record<string, unknown>,
  { cursors, rights }: Asker,
): void {
  const { page, cursorOf } = readListRequest(orderedFor(model, rights), by, args);
  for (const cursor of [page.after, page.before])
    if (cursor !== null) cursors.read(cursorOf, cursor);
}

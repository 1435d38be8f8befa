import {
  Kind,
  OperationTypeNode,
  getNamedType,
  isAbstractType,
  isLeafType,
  isCompositeType,
  type ArgumentNode,
  type DirectiveNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionNode,
  type VariableDefinitionNode,
} from "graphql";
import type { DomainName } from "../../src/graph/domain-module";
import { modelNamed } from "../../src/query/entity-model";
import type { Random } from "../random";
import { chooseArguments, rootKinds, type AnyField } from "./choices";
import type { Knowledge } from "./knowledge";
import {
  argumentNode,
  fieldNode,
  literal,
  nameNode,
  operationNode,
  selectionSetNode,
  variableDefinition,
  variableNode,
} from "./nodes";
import type { Operation } from "./operation";
import type { ValueGenerator } from "./value-generator";

/** What is asked of one schema, the merged one or a subgraph's. */
export interface GeneratorParts {
  readonly schema: GraphQLSchema;
  readonly knowledge: Knowledge;
  readonly values: ValueGenerator;
  readonly random: Random;
  readonly subgraph?: DomainName;
  /** The share of operations that ask, here and there, what is likely to be denied. */
  readonly boldShare: number;
  /** Root fields that half of the queries ask; none: all alike. */
  readonly asks: readonly string[];
}

const depthMax = 5;
const fieldsMax = 60;
/** Rows below each row, mostly and at most: pages multiply. */
const usualNestedPageMax = 5;
const nestedPageMax = 25;
/** A union of so few members is mostly asked for all of them. */
const fewMembers = 4;
/** Parts of pages and of figures: what is to be told stands below them. */
const parts = /(Connection|Edge|Aggregate|Group|Sums|Averages|Extremes|DistinctCounts)$/;
/** How often a bold operation takes a field that is likely to be denied. */
const boldness = 0.1;

/** What one document collects while it grows. */
interface Draft {
  readonly variables: Record<string, unknown>;
  readonly definitions: VariableDefinitionNode[];
  readonly fragments: FragmentDefinitionNode[];
  fieldsLeft: number;
  names: number;
}

/**
 * Makes random operations from a schema alone. Every field, argument, input type, union and
 * interface of it can occur, so what the schema gains later is asked from the first day.
 */
export class OperationGenerator {
  private draft: Draft = emptyDraft();
  private isBold = false;
  /** Below something likely to be denied, whatever there is may be asked. */
  private isBelowDenied = false;

  constructor(private readonly parts: GeneratorParts) {}

  /** A query of one to three root fields. */
  query(): Operation {
    const root = this.parts.schema.getQueryType();
    if (!root) throw new Error("the schema has no queries");
    this.draft = emptyDraft();
    const { random, subgraph } = this.parts;
    this.isBold = random.chance(this.parts.boldShare);
    const fields = Object.values(root.getFields()).filter(
      ({ name }) =>
        (name === "_entities") === (subgraph !== undefined) &&
        name !== "_service" &&
        !this.parts.knowledge.isLeftOut(`Query.${name}`),
    );
    const allowed = this.mostly(fields, (field) => this.allows(`Query.${field.name}`, "SELECT"));
    const kinds = rootKinds(allowed.length ? allowed : fields);
    const count = random.pick([1, 1, 1, 2, 3]);
    const keys = new Set<string>();
    const selections = Array.from({ length: count }, () =>
      this.field(root, random.pick(this.among(fields, random.pick(kinds))), 0, keys, true),
    );
    return this.finish(OperationTypeNode.QUERY, selections);
  }

  /** A mutation of one field, or of two in a row. */
  mutation(isWanted: (field: string) => boolean): Operation | null {
    const root = this.parts.schema.getMutationType();
    const fields = Object.values(root?.getFields() ?? {}).filter(({ name }) => isWanted(name));
    if (!root || fields.length === 0) return null;
    this.draft = emptyDraft();
    const { random } = this.parts;
    const keys = new Set<string>();
    const selections = Array.from({ length: random.pick([1, 1, 1, 2]) }, () =>
      this.field(root, random.pick(this.among(fields, fields)), 0, keys, true),
    );
    return this.finish(OperationTypeNode.MUTATION, selections);
  }

  /** Half of the time those that the operations are inclined to ask, where there are such. */
  private among<F extends { readonly name: string }>(fields: F[], others: F[]): F[] {
    const asked = fields.filter(({ name }) => this.parts.asks.includes(name));
    return asked.length > 0 && this.parts.random.chance(0.5) ? asked : others;
  }

  private finish(kind: OperationTypeNode, selections: SelectionNode[]): Operation {
    const { variables, definitions, fragments } = this.draft;
    return {
      document: {
        kind: Kind.DOCUMENT,
        definitions: [operationNode(kind, definitions, selections), ...fragments],
      },
      variables,
      ...(this.parts.subgraph ? { subgraph: this.parts.subgraph } : {}),
    };
  }

  /** Fields of a type; `keys` are the response keys taken at this place already. */
  private selections(
    type: GraphQLCompositeType,
    depth: number,
    keys: Set<string>,
  ): SelectionNode[] {
    const { random, schema } = this.parts;
    if (isAbstractType(type)) {
      const possible = schema.getPossibleTypes(type);
      const isSmall = possible.length <= fewMembers && random.chance(0.7);
      const members = random.some(possible, isSmall ? possible.length : 1 + random.below(5));
      const typeName = fieldNode("__typename");
      return [typeName, ...members.map((member) => this.inline(member, depth, new Set(keys)))];
    }
    const fields = Object.values(type.getFields()).filter(
      ({ name }) => !this.parts.knowledge.isLeftOut(`${type.name}.${name}`),
    );
    const allowed = this.mostly(fields, (f) => this.allows(`${type.name}.${f.name}`, "SELECT"));
    const leaves = allowed.filter((field) => isLeafType(getNamedType(field.type)));
    // Counts and pages tell of rows of which nothing may be read.
    const isCounting = this.isBelowDenied && random.chance(0.6);
    const branches = allowed.filter(
      ({ name, type: of }) =>
        isCompositeType(getNamedType(of)) && (!isCounting || name === "pageInfo"),
    );
    const chosen = random.some(leaves, random.chance(0.3) ? leaves.length : 1 + random.below(4));
    const deeper = depth < depthMax && this.draft.fieldsLeft > 0;
    const isPage = parts.test(type.name);
    const more = isPage ? 1 + random.below(2) : random.pick([0, 0, 1, 1, 2]);
    const wanted = leaves.length === 0 ? Math.max(more, 1) : more;
    if (deeper) chosen.push(...random.some(branches, wanted));
    if (chosen.length === 0) return [fieldNode("__typename")];
    // What is likely to be denied comes last, so that a fragment can hide it.
    const isAllowed = (f: AnyField): boolean => this.allows(`${type.name}.${f.name}`, "SELECT");
    const ordered = [...chosen.filter(isAllowed), ...chosen.filter((field) => !isAllowed(field))];
    const made = ordered.map((field) => this.field(type, field, depth, keys));
    if (random.chance(0.05)) made.push(fieldNode("__typename", { alias: this.name("t") }));
    return this.wrapped(type, made, ordered.filter(isAllowed).length);
  }

  /** Some of the selections within an inline or a named fragment, which changes nothing. */
  private wrapped(
    type: GraphQLCompositeType,
    made: SelectionNode[],
    allowed: number,
  ): SelectionNode[] {
    const { random } = this.parts;
    const hides = this.isBold && allowed < made.length && random.chance(0.6);
    if (!hides && (made.length < 2 || !random.chance(0.25))) return made;
    const at = hides ? allowed : random.below(made.length);
    const [outer, inner] = [made.slice(0, at), made.slice(at)];
    const selectionSet = selectionSetNode(inner);
    const on = { kind: Kind.NAMED_TYPE, name: nameNode(type.name) } as const;
    const directives = this.directives();
    if (random.chance(0.5))
      return [
        ...outer,
        { kind: Kind.INLINE_FRAGMENT, typeCondition: on, directives, selectionSet },
      ];
    const name = nameNode(this.name("F"));
    const definition = { kind: Kind.FRAGMENT_DEFINITION, name, typeCondition: on } as const;
    this.draft.fragments.push({ ...definition, directives: [], selectionSet });
    return [...outer, { kind: Kind.FRAGMENT_SPREAD, name, directives }];
  }

  private inline(type: GraphQLCompositeType, depth: number, keys: Set<string>): SelectionNode {
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(type.name) },
      directives: [],
      // Members of a union may have fields of one name and several types.
      selectionSet: selectionSetNode(
        this.selections(type, depth, keys).map((node) =>
          node.kind === Kind.FIELD && node.name.value !== "__typename"
            ? { ...node, alias: nameNode(`${node.alias?.value ?? node.name.value}_${type.name}`) }
            : node,
        ),
      ),
    };
  }

  private field(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    keys: Set<string>,
    isRoot = false,
  ): SelectionNode {
    const { random } = this.parts;
    this.draft.fieldsLeft--;
    const target = getNamedType(field.type);
    const args = this.arguments(parent, field, depth);
    const wasBelowDenied = this.isBelowDenied;
    this.isBelowDenied ||= !this.allows(`${parent.name}.${field.name}`, "SELECT");
    const isTaken = keys.has(field.name) || (isRoot && random.chance(0.3));
    const alias = isTaken || random.chance(0.1) ? this.name("a") : undefined;
    keys.add(alias ?? field.name);
    const made = fieldNode(field.name, {
      alias,
      args,
      directives: this.directives(),
      selections: isCompositeType(target)
        ? this.selections(target, depth + 1, new Set())
        : undefined,
    });
    this.isBelowDenied = wasBelowDenied;
    return made;
  }

  private directives(): DirectiveNode[] {
    const { random } = this.parts;
    if (!random.chance(0.03)) return [];
    const name = this.name("b");
    this.draft.definitions.push(variableDefinition(name, "Boolean!"));
    this.draft.variables[name] = random.chance(0.7);
    const directive = random.pick(["skip", "include"]);
    const args = [argumentNode("if", variableNode(name))];
    // Constant arguments are a special case of arguments; the type of the node wants to know.
    return [{ kind: Kind.DIRECTIVE, name: nameNode(directive), arguments: args }];
  }

  private arguments(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
  ): ArgumentNode[] {
    const { random } = this.parts;
    const target = getNamedType(field.type);
    const entity = modelNamed(target.name)?.name ?? null;
    const list = `${parent.name}.${field.name}`;
    const hasCursor = this.parts.values.hasCursor(list);
    return chooseArguments(field.args, { depth, hasCursor }, random).map((argument) => {
      const wanted = { name: argument.name, entity, list };
      let value = this.parts.values.value(argument.type, wanted);
      if (depth > 0 && typeof value === "number")
        value = Math.min(value, random.chance(0.35) ? nestedPageMax : usualNestedPageMax);
      if (!random.chance(0.35)) return argumentNode(argument.name, literal(value, argument.type));
      const name = this.name("v");
      this.draft.definitions.push(variableDefinition(name, String(argument.type)));
      this.draft.variables[name] = value;
      return argumentNode(argument.name, variableNode(name));
    });
  }

  /** What is likely to be allowed, and now and then what is not. */
  private mostly<T>(items: readonly T[], isAllowed: (item: T) => boolean): T[] {
    if (this.isBelowDenied) return [...items];
    return items.filter(
      (item) => isAllowed(item) || (this.isBold && this.parts.random.chance(boldness)),
    );
  }

  private allows(coordinate: string, mention: "SELECT"): boolean {
    return this.parts.knowledge.allows(coordinate, mention);
  }

  private name(prefix: string): string {
    this.draft.names++;
    return `${prefix}${String(this.draft.names)}`;
  }
}

function emptyDraft(): Draft {
  return { variables: {}, definitions: [], fragments: [], fieldsLeft: fieldsMax, names: 0 };
}

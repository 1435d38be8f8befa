import {
  Kind,
  getNamedType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isInterfaceType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import type { FieldMention } from "../access/decision";
import type { Mention } from "../access/right";
import type { LabelMap } from "./label-map";

/** What an operation mentions, as far as the document says; the rest is in its variables. */
export interface OperationMentions {
  fields: FieldMention[];
  /** Variables of input-object types, to be looked into at run time. */
  variables: { name: string; type: GraphQLInputType; mention: Mention }[];
}

/**
 * Finds every mention of a field in an operation: selection (alias, fragment, interface or union
 * alike), argument, input field. Skipped and excluded parts count: what is written is mentioned.
 */
export function mentionsOf(
  schema: GraphQLSchema,
  labelMap: LabelMap,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): OperationMentions {
  return new MentionCollector(schema, labelMap, fragments).collect(operation);
}

class MentionCollector {
  private readonly found = new Map<string, FieldMention>();
  private readonly variables = new Map<string, OperationMentions["variables"][number]>();
  private readonly spread = new Set<string>();
  private inputMention: Mention = "FILTER";

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly labelMap: LabelMap,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  collect(operation: OperationDefinitionNode): OperationMentions {
    if (operation.operation === "mutation") this.inputMention = "INPUT";
    const root = this.schema.getRootType(operation.operation);
    if (root) this.selection(root, operation.selectionSet);
    return { fields: [...this.found.values()], variables: [...this.variables.values()] };
  }

  private add(field: string, mention: Mention): void {
    this.found.set(`${field} ${mention}`, { field, mention });
  }

  private selection(type: GraphQLNamedType, set: SelectionSetNode): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        this.field(type, node);
        continue;
      }
      let fragment: { typeCondition?: { name: { value: string } } | undefined } & {
        selectionSet: SelectionSetNode;
      };
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const definition = this.fragments.get(node.name.value);
        if (!definition || this.spread.has(node.name.value)) continue;
        this.spread.add(node.name.value);
        fragment = definition;
      } else fragment = node;
      const condition = fragment.typeCondition?.name.value;
      const inner = condition ? this.schema.getType(condition) : type;
      if (inner) this.selection(inner, fragment.selectionSet);
    }
  }

  private field(type: GraphQLNamedType, node: FieldNode): void {
    const name = node.name.value;
    if (name.startsWith("__") || isIntrospectionType(type)) return;
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const definition = type.getFields()[name];
    if (!definition) return;
    const coordinate = `${type.name}.${name}`;
    // Fields of a federation entry point have no label of their own; what they reach has.
    if (this.labelMap.fields.has(coordinate))
      this.add(coordinate, type === this.schema.getMutationType() ? "CALL" : "SELECT");
    this.arguments(coordinate, definition, node);
    const target = getNamedType(definition.type);
    if (node.selectionSet) this.selection(target, node.selectionSet);
  }

  private arguments(
    coordinate: string,
    definition: GraphQLField<unknown, unknown>,
    node: FieldNode,
  ): void {
    for (const argument of node.arguments ?? []) {
      const type = definition.args.find((a) => a.name === argument.name.value)?.type;
      if (!type) continue;
      const meaning = this.labelMap.arguments.get(`${coordinate}.${argument.name.value}`);
      if (meaning && "field" in meaning) this.add(meaning.field, meaning.mention);
      this.value(type, argument.value);
    }
  }

  private value(type: GraphQLInputType, node: ValueNode): void {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return;
    if (node.kind === Kind.VARIABLE) {
      this.variables.set(node.name.value, {
        name: node.name.value,
        type: named,
        mention: this.inputMention,
      });
    } else if (node.kind === Kind.LIST) {
      for (const item of node.values) this.value(named, item);
    } else if (node.kind === Kind.OBJECT) {
      for (const entry of node.fields) {
        const field = named.getFields()[entry.name.value];
        if (!field) continue;
        this.add(`${named.name}.${field.name}`, this.inputMention);
        this.value(field.type, entry.value);
      }
    }
  }
}

/** The input fields that the values of variables mention. Bounded by the size of the body. */
export function mentionsOfValue(
  type: GraphQLInputType,
  given: unknown,
  mention: Mention,
  into: Map<string, FieldMention>,
): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || given === null || typeof given !== "object") return;
  if (Array.isArray(given)) {
    for (const item of given) mentionsOfValue(named, item, mention, into);
    return;
  }
  const fields = named.getFields();
  for (const [name, inner] of Object.entries(given)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || inner === undefined) continue;
    const coordinate = `${named.name}.${name}`;
    if (!into.has(coordinate)) into.set(coordinate, { field: coordinate, mention });
    if (typeof inner === "object") mentionsOfValue(field.type, inner, mention, into);
  }
}

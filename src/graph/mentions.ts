import {
  Kind,
  getNamedType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isInterfaceType,
  isInputType,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type OperationTypeNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import type { FieldMention } from "../access/decision";
import type { Mention } from "../access/right";
import type { LabelMap } from "./label-map";
import { mentionOfField } from "./mention-kind";

/** What an operation mentions, as far as the document says; the rest is in its variables. */
export interface OperationMentions {
  fields: FieldMention[];
  /** Variables of input-object types, to be looked into at run time. */
  variables: { name: string; type: GraphQLInputType; within: OperationTypeNode }[];
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
  return new MentionCollector(schema, labelMap, fragments, operation).collect();
}

class MentionCollector {
  private readonly found = new Map<string, FieldMention>();
  private readonly variables = new Map<string, OperationMentions["variables"][number]>();
  private readonly spread = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly labelMap: LabelMap,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly operation: OperationDefinitionNode,
  ) {}

  collect(): OperationMentions {
    const { operation, selectionSet, variableDefinitions = [] } = this.operation;
    const root = this.schema.getRootType(operation);
    if (root) this.selection(root, selectionSet);
    for (const { type, defaultValue } of variableDefinitions) {
      const given = typeFromAST(this.schema, type);
      if (defaultValue && isInputType(given)) this.value(given, defaultValue);
    }
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
    // A field of an interface is the field of whatever implements it.
    const owners = isInterfaceType(type) ? this.schema.getPossibleTypes(type) : [type];
    for (const owner of owners) {
      const coordinate = `${owner.name}.${name}`;
      // Fields of a federation entry point have no label of their own; what they reach has.
      if (this.labelMap.fields.has(coordinate))
        this.add(coordinate, mentionOfField(this.schema, owner, definition));
      this.arguments(coordinate, definition, node);
    }
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
        within: this.operation.operation,
      });
    } else if (node.kind === Kind.LIST) {
      for (const item of node.values) this.value(named, item);
    } else if (node.kind === Kind.OBJECT) {
      for (const entry of node.fields) {
        const field = named.getFields()[entry.name.value];
        if (!field) continue;
        const mention = mentionOfField(this.schema, named, field, this.operation.operation);
        this.add(`${named.name}.${field.name}`, mention);
        this.value(field.type, entry.value);
      }
    }
  }
}

/** The input fields that the values of variables mention. Bounded by the size of the body. */
export function mentionsOfValue(
  schema: GraphQLSchema,
  type: GraphQLInputType,
  given: unknown,
  within: OperationTypeNode,
  into: Map<string, FieldMention>,
): void {
  new ValueMentions(schema, within, into).value(type, given);
}

class ValueMentions {
  /** Names of fields by input type: a thousand records mention the same ones. */
  private readonly seen = new Map<GraphQLInputObjectType, Set<string>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly within: OperationTypeNode,
    private readonly into: Map<string, FieldMention>,
  ) {}

  value(type: GraphQLInputType, given: unknown): void {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || given === null || typeof given !== "object") return;
    if (Array.isArray(given)) for (const item of given) this.value(named, item);
    else this.object(named, given as Readonly<Record<string, unknown>>);
  }

  private object(type: GraphQLInputObjectType, given: Readonly<Record<string, unknown>>): void {
    const fields = type.getFields();
    const names = this.seen.get(type) ?? new Set();
    this.seen.set(type, names);
    for (const name of Object.keys(given)) {
      const inner = given[name];
      const isNew = inner !== undefined && !names.has(name);
      if (!isNew && typeof inner !== "object") continue;
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field) continue;
      if (isNew) {
        names.add(name);
        this.add(type, field);
      }
      this.value(field.type, inner);
    }
  }

  private add(type: GraphQLInputObjectType, field: GraphQLInputField): void {
    const coordinate = `${type.name}.${field.name}`;
    const mention = mentionOfField(this.schema, type, field, this.within);
    if (!this.into.has(coordinate)) this.into.set(coordinate, { field: coordinate, mention });
  }
}

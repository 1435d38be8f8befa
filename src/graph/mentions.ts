import {
  Kind,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isInterfaceType,
  isInputType,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLEnumType,
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
  /** Variables of input-object and enum types, to be looked into at run time. */
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
      const elsewhere = this.labelMap.mentions.get(coordinate);
      if (elsewhere) this.addAll(elsewhere);
      // Fields of a federation entry point have no label of their own; what they reach has.
      else if (this.labelMap.fields.has(coordinate))
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
    if (!isInputObjectType(named) && !isEnumType(named)) return;
    if (node.kind === Kind.VARIABLE) {
      this.variables.set(node.name.value, {
        name: node.name.value,
        type: named,
        within: this.operation.operation,
      });
    } else if (node.kind === Kind.LIST) {
      for (const item of node.values) this.value(named, item);
    } else if (isEnumType(named)) {
      if (node.kind === Kind.ENUM) this.addAll(valueMentions(this.labelMap, named, node.value));
    } else if (node.kind === Kind.OBJECT) {
      for (const entry of node.fields) {
        const field = named.getFields()[entry.name.value];
        if (!field) continue;
        const { operation } = this.operation;
        this.addAll(inputMentions(this.schema, this.labelMap, named, field, operation));
        this.value(field.type, entry.value);
      }
    }
  }

  private addAll(mentioned: readonly FieldMention[]): void {
    for (const { field, mention } of mentioned) this.add(field, mention);
  }
}

/** What naming a value of an enum mentions: mostly nothing, a field where it stands for one. */
function valueMentions(
  labelMap: LabelMap,
  type: GraphQLEnumType,
  value: string,
): readonly FieldMention[] {
  return labelMap.mentions.get(`${type.name}.${value}`) ?? [];
}

/** What naming an input field mentions: itself, or what it stands for. */
function inputMentions(
  schema: GraphQLSchema,
  labelMap: LabelMap,
  type: GraphQLInputObjectType,
  field: GraphQLInputField,
  within: OperationTypeNode,
): readonly FieldMention[] {
  const coordinate = `${type.name}.${field.name}`;
  const elsewhere = labelMap.mentions.get(coordinate);
  return elsewhere ?? [{ field: coordinate, mention: mentionOfField(schema, type, field, within) }];
}

/** The fields that the values of variables mention. Bounded by the size of the body. */
export function mentionsOfValue(
  schema: GraphQLSchema,
  labelMap: LabelMap,
  type: GraphQLInputType,
  given: unknown,
  within: OperationTypeNode,
  into: Map<string, FieldMention>,
): void {
  const named = getNamedType(type);
  const add = (mentioned: readonly FieldMention[]): void => {
    for (const each of mentioned) into.set(`${each.field} ${each.mention}`, each);
  };
  if (Array.isArray(given)) {
    for (const item of given) mentionsOfValue(schema, labelMap, named, item, within, into);
  } else if (isEnumType(named)) {
    if (typeof given === "string") add(valueMentions(labelMap, named, given));
  } else if (isInputObjectType(named) && typeof given === "object" && given !== null) {
    const fields = named.getFields();
    for (const [name, inner] of Object.entries(given)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field || inner === undefined) continue;
      add(inputMentions(schema, labelMap, named, field, within));
      mentionsOfValue(schema, labelMap, field.type, inner, within, into);
    }
  }
}

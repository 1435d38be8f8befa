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
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type OperationDefinitionNode,
  type OperationTypeNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import type { FieldMention } from "../access/decision";
import type { Mention } from "../access/right";
import { mentionOfField } from "./mention-kind";
import { inputMentions, valueMentions, type InputMeaning } from "./value-mentions";

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
  meaning: InputMeaning,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): OperationMentions {
  return new MentionCollector(meaning, fragments, operation).collect();
}

class MentionCollector {
  private readonly found = new Map<string, FieldMention>();
  private readonly variables = new Map<string, OperationMentions["variables"][number]>();
  private readonly spread = new Set<string>();

  constructor(
    private readonly meaning: InputMeaning,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly operation: OperationDefinitionNode,
  ) {}

  collect(): OperationMentions {
    const { operation, selectionSet, variableDefinitions = [] } = this.operation;
    const root = this.meaning.schema.getRootType(operation);
    if (root) this.selection(root, selectionSet);
    for (const { type, defaultValue } of variableDefinitions) {
      const given = typeFromAST(this.meaning.schema, type);
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
      const inner = condition ? this.meaning.schema.getType(condition) : type;
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
    const owners = isInterfaceType(type) ? this.meaning.schema.getPossibleTypes(type) : [type];
    for (const owner of owners) {
      const coordinate = `${owner.name}.${name}`;
      const elsewhere = this.meaning.labelMap.mentions.get(coordinate);
      if (elsewhere) this.addAll(elsewhere);
      // Fields of a federation entry point have no label of their own; what they reach has.
      else if (this.meaning.labelMap.fields.has(coordinate))
        this.add(coordinate, mentionOfField(this.meaning.schema, owner, definition));
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
      const meaning = this.meaning.labelMap.arguments.get(`${coordinate}.${argument.name.value}`);
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
      if (node.kind === Kind.ENUM) this.addAll(valueMentions(this.meaning, named, node.value));
    } else if (node.kind === Kind.OBJECT) {
      for (const entry of node.fields) {
        const field = named.getFields()[entry.name.value];
        if (!field) continue;
        const { operation } = this.operation;
        this.addAll(inputMentions(this.meaning, named, field, operation));
        this.value(field.type, entry.value);
      }
    }
  }

  private addAll(mentioned: readonly FieldMention[]): void {
    for (const { field, mention } of mentioned) this.add(field, mention);
  }
}

import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { ArgumentMeaning } from "../../src/graph/argument-labels";
import { modelNamed } from "../../src/query/entity-model";
import type { Graph } from "../../src/graph/schema";
import { givenValue, type GivenValue } from "./mention-values";

export type OutputField = GraphQLField<unknown, unknown>;

/** A field and how it is mentioned: `Type.field SELECT`. */
export type Mentioned = string;

/** A selection as text, with everything it mentions. */
export interface Selection {
  readonly text: string;
  readonly mentions: ReadonlySet<Mentioned>;
}

/** One step from a root towards a type. */
interface Step {
  readonly on: GraphQLObjectType;
  readonly field: OutputField;
}

/** The schema as somebody may know it who does not know of the coordinates `isHidden` names. */
export class Mentions {
  readonly schema: GraphQLSchema;
  private allPaths: Map<GraphQLObjectType, Step[]> | null = null;
  private readonly selections = new Map<GraphQLObjectType, Selection[]>();

  constructor(
    readonly graph: Graph,
    private readonly isHidden: (coordinate: string) => boolean,
  ) {
    this.schema = graph.schema;
  }

  /** True when the coordinate is not hidden. */
  isKnown(coordinate: string): boolean {
    return !this.isHidden(coordinate);
  }

  /** The kind of operation that starts at this root. */
  rootOf(type: GraphQLObjectType): "query" | "mutation" {
    return type === this.schema.getMutationType() ? "mutation" : "query";
  }

  /** How a field of an object type is mentioned by selecting it. */
  mentionOf(type: GraphQLObjectType, field: OutputField): Mentioned {
    const figure = figureMention(type, field);
    if (figure) return figure;
    const usual = type === this.schema.getMutationType() ? "CALL" : "SELECT";
    const declared = field.extensions["mention"];
    const mention = typeof declared === "string" ? declared : usual;
    return `${type.name}.${field.name} ${mention}`;
  }

  /**
   * A field with what it requires and, unless it is a leaf, with this below it; `given` is an
   * argument to give besides, as this text if any.
   */
  select(
    type: GraphQLObjectType,
    field: OutputField,
    below: Selection | null,
    given?: { argument: GraphQLArgument; value: GivenValue; text?: string },
  ): Selection {
    const mentions = new Set([this.mentionOf(type, field), ...(below?.mentions ?? [])]);
    const args = field.args
      .filter((argument) => argument === given?.argument || isRequiredArgument(argument))
      .map((argument) => {
        const isGiven = argument === given?.argument;
        const value = isGiven ? given.value : givenValue(argument.type, () => false, idFor(field));
        for (const each of this.inputMentions(type, value)) mentions.add(each);
        const meaning = this.meaningOf(type, field, argument);
        if ("field" in meaning) mentions.add(`${meaning.field} ${meaning.mention}`);
        return `${argument.name}: ${(isGiven ? given.text : undefined) ?? value.literal}`;
      });
    if (field.args.some(({ name }) => name === "first")) args.push("first: 1");
    const all = args.length ? `(${args.join(", ")})` : "";
    const isLeaf = !isCompositeType(getNamedType(field.type));
    const set = isLeaf ? "" : ` { ${below?.text ?? "__typename"} }`;
    return { text: `${field.name}${all}${set}`, mentions };
  }

  /** What giving an argument mentions, as declared beside it. */
  meaningOf(
    type: GraphQLObjectType,
    field: OutputField,
    { name }: GraphQLArgument,
  ): ArgumentMeaning {
    const coordinate = `${type.name}.${field.name}.${name}`;
    const meaning = this.graph.labels.arguments.get(coordinate);
    if (!meaning) throw new Error(`${coordinate} has no meaning`);
    return meaning;
  }

  /** What the value of an argument mentions. */
  inputMentions(type: GraphQLObjectType, { fields }: GivenValue): Mentioned[] {
    const usual = type === this.schema.getMutationType() ? "INPUT" : "FILTER";
    return fields.map(({ coordinate, field }) => {
      const declared = field.extensions["mention"];
      return `${coordinate} ${typeof declared === "string" ? declared : usual}`;
    });
  }

  /** All object types that can be asked for, roots first. */
  objectTypes(): GraphQLObjectType[] {
    const types = Object.values(this.schema.getTypeMap());
    const other = types.find(
      (type) => isCompositeType(type) && !isObjectType(type) && !isUnionType(type),
    );
    if (other) throw new Error(`${other.name}: say here how to mention fields of an interface`);
    if (this.schema.getSubscriptionType()) throw new Error("say here how to subscribe");
    return types.filter((type) => isObjectType(type) && !type.name.startsWith("__")) as never;
  }

  /** The fields of a type that are known of. */
  fieldsOf(type: GraphQLObjectType): OutputField[] {
    return Object.values(type.getFields()).filter(
      ({ name }) => !this.isHidden(`${type.name}.${name}`),
    );
  }

  /** Everything of a type, with as little as possible below. */
  everything(type: GraphQLObjectType): Selection[] {
    const made =
      this.selections.get(type) ??
      this.fieldsOf(type).map((field) => this.select(type, field, null));
    this.selections.set(type, made);
    return made;
  }

  /** Puts a selection on a type where an operation can ask for it; null when nothing leads there. */
  from(path: readonly Step[], type: GraphQLObjectType, selection: Selection): Selection {
    let inner = selection;
    let innerType: GraphQLNamedType = type;
    for (const { on, field } of [...path].reverse()) {
      const target = getNamedType(field.type);
      const text = target === innerType ? inner.text : `... on ${innerType.name} { ${inner.text} }`;
      inner = this.select(on, field, { text, mentions: inner.mentions });
      innerType = on;
    }
    return inner;
  }

  /** The shortest way from a root to each object type over known fields that `may` be used. */
  paths(may?: (mention: Mentioned) => boolean): Map<GraphQLObjectType, Step[]> {
    if (may) return this.walk(may);
    return (this.allPaths ??= this.walk(() => true));
  }

  private walk(may: (mention: Mentioned) => boolean): Map<GraphQLObjectType, Step[]> {
    const paths = new Map<GraphQLObjectType, Step[]>();
    for (const root of [this.schema.getQueryType(), this.schema.getMutationType()])
      if (root) paths.set(root, []);
    // A Map is walked through in the order of insertion, entries added meanwhile included.
    for (const [on, path] of paths)
      for (const field of this.fieldsOf(on)) {
        const step = this.select(on, field, null);
        if (![...step.mentions].every(may)) continue;
        const target = getNamedType(field.type);
        for (const next of isUnionType(target) ? target.getTypes() : [target])
          if (isObjectType(next) && !paths.has(next)) paths.set(next, [...path, { on, field }]);
      }
    return paths;
  }
}

/** An id of the kind a field looks up; any other where it looks up nothing. */
export function idFor(field: OutputField): string | undefined {
  const model = modelNamed(getNamedType(field.type).name.replace(/Connection$/, ""));
  return model && `${model.idPrefix}_00000000000000000000`;
}

/**
 * A figure mentions the field it is made of (access.md 1 and 6): by sums, averages and counts of
 * rows as an aggregate, by its least and greatest value as an order, by distinct values as a group.
 */
function figureMention({ name }: GraphQLObjectType, field: OutputField): Mentioned | null {
  const [, entity, kind] = /^(\w+?)(Sums|Averages|Extremes|DistinctCounts|Group)$/.exec(name) ?? [];
  const counted = /^(\w+)Aggregate!$/.exec(String(field.type))?.[1];
  if (name === "Query" && counted) return `${counted}.id AGGREGATE`;
  if (!entity || !kind || !modelNamed(entity)) return null;
  if (kind === "Group") return field.name === "count" ? `${entity}.id AGGREGATE` : null;
  const mention = { Extremes: "ORDER", DistinctCounts: "GROUP" }[kind] ?? "AGGREGATE";
  return `${entity}.${field.name} ${mention}`;
}

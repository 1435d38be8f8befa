import {
  getNamedType,
  isInputObjectType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from "graphql";
import { modelNamed } from "../../src/query/entity-model";
import { batched, type MentionDocument } from "./mention-documents";
import { idFor, type Mentions, type OutputField } from "./mention-paths";
import { givenValue, type Gives, type Names } from "./mention-values";

/** Documents that together give every argument that mentions a field, each under an alias. */
export function argumentDocuments(known: Mentions): MentionDocument[] {
  const paths = known.paths();
  const sections = argumentsOf(known).flatMap(({ type, field, argument }, n) => {
    const meaning = known.meaningOf(type, field, argument);
    checkMeaning(known, field, argument, "field" in meaning ? meaning.field : null);
    if (!("field" in meaning) || !known.isKnown(meaning.field)) return [];
    const path = paths.get(type);
    if (!path) throw new Error(`nothing leads to ${type.name}`);
    const value = givenValue(argument.type, () => false, idFor(field));
    const { text, mentions } = known.select(type, field, null, { argument, value });
    const root = known.rootOf(path[0]?.on ?? type);
    const selection = { text: `a${String(n)}: ${text}`, mentions };
    return [{ ...known.from(path, type, selection), root, aliases: 1 }];
  });
  return batched(sections);
}

/** An argument named like a field of what is looked up mentions that field, and says so. */
function checkMeaning(
  known: Mentions,
  field: OutputField,
  argument: GraphQLArgument,
  meant: string | null,
): void {
  const target = getNamedType(field.type).name.replace(/Connection$/, "");
  const model = modelNamed(target);
  if (!model?.fields.has(argument.name) || meant === `${target}.${argument.name}`) return;
  throw new Error(`${field.name}(${argument.name}:) must mention ${target}.${argument.name}`);
}

interface Argument {
  type: GraphQLObjectType;
  field: OutputField;
  argument: GraphQLArgument;
}

function argumentsOf(known: Mentions): Argument[] {
  return known
    .objectTypes()
    .flatMap((type) =>
      known
        .fieldsOf(type)
        .flatMap((field) => field.args.map((argument) => ({ type, field, argument }))),
    );
}

/** For each argument that takes an input object, a document that gives these fields of it. */
export function inputDocuments(
  known: Mentions,
  as: "literal" | "variable",
  gives: Gives = (coordinate) => known.isKnown(coordinate),
  names?: Names,
): (MentionDocument & { variables?: object })[] {
  return argumentsOf(known)
    .filter(({ argument }) => isInput(known, getNamedType(argument.type)))
    .map(({ type, field, argument }) =>
      inputDocument(known, { type, field, argument }, as, gives, names),
    );
}

/** Filters and orders mention fields of entities, not their own: see filters.scopes.test.ts. */
function isInput(known: Mentions, type: GraphQLNamedType): boolean {
  if (!isInputObjectType(type)) return false;
  const { mentions } = known.graph.labels;
  return !Object.keys(type.getFields()).some((name) => mentions.has(`${type.name}.${name}`));
}

/** One call with an input object: written into the document, or in a variable. */
function inputDocument(
  known: Mentions,
  { type, field, argument }: Argument,
  as: "literal" | "variable",
  gives: Gives,
  names?: Names,
): MentionDocument & { variables?: object } {
  const path = known.paths().get(type);
  if (!path) throw new Error(`nothing leads to ${type.name}`);
  const value = givenValue(argument.type, gives, undefined, names);
  const given = as === "variable" ? { argument, value, text: "$given" } : { argument, value };
  const selection = known.select(type, field, null, given);
  const section = known.from(path, type, selection);
  const root = known.rootOf(path[0]?.on ?? type);
  const variable = as === "variable" ? `($given: ${String(argument.type)})` : "";
  return {
    text: `${root} Given${variable} { ${section.text} }`,
    mentions: section.mentions,
    ...(as === "variable" ? { variables: { given: value.json } } : {}),
  };
}

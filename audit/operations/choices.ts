import { getNamedType, isNonNullType, type GraphQLArgument, type GraphQLField } from "graphql";
import { modelNamed } from "../../src/query/entity-model";
import type { Random } from "../random";

export type AnyField = GraphQLField<unknown, unknown>;

const pageArguments = ["first", "after", "last", "before"];
const filters = ["where", "orderBy"];
const withCursor = [
  ["first", "after"],
  ["first", "after"],
  ["last", "before"],
  ["last", "after"],
  ["first", "before"],
  ["first", "after", "before"],
];

/** Page arguments as a page is asked for, one of several keys, and any of the others. */
export function chooseArguments(
  args: readonly GraphQLArgument[],
  { depth, hasCursor }: { readonly depth: number; readonly hasCursor: boolean },
  random: Random,
): GraphQLArgument[] {
  const required = args.filter(({ type }) => isNonNullType(type));
  const pages = args.filter(({ name }) => pageArguments.includes(name));
  const others = args.filter((each) => !required.includes(each) && !pages.includes(each));
  const isLookup = pages.length === 0 && others.some(({ name }) => name === "id");
  const chosen = [...required];
  if (isLookup) chosen.push(...random.some(others, random.chance(0.97) ? 1 : 2));
  // Most pages are of all rows: what is filtered away shows no difference.
  else
    chosen.push(...others.filter(({ name }) => random.chance(filters.includes(name) ? 0.2 : 0.4)));
  if (pages.length > 0 && (depth > 0 || random.chance(0.9))) {
    const wanted = random.pick([["first"], ["last"], ...(hasCursor ? withCursor : [["first"]])]);
    chosen.push(...pages.filter(({ name }) => wanted.includes(name)));
  }
  // A cursor goes with the filter and the order it was made under, mostly none.
  const goesOn = chosen.some(({ name }) => name === "after" || name === "before");
  if (goesOn && random.chance(0.95)) return chosen.filter(({ name }) => !filters.includes(name));
  return chosen;
}

/** Lists, lookups, everything else and figures, in this order of how often they are asked. */
export function rootKinds(fields: readonly AnyField[]): AnyField[][] {
  const isList = ({ type }: AnyField): boolean => getNamedType(type).name.endsWith("Connection");
  const isLookup = ({ type }: AnyField): boolean =>
    modelNamed(getNamedType(type).name) !== undefined;
  const isFigure = ({ type }: AnyField): boolean => getNamedType(type).name.endsWith("Aggregate");
  const isOther = (field: AnyField): boolean =>
    !isList(field) && !isLookup(field) && !isFigure(field);
  const [lists, lookups, others] = [isList, isLookup, isOther].map((is) => fields.filter(is));
  const kinds = [lists, lists, lists, lookups, lookups, others, others, fields.filter(isFigure)];
  return kinds.flatMap((kind) => (kind?.length ? [kind] : []));
}

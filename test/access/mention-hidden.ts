import { isInputObjectType, isObjectType, type GraphQLObjectType } from "graphql";
import { inputDocuments } from "./mention-arguments";
import type { Mentions } from "./mention-paths";

/** A document that mentions a field its sender may not know of, or one that does not exist. */
interface NamingDocument {
  readonly text: string;
  readonly variables?: object | undefined;
}

/** Two documents that differ only in the name of one field: hidden, and in no schema. */
export interface HiddenDocument {
  readonly unknown: string;
  readonly hidden: NamingDocument;
  readonly absent: NamingDocument;
}

/** A name of no field, of the same length: places and cut texts are the same. */
export function nameOfNothing(unknown: string): string {
  return "z".repeat(unknown.length);
}

/** For each hidden field documents that select it, or give it as literal and as variable. */
export function hiddenDocuments(known: Mentions): HiddenDocument[] {
  return [...known.graph.labels.fields.keys()]
    .filter((coordinate) => !known.isKnown(coordinate))
    .flatMap((coordinate) => {
      const [typeName = "", unknown = ""] = coordinate.split(".");
      const type = known.schema.getType(typeName);
      if (isInputObjectType(type)) return givenDocuments(known, coordinate, unknown);
      if (!isObjectType(type)) throw new Error(`${coordinate} is of no object or input type`);
      return [selectedDocument(known, type, unknown)];
    });
}

function selectedDocument(
  known: Mentions,
  type: GraphQLObjectType,
  unknown: string,
): HiddenDocument {
  const path = known.paths().get(type);
  const field = type.getFields()[unknown];
  if (!path || !field) throw new Error(`nothing leads to ${type.name}.${unknown}`);
  const root = known.rootOf(path[0]?.on ?? type);
  const naming = (name: string): NamingDocument => {
    const selection = known.select(type, { ...field, name }, null);
    return { text: `${root} { ${known.from(path, type, selection).text} }` };
  };
  return { unknown, hidden: naming(unknown), absent: naming(nameOfNothing(unknown)) };
}

/** Other fields may have the same name: only the hidden one is called another. */
function givenDocuments(known: Mentions, coordinate: string, unknown: string): HiddenDocument[] {
  const gives = (given: string): boolean => known.isKnown(given) || given === coordinate;
  return (["literal", "variable"] as const).flatMap((as) => {
    const [hidden, absent] = [unknown, nameOfNothing(unknown)].map((called) =>
      inputDocuments(known, as, gives, (of, name) => (of === coordinate ? called : name)).filter(
        ({ mentions }) => [...mentions].some((m) => m.startsWith(`${coordinate} `)),
      ),
    );
    return (hidden ?? []).flatMap((document, at) => {
      const other = absent?.[at];
      return other ? [{ unknown, hidden: document, absent: other }] : [];
    });
  });
}

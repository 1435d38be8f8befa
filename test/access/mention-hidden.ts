import { isInputObjectType, isObjectType } from "graphql";
import { inputDocuments } from "./mention-arguments";
import type { Mentions } from "./mention-paths";

/** A document that mentions one field its sender may not know of. */
export interface HiddenDocument {
  readonly unknown: string;
  readonly text: string;
  readonly variables?: object | undefined;
}

/** For each hidden field a document that selects it, or gives it as literal and as variable. */
export function hiddenDocuments(known: Mentions): HiddenDocument[] {
  const paths = known.paths();
  const inputs = (["literal", "variable"] as const).map((as) => ({ as }));
  return [...known.graph.labels.fields.keys()]
    .filter((coordinate) => !known.isKnown(coordinate))
    .flatMap((coordinate): HiddenDocument[] => {
      const [typeName = "", unknown = ""] = coordinate.split(".");
      const type = known.schema.getType(typeName);
      if (isInputObjectType(type))
        return inputs.flatMap(({ as }) => {
          const gives = (given: string): boolean => known.isKnown(given) || given === coordinate;
          return inputDocuments(known, as, gives)
            .filter(({ mentions }) => [...mentions].some((m) => m.startsWith(`${coordinate} `)))
            .map(({ text, variables }) => ({ unknown, text, variables }));
        });
      if (!isObjectType(type)) throw new Error(`${coordinate} is of no object or input type`);
      const path = paths.get(type);
      const field = type.getFields()[unknown];
      if (!path || !field) throw new Error(`nothing leads to ${coordinate}`);
      const { text } = known.from(path, type, known.select(type, field, null));
      return [{ unknown, text: `${known.rootOf(path[0]?.on ?? type)} { ${text} }` }];
    });
}

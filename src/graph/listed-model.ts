import { modelNamed, type EntityModel } from "../query/entity-model";

const connection = "Connection";

/** The entity whose rows a connection type lists; undefined for other types. */
export function listedModel(typeName: string): EntityModel | undefined {
  if (!typeName.endsWith(connection)) return undefined;
  return modelNamed(typeName.slice(0, -connection.length));
}

import { isInputObjectType, type GraphQLSchema } from "graphql";
import { getMetadataStorage } from "type-graphql";

/**
 * type-graphql copies inherited fields of input types without their extensions, and with them their
 * labels; fields of object types keep theirs. This gives them back.
 */
export function restoreInheritedExtensions(schema: GraphQLSchema): void {
  const { fields, inputTypes } = getMetadataStorage();
  for (const { name, target } of inputTypes) {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (Object.keys(field.extensions).length > 0) continue;
      const declared = fields.find(
        (own) => own.schemaName === field.name && isBaseOf(own.target, target),
      );
      field.extensions = declared?.extensions ?? {};
    }
  }
}

// type-graphql's own type of a class is Function.
function isBaseOf(base: object, target: object): boolean {
  let current: object | null = target;
  while (current && current !== base) current = Object.getPrototypeOf(current) as object | null;
  return current === base;
}

import { TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from "graphql";
import type { Operation } from "./operation";
import type { Pool } from "./pool";

const foundMax = 20;

/** Keeps the cursors of an answer for later operations, by the field that answered them. */
export function harvestCursors(
  { document }: Operation,
  text: string,
  { pool, schema }: { readonly pool: Pool; readonly schema: GraphQLSchema },
  isForeign = false,
): void {
  if (!text.startsWith('{"data"')) return;
  const fieldOfKey = new Map<string, string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ alias, name }) => {
        const parent = types.getParentType()?.name ?? "";
        fieldOfKey.set((alias ?? name).value, `${parent}.${name.value}`);
      },
    }),
  );
  const found = new Map<string, string[]>();
  const walk = (value: unknown, list: string): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, list);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        const field = fieldOfKey.get(key) ?? key;
        if (/cursor$/i.test(field) && typeof inner === "string")
          found.set(list, [...(found.get(list) ?? []), inner]);
        else walk(inner, isPart(field) ? list : field);
      }
  };
  walk((JSON.parse(text) as { data?: unknown }).data, "");
  for (const [list, cursors] of found)
    if (isForeign) pool.keepForeignCursors(cursors.slice(0, foundMax));
    else pool.keepCursors(list, cursors.slice(0, foundMax));
}

function isPart(field: string): boolean {
  return /\.(pageInfo|edges|node|nodes)$/.test(field);
}

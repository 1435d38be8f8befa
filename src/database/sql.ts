/** What may be bound to a placeholder. Objects never are: mysql2 would expand them into SQL. */
export type SqlValue = string | number | null;

/** A piece of SQL with its parameters. Values never become text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Joins SQL pieces: `sql\`id = ${value(id)} AND ${scope}\``. Only Sql may be interpolated. */
export function sql(strings: TemplateStringsArray, ...parts: readonly Sql[]): Sql {
  let text = strings[0] ?? "";
  const values: SqlValue[] = [];
  parts.forEach((part, i) => {
    text += part.text + (strings[i + 1] ?? "");
    values.push(...part.values);
  });
  return { text, values };
}

/** One bound parameter. */
export function value(v: SqlValue): Sql {
  return { text: "?", values: [v] };
}

/** A bound list for `IN (…)`; an empty list matches nothing. */
export function valueList(list: readonly SqlValue[]): Sql {
  if (list.length === 0) return { text: "NULL", values: [] };
  return { text: "?,".repeat(list.length).slice(0, -1), values: list };
}

/** SQL that comes from our own source code, never from a request. */
export function trusted(text: string): Sql {
  return { text, values: [] };
}

/** A quoted table or column name. */
export function identifier(name: string): Sql {
  if (!/^[a-z][a-z0-9_]*$/i.test(name)) throw new Error(`not an identifier: ${name}`);
  return { text: `\`${name}\``, values: [] };
}

export function joinSql(parts: readonly Sql[], separator: string): Sql {
  return {
    text: parts.map((p) => p.text).join(separator),
    values: parts.flatMap((p) => p.values),
  };
}

export const sqlTrue = trusted("TRUE");
export const sqlFalse = trusted("FALSE");

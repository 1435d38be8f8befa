/** `paidFen` → `paid_fen`: the one rule from property to column and from class to table. */
export function snakeCase(name: string): string {
  return name.replace(/(?<=.)([A-Z])/g, "_$1").toLowerCase();
}

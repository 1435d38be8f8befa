/**
 * A message of the GraphQL layer without its "Did you mean …?": it names parts of the schema,
 * whether the caller may know of them or not.
 */
export function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .+\?$/s, "");
}

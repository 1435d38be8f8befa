import { basename } from "node:path";
import { domains } from "../domain/domains";
import type { RecordType } from "../submission/record-type";

/** Everything that can be submitted, in the order of the domains. */
export const fileTypes: readonly RecordType[] = domains.flatMap((d) => d.recordTypes ?? []);

const byWord = new Map(
  fileTypes.flatMap((type) => [type.name, pluralOf(type)].map((word) => [plain(word), type])),
);

/** The type that a word means: `policy`, `policies`, `service-records`, `serviceRecord`. */
export function recordTypeIn(word: string): RecordType | null {
  return byWord.get(plain(word)) ?? null;
}

/** The type that a file is called after: `policies.csv`, `claim-payments_2026-07.ndjson.gz`. */
export function recordTypeOfFile(file: string): RecordType | null {
  const [name = ""] = basename(file).split(".");
  const words = name.split(/[-_ ]+/);
  for (let count = words.length; count > 0; count--) {
    const type = recordTypeIn(words.slice(0, count).join(""));
    if (type) return type;
  }
  return null;
}

/** How many of a type are called: `policies`. */
export function pluralOf({ name }: RecordType): string {
  return name.endsWith("y") ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function plain(word: string): string {
  return word.replace(/[-_ ]/g, "").toLowerCase();
}

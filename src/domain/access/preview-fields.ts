import { mentions } from "../../access/right";
import type { RowLimit, Rights } from "../../access/rights";
import type { Plain } from "../../submission/plain";
import type { PreviewedField } from "./grant-preview";
import type { SubjectField } from "./grant-subject";
import { nameOfRight } from "./grant-terms";

/** Rights without and with a grant. */
export interface Change {
  readonly before: Rights;
  readonly after: Rights;
}

/** The fields among these whose right changes on some row. */
export function changedFields(
  { before, after }: Change,
  fields: readonly SubjectField[],
): Plain<PreviewedField>[] {
  return fields
    .filter((field) => textOf(before, field) !== textOf(after, field))
    .map((field) => {
      const { coordinate, label } = field;
      return {
        coordinate,
        label,
        before: rightName(before, field),
        after: rightName(after, field),
        onSomeRows: isLimited(after, field),
      };
    });
}

function rightName(rights: Rights, { coordinate, label }: SubjectField): PreviewedField["after"] {
  // The names of rights are those of the enum.
  return nameOfRight(rights.of(coordinate, label)) as PreviewedField["after"];
}

/** Everything the rights say about a field, to compare. */
function textOf(rights: Rights, { coordinate, label }: SubjectField): string {
  const said = mentions.map((mention) => [
    rights.permits(coordinate, label, mention),
    rights.permits(coordinate, label, mention) && rights.rowsFor(coordinate, label, mention),
  ]);
  return JSON.stringify([said, rights.plainRows(coordinate, label)]);
}

function isLimited(rights: Rights, { coordinate, label }: SubjectField): boolean {
  const limits = mentions
    .filter((mention) => rights.permits(coordinate, label, mention))
    .map((mention) => rights.rowsFor(coordinate, label, mention));
  return limits.some((limit) => limit !== null) || isMixed(rights.plainRows(coordinate, label));
}

function isMixed(plain: RowLimit | null): boolean {
  return plain !== null && (plain.own || plain.also.length > 0);
}

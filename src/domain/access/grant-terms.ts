import type { Grant, GrantEffect, GrantRows } from "../../access/grant";
import type { Label } from "../../access/label";
import type { Right } from "../../access/right";
import { instantToDatabase } from "../../database/calendar";
import type { GrantRequestInput } from "./grant-request.input";

/** What a grant says, whether it was asked for a moment ago or is stored. */
export interface GrantTerms {
  readonly effect: GrantEffect;
  readonly label: Label | null;
  readonly field: string | null;
  readonly right: Right;
  readonly rows: GrantRows;
  readonly purpose: string;
  readonly legalBasis: string;
  /** Database form. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** `-` is no name of an enum value. */
export function rightOfName(name: string): Right {
  return name === "NOTHING" ? "-" : (name as Right);
}

/** The name under which a right is published and stored. */
export function nameOfRight(right: Right): string {
  return right === "-" ? "NOTHING" : right;
}

/** The terms of a request, as they would be stored. */
export function termsOf(input: GrantRequestInput): GrantTerms {
  const { effect, rows, purpose, legalBasis, validTo } = input;
  return {
    effect,
    label: input.label ?? null,
    field: input.field ?? null,
    right: rightOfName(input.right),
    rows: { kind: rows.kind, value: rows.value ?? "" },
    purpose,
    legalBasis,
    validFrom: instantToDatabase(input.validFrom),
    validTo: validTo == null ? null : instantToDatabase(validTo),
  };
}

/** The grant these terms would be, for the decision. */
export function candidateOf(terms: GrantTerms, rows: GrantRows): Grant {
  const { effect, label, field, right } = terms;
  const on = field === null ? { label: label ?? "public" } : { field };
  return { id: "candidate", effect, on, right, rows };
}

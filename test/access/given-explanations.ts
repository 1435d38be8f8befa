import type { Database } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import type { SqlValue } from "../../src/database/sql";
import { givenRow, type TestHub } from "../setup/hub";

interface Words {
  zh: string;
  en: string;
}

/** An explanation as answered. */
export interface Explanation {
  allowed: boolean;
  policyVersion: string;
  openVariables: string[];
  faults: { code: string; zh: string; en: string; line: number | null; column: number | null }[];
  fields: {
    field: string;
    mention: string;
    verdict: string;
    allowed: boolean;
    rows: Words | null;
    grantedBy: string;
    granters: string[];
    callers: string[] | null;
  }[];
}

const asked = `query($document: String!, $variables: String) {
  explainAccess(document: $document, variables: $variables) {
    allowed policyVersion openVariables
    faults { code zh en line column }
    fields { field mention verdict allowed label labelName { zh en } level right
      rows { zh en } plainRows { zh en } legalBasis policyVersion
      grants { id validTo } grantedBy granters callers } } }`;

/** Asks for the explanation of a document as an organisation. */
export async function explain(
  hub: Pick<TestHub, "ask">,
  code: string,
  document: string,
  variables?: object,
): Promise<Explanation> {
  const given = { document, variables: variables && JSON.stringify(variables) };
  const { text, body } = await hub.ask(code, asked, given);
  if (body.errors) throw new Error(text);
  return body.data?.["explainAccess"] as Explanation;
}

/** Stores a grant to an organisation that is in force, and the event that makes it a new policy. */
export async function givenGrant(
  database: Database,
  code: string,
  key: string,
  terms: Record<string, SqlValue>,
): Promise<void> {
  const id = entityId("grt", key);
  const organisationId = entityId("org", code);
  const at = "2026-07-01 00:00:00";
  await givenRow(database, "access_grant", {
    ...{ id, organisation_id: organisationId, region_code: "34", label: null, field: null },
    ...{ purpose: "test", legal_basis: "test", valid_from: at, valid_to: null },
    ...{ requested_by_id: organisationId, requested_person: "p", requested_at: at },
    ...{ owner_id: entityId("org", "FINANCIAL"), owner_approved_at: at, receiver_accepted_at: at },
    ...terms,
  });
  await givenRow(database, "access_grant_event", {
    ...{ grant_id: id, act: "RECEIVER_ACCEPTED", organisation_id: organisationId },
    ...{ person: "p", at },
  });
}

/** What an explanation and an error both say of a denial. */
export function denialOf(of: object): string {
  const { field, mention, label, right, legalBasis, policyVersion, grantedBy } = of as Record<
    string,
    unknown
  >;
  const named = right === "-" ? "NOTHING" : right;
  return JSON.stringify({
    field,
    mention,
    label,
    right: named,
    legalBasis,
    policyVersion,
    grantedBy,
  });
}

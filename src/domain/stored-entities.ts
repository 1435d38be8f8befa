import type { EntityClass } from "../query/entity-model";
import { DisclosureLedgerEntity } from "../query/disclosure/tables/disclosure-ledger.entity";
import { submissionTables } from "../submission/tables/submission-tables";
import { domains } from "./domains";

/** Every class with a table: what the domains publish, and what the engines keep. */
export const storedEntities: readonly EntityClass[] = [
  ...domains.flatMap((d) => [...d.entities, ...(d.tables ?? [])]),
  ...submissionTables,
  DisclosureLedgerEntity,
];

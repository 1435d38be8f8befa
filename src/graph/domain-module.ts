import type { EntityClass } from "../query/entity-model";
import type { FindingRule } from "../submission/findings/finding-rule";
import type { RecordType } from "../submission/record-type";

export const domainNames = [
  "registry",
  "underwriting",
  "claims",
  "prevention",
  "supervision",
  "access",
] as const;

/** The subgraphs, in the order in which one may import from another. */
export type DomainName = (typeof domainNames)[number];

/** Everything a domain puts into the graph; a subgraph is the slice of exactly these. */
export interface DomainModule {
  name: DomainName;
  /** Object types the domain owns: entities with a key, and plain values. */
  entities: readonly EntityClass[];
  values?: readonly EntityClass[];
  /** Tables the domain keeps for itself; never published. */
  tables?: readonly EntityClass[];
  /** Root fields, and list fields it adds to its own and to others' entities. */
  resolvers: readonly (new () => object)[];
  /** What may be submitted to this domain. */
  recordTypes?: readonly RecordType[];
  /** What its committed rows are judged by. */
  findingRules?: readonly FindingRule[];
}

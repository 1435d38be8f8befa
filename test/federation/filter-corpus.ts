import { entityId } from "../../src/database/entity-id";
import type { CorpusEntry } from "./corpus";
import type { Operation } from "./given-hub";

/** Filters and orders: at roots, below rows of other subgraphs, written and in variables. */
export const filterCorpus: readonly CorpusEntry[] = Object.entries<string | Operation>({
  "of a root list":
    '{ policies(where: {status: {in: [IN_FORCE, EXPIRED]}, startDate: {gte: "2025-02-01"}}) { totalCount nodes { policyNo } } }',
  "through relations into two other subgraphs":
    '{ enterprises(where: {policies: {some: {insurer: {name: {contains: "1"}}}}, hazards: {none: {level: {eq: MAJOR}}}}) { totalCount nodes { uscc } } }',
  "of a list on a row of another subgraph":
    "{ enterprises(first: 9) { nodes { id hazards(first: 3, where: {overdue: {eq: true}}, orderBy: [{field: DEADLINE}]) { totalCount nodes { id deadline } pageInfo { endCursor } } } } }",
  "of the same list twice, each its own":
    "{ enterprises(first: 5) { nodes { a: policies(where: {status: {eq: EXPIRED}}) { totalCount } b: policies(where: {status: {ne: EXPIRED}}) { totalCount } } } }",
  "and order by a field of another subgraph's row":
    "{ claims(first: 7, orderBy: [{field: ENTERPRISE_USCC, direction: DESC}, {field: ACCIDENT_AT}]) { nodes { claimNo enterprise { uscc } } pageInfo { endCursor hasNextPage } } }",
  "in a variable, of every kind of value": {
    query:
      "query ($w: PolicyWhere!, $o: [PolicyOrder!]) { policies(where: $w, orderBy: $o, first: 5) { totalCount nodes { id } } }",
    variables: {
      w: {
        or: [
          { insuredCount: { between: { from: 1, to: 20 } }, agreedItems: { isEmpty: false } },
          { not: { signedOn: { lt: "2025-06-01" } }, cancelledOn: { isNull: true } },
          { limitPerAccidentFen: { gt: "5000000" } },
          { claims: { every: { accidentAt: { gte: "2025-03-01T00:00:00+08:00" } } } },
        ],
      },
      o: [{ field: "SIGNED_ON", direction: "DESC" }, { field: "POLICY_NO" }],
    },
  },
  "with variables in their parts, below a row": {
    query:
      "query ($n: String!, $d: OrderDirection!, $s: PolicyStatus) { enterprises(first: 4) { nodes { policies(where: {policyNo: {startsWith: $n}, status: {ne: $s}}, orderBy: [{field: POLICY_NO, direction: $d}]) { nodes { policyNo } } } } }",
    variables: { n: "p", d: "DESC", s: "PENDING" },
  },
  "by a hidden field": '{ policies(where: {writtenPremiumFen: {gt: "1"}}) { totalCount } }',
  "by a field only some may know of":
    '{ claims(where: {casualties: {some: {name: {startsWith: "张"}}}}) { totalCount } }',
  "in the order of a hidden field":
    "{ policies(orderBy: [{field: WRITTEN_PREMIUM_FEN}]) { nodes { id } } }",
  "of null":
    "{ enterprises(first: 1) { nodes { policies(where: {status: null}) { totalCount } } } }",
  "too many values": {
    query:
      "query ($w: PolicyWhere) { enterprises(first: 2) { nodes { policies(where: $w) { totalCount } } } }",
    variables: { w: { policyNo: { in: Array.from({ length: 501 }, (_, n) => String(n)) } } },
  },
  "an id of another type": `{ policies(where: {id: {eq: "${entityId("ent", "x")}"}}) { totalCount } }`,
}).map(([title, given]) => ({
  title: `filters: ${title}`,
  of: () => (typeof given === "string" ? { query: given } : given),
}));

import { filterCorpus } from "./filter-corpus";
import type { Operation } from "./given-hub";
import type { ContractCaller } from "./given-organisations";
import { idOf } from "./given-rows";

/** One operation of the contract; some depend on what the caller may see. */
export interface CorpusEntry {
  title: string;
  of: (caller: ContractCaller) => Operation;
}

const unknownId = "ent_00000000000000000000";
const enterprise = { id: idOf("Enterprise", 7) };

/** Written by hand: what a gateway could do differently from one schema, by kind. */
export const corpus: readonly CorpusEntry[] = [
  ...nested(),
  ...aliases(),
  ...fragments(),
  ...variables(),
  ...figures(),
  ...errors(),
  ...schemaQuestions(),
  ...filterCorpus,
];

function entries(kind: string, list: Record<string, string | Operation>): CorpusEntry[] {
  return Object.entries(list).map(([title, given]) => ({
    title: `${kind}: ${title}`,
    of: () => (typeof given === "string" ? { query: given } : given),
  }));
}

function nested(): CorpusEntry[] {
  return entries("nested", {
    "through three subgraphs and back":
      "{ policies(first: 9) { nodes { policyNo enterprise { name policies(first: 2) { nodes { policyNo insurer { name } } } } } } }",
    "references to rows out of scope are null":
      "{ policies(first: 24) { nodes { id enterprise { id name } insurer { id name } } } }",
    "a reference by its id only": "{ policies(first: 24) { nodes { id enterprise { id } } } }",
    "lists of two domains on one row":
      "{ enterprises(first: 5) { nodes { name policies(first: 1) { totalCount } hazards(first: 2) { totalCount nodes { level } } } } }",
    "a list of a domain on a reference of another":
      "{ hazards(first: 9) { nodes { level enterprise { regionCode policies(first: 2) { nodes { status } } } } } }",
    "edges and nodes of the same rows":
      "{ enterprises(first: 3) { edges { cursor node { id } } nodes { name } pageInfo { startCursor endCursor hasPreviousPage hasNextPage } } }",
    "an empty page":
      "{ enterprises(first: 0) { totalCount nodes { name policies { totalCount } } } }",
    "only counts": "{ enterprises { totalCount } policies { totalCount } hazards { totalCount } }",
    "many root fields of many domains":
      "{ insurers(first: 2) { nodes { name } } policies(first: 2) { nodes { id } } claims(first: 2) { nodes { id } } hazards(first: 2) { nodes { id } } serviceRecords(first: 2) { nodes { id } } }",
    "rows that refer to themselves":
      "{ regions(first: 5) { nodes { code children(first: 2) { nodes { code } } } } }",
    "deep to one": `{ claims(first: 9) { nodes { claimNo policy { policyNo enterprise { name } insurer { orgCode } } } } }`,
  });
}

function aliases(): CorpusEntry[] {
  return entries("aliases", {
    "the name of the key for another field":
      "{ enterprises(first: 3) { nodes { id: name name: id policies(first: 1) { id: nodes { id: policyNo } } } } }",
    "one list with different pages":
      "{ enterprises(first: 4) { nodes { a: policies(first: 1) { nodes { id } } b: policies(first: 3) { nodes { id } } policies(last: 1) { nodes { id } } } } }",
    "one list in nodes and in edges with different pages":
      "{ enterprises(first: 4) { nodes { policies(first: 1) { nodes { id } } } edges { node { policies(first: 2) { nodes { policyNo } } } } } }",
    "one field under names that others have":
      "{ policies(first: 5) { nodes: edges { node: cursor cursor: node { insurer: policyNo policyNo: insurer { enterprise: name } } } } }",
    "two root fields of one name":
      "{ a: enterprises(first: 1) { nodes { id } } b: enterprises(last: 1) { nodes { id } } }",
    "the type name":
      "{ x: __typename enterprises(first: 2) { y: __typename nodes { id: __typename } } }",
    "nothing but type names":
      "{ enterprises(first: 2) { nodes { __typename } edges { node { __typename } } } }",
    "a reference twice with other fields":
      "{ policies(first: 4) { nodes { a: enterprise { name } b: enterprise { regionCode } enterprise { id } } } }",
    "more of them behind the gateway than a caller may write": `{ ${["a", "b", "c"].map((a) => `${a}: enterprises(first: 1) { nodes { ...N } }`).join(" ")} } fragment N on Enterprise { ${Array.from({ length: 60 }, (_, i) => `n${String(i)}: name`).join(" ")} }`,
    "names that begin like a mark of ours":
      "{ _a_x: enterprises(first: 1) { _a_id: nodes { _a_id: id } } }",
  });
}

function fragments(): CorpusEntry[] {
  return entries("fragments", {
    "named, spread twice":
      "{ a: enterprises(first: 2) { ...Page } b: enterprises(last: 2) { ...Page } } fragment Page on EnterpriseConnection { nodes { ...Name policies(first: 1) { nodes { policyNo } } } } fragment Name on Enterprise { name }",
    "of fragments across domains":
      "{ policies(first: 3) { nodes { ...P } } } fragment P on Policy { policyNo enterprise { ...E } } fragment E on Enterprise { name hazards(first: 1) { nodes { ...H } } } fragment H on Hazard { level }",
    "inline with and without a type":
      "{ enterprises(first: 2) { ... { nodes { ... on Enterprise { name } ... { id } } } } }",
    "on the root":
      "query { ...Roots } fragment Roots on Query { insurers(first: 1) { nodes { id } } __typename }",
    "with nothing but the type name":
      "{ insurers(first: 1) { nodes { ... on Insurer { __typename } } } }",
    "overlapping selections":
      "{ enterprises(first: 2) { nodes { policies(first: 1) { nodes { id } } ...X } } } fragment X on Enterprise { policies(first: 1) { nodes { policyNo insurer { name } } totalCount } }",
  });
}

function variables(): CorpusEntry[] {
  const conditions =
    "query Q($with: Boolean!, $without: Boolean! = true) { enterprises(first: 2) { nodes { id name @include(if: $with) policies(first: 1) @skip(if: $without) { nodes { id } } } } }";
  const page =
    "query Page($n: Int!, $after: String) { policies(first: $n, after: $after) { nodes { id } } }";
  const one =
    "query One($id: ID) { enterprise(id: $id) { name policies(first: 2) { nodes { id } } } }";
  return entries("variables", {
    "an id": { query: one, variables: enterprise },
    "an id that is nobody's": { query: one, variables: { id: unknownId } },
    "a page": { query: page, variables: { n: 3, after: null } },
    "a page below a reference": {
      query:
        "query ($n: Int = 1) { policies(first: 3) { nodes { enterprise { policies(first: $n) { nodes { id } } } } } }",
    },
    "conditions that hold": { query: conditions, variables: { with: true, without: false } },
    "conditions that do not hold": { query: conditions, variables: { with: false } },
    "a condition that leaves nothing": {
      query: "query ($no: Boolean!) { insurers(first: 2) { nodes { name @include(if: $no) } } }",
      variables: { no: false },
    },
    "a root field left out": {
      query:
        "query ($no: Boolean!) { insurers(first: 1) @include(if: $no) { totalCount } enterprises(first: 1) { totalCount } }",
      variables: { no: false },
    },
    "one of several operations": {
      query:
        "query A { insurers(first: 1) { totalCount } } query B { enterprises(first: 1) { totalCount } }",
      operationName: "B",
    },
  });
}

function figures(): CorpusEntry[] {
  const basis =
    "basis { numerator { zh en } denominator { zh en } period { zh en } scope { zh en } computedAt }";
  return entries("figures", {
    "groups of policies by what their enterprises are":
      "{ policiesAggregate(groupBy: [{field: ENTERPRISE_SECTOR}, {field: SIGNED_ON, by: YEAR}], orderBy: [{figure: COUNT, direction: DESC}], first: 3) { groups { keys { field by value label from to } count { value state } sum { insuredCount { value state } } } remainder { count { value } } total { count { value } } hasMore scope { zh en } asOf policyVersion } }",
    "groups with prices, told, kept back or denied":
      "{ claims: claimPaymentsAggregate { total { count { value state } } } policiesAggregate(groupBy: [{field: ENTERPRISE_REGION, by: CITY}]) { groups { keys { value } sum { writtenPremiumFen { value state reason { zh en } } } } total { avg { writtenPremiumFen { value state } } } } }",
    "overdue major hazards": `{ overdueMajorHazardFigure { major overdue reported reportedPct ${basis} } }`,
    "overdue major hazards of a region": `{ overdueMajorHazardFigure(regionPrefix: "3401") { major ${basis} } }`,
    "the overdue hazards themselves":
      "{ overdueMajorHazards(first: 5) { totalCount nodes { id level enterprise { name } } } }",
    "a figure beside rows": `{ overdueMajorHazardFigure { major } enterprises(first: 1) { nodes { name } } }`,
  });
}

function errors(): CorpusEntry[] {
  return entries("errors", {
    "a malformed id": '{ enterprise(id: "x") { name } insurers(first: 1) { totalCount } }',
    "an id of another type": `{ policy(id: "${unknownId}") { id } }`,
    "two keys at once": `{ enterprise(id: "${unknownId}", uscc: "x") { name } }`,
    "no key": "{ enterprise { name } insurers(first: 1) { totalCount } }",
    "several failing lookups in order":
      "{ c: policy { id } a: enterprise { id } b: insurer { id } d: insurers(first: 1) { totalCount } }",
    "a page too large": "{ enterprises(first: 1001) { totalCount } }",
    "a negative page below":
      "{ enterprises(first: 2) { nodes { policies(first: -1) { nodes { id } } } } }",
    "two pages below, of two domains":
      "{ enterprises(first: 2) { nodes { hazards(first: -1) { totalCount } policies(last: -1) { totalCount } } } }",
    "both ends": "{ enterprises(first: 1, last: 1) { totalCount } }",
    "an invented cursor": '{ enterprises(after: "abcd") { totalCount } }',
    "an invented cursor below":
      '{ enterprises(first: 2) { nodes { policies(before: "abcd") { totalCount } } } }',
    "a field that does not exist": "{ enterprises(first: 1) { nodes { nope } } }",
    "a field some may not read": "{ policies(first: 1) { nodes { writtenPremiumFen } } }",
    "a field most may not know of": "{ casualties(first: 1) { nodes { id } } }",
    "a denied field below a reference":
      "{ claims(first: 1) { nodes { policy { writtenPremiumFen enterprise { safetyManagerPhone } } } } }",
    "a syntax error": "{ enterprises(first: 1 { totalCount }",
    "a missing variable": "query ($n: Int!) { enterprises(first: $n) { totalCount } }",
    "a variable of another type": {
      query: "query ($n: Int!) { enterprises(first: $n) { totalCount } }",
      variables: { n: "three" },
    },
    "an unknown operation": { query: "query A { __typename }", operationName: "B" },
    "too many rows":
      "{ enterprises(first: 1000) { nodes { policies(first: 1000) { nodes { id } } } } }",
    "entities asked for by a caller":
      '{ _entities(representations: [{ __typename: "Enterprise", id: "x" }]) { __typename } }',
  });
}

function schemaQuestions(): CorpusEntry[] {
  return entries("the schema", {
    "its types": "{ __schema { queryType { name } types { kind name fields { name } } } }",
    "one type beside rows":
      '{ __type(name: "Policy") { name fields { name type { name kind ofType { name } } } } insurers(first: 1) { nodes { name } } __typename }',
    "its directives": "{ __schema { directives { name locations } } }",
  });
}

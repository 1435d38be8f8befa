import {
  actsOn,
  givenGrantHubs,
  request,
  type Acted,
  startMsMax,
  type GrantHubs,
} from "./given-grants";

/* What may be asked for: every part of a request, on both sides of each boundary. */

let hubs: GrantHubs;
beforeAll(async () => {
  hubs = await givenGrantHubs();
}, startMsMax);
afterAll(() => hubs.close());

const asked = (more: object, by = "DEMO-FI-3401", receiver = by): Promise<Acted> =>
  actsOn(hubs.ask).request(by, request({ receiver, ...more }));

const anId = (prefix: string): string => `${prefix}_${"A".repeat(20)}`;
const label = "hazardDetail";

test.each([
  ["a label", { label }],
  ["a single field", { field: "Hazard.place" }],
  ["an input field", { field: "HazardRecordInput.place", right: "W" }],
  ["a masked right where every field has a mask", { label: "claimant", right: "M" }],
  ["a region that nobody registered", { label, rows: { kind: "REGION", value: "9999" } }],
  ["a sector", { label, rows: { kind: "SECTOR", value: "COAL_MINE" } }],
  [
    "an enterprise that does not exist",
    { label, rows: { kind: "ENTERPRISE", value: anId("ent") } },
  ],
  ["a claim that does not exist", { label, rows: { kind: "CLAIM", value: anId("clm") } }],
  ["366 days", { label, validFrom: "2026-07-15T04:00:00Z", validTo: "2027-07-16T04:00:00Z" }],
  ["a purpose of 500 characters", { label, purpose: "用".repeat(500) }],
  ["a legal basis of 300 characters", { label, legalBasis: "法".repeat(300) }],
  ["a beginning in the past", { label, validFrom: "2026-01-01T00:00:00Z" }],
])("a request may name %s", async (_title, more) => {
  const { state, refused } = await asked(more);

  expect({ state, refused }).toEqual({ state: "RECEIVER_ACCEPTED", refused: [] });
});

test.each([
  ["neither a label nor a field", {}, "SUBJECT_NOT_ONE at label"],
  ["both a label and a field", { label, field: "Hazard.place" }, "SUBJECT_NOT_ONE at label"],
  ["public data", { label: "public" }, "LABEL_PUBLIC at label"],
  ["a field that does not exist", { field: "Hazard.nothing" }, "FIELD_UNKNOWN at field"],
  ["a type without a field", { field: "Hazard" }, "FIELD_UNKNOWN at field"],
  ["a name of JavaScript", { field: "Hazard.__proto__" }, "FIELD_UNKNOWN at field"],
  ["an id", { field: "Hazard.id" }, "FIELD_NOT_GRANTABLE at field"],
  ["a root field", { field: "Query.hazards" }, "FIELD_NOT_GRANTABLE at field"],
  ["a mutation", { field: "Mutation.submitHazards" }, "FIELD_NOT_GRANTABLE at field"],
  ["a connection", { field: "HazardConnection.totalCount" }, "FIELD_NOT_GRANTABLE at field"],
  ["a public field", { field: "Region.name" }, "FIELD_NOT_GRANTABLE at field"],
  ["a widening to nothing", { label, right: "NOTHING" }, "RIGHT_UNFIT at right"],
  ["a mask on an id", { label: "hazard", right: "M" }, "NOT_MASKABLE at right"],
  ["a mask on a number", { label: "price", right: "M" }, "NOT_MASKABLE at right"],
  [
    "writing on some rows",
    { label, right: "W", rows: { kind: "REGION", value: "34" } },
    "ROWS_OF_WRITING at rows.kind",
  ],
  [
    "a value for all rows",
    { label, rows: { kind: "OWN", value: "34" } },
    "ROWS_MALFORMED at rows.value",
  ],
  [
    "a region of 3 digits",
    { label, rows: { kind: "REGION", value: "340" } },
    "ROWS_MALFORMED at rows.value",
  ],
  [
    "a region pattern",
    { label, rows: { kind: "REGION", value: "3_" } },
    "ROWS_MALFORMED at rows.value",
  ],
  [
    "full-width digits",
    { label, rows: { kind: "REGION", value: "３４" } },
    "ROWS_MALFORMED at rows.value",
  ],
  ["no region", { label, rows: { kind: "REGION" } }, "ROWS_MALFORMED at rows.value"],
  [
    "an unknown sector",
    { label, rows: { kind: "SECTOR", value: "coal" } },
    "ROWS_MALFORMED at rows.value",
  ],
  [
    "a claim as an enterprise",
    { label, rows: { kind: "ENTERPRISE", value: anId("clm") } },
    "ROWS_MALFORMED at rows.value",
  ],
  [
    "a malformed claim",
    { label, rows: { kind: "CLAIM", value: "clm_1" } },
    "ROWS_MALFORMED at rows.value",
  ],
  ["an empty purpose", { label, purpose: " \t" }, "TEXT_UNFIT at purpose"],
  ["a purpose of 501 characters", { label, purpose: "用".repeat(501) }, "TEXT_UNFIT at purpose"],
  ["half a character", { label, purpose: "\ud83d" }, "TEXT_UNFIT at purpose"],
  ["a long legal basis", { label, legalBasis: "x".repeat(301) }, "TEXT_UNFIT at legalBasis"],
  [
    "a period that is over",
    { label, validFrom: "2026-01-01T00:00:00Z", validTo: "2026-07-01T00:00:00Z" },
    "PERIOD_UNFIT at validTo",
  ],
  ["no end", { label, validTo: null }, "PERIOD_UNFIT at validTo"],
  [
    "an end before the beginning",
    { label, validTo: "2026-07-15T03:59:59Z" },
    "PERIOD_UNFIT at validTo",
  ],
  [
    "an end at the beginning",
    { label, validTo: "2026-07-15T04:00:00Z" },
    "PERIOD_UNFIT at validTo",
  ],
  [
    "366 days and a microsecond",
    { label, validTo: "2027-07-16T04:00:00.000001Z" },
    "PERIOD_UNFIT at validTo",
  ],
  [
    "a beginning in two years",
    { label, validFrom: "2028-07-15T04:00:00Z", validTo: "2028-08-15T04:00:00Z" },
    "PERIOD_UNFIT at validFrom",
  ],
])("a request that names %s is refused", async (_title, more, reason) => {
  const { state, refused } = await asked(more);

  expect({ state, refused }).toEqual({ state: null, refused: [reason] });
});

test("everything that is wrong is said at once", async () => {
  const { refused } = await asked({
    ...{ field: "Hazard.id", rows: { kind: "REGION", value: "x" }, purpose: "", legalBasis: "" },
    validTo: "2026-01-01T00:00:00Z",
  });

  expect(refused).toEqual([
    "FIELD_NOT_GRANTABLE at field",
    "ROWS_MALFORMED at rows.value",
    "TEXT_UNFIT at purpose",
    "TEXT_UNFIT at legalBasis",
    "PERIOD_UNFIT at validTo",
  ]);
});

test("a level-4 field answers like one that does not exist to who may not know of it", async () => {
  const answer = await hubs.ask(
    "DEMO-EM-34",
    '{ type: __type(name: "Casualty") { fields { name description } } }',
  );
  const { fields } = answer.body.data?.["type"] as { fields: Record<string, string>[] };
  const known = fields.find(({ description }) => description?.includes("[claimant"));
  const field = `Casualty.${known?.["name"] ?? ""}`;

  const toOneWhoMayNot = await asked({ field }, "DEMO-LF-34");
  const toNobody = await asked({ field: "Casualty.nothing" }, "DEMO-LF-34");
  const toOneWhoMay = await asked({ field, right: "M" }, "DEMO-FI-34");

  expect(toOneWhoMayNot).toEqual(toNobody);
  expect(toOneWhoMay.refused).toEqual([]);
});

test("what widens may not be narrowed for oneself, and narrowing may have no end", async () => {
  const self = await asked({ label, effect: "NARROW", right: "NOTHING" });
  const open = await asked(
    { label: "enterpriseContact", effect: "NARROW", right: "NOTHING", validTo: null },
    "DEMO-EM-34",
    "DEMO-EM-340104",
  );
  const whole = await asked(
    { label: "enterpriseContact", effect: "NARROW", right: "RW" },
    "DEMO-EM-34",
    "DEMO-EM-340104",
  );
  const writing = await asked(
    { label: "policy", effect: "NARROW", right: "R", rows: { kind: "REGION", value: "3401" } },
    "DEMO-FI-34",
    "DEMO-IN-A",
  );

  expect(self.refused).toEqual(["NARROW_BY_OWNER at effect"]);
  expect(open).toMatchObject({ state: "IN_FORCE", refused: [] });
  expect(whole.refused).toEqual(["RIGHT_UNFIT at right"]);
  expect(writing.refused).toEqual(["ROWS_OF_WRITING at rows.kind"]);
});

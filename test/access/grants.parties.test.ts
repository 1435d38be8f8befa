import {
  actsOn,
  givenGrantHubs,
  request,
  type Acted,
  startMsMax,
  type GrantHubs,
} from "./given-grants";
import { givenOrganisation } from "../setup/hub";

/* Who may ask for, approve, accept and revoke a grant. */

let hubs: GrantHubs;
let acts: ReturnType<typeof actsOn>;
beforeAll(async () => {
  hubs = await givenGrantHubs();
  acts = actsOn(hubs.ask);
  const more = { region_prefix: "3401" };
  await givenOrganisation(hubs.hub.database, "TWIN-EM-3401", "EMERGENCY", more);
}, startMsMax);
afterAll(() => hubs.close());

let numbered = 0;
/** A request that is like no other. */
const asked = (by: string, receiver: string, more: object = {}): Promise<Acted> =>
  acts.request(
    by,
    request({ receiver, label: "hazardDetail", purpose: `第${String(++numbered)}件`, ...more }),
  );

/** What a person sends and gets, of any organisation. */
const person = (organisation: string, name: string): { organisation: string; person: string } => ({
  organisation,
  person: name,
});

test("a receiver that asks has thereby accepted; the owner's approval puts it in force", async () => {
  const { id, state } = await asked("DEMO-FI-3401", "DEMO-FI-3401");
  const approved = await acts.approve("DEMO-EM-3401", id);

  expect(state).toBe("RECEIVER_ACCEPTED");
  expect(approved).toEqual({ id, state: "IN_FORCE", refused: [] });
});

test("an owner that asks has not approved: both sides say yes after that, in any order", async () => {
  const first = await asked("DEMO-EM-3401", "DEMO-FI-3401");
  const second = await asked("DEMO-EM-3401", "DEMO-FI-3401");

  expect(first.state).toBe("REQUESTED");
  expect((await acts.approve("DEMO-EM-3401", first.id)).state).toBe("OWNER_APPROVED");
  expect((await acts.accept("DEMO-FI-3401", first.id)).state).toBe("IN_FORCE");
  expect((await acts.accept("DEMO-FI-3401", second.id)).state).toBe("RECEIVER_ACCEPTED");
  expect((await acts.approve("DEMO-EM-34", second.id)).state).toBe("IN_FORCE");
});

test("an owner narrows at once, and nobody accepts that", async () => {
  const narrowed = await asked("DEMO-EM-34", "DEMO-EM-340104", {
    ...{ label: "enterpriseContact", effect: "NARROW", right: "NOTHING", validTo: null },
  });

  expect(narrowed.state).toBe("IN_FORCE");
  expect((await acts.accept("DEMO-EM-340104", narrowed.id)).refused).toEqual([
    "ACCEPTANCE_NOT_NEEDED at id",
  ]);
});

test.each([
  [
    "another organisation than the receiver or an owner",
    "DEMO-LF-34",
    "DEMO-FI-3401",
    {},
    "RECEIVER_NOT_YOURS at receiver",
  ],
  ["an insurer for another", "DEMO-IN-A", "DEMO-IN-B", {}, "RECEIVER_NOT_YOURS at receiver"],
  ["an insurer for nobody", "DEMO-IN-A", "NOBODY", {}, "RECEIVER_NOT_YOURS at receiver"],
  ["an owner for nobody", "DEMO-EM-34", "NOBODY", {}, "RECEIVER_UNKNOWN at receiver"],
  [
    "an owner for a code in other case",
    "DEMO-EM-34",
    "demo-fi-3401",
    {},
    "RECEIVER_UNKNOWN at receiver",
  ],
  [
    "an owner for a code with a space",
    "DEMO-EM-34",
    "DEMO-FI-3401 ",
    {},
    "RECEIVER_UNKNOWN at receiver",
  ],
  ["an owner of other data", "DEMO-FI-34", "DEMO-LF-3401", {}, "NOT_OWNER at owner"],
  ["an owner below the receiver", "DEMO-EM-3401", "DEMO-FI-34", {}, "OWNER_REGION at receiver"],
  ["an owner beside the receiver", "DEMO-EM-3402", "DEMO-FI-3401", {}, "OWNER_REGION at receiver"],
  [
    "an owner for rows of a neighbour",
    "DEMO-EM-3401",
    "DEMO-FI-3401",
    { rows: { kind: "REGION", value: "3402" } },
    "OWNER_REGION at rows.value",
  ],
  [
    "an owner for rows above it",
    "DEMO-EM-3401",
    "DEMO-FI-3401",
    { rows: { kind: "REGION", value: "34" } },
    "OWNER_REGION at rows.value",
  ],
  [
    "an owner for a sector it does not supervise",
    "DEMO-EM-34",
    "DEMO-FI-3401",
    { rows: { kind: "SECTOR", value: "COAL_MINE" } },
    "OWNER_SECTOR at rows.value",
  ],
  [
    "an owner for more than it holds",
    "DEMO-FI-34",
    "DEMO-LF-3401",
    { label: "claim", right: "RW" },
    "OWNER_RIGHT at right",
  ],
  [
    "an owner that reads masked for plain reading",
    "DEMO-FI-34",
    "DEMO-LF-34",
    { label: "claimant", right: "R" },
    "OWNER_RIGHT at right",
  ],
  [
    "a masked field for plain reading",
    "DEMO-FI-34",
    "DEMO-LF-34",
    { label: "claimSensitive", right: "R" },
    "OWNER_RIGHT at right",
  ],
  [
    "an owner for writing in sectors it does not supervise",
    "DEMO-EM-34",
    "DEMO-FI-3401",
    { label: "hazard", right: "RW" },
    "OWNER_SECTOR at receiver",
  ],
  [
    "a receiver for its own narrowing",
    "DEMO-EM-340104",
    "DEMO-EM-340104",
    { label: "enterpriseContact", effect: "NARROW", right: "NOTHING" },
    "NARROW_BY_OWNER at effect",
  ],
  [
    "an owner for a narrowing of its equal",
    "DEMO-EM-3401",
    "TWIN-EM-3401",
    { label: "enterpriseContact", effect: "NARROW", right: "NOTHING" },
    "OWNER_REGION at receiver",
  ],
])("a request by %s is refused", async (_title, by, receiver, more, reason) => {
  const { state, refused } = await asked(by, receiver, more);

  expect({ state, refused }).toEqual({ state: null, refused: [reason] });
});

test("an owner gives what it holds, and who reads masked gives masked reading", async () => {
  const masked = await asked("DEMO-LF-34", "DEMO-LF-34", { label: "claimant", right: "M" });
  const plain = await asked("DEMO-LF-34", "DEMO-LF-34", { label: "claimMoney", right: "R" });

  expect((await acts.approve("DEMO-FI-34", masked.id)).state).toBe("IN_FORCE");
  expect((await acts.approve("DEMO-FI-34", plain.id)).state).toBe("IN_FORCE");
});

test("what an owner lost itself it cannot give", async () => {
  await acts.narrow("DEMO-EM-34", "DEMO-EM-3402", { label: "hazardDetail", right: "A" });
  const some = { label: "hazardDetail", right: "A", rows: { kind: "SECTOR", value: "FIREWORKS" } };
  await acts.narrow("DEMO-EM-34", "DEMO-EM-3403", some);
  const { id } = await asked("DEMO-FI-3402", "DEMO-FI-3402");
  const beside = await asked("DEMO-FI-3403", "DEMO-FI-3403");

  expect((await acts.approve("DEMO-EM-3403", beside.id)).refused).toEqual(["OWNER_RIGHT at right"]);
  expect((await acts.approve("DEMO-EM-3402", id)).refused).toEqual(["OWNER_RIGHT at right"]);
  expect((await acts.approve("DEMO-EM-34", id)).state).toBe("IN_FORCE");
});

test("an owner does not approve its own request: another organisation has to", async () => {
  const { id } = await asked("DEMO-EM-3401", "DEMO-EM-3401", {
    rows: { kind: "REGION", value: "3402" },
  });

  expect((await acts.approve("DEMO-EM-3401", id)).refused).toEqual([
    "OWNER_IS_RECEIVER at receiver",
    "OWNER_REGION at rows.value",
  ]);
  expect((await acts.approve("DEMO-EM-34", id)).state).toBe("IN_FORCE");
});

test.each([
  ["an owner elsewhere", "DEMO-EM-3402", "GRANT_UNKNOWN at id"],
  ["who may not see the grant", "DEMO-LF-34", "GRANT_UNKNOWN at id"],
  ["an insurer", "DEMO-IN-A", "GRANT_UNKNOWN at id"],
  ["an owner of other data", "DEMO-FI-34", "NOT_OWNER at owner"],
  ["the auditor", "DEMO-AU-34", "NOT_OWNER at owner"],
])("a grant is not approved by %s", async (_title, by, reason) => {
  const { id } = await asked("DEMO-FI-3401", "DEMO-FI-3401");

  expect((await acts.approve(by, id)).refused).toEqual([reason]);
});

test.each([
  ["the owner", "DEMO-EM-3401", "NOT_RECEIVER at id"],
  ["another", "DEMO-FI-34", "NOT_RECEIVER at id"],
  ["who may not see it", "DEMO-LF-34", "GRANT_UNKNOWN at id"],
])("a grant is not accepted by %s", async (_title, by, reason) => {
  const { id } = await asked("DEMO-EM-3401", "DEMO-FI-3401");

  expect((await acts.accept(by, id)).refused).toEqual([reason]);
});

test("one person does not speak for both sides, whichever speaks first", async () => {
  const byReceiver = await acts.request(
    person("DEMO-FI-3401", "zhang"),
    request({ receiver: "DEMO-FI-3401", label: "hazardDetail", purpose: "张申请" }),
  );
  const approvedFirst = await asked("DEMO-EM-3401", "DEMO-FI-3401");
  await acts.approve(person("DEMO-EM-3401", "zhang"), approvedFirst.id);
  const requestedForOwner = await acts.request(
    person("DEMO-EM-3401", "zhang"),
    request({ receiver: "DEMO-FI-3401", label: "hazardDetail", purpose: "张代申请" }),
  );
  const refused = ["SAME_PERSON at person"];

  expect((await acts.approve(person("DEMO-EM-3401", "zhang"), byReceiver.id)).refused).toEqual(
    refused,
  );
  expect((await acts.accept(person("DEMO-FI-3401", "zhang"), approvedFirst.id)).refused).toEqual(
    refused,
  );
  expect(
    (await acts.accept(person("DEMO-FI-3401", "zhang"), requestedForOwner.id)).refused,
  ).toEqual(refused);
  expect((await acts.approve(person("DEMO-EM-3401", "li"), byReceiver.id)).state).toBe("IN_FORCE");
});

test("one person at both sides in the same moment gets through on one of them", async () => {
  for (let i = 0; i < 10; i++) {
    const { id } = await asked("DEMO-EM-3401", "DEMO-FI-3401");
    const both = await Promise.all([
      acts.approve(person("DEMO-EM-3401", "wang"), id),
      acts.accept(person("DEMO-FI-3401", "wang"), id),
    ]);

    expect(both.flatMap(({ refused }) => refused)).toEqual(["SAME_PERSON at person"]);
  }
});

import { trusted } from "../../src/database/sql";
import {
  actsOn,
  givenGrantHubs,
  noticed,
  request,
  type Acted,
  startMsMax,
  type GrantHubs,
} from "./given-grants";

/* How grants end, what repeats answer, what is kept of them, and how soon instances notice. */

let hubs: GrantHubs;
let acts: ReturnType<typeof actsOn>;
beforeAll(async () => {
  hubs = await givenGrantHubs();
  acts = actsOn(hubs.ask);
}, startMsMax);
afterAll(() => hubs.close());

let numbered = 0;
/** A request that is like no other. */
const asked = (by: string, receiver: string): Promise<Acted> =>
  acts.request(
    by,
    request({ receiver, label: "hazardDetail", purpose: `第${String(++numbered)}件` }),
  );

test("who sees a grant and has no part in it revokes nothing", async () => {
  const id = await acts.grant("DEMO-FI-3401", "DEMO-EM-3401", { field: "Hazard.place" });

  expect((await acts.revoke("DEMO-AU-34", id)).refused).toEqual(["NOT_YOURS_TO_REVOKE at id"]);
  expect((await acts.revoke("DEMO-FI-34", id)).refused).toEqual(["NOT_YOURS_TO_REVOKE at id"]);
  expect((await acts.revoke("DEMO-IN-A", id)).refused).toEqual(["GRANT_UNKNOWN at id"]);
  expect((await acts.revoke("DEMO-FI-3401", id, " ")).refused).toEqual(["TEXT_UNFIT at reason"]);
});

test.each(["DEMO-FI-3401", "DEMO-EM-3401", "DEMO-EM-34"])(
  "%s ends what widens, at any time; what is over cannot be agreed to",
  async (by) => {
    const { id } = await asked("DEMO-EM-3401", "DEMO-FI-3401");

    expect((await acts.revoke(by, id)).state).toBe("REVOKED");
    expect((await acts.approve("DEMO-EM-3401", id)).refused).toEqual(["GRANT_REVOKED at id"]);
    expect((await acts.accept("DEMO-FI-3401", id)).refused).toEqual(["GRANT_REVOKED at id"]);
  },
);

test("a narrowing is lifted by its owner or one above, not by whom it restricts", async () => {
  const terms = { label: "enterpriseContact" };
  const id = await acts.narrow("DEMO-EM-34", "DEMO-EM-340104", { ...terms, purpose: "一" });
  const other = await acts.narrow("DEMO-EM-3401", "DEMO-EM-340104", { ...terms, purpose: "二" });

  const notYours = ["NOT_YOURS_TO_REVOKE at id"];
  expect((await acts.revoke("DEMO-EM-340104", id)).refused).toEqual(notYours);
  expect((await acts.revoke("DEMO-EM-3401", id)).refused).toEqual(notYours);
  expect((await acts.revoke("DEMO-EM-34", id)).state).toBe("REVOKED");
  expect((await acts.revoke("DEMO-EM-34", other)).state).toBe("REVOKED");
});

test("repeats answer the same grant, and add no event", async () => {
  const terms = request({ receiver: "DEMO-FI-3401", label: "hazardDetail", purpose: "重复" });
  const first = await acts.request("DEMO-FI-3401", terms);
  const events = async (): Promise<unknown> =>
    (await hubs.rows(`SELECT act FROM access_grant_event WHERE grant_id = '${first.id}'`)).length;

  const again = await Promise.all([1, 2, 3, 4].map(() => acts.request("DEMO-FI-3401", terms)));
  await Promise.all([1, 2, 3, 4].map(() => acts.approve("DEMO-EM-3401", first.id)));
  const approved = await acts.approve("DEMO-EM-3401", first.id);
  const other = await acts.approve("DEMO-EM-34", first.id);
  await Promise.all([1, 2].map(() => acts.revoke("DEMO-FI-3401", first.id)));
  const revoked = await acts.revoke("DEMO-FI-3401", first.id);

  expect(new Set(again.map(({ id }) => id))).toEqual(new Set([first.id]));
  expect(approved).toEqual({ id: first.id, state: "IN_FORCE", refused: [] });
  expect(other.refused).toEqual(["GRANT_APPROVED at id"]);
  expect(revoked.state).toBe("REVOKED");
  expect(await events()).toBe(4);
  const anew = await acts.request("DEMO-FI-3401", terms);
  expect(anew.id).not.toBe(first.id);
  expect(anew.state).toBe("RECEIVER_ACCEPTED");
});

test("two owners at once: one of them has approved", async () => {
  const { id } = await asked("DEMO-FI-3401", "DEMO-FI-3401");

  const both = await Promise.all(["DEMO-EM-34", "DEMO-EM-3401"].map((by) => acts.approve(by, id)));

  expect(both.flatMap(({ refused }) => refused)).toEqual(["GRANT_APPROVED at id"]);
});

test("its history says which organisation did what, and to whom may see the grant only", async () => {
  const { id } = await asked("DEMO-EM-3401", "DEMO-FI-3401");
  await acts.accept("DEMO-FI-3401", id);
  await acts.approve("DEMO-EM-34", id);
  await acts.revoke("DEMO-EM-3401", id, "结案");
  const query = `{ accessGrantHistory(id: "${id}") { act organisationCode at note } }`;

  const seen = (await hubs.ask("DEMO-FI-3401", query)).body.data?.["accessGrantHistory"];
  const unseen = (await hubs.ask("DEMO-LF-34", query)).body;

  const at = "2026-07-15T04:00:00.000000Z";
  expect(seen).toEqual([
    { act: "REQUESTED", organisationCode: "DEMO-EM-3401", at, note: null },
    { act: "RECEIVER_ACCEPTED", organisationCode: "DEMO-FI-3401", at, note: null },
    { act: "OWNER_APPROVED", organisationCode: "DEMO-EM-34", at, note: null },
    { act: "REVOKED", organisationCode: "DEMO-EM-3401", at, note: "结案" },
  ]);
  expect(unseen).toEqual({ data: { accessGrantHistory: [] } });
});

test("an id of another type is malformed", async () => {
  await expect(acts.approve("DEMO-EM-34", "ent_AAAAAAAAAAAAAAAAAAAA")).rejects.toThrow("BAD_ID");
});

test("on another instance a grant counts for the next operation and a revocation for the next page", async () => {
  const page = (after: string | null): Promise<{ text: string; body: { data?: object | null } }> =>
    hubs.ask(
      "DEMO-LF-34",
      `query($after: String) { list: enterprises(first: 2, after: $after) {
        nodes { id safetyManagerPhone } pageInfo { endCursor } } }`,
      { after },
      "second",
    );
  const before = await page(null);
  const id = await acts.grant("DEMO-LF-34", "DEMO-EM-34", { label: "enterpriseContact" });

  const first = await page(null);
  const cursor = (first.body.data as { list: { pageInfo: { endCursor: string } } }).list.pageInfo;
  const next = await page(cursor.endCursor);
  await acts.revoke("DEMO-EM-34", id);
  await noticed();
  const after = await page(cursor.endCursor);

  expect(before.text).toContain("FORBIDDEN");
  expect(first.text).not.toContain("errors");
  expect(next.text).not.toContain("errors");
  expect(after.text).toContain('"field":"Enterprise.safetyManagerPhone"');
});

test("grants that one organisation asked for, for one receiver, are bounded while they are open", async () => {
  const by = "DEMO-LF-3401";
  const first = await asked(by, by);
  const columns = `organisation_id, region_code, effect, label, \`right\`, rows_kind, rows_value,
    legal_basis, valid_from, valid_to, requested_by_id, requested_person, requested_at`;
  await hubs.hub.database.transaction((t) =>
    t.execute(
      trusted(`INSERT INTO access_grant (id, purpose, ${columns})
        SELECT CONCAT('grt_', LPAD(seq, 20, '0')), seq, ${columns}
        FROM access_grant JOIN seq_1_to_198 WHERE id = '${first.id}'`),
    ),
  );

  const last = await asked(by, by);
  const tooMany = await asked(by, by);
  await acts.revoke(by, first.id);

  expect(last.state).toBe("RECEIVER_ACCEPTED");
  expect(tooMany.refused).toEqual(["TOO_MANY_OPEN at receiver"]);
  expect((await asked(by, by)).state).toBe("RECEIVER_ACCEPTED");
});

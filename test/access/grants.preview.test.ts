import { sql, value } from "../../src/database/sql";
import {
  actsOn,
  givenGrantHubs,
  noticed,
  request,
  startMsMax,
  type GrantHubs,
} from "./given-grants";
import type { StoredRow } from "../oracle/visible-rows";

/* What a preview says, to whom, and what it does not say. */

let hubs: GrantHubs;
let claim: StoredRow;
beforeAll(async () => {
  hubs = await givenGrantHubs();
  const found = await hubs.rows("SELECT * FROM claim WHERE region_code LIKE '3401%' ORDER BY id");
  claim = found[0] as StoredRow;
  const [enterprise, region] = [claim["enterprise_id"], claim["region_code"]];
  await hubs.hub.database.transaction((t) =>
    t.execute(sql`UPDATE hazard SET enterprise_id = ${value(enterprise ?? null)},
      region_code = ${value(region ?? null)} WHERE sector = 'HAZARDOUS_CHEMICALS'
      AND region_code LIKE '3401%' ORDER BY id LIMIT 2`),
  );
}, startMsMax);
afterAll(() => hubs.close());

interface Count {
  state: string;
  rows: number | null;
}

interface Preview {
  fields: {
    coordinate: string;
    label: string;
    before: string;
    after: string;
    onSomeRows: boolean;
  }[];
  rows: { type: string; gained: Count; lost: Count; needs: string[] }[];
  reasons?: { code: string; at: string }[];
}

async function preview(by: string, receiver: string, more: object): Promise<Preview> {
  const answer = await hubs.ask(
    by,
    `query($input: GrantRequestInput!) { preview: previewGrant(input: $input) {
      ... on GrantPreview { fields { coordinate label before after onSomeRows }
        rows { type gained { state rows } lost { state rows } needs } }
      ... on GrantRefused { reasons { code at } } } }`,
    { input: request({ receiver, ...more }) },
  );
  if (!answer.body.data) throw new Error(answer.text);
  return answer.body.data["preview"] as Preview;
}

const countOf = (answer: Preview, type: string): unknown =>
  answer.rows.filter((row) => row.type === type).map(({ gained, needs }) => ({ gained, needs }));

const value_ = (rows: number): Count => ({ state: "VALUE", rows });
const withheld: Count = { state: "WITHHELD", rows: null };

test("details of hazards alone lead nowhere: the preview says that hazard is needed too", async () => {
  const rows = { kind: "CLAIM", value: claim["id"] };

  const details = await preview("DEMO-EM-3401", "DEMO-FI-3401", { label: "hazardDetail", rows });
  const hazards = await preview("DEMO-EM-3401", "DEMO-FI-3401", { label: "hazard", rows });

  expect(details.fields).toContainEqual({
    ...{ coordinate: "Hazard.place", label: "hazardDetail", before: "NOTHING", after: "R" },
    onSomeRows: true,
  });
  expect(countOf(details, "Hazard")).toEqual([{ gained: value_(0), needs: ["hazard"] }]);
  expect(hazards.fields).toContainEqual({
    ...{ coordinate: "Hazard.level", label: "hazard", before: "A", after: "R", onSomeRows: true },
  });
  expect(countOf(hazards, "Hazard")).toEqual([{ gained: value_(2), needs: [] }]);
});

test("once hazard is granted, the details are rows gained", async () => {
  const acts = actsOn(hubs.ask);
  const rows = { kind: "CLAIM", value: claim["id"] };
  const id = await acts.grant("DEMO-FI-3401", "DEMO-EM-3401", { label: "hazard", rows });

  const details = await preview("DEMO-EM-3401", "DEMO-FI-3401", { label: "hazardDetail", rows });
  await acts.revoke("DEMO-EM-3401", id);
  await noticed();

  expect(countOf(details, "Hazard")).toEqual([{ gained: value_(2), needs: [] }]);
});

test("a field that becomes plain is a gain, a narrowing a loss; nothing is stored", async () => {
  const [here] = await hubs.rows(
    "SELECT COUNT(*) AS n FROM enterprise WHERE region_code LIKE '3402%'",
  );
  const before = await hubs.rows("SELECT COUNT(*) AS n FROM access_grant_event");

  const plain = await preview("DEMO-EM-3402", "DEMO-FI-3402", {
    ...{ label: "enterpriseContact", rows: { kind: "REGION", value: "340210" } },
  });
  const lost = await preview("DEMO-EM-34", "DEMO-EM-3402", {
    ...{ label: "enterpriseContact", effect: "NARROW", right: "NOTHING" },
  });

  const [at] = await hubs.rows("SELECT COUNT(*) AS n FROM enterprise WHERE region_code = '340210'");
  expect(plain.fields).toContainEqual({
    ...{ coordinate: "Enterprise.safetyManagerPhone", label: "enterpriseContact" },
    ...{ before: "M", after: "R", onSomeRows: true },
  });
  expect(countOf(plain, "Enterprise")).toEqual([{ gained: value_(Number(at?.["n"])), needs: [] }]);
  expect(lost.rows.filter(({ type }) => type === "Enterprise")).toEqual([
    { type: "Enterprise", gained: value_(0), lost: value_(Number(here?.["n"])), needs: [] },
  ]);
  expect(await hubs.rows("SELECT COUNT(*) AS n FROM access_grant_event")).toEqual(before);
});

test("what changes nothing shows nothing", async () => {
  const same = await preview("DEMO-EM-3401", "DEMO-FI-3401", { label: "hazard", right: "A" });

  expect(same).toEqual({ fields: [], rows: [] });
});

test("the receiver may ask; rows that it may not list itself are not counted for it", async () => {
  const hazards = await preview("DEMO-FI-3401", "DEMO-FI-3401", { label: "hazard" });
  const contacts = await preview("DEMO-FI-3401", "DEMO-FI-3401", { label: "enterpriseContact" });

  const [here] = await hubs.rows(
    "SELECT COUNT(*) AS n FROM enterprise WHERE region_code LIKE '3401%'",
  );
  expect(countOf(hazards, "Hazard")).toEqual([{ gained: withheld, needs: [] }]);
  expect(countOf(contacts, "Enterprise")).toEqual([
    { gained: value_(Number(here?.["n"])), needs: [] },
  ]);
});

test("a claim or enterprise that the asker may not see answers like one that does not exist", async () => {
  const [far] = await hubs.rows(
    "SELECT * FROM claim WHERE region_code NOT LIKE '3401%' ORDER BY id",
  );
  const label = "enterpriseContact";
  const ask = (kind: string, id: unknown): Promise<Preview> =>
    preview("DEMO-FI-3401", "DEMO-FI-3401", { label, rows: { kind, value: id } });

  const hidden = await ask("CLAIM", far?.["id"]);
  const hiddenToo = await ask("ENTERPRISE", far?.["enterprise_id"]);
  const nobody = await ask("CLAIM", `clm_${"A".repeat(20)}`);
  const seen = await ask("CLAIM", claim["id"]);

  expect(hidden).toEqual(nobody);
  expect(hiddenToo).toEqual(nobody);
  expect(countOf(nobody, "Enterprise")).toEqual([{ gained: withheld, needs: [] }]);
  expect(countOf(seen, "Enterprise")).toEqual([{ gained: value_(1), needs: [] }]);
});

test("level-4 fields are shown to those only who may know of them", async () => {
  const terms = { label: "claimant", right: "M" };
  const toOwner = await preview("DEMO-FI-34", "DEMO-LF-34", terms);
  const toReceiver = await preview("DEMO-LF-34", "DEMO-LF-34", terms);

  expect(toOwner.fields.map(({ label }) => label)).toContain("claimant");
  expect(toReceiver).toEqual({ fields: [], rows: [] });
});

test.each([
  ["another organisation", "DEMO-LF-3401", "RECEIVER_NOT_YOURS"],
  ["an owner elsewhere", "DEMO-EM-3402", "OWNER_REGION"],
  ["an owner below", "DEMO-EM-340104", "OWNER_REGION"],
  ["an owner of other data", "DEMO-FI-34", "NOT_OWNER"],
  ["the auditor", "DEMO-AU-34", "RECEIVER_NOT_YOURS"],
])("%s is shown no preview", async (_title, by, code) => {
  const { reasons } = await preview(by, "DEMO-FI-3401", { label: "hazardDetail" });

  expect(reasons?.map((reason) => reason.code)).toEqual([code]);
});

test("a preview says what the grant then does", async () => {
  const acts = actsOn(hubs.ask);
  const terms = { label: "enterpriseContact", rows: { kind: "REGION", value: "3404" } };
  const count = async (): Promise<number> => {
    const query = "{ list: enterprises(first: 1) { totalCount nodes { safetyManagerPhone } } }";
    const { body } = await hubs.ask("DEMO-LF-3404", query);
    return (body.data?.["list"] as { totalCount: number } | undefined)?.totalCount ?? 0;
  };
  const before = await count();

  const [shown] = (await preview("DEMO-EM-3404", "DEMO-LF-3404", terms)).rows;
  await acts.grant("DEMO-LF-3404", "DEMO-EM-3404", terms);

  expect(shown?.gained).toEqual(value_((await count()) - before));
  expect(shown?.gained.rows).toBeGreaterThan(0);
});

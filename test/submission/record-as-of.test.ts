import { exampleCitizenId } from "../../src/domain/registry/identifiers/citizen-id.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";
import { entityId } from "../../src/database/entity-id";
import { noticed } from "../access/given-grants";
import { storedEntries } from "../access/given-log";
import { givenRow, type TestHub } from "../setup/hub";
import { givenSubmittingHub, submitTo } from "./given-hub-submissions";

const { AMEND, CORRECT, VOID } = RecordAction;
const reason = ChangeReason.TYPING_ERROR;

let hub: TestHub;
const ids = new Map<string, string>();

async function state(type: string, record: Parameters<typeof submitTo>[3][number]): Promise<void> {
  const { outcomes } = await submitTo(hub, "INS-A", type, [record]);
  const [outcome] = outcomes as { recordId: string; status: string }[];
  expect(outcome?.status).toBe("ACCEPTED");
  ids.set(type, outcome?.recordId ?? "");
}

beforeAll(async () => {
  hub = await givenSubmittingHub();
  const sourceKey = "P";
  const coInsurance = [
    { insurerCode: "INS-A", insurerName: "甲", role: "LEAD", shareBp: 6000 },
    { insurerCode: "X", insurerName: "乙", role: "FOLLOW", shareBp: 4000 },
  ];
  await state("policy", { sourceKey, insuredCount: 7, coInsurance });
  await state("claim", { sourceKey: "C", policyKey: "P", reserveFen: "12345" });
  await state("casualty", { sourceKey: "K", claimKey: "C", name: "张三丰" });
  const change = { sourceKey, coInsurance };
  await state("policy", {
    ...{ ...change, action: AMEND, baseVersion: 1 },
    ...{ effectiveFrom: "2026-07-10", insuredCount: 9 },
  });
  await state("policy", { ...change, action: CORRECT, baseVersion: 2, reason, insuredCount: 8 });
});
afterAll(async () => {
  const { mistakes } = hub;
  await hub.close();
  expect(mistakes).toEqual([]);
});

interface Stated {
  path: string;
  label: string;
  sight: string;
  value: string | null;
  legalBasis: string | null;
  grantedBy: string | null;
}

const query = `query ($recordId: ID, $knownAt: Instant, $effectiveAt: Day) {
  recordAsOf(recordId: $recordId, knownAt: $knownAt, effectiveAt: $effectiveAt) { version
    fields { path label sight value legalBasis grantedBy } } }`;

async function asOf(
  code: string,
  type: string,
  more: object = {},
): Promise<{ version: number; of: (path: string) => Partial<Stated> | undefined } | null> {
  const { body, text } = await hub.ask(code, query, { recordId: ids.get(type), ...more });
  if (!body.data) throw new Error(text);
  const said = body.data["recordAsOf"] as { version: number; fields: Stated[] } | null;
  return said && { ...said, of: (path) => said.fields.find((field) => field.path === path) };
}

/** FIN loses one field of the graph on the rows of a region. */
async function givenNarrowing(field: string, region: string): Promise<void> {
  const at = "2026-07-01 00:00:00.000000";
  const [id, fin] = [entityId("grt", field), entityId("org", "FIN")];
  await givenRow(hub.database, "access_grant", {
    ...{ id, organisation_id: fin, region_code: "34", effect: "NARROW", label: null, field },
    ...{ right: "NOTHING", rows_kind: "REGION", rows_value: region, purpose: "test" },
    ...{ legal_basis: "test", valid_from: at, valid_to: null, requested_by_id: fin },
    ...{ requested_person: "test", requested_at: at, owner_id: fin, owner_person: "test" },
    ...{ owner_approved_at: at, receiver_person: null, receiver_accepted_at: null },
    ...{ revoked_at: null, revoke_reason: null },
  });
  await givenRow(hub.database, "access_grant_event", {
    ...{ seq: 1, grant_id: id, act: "OWNER_APPROVED", person: "test", organisation_id: fin, at },
    note: null,
  });
  await noticed();
}

describe("a record as of", () => {
  test("a day and an instant says what the hub knew then of that day", async () => {
    const counts = async (more: object): Promise<unknown> => {
      const said = await asOf("INS-A", "policy", more);
      return [said?.version, said?.of("$.insuredCount")?.value];
    };

    expect(await counts({})).toEqual([3, "8"]);
    expect(await counts({ effectiveAt: "2026-07-09" })).toEqual([1, "7"]);
    expect(await asOf("INS-A", "policy", { knownAt: "2026-07-15T03:59:59Z" })).toBeNull();
  });

  test("is told to its insurer whole, with its parts", async () => {
    const said = await asOf("INS-A", "policy");

    expect(said?.of("$.writtenPremiumFen")).toMatchObject({ label: "price", sight: "PLAIN" });
    expect(said?.of("$.coInsurance[1].shareBp")).toMatchObject({ sight: "PLAIN", value: "4000" });
  });

  test("names what is withheld and why, stated or not, and tells the rest", async () => {
    const said = await asOf("EM", "policy");

    expect(said?.of("$.insuredCount")).toMatchObject({ sight: "PLAIN", value: "8" });
    for (const path of ["$.writtenPremiumFen", "$.commissionFen", "$.coInsurance[].shareBp"])
      expect(said?.of(path)).toMatchObject({
        ...{ label: "price", sight: "WITHHELD", value: null },
        legalBasis: expect.stringMatching(/./) as string,
        grantedBy: "FINANCIAL",
      });
    expect(said?.of("$.coInsurance[1].shareBp")).toBeUndefined();
  });

  test("masks what its reader reads masked, and does not name what nobody of it may know of", async () => {
    const [whole, masked] = [await asOf("INS-A", "casualty"), await asOf("EM", "casualty")];

    expect(whole?.of("$.name")?.value).toBe("张三丰");
    expect(masked?.of("$.name")).toMatchObject({ sight: "MASKED", value: "张*" });
    expect(masked?.of("$.idNumber")?.value).toBe("340001********0019");
    expect(whole?.of("$.idNumber")?.value).toBe(exampleCitizenId);
    const { text } = await hub.ask("EM", query, { recordId: ids.get("casualty") });
    expect(text).not.toContain("claimSensitive");
  });

  test.each(["INS-B", "EM-FAR"])("is nothing to %s, as of a record nobody has", async (code) => {
    expect(await asOf(code, "policy")).toBeNull();
    expect(await asOf(code, "claim")).toBeNull();
  });

  test.each(["AG", "LF"])("is not told to %s", async (code) => {
    const { body } = await hub.ask(code, query, { recordId: ids.get("policy") });

    expect(body.errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  test("holds a grant about one field of the graph, on the rows it is about", async () => {
    await givenNarrowing("Policy.insuredCount", "34");

    expect((await asOf("FIN", "policy"))?.of("$.insuredCount")).toMatchObject({
      sight: "WITHHELD",
      value: null,
    });
    expect((await asOf("FIN", "policy"))?.of("$.policyNo")?.sight).toBe("PLAIN");
  });

  test("that was taken back says nothing any more", async () => {
    await state("claim", { sourceKey: "C", action: VOID, baseVersion: 1, reason });

    expect(await asOf("INS-A", "claim")).toBeNull();
  });
});

test("the access log names the fields of the content, and their level", async () => {
  await asOf("FIN", "casualty");
  const entry = (await storedEntries(hub)).at(-1);

  expect(entry).toMatchObject({ level: 4 });
  expect(JSON.stringify(entry)).toContain("Casualty.injury");
});

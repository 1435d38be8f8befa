import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { evaluateDue } from "../../src/submission/findings/evaluate-due";
import { givenParties, newcomers } from "../submission/given-parties";
import {
  clock,
  givenRegister,
  type RecordPatch,
  type TestRegister,
} from "../submission/given-submissions";

/*
 * Three parties state one enterprise. An insurer hears where its own statement differs from what
 * an authority states, and never what another insurer does.
 */

const uscc = newcomers[0] ?? "";
let register: TestRegister;

beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
  await givenParties(register, exampleUscc);
});

afterAll(() => register.close());

async function state(by: string, content: Partial<RecordPatch>): Promise<void> {
  const sourceKey = `E of ${by}`;
  const receipt = await register.receipt("enterprise", [{ sourceKey, uscc, ...content }], { by });
  expect(receipt.outcomes.map(({ status }) => status)).toEqual(["ACCEPTED"]);
  while ((await evaluateDue(register.database, clock)) > 0);
}

/** Rule, and the insurer that is told, by the code of the party whose statement it is. */
async function found(): Promise<string[]> {
  const rows = await register.rows(
    `finding WHERE cleared_at IS NULL AND rule_id IN ('ENT-02', 'ENT-08', 'ENT-09')`,
    "rule_key, subject_id, insurer_id, enterprise_id, region_code",
  );
  const subject = (id: unknown): string =>
    ["A", "B", "EM"].find(
      (code) =>
        id ===
        entityId(
          "ent",
          code === "EM" ? entityId("org", code) : entityId("ins", code),
          `E of ${code}`,
        ),
    ) ?? (id === entityId("ent", uscc) ? "enterprise" : String(id));
  const insurer = (id: unknown): string =>
    ["A", "B"].find((code) => id === entityId("ins", code)) ?? String(id);
  for (const row of rows)
    expect([row["enterprise_id"], row["region_code"]]).toEqual([null, "340104"]);
  return rows.map((row) =>
    [row["rule_key"], subject(row["subject_id"]), insurer(row["insurer_id"])].join(" / "),
  );
}

test("who is told what of one enterprise", async () => {
  const graded = { gradedOn: "2026-05-01" };
  await state("A", { name: "甲（厂）", headcount: 40, riskGrade: "HIGH", ...graded });
  await state("B", { name: "乙厂", headcount: 100, riskGrade: "LOW", ...graded });

  // What insurers state differently is for the authorities.
  expect(await found()).toEqual([
    "ENT-08 EXPLAIN / enterprise / null",
    "ENT-09 WARN insurers / enterprise / null",
  ]);

  await state("EM", { name: "甲(厂)", headcount: 100 });

  expect(await found()).toEqual([
    "ENT-02 EXPLAIN / B / B",
    "ENT-08 EXPLAIN / enterprise / null",
    "ENT-09 WARN insurers / enterprise / null",
    "ENT-09 WARN registry / A / A",
  ]);
});

import fc from "fast-check";
import { ChangeReason } from "../../src/submission/change-reason";
import type { Json } from "../../src/submission/canonical-json";
import { RecordAction } from "../../src/submission/record-action";
import type { RecordPatch } from "../submission/given-submissions";

/** One submission with one record: of which type and key, what is said, and of what. */
export interface RandomStep {
  readonly by: "A" | "B" | "EM";
  readonly type: string;
  readonly key: number;
  readonly act: "STATE" | "VOID" | "REINSTATE";
  /** Chance for what is stated: each a small number. */
  readonly draws: readonly number[];
  /** Whether what is due is judged after it. */
  readonly judged: boolean;
}

type Pick = <T>(...of: readonly T[]) => T;
type Stated = Readonly<Record<string, Json>>;

/** Long enough to be held against others. */
const report = Array.from({ length: 90 }, (_, n) => String.fromCodePoint(0x5000 + n)).join("");

/* Few values, many of them on either side of a boundary, so that records meet each other often. */
const content: Readonly<Record<string, (pick: Pick, own: readonly string[]) => Stated>> = {
  policy: (pick, codes) => ({
    enterpriseUscc: pick(...codes),
    policyNo: pick("1", "2", "3"),
    signedOn: pick("2025-02-01", "2026-01-01", "2026-03-01"),
    startDate: pick("2026-01-01", "2026-02-01", "2026-07-20"),
    endDate: pick("2026-06-10", "2026-12-31", "2027-06-30"),
    writtenPremiumFen: pick("1000", "2100", "20000000"),
    basePremiumFen: pick("1000", "1000", "3200"),
    commissionFen: pick("50", "60"),
    sumInsuredPerPersonFen: pick("30000000", "40000000"),
    limitPerAccidentFen: pick("100000000", "500000000"),
    insuredCount: pick(10, 50),
    cancelledOn: pick(null, null, "2026-02-03"),
    cancelledReason: pick("CLOSED", "OTHER"),
    renewalOfKey: pick(null, null, "policy 0"),
    ratePermille: pick("1.0000", "2.0000", "9.0000"),
  }),
  premiumReceipt: (pick) => ({
    policyKey: policyKey(pick),
    receivedOn: pick("2026-01-02", "2026-06-01", "2025-03-01"),
    amountFen: pick("500", "1000", "2100", "20000000"),
    kind: pick("RECEIPT", "RECEIPT", "REFUND"),
  }),
  endorsement: (pick) => ({
    policyKey: policyKey(pick),
    premiumChangeFen: pick("-100", "1100", "20000000"),
  }),
  enterprise: (pick, codes) => ({
    uscc: pick(...codes),
    asOf: pick("2026-05-01", "2026-05-02"),
    name: pick("甲厂", "甲 厂", "乙厂"),
    address: pick("一号", "二号"),
    headcount: pick(10, 50, 60),
    ...pick(
      {},
      { lat: "31", lon: "117", datum: "WGS84" },
      { lat: "40", lon: "117", datum: "WGS84" },
    ),
    gradedOn: pick("2026-01-01", "2026-03-31"),
    regionCode: pick("340104", "340104", "340102"),
    sector: pick("HAZARDOUS_CHEMICALS", "FIREWORKS"),
    riskGrade: pick("HIGH", "HIGH", "LOW", null),
  }),
  claim: (pick) => ({
    policyKey: policyKey(pick),
    accidentAt: pick("2026-01-02T00:00:00Z", "2026-02-01T00:00:00Z", "2026-06-20T00:00:00Z"),
    reportedAt: pick("2026-06-21T00:00:00Z", "2026-07-01T00:00:00Z"),
    registeredAt: "2026-07-02T00:00:00Z",
    lodgedBy: pick(null, "王五", "王 五"),
    status: pick("REGISTERED", "CLOSED"),
    deaths: pick(0, 1),
    seriousInjuries: pick(0, 3),
    minorInjuries: pick(0, 20),
    reserveFen: pick("0", "1"),
  }),
  claimPayment: (pick) => ({
    claimKey: pick("claim 0", "claim 1", "claim 2"),
    paidAt: pick("2026-07-01T00:00:00Z", "2026-07-02T00:00:00Z"),
    kind: pick("SETTLEMENT", "SETTLEMENT", "RECOVERY"),
    amountFen: pick("80000000", "300000000"),
    payee: pick("张三", "李四"),
  }),
  casualty: (pick) => ({
    claimKey: pick("claim 0", "claim 1", "claim 2"),
    name: pick("张三", "李四"),
  }),
  servicePlan: (pick) => ({
    policyKey: policyKey(pick),
    items: pick(["03"], ["01"]),
    frequency: pick(1, 2, 3),
    measures: pick("培训", report.slice(0, 40)),
    budgetFen: pick("3000", "6000"),
    itemBudgets: pick<Json>(null, [{ item: "01", amountFen: "3000" }]),
    needs: pick(null, "演练"),
    periodFrom: pick("2026-01-01", "2026-05-31"),
    periodTo: pick("2026-06-30", "2026-12-31"),
  }),
  expert: (pick, codes) => ({
    specialities: pick(["FIREWORKS"], ["HAZARDOUS_CHEMICALS"]),
    fullTime: pick(null, false, true, true),
    agencyUscc: pick(null, codes[0] ?? null),
  }),
  serviceRecord: (pick, codes) => ({
    agencyUscc: pick(null, null, codes[0] ?? null),
    planKey: pick(null, "servicePlan 0", "servicePlan 1"),
    policyKey: policyKey(pick),
    item: pick("01", "03", "05"),
    process: pick("查看现场", report, report, `${report.slice(2)}安全`),
    drillTopics: pick(null, ["EXITS", "EVACUATION", "RESPONSE"]),
    startedAt: pick("2026-06-01T00:00:00Z", "2026-06-01T01:00:00Z"),
    endedAt: pick("2026-06-01T01:30:00Z", "2026-06-01T03:30:00Z"),
    expertKeys: pick(null, ["expert 0"], ["expert 1"], ["expert 0", "expert 1"]),
    lat: pick(null, "31.0", "33.0"),
    lon: "117.0",
    datum: pick("WGS84", "GCJ02"),
    hazardsFound: pick(0, 1),
    costFen: pick(null, "100", "200"),
    returnVisitAt: pick(null, "2026-06-20T00:00:00Z"),
    evidence: pick<Json>(
      ...[null, [evidence("a")], [evidence("a"), evidence("b")], [evidence("b")]],
      ...[[photo("0f0f0f0f0f0f0f0f")], [photo("0f0f0f0f0f0f0f00")], [photo("0f0f0f0f0f0f0ff0")]],
    ),
  }),
  hazard: (pick) => ({
    serviceRecordKey: pick("serviceRecord 0", "serviceRecord 1"),
    level: pick("GENERAL", "MAJOR"),
    criterionCode: "MH-FIREWORKS-2017-05",
    deadline: pick("2026-05-30", "2026-06-15", "2026-12-31"),
    events: pick<Json>(
      null,
      [notice("2026-06-01T03:00:00Z")],
      [notice("2026-06-05T03:00:00Z")],
      rectifiedAtOnce,
    ),
  }),
  feeEntry: (pick, codes) => {
    const kind = pick("SPEND", "BUDGET", "EXTRACT", "SPEND", "REFUND");
    const spends = kind === "SPEND" || kind === "REFUND";
    const amountFen = pick("100", "200", "5000");
    const half = String(BigInt(amountFen) / 2n);
    const shares = spends && pick(false, false, true);
    return {
      kind,
      regionCode: "340104",
      year: pick(2025, 2026),
      bookedOn: pick("2025-12-05", "2026-06-01", "2026-07-01"),
      amountFen,
      policyKey: (spends && !shares) || kind === "BUDGET" ? policyKey(pick) : null,
      enterpriseUscc: spends && !shares ? pick(...codes) : null,
      enterpriseInformedOn: spends ? pick(null, "2026-07-01") : null,
      allocationBasis: shares ? "EQUAL" : null,
      allocations: shares
        ? ["policy 0", pick("policy 1", "policy 2")].map((key) => ({
            ...{ policyKey: key, weight: 1, amountFen: half },
          }))
        : null,
      serviceRecordKey: spends ? pick(null, "serviceRecord 0", "serviceRecord 1") : null,
      category: spends ? "TRAINING" : null,
      payee: spends ? "某公司" : null,
      invoiceNo: spends ? pick(null, "1", "2") : null,
    };
  },
  feeStatement: (pick) => ({
    year: pick(2025, 2026),
    month: pick(5, 6),
    extractedFen: pick("0", "100", "200", "5000"),
    spentFen: pick("0", "100", "200"),
    refundedFen: "0",
    balanceFen: pick("0", "100", "-100"),
    glControlBalanceFen: pick("0", "100", "-100"),
  }),
};

const corrected = { action: RecordAction.CORRECT };
const amended = { action: RecordAction.AMEND, effectiveFrom: "2026-05-20" };

function policyKey(pick: Pick): string {
  return pick("policy 0", "policy 1", "policy 2", "policy 2");
}

function evidence(digit: string): Stated {
  const digest = digit.repeat(64);
  return { digest, kind: "SIGN_IN_SHEET", capturedAt: "2026-06-01T01:00:00Z" };
}

function photo(perceptualHash: string): Stated {
  const digest = perceptualHash.repeat(4);
  return { digest, kind: "PHOTO", capturedAt: "2026-06-01T01:00:00Z", perceptualHash };
}

function notice(at: string): Stated {
  const who = { recipient: "李四", role: "PRINCIPAL", method: "WRITTEN" };
  return { kind: "NOTIFIED", at, evidenceDigest: "c".repeat(64), ...who };
}

const rectifiedAtOnce = [
  notice("2026-06-01T03:00:00Z"),
  { kind: "RECTIFYING", at: "2026-06-01T03:00:00Z" },
  { kind: "RECTIFIED", at: "2026-06-01T04:00:00Z" },
];

/** Ledger entries stay as they are, so it takes more of them. */
const entriesMax = 60;

/** Steps of any kind; the authority states enterprises only. */
export const randomStep: fc.Arbitrary<RandomStep> = fc
  .record({
    by: fc.constantFrom("A" as const, "A" as const, "B" as const),
    type: fc.constantFrom(...Object.keys(content)),
    key: fc.nat(entriesMax - 1),
    act: fc.constantFrom("STATE" as const, "STATE" as const, "STATE" as const, "VOID", "REINSTATE"),
    draws: fc.array(fc.nat(11), { minLength: 24, maxLength: 24 }),
    judged: fc.boolean(),
  })
  .map((step) => ({ ...step, key: step.type === "feeEntry" ? step.key : step.key % 3 }))
  .map((step) =>
    step.type === "enterprise" && step.by === "A" && step.key < 2 ? { ...step, by: "EM" } : step,
  );

/** The record of a step, given which version the hub has of it. */
export function recordOfStep(
  step: RandomStep,
  version: number,
  codes: readonly string[],
): RecordPatch {
  const sourceKey = `${step.type} ${step.key}`;
  const base = { sourceKey, baseVersion: version, reason: ChangeReason.OTHER };
  if (step.act !== "STATE" && version > 0)
    return { ...base, action: step.act === "VOID" ? RecordAction.VOID : RecordAction.REINSTATE };
  let at = 0;
  const pick: Pick = (...of) => {
    const draw = step.draws[at++ % step.draws.length] ?? 0;
    return of[draw % of.length] as (typeof of)[number];
  };
  const stated = instants(content[step.type]?.(pick, codes) ?? {});
  return version === 0
    ? { sourceKey, ...stated }
    : { ...base, ...stated, ...pick(corrected, corrected, amended) };
}

/** Instants as a scalar reads them: with microseconds. */
function instants<T extends Json>(json: T): T {
  const text = JSON.stringify(json).replace(/(T\d\d:\d\d:\d\d)Z/g, "$1.000000Z");
  return JSON.parse(text) as T;
}

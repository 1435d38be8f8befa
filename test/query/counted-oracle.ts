import { decimalText, type CountedPolicy } from "./given-counted";

/** A field of the question, as this oracle reads it from its own rows. */
type Of<T> = (policy: CountedPolicy) => T;

function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  // The Thursday of the week decides its year.
  date.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  const first = Date.UTC(date.getUTCFullYear(), 0, 1);
  const week = Math.floor((date.getTime() - first) / 604_800_000) + 1;
  return `${String(date.getUTCFullYear())}-W${String(week).padStart(2, "0")}`;
}

function quarter(day: string): string {
  return `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;
}

/** Part of a question as written, beside the same as plain code. */
function asked<T>(text: string, code: T): readonly [string, T] {
  return [text, code];
}

/** Groupings: as written in the question, and as plain code. */
export const groupings: readonly (readonly [string, Of<string | null>])[] = [
  asked("{field: ENTERPRISE_SECTOR}", (p) => p.sector),
  asked("{field: ENTERPRISE_RISK_GRADE}", (p) => p.grade),
  asked("{field: ENTERPRISE_REGION}", (p) => p.region),
  asked("{field: ENTERPRISE_REGION, by: CITY}", (p) => p.region.slice(0, 4)),
  asked("{field: ENTERPRISE_REGION, by: PROVINCE}", (p) => p.region.slice(0, 2)),
  asked("{field: INSURER_ID}", (p) => p.insurer),
  asked("{field: SIGNED_ON}", (p) => p.signedOn),
  asked("{field: SIGNED_ON, by: WEEK}", (p) => isoWeek(p.signedOn)),
  asked("{field: SIGNED_ON, by: MONTH}", (p) => p.signedOn.slice(0, 7)),
  asked("{field: SIGNED_ON, by: QUARTER}", (p) => quarter(p.signedOn)),
  asked("{field: SIGNED_ON, by: YEAR}", (p) => p.signedOn.slice(0, 4)),
  asked("{field: CANCELLED_ON, by: YEAR}", (p) => p.cancelledOn?.slice(0, 4) ?? null),
  asked("{field: INSURED_COUNT}", (p) => String(p.insuredCount)),
];

/** Filters: as written, and as plain code. */
export const filters: readonly (readonly [string, Of<boolean>])[] = [
  asked("{}", () => true),
  asked("{enterprise: {riskGrade: {eq: HIGH}}}", (p) => p.grade === "HIGH"),
  asked("{enterprise: {riskGrade: {ne: HIGH}}}", (p) => p.grade !== "HIGH"),
  asked("{insuredCount: {gt: 150}}", (p) => p.insuredCount > 150),
  asked(
    '{or: [{signedOn: {lt: "2025-06-01"}}, {cancelledOn: {isNull: false}}]}',
    (p) => p.signedOn < "2025-06-01" || p.cancelledOn !== null,
  ),
  asked('{enterprise: {regionCode: {within: "3402"}}}', (p) => p.region.startsWith("3402")),
  asked('{signedOn: {gt: "2099-01-01"}}', () => false),
];

/** Conditions on groups: as written, and as plain code. */
export const havings: readonly (readonly [string, (of: readonly CountedPolicy[]) => boolean])[] = [
  asked("[]", () => true),
  asked("[{figure: COUNT, gte: 3}]", (of) => of.length >= 3),
  asked(
    '[{figure: SUM_WRITTEN_PREMIUM_FEN, gt: "9000000"}, {figure: COUNT, lt: 9}]',
    (of) => sum(of, (p) => p.premium) > 9_000_000n && of.length < 9,
  ),
  asked(
    '[{figure: AVG_INSURED_COUNT, lte: "150.5"}]',
    (of) =>
      of.length > 0 && sum(of, (p) => BigInt(p.insuredCount)) * 2n <= 301n * BigInt(of.length),
  ),
];

export interface ExpectedGroup {
  keys: (string | null)[];
  of: readonly CountedPolicy[];
}

/** Groups in the order of their keys, rows without a value first. */
export function groupsOf(
  policies: readonly CountedPolicy[],
  by: readonly Of<string | null>[],
): ExpectedGroup[] {
  const groups = new Map<string, { keys: (string | null)[]; of: CountedPolicy[] }>();
  for (const policy of policies) {
    const keys = by.map((key) => key(policy));
    const group = groups.get(JSON.stringify(keys)) ?? { keys, of: [] };
    group.of.push(policy);
    groups.set(JSON.stringify(keys), group);
  }
  if (by.length === 0 && groups.size === 0) return [{ keys: [], of: [] }];
  return [...groups.values()].sort((a, b) => compareKeys(a.keys, b.keys));
}

function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [n, left] of a.entries()) {
    const right = b[n] ?? null;
    if (left === right) continue;
    if (left === null || right === null) return left === null ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

export const selection = `
  count { value state }
  sum { writtenPremiumFen { value state } insuredCount { value } rateFactor { value } }
  avg { writtenPremiumFen { value state } serviceFeePct { value } }
  min { signedOn { value } writtenPremiumFen { value } cancelledOn { value state } }
  max { signedOn { value } rateFactor { value } insuredCount { value } }`;

/** The figures of {@link selection} over these policies. */
export function figuresOf(of: readonly CountedPolicy[]): unknown {
  const state = of.length > 0 ? "VALUE" : "INCOMPLETE";
  const cancelled = of.flatMap((p) => p.cancelledOn ?? []);
  const complete = of.length > 0 && cancelled.length === of.length;
  return {
    count: { value: of.length, state: "VALUE" },
    sum: {
      writtenPremiumFen: { value: String(sum(of, (p) => p.premium)), state: "VALUE" },
      insuredCount: { value: String(sum(of, (p) => BigInt(p.insuredCount))) },
      rateFactor: {
        value: of.length
          ? decimalText(
              sum(of, (p) => p.rate),
              4,
            )
          : "0",
      },
    },
    avg: {
      writtenPremiumFen: {
        value: average(
          sum(of, (p) => p.premium),
          0,
          of.length,
        ),
        state,
      },
      serviceFeePct: {
        value: average(
          sum(of, (p) => cents(p.serviceFee)),
          2,
          of.length,
        ),
      },
    },
    min: {
      signedOn: { value: least(of.map((p) => p.signedOn)) },
      writtenPremiumFen: { value: leastNumber(of.map((p) => p.premium)) },
      cancelledOn: { value: least(cancelled), state: complete ? "VALUE" : "INCOMPLETE" },
    },
    max: {
      signedOn: {
        value:
          of
            .map((p) => p.signedOn)
            .sort()
            .at(-1) ?? null,
      },
      rateFactor: {
        value: most(
          of.map((p) => p.rate),
          4,
        ),
      },
      insuredCount: {
        value: most(
          of.map((p) => BigInt(p.insuredCount)),
          0,
        ),
      },
    },
  };
}

export function sum(of: readonly CountedPolicy[], value: Of<bigint>): bigint {
  return of.reduce((total, policy) => total + value(policy), 0n);
}

function cents(text: string): bigint {
  return BigInt(text.replace(".", ""));
}

/** To four decimals, halves away from zero; nothing here is negative. */
function average(total: bigint, scale: number, count: number): string | null {
  if (count === 0) return null;
  const numerator = total * 10_000n * 2n;
  const denominator = BigInt(count) * 10n ** BigInt(scale);
  return decimalText((numerator / denominator + 1n) / 2n, 4);
}

function least(values: readonly string[]): string | null {
  return [...values].sort()[0] ?? null;
}

function leastNumber(values: readonly bigint[]): string | null {
  return values.length ? String(values.reduce((a, b) => (a < b ? a : b))) : null;
}

function most(values: readonly bigint[], scale: number): string | null {
  if (values.length === 0) return null;
  const top = values.reduce((a, b) => (a > b ? a : b));
  return scale ? decimalText(top, scale) : String(top);
}

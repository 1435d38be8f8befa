import { sightOf, type OracleHolder } from "../../test/oracle/visible-cells";
import { reaches, type StoredRow, type World } from "../../test/oracle/visible-rows";

/**
 * What the specification itself publishes of hidden data. A world may differ in these data only so
 * that what is published stays the same. Nothing else may derive from what is hidden.
 */
export const declassifications = [
  {
    what: "feeRatios: the ratios of the prevention fee and their bases",
    reason:
      "access.md, label `fee`: the joint supervisors need the bases, single premiums stay `price`. " +
      "The sums per insurer, year and region over the rows in reach are part of the view of " +
      "whoever reads `fee`; single policies, receipts and entries may differ below them.",
  },
  {
    what: "That an enterprise is registered, where and in which sector, to an insurer that insures it",
    reason:
      "A policy names its enterprise by code and is accepted when that is registered; from then on " +
      "the insurer reaches the enterprise. What an insurer could reach by a lawful submission of " +
      "its own is never named in its submissions where the worlds differ in it.",
  },
  {
    what: "Figures of fields an organisation has for figures only (right A): the …Aggregate queries",
    reason:
      "access.md, right A: sums over rows whose values stay unread. Which of them may be told is for " +
      "disclosure control to judge, and test/disclosure/attack.test.ts attacks it. They are not asked " +
      "here; figures of fields that are read (right R) are, and depend on visible rows alone.",
  },
  {
    what: "The access log (label `audit`): accessLog, whoReadMyData",
    reason:
      "It tells of the run itself: times, numbers drawn at random, and what others read, who may " +
      "read different things in the two worlds. It is not asked here and has tests of its own.",
  },
  {
    what: "Which organisations call the hub, and grants",
    reason:
      "The audit signs in as organisations; their registry rows and grants are equal in both worlds.",
  },
] as const;

/** The label of what the hub notes about the run itself. */
export const labelOfTheRun = "audit";

/** Fee sums per insurer, year and region, of the rows within the caller's reach. */
export function* declassifiedFeeSums(
  world: World,
  holder: OracleHolder,
): Generator<[string, string]> {
  if (!readsFee(holder, world)) return;
  const sums = new Map<string, bigint>();
  const add = (row: StoredRow, year: unknown, what: string, amount: bigint): void => {
    const key = ["fee", row["insurer_id"], year, row["region_code"], what].map(String).join(" ");
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  };
  const inReach = (table: string): StoredRow[] =>
    (world[table] ?? []).filter((row) => reaches(table, row, holder, world));
  for (const row of inReach("policy"))
    add(row, yearOf(row["signed_on"]), "written", fen(row["written_premium_fen"]));
  for (const row of inReach("premium_receipt")) {
    const sign = row["kind"] === "REFUND" ? -1n : 1n;
    add(row, yearOf(row["received_on"]), "received", sign * fen(row["amount_fen"]));
  }
  const entries = inReach("fee_entry");
  const byId = new Map(entries.map((row) => [row["id"], row]));
  for (const row of entries) {
    if (holder.sectors && !holder.sectors.includes(String(row["sector"]))) continue;
    const reversed = row["kind"] === "REVERSAL" ? byId.get(row["reverses_id"]) : undefined;
    const sign = row["kind"] === "REVERSAL" ? -1n : 1n;
    const kind = String((reversed ?? row)["kind"]);
    const refund = kind === "REFUND" ? -1n : 1n;
    const what = kind === "EXTRACT" ? "extracted" : "spent";
    const counts = ["EXTRACT", "SPEND", "REFUND"].includes(kind);
    add(row, row["year"], what, counts ? sign * refund * fen(row["amount_fen"]) : 0n);
  }
  for (const [key, sum] of sums) yield [key, String(sum)];
}

/** Tables and columns behind those sums, for mutations that keep them. */
export const summedColumns: readonly { table: string; column: string; group: readonly string[] }[] =
  [
    {
      table: "policy",
      column: "written_premium_fen",
      group: ["insurer_id", "region_code", "sector", "voided"],
    },
    {
      table: "premium_receipt",
      column: "amount_fen",
      group: ["insurer_id", "region_code", "sector", "kind", "voided"],
    },
    {
      table: "fee_entry",
      column: "amount_fen",
      group: ["insurer_id", "region_code", "sector", "kind", "year", "enterprise_id"],
    },
  ];

/** Whether the ratios and their bases are published to the holder. */
export function readsFee(holder: OracleHolder, world: World): boolean {
  const row: StoredRow = {};
  const at = { table: "region", row, coordinate: "Query.feeRatios", label: "fee" };
  return sightOf(at, holder, world) !== "hidden";
}

function yearOf(day: string | number | null | undefined): string {
  return String(day).slice(0, 4);
}

function fen(amount: string | number | null | undefined): bigint {
  return BigInt(amount ?? 0);
}

import type { Leak } from "./leak";

/** Leaks through what a submission is answered. */
export const submissionLeaks: readonly Leak[] = [
  {
    name: "parents-without-owner",
    zh: "引用的记录未按报送机构区分",
    en: "a record may refer to another insurer's policy by its key",
    edits: [
      {
        file: "src/submission/apply-changes.ts",
        find: "  const missing = named.filter(",
        replace: `  const { sql, value } = require("../database/sql") as typeof import("../database/sql");
  for (const { reference, id } of named) {
    if (reference.name !== "policy" || parents.has(id)) continue;
    for (const { content } of open) {
      const key = content["policyKey"];
      if (typeof key !== "string") continue;
      const [row] = await transaction.query(sql\`SELECT * FROM policy WHERE source_key = \${value(key)}\`);
      if (row) parents.set(id, row);
    }
  }
  const missing = named.filter(`,
      },
    ],
    organisations: ["DEMO-IN-C", "DEMO-IN-A"],
    inclination: { asks: ["submitClaims", "submitPremiumReceipts", "submitEndorsements"] },
  },
  {
    name: "keys-of-other-insurers",
    zh: "报送键与其他保险机构相互冲突",
    en: "a submission key another insurer used is refused",
    edits: [
      {
        file: "src/submission/submit.ts",
        find: "  const earlier = await claimKey(act, transaction);",
        replace: `  const [used] = await transaction.query(
    sql\`SELECT fingerprint FROM submission WHERE submission_key = \${value(act.input.submissionKey)}\`,
  );
  const earlier: SubmitAnswer | null = used
    ? {
        __typename: "SubmissionKeyConflict",
        submissionKey: act.input.submissionKey,
        storedFingerprint: String(used["fingerprint"]),
        sentFingerprint: act.fingerprint,
        findings: [],
      }
    : await claimKey(act, transaction);`,
      },
    ],
    organisations: ["DEMO-IN-C", "DEMO-IN-A"],
  },
  {
    name: "held-of-all-regions",
    zh: "暂缓批次未加属地范围",
    en: "an authority sees held batches of other regions",
    edits: [
      {
        file: "src/submission/held/held-reach.ts",
        find: "return sql`h.region_prefix LIKE ${value(`${prefix}%`)}`;",
        replace: "return sql`LENGTH(${value(prefix)}) > 0`;",
      },
    ],
    organisations: ["DEMO-EM-3402", "DEMO-EM-3401"],
  },
  {
    name: "streams-of-all-insurers",
    zh: "报送流未按机构区分",
    en: "an insurer sees the streams of others",
    edits: [
      {
        file: "src/domain/supervision/streams-of.ts",
        find: 'if (type === "INSURER") return sql`insurer_id = ${value(insurerId)}`;',
        replace: 'if (type === "INSURER") return sql`LENGTH(${value(insurerId)}) > 0`;',
      },
    ],
    organisations: ["DEMO-IN-C", "DEMO-IN-A"],
  },
];

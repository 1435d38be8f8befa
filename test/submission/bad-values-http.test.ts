import { bodyBytesMax } from "../../src/server/read-body";
import { recordTypeNamed } from "../../src/submission/record-type";
import { givenFiles, line, type TestFiles } from "./given-files";

/* What an insurer's system may get wrong, over HTTP: each its own code and place, and no trace. */

let files: TestFiles;
beforeAll(async () => {
  files = await givenFiles();
  await files.send(files.given("first.ndjson", [line("policy", { sourceKey: "P" })]));
});
afterAll(() => files.close());

const { example } = recordTypeNamed("policy");
const query = `mutation ($input: SubmitPoliciesInput!) { submitPolicies(input: $input) {
  __typename
  ... on SubmissionReceipt { accepted rejected
    outcomes { sourceKey status version findings { ruleId path } } }
  ... on ControlTotalsMismatch { differences { name declared sent } findings { ruleId path } }
  ... on SubmissionKeyConflict { findings { ruleId path } }
  ... on SubmissionRefused { findings { ruleId path } } } }`;

interface Sent {
  readonly key?: string;
  readonly count?: number;
  readonly sum?: string;
  readonly mode?: string;
}

/** Sends records that are JSON already, so that a number can be written in any way. */
async function send(
  records: readonly string[],
  { key = "bad", count = records.length, sum = "5000000", mode = "LIVE" }: Sent = {},
): Promise<{ status: number; text: string }> {
  const sums = `[{"name":"writtenPremiumFen","amountFen":"${sum}"}]`;
  const input = `{"submissionKey":"${key}","mode":"${mode}",
    "declared":{"count":${String(count)},"sums":${sums}},"records":[${records.join(",")}]}`;
  const response = await fetch(`${files.hub.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${await files.hub.token("INS-A")}`,
    },
    body: `{"query":${JSON.stringify(query)},"variables":{"input":${input}}}`,
  });
  return { status: response.status, text: await response.text() };
}

const record = (patch: object = {}): string =>
  JSON.stringify({ ...example, sourceKey: "bad", ...patch });
/** A record with this JSON where the premium is. */
const premium = (json: string): string =>
  record({ writtenPremiumFen: "HERE" }).replace('"HERE"', json);
const change = (patch: object): string =>
  JSON.stringify({ sourceKey: "P", reason: "TYPING_ERROR", ...patch });

/** Status and every code with its place: of errors, of the answer, of its records. */
function inWords({ status, text }: { status: number; text: string }): string[] {
  interface Found {
    ruleId: string;
    path: string;
  }
  const body = JSON.parse(text) as {
    data?: {
      submitPolicies: {
        __typename: string;
        findings?: Found[];
        outcomes?: { status: string; findings: Found[] }[];
      };
    };
    errors?: { extensions: { code: string; at?: string } }[];
  };
  const words = ({ ruleId, path }: Found): string => `${ruleId} ${path}`;
  const answer = body.data?.submitPolicies;
  return [
    ...(body.errors ?? []).map(
      ({ extensions: { code, at = "" } }) => `${String(status)} ${code} ${at}`,
    ),
    ...(answer?.findings ?? []).map((found) => `${answer?.__typename ?? ""} ${words(found)}`),
    ...(answer?.outcomes ?? []).map((o) => [o.status, ...o.findings.map(words)].join(" ")),
  ];
}

const amountAt = "400 BAD_AMOUNT input.records[0].writtenPremiumFen";
const numberAt = "400 BAD_NUMBER input.records[0].writtenPremiumFen";
const refused: readonly [what: string, records: string[], sent: Sent, ...expected: string[]][] = [
  ["2^63", [premium('"9223372036854775808"')], {}, amountAt],
  ["2^63, a number", [premium("9223372036854775808")], {}, amountAt],
  ["-0", [premium('"-0"')], {}, amountAt],
  ["-0, a number", [premium("-0")], {}, numberAt],
  ["1e3", [premium('"1e3"')], {}, amountAt],
  ["1e3, a number", [premium("1e3")], {}, numberAt],
  ["1E+3, a number", [record(), premium("1E+3")], {}, numberAt.replace("[0]", "[1]")],
  ["1.5, a number", [premium("1.5")], {}, amountAt],
  ["full-width digits", [premium('"１００"')], {}, amountAt],
  [
    "30 February in the second of two",
    [record(), record({ sourceKey: "b2", signedOn: "2026-02-30" })],
    {},
    "400 BAD_DATE input.records[1].signedOn",
  ],
  ["no key", [record({ sourceKey: null })], {}, "400 BAD_USER_INPUT input.records[0].sourceKey"],
  [
    "a premium one fen more than declared",
    [record()],
    { sum: "4999999" },
    "ControlTotalsMismatch SUB-04 $.declared.sums",
  ],
  [
    "one record more than declared",
    [record()],
    { count: 2 },
    "ControlTotalsMismatch SUB-04 $.declared.count",
  ],
  ["nothing", [], { sum: "0" }, "SubmissionRefused SUB-01 $.records"],
  [
    "10,001 records",
    Array.from({ length: 10_001 }, (_, n) => record({ sourceKey: `n${String(n)}` })),
    { sum: "50005000000" },
    "SubmissionRefused SUB-01 $.records",
  ],
  [
    "more bytes than one request may have",
    [record({ policyNo: "x".repeat(bodyBytesMax) })],
    {},
    "413 BODY_TOO_LARGE ",
  ],
  [
    "a key of 101 characters",
    [record()],
    { key: "k".repeat(101) },
    "SubmissionRefused SUB-01 $.submissionKey",
  ],
];

describe("a submission with", () => {
  test.each(refused)("%s is refused, and leaves nothing", async (_, records, sent, ...expected) => {
    const before = await files.rowCounts();

    const answer = await send(records, sent);

    expect(inWords(answer)).toEqual(expected);
    expect(await files.rowCounts()).toEqual(before);
  });
});

const rejected: readonly [what: string, records: string[], ...expected: string[]][] = [
  [
    "the same key twice",
    [record(), record()],
    "REJECTED SUB-19 $.sourceKey",
    "REJECTED SUB-19 $.sourceKey",
  ],
  ["a blank at the end of its key", [record({ sourceKey: "bad " })], "REJECTED SUB-20 $.sourceKey"],
  ["what is there", [record({ sourceKey: "P", insuredCount: 9 })], "REJECTED SUB-16 $.action"],
  ["a stale base", [change({ action: "VOID", baseVersion: 0 })], "REJECTED SUB-15 $.baseVersion"],
  ["no base", [change({ action: "VOID" })], "REJECTED SUB-15 $.baseVersion"],
  [
    "an impossible transition",
    [change({ action: "REINSTATE", baseVersion: 1 })],
    "REJECTED SUB-16 $.action",
  ],
  [
    "no reason",
    [change({ action: "VOID", baseVersion: 1, reason: null })],
    "REJECTED SUB-17 $.reason",
  ],
];

describe("a record with", () => {
  test.each(rejected)(
    "%s is rejected at its place, and changes nothing",
    async (what, records, ...expected) => {
      const before = await content();
      const amounts = records.map((text) => JSON.parse(text) as { writtenPremiumFen?: string });
      const sum = amounts.reduce((n, one) => n + Number(one.writtenPremiumFen ?? 0), 0);

      const answer = await send(records, { key: what, sum: String(sum) });

      expect(inWords(answer)).toEqual(expected);
      expect(await content()).toEqual(before);
    },
  );
});

test("keys that differ by case are two records", async () => {
  const answer = await send([record({ sourceKey: "case" }), record({ sourceKey: "CASE" })], {
    ...{ key: "case", sum: "10000000" },
  });

  expect(inWords(answer)).toEqual(["ACCEPTED", "ACCEPTED"]);
});

test.each([
  ["renewalOfKey of a policy", "policy", { renewalOfKey: "SECRET" }, "policy"],
  ["policyKey of a claim", "claim", { policyKey: "SECRET" }, "policy"],
  ["serviceRecordKey of a hazard", "hazard", { serviceRecordKey: "SECRET" }, "serviceRecord"],
])(
  "%s that another insurer has is answered byte for byte like an unknown one",
  async (_, type, patch, other) => {
    const ask = async (): Promise<string> => {
      const { mutation } = recordTypeNamed(type);
      const sums = recordTypeNamed(type).sums.map((name) => ({
        name,
        amountFen:
          (recordTypeNamed(type).example as unknown as Record<string, string>)[name] ?? "0",
      }));
      const input = {
        ...{ submissionKey: "whose", mode: "VALIDATE_ONLY", declared: { count: 1, sums } },
        records: [{ ...recordTypeNamed(type).example, sourceKey: "asks", ...patch }],
      };
      const capital = mutation.charAt(0).toUpperCase() + mutation.slice(1);
      const { text } = await files.hub.ask(
        "INS-A",
        `mutation ($input: ${capital}Input!) { ${mutation}(input: $input) { __typename
        ... on SubmissionReceipt { submissionId fingerprint receivedAt pending rejected
          outcomes { sourceKey recordId status version waitsForId waitsUntil
            findings { ruleId path zh en } } }
        ... on ControlTotalsMismatch { differences { name declared sent } } } }`,
        { input },
      );
      expect(text).toMatch(/PENDING/);
      return text;
    };
    const unknown = await ask();

    const file = files.given(`other-${type}.ndjson`, [line(other, { sourceKey: "SECRET" })]);
    const sent = await files.send(file, { token: () => files.hub.token("INS-B") });

    expect(sent.exitCode).toBe(0);
    expect(await ask()).toBe(unknown);
  },
);

/** Rows of everything but submissions and their receipts, and the anchors they lock. */
async function content(): Promise<object> {
  const counts: Record<string, number> = { ...(await files.rowCounts()) };
  for (const name of ["submission", "submission_receipt", "receipt_chain", "record_head"])
    counts[name] = 0;
  return counts;
}

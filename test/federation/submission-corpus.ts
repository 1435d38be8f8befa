import type { RecordType } from "../../src/submission/record-type";
import type { Operation } from "./given-hub";
import type { ContractCaller } from "./given-organisations";

const findings = "findings { ruleId severity path zh en legalBasis }";
const answer = `__typename
  ... on SubmissionReceipt {
    submissionId submissionKey mode acceptance recordType fingerprint replayed receivedAt
    ruleSetVersion sent accepted unchanged pending rejected
    outcomes { index sourceKey recordId status version waitsForId waitsUntil ${findings} }
  }
  ...Conflict
  ... on ControlTotalsMismatch { submissionKey differences { name declared sent } ${findings} }
  ... on SubmissionRefused { key: submissionKey ${findings} }`;
const conflict = `fragment Conflict on SubmissionKeyConflict {
  submissionKey storedFingerprint sentFingerprint ${findings}
}`;

/**
 * What an organisation sends of one record type, in order: judged only, live, the same again, other
 * content under the same key, wrong totals, nothing at all, and two submissions in one request.
 */
export function submissionCorpus(type: RecordType, caller: ContractCaller): Operation[] {
  const { mutation } = type;
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation Send($input: ${input}!) { ${mutation}(input: $input) { ${answer} } } ${conflict}`;
  const twice = `mutation Twice($a: ${input}!, $b: ${input}!) {
    a: ${mutation}(input: $a) { ${answer} } b: ${mutation}(input: $b) { __typename ...Conflict }
  } ${conflict}`;
  const send = (key: string, changes: object = {}, records = [type.example]): object => ({
    submissionKey: `${caller.code} ${type.name} ${key}`,
    declared: { count: records.length, sums: sumsOf(type, records) },
    records,
    ...changes,
  });
  const other = { ...type.example, sourceKey: "another" };
  const inputs = [
    send("judged", { mode: "VALIDATE_ONLY" }),
    send("live"),
    send("live"),
    send("live", {}, [other]),
    send("both", { acceptance: "ALL_OR_NOTHING" }, [type.example, other]),
    send("totals", { declared: { count: 7, sums: [{ name: "no", amountFen: "1" }] } }),
    send("nothing", {}, []),
  ];
  return [
    ...inputs.map((given) => ({ query, variables: { input: given } })),
    { query: twice, variables: { a: send("live"), b: send("live", {}, [other]) } },
  ];
}

function sumsOf(
  type: RecordType,
  records: readonly object[],
): { name: string; amountFen: string }[] {
  return type.sums.map((name) => {
    const sum = records.reduce((total, record) => total + amountOf(record, name), 0n);
    return { name, amountFen: String(sum) };
  });
}

function amountOf(record: object, name: string): bigint {
  const value = (record as Record<string, unknown>)[name];
  return typeof value === "string" ? BigInt(value) : 0n;
}

import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";
import type { RecordType } from "../../src/submission/record-type";
import type { Operation } from "./given-hub";
import { idOf } from "./given-rows";
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
    // Enterprises name services and hazards by id: their own, others', and none.
    send(
      "named",
      {},
      [...Array(namedMax).keys()].map((n) => ({
        ...{ ...type.example, sourceKey: `named ${String(n)}` },
        ...namedBy(type, n),
      })),
    ),
    send("void", {}, [
      {
        ...{ sourceKey: type.example.sourceKey, baseVersion: 1 },
        ...{ action: RecordAction.VOID, reason: ChangeReason.DUPLICATE },
      },
    ]),
  ];
  return [
    ...inputs.map((given) => ({ query, variables: { input: given } })),
    { query: twice, variables: { a: send("live"), b: send("live", {}, [other]) } },
  ];
}

const namedMax = 10;

function namedBy({ name }: RecordType, n: number): object {
  switch (name) {
    case "serviceConfirmation":
      return { serviceRecordId: idOf("ServiceRecord", n) };
    case "rectificationReport":
      return { hazardId: idOf("Hazard", n) };
    default:
      return {};
  }
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

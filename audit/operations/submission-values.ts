import { isInputObjectType, getNamedType, type GraphQLInputObjectType } from "graphql";
import { modelOf } from "../../src/query/entity-model";
import { recordTypes, type RecordType } from "../../src/submission/record-type";
import type { Random } from "../random";
import type { Pool } from "./pool";
import type { MakeObject } from "./value-generator";

/** Whose records a submission names. */
export interface SubmissionSources {
  readonly pool: Pool;
  readonly random: Random;
  /** Codes of enterprises that are the same in both worlds. */
  readonly enterprises: readonly string[];
  /** False: only judged, nothing is stored. */
  readonly live: boolean;
}

/**
 * Submissions that get as far as the engine: a record that meets every rule, with keys and
 * references of rows that are there, the submitter's own and other insurers' alike.
 */
export function submissionMaker(sources: SubmissionSources): MakeObject {
  return (type) => {
    const records = type.getFields()["records"];
    const input = records && getNamedType(records.type);
    const recordType = recordTypes().find(
      ({ mutation }) => `${mutation}Input`.toLowerCase() === type.name.toLowerCase(),
    );
    return recordType && isInputObjectType(input) ? submission(recordType, input, sources) : null;
  };
}

const submissionKeys = 40;

/** Few keys, so that they are used again, by the same organisation and by others. */
export function submissionKey(n: number): string {
  return `K${String(n)}`;
}

function submission(
  type: RecordType,
  input: GraphQLInputObjectType,
  sources: SubmissionSources,
): Record<string, unknown> {
  const { random, live } = sources;
  const count = random.pick([1, 1, 1, 2, 3]);
  const records = Array.from({ length: count }, () => record(type, input, sources));
  const isWrong = random.chance(0.05);
  return {
    submissionKey: submissionKey(random.below(submissionKeys)),
    mode: live && random.chance(0.6) ? "LIVE" : "VALIDATE_ONLY",
    acceptance: random.pick(["PER_RECORD", "ALL_OR_NOTHING"]),
    declared: {
      count: isWrong ? count + 1 : count,
      sums: type.sums.map((name) => ({ name, amountFen: sumOf(records, name) })),
    },
    records,
  };
}

function record(
  type: RecordType,
  input: GraphQLInputObjectType,
  sources: SubmissionSources,
): Record<string, unknown> {
  const { pool, random } = sources;
  const isKnown = random.chance(0.75);
  const made: Record<string, unknown> = {
    ...type.example,
    ...namesOf(type, input, sources),
    ...keysOf(type, sources),
    sourceKey: isKnown
      ? pool.sourceKey(modelOf(type.entity).table)
      : `new-${String(random.below(30))}`,
  };
  if (made["agencyUscc"] !== undefined && random.chance(0.5)) made["agencyUscc"] = null;
  return random.chance(0.35) ? { ...made, ...changeOf(random) } : made;
}

/** Codes and numbers of things that are there. */
function namesOf(
  { example }: RecordType,
  input: GraphQLInputObjectType,
  { pool, random, enterprises }: SubmissionSources,
): Record<string, unknown> {
  const names: Record<string, unknown> = {};
  for (const name of Object.keys(input.getFields())) {
    if (name === "enterpriseUscc" && name in example) names[name] = random.pick(enterprises);
    else if (name.endsWith("Uscc") && name in example) names[name] = pool.named("uscc");
    else if (name.endsWith("No") && random.chance(0.5)) names[name] = pool.named(name);
  }
  return names;
}

/** Keys of records to refer to, the submitter's own and other insurers'. */
function keysOf(
  { example, references }: RecordType,
  { pool, random }: SubmissionSources,
): Record<string, unknown> {
  const keys: Record<string, unknown> = {};
  for (const reference of references) {
    const name = reference.path.slice(2);
    if (!/Keys?$/.test(name) || !(name in example || random.chance(0.2))) continue;
    const key = pool.sourceKey(modelOf(reference.target()).table);
    keys[name] = name.endsWith("s") ? [key] : key;
  }
  return keys;
}

function changeOf(random: Random): Record<string, unknown> {
  return {
    action: random.pick(["AMEND", "CORRECT", "VOID", "REINSTATE"]),
    baseVersion: random.pick([1, 1, 1, 2, null]),
    reason: random.pick(["TYPING_ERROR", "WRONG_AMOUNT", null]),
    effectiveFrom: random.pick(["2026-07-01", null]),
  };
}

function sumOf(records: readonly Record<string, unknown>[], name: string): string {
  let sum = 0n;
  for (const each of records) {
    const amount = each[name];
    if (typeof amount === "string") sum += BigInt(amount);
  }
  return String(sum);
}

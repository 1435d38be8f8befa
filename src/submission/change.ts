import { entityId } from "../database/entity-id";
import { modelOf } from "../query/entity-model";
import type { RequestClock } from "../query/select";
import { canonicalJson, digestOf, type Json } from "./canonical-json";
import type { ChangeReason } from "./change-reason";
import { envelopeNames, type RecordJson } from "./fields/record-input";
import { shapeOf } from "./fields/record-shape";
import type { IdentityDigests } from "./identity-digests";
import { RecordAction } from "./record-action";
import { RecordStatus } from "./record-status";
import type { RecordType } from "./record-type";
import { findingsOf, type Finding } from "./rule";
import { codedReason, distinctKeys } from "./rules/record-change.rules";
import { isStorable, storableValue, usableSourceKey } from "./rules/record-shape.rules";
import { Severity } from "./severity";

/** What a record states, apart from what it is said about it. */
export type Content = Readonly<Record<string, Json>>;

/** One record on its way through the engine; `status` is null until it is judged. */
export interface Change {
  /** Place in its submission, or the number under which it waited. */
  readonly place: number | string;
  readonly recordId: string;
  readonly owner: string;
  readonly sourceKey: string;
  readonly action: RecordAction;
  readonly baseVersion: number | null;
  readonly effectiveFrom: string | null;
  readonly reason: ChangeReason | null;
  /** Its own statement; for VOID and REINSTATE what the hub has, once that is read. */
  content: Content;
  /** The content as canonical JSON, and its digest. */
  payload: string;
  digest: string;
  /** The submission and the instant it came with, which stay its own while it waits. */
  readonly submissionId: string;
  readonly receivedAt: string;
  findings: Finding[];
  status: RecordStatus | null;
  /** The version it became, or the one the hub has; null when it has none. */
  version: number | null;
  /** The id of the record it waits for, and until which day it may. */
  waitsForId: string | null;
  waitsUntil: string | null;
}

/** Where the changes of one submission come from. */
export interface ChangeSource {
  readonly type: RecordType;
  readonly owner: string;
  readonly submissionId: string;
  readonly clock: RequestClock;
  readonly identityDigests: IdentityDigests;
}

/** Reads records as changes, each judged by all rules that need nothing but the record. */
export function changesOf(source: ChangeSource, records: readonly RecordJson[]): Change[] {
  const times = new Map<string, number>();
  for (const { sourceKey } of records) times.set(sourceKey, (times.get(sourceKey) ?? 0) + 1);
  const fields = shapeOf(source.type.input).map((field) => ({ field, path: `$.${field.name}` }));
  return records.map((record, place) => {
    const change = changeOf(source, record, place);
    const { findings } = change;
    findings.push(
      ...findingsOf(usableSourceKey, record, source),
      ...findingsOf(distinctKeys, { times: times.get(record.sourceKey) ?? 0 }, source),
      ...findingsOf(codedReason, change, source),
    );
    for (const { field, path } of fields) {
      const value = record[field.name] ?? null;
      // Asked 25,000 times: what can be stored costs nothing more.
      if (value !== null && !isStorable(field, value))
        findings.push(...findingsOf(storableValue, { field, path, value }, source));
    }
    if (statesContent(change.action))
      for (const rule of source.type.rules) findings.push(...findingsOf(rule, record, source));
    if (change.findings.some(({ severity }) => severity === Severity.REJECT))
      change.status = RecordStatus.REJECTED;
    return change;
  });
}

/** Whether an action comes with content; the others speak of what the hub has. */
export function statesContent(action: RecordAction): boolean {
  return action !== RecordAction.VOID && action !== RecordAction.REINSTATE;
}

function changeOf(source: ChangeSource, record: RecordJson, place: number): Change {
  const { type, owner, submissionId, clock } = source;
  const { sourceKey, action, baseVersion, effectiveFrom, reason } = record;
  const stated = action ?? RecordAction.NEW;
  const content = statesContent(stated) ? contentOf(source, record) : {};
  const payload = canonicalJson(content);
  return {
    place,
    recordId: entityId(modelOf(type.entity).idPrefix, owner, sourceKey),
    owner,
    sourceKey,
    action: stated,
    baseVersion: baseVersion ?? null,
    effectiveFrom: effectiveFrom ?? null,
    reason: reason ?? null,
    content,
    payload,
    digest: digestOf(payload),
    submissionId,
    receivedAt: clock.now,
    findings: [],
    status: null,
    version: null,
    waitsForId: null,
    waitsUntil: null,
  };
}

/** What is said, with what the type keeps instead of fields that are not to be kept as stated. */
function contentOf({ type, identityDigests }: ChangeSource, record: RecordJson): Content {
  const stated: Readonly<Record<string, Json | undefined>> = type.seal
    ? { ...record, ...type.seal(record, identityDigests) }
    : record;
  const content: Record<string, Json> = {};
  for (const name of Object.keys(stated)) {
    const value = stated[name];
    if (!envelopeNames.has(name) && value !== undefined && value !== null) content[name] = value;
  }
  return content;
}

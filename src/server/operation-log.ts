import { createHash } from "node:crypto";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import type { Caller } from "../access/caller";
import type { FieldMention } from "../access/decision";
import { labels, type Label } from "../access/label";
import type { AccessLog } from "../access/log/access-log";
import type { Delivery } from "../access/log/delivery";
import type { LogEntry } from "../access/log/log-entry";
import { nothingDelivered } from "../access/log/system-entries";
import type { Mention } from "../access/right";
import { databaseInstant } from "../database/calendar";
import type { Authoriser } from "../graph/authorise";
import type { Execute, ExecutionRequest } from "../graph/executor";
import type { Graph } from "../graph/schema";
import type { BegunOperation } from "./begun-operation";
import { countAnswer } from "./count-answer";

/** From this level on, an answer waits until its entry is durable. */
const durableLevelMin = 3;
/** More are counted in no list: the first say what happened. */
const listedMax = 200;
/** Bytes of a body whose variables are written down again for their digest; of more, it is all of it. */
const digestedTextMax = 128 * 1024;
/** Level 4 fields: not everybody may know of them. */
const sensitiveLevel = 4;
/** Ways of mentioning a field that tell nothing of stored data. */
const telling = new Set<Mention>(["SELECT", "FILTER", "ORDER", "GROUP", "AGGREGATE"]);

/** What the entries of a server are made from. */
export interface OperationLogParts {
  readonly log: AccessLog;
  /** hub, gateway or the name of a subgraph. */
  readonly part: string;
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  readonly authoriser: Authoriser;
}

type DeliveredData = Pick<LogEntry, keyof typeof nothingDelivered>;

type AskedData = Pick<LogEntry, "level" | "fields" | "labels">;

interface Executed {
  readonly request: ExecutionRequest;
  readonly result: ExecutionResult;
}

/** Writes one entry for each operation of one server, before its answer leaves. */
export class OperationLog {
  private readonly executed = new WeakMap<Delivery, Executed>();
  /** As executed: with the values of variables coerced, and defaults filled in. */
  private readonly ran = new WeakMap<Delivery, ExecutionRequest>();

  /** By the list of its mentions, which a document keeps. */
  private readonly askedBy = new WeakMap<readonly FieldMention[], AskedData>();

  constructor(private readonly parts: OperationLogParts) {}

  /** Notes what is executed once it is allowed. */
  running(execute: Execute): Execute {
    return (request) => {
      this.ran.set(request.context.delivery, request);
      return execute(request);
    };
  }

  /** Notes what an executor answers, before it becomes text. */
  noting(execute: Execute): Execute {
    return async (request) => {
      const result = await execute(request);
      const { delivery } = request.context;
      this.executed.set(delivery, { request: this.ran.get(delivery) ?? request, result });
      return result;
    };
  }

  /**
   * To be called before the answer leaves: waits where it tells of data of level ≥ 3, and throws
   * AUDIT_UNAVAILABLE when it must not leave. `codes` reads the codes off an answer of errors.
   */
  async finish(begun: BegunOperation, codes: () => readonly string[]): Promise<void> {
    const { log } = this.parts;
    const entry = this.entry(begun, codes);
    if (entry.level >= durableLevelMin) await log.record(entry);
    else log.note(entry);
  }

  private entry(begun: BegunOperation, codes: () => readonly string[]): LogEntry {
    const { caller, person, operation, body, delivery } = begun;
    const { rights } = caller;
    const executed = this.executed.get(delivery);
    const isAnswered = executed !== undefined && hasData(executed.result);
    const mentioned = executed ? this.mentions(executed.request) : [];
    const denials = executed ? denialsIn(executed.result) : [];
    const errorCodes = isAnswered ? codesIn(executed.result) : codes();
    return {
      id: begun.id,
      at: databaseInstant(begun.at),
      part: this.parts.part,
      operationId: operation.id,
      caller: loggedCaller(caller, person),
      purpose: operation.purpose,
      kind: executed ? kindOf(executed.request) : "NONE",
      ...digestsOf(body),
      policyVersion: rights.policyVersion,
      rightsKey: rights.key,
      grants: this.grantsAbout(rights.grants, mentioned),
      outcome: isAnswered ? "ALLOWED" : errorCodes.includes("FORBIDDEN") ? "DENIED" : "FAILED",
      errorCodes: [...new Set(errorCodes)].slice(0, listedMax),
      denials: denials.slice(0, listedMax),
      ...(isAnswered ? this.delivered(delivery, executed, mentioned) : nothingDelivered),
      durationUs: Math.round((performance.now() - begun.startedMs) * 1000),
      details: null,
    };
  }

  private mentions({ document, operation, variables }: ExecutionRequest): readonly FieldMention[] {
    return this.parts.authoriser.mentions(document, operation, variables);
  }

  private delivered(
    delivery: Delivery,
    { request, result }: Executed,
    mentioned: readonly FieldMention[],
  ): DeliveredData {
    const { schema, part } = this.parts;
    const withEntities = part === "gateway";
    if (result.data) countAnswer({ schema, delivery, withEntities }, request, result.data);
    const cells: LogEntry["cells"][number][] = [];
    const sensitiveCells: LogEntry["cells"][number][] = [];
    const asked = this.asked(mentioned);
    let { level } = asked;
    for (const [field, count] of delivery.cells()) {
      // An answer may hold data under a name of its own, e.g. the content of a record.
      const label = this.labelOf(field);
      if (label) level = Math.max(level, labels[label].level);
      (this.isSensitive(field) ? sensitiveCells : cells).push({ field, cells: count });
    }
    return { ...asked, level, cells, sensitiveCells, subjects: delivery.subjects() };
  }

  /** What an operation asks for, whatever it is given: the same whenever it is asked. */
  private asked(mentioned: readonly FieldMention[]): AskedData {
    let asked = this.askedBy.get(mentioned);
    if (!asked) {
      const selected = mentioned.filter(isOfData).map(({ field }) => field);
      const kinds = new Set(selected.flatMap((field) => this.labelOf(field) ?? []));
      asked = {
        level: this.level(mentioned),
        fields: selected.filter((field) => !this.isSensitive(field)).sort(),
        labels: [...kinds].sort(),
      };
      this.askedBy.set(mentioned, asked);
    }
    return asked;
  }

  private isSensitive(field: string): boolean {
    const label = this.labelOf(field);
    return label !== undefined && labels[label].level >= sensitiveLevel;
  }

  /** By what is mentioned, not by what was found: that nothing was found tells of it, too. */
  private level(mentioned: readonly FieldMention[]): number {
    let level = 0;
    for (const { field, mention } of mentioned) {
      const label = telling.has(mention) ? this.labelOf(field) : undefined;
      if (label) level = Math.max(level, labels[label].level);
    }
    return level;
  }

  private grantsAbout(
    grants: Caller["rights"]["grants"],
    mentioned: readonly FieldMention[],
  ): string[] {
    if (grants.length === 0) return [];
    const fields = new Set(mentioned.map(({ field }) => field));
    const kinds = new Set([...fields].map((field) => this.labelOf(field)));
    return grants
      .filter(({ on }) => ("field" in on ? fields.has(on.field) : kinds.has(on.label)))
      .map(({ id }) => id)
      .slice(0, listedMax);
  }

  private labelOf(field: string): Label | undefined {
    return this.parts.graph.labels.fields.get(field);
  }
}

/** Selections of values and of what they lead to; not of the pages they come on. */
function isOfData({ field, mention }: FieldMention): boolean {
  return (
    mention === "SELECT" && !/^(?:Query|Mutation|PageInfo|\w+(?:Connection|Edge))\./.test(field)
  );
}

/** An answer in which every root field failed has no data. */
function hasData({ data, errors }: ExecutionResult): boolean {
  if (!data) return false;
  return !errors?.length || Object.values(data).some((value) => value !== null);
}

function kindOf({ operation }: ExecutionRequest): LogEntry["kind"] {
  const kinds = { query: "QUERY", mutation: "MUTATION", subscription: "SUBSCRIPTION" } as const;
  return kinds[operation.operation];
}

function loggedCaller(caller: Caller, person: string): LogEntry["caller"] {
  const { organisationId, organisationCode, organisationName, type } = caller;
  const registryId = caller.insurerId ?? caller.serviceAgencyId ?? caller.enterpriseId ?? "";
  return {
    organisationId,
    organisationCode,
    organisationName,
    organisationType: type,
    registryId,
    person,
  };
}

function codesIn({ errors }: ExecutionResult): string[] {
  return (errors ?? []).map(({ extensions, originalError }) => {
    const inner = originalError as { extensions?: Record<string, unknown> } | null | undefined;
    const code = extensions["code"] ?? inner?.extensions?.["code"];
    return typeof code === "string" ? code : "INTERNAL";
  });
}

function denialsIn({ errors }: ExecutionResult): LogEntry["denials"][number][] {
  return (errors ?? []).flatMap(({ extensions: { code, field, mention } }) =>
    code === "FORBIDDEN" && typeof field === "string" && typeof mention === "string"
      ? [{ field, mention: mention as Mention }]
      : [],
  );
}

function digestsOf({
  bytes,
  json,
}: BegunOperation["body"]): Pick<LogEntry, "operationDigest" | "variablesDigest"> {
  if (typeof json !== "object" || json === null)
    return { operationDigest: digest(bytes), variablesDigest: null };
  const { query, operationName, variables } = json as Record<string, unknown>;
  const isLarge = bytes.length > digestedTextMax;
  return {
    operationDigest: digest(`${textOf(query)}${textOf(operationName)}`),
    variablesDigest: variables ? digest(isLarge ? bytes : JSON.stringify(variables)) : null,
  };
}

function textOf(given: unknown): string {
  return typeof given === "string" ? given : "";
}

function digest(of: string | Buffer): string {
  return createHash("sha256").update(of).digest("base64url");
}

import { LRUCache } from "lru-cache";
import type { Caller } from "../access/caller";
import type { Database } from "../database/database";
import { sql, value } from "../database/sql";
import { documentDigest } from "../domain/access/keep-document";
import { HubError } from "../error/hub-error";

/** How long a change of what is registered may take to be noticed, on every instance. */
const rememberedMs = 500;
const rememberedMax = 2_000;
const rememberedCharactersMax = 20_000_000;
const digestForm = /^[0-9a-f]{64}$/;

/** The body of a request once it says what is asked. */
export interface ResolvedBody {
  readonly body: unknown;
  /** It was analysed when it was registered. */
  readonly isTrusted: boolean;
}

/**
 * Registered documents, asked for by their digest as in automatic persisted queries
 * (`extensions.persistedQuery.sha256Hash`). Asking registers nothing: that is an act of its own.
 */
export class TrustedDocuments {
  private readonly known = new LRUCache<string, { readonly document: string | null }>({
    max: rememberedMax,
    maxSize: rememberedCharactersMax,
    sizeCalculation: ({ document }) => (document?.length ?? 0) + 100,
    ttl: rememberedMs,
  });

  constructor(private readonly database: Database) {}

  /** Puts the registered document into a body that names it; refuses what may not be asked. */
  async resolve(body: unknown, caller: Caller): Promise<ResolvedBody> {
    const { query, digest, rest } = askedFor(body);
    if (query !== null && digest !== null && digest !== documentDigest(query))
      throw new HubError("BAD_USER_INPUT", { reason: "sha256Hash is not that of the query" });
    if (query !== null && !caller.registeredOnly) return { body: rest, isTrusted: false };
    const named = digest ?? (query === null ? null : documentDigest(query));
    const document = named === null ? null : await this.find(caller.organisationId, named);
    if (document !== null) return { body: { ...rest, query: document }, isTrusted: true };
    if (caller.registeredOnly) throw new HubError("DOCUMENT_NOT_REGISTERED");
    if (digest !== null) throw new HubError("PERSISTED_QUERY_NOT_FOUND");
    return { body: rest, isTrusted: false };
  }

  private async find(organisationId: string, digest: string): Promise<string | null> {
    const key = `${organisationId} ${digest}`;
    const known = this.known.get(key);
    if (known) return known.document;
    const [row] = await this.database.read(
      sql`SELECT document FROM trusted_document
        WHERE organisation_id = ${value(organisationId)} AND digest = ${value(digest)}
          AND retired_at IS NULL`,
    );
    const document = row ? String(row["document"]) : null;
    this.known.set(key, { document });
    return document;
  }
}

/** What a body asks, and the body without the digest, which is ours to understand and not Apollo's. */
function askedFor(body: unknown): { query: string | null; digest: string | null; rest: object } {
  if (typeof body !== "object" || body === null) throw new HubError("BAD_REQUEST_JSON");
  const { query, extensions } = body as { query?: unknown; extensions?: unknown };
  const { persistedQuery, ...others } = (extensions ?? {}) as { persistedQuery?: unknown };
  const { sha256Hash } = (persistedQuery ?? {}) as { sha256Hash?: unknown };
  return {
    query: typeof query === "string" ? query : null,
    digest: typeof sha256Hash === "string" && digestForm.test(sha256Hash) ? sha256Hash : null,
    rest: persistedQuery === undefined ? body : { ...body, extensions: others },
  };
}

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { importJWK, SignJWT, type JWK } from "jose";
import { loadDemo } from "../../seeds/demo/load-demo";
import { localIssuerName, type Config } from "../../src/config";
import { trusted } from "../../src/database/sql";
import { startHub, type HubEnvironment, type RunningHub } from "../../src/server/start-hub";
import type { StoredRow } from "../oracle/visible-rows";
import { givenHub, testNow, type Answer, type TestHub } from "../setup/hub";

/** Two hubs and their demo data take a while on a machine that does other things as well. */
export const startMsMax = 180_000;

/** Who asks: an organisation, or one person of it (its client id unless named). */
export type Asker = string | { organisation: string; person: string };

/** Two hubs over one database of demo data, with a clock of the test's own. */
export interface GrantHubs {
  hub: TestHub;
  /** The moment both hubs think it is. */
  clock: { now: Date };
  /** Asks the first hub, or the one named. */
  ask(asker: Asker, query: string, variables?: object, at?: "first" | "second"): Promise<Answer>;
  rows(sql: string): Promise<StoredRow[]>;
  close(): Promise<void>;
}

type Start = (config: Config, environment: HubEnvironment) => Promise<RunningHub>;

/** Both start over demo data of 120 enterprises; `second` chooses the other's deployment. */
export async function givenGrantHubs(second: Start = startHub): Promise<GrantHubs> {
  const clock = { now: testNow };
  let other: RunningHub | null = null;
  const hub = await givenHub((config, environment) =>
    startHub(config, { ...environment, now: () => clock.now }),
  );
  const { config, databaseUrl, environment } = hub;
  await loadDemo({
    ...{ databaseUrl, enterprises: 120, seed: 7, today: "2026-07-15" },
    ...{ withoutSubmitter: false, log: () => undefined },
  });
  other = await second(config, { ...environment, now: () => clock.now });
  const urls = { first: hub.url, second: other.url };
  return {
    hub,
    clock,
    ask: async (asker, query, variables, at = "first") => {
      const token = await tokenOf(config, asker, clock.now);
      const response = await fetch(`${urls[at]}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      if (text.includes('"INTERNAL"'))
        throw new Error(`${text} ${hub.mistakes.map(String).join("\n")}`);
      return { status: response.status, text, body: JSON.parse(text) as Answer["body"] };
    },
    rows: async (sql) => (await hub.database.read(trusted(sql))) as StoredRow[],
    close: async () => {
      await other.stop();
      await hub.close();
    },
  };
}

/** A token of the local issuer, for any person: the issuer itself knows organisations only. */
async function tokenOf(config: Config, asker: Asker, now: Date): Promise<string> {
  const { organisation, person } =
    typeof asker === "string" ? { organisation: asker, person: asker.toLowerCase() } : asker;
  const key = JSON.parse(
    readFileSync(join(config.directory, "issuer", "key.json"), "utf8"),
  ) as JWK & { kid: string };
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ client_id: organisation.toLowerCase() })
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: key.kid })
    .setIssuer(localIssuerName)
    .setAudience(config.audience)
    .setSubject(person)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 600)
    .setJti(randomUUID())
    .sign(await importJWK(key, "ES256"));
}

/** A request with ordinary values: 30 days from the test's day. */
export function request(more: object): object {
  return {
    effect: "WIDEN",
    right: "R",
    rows: { kind: "OWN" },
    purpose: "事故调查",
    legalBasis: "安全生产法第83条",
    validFrom: "2026-07-15T04:00:00Z",
    validTo: "2026-08-14T04:00:00Z",
    ...more,
  };
}

/** What an act was answered with: the grant's id and state, or the codes of the refusal. */
export interface Acted {
  id: string;
  state: string | null;
  /** `CODE at place`. */
  refused: string[];
}

const selected = `__typename ... on AccessGrant { id state }
  ... on GrantRefused { reasons { code at zh en } }`;

/** The four acts, each as somebody. */
export function actsOn(ask: GrantHubs["ask"]): {
  request(by: Asker, input: object): Promise<Acted>;
  approve(by: Asker, id: string): Promise<Acted>;
  accept(by: Asker, id: string): Promise<Acted>;
  revoke(by: Asker, id: string, reason?: string): Promise<Acted>;
  /** Requested by the receiver, approved by the owner. */
  grant(receiver: string, owner: string, more: object): Promise<string>;
  /** Narrowed by the owner. */
  narrow(owner: string, receiver: string, more: object): Promise<string>;
} {
  const act = async (by: Asker, field: string, args: string, variables: object): Promise<Acted> => {
    const answer = await ask(by, `mutation(${args}) { act: ${field} { ${selected} } }`, variables);
    const acted = answer.body.data?.["act"] as
      { id?: string; state?: string; reasons?: { code: string; at: string }[] } | null | undefined;
    if (!acted) throw new Error(answer.text);
    return {
      id: acted.id ?? "",
      state: acted.state ?? null,
      refused: (acted.reasons ?? []).map(({ code, at }) => `${code} at ${at}`),
    };
  };
  const request_ = (by: Asker, input: object): Promise<Acted> =>
    act(by, "requestGrant(input: $input)", "$input: GrantRequestInput!", { input });
  const approve = (by: Asker, id: string): Promise<Acted> =>
    act(by, "approveGrant(id: $id)", "$id: ID!", { id });
  return {
    request: request_,
    approve,
    accept: (by, id) => act(by, "acceptGrant(id: $id)", "$id: ID!", { id }),
    revoke: (by, id, reason = "不再需要") =>
      act(by, "revokeGrant(id: $id, reason: $reason)", "$id: ID!, $reason: String!", {
        id,
        reason,
      }),
    grant: async (receiver, owner, more) => {
      const { id, refused } = await request_(receiver, request({ receiver, ...more }));
      expect(refused).toEqual([]);
      expect(await approve(owner, id)).toEqual({ id, state: "IN_FORCE", refused: [] });
      await noticed();
      return id;
    },
    narrow: async (owner, receiver, more) => {
      const terms = { receiver, effect: "NARROW", right: "NOTHING", validTo: null, ...more };
      const { id, state, refused } = await request_(owner, request(terms));
      expect({ state, refused }).toEqual({ state: "IN_FORCE", refused: [] });
      await noticed();
      return id;
    },
  };
}

/** How long a change of grants may take to be noticed, on every instance. */
export function noticed(): Promise<void> {
  return sleep(700);
}

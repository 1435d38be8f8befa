import { createHash } from "node:crypto";
import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  HttpLink,
  InMemoryCache,
} from "@apollo/client/core";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { Client, fetchExchange } from "@urql/core";
import { print } from "graphql";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";
import { generatePortal, portalOperations, type Portal } from "./given-portal";

let hub: TestHub;
let portal: Portal;
let authorization: string;
/** Bodies that were sent, oldest first. */
let sent: { query?: string; extensions?: { persistedQuery?: { sha256Hash: string } } }[];

const variables = { first: 2, status: "IN_FORCE" };

beforeAll(async () => {
  hub = await givenHub();
  const { database } = hub;
  await givenOrganisation(database, "PORTAL", "EMERGENCY");
  const insurerId = await givenInsurer(database, "INS");
  const enterpriseId = await givenEnterprise(database, "E1");
  for (const key of ["A", "B", "C"]) await givenPolicy(database, { insurerId, enterpriseId, key });
  const token = await hub.token("PORTAL");
  authorization = `Bearer ${token}`;
  portal = await generatePortal(hub.url, token, portalOperations);
});

beforeEach(() => {
  sent = [];
});

afterAll(async () => {
  portal.remove();
  await hub.close();
});

const watchedFetch: typeof fetch = (url, init) => {
  // Both clients send text.
  sent.push(JSON.parse(init?.body as string) as (typeof sent)[number]);
  return fetch(url, init);
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("graphql-codegen", () => {
  test("generates types that compile, and with which a mistake does not", () => {
    const faults = portal.compile(
      [
        'import type { ResultOf, VariablesOf } from "@graphql-typed-document-node/core";',
        'import { PortalPoliciesDocument as document } from "./documents.js";',
        "type Asked = VariablesOf<typeof document>;",
        "type Answered = ResultOf<typeof document>;",
        'export const good: Asked = { first: 3, status: "IN_FORCE" };',
        'export const noStatus: Asked = { first: 3, status: "ASLEEP" };',
        "export const noVariable: Asked = { first: 3 };",
        "export const money = (a: Answered): string | undefined =>",
        "  a.policies.nodes[0]?.sumInsuredPerPersonFen;",
        "export const unasked = (a: Answered): unknown => a.policies.nodes[0]?.writtenPremiumFen;",
        "",
      ].join("\n"),
    );

    expect(faults.map((fault) => fault.split(":")[0])).toEqual(["6", "7", "10"]);
  });

  test("refuses what the portal's organisation may not ask, before anything runs", async () => {
    const operations = "query Premium { policies { nodes { writtenPremiumFen } } }";

    await expect(
      generatePortal(hub.url, authorization.slice("Bearer ".length), operations),
    ).rejects.toThrow('Cannot query field "writtenPremiumFen" on type "Policy"');
  });
});

describe("urql", () => {
  const client = (): Client =>
    new Client({
      url: `${hub.url}/graphql`,
      exchanges: [fetchExchange],
      preferGetMethod: false,
      fetchOptions: { headers: { authorization } },
      fetch: watchedFetch,
    });

  test("asks with variables and gets typed rows", async () => {
    const { data, error } = await client().query(portal.document, variables).toPromise();

    expect(error).toBeUndefined();
    expect(data?.policies.totalCount).toBe(3);
    expect(data?.policies.nodes[0]?.sumInsuredPerPersonFen).toBe("40000000");
  });

  test("is told the code of an error", async () => {
    const wrong = { ...variables, first: -1 };

    const { error } = await client().query(portal.document, wrong).toPromise();

    expect(error?.graphQLErrors[0]?.extensions["code"]).toBe("BAD_PAGE");
  });
});

describe("Apollo Client", () => {
  function client(...links: ApolloLink[]): ApolloClient {
    const headers = { authorization };
    const http = new HttpLink({ uri: `${hub.url}/graphql`, headers, fetch: watchedFetch });
    return new ApolloClient({
      link: ApolloLink.from([...links, http]),
      cache: new InMemoryCache(),
    });
  }

  const persisted = (): ApolloLink => new PersistedQueryLink({ sha256 });

  test("asks with variables and gets typed rows", async () => {
    const { data } = await client().query({ query: portal.document, variables });

    expect(data?.policies.totalCount).toBe(3);
    expect(data?.policies.nodes).toHaveLength(2);
  });

  test("is told the code of an error, of the document and of the token alike", async () => {
    const codeOf = async (apollo: ApolloClient, first: number): Promise<unknown> => {
      const asked = apollo.query({ query: portal.document, variables: { ...variables, first } });
      const error: unknown = await asked.catch((thrown: unknown) => thrown);
      return CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.["code"] : error;
    };

    expect(await codeOf(client(), -1)).toBe("BAD_PAGE");
    const good = authorization;
    authorization = "Bearer nonsense";
    const refused = await codeOf(client(), 1).finally(() => {
      authorization = good;
    });
    expect(refused).toBe("UNAUTHENTICATED");
  });

  test("sends the document when its digest is not registered", async () => {
    const { data } = await client(persisted()).query({ query: portal.document, variables });

    expect(data?.policies.totalCount).toBe(3);
    expect(sent.map(({ query }) => query !== undefined)).toEqual([false, true]);
  });

  test("sends only the digest of a registered document", async () => {
    const document = print(new InMemoryCache().transformDocument(portal.document));
    const register =
      'mutation($d: String!) { registerDocument(name: "portal", document: $d) { digest } }';
    const { body } = await hub.ask("PORTAL", register, { d: document });
    expect(body.data).toEqual({ registerDocument: { digest: sha256(document) } });
    await new Promise((resolve) => setTimeout(resolve, noticedMs));

    const { data } = await client(persisted()).query({ query: portal.document, variables });

    expect(data?.policies.totalCount).toBe(3);
    expect(sent.map(({ query }) => query)).toEqual([undefined]);
    expect(sent[0]?.extensions?.persistedQuery?.sha256Hash).toBe(sha256(document));
  });
});

/** Longer than a registration may take to be noticed. */
const noticedMs = 1_100;

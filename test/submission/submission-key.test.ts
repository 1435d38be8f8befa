import { createServer, connect, type Socket } from "node:net";
import { Database } from "../../src/database/database";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { SubmissionMode } from "../../src/submission/submission-mode";
import { givenRegister, type TestRegister } from "./given-submissions";

let register: TestRegister;
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
});
afterAll(() => register.close());

const policies = (...keys: string[]): { sourceKey: string }[] =>
  keys.map((sourceKey) => ({ sourceKey }));

describe("a submission key", () => {
  test("used again with the same content brings the original receipt, byte for byte", async () => {
    const submissionKey = "repeated";
    const first = await register.receipt("policy", policies("r1", "r2"), { submissionKey });
    // What is there now would be acknowledged otherwise.
    await register.receipt("policy", [
      {
        sourceKey: "r1",
        policyNo: "other",
        action: "CORRECT",
        reason: "TYPING_ERROR",
        baseVersion: 1,
      } as never,
    ]);

    const again = await register.receipt("policy", policies("r1", "r2"), { submissionKey });

    expect(first.replayed).toBe(false);
    expect(again.replayed).toBe(true);
    expect(JSON.stringify({ ...again, replayed: false })).toBe(JSON.stringify(first));
  });

  test("used again with other content is a conflict, and nothing is processed", async () => {
    const submissionKey = "conflicting";
    const first = await register.receipt("policy", policies("c1"), { submissionKey });
    const before = await register.rowCounts();

    const answer = await register.submit("policy", policies("c1", "c2"), { submissionKey });

    expect(answer).toMatchObject({
      __typename: "SubmissionKeyConflict",
      storedFingerprint: first.fingerprint,
      findings: [{ ruleId: "SUB-05", severity: "REFUSE" }],
    });
    expect(await register.rowCounts()).toEqual(before);
  });

  test("used again for another type is a conflict", async () => {
    const submissionKey = "of one type";
    await register.receipt("policy", policies("t1"), { submissionKey });

    const answer = await register.submit("claim", policies("t1"), { submissionKey });

    expect(answer.__typename).toBe("SubmissionKeyConflict");
  });

  test("belongs to its organisation: another may use the same", async () => {
    const submissionKey = "shared";
    const a = await register.receipt("policy", policies("s1"), { submissionKey });
    const b = await register.receipt("policy", policies("s1"), { submissionKey, by: "B" });

    expect([a.accepted, b.accepted, b.replayed]).toEqual([1, 1, false]);
    expect(a.submissionId).not.toBe(b.submissionId);
  });

  test.each(["A", "a", "Á", "à"])("%p is one key, and no other", async (submissionKey) => {
    const { replayed } = await register.receipt("policy", policies("x"), { submissionKey });

    expect(replayed).toBe(false);
  });

  test("is not used up by what was refused or only validated", async () => {
    const submissionKey = "unused";
    await register.submit("policy", policies("u1"), {
      submissionKey,
      declared: { count: 2, sums: [] },
    });
    await register.submit("policy", policies("u1"), {
      submissionKey,
      mode: SubmissionMode.VALIDATE_ONLY,
    });

    const { replayed, accepted } = await register.receipt("policy", policies("u2"), {
      submissionKey,
    });

    expect({ replayed, accepted }).toEqual({ replayed: false, accepted: 1 });
  });

  test("sent twice at once has one effect", async () => {
    const submissionKey = "at once";
    const send = (): ReturnType<TestRegister["receipt"]> =>
      register.receipt("policy", policies("o1", "o2"), { submissionKey });

    const answers = await Promise.all([send(), send(), send()]);

    expect(answers.map(({ replayed }) => replayed).sort()).toEqual([false, true, true]);
    expect(new Set(answers.map((a) => JSON.stringify({ ...a, replayed: null }))).size).toBe(1);
    const versions = await register.rows("record_version", "source_key, version");
    expect(versions.filter((row) => row["source_key"] === "o1")).toHaveLength(1);
  });
});

test("a connection lost at the commit is answered with what was committed", async () => {
  const proxy = await givenLosingProxy(new URL(register.url).searchParams.get("socketPath") ?? "");
  const url = new URL(register.url);
  url.searchParams.delete("socketPath");
  url.host = `127.0.0.1:${proxy.port}`;
  const database = new Database(url.href);

  const answer = await register
    .submit("policy", policies("lost"), { database })
    .finally(async () => {
      await database.close();
      await proxy.close();
    });

  expect(proxy.lost()).toBe(1);
  expect(answer).toMatchObject({ accepted: 1, replayed: false });
  expect(await register.rows("policy", "source_key")).toContainEqual({ source_key: "lost" });
});

/** Passes everything on to the server, and loses the first connection right after its COMMIT. */
async function givenLosingProxy(
  socketPath: string,
): Promise<{ port: number; lost: () => number; close: () => Promise<void> }> {
  let lost = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(socketPath);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => undefined).on("close", () => open.delete(socket));
    }
    upstream.on("data", (data) => client.write(data)).on("close", () => client.destroy());
    client.on("close", () => upstream.end());
    client.on("data", (data) => {
      upstream.write(data);
      // A packet is a header of four bytes, the command, and here the statement.
      if (lost > 0 || data.subarray(5).toString() !== "COMMIT") return;
      lost += 1;
      // The answer to the COMMIT comes, and is never passed on.
      upstream.removeAllListeners("data").once("data", () => client.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    lost: () => lost,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

import { masks } from "../../src/access/mask";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise } from "../setup/policies";

describe("a mask", () => {
  const table = [
    ["name", "张三丰", "张*"],
    ["name", "𠮷田", "𠮷*"],
    ["id", "340100199001010011", "340100********0011"],
    ["id", "123", "****"],
    ["phone", "13800000001", "138****0001"],
    ["phone", "110", "****"],
    ["account", "6222020000001234", "****1234"],
    ["account", "1234", "****"],
    ["text", "骨折", "***"],
    ["name", "", "*"],
  ] as const;
  for (const [kind, text, expected] of table)
    it(`of kind ${kind} shows ${text} as ${expected}`, () => {
      expect(masks[kind](text)).toBe(expected);
    });
});

describe("a masked right", () => {
  let hub: TestHub;
  const question = "{ enterprises { nodes { name safetyManagerPhone } } }";

  beforeAll(async () => {
    hub = await givenHub();
    for (const type of ["EMERGENCY", "FINANCIAL", "AUDITOR", "LOCAL_FINANCE"] as const)
      await givenOrganisation(hub.database, type, type);
    await givenEnterprise(hub.database, "E1", { safety_manager_phone: "15412345678" });
    await givenEnterprise(hub.database, "E2", { safety_manager_phone: null });
  });

  afterAll(() => hub.close());

  const seen: readonly [string, string | null][] = [
    ["EMERGENCY", "15412345678"],
    ["FINANCIAL", "154****5678"],
    ["AUDITOR", "154****5678"],
  ];
  for (const [type, phone] of seen)
    it(`shows ${type} the phone ${String(phone)}, and null where there is none`, async () => {
      const { body } = await hub.ask(type, question);
      const list = body.data?.["enterprises"] as { nodes: { safetyManagerPhone: unknown }[] };
      expect(list.nodes.map((node) => node.safetyManagerPhone)).toEqual([phone, null]);
    });

  it("is none for LOCAL_FINANCE, which is refused with the reason", async () => {
    const { body, status } = await hub.ask("LOCAL_FINANCE", question);
    expect(status).toBe(403);
    expect(body.data).toBeUndefined();
    expect(body.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: "FORBIDDEN", field: "Enterprise.safetyManagerPhone", mention: "SELECT", right: "-" },
    ]);
  });

  it("keeps the plain value from answering under another name, in a fragment or an edge", async () => {
    const { text } = await hub.ask(
      "FINANCIAL",
      `{ enterprises { nodes { a: safetyManagerPhone ...F } edges { node { b: safetyManagerPhone } } } }
       fragment F on Enterprise { c: safetyManagerPhone ... on Enterprise { d: safetyManagerPhone } }`,
    );
    expect(text.match(/154\*\*\*\*5678/g)).toHaveLength(4);
    expect(text).not.toContain("15412345678");
  });
});

import type { Leak } from "./leak";

const mentions = "src/graph/mentions.ts";

/** Leaks through the decision, masks, and what is remembered between requests. */
export const decisionLeaks: readonly Leak[] = [
  {
    name: "mask-dropped",
    zh: "未脱敏",
    en: "a phone number is shown as it is",
    edits: [
      {
        file: "src/access/mask.ts",
        find: "phone: (value) => (",
        replace: "phone: (value) => ((v) => v)(value) ?? (",
      },
    ],
    organisations: ["DEMO-FI-34", "DEMO-FI-3401"],
  },
  {
    name: "mask-not-on-edges",
    zh: "edges 中未脱敏",
    en: "masks are applied to nodes, not to edges",
    edits: [
      {
        file: "src/query/connection-page.ts",
        find: "const edge: ReadRow = { node };",
        replace: "const edge: ReadRow = { node: { ...node } };",
      },
    ],
    organisations: ["DEMO-FI-34", "DEMO-FI-3401"],
  },
  {
    name: "fragments-not-decided",
    zh: "片段未经授权判定",
    en: "what stands in a named fragment is not decided",
    edits: [
      {
        file: mentions,
        find: "const definition = this.fragments.get(node.name.value);",
        replace: "const definition = undefined as never;",
      },
    ],
    organisations: ["DEMO-AS-34", "DEMO-EM-3401"],
    inclination: { boldShare: 0.6 },
  },
  {
    name: "arguments-not-decided",
    zh: "参数未经授权判定",
    en: "what an argument mentions is not decided",
    edits: [
      {
        file: mentions,
        find: 'if (meaning && "field" in meaning)',
        replace: 'if (meaning && "field" in meaning && meaning.field === "")',
      },
    ],
    organisations: ["DEMO-EM-34"],
  },
  {
    name: "decision-cache-shared",
    zh: "授权判定缓存未区分权限",
    en: "the decision on a document is remembered for everybody",
    edits: [
      {
        file: "src/graph/authorise.ts",
        find: "let decision = decisions.get(rights.key);",
        replace: 'let decision = decisions.get("");',
      },
      {
        file: "src/graph/authorise.ts",
        find: "decisions.set(rights.key, decision);",
        replace: 'decisions.set("", decision);',
      },
    ],
    organisations: ["DEMO-AS-34", "DEMO-EM-3401"],
    inclination: { boldShare: 0.6, companyShare: 0.8 },
  },
  {
    name: "plan-cache-shared",
    zh: "读取计划缓存未区分权限",
    en: "the read plan of a document is remembered for everybody",
    edits: [
      {
        file: "src/graph/read.ts",
        find: "const key = `${caller.rights.key}/",
        replace: "const key = `${caller.rights.key.slice(0, 0)}/",
      },
    ],
    organisations: ["DEMO-FI-34", "DEMO-FI-3401"],
    inclination: { companyShare: 0.8 },
  },
  {
    name: "loaders-shared",
    zh: "请求之间共用加载器",
    en: "requests share their loaders",
    edits: [
      {
        file: "src/server/hub-server.ts",
        find: "loaders: new Map(),",
        // Of this hub, not of this process: both worlds are served by one.
        replace: "loaders: ((parts as { shared?: Map<string, unknown> }).shared ??= new Map()),",
      },
    ],
    organisations: ["DEMO-EN-1", "DEMO-IN-A"],
    inclination: { companyShare: 0.8 },
  },
  {
    name: "value-in-error",
    zh: "错误信息中带有不可见的值",
    en: "an error tells a value of a hidden row",
    edits: [
      {
        file: "src/query/reader.ts",
        find: "    const rows = await this.rowsByKey(plan, property, [...new Set(keys)]);",
        replace: `    const rows = await this.rowsByKey(plan, property, [...new Set(keys)]);
    for (const key of keys) {
      if (rows.has(key)) continue;
      const from = identifier(plan.model.table);
      const [hidden] = await this.context.run(
        sql\`SELECT * FROM \${from} WHERE \${identifier(snakeCase(property))} IN (\${valueList([key])})\`,
      );
      const { HubError } = require("../error/hub-error") as typeof import("../error/hub-error");
      if (hidden)
        throw new HubError("BAD_USER_INPUT", { reason: \`no right to \${String(hidden["region_code"])}\` });
    }`,
      },
    ],
    organisations: ["DEMO-EN-1", "DEMO-EM-3401"],
  },
];

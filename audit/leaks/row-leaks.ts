import type { Leak } from "./leak";

const reader = "src/query/reader.ts";
const predicate = "src/access/scope-predicate.ts";
const scope = "scope: scopeOf(model, caller, rowLimits),";
const lookup = `${scope}\n        where: [sql\`\${t}.`;
const page = `${scope}\n      where: [...where,`;
const count = `${scope}\n        where: children ?`;
const filter = "src/query/filter/where-sql.ts";
const all = "trusted('TRUE')";

/** Leaks of rows: a row scope, or a part of it, is not there. */
export const rowLeaks: readonly Leak[] = [
  {
    name: "list-without-scope",
    zh: "列表未加数据范围",
    en: "root lists read without row scope",
    edits: [
      {
        file: reader,
        find: page,
        replace: page.replace("scopeOf(", `!children ? ${all} : scopeOf(`),
      },
    ],
    organisations: ["DEMO-EM-3401", "DEMO-EN-1"],
  },
  {
    name: "nested-list-without-scope",
    zh: "下级列表未加数据范围",
    en: "lists below a row read without row scope",
    edits: [
      {
        file: reader,
        find: page,
        replace: page.replace("scopeOf(", `children ? ${all} : scopeOf(`),
      },
    ],
    organisations: ["DEMO-IN-A", "DEMO-EN-1"],
  },
  {
    name: "count-without-scope",
    zh: "totalCount 未加数据范围",
    en: "totalCount counts hidden rows",
    edits: [
      {
        file: reader,
        find: count,
        replace: count.replace("scopeOf(model, caller, rowLimits)", all),
      },
    ],
    organisations: ["DEMO-EM-3401", "DEMO-SA-1"],
  },
  {
    name: "filter-without-scope",
    zh: "关联筛选未加数据范围",
    en: "filters across relations look at hidden rows",
    edits: [
      {
        file: filter,
        find: "scope: scopeFor(target.scope, caller, alias, rowLimits.get(target.name)),",
        replace: 'scope: trusted("TRUE"),',
      },
    ],
    organisations: ["DEMO-EM-3401", "DEMO-IN-A", "DEMO-SA-1"],
  },
  {
    name: "key-lookup-without-scope",
    zh: "按唯一键查询未加数据范围",
    en: "lookups by a unique key read without row scope",
    edits: [
      {
        file: reader,
        find: lookup,
        replace: lookup.replace("scopeOf(", `property !== "id" ? ${all} : scopeOf(`),
      },
    ],
    organisations: ["DEMO-EN-1", "DEMO-IN-A"],
  },
  {
    name: "id-lookup-without-scope",
    zh: "按标识查询与引用未加数据范围",
    en: "lookups by id, and the rows a key leads to, read without row scope",
    edits: [
      {
        file: reader,
        find: lookup,
        replace: lookup.replace("scopeOf(", `property === "id" ? ${all} : scopeOf(`),
      },
    ],
    organisations: ["DEMO-EM-3401", "DEMO-EN-1"],
  },
  {
    name: "entities-without-scope",
    zh: "_entities 未加数据范围",
    en: "_entities reads as if for the whole province",
    edits: [
      {
        file: "src/graph/federation/resolve-entities.ts",
        find: "await readOne(context, info,",
        replace:
          "await readOne({ ...context, caller: { ...context.caller, type: 'AUDITOR', " +
          "regionPrefix: '34', sectors: 'ALL' } }, info,",
      },
    ],
    organisations: ["DEMO-EM-3401", "DEMO-EN-1"],
  },
  {
    name: "voided-rows-shown",
    zh: "已作废的记录仍可见",
    en: "voided rows are shown",
    edits: [{ file: predicate, find: "if (!scope.existing)", replace: "if (scope)" }],
    organisations: ["DEMO-FI-34", "DEMO-IN-A"],
  },
  {
    name: "sector-dropped",
    zh: "未按监管行业限制",
    en: "the sector condition is missing",
    edits: [{ file: predicate, find: "if (to.sector && ", replace: "if (to.sector === '' && " }],
    organisations: ["DEMO-EM-34", "DEMO-SR-34"],
  },
  {
    name: "region-dropped",
    zh: "未按管辖区域限制",
    en: "the region condition is missing",
    edits: [{ file: predicate, find: "if (to.region)", replace: "if (to.region === '')" }],
    organisations: ["DEMO-EM-3401", "DEMO-FI-3401"],
  },
  {
    name: "roster-condition-dropped",
    zh: "保险机构可看到名册以外的单位",
    en: "insurers see enterprises that are neither in the roster nor insured by them",
    edits: [
      {
        file: "src/domain/registry/enterprise.scope.ts",
        find: "({t}.obligated = 1 AND {t}.region_code LIKE {region}) OR EXISTS ",
        replace: "({t}.region_code LIKE {region}) OR EXISTS ",
      },
    ],
    organisations: ["DEMO-IN-A", "DEMO-IN-C"],
  },
  {
    name: "figures-without-scope",
    zh: "指标未加数据范围",
    en: "figures count the rows of everybody",
    edits: [
      {
        file: "src/domain/supervision/visible-rows.ts",
        find: "WHERE ${scopeOf(model, caller, noRowLimits)})",
        replace: "WHERE TRUE)",
      },
    ],
    organisations: ["DEMO-EN-1", "DEMO-IN-A"],
  },
  {
    name: "row-limit-of-grant-dropped",
    zh: "授权的行范围未生效",
    en: "what a grant says about rows is ignored",
    edits: [
      {
        file: predicate,
        find: "const reached = limited.length ? ",
        replace: "const reached = limited.length < 0 ? ",
      },
    ],
    organisations: ["DEMO-SR-34", "DEMO-IN-C"],
    inclination: { asks: ["policies", "policiesAggregate", "hazards"] },
  },
  {
    name: "aggregate-without-scope",
    zh: "分组统计未加数据范围",
    en: "aggregates are computed over the rows of everybody",
    edits: [
      {
        file: "src/query/figures/aggregate-sql.ts",
        find: "[scopeOf(model, caller, rowLimits), ...where]",
        replace: `[${all}, ...where]`,
      },
    ],
    organisations: ["DEMO-EM-3401", "DEMO-EN-1"],
  },
  {
    name: "preview-counts-hidden-rows",
    zh: "授权预览统计了不可见的行",
    en: "previewGrant counts rows its asker may not see",
    edits: [
      {
        file: "src/domain/access/preview-rows.ts",
        find: "scope: scopeOf(model, caller, limits),",
        replace: `scope: ${all},`,
      },
    ],
    organisations: ["DEMO-EM-3401", "DEMO-FI-3401"],
    inclination: { asks: ["previewGrant"] },
  },
];

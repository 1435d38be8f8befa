// Import directions of src/ (ARCHITECTURE.md): what may use what, held as data.

/** A domain may use only domains that stand before it. */
const DOMAINS = ["registry", "underwriting", "claims", "prevention", "supervision", "access"];
const UNKNOWN_DOMAIN = {
  path: "^src/domain/[^/]+/",
  pathNot: `^src/domain/(${DOMAINS.join("|")})/`,
};
const DRAWERS = "/(common|utils|helpers|shared|core)/";
const LOWER = "^src/(access|query|submission|graph|database|error)/";

const domainOrder = DOMAINS.slice(0, -1).map((domain, index) => ({
  name: `domain-order-${domain}`,
  comment: `${domain} may import only the domains before it.`,
  severity: "error",
  from: { path: `^src/domain/${domain}/` },
  to: { path: `^src/domain/(${DOMAINS.slice(index + 1).join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...domainOrder,
    {
      name: "known-domain",
      comment: "A new domain takes its place in the order above.",
      severity: "error",
      from: {},
      to: UNKNOWN_DOMAIN,
    },
    {
      name: "known-domain-uses",
      comment: "A new domain takes its place in the order above.",
      severity: "error",
      from: UNKNOWN_DOMAIN,
      to: {},
    },
    {
      name: "domain-uses-lower",
      comment: "A domain uses access, query, submission, graph, database, error and nothing else.",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { path: "^src/", pathNot: ["^src/domain/", LOWER] },
    },
    {
      name: "lower-knows-no-domain",
      comment: "access, query, submission, graph, database and error serve any domain.",
      severity: "error",
      from: { path: LOWER },
      to: { path: "^src/domain/" },
    },
    {
      name: "lower-knows-no-server",
      comment: "What starts and serves the hub uses the rest, never the other way round.",
      severity: "error",
      from: { path: LOWER },
      to: { path: "^src/(server|cli)/|^src/(main|config)\\.ts$" },
    },
    {
      name: "no-cycle",
      comment: "A cycle of values breaks under swc; `import type` is the way out.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-drawer-folder",
      comment: "A folder is named after what it owns.",
      severity: "error",
      from: {},
      to: { path: DRAWERS, pathNot: "node_modules" },
    },
    {
      name: "no-drawer-folder-uses",
      comment: "A folder is named after what it owns.",
      severity: "error",
      from: { path: DRAWERS, pathNot: "node_modules" },
      to: {},
    },
    {
      name: "no-barrel",
      comment: "Import the file that has it.",
      severity: "error",
      from: {},
      to: { path: "/index\\.ts$", pathNot: "node_modules" },
    },
    {
      name: "resolvable",
      comment: "Every import leads somewhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-dev-dependency",
      comment: "What runs in production is a dependency, not a devDependency.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".js", ".json"] },
  },
};

const { readFileSync } = require("node:fs");
const { join } = require("node:path");

// Given in full, so that tests are compiled alike from whichever folder jest is called.
const swc = JSON.parse(readFileSync(join(__dirname, ".swcrc"), "utf8"));

/** @type {import("jest").Config} */
module.exports = {
  rootDir: __dirname,
  roots: ["<rootDir>/test"],
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: {
    "^.+\\.ts$": ["@swc/jest", swc],
    // jose has ES modules only; Node requires them as they are, Jest does not.
    "^.+\\.js$": ["@swc/jest", { module: { type: "commonjs" }, jsc: { target: "es2022" } }],
  },
  transformIgnorePatterns: ["/node_modules/(?!jose/)"],
  testEnvironment: "node",
  globalSetup: "<rootDir>/test/setup/start-mariadb.ts",
  globalTeardown: "<rootDir>/test/setup/stop-mariadb.ts",
  maxWorkers: 2,
  // What test files leave behind in a worker would make the later ones slow.
  workerIdleMemoryLimit: "1500MB",
  testTimeout: 300_000,
  passWithNoTests: false,
};

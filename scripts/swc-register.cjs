// Loads .ts files with the settings of .swcrc, so that a command runs without a build.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { transformSync } = require("@swc/core");

const configFile = join(__dirname, "..", ".swcrc");
process.setSourceMapsEnabled(true);
require.extensions[".ts"] = (module, filename) => {
  const source = readFileSync(filename, "utf8");
  module._compile(transformSync(source, { filename, configFile }).code, filename);
};

// graphql-codegen as a portal runs it: introspects the hub with its own token, writes typed documents.
// Arguments: address of the hub, file with the operations, file to write. The token is in TOKEN.
import { readFileSync, writeFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildClientSchema, getIntrospectionQuery, parse, printSchema } from "graphql";

const [url, source, target] = process.argv.slice(2);
const response = await fetch(url, {
  method: "POST",
  headers: {
    "content-type": "application/json",
    authorization: `Bearer ${process.env.TOKEN}`,
  },
  body: JSON.stringify({ query: getIntrospectionQuery() }),
});
const { data } = await response.json();
const schema = buildClientSchema(data);
const code = await codegen({
  filename: target,
  schema: parse(printSchema(schema)),
  schemaAst: schema,
  documents: [{ location: source, document: parse(readFileSync(source, "utf8")) }],
  config: {
    scalars: { Fen: "string", Day: "string", Instant: "string", Decimal: "string" },
    strictScalars: true,
    useTypeImports: true,
  },
  plugins: [{ operations: {} }, { typedDocumentNode: {} }],
  pluginMap: { operations, typedDocumentNode },
});
writeFileSync(target, code);

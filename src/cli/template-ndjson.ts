import type { GraphQLSchema } from "graphql";
import { shapeOf, type InputClass } from "../submission/fields/record-shape";
import type { RecordType } from "../submission/record-type";
import { fieldsOf, type FileField } from "./submit-columns";
import { fieldLegend, sumsLegend } from "./template-field";

/** An NDJSON file to start from: lines that explain the fields, and the example of the type. */
export function ndjsonTemplate(type: RecordType, schema: GraphQLSchema): string {
  const lines = [
    `# type: "${type.name}"`,
    ...fieldLines(fieldsOf(type), type.input, schema, ""),
    `# ${sumsLegend(type)}`,
    JSON.stringify({ type: type.name, ...type.example }),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function fieldLines(
  fields: readonly FileField[],
  input: InputClass,
  schema: GraphQLSchema,
  within: string,
): string[] {
  return fields.flatMap((field) => {
    const name = `${within}${field.name}`;
    const parts = field.of ? fieldLines(shapeOf(field.of), field.of, schema, `${name}[].`) : [];
    return [`# ${name}: ${fieldLegend(field, input, schema)}`, ...parts];
  });
}

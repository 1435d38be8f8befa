import { domains } from "../../src/domain/domains";
import { entityId } from "../../src/database/entity-id";
import { buildGraph } from "../../src/graph/schema";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { pluralOf, recordTypeIn, recordTypeOfFile } from "../../src/cli/record-type-in";
import { formatOf, readSubmissionFile } from "../../src/cli/read-submission-file";
import { chineseName, columnOf, fieldsOf, headerOf } from "../../src/cli/submit-columns";
import { csvTemplate } from "../../src/cli/template-csv";
import { ndjsonTemplate } from "../../src/cli/template-ndjson";
import { shapeOf } from "../../src/submission/fields/record-shape";
import { recordTypes } from "../../src/submission/record-type";
import { givenOrganisation } from "../setup/hub";
import { givenRegion } from "../setup/policies";
import { acknowledged, givenFiles, type TestFiles } from "./given-files";

let files: TestFiles;
beforeAll(async () => {
  files = await givenFiles();
  const { database } = files.hub;
  for (const code of ["34", "3401", "340104"]) await givenRegion(database, code);
  await givenOrganisation(database, "EN", "ENTERPRISE", {
    enterprise_id: entityId("ent", exampleUscc),
  });
});
afterAll(() => files.close());

const { schema } = buildGraph(domains);
const submitters: Readonly<Record<string, string>> = {
  INSURER: "INS-A",
  EMERGENCY: "EM",
  ENTERPRISE: "EN",
};

/** Types whose example refers to nothing that has to be there first. */
const accepted = [
  ...["policy", "enterprise", "expert", "serviceAgency", "rosterEntry"],
  ...["accidentReport", "complaint", "evaluation", "feeStatement"],
];

const types = recordTypes().map((type) => [pluralOf(type), type] as const);

describe.each(types)("the template of %s", (plural, type) => {
  test.each(["csv", "ndjson"] as const)("as %s is taken by hub submit as it is", async (format) => {
    const text = format === "csv" ? csvTemplate(type, schema) : ndjsonTemplate(type, schema);
    const file = files.given(`${plural}.${format}`, text);
    const read = await readSubmissionFile(file, formatOf(file));
    for await (const one of read.lines) expect(one).toMatchObject({ record: type.example });
    const caller = submitters[type.submitters[0] ?? ""] ?? "";

    const summary = await files.send(file, {
      ...{ token: () => files.hub.token(caller), mode: "VALIDATE_ONLY" },
    });

    expect(summary.exitCode).toBe(0);
    expect(acknowledged(file)).toMatchObject([
      {
        type: type.name,
        sourceKey: type.example.sourceKey,
        status: accepted.includes(type.name) ? "ACCEPTED" : "PENDING",
      },
    ]);
  });

  test("says of every field whether it is required, its Chinese name and its codes", () => {
    const [, legend = ""] = csvTemplate(type, schema).split("\r\n");

    for (const field of fieldsOf(type)) {
      const lines = ndjsonTemplate(type, schema).split("\n");
      const line = lines.find((one) => one.startsWith(`# ${field.name}: `)) ?? "";
      expect(line).toMatch(/[\u4e00-\u9fff].* · (必填 required|可空 optional) · /);
      if (field.kind === "enum") expect(line).toMatch(/ · [A-Z_0-9]+ [^;]*[\u4e00-\u9fff]/);
      if (field.kind !== "records") expect(legend).toContain(chineseName(field));
    }
  });

  test("has columns whose English and Chinese names each mean one field", () => {
    for (const field of fieldsOf(type))
      for (const name of [field.name, chineseName(field)]) {
        const column = columnOf(type, name);
        expect(column && headerOf(column)).toBe(field.name);
        for (const part of field.of ? shapeOf(field.of) : []) {
          const nested = columnOf(type, `${name}.2.${chineseName(part)}`);
          expect(nested && headerOf(nested)).toBe(`${field.name}.2.${part.name}`);
        }
      }
  });

  test("is found by its name and by the name of its file", () => {
    const kebab = plural.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

    for (const word of [type.name, plural, kebab, plural.toUpperCase()])
      expect(recordTypeIn(word)).toBe(type);
    for (const name of [plural, `${kebab}-2026-07`, `${type.name}_A`])
      expect(recordTypeOfFile(`/some/where/${name}.csv.gz`)).toBe(type);
  });
});

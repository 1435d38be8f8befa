import { buildSchema } from "graphql";
import { declareArgument } from "../../src/graph/argument-labels";
import { collectLabels } from "../../src/graph/label-map";
import type { Graph } from "../../src/graph/schema";

const sdl = `
  type Query {
    people(where: PersonFilter, byName: String): [Person!]
    found(where: PersonFilter!): Found
    thing: Thing
    secrets(where: SecretFilter): Int
    needy(byName: String!): Int
    count(money: MoneyFilter): Int
  }
  type Mutation { save(input: PersonInput!): Person approve(input: ApproveInput!): Person }
  interface Thing { id: ID photo: String }
  type Person implements Thing { id: ID photo: String name: String diagnosis: Diagnosis premium: Int }
  type Secret implements Thing { id: ID photo: String text: String }
  union Found = Person | Secret
  enum Diagnosis { FRACTURE BURN }
  input PersonFilter { id: ID name: String diagnosis: Diagnosis premium: Int }
  input SecretFilter { text: String }
  input MoneyFilter { premium: Int }
  input PersonInput { id: ID! name: String diagnosis: Diagnosis }
  input ApproveInput { id: ID! }
`;
const labelled: Record<string, string> = {
  "Person.photo": "serviceEvidence",
  "Person.name": "claimant",
  "Person.diagnosis": "claimSensitive",
  "Person.premium": "price",
  "Secret.id": "claimSensitive",
  "Secret.photo": "claimSensitive",
  "Secret.text": "claimSensitive",
  "PersonFilter.name": "claimant",
  "PersonFilter.diagnosis": "claimSensitive",
  "PersonFilter.premium": "price",
  "SecretFilter.text": "claimSensitive",
  "MoneyFilter.premium": "price",
  "Mutation.save": "enterprise",
  "PersonInput.id": "enterprise",
  "PersonInput.name": "claimant",
  "PersonInput.diagnosis": "claimSensitive",
};
/** Who may read may approve. */
const readersOnly = ["Mutation.approve", "ApproveInput.id"];

/**
 * What the hub's own graph has no example of (yet): fields of level 4 in inputs and arguments,
 * inputs of queries, unions and interfaces with hidden members. Public unless said otherwise.
 */
export function givenLabelledGraph(): Graph {
  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || !("getFields" in type)) continue;
    // The union of the field maps is read as `any` otherwise.
    const fields = Object.values<{ name: string; extensions: object }>(type.getFields());
    for (const field of fields) {
      const coordinate = `${type.name}.${field.name}`;
      field.extensions = {
        label: labelled[coordinate] ?? "public",
        ...(readersOnly.includes(coordinate) ? { mention: "SELECT" } : {}),
      };
    }
  }
  const byName = { field: "Person.name", mention: "FILTER" } as const;
  declareArgument("Query.people.byName", byName);
  declareArgument("Query.needy.byName", byName);
  for (const place of ["people.where", "found.where", "secrets.where", "count.money"])
    declareArgument(`Query.${place}`, { label: "public" });
  for (const place of ["save.input", "approve.input"])
    declareArgument(`Mutation.${place}`, { label: "public" });
  // Only these two of a graph say anything about access.
  return { schema, labels: collectLabels(schema) } as Graph;
}

import { HiddenRows } from "./given-hidden-rows";
import { givenOrganisation } from "../setup/hub";

/* Through a union nothing is reached that is not reached without it. */

let rows: HiddenRows;

beforeAll(async () => {
  rows = await HiddenRows.given();
  for (const type of ["EMERGENCY", "ASSOCIATION", "SERVICE_AGENCY", "AUDITOR"] as const)
    await givenOrganisation(rows.hub.database, type, type);
});

afterAll(() => rows.hub.close());

const submission = {
  i: { submissionKey: "u", mode: "VALIDATE_ONLY", declared: { count: 0 }, records: [] },
};

function asked(selection: string, fragments = ""): string {
  return `mutation ($i: SubmitPoliciesInput!) { submitPolicies(input: $i) { ${selection} } } ${fragments}`;
}

const forms: readonly [string, string][] = [
  ["only its name", asked("__typename")],
  ["a member", asked("... on SubmissionReceipt { sent }")],
  ["another member", asked("... on SubmissionRefused { findings { zh } }")],
  ["a fragment", asked("...F", "fragment F on SubmissionReceipt { n: sent }")],
  [
    "a fragment on the union",
    asked("...F", "fragment F on SubmitResult { ... on SubmissionReceipt { sent } }"),
  ],
  ["the union in itself", asked("... on SubmitResult { ... on SubmitResult { __typename } }")],
  ["no type", asked("... { ... on SubmissionReceipt { outcomes { recordId } } }")],
  ["a skipped member", asked("__typename ... on SubmissionReceipt @skip(if: true) { sent }")],
];

describe.each(forms)("%s of a submission's result", (_title, query) => {
  it.each(["EMERGENCY", "ASSOCIATION", "SERVICE_AGENCY", "AUDITOR"])(
    "is denied to %s, who may not submit, before anything is read",
    async (caller) => {
      const answer = await rows.hub.ask(caller, query, submission);
      const ofForeign = await rows.hub.ask(caller, query, {
        i: { ...submission.i, records: [{ sourceKey: "P-A" }] },
      });

      expect(answer.body.data ?? null).toBeNull();
      expect(answer.body.errors?.map(({ extensions }) => extensions["code"])).toEqual(
        expect.arrayContaining(["FORBIDDEN"]),
      );
      expect(new Set(answer.body.errors?.map(({ extensions }) => extensions["code"])).size).toBe(1);
      expect(ofForeign.body.data ?? null).toBeNull();
    },
  );

  it("is answered to an insurer", async () => {
    const { body } = await rows.hub.ask("B", query, submission);

    expect(body.errors).toBeUndefined();
    expect(body.data?.["submitPolicies"]).toBeDefined();
  });
});

test.each([
  ["a type of entities", "... on Policy { id }"],
  ["a member that does not exist", "... on SubmissionReceip0 { sent }"],
  ["a field of a member on the union", "sent"],
  [
    "one name for two types of value",
    "... on SubmissionReceipt { x: sent } ... on SubmissionRefused { x: submissionKey }",
  ],
])("%s does not fit the union", async (_title, selection) => {
  for (const caller of ["B", "EMERGENCY"]) {
    const { body } = await rows.hub.ask(caller, asked(selection), submission);
    expect(body.errors?.[0]?.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  }
});

import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { recordTypeNamed } from "../../src/submission/record-type";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer } from "../setup/policies";
import { recordOf, type RecordPatch } from "./given-submissions";

/** A hub with insurers INS-A and INS-B, authorities EM, EM-COUNTY, FIN, LF, and an agency AG. */
export async function givenSubmittingHub(): Promise<TestHub> {
  const hub = await givenHub();
  const { database } = hub;
  for (const name of ["A", "B"]) {
    await givenInsurer(database, name);
    await givenOrganisation(database, `INS-${name}`, "INSURER", {
      insurer_id: entityId("ins", name),
    });
  }
  await givenEnterprise(database, exampleUscc);
  await givenOrganisation(database, "EM", "EMERGENCY");
  await givenOrganisation(database, "EM-FAR", "EMERGENCY", { region_prefix: "3402" });
  await givenOrganisation(database, "FIN", "FINANCIAL");
  await givenOrganisation(database, "LF", "LOCAL_FINANCE");
  await givenOrganisation(database, "AG", "SERVICE_AGENCY");
  return hub;
}

let keys = 0;

/** Submits over HTTP under a new key; anything but a receipt fails the test. */
export async function submitTo(
  hub: TestHub,
  organisation: string,
  typeName: string,
  patches: readonly RecordPatch[],
): Promise<Readonly<Record<string, unknown>>> {
  const type = recordTypeNamed(typeName);
  const records = patches.map((patch) => recordOf(typeName, patch));
  const sums = type.sums.map((name) => {
    const amounts = records.map((record) => BigInt((record[name] as string | null) ?? 0));
    return { name, amountFen: String(amounts.reduce((sum, amount) => sum + amount, 0n)) };
  });
  keys += 1;
  const capital = type.mutation.charAt(0).toUpperCase() + type.mutation.slice(1);
  const { body, text } = await hub.ask(
    organisation,
    `mutation ($input: ${capital}Input!) { ${type.mutation}(input: $input) {
      ... on SubmissionReceipt { submissionId accepted pending rejected held position
        outcomes { sourceKey recordId status version findings { ruleId } } } } }`,
    {
      input: {
        submissionKey: `hub ${String(keys)}`,
        declared: { count: records.length, sums },
        records,
      },
    },
  );
  const receipt = body.data?.[type.mutation] as Record<string, unknown> | undefined;
  if (!receipt?.["submissionId"]) throw new Error(text);
  return receipt;
}

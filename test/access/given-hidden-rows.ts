import { trusted } from "../../src/database/sql";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { entityId } from "../../src/database/entity-id";
import { givenHub, givenOrganisation, givenRow, type Answer, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";

const atOnce = 10;

/** An operation, as insurer B asks it. */
export interface Asked {
  query: string;
  variables?: object;
}

/** Ids of rows: insurer B's own, insurer A's, and of a row that never was. */
export interface RowIds {
  own: { policy: string; claim: string };
  foreign: { policy: string; claim: string };
  unknown: { policy: string; claim: string };
}

/**
 * A hub with rows of insurer A, which are hidden from insurer B, and rows of B. Neither sees the
 * other's; both insure the same enterprise.
 */
export class HiddenRows {
  private constructor(
    readonly hub: TestHub,
    readonly ids: RowIds,
  ) {}

  static async given(): Promise<HiddenRows> {
    const hub = await givenHub();
    const { database } = hub;
    const enterpriseId = await givenEnterprise(database, exampleUscc);
    const ids: Record<string, { policy: string; claim: string }> = {};
    for (const code of ["A", "B"]) {
      const insurerId = await givenInsurer(database, code);
      await givenOrganisation(database, code, "INSURER", { insurer_id: insurerId });
      const policy = await givenPolicy(database, { insurerId, enterpriseId, key: `P-${code}` });
      ids[code] = {
        policy,
        claim: await givenClaim(hub, { insurerId, enterpriseId, policy, code }),
      };
    }
    const unknown = {
      policy: entityId("pol", "nobody", "P-A"),
      claim: entityId("clm", "nobody", "C-A"),
    };
    const none = { policy: "", claim: "" };
    return new HiddenRows(hub, { own: ids["B"] ?? none, foreign: ids["A"] ?? none, unknown });
  }

  /** Insurer B asks all of this; then A's rows are deleted; then B asks it again. */
  async beforeAndAfter(operations: readonly Asked[]): Promise<(readonly [Answer, Answer])[]> {
    const before = await this.askAll(operations);
    await this.hub.database.transaction(async (t) => {
      for (const table of ["claim", "policy"])
        await t.execute(trusted(`DELETE FROM ${table} WHERE source_key LIKE '%-A'`));
    });
    const after = await this.askAll(operations);
    return before.map((answer, i) => [answer, after[i] ?? answer] as const);
  }

  private async askAll(operations: readonly Asked[]): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (let from = 0; from < operations.length; from += atOnce) {
      const some = operations.slice(from, from + atOnce);
      const asked = some.map(({ query, variables }) => this.hub.ask("B", query, variables));
      answers.push(...(await Promise.all(asked)));
    }
    return answers;
  }
}

async function givenClaim(
  { database }: TestHub,
  of: { insurerId: string; enterpriseId: string; policy: string; code: string },
): Promise<string> {
  const key = `C-${of.code}`;
  const id = entityId("clm", of.insurerId, key);
  await givenRow(database, "claim", {
    id,
    insurer_id: of.insurerId,
    enterprise_id: of.enterpriseId,
    policy_id: of.policy,
    region_code: "340104",
    sector: "HAZARDOUS_CHEMICALS",
    source_key: key,
    version: 1,
    claim_no: `CN-${of.code}`,
    status: "REPORTED",
    accident_at: "2026-03-01 00:00:00.000000",
    place_region_code: "340104",
    place_address: "某路1号",
    accident_type: "01",
    grade: "GENERAL",
    deaths: 0,
    serious_injuries: 1,
    minor_injuries: 0,
    reported_at: "2026-03-02 00:00:00.000000",
  });
  return id;
}

import { createConnection } from "mysql2/promise";
import { connectionOptions } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";

/** Stores what the examples of the record types refer to, so that they are accepted. */
export async function givenReferred(url: string): Promise<void> {
  const connection = await createConnection(connectionOptions(url));
  try {
    for (const code of ["3401", "340104"])
      await connection.query("INSERT INTO region SET ?", [
        {
          ...{ id: entityId("reg", code), code, name: `区划 ${code}`, level: "COUNTY" },
          ...{ parent_id: null, effective_from: "2000-01-01", effective_to: null },
        },
      ]);
    await connection.query("INSERT INTO enterprise SET ?", [
      {
        ...{ id: entityId("ent", exampleUscc), uscc: exampleUscc, name: "某化工有限公司" },
        ...{ region_code: "340104", address: "某路1号", sector: "HAZARDOUS_CHEMICALS" },
        ...{ industry_code: "C2611", headcount: 50, operating_status: "OPERATING" },
        ...{ obligated: 1, version: 1 },
      },
    ]);
  } finally {
    await connection.end();
  }
}

import { Arg, Ctx, Extensions, ID, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import type { Plain } from "../../submission/plain";
import { instantFromDatabase } from "../../database/calendar";
import { readEntityId } from "../../database/entity-id";
import { sql, value } from "../../database/sql";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { GrantHistoryEntry } from "./grant-history-entry";
import { visibleGrant } from "./stored-grant";

declareArgument("Query.accessGrantHistory.id", { field: "AccessGrant.id", mention: "FILTER" });

/** What was done about a grant, oldest first: to whom may see the grant. */
@Resolver()
export class AccessGrantHistoryResolver {
  @Extensions({ label: "public" satisfies Label })
  @Query(() => [GrantHistoryEntry], {
    description:
      "授权办理经过 What was done about a grant, oldest first; none if there is no such.",
  })
  async accessGrantHistory(
    @Arg("id", () => ID, { description: "授权标识 The grant." }) id: string,
    @Ctx() context: HubContext,
  ): Promise<Plain<GrantHistoryEntry>[]> {
    readEntityId(id, "grt");
    if (!(await visibleGrant(context, id))) return [];
    const rows = await context.database.read(
      sql`SELECT e.act, o.code, o.name, e.at, e.note FROM access_grant_event e
        JOIN organisation o ON o.id = e.organisation_id
        WHERE e.grant_id = ${value(id)} ORDER BY e.seq`,
    );
    return rows.map((row) => ({
      act: row["act"] as GrantHistoryEntry["act"],
      organisationCode: row["code"] as string,
      organisationName: row["name"] as string,
      at: instantFromDatabase(row["at"] as string),
      note: row["note"] as string | null,
    }));
  }
}

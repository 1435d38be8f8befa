import { ObjectType } from "type-graphql";
import type { RowScope } from "../../access/row-scope";
import { KeyOf } from "../../graph/fields/relation";
import { insuredScope, InsuredRow } from "../registry/insured-row";
import { ServiceAgency } from "../registry/service-agency.entity";

/**
 * What every row about a prevention service carries besides: the agency that serves, copied down
 * to its parts so that each table is limited by a column of its own. Null when the insurer serves
 * with its own team.
 */
@ObjectType()
export abstract class ServedRow extends InsuredRow {
  @KeyOf(() => ServiceAgency, { nullable: true })
  serviceAgencyId!: string | null;
}

/** As usual; a service agency reaches the services assigned to it. */
export const servedScope: RowScope = {
  ...insuredScope,
  serviceAgency: { column: "service_agency_id" },
};

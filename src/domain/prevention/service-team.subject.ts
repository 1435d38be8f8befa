import { joinSql, sql, trusted, value } from "../../database/sql";
import { rowsOf, type FindingSubject } from "../../submission/findings/finding-subject";

/** Whoever served with an insurer's own team. */
const ownTeam = "OWN";
const provinceDigits = 2;

/** SQL: the id of the team that served for the row under the alias `c`. */
export const serviceTeamId = `CONCAT(c.insurer_id, ':', COALESCE(c.service_agency_id, '${ownTeam}'),
  ':', LEFT(c.region_code, ${provinceDigits}))`;

/** Who serves for an insurer in a province: an agency, or the insurer's own team. */
export const serviceTeamSubject: FindingSubject = {
  ...rowsOf("ServiceTeam", "hazard", { businessDay: "{today}" }),
  own: false,
  existing: "TRUE",
  enterprise: "NULL",
  agency: "s.service_agency_id",
  sector: "NULL",
  from: (ids) => {
    const rows = ids.map((id) => {
      const [insurer = "", team = "", province = ""] = id.split(":");
      const agency = team === ownTeam ? null : team;
      return sql`SELECT ${value(id)} AS id, ${value(insurer)} AS insurer_id,
        ${value(agency)} AS service_agency_id, ${value(province)} AS region_code`;
    });
    return sql`(${joinSql(rows, " UNION ALL ")}) s`;
  },
  page: (after, size) => sql`SELECT id FROM (
      SELECT DISTINCT ${trusted(serviceTeamId)} AS id FROM hazard c
      UNION SELECT f.subject_id FROM finding f WHERE f.subject_type = 'ServiceTeam') x
    WHERE id > ${value(after)} ORDER BY id LIMIT ${trusted(String(size))}`,
};

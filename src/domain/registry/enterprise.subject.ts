import { sql, trusted, value } from "../../database/sql";
import type { FindingSource } from "../../submission/findings/finding-rule";
import { rowsOf } from "../../submission/findings/finding-subject";

/** Enterprises as subjects: what is found is for the authorities and for the enterprise itself. */
export const enterpriseSubject = rowsOf("Enterprise", "enterprise", {
  businessDay: "{today}",
  insurer: "NULL",
  enterprise: "s.id",
});

/**
 * Enterprises that several parties speak of differently: for the authorities alone. What is stated
 * changes only together with the row that follows from it.
 */
export const enterpriseForAuthority = rowsOf("Enterprise", "enterprise", {
  tables: ["enterprise", "joint_statement"],
  businessDay: "{today}",
  insurer: "NULL",
  enterprise: "NULL",
});

/** Of insurers; those of authorities, and what the hub was loaded with, are the registry's. */
export const insurersStanding = 1;

/**
 * What one party states of an enterprise, by the id of its record: for that party, if it is an
 * insurer, and for the authorities where it says the enterprise is. (Where the enterprise itself
 * is may follow from what another party states, of which no finding tells.)
 */
export const enterpriseStatement = rowsOf("EnterpriseStatement", "joint_statement", {
  own: false,
  businessDay: "s.as_of",
  insurer: `IF(s.standing = ${String(insurersStanding)}, s.owner_id, NULL)`,
  enterprise: "NULL",
  from: () =>
    trusted(`(SELECT j.record_id AS id, j.thing_id, j.owner_id, j.standing, j.as_of, j.version,
        j.voided, v.payload, JSON_VALUE(v.payload, '$.regionCode') AS region_code,
        JSON_VALUE(v.payload, '$.sector') AS sector
      FROM joint_statement j JOIN enterprise e ON e.id = j.thing_id
      JOIN record_version v ON v.record_id = j.record_id AND v.version = j.version) s`),
  page: (after, size) =>
    sql`SELECT DISTINCT j.record_id AS id FROM joint_statement j
      JOIN enterprise e ON e.id = j.thing_id
      WHERE j.record_id > ${value(after)} ORDER BY j.record_id LIMIT ${trusted(String(size))}`,
});

/** All that is stated of an enterprise is judged again when anything of it changes. */
export const statementsOfEnterprise: FindingSource = {
  table: "enterprise",
  subjects: "SELECT DISTINCT c.record_id AS id FROM joint_statement c WHERE c.thing_id IN ({ids})",
};

import { sql, trusted, value, type Sql } from "../../database/sql";

/**
 * Whether an owner of records knows of the enterprise `p`. An authority: those of its remit. Anyone
 * else: what the hub was loaded with, what an authority ever stated, and what it stated itself; so
 * nobody learns from an answer what another insurer has stated. `related` is SQL for authorities:
 * enterprises they have records of already, which stay known when an enterprise moves away.
 */
export function knownEnterprise(owner: string, related: Sql): Sql {
  if (owner.startsWith("org_"))
    return sql`(EXISTS (SELECT 1 FROM organisation o WHERE o.id = ${value(owner)}
        AND p.region_code LIKE CONCAT(o.region_prefix, '%')
        AND (o.sectors IS NULL OR JSON_CONTAINS(o.sectors, JSON_QUOTE(p.sector))))
      OR ${related})`;
  return sql`(${neverStated} OR EXISTS (SELECT 1 FROM joint_statement s WHERE s.thing_id = p.id
    AND (s.owner_id IS NULL OR s.owner_id LIKE 'org\\_%' OR s.owner_id = ${value(owner)})))`;
}

const neverStated = trusted("NOT EXISTS (SELECT 1 FROM joint_statement s WHERE s.thing_id = p.id)");

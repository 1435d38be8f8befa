/** How far a grant is, as SQL over its row; the same conditions as access/grants-in-force.ts. */
export const grantState =
  "CASE WHEN {t}.revoked_at IS NOT NULL THEN 'REVOKED' " +
  "WHEN {t}.valid_to IS NOT NULL AND {t}.valid_to <= {now} THEN 'EXPIRED' " +
  "WHEN {t}.owner_approved_at IS NOT NULL " +
  "AND ({t}.effect = 'NARROW' OR {t}.receiver_accepted_at IS NOT NULL) " +
  "THEN CASE WHEN {t}.valid_from <= {now} THEN 'IN_FORCE' ELSE 'SCHEDULED' END " +
  "WHEN {t}.owner_approved_at IS NOT NULL THEN 'OWNER_APPROVED' " +
  "WHEN {t}.receiver_accepted_at IS NOT NULL THEN 'RECEIVER_ACCEPTED' ELSE 'REQUESTED' END";

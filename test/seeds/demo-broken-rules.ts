/*
 * The rules of the catalogue as SQL over the tables, written for the tests of the demo and without
 * a look at how it is generated: each statement answers the ids of the rows that break its rule.
 * `:today` is the day the demo was made for.
 */

/** Rules that the demo breaks on purpose: the ids are those of the manifest, no more, no fewer. */
export const seededRules: Readonly<Record<string, string>> = {
  "ENT-05": `
    SELECT e.id FROM enterprise e WHERE e.obligated = 1 AND NOT EXISTS (
      SELECT 1 FROM policy p WHERE p.enterprise_id = e.id
        AND p.start_date <= :today AND p.end_date >= :today
        AND (p.cancelled_on IS NULL OR p.cancelled_on > :today))`,
  "POL-24": `
    SELECT p.id FROM policy p JOIN policy q ON q.id = p.renewal_of_id
    WHERE DATEDIFF(p.start_date, q.end_date) > 1`,
  "POL-21": `
    SELECT p.id FROM policy p JOIN region_parameter r ON r.key = 'minPerPersonLimit'
      AND r.effective_from <= p.signed_on
      AND (r.effective_to IS NULL OR r.effective_to >= p.signed_on)
    WHERE p.sum_insured_per_person_fen < r.value`,
  "POL-22": `
    SELECT p.id FROM policy p JOIN region_parameter r ON r.key = 'commissionCapPct'
      AND r.effective_from <= p.signed_on
    WHERE 100 * p.commission_fen > r.value * p.written_premium_fen`,
  "POL-25": `
    SELECT p.id FROM policy p JOIN enterprise e ON e.id = p.enterprise_id
    WHERE p.insured_count < e.headcount`,
  "POL-12": `
    SELECT p.id FROM policy p
    LEFT JOIN premium_receipt r ON r.policy_id = p.id
      AND r.received_on <= p.start_date + INTERVAL 90 DAY
    WHERE p.start_date < :today - INTERVAL 90 DAY GROUP BY p.id, p.written_premium_fen
    HAVING 21 * COALESCE(SUM(IF(r.kind = 'REFUND', -r.amount_fen, r.amount_fen)), 0)
      < 10 * p.written_premium_fen`,
  "POL-23": `
    SELECT id FROM policy WHERE cancelled_on IS NOT NULL
      AND (cancelled_reason IS NULL OR cancelled_reason NOT IN ('CLOSED', 'CEASED'))`,
  "POL-14": `
    SELECT p.id FROM policy p WHERE p.start_date < :today - INTERVAL 30 DAY
      AND NOT EXISTS (SELECT 1 FROM service_plan s WHERE s.policy_id = p.id)`,
  "FEE-11": `
    SELECT id FROM fee_entry WHERE invoice_no IN (
      SELECT invoice_no FROM fee_entry GROUP BY invoice_no HAVING COUNT(DISTINCT insurer_id) > 1)`,
  "FEE-13": `
    SELECT f.id FROM fee_entry f LEFT JOIN service_record s ON s.id = f.service_record_id
    WHERE f.kind = 'SPEND' AND f.booked_on < :today - INTERVAL 30 DAY
      AND (s.insurer_confirmed_at IS NULL OR s.enterprise_confirmed_at IS NULL)`,
  "SVP-08": `
    SELECT n.id FROM service_plan n JOIN policy p ON p.id = n.policy_id
    WHERE n.period_to < :today AND p.cancelled_on IS NULL AND n.frequency > (
      SELECT COUNT(*) FROM service_record s WHERE s.plan_id = n.id)`,
  "HAZ-03": `
    SELECT h.id FROM hazard h JOIN hazard_event v ON v.hazard_id = h.id AND v.kind = 'NOTIFIED'
    WHERE h.level = 'MAJOR' AND v.at > h.found_at + INTERVAL 24 HOUR`,
  "SVR-05": `
    SELECT id FROM service_record
    WHERE item = '03' AND ended_at < started_at + INTERVAL 2 HOUR`,
  "SVR-08": `
    SELECT s.id FROM service_record s JOIN service_record_expert x ON x.service_record_id = s.id
    JOIN service_record_expert y ON y.expert_id = x.expert_id
    JOIN service_record o ON o.id = y.service_record_id AND o.enterprise_id <> s.enterprise_id
    WHERE s.started_at < o.ended_at AND o.started_at < s.ended_at`,
  "SVR-11": `
    SELECT v.service_record_id AS id FROM service_evidence v JOIN service_evidence o
      ON o.digest = v.digest AND o.service_record_id <> v.service_record_id`,
  "SVR-12": `
    SELECT v.service_record_id AS id FROM service_evidence v JOIN service_evidence o
      ON o.enterprise_id <> v.enterprise_id
      AND BIT_COUNT(CONV(LEFT(o.perceptual_hash, 8), 16, 10)
          ^ CONV(LEFT(v.perceptual_hash, 8), 16, 10))
        + BIT_COUNT(CONV(RIGHT(o.perceptual_hash, 8), 16, 10)
          ^ CONV(RIGHT(v.perceptual_hash, 8), 16, 10)) <= 8`,
  "SVR-14": `
    SELECT s.id FROM service_record s JOIN service_record o ON o.process = s.process
      AND o.enterprise_id <> s.enterprise_id WHERE CHAR_LENGTH(s.process) >= 50`,
  "CLM-02": `
    SELECT c.id FROM claim c JOIN policy p ON p.id = c.policy_id
    WHERE DATE(c.accident_at + INTERVAL 8 HOUR) NOT BETWEEN p.start_date AND p.end_date
      OR DATE(c.accident_at + INTERVAL 8 HOUR) >= p.cancelled_on`,
  "CLM-09": `
    SELECT a.id FROM accident_report a JOIN policy p ON p.enterprise_id = a.enterprise_id
      AND DATE(a.occurred_at + INTERVAL 8 HOUR) BETWEEN p.start_date AND p.end_date
    WHERE a.occurred_at < :today - INTERVAL 30 DAY AND NOT EXISTS (
      SELECT 1 FROM claim c WHERE c.enterprise_id = a.enterprise_id
        AND c.reported_at <= a.occurred_at + INTERVAL 30 DAY
        AND ABS(TIMESTAMPDIFF(HOUR, c.accident_at, a.occurred_at)) < 24)`,
  "CLM-15": `
    SELECT a.id FROM accident_report a JOIN claim c ON c.enterprise_id = a.enterprise_id
      AND ABS(TIMESTAMPDIFF(HOUR, c.accident_at, a.occurred_at)) < 24
    WHERE c.deaths <> a.deaths`,
  "CLM-18": `
    SELECT c.id FROM claim c WHERE c.assessed_at > c.reported_at + INTERVAL 30 DAY
      OR c.refusal_notified_at > c.refused_at + INTERVAL 3 DAY
      OR EXISTS (SELECT 1 FROM claim_payment m WHERE m.claim_id = c.id
        AND m.paid_at > c.agreed_at + INTERVAL 10 DAY)
      OR (c.assessed_at IS NULL AND c.refused_at IS NULL
        AND c.reported_at < :today - INTERVAL 60 DAY)`,
  "CLM-14": `
    SELECT c.id FROM claim c WHERE 3 <= (SELECT COUNT(*) FROM claim d
      WHERE d.insurer_id = c.insurer_id AND d.lodged_by = c.lodged_by
        AND DATE(d.reported_at + INTERVAL 8 HOUR) = DATE(c.reported_at + INTERVAL 8 HOUR))`,
};

/** Rules that the demo keeps: no row breaks them. */
export const keptRules: Readonly<Record<string, string>> = {
  "POL-02": `
    SELECT id FROM policy WHERE start_date >= end_date OR DATEDIFF(end_date, start_date) > 365`,
  "POL-05": `
    SELECT id FROM policy WHERE written_premium_fen <= 0 OR limit_per_accident_fen <= 0
      OR sum_insured_per_person_fen > limit_aggregate_fen`,
  "POL-06": `
    SELECT policy_id AS id FROM policy_co_insurance GROUP BY policy_id
    HAVING SUM(share_bp) <> 10000 OR SUM(role = 'LEAD') <> 1`,
  "POL-07": `
    SELECT p.id FROM policy p JOIN policy q ON q.enterprise_id = p.enterprise_id AND q.id <> p.id
    WHERE p.start_date <= q.end_date AND q.start_date <= p.end_date
      AND COALESCE(p.cancelled_on, p.end_date) > q.start_date
      AND COALESCE(q.cancelled_on, q.end_date) > p.start_date`,
  "POL-11": `
    SELECT p.id FROM policy p JOIN premium_receipt r ON r.policy_id = p.id
    GROUP BY p.id, p.written_premium_fen
    HAVING SUM(IF(r.kind = 'RECEIPT', r.amount_fen, 0)) > p.written_premium_fen
      OR SUM(IF(r.kind = 'REFUND', r.amount_fen, -r.amount_fen)) > 0`,
  "POL-13": `
    SELECT p.id FROM policy p JOIN policy q ON q.id = p.renewal_of_id
    JOIN enterprise e ON e.id = p.enterprise_id
    WHERE e.standardisation_grade IS NOT NULL AND p.rate_factor >= q.rate_factor`,
  "POL-15": `SELECT id FROM policy WHERE signed_on > start_date OR signed_on > :today`,
  "POL-16": `
    SELECT c.id FROM claim c JOIN policy p ON p.id = c.policy_id
    WHERE DATEDIFF(c.accident_at, p.start_date) BETWEEN 0 AND 3`,
  "POL-19": `
    SELECT p.region_code AS id FROM policy p GROUP BY p.region_code, p.insurer_id
    HAVING COUNT(*) >= 30 AND COUNT(*) >= 0.9 * (
      SELECT COUNT(*) FROM policy q WHERE q.region_code = p.region_code)`,
  "POL-20": `
    SELECT p.id FROM policy p WHERE p.start_date < :today - INTERVAL 180 DAY
      AND (p.cancelled_on IS NULL OR p.cancelled_on > p.start_date + INTERVAL 180 DAY)
      AND NOT EXISTS (SELECT 1 FROM service_record s WHERE s.policy_id = p.id
        AND s.started_at < p.start_date + INTERVAL 181 DAY)`,
  "ENT-07": `
    SELECT id FROM enterprise WHERE risk_grade IS NULL
      OR graded_on < :today - INTERVAL 12 MONTH`,
  "SVP-03": `
    SELECT n.id FROM service_plan n JOIN enterprise e ON e.id = n.enterprise_id
    WHERE n.frequency < IF(e.risk_grade = 'HIGH', 2, 1)`,
  "SVP-04": `SELECT id FROM service_plan WHERE items NOT LIKE '%"03"%'`,
  "SVP-07": `
    SELECT n.id FROM service_plan n JOIN service_record s ON s.plan_id = n.id
    WHERE s.started_at < n.period_from`,
  "SVR-03": `
    SELECT id FROM service_record WHERE started_at >= ended_at OR ended_at > :today
      OR TIMESTAMPDIFF(HOUR, started_at, ended_at) >= 16`,
  "SVR-04": `
    SELECT s.id FROM service_record s JOIN policy p ON p.id = s.policy_id
    WHERE DATE(s.started_at + INTERVAL 8 HOUR) NOT BETWEEN p.start_date AND p.end_date
      OR DATE(s.started_at + INTERVAL 8 HOUR) >= p.cancelled_on`,
  "SVR-06": `
    SELECT id FROM service_record WHERE mode = 'ONSITE'
      AND (lat IS NULL OR lon IS NULL OR datum IS NULL OR lat NOT BETWEEN 29 AND 35
        OR lon NOT BETWEEN 114 AND 120)`,
  "SVR-13": `
    SELECT v.id FROM service_evidence v JOIN service_record s ON s.id = v.service_record_id
    WHERE v.captured_at NOT BETWEEN s.started_at - INTERVAL 1 HOUR
      AND s.ended_at + INTERVAL 1 HOUR`,
  "SVR-18": `
    SELECT s.id FROM service_record s WHERE s.item = '01' AND (s.attendees IS NULL
      OR s.attendees = 0 OR NOT EXISTS (SELECT 1 FROM service_evidence v
        WHERE v.service_record_id = s.id AND v.kind = 'SIGN_IN_SHEET'))`,
  "SVR-20": `
    SELECT s.id FROM service_record s LEFT JOIN fee_entry f ON f.service_record_id = s.id
    WHERE s.cost_fen IS NOT NULL GROUP BY s.id, s.cost_fen
    HAVING COALESCE(SUM(f.amount_fen), 0) <> s.cost_fen`,
  "SVR-21": `
    SELECT p.id FROM policy p JOIN service_record s ON s.policy_id = p.id
    GROUP BY p.id, p.end_date
    HAVING SUM(s.started_at > p.end_date - INTERVAL 10 DAY) * 2 > COUNT(*)`,
  "SVR-22": `
    SELECT s.id FROM service_record s JOIN service_agency g ON g.id = s.service_agency_id
    WHERE s.item = '03' AND NOT EXISTS (SELECT 1 FROM service_agency_qualification q
      WHERE q.service_agency_id = g.id AND q.item = s.item
        AND s.started_at BETWEEN q.valid_from AND q.valid_to)`,
  "ORG-05": `
    SELECT s.id FROM service_record s JOIN service_record_expert x ON x.service_record_id = s.id
    JOIN expert e ON e.id = x.expert_id JOIN enterprise n ON n.id = s.enterprise_id
    WHERE NOT JSON_CONTAINS(e.specialities, JSON_QUOTE(n.sector))`,
  "ORG-06": `
    SELECT e.id FROM expert e JOIN expert o
      ON o.id_number_hmac = e.id_number_hmac AND o.id <> e.id`,
  "HAZ-01": `SELECT id FROM hazard WHERE (level = 'MAJOR') <> (criterion_code IS NOT NULL)`,
  "HAZ-07": `
    SELECT c.hazard_id AS id FROM hazard_event c JOIN hazard_event f
      ON f.hazard_id = c.hazard_id AND f.kind = 'FOUND'
    WHERE c.kind = 'RECHECKED' AND (c.evidence_digest IS NULL
      OR c.evidence_digest = f.evidence_digest)`,
  "HAZ-08": `
    SELECT id FROM hazard WHERE deadline < DATE(found_at)
      OR DATEDIFF(deadline, found_at) > 180`,
  "CLM-03": `SELECT id FROM claim WHERE accident_at > reported_at OR reported_at > :today`,
  "CLM-05": `
    SELECT c.id FROM claim c JOIN policy p ON p.id = c.policy_id
    JOIN claim_payment m ON m.claim_id = c.id GROUP BY c.id, p.limit_aggregate_fen
    HAVING SUM(m.amount_fen) > p.limit_aggregate_fen`,
  "CLM-08": `SELECT id FROM claim WHERE status = 'CLOSED' AND reserve_fen <> 0`,
  "CLM-11": `
    SELECT c.id FROM casualty c JOIN casualty o
      ON o.id_number_hmac = c.id_number_hmac AND o.id <> c.id`,
  "CLM-12": `
    SELECT c.id FROM claim c JOIN enterprise e ON e.id = c.enterprise_id
    WHERE c.deaths + c.serious_injuries + c.minor_injuries >= 5`,
  "CLM-16": `
    SELECT c.id FROM claim c WHERE c.deaths > 0
      AND c.accident_at < :today - INTERVAL 30 DAY AND NOT EXISTS (
        SELECT 1 FROM service_record s WHERE s.enterprise_id = c.enterprise_id
          AND s.started_at BETWEEN c.accident_at AND c.accident_at + INTERVAL 30 DAY)`,
  "CLM-17": `
    SELECT m.id FROM claim_payment m JOIN claim_payment o ON o.id <> m.id
      AND o.claim_id = m.claim_id AND o.amount_fen = m.amount_fen`,
  "FEE-08": `
    SELECT CONCAT(insurer_id, LEFT(region_code, 4)) AS id FROM fee_entry
    GROUP BY insurer_id, LEFT(region_code, 4)
    HAVING SUM(IF(kind = 'SPEND', amount_fen, 0)) > SUM(IF(kind = 'EXTRACT', amount_fen, 0))`,
  "FEE-09": `
    SELECT id FROM fee_entry WHERE kind = 'SPEND'
      AND (policy_id IS NULL OR enterprise_id IS NULL OR category IS NULL)`,
  "FEE-17": `
    SELECT f.id FROM fee_entry f WHERE f.kind = 'SPEND' AND NOT EXISTS (
      SELECT 1 FROM fee_entry b WHERE b.kind = 'BUDGET' AND b.insurer_id = f.insurer_id
        AND b.year = f.year AND f.region_code LIKE CONCAT(b.region_code, '%')
        AND b.booked_on <= f.booked_on)`,
  "FEE-21": `
    SELECT policy_id AS id FROM fee_entry WHERE kind = 'SPEND'
    GROUP BY policy_id HAVING MAX(enterprise_informed_on) IS NULL`,
  "FEE-22": `
    SELECT p.id FROM policy p LEFT JOIN fee_entry f ON f.policy_id = p.id AND f.kind = 'SPEND'
    WHERE COALESCE(p.cancelled_on, p.end_date) < :today - INTERVAL 30 DAY
    GROUP BY p.id, p.service_fee_pct, p.written_premium_fen
    HAVING 100 * COALESCE(SUM(f.amount_fen), 0) < p.service_fee_pct * p.written_premium_fen`,
  "not after today": `
    SELECT id FROM premium_receipt WHERE received_on > :today UNION ALL
    SELECT id FROM fee_entry WHERE booked_on > :today UNION ALL
    SELECT id FROM hazard_event WHERE at > :today UNION ALL
    SELECT id FROM claim_payment WHERE paid_at > :today`,
};

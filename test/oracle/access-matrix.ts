/**
 * The matrix as the specification writes it, by hand: label, then EMERGENCY, SECTOR_REGULATOR,
 * FINANCIAL, LOCAL_FINANCE, INSURER, SERVICE_AGENCY, ENTERPRISE, ASSOCIATION, AUDITOR.
 * Never derived from the code: it is what the code is held against.
 */
export const specifiedMatrix = `public | R | R | R | R | R | R | R | R | R
enterprise | RW | RW | R | R | RW | R | R | A | R
enterpriseContact | R | R | M | - | RW | R | RW | - | M
policy | R | R | R | R | RW | R | R | A | R
price | A | A | R | A | RW | - | R | A | R
claim | R | R | R | A | RW | - | R | A | R
claimMoney | A | A | R | - | RW | - | R | A | R
claimant | M | M | M | - | RW | - | R | - | M
claimSensitive | - | - | M | - | RW | - | - | - | -
service | R | R | R | R | RW | RW | RW | A | R
serviceEvidence | R | R | - | - | RW | RW | R | - | R
hazard | RW | RW | A | A | RW | RW | RW | A | R
hazardDetail | R | R | - | - | RW | RW | RW | - | -
fee | R | R | R | R | RW | - | R | A | R
feeDetail | - | - | R | - | RW | - | - | - | R
expert | R | R | M | - | RW | RW | R | - | R
supervision | RW | RW | RW | RW | RW | R | R | - | R
solvency | A | A | RW | A | R | - | - | A | R
audit | R | R | R | R | R | R | R | - | R
quality | R | R | R | A | R | - | - | A | R`;

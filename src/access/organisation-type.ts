/** Who an organisation is to the law; columns of the matrix, in the order of the specification. */
export const organisationTypes = [
  "EMERGENCY",
  "SECTOR_REGULATOR",
  "FINANCIAL",
  "LOCAL_FINANCE",
  "INSURER",
  "SERVICE_AGENCY",
  "ENTERPRISE",
  "ASSOCIATION",
  "AUDITOR",
] as const;

export type OrganisationType = (typeof organisationTypes)[number];

import { entityId } from "../../database/entity-id";
import { defineRecordType } from "../../submission/record-type";
import { Enterprise } from "./enterprise.entity";
import { EnterpriseRecordInput, type EnterpriseStatement } from "./enterprise.record-input";
import { enterpriseRules, exampleEnterprise } from "./enterprise.rules";
import { foldedName } from "./folded-name";
import { toRegion } from "./references";
import { waitingDeadline } from "./waiting-deadline";

/**
 * How enterprises are reported: by insurers, and by the authorities within their remit. Of each
 * code there is one enterprise; authorities, and what the hub was loaded with, count before insurers.
 */
export const enterpriseRecordType = defineRecordType<EnterpriseStatement>({
  name: "enterprise",
  mutation: "submitEnterprises",
  submitters: ["INSURER", "EMERGENCY", "SECTOR_REGULATOR"],
  entity: Enterprise,
  joint: {
    id: ({ uscc }) => entityId("ent", uscc ?? ""),
    asOf: ({ asOf }) => asOf ?? "",
    standing: (stater) => (stater === "HUB" || stater.owner.startsWith("org_") ? 0 : 1),
    // Authorities read contacts and may not write them.
    filled: ["safetyManagerPhone"],
    kept: { obligated: 0 },
  },
  remit: { region: "regionCode", sector: "sector" },
  input: EnterpriseRecordInput,
  sums: [],
  businessDay: "asOf",
  rules: enterpriseRules,
  example: exampleEnterprise,
  references: [
    toRegion(
      "ENT-03",
      ({ regionCode }) => regionCode,
      ({ asOf }) => asOf,
    ),
  ],
  row: ({ name }) => ({ nameFolded: name ? foldedName(name).slice(0, 200) : null }),
  waitsUntil: waitingDeadline,
});

import { entityId } from "../../database/entity-id";
import { defineRecordType } from "../../submission/record-type";
import { arrived } from "../../submission/rules/reference.rules";
import { Insurer } from "../registry/insurer.entity";
import { toEnterprise } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { PolicyCoInsurance } from "./policy-co-insurance.entity";
import { Policy } from "./policy.entity";
import { examplePolicy } from "./policy.example";
import { PolicyRecordInput, type PolicyStatement } from "./policy.record-input";
import { policyRules } from "./policy.rules";

/** How policies are reported. */
export const policyRecordType = defineRecordType<PolicyStatement>({
  name: "policy",
  mutation: "submitPolicies",
  submitters: ["INSURER"],
  entity: Policy,
  input: PolicyRecordInput,
  sums: ["writtenPremiumFen"],
  businessDay: "signedOn",
  rules: policyRules,
  example: examplePolicy,
  references: [
    toEnterprise("POL-04", { regionCode: "regionCode", sector: "sector" }),
    {
      name: "renewalOf",
      rule: arrived("SUB-22", "原保单", "policy it renews"),
      path: "$.renewalOfKey",
      target: () => Policy,
      ids: ({ renewalOfKey }, owner) =>
        renewalOfKey ? [entityId("pol", owner, renewalOfKey)] : [],
      property: "renewalOfId",
      copies: {},
    },
    {
      name: "coInsurers",
      rule: null,
      path: "$.coInsurance",
      target: () => Insurer,
      ids: ({ coInsurance }) =>
        (coInsurance ?? []).flatMap(({ insurerCode }) =>
          insurerCode ? [entityId("ins", insurerCode)] : [],
        ),
      property: null,
      copies: {},
    },
  ],
  parts: [
    {
      entity: () => PolicyCoInsurance,
      property: "policyId",
      copies: ["enterpriseId", "regionCode", "sector"],
      rows: ({ coInsurance }, known) =>
        (coInsurance ?? []).map(({ insurerCode, insurerName, role, shareBp }) => {
          const id = insurerCode ? entityId("ins", insurerCode) : null;
          return {
            coInsurerId: id !== null && known.has(id) ? id : null,
            insurerName: insurerName ?? null,
            role: role ?? null,
            shareBp: shareBp ?? null,
          };
        }),
    },
  ],
  waitsUntil: waitingDeadline,
});

import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { EndorsementRecordInput, type EndorsementStatement } from "./endorsement.record-input";

/** An endorsement that meets every rule. */
export const exampleEndorsement: EndorsementStatement = {
  sourceKey: "N-2026-0001",
  policyKey: "P-2026-0001",
  holdsFrom: "2026-06-01",
  premiumChangeFen: "-100000",
  changeReason: "从业人数减少",
};

/** What an endorsement is judged by when it arrives. */
export const endorsementRules: readonly Rule<EndorsementStatement>[] = [
  requiredFields("SUB-20", EndorsementRecordInput, exampleEndorsement, "ENG"),
];

import { registerEnumType } from "type-graphql";

/** What kind of fault a rule looks for. */
export enum RuleClass {
  VALIDITY = "VALIDITY",
  COMPLETENESS = "COMPLETENESS",
  CONSISTENCY = "CONSISTENCY",
  TIMELINESS = "TIMELINESS",
  FABRICATION = "FABRICATION",
  LEDGER = "LEDGER",
}

registerEnumType(RuleClass, {
  name: "RuleClass",
  description: "规则类别 What kind of fault a rule looks for.",
  valuesConfig: {
    VALIDITY: { description: "有效性" },
    COMPLETENESS: { description: "完整性" },
    CONSISTENCY: { description: "一致性" },
    TIMELINESS: { description: "及时性" },
    FABRICATION: { description: "造假线索（仅为线索，须人工核实） A lead, never a verdict." },
    LEDGER: { description: "台账" },
  },
});

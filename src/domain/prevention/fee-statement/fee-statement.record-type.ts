import { defineRecordType } from "../../../submission/record-type";
import { toRegion } from "../../registry/references";
import { waitingDeadline } from "../../registry/waiting-deadline";
import { FeeStatement } from "./fee-statement.entity";
import { FeeStatementRecordInput, type StatedFeeStatement } from "./fee-statement.record-input";
import { exampleFeeStatement, feeStatementRules } from "./fee-statement.rules";
import { monthEnd } from "./month-end";

/** How insurers report what their ledgers came to when a month was closed. */
export const feeStatementRecordType = defineRecordType<StatedFeeStatement>({
  name: "feeStatement",
  mutation: "submitFeeStatements",
  submitters: ["INSURER"],
  entity: FeeStatement,
  input: FeeStatementRecordInput,
  sums: ["extractedFen", "spentFen", "refundedFen", "balanceFen", "glControlBalanceFen"],
  rules: feeStatementRules,
  example: exampleFeeStatement,
  references: [
    toRegion(
      "ENT-03",
      ({ regionCode }) => regionCode,
      ({ year, month }) => monthEnd(year, month),
    ),
  ],
  row: ({ year, month }) => ({ monthEnd: monthEnd(year, month) }),
  waitsUntil: waitingDeadline,
});

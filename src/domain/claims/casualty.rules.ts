import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { exampleCitizenId, validCitizenId } from "../registry/identifiers/citizen-id.rules";
import { CasualtyParty } from "./casualty-party";
import { CasualtyRecordInput, type CasualtyStatement } from "./casualty.record-input";
import { Injury } from "./injury";

/** A casualty that meets every rule. */
export const exampleCasualty: CasualtyStatement = {
  sourceKey: "K-2026-0001",
  claimKey: "C-2026-0001",
  party: CasualtyParty.EMPLOYEE,
  injury: Injury.SERIOUS,
  name: "张三",
  idNumber: exampleCitizenId,
  documents: ["诊断证明"],
};

/** What a casualty is judged by when it arrives. */
export const casualtyRules: readonly Rule<CasualtyStatement>[] = [
  requiredFields("SUB-20", CasualtyRecordInput, exampleCasualty, "ENG"),
  validCitizenId("idNumber", exampleCasualty),
];

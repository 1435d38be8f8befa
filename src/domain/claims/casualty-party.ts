import { registerEnumType } from "type-graphql";

/** Which side of the cover an injured person is on. */
export enum CasualtyParty {
  EMPLOYEE = "EMPLOYEE",
  THIRD_PARTY = "THIRD_PARTY",
}

registerEnumType(CasualtyParty, {
  name: "CasualtyParty",
  description: "受害人类别 Party of a casualty.",
  valuesConfig: {
    EMPLOYEE: { description: "从业人员" },
    THIRD_PARTY: { description: "第三者" },
  },
});

import { registerEnumType } from "type-graphql";

/** What one rejected record means for the others of its submission. */
export enum Acceptance {
  PER_RECORD = "PER_RECORD",
  ALL_OR_NOTHING = "ALL_OR_NOTHING",
}

registerEnumType(Acceptance, {
  name: "Acceptance",
  description: "受理方式 What one rejected record means for the others.",
  valuesConfig: {
    PER_RECORD: { description: "逐条受理" },
    ALL_OR_NOTHING: { description: "整批受理，一条退回则全部退回" },
  },
});

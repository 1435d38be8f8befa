import { registerEnumType } from "type-graphql";

/** Who must be told of a hazard: the principal or the actual controller. */
export enum RecipientRole {
  PRINCIPAL = "PRINCIPAL",
  ACTUAL_CONTROLLER = "ACTUAL_CONTROLLER",
}

registerEnumType(RecipientRole, {
  name: "RecipientRole",
  description: "告知对象 Role of who was notified of a hazard.",
  valuesConfig: {
    PRINCIPAL: { description: "主要负责人" },
    ACTUAL_CONTROLLER: { description: "实际控制人" },
  },
});

import { Extensions, Field, ObjectType, registerEnumType } from "type-graphql";
import type { Label } from "../../access/label";
import { InstantScalar } from "../../graph/scalars";

const label: Label = "public";

/** What can be done about a grant, as stored in its events. */
export const grantActValues = {
  REQUESTED: "REQUESTED",
  OWNER_APPROVED: "OWNER_APPROVED",
  RECEIVER_ACCEPTED: "RECEIVER_ACCEPTED",
  REVOKED: "REVOKED",
} as const;

registerEnumType(grantActValues, {
  name: "GrantActName",
  description: "授权办理事项 What was done about a grant.",
  valuesConfig: {
    REQUESTED: { description: "申请 asked for" },
    OWNER_APPROVED: { description: "主管部门批准 approved by the owner of the data" },
    RECEIVER_ACCEPTED: { description: "接收确认 accepted by the receiver" },
    REVOKED: { description: "撤销 ended" },
  },
});

/** One event of a grant. Which person acted is kept, and never published. */
@ObjectType({ description: "授权办理记录 One thing that was done about a grant." })
export class GrantHistoryEntry {
  @Extensions({ label })
  @Field(() => grantActValues, { description: "事项 What was done." })
  act!: keyof typeof grantActValues;

  @Extensions({ label })
  @Field(() => String, { description: "组织代码 Code of the organisation that did it." })
  organisationCode!: string;

  @Extensions({ label })
  @Field(() => String, { description: "组织名称 Name of the organisation that did it." })
  organisationName!: string;

  @Extensions({ label })
  @Field(() => InstantScalar, { description: "时间 When." })
  at!: string;

  @Extensions({ label })
  @Field(() => String, { nullable: true, description: "说明 What was said about it." })
  note!: string | null;
}

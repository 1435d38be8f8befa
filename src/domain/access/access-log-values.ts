import { Extensions, Field, Int, ObjectType } from "type-graphql";
import { mentions, type Mention } from "../../access/right";
import type { Label } from "../../access/label";

const label: Label = "audit";

/** Values of one field that were delivered. */
@ObjectType({ description: "已提供的数据项 Values of one field that were delivered." })
export class DeliveredField {
  @Extensions({ label })
  @Field(() => String, { description: "字段 `Type.field`." })
  field!: string;

  @Extensions({ label })
  @Field(() => Int, { description: "数量 How many values." })
  cells!: number;
}

/** A way of mentioning a field that was denied. */
@ObjectType({ description: "被拒项 A mention of a field that was denied." })
export class DeniedMention {
  @Extensions({ label })
  @Field(() => String, { description: "字段 `Type.field`." })
  field!: string;

  @Extensions({ label })
  @Field(() => String, { description: `提及方式 One of ${mentions.join(", ")}.` })
  mention!: Mention;
}

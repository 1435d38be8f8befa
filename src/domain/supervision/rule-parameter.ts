import { Extensions, Field, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";
import { DecimalScalar } from "../../graph/scalars";

const label: Label = "public";

/** A number a rule takes from the table of region parameters. */
@ObjectType({ description: "规则参数 A number of a rule, see regionParameters." })
export class RuleParameter {
  @Extensions({ label })
  @Field(() => String, { description: "参数名 Key in regionParameters." })
  key!: string;

  @Extensions({ label })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "默认值 Value where none is in force; null: the rule is not applied there.",
  })
  standard!: string | null;
}

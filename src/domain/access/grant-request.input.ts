import { Extensions, Field, InputType } from "type-graphql";
import type { Label } from "../../access/label";
import { InstantScalar } from "../../graph/scalars";
import { openToAll } from "./grant-act";
import {
  grantedRightValues,
  grantEffectValues,
  grantRowsValues,
  labelValues,
} from "./grant-values";

/** An input field of a request. */
function Asked(type: () => unknown, description: string, nullable = false): PropertyDecorator {
  const { label, mention } = openToAll;
  return (target, property) => {
    Extensions({ label, mention })(target, property as string);
    Field(type as never, { nullable, description })(target, property);
  };
}

@InputType({ description: "授权行范围 The rows a grant is about." })
export class GrantRowsInput {
  @Asked(() => grantRowsValues, "类型 Kind.")
  kind!: keyof typeof grantRowsValues;

  @Asked(() => String, "值 Region prefix, sector or id; none for OWN.", true)
  value?: string | null;
}

/** A request as it arrives. */
@InputType({ description: "授权申请 What is asked for, for whom, why and until when." })
export class GrantRequestInput {
  @Asked(() => String, "被授权组织代码 Code of the organisation it is for.")
  receiver!: string;

  @Asked(() => labelValues, "数据标签 The kind of data; or a single field.", true)
  label?: Label | null;

  @Asked(() => String, "单个字段 `Type.field`; or a label.", true)
  field?: string | null;

  @Asked(() => grantEffectValues, "扩大或收窄 Whether it widens or narrows.")
  effect!: keyof typeof grantEffectValues;

  @Asked(() => grantedRightValues, "权限 The right to give, or to leave.")
  right!: keyof typeof grantedRightValues;

  @Asked(() => GrantRowsInput, "行范围 The rows.")
  rows!: GrantRowsInput;

  @Asked(() => String, "用途 What the data are needed for (≤ 500 characters).")
  purpose!: string;

  @Asked(() => String, "法律依据 The clause it rests on (≤ 300 characters).")
  legalBasis!: string;

  @Asked(() => InstantScalar, "生效时间 From when; not before it is agreed.")
  validFrom!: string;

  @Asked(() => InstantScalar, "失效时间 Until when; widening at most 366 days.", true)
  validTo?: string | null;
}

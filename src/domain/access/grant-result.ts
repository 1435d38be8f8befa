import { createUnionType, Extensions, Field, ObjectType, registerEnumType } from "type-graphql";
import type { Label } from "../../access/label";
import { AccessGrant } from "./access-grant.entity";
import { grantRefusals, type GrantReason } from "./grant-refusals";

const label: Label = "public";

/** The codes as an enum of the API. */
const codes = Object.fromEntries(Object.keys(grantRefusals).map((code) => [code, code]));

registerEnumType(codes, {
  name: "GrantRefusalCode",
  description: "授权未受理原因 Why an act on a grant was refused.",
  valuesConfig: Object.fromEntries(
    Object.entries(grantRefusals).map(([code, { zh, en }]) => [
      code,
      { description: `${zh} ${en}.` },
    ]),
  ),
});

@ObjectType({ description: "未受理原因 One reason for a refusal." })
export class GrantRefusal {
  @Extensions({ label })
  @Field(() => codes, { description: "代码 Code of the closed list." })
  code!: string;

  @Extensions({ label })
  @Field(() => String, { description: "说明（中文） The reason in Chinese." })
  zh!: string;

  @Extensions({ label })
  @Field(() => String, { description: "说明（英文） The reason in English." })
  en!: string;

  @Extensions({ label })
  @Field(() => String, { description: "位置 The part of the input it is about." })
  at!: string;
}

@ObjectType({ description: "授权未受理 Refused; nothing was changed." })
export class GrantRefused {
  @Extensions({ label })
  @Field(() => [GrantRefusal], { description: "原因 Every reason found." })
  reasons!: GrantRefusal[];
}

/** A refusal as the executor reads it. */
export interface Refused {
  readonly __typename: "GrantRefused";
  readonly reasons: readonly GrantReason[];
}

/** The answer to an act that is refused. */
export function refused(...reasons: readonly GrantReason[]): Refused {
  return { __typename: "GrantRefused", reasons };
}

/** The grant as it stands after an act, or why the act is refused. */
export const GrantResult = createUnionType({
  name: "GrantResult",
  description: "授权办理结果 The grant after the act, or why it is refused.",
  types: () => [AccessGrant, GrantRefused] as const,
  resolveType: (answer) => (answer as object as { __typename: string }).__typename,
});

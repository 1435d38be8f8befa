import { InputType } from "type-graphql";
import { OneOfInput, TextInput, TextListInput } from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import { CasualtyParty } from "./casualty-party";
import { Injury } from "./injury";

/** A person killed or injured, as an insurer reports one. */
@InputType({ description: "伤亡人员报送记录 A person killed or injured, as reported." })
export class CasualtyRecordInput extends recordInput("claim") {
  @TextInput("claim", "案件来源键 Source key of the claim.", { max: 100 })
  claimKey?: string | null;

  @OneOfInput("claim", CasualtyParty, "受害人类别 Employee or third party.")
  party?: CasualtyParty | null;

  @OneOfInput("claim", Injury, "伤害程度 Degree of the injury.")
  injury?: Injury | null;

  @TextInput("claimant", "姓名 Name.", { max: 60 })
  name?: string | null;

  @TextInput("claimant", "公民身份号码 Citizen id; none while unknown.", {
    max: 30,
    nullable: true,
  })
  idNumber?: string | null;

  @TextListInput("claimSensitive", "证明材料 Medical documents, by name or digest.", {
    max: 200,
    nullable: true,
  })
  documents?: string[] | null;
}

/** Such a record, as rules and tests write it; with the digest of the number when it is kept. */
export type CasualtyStatement = Plain<CasualtyRecordInput> & { readonly idNumberHmac?: string };

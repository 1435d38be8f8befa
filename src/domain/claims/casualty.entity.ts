import { Column, Index } from "typeorm";
import { OneOf, Text, TextList } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { InsuredRow, insuredScope } from "../registry/insured-row";
import { CasualtyParty } from "./casualty-party";
import { Claim } from "./claim.entity";
import { Injury } from "./injury";

/** Ordered by id: everything that tells the injured apart is personal, and masked to some. */
@GraphEntity({
  label: "claim",
  idPrefix: "cas",
  description: "伤亡人员 A person killed or injured in the accident of a claim.",
  scope: { ...insuredScope, claim: { column: "claim_id" } },
  order: { by: "id", direction: "ASC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["claimId"])
@Index(["enterpriseId"])
@Index(["regionCode"])
@Index(["idNumberHmac"])
export class Casualty extends InsuredRow {
  @KeyOf(() => Claim)
  claimId!: string;

  @One("claim", () => Claim, "claimId", "理赔案件 The claim.")
  claim!: Claim | null;

  @OneOf("claim", CasualtyParty, "受害人类别 Employee or third party.")
  party!: CasualtyParty;

  @OneOf("claim", Injury, "伤害程度 Degree of the injury.")
  injury!: Injury;

  @Text("claimant", "姓名 Name.", { max: 60, mask: "name" })
  name!: string;

  @Text("claimant", "身份证件号码 Identity number; null while unknown.", {
    max: 30,
    nullable: true,
    mask: "id",
  })
  idNumber!: string | null;

  /** Keyed digest of the number: finds one person in several claims and insurers (CLM-11). */
  @Column({ type: "char", length: 64, nullable: true })
  idNumberHmac!: string | null;

  @TextList("claimSensitive", "证明材料 Medical and disability documents, by name or digest.", {
    mask: "text",
  })
  documents!: string[];
}

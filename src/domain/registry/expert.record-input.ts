import { InputType } from "type-graphql";
import { TextInput, TextListInput, YesNoInput } from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import { Sector } from "./sector";

/** An expert as an insurer registers him: of an agency, or of its own team. */
@InputType({ description: "专家报送记录 An expert as an insurer registers one." })
export class ExpertRecordInput extends recordInput("service") {
  @TextInput("expert", "姓名 Name.", { max: 60 })
  name?: string | null;

  @TextInput("expert", "公民身份号码 Citizen id; kept as a keyed digest and a mask only.", {
    max: 18,
  })
  idNumber?: string | null;

  @TextInput("expert", "职称 Professional title.", { max: 60 })
  title?: string | null;

  @TextListInput("service", "专业领域 Sectors the expert is a specialist of.", {
    max: 40,
    of: Sector,
  })
  specialities?: Sector[] | null;

  @TextListInput("expert", "资格证书 Certificates, by name and number.", { max: 200 })
  certificates?: string[] | null;

  @TextListInput("expert", "证书文件摘要 SHA-256 of each certificate, in the same order.", {
    max: 64,
    nullable: true,
  })
  certificateDigests?: string[] | null;

  @TextInput("service", "服务机构统一社会信用代码 Code of the agency, if of one.", {
    max: 18,
    nullable: true,
  })
  agencyUscc?: string | null;

  @YesNoInput("service", "专职 Full-time at the agency, or in the insurer's own team.", {
    nullable: true,
  })
  fullTime?: boolean | null;
}

/** Such a record, as rules and tests write it; what is kept of the number when it is. */
export type ExpertStatement = Plain<ExpertRecordInput> & {
  readonly idNumberHmac?: string;
  readonly idNumberMasked?: string;
};

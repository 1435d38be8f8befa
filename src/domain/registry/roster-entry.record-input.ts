import { InputType } from "type-graphql";
import { DayInput, OneOfInput, TextInput } from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import { Sector } from "./sector";

/** That an enterprise must insure, as an authority lists it. */
@InputType({ description: "应保底数台账报送记录 An entry of the roster as an authority keeps it." })
export class RosterEntryRecordInput extends recordInput("enterprise") {
  @TextInput("enterprise", "应保单位统一社会信用代码 Code of the enterprise listed.", { max: 18 })
  enterpriseUscc?: string | null;

  @OneOfInput("enterprise", Sector, "列入行业 Sector for which it must insure.")
  sector?: Sector | null;

  @DayInput("enterprise", "列入日期 Day from which it must insure.")
  listedOn?: string | null;

  @DayInput("enterprise", "移出日期 Day of removal from the roster.", { nullable: true })
  delistedOn?: string | null;

  @TextInput("enterprise", "数据来源 Where the listing comes from.", { max: 200 })
  source?: string | null;
}

/** Such a record, as rules and tests write it. */
export type RosterEntryStatement = Plain<RosterEntryRecordInput>;

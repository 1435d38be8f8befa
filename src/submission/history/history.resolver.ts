import { Args, ArgsType, Ctx, Extensions, Field, ID, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { instantFromDatabase, instantToDatabase } from "../../database/calendar";
import type { Row } from "../../database/database";
import { entityId, readEntityId } from "../../database/entity-id";
import { HubError } from "../../error/hub-error";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { DayScalar, InstantScalar } from "../../graph/scalars";
import { modelOf } from "../../query/entity-model";
import type { ChangeReason } from "../change-reason";
import { ownerOf } from "../owner";
import type { Plain } from "../plain";
import type { RecordAction } from "../record-action";
import { recordTypes, type RecordType } from "../record-type";
import { readContent, readHistory } from "./read-history";
import { RecordHistory, type RecordVersion } from "./record-history";
import { RecordContent } from "./stated-field";
import { standingVersion } from "./standing-version";
import { tellContent } from "./tell-content";

const label: Label = "quality";

for (const name of ["recordId", "recordType", "sourceKey", "knownAt", "effectiveAt"])
  for (const query of ["history", "recordAsOf"])
    declareArgument(`Query.${query}.${name}`, { label });

@ArgsType()
class HistoryArgs {
  @Field(() => ID, { nullable: true, description: "标识 Id of the record; or type and key." })
  recordId?: string | null;

  @Field(() => String, { nullable: true, description: "记录类型 Type of an own record." })
  recordType?: string | null;

  @Field(() => String, { nullable: true, description: "来源键 Source key of an own record." })
  sourceKey?: string | null;

  @Field(() => InstantScalar, { nullable: true, description: "知悉时点 What the hub had then." })
  knownAt?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: "生效日 Only the version that says how it was on that day.",
  })
  effectiveAt?: string | null;
}

/** What the hub knew of a record, and since when. */
@Resolver()
export class HistoryResolver {
  @Extensions({ label })
  @Query(() => RecordHistory, {
    description: "记录历史 Versions of a record the caller reaches, void or not.",
  })
  async history(
    @Args(() => HistoryArgs) args: HistoryArgs,
    @Ctx() context: HubContext,
  ): Promise<Plain<RecordHistory>> {
    const { type, recordId, all } = await statedVersions(args, context);
    const { effectiveAt = null } = args;
    const standing = effectiveAt === null ? null : standingVersion(all, effectiveAt);
    const versions = effectiveAt === null ? all : all.filter((v) => v.version === standing);
    return { recordId, recordType: type.name, versions };
  }

  @Extensions({ label })
  @Query(() => RecordContent, {
    nullable: true,
    description:
      "记录存档内容 What a record said on a day (today), as the hub knew it; null: nothing.",
  })
  async recordAsOf(
    @Args(() => HistoryArgs) args: HistoryArgs,
    @Ctx() context: HubContext,
  ): Promise<Plain<RecordContent> | null> {
    const { type, recordId, all } = await statedVersions(args, context);
    const standing = standingVersion(all, args.effectiveAt ?? context.clock.today);
    const said = all.find(({ version }) => version === standing);
    if (!said) return null;
    const { version, recordedAt } = said;
    const content = await readContent(context, recordId, version);
    const fields = await tellContent(context, { type, recordId, content });
    return { recordId, recordType: type.name, version, recordedAt, fields };
  }
}

/** The versions the caller may know of, as of when it asks. */
async function statedVersions(
  args: HistoryArgs,
  context: HubContext,
): Promise<{ type: RecordType; recordId: string; all: Plain<RecordVersion>[] }> {
  const { type, recordId } = recordAsked(args, context);
  const knownAt = args.knownAt ? instantToDatabase(args.knownAt) : null;
  const rows = await readHistory(context, { type, recordId, knownAt });
  return { type, recordId, all: rows.map(versionOf) };
}

function recordAsked(
  { recordId = null, recordType = null, sourceKey = null }: HistoryArgs,
  { caller }: HubContext,
): { type: RecordType; recordId: string } {
  const isOwn = recordType !== null && sourceKey !== null;
  if (isOwn === (recordId !== null) || (recordType === null) !== (sourceKey === null))
    throw new HubError("BAD_USER_INPUT", { reason: "give recordId, or recordType and sourceKey" });
  const type = recordTypes().find((one) =>
    isOwn ? one.name === recordType : recordId?.startsWith(`${modelOf(one.entity).idPrefix}_`),
  );
  if (!type) throw new HubError("BAD_USER_INPUT", { reason: "no such record type" });
  const { idPrefix } = modelOf(type.entity);
  if (recordId !== null) return { type, recordId: readEntityId(recordId, idPrefix) };
  return { type, recordId: entityId(idPrefix, ownerOf(caller) ?? "", sourceKey ?? "") };
}

function versionOf(row: Row): Plain<RecordVersion> {
  return {
    version: row["version"] as number,
    action: row["action"] as RecordAction,
    effectiveFrom: row["effective_from"] as string | null,
    reason: row["reason"] as ChangeReason | null,
    receivedAt: instantFromDatabase(row["received_at"] as string),
    recordedAt: instantFromDatabase(row["recorded_at"] as string),
    submissionId: row["submission_id"] as string,
    ruleSetVersion: row["rule_set_version"] as string,
  };
}

import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Extensions, Field, Info, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { declareArgument } from "../../graph/argument-labels";
import { PageArgs } from "../../graph/connection";
import type { HubContext } from "../../graph/context";
import { readList } from "../../graph/read";
import { modelOf } from "../../query/entity-model";
import { alias } from "../../query/select";
import { Hazard } from "../prevention/hazard.entity";
import { preventionLists } from "../prevention/prevention-lists";
import { isMajor, isOverdue } from "./overdue-hazard";
import { figureRegion, inRegion } from "./region-prefix";

declareArgument("Query.overdueMajorHazards.regionPrefix", {
  field: "Enterprise.regionCode",
  mention: "FILTER",
});

@ArgsType()
class OverdueMajorHazardsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: "行政区划代码前缀 Region: 2, 4, 6 or 9 digits; the caller's unless given.",
  })
  regionPrefix?: string | null;
}

/** The major hazards an authority must act on now. */
@Resolver()
export class OverdueMajorHazardsResolver {
  @Extensions({ label: "hazard" satisfies Label, scans: ["Hazard"] })
  @Query(() => preventionLists.hazards.connection as never, {
    description: "逾期重大事故隐患 Major hazards not closed though their deadline has passed.",
  })
  overdueMajorHazards(
    @Args(() => OverdueMajorHazardsArgs) args: OverdueMajorHazardsArgs,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const region = figureRegion(context.caller, args.regionPrefix);
    return readList(context, info, modelOf(Hazard), [
      isMajor(alias),
      isOverdue(alias, context.clock),
      inRegion(alias, region),
    ]);
  }
}

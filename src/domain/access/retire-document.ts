import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Extensions, ID, Info, Mutation, Resolver } from "type-graphql";
import { readEntityId } from "../../database/entity-id";
import { sql, value } from "../../database/sql";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { readOne } from "../../graph/read";
import { modelOf } from "../../query/entity-model";
import { openToAll } from "./grant-act";
import { TrustedDocument } from "./trusted-document.entity";

declareArgument("Mutation.retireDocument.id", { field: "TrustedDocument.id", mention: "FILTER" });

/** Ends a registration: within a second, on every instance, the digest is no longer answered. */
@Resolver()
export class RetireDocument {
  @Extensions(openToAll)
  @Mutation(() => TrustedDocument, {
    nullable: true,
    description: "停用查询文档 Retires a registered document; null when there is none of this id.",
  })
  async retireDocument(
    @Arg("id", () => ID, { description: "文档标识 The registered document." }) id: string,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const { caller, clock, database } = context;
    const model = modelOf(TrustedDocument);
    readEntityId(id, model.idPrefix);
    await database.transaction((transaction) =>
      transaction.execute(
        sql`UPDATE trusted_document SET retired_at = ${value(clock.now)}
          WHERE id = ${value(id)} AND organisation_id = ${value(caller.organisationId)}
            AND retired_at IS NULL`,
      ),
    );
    return readOne(context, info, model, "id", id);
  }
}

import { Arg, Ctx, Extensions, Mutation, Resolver } from "type-graphql";
import { sql, value } from "../../database/sql";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { openToAll } from "./grant-act";

declareArgument("Mutation.answerOnlyRegistered.only", { label: "public" });

/**
 * An organisation's own switch. Once on, only registered documents are answered, this mutation
 * included: whoever steals a token can neither ask anything else nor switch it off.
 */
@Resolver()
export class AnswerOnlyRegistered {
  @Extensions(openToAll)
  @Mutation(() => Boolean, {
    nullable: true,
    description:
      "仅应答已登记文档 Whether only registered documents of the organisation are answered.",
  })
  async answerOnlyRegistered(
    @Arg("only", () => Boolean, { description: "是否仅限 True: only registered ones." })
    only: boolean,
    @Ctx() { caller, database }: HubContext,
  ): Promise<boolean> {
    await database.transaction((transaction) =>
      transaction.execute(
        sql`UPDATE organisation SET registered_only = ${value(only ? 1 : 0)}
          WHERE id = ${value(caller.organisationId)}`,
      ),
    );
    return only;
  }
}

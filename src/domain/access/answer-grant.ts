import type { GraphQLResolveInfo } from "graphql";
import type { HubContext } from "../../graph/context";
import { readOne } from "../../graph/read";
import { modelOf } from "../../query/entity-model";
import { AccessGrant } from "./access-grant.entity";
import type { Refused } from "./grant-result";

/** What an act on a grant is answered with, as the executor reads it. */
export type GrantAnswer = Refused | { readonly __typename: "AccessGrant" };

/** The grant as it stands now, read as every other row is: within the caller's scope and rights. */
export async function answerGrant(
  context: HubContext,
  info: GraphQLResolveInfo,
  id: string,
): Promise<GrantAnswer> {
  const row = await readOne(context, info, modelOf(AccessGrant), "id", id);
  if (!row) throw new Error("whoever acts on a grant may see it");
  return { ...row, __typename: "AccessGrant" };
}

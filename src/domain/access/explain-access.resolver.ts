import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { HubError } from "../../error/hub-error";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { documentLimits } from "../../graph/document-limits";
import type { Plain } from "../supervision/plain";
import { explainAccess } from "./explain-access";
import { readVariables } from "./explain-variables";
import { AccessExplanation } from "./explanation";

for (const name of ["document", "operationName", "variables"])
  declareArgument(`Query.explainAccess.${name}`, { label: "public" });

const explainedKey = "explainAccess: characters";

/** Explains what the decision would say of a document; it is not executed. */
@Resolver()
export class ExplainAccessResolver {
  @Extensions({ label: "public" satisfies Label })
  @Query(() => AccessExplanation, {
    description: "权限说明 What would come of each field of a document, and why.",
  })
  async explainAccess(
    @Arg("document", () => String, { description: "GraphQL 文档 The document; not executed." })
    document: string,
    @Arg("operationName", () => String, {
      nullable: true,
      description: "操作名 Which of its operations; needed when there are several.",
    })
    operationName: string | null | undefined,
    @Arg("variables", () => String, {
      nullable: true,
      description: "变量 Values of its variables, a JSON object: input objects mention fields too.",
    })
    variables: string | null | undefined,
    @Ctx() context: HubContext,
  ): Promise<Plain<AccessExplanation>> {
    boundPerRequest(context, document);
    const asked = {
      document,
      operationName: operationName ?? null,
      variables: readVariables(variables ?? null),
    };
    return explainAccess(asked, context);
  }
}

/** All documents that one request has explained are together no larger than one it could send. */
function boundPerRequest({ loaders }: HubContext, document: string): void {
  const explained = Number(loaders.get(explainedKey) ?? 0) + document.length;
  const first = !loaders.has(explainedKey);
  loaders.set(explainedKey, explained);
  const { charactersMax } = documentLimits;
  // A single document that is too large is a fault of that document.
  if (!first && explained > charactersMax)
    throw new HubError("DOCUMENT_TOO_LARGE", { limit: charactersMax });
}

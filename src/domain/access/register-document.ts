import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Extensions, Info, Mutation, Resolver } from "type-graphql";
import { HubError } from "../../error/hub-error";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { readOne } from "../../graph/read";
import { modelOf } from "../../query/entity-model";
import { decidersOf } from "./deciders";
import { readDocument } from "./explain-document";
import { openToAll } from "./grant-act";
import { isText } from "./judge-terms";
import { documentBytesMax, keepDocument } from "./keep-document";
import { TrustedDocument } from "./trusted-document.entity";

for (const name of ["name", "document"])
  declareArgument(`Mutation.registerDocument.${name}`, {
    field: `TrustedDocument.${name}`,
    mention: "SELECT",
  });

const nameMax = 100;

/** Registers an operation, which from then on is sent as its digest. */
@Resolver()
export class RegisterDocument {
  @Extensions(openToAll)
  @Mutation(() => TrustedDocument, {
    nullable: true,
    description: "登记查询文档 Registers a document; from then on its digest may be sent instead.",
  })
  async registerDocument(
    @Arg("name", () => String, { description: "名称 What the portal calls it (≤ 100)." })
    name: string,
    @Arg("document", () => String, {
      description: "文档 One operation and its fragments, byte for byte (≤ 60,000 bytes).",
    })
    document: string,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    if (!isText(name, nameMax)) throw new HubError("BAD_USER_INPUT", { reason: "name" });
    if (Buffer.byteLength(document) > documentBytesMax)
      throw new HubError("DOCUMENT_TOO_LARGE", { limit: documentBytesMax });
    checkReadable(document, context);
    const { caller, person, clock, database } = context;
    const { organisationId } = caller;
    const registration = { organisationId, name, document, person, at: clock.now };
    const id = await database.transaction((transaction) => keepDocument(transaction, registration));
    return readOne(context, info, modelOf(TrustedDocument), "id", id);
  }
}

/** Analysed here, so that it need not be when it is asked. */
function checkReadable(document: string, context: HubContext): void {
  const asked = { document, operationName: null, variables: null };
  const { graph, caller } = context;
  const read = readDocument(asked, decidersOf(graph).schemas.of(caller).known());
  if (!("faults" in read)) return;
  const [fault] = read.faults;
  throw new HubError("BAD_USER_INPUT", { reason: fault?.en ?? "document" });
}

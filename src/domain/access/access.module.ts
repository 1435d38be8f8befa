import { connectionOf } from "../../graph/connection";
import type { DomainModule } from "../../graph/domain-module";
import { rootList, rootOne } from "../../graph/fields/root";
import { AccessGrant } from "./access-grant.entity";
import { AccessGrantEventEntity } from "./access-grant-event.entity";

const grants = connectionOf(AccessGrant);

/** Who may see what, and who saw what: grants, the access log, explanations. */
export const access: DomainModule = {
  name: "access",
  entities: [AccessGrant],
  tables: [AccessGrantEventEntity],
  resolvers: [
    rootList("accessGrants", grants, "数据授权列表 Grants."),
    rootOne("accessGrant", AccessGrant, [], "数据授权 One grant."),
  ],
};

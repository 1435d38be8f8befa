import { connectionOf } from "../../graph/connection";
import type { DomainModule } from "../../graph/domain-module";
import { rootList, rootOne } from "../../graph/fields/root";
import { AccessLogHeadEntity } from "../../access/log/tables/access-log-head.entity";
import { AccessLogSubjectEntity } from "../../access/log/tables/access-log-subject.entity";
import { AccessLogSubjectSetEntity } from "../../access/log/tables/access-log-subject-set.entity";
import { AccessGrant } from "./access-grant.entity";
import { AccessGrantEventEntity } from "./access-grant-event.entity";
import { AccessLogEntry } from "./access-log-entry.entity";
import { DeliveredField, DeniedMention } from "./access-log-values";
import { DataAccess } from "./data-access.entity";
import { AccessGrantHistoryResolver } from "./access-grant-history.resolver";
import { AnswerOnlyRegistered } from "./answer-only-registered";
import { RegisterDocument } from "./register-document";
import { RetireDocument } from "./retire-document";
import { TrustedDocument } from "./trusted-document.entity";
import { GrantHistoryEntry } from "./grant-history-entry";
import { GrantPreview, PreviewedCount, PreviewedField, PreviewedRows } from "./grant-preview";
import { GrantRefusal, GrantRefused } from "./grant-result";
import { PreviewGrantResolver } from "./preview-grant.resolver";
import { AcceptGrant } from "./accept-grant";
import { ApproveGrant } from "./approve-grant";
import { RequestGrant } from "./request-grant";
import { RevokeGrant } from "./revoke-grant";
import { ExplainAccessResolver } from "./explain-access.resolver";
import { AccessExplanation, DocumentFault, FieldExplanation, GrantBasis } from "./explanation";

const grants = connectionOf(AccessGrant);
const logEntries = connectionOf(AccessLogEntry);
const dataAccesses = connectionOf(DataAccess);
const documents = connectionOf(TrustedDocument);

/** Who may see what, who saw what, and who asks what: grants, the access log, documents. */
export const access: DomainModule = {
  name: "access",
  entities: [AccessGrant, AccessLogEntry, DataAccess, TrustedDocument],
  tables: [
    AccessGrantEventEntity,
    AccessLogHeadEntity,
    AccessLogSubjectEntity,
    AccessLogSubjectSetEntity,
  ],
  values: [
    GrantBasis,
    FieldExplanation,
    DocumentFault,
    AccessExplanation,
    GrantRefusal,
    GrantRefused,
    GrantHistoryEntry,
    PreviewedField,
    PreviewedCount,
    PreviewedRows,
    GrantPreview,
    DeliveredField,
    DeniedMention,
  ],
  resolvers: [
    ExplainAccessResolver,
    rootList("accessGrants", grants, "数据授权列表 Grants."),
    rootOne("accessGrant", AccessGrant, [], "数据授权 One grant."),
    AccessGrantHistoryResolver,
    PreviewGrantResolver,
    RequestGrant,
    ApproveGrant,
    AcceptGrant,
    RevokeGrant,
    rootList("trustedDocuments", documents, "登记的查询文档 Documents one has registered."),
    RegisterDocument,
    RetireDocument,
    AnswerOnlyRegistered,
    rootList("accessLog", logEntries, "访问日志 One's own operations, newest first."),
    rootList(
      "whoReadMyData",
      dataAccesses,
      "谁读取了我的数据 Who else read an insurer's or an enterprise's data, newest first.",
    ),
  ],
};

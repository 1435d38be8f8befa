import type { RowScope } from "../../access/row-scope";

/** What an organisation's portals ask is nobody else's business. */
export const trustedDocumentScope: RowScope = {
  authority: "nobody",
  insurer: "nobody",
  serviceAgency: "nobody",
  enterprise: "nobody",
  organisation: {
    where: "{t}.organisation_id = {organisation}",
    words: { zh: "本组织登记的查询文档", en: "documents the organisation has registered" },
  },
};

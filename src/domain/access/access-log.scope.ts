import type { RowScope } from "../../access/row-scope";

const nobody = {
  authority: "nobody",
  insurer: "nobody",
  serviceAgency: "nobody",
  enterprise: "nobody",
} as const;

/** An organisation's own entries, whoever it is; an auditor's are its own as well. */
export const accessLogScope: RowScope = {
  ...nobody,
  organisation: {
    where: "{t}.organisation_id = {organisation}",
    words: { zh: "本组织自己的访问日志", en: "the organisation's own entries" },
  },
};

/** Entries about an insurer's or an enterprise's own data, made by others. */
const aboutItself = {
  where:
    "{t}.subjects_digest IN (SELECT s.digest FROM access_log_subject s WHERE s.subject_id = {id}) " +
    "AND {t}.registry_id <> {id}",
  words: {
    zh: "其他组织读取本机构（单位）数据的日志",
    en: "entries of other organisations about its own data",
  },
};

export const dataAccessScope: RowScope = {
  ...nobody,
  insurer: aboutItself,
  enterprise: aboutItself,
};

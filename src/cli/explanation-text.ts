import type { Caller } from "../access/caller";
import { AccessVerdict, type AccessExplanation } from "../domain/access/explanation";
import type { Plain } from "../domain/supervision/plain";

type Explanation = Plain<AccessExplanation>;
type Explained = Explanation["fields"][number];

const verdicts: Record<AccessVerdict, string> = {
  VISIBLE: "可用 visible",
  MASKED: "脱敏 masked",
  MASKED_IN_PART: "部分脱敏 masked in part",
  AGGREGATE_ONLY: "仅汇总 aggregate only",
  DENIED: "拒绝 denied",
};

/** An explanation for a person at a terminal: a table, and below it rows and who grants more. */
export function explanationText(explanation: Explanation, caller: Caller): string {
  const { fields, faults, allowed, policyVersion, openVariables } = explanation;
  const head = [
    `组织 Organisation      ${caller.organisationCode} ${caller.organisationName} (${caller.type})`,
    `策略版本 Policy        ${policyVersion}`,
    `结论 Verdict           ${allowed ? "允许 allowed" : "拒绝 rejected"}`,
  ];
  const faulty = faults.map(({ code, zh, en, line, column }) => {
    const place = line === null ? "" : ` (${String(line)}:${String(column)})`;
    return `${code}${place} ${zh} / ${en}`;
  });
  const open = openVariables.map(
    (name) => `变量 $${name} 未给出值，其内容未作说明 / $${name} has no value and is not explained`,
  );
  const parts = [head, faulty, tableOf(fields), rowsOf(fields), grantersOf(fields), open];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function tableOf(fields: readonly Explained[]): string[] {
  if (fields.length === 0) return [];
  const rows = fields.map(({ field, mention, verdict, allowed, label, labelName, ...rest }) => [
    allowed ? "" : "x",
    verdicts[verdict],
    field,
    mention,
    `${labelName.zh} ${label}`,
    String(rest.level),
    rest.right === "NOTHING" ? "-" : rest.right,
    rest.legalBasis,
    rest.grants.map(({ id, validTo }) => (validTo ? `${id} → ${validTo}` : id)).join(" "),
  ]);
  const titles = ["结论 verdict", "字段 field", "用法 use", "标签 label", "级", "权"];
  return aligned([["", ...titles, "依据 basis", "授权 grants"], ...rows]);
}

/** The rows of each type, once for each way in which they are limited. */
function rowsOf(fields: readonly Explained[]): string[] {
  const lines = fields.flatMap(({ field, rows, plainRows }) => {
    if (!rows) return [];
    const [type = ""] = field.split(".");
    const where = /^(?:Query|Mutation|Subscription)$/.test(type) ? field : type;
    const plain = plainRows ? [`${field} 未脱敏 plain: ${plainRows.zh} / ${plainRows.en}`] : [];
    return [`${where}: ${rows.zh} / ${rows.en}`, ...plain];
  });
  return lines.length ? ["数据范围 Rows", ...new Set(lines)] : [];
}

function grantersOf(fields: readonly Explained[]): string[] {
  const lines = fields
    .filter(({ verdict }) => verdict !== AccessVerdict.VISIBLE)
    .map(({ label, labelName, grantedBy, granters, callers }) => {
      if (callers) return `仅限以下类型调用 only organisations of type: ${callers.join(", ")}`;
      const known = granters.length ? granters.join(", ") : "—";
      return `${labelName.zh} ${label}: ${grantedBy} (${known})`;
    });
  return lines.length ? ["可授权方 Who can grant more", ...new Set(lines)] : [];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** Columns on a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, c) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/u.test(c) ? 2 : 1), 0);
}

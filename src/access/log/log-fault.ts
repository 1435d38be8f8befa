/** What is wrong with a log. Numbers are those of the entries. */
export type LogFault =
  | { readonly kind: "ALTERED"; readonly seq: number }
  | { readonly kind: "MISSING"; readonly from: number; readonly to: number }
  | { readonly kind: "TRUNCATED"; readonly from: number; readonly to: number }
  | { readonly kind: "INSERTED"; readonly seq: number }
  | { readonly kind: "MOVED"; readonly seq: number; readonly from: number }
  | { readonly kind: "UNKNOWN_KEY"; readonly seq: number }
  | { readonly kind: "RESTARTED"; readonly seq: number }
  | { readonly kind: "HEAD"; readonly seq: number }
  | { readonly kind: "NO_HEAD"; readonly entries: number }
  | { readonly kind: "ROLLED_BACK"; readonly seq: number; readonly place: string }
  | { readonly kind: "SUBJECTS_ALTERED"; readonly seq: number; readonly digest: string }
  | { readonly kind: "SUBJECTS_MISSING"; readonly seq: number; readonly digest: string }
  | { readonly kind: "SUBJECT_INDEX"; readonly digest: string };

/** The fault in words, in Chinese and in English. */
export function faultWords(fault: LogFault): string {
  switch (fault.kind) {
    case "ALTERED":
      return `#${fault.seq}: 内容或哈希被改动，或条目系插入 was altered or put in`;
    case "MISSING":
      return `#${fault.from}–#${fault.to}: 条目被删除 entries were removed`;
    case "TRUNCATED":
      return `#${fault.from}–#${fault.to}: 末尾条目被截去 entries were cut off at the end`;
    case "INSERTED":
      return `#${fault.seq}: 条目是插入的 the entry was put in`;
    case "MOVED":
      return `#${fault.seq}: 条目原在 #${fault.from} the entry was at #${fault.from}`;
    case "UNKNOWN_KEY":
      return `#${fault.seq}: 起用的密钥未知，无法验证 under a key that was not given, from here on`;
    case "RESTARTED":
      return `#${fault.seq}: 日志在无法验证的日志头之后续写 the log went on from a head that could not be verified`;
    case "HEAD":
      return `日志头（#${fault.seq}）被改动 the head (#${fault.seq}) was altered`;
    case "NO_HEAD":
      return `日志头被删除 the head was removed (${fault.entries} entries)`;
    case "ROLLED_BACK":
      return `#${fault.seq}: ${fault.place} 记录的条目已不在数据库 the database no longer holds what ${fault.place} noted`;
    case "SUBJECTS_ALTERED":
      return `#${fault.seq}: 数据主体集合 ${fault.digest} 被改动 the set of subjects was altered`;
    case "SUBJECTS_MISSING":
      return `#${fault.seq}: 数据主体集合 ${fault.digest} 被删除 the set of subjects was removed`;
    case "SUBJECT_INDEX":
      return `数据主体索引与集合 ${fault.digest} 不符 the index of subjects does not fit the set`;
  }
}

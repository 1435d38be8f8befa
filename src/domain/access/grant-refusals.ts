/**
 * The closed list of reasons for which an act on a grant is refused. A reason says nothing about
 * rows: ids of enterprises and claims are taken as they are, whether there is such a row or not.
 */
export const grantRefusals = {
  RECEIVER_UNKNOWN: {
    zh: "没有该代码的组织，或该组织已停用",
    en: "No active organisation has this code",
  },
  RECEIVER_NOT_YOURS: {
    zh: "只能为本组织申请授权，或由数据主管部门对其辖区内的组织提出",
    en: "Ask for your own organisation, or as an owner of the data for one of your jurisdiction",
  },
  SUBJECT_NOT_ONE: {
    zh: "应当且仅应当填写数据标签与单个字段之一",
    en: "Name exactly one of label and field",
  },
  FIELD_UNKNOWN: { zh: "没有该字段", en: "There is no such field" },
  FIELD_NOT_GRANTABLE: {
    zh: "标识、入口字段和公开字段不能单独授权",
    en: "Ids, entry fields and public fields are not granted one by one",
  },
  LABEL_PUBLIC: {
    zh: "公开信息人人可见，不作授权",
    en: "Public data are for everybody and are not granted",
  },
  RIGHT_UNFIT: {
    zh: "扩大授权须给予权限；收窄授权须留下少于读写的权限",
    en: "Widening gives a right; narrowing leaves less than reading and writing",
  },
  NOT_MASKABLE: {
    zh: "所涉字段不能脱敏，不能只授予脱敏读取",
    en: "Not every field concerned can be masked",
  },
  ROWS_MALFORMED: {
    zh: "行范围的值不符合其类型：行政区划为 2、4、6 或 9 位数字，行业为其代码，其余为标识；OWN 不填",
    en: "The value does not fit the kind of rows: 2, 4, 6 or 9 digits, a sector, an id; none for OWN",
  },
  ROWS_OF_WRITING: {
    zh: "报送权限不能限定行范围，只能按 OWN 给予或收回",
    en: "The right to submit is not limited to some rows: give it or take it with OWN",
  },
  TEXT_UNFIT: {
    zh: "文字不得为空、过长或含非法字符",
    en: "The text is empty, too long or not valid",
  },
  PERIOD_UNFIT: {
    zh: "期限不正确：扩大授权须有失效时间，最长 366 天；失效须晚于生效和现在，生效不晚于一年内",
    en: "The period does not fit: widening ends within 366 days; it ends after it begins and after now",
  },
  NOT_OWNER: {
    zh: "本组织不是该类数据的主管部门",
    en: "Your organisation is not of the type that owns this class of data",
  },
  OWNER_IS_RECEIVER: {
    zh: "主管部门不能给自己授权，须由另一组织批准",
    en: "An owner does not grant to itself: another organisation has to approve",
  },
  OWNER_REGION: {
    zh: "被授权组织或所授地区不在本组织辖区之内",
    en: "The receiver or the granted region lies outside your jurisdiction",
  },
  OWNER_SECTOR: {
    zh: "所授行业不在本组织监管范围之内",
    en: "The granted rows lie outside the sectors you supervise",
  },
  OWNER_RIGHT: {
    zh: "不能授予超出本组织自身所有的权限",
    en: "Nobody grants more than it may do itself",
  },
  NARROW_BY_OWNER: {
    zh: "收窄由数据主管部门决定",
    en: "Narrowing is decided by an owner of the data",
  },
  SAME_PERSON: {
    zh: "授予方与接收方须由不同的人办理",
    en: "The two sides of a grant need two different persons",
  },
  TOO_MANY_OPEN: {
    zh: "对该组织未了结的授权过多，请先撤销不再需要的",
    en: "Too many grants to this organisation are open: revoke those no longer needed",
  },
  GRANT_UNKNOWN: { zh: "没有该授权", en: "There is no such grant" },
  NOT_RECEIVER: { zh: "只有被授权组织可以接收", en: "Only the receiver accepts a grant" },
  ACCEPTANCE_NOT_NEEDED: {
    zh: "收窄不需要接收确认",
    en: "A narrowing needs no acceptance",
  },
  NOT_YOURS_TO_REVOKE: {
    zh: "收窄只能由作出决定的主管部门或其上级撤销",
    en: "A narrowing is lifted by the owner who decided it, or by one above",
  },
  GRANT_APPROVED: {
    zh: "该授权已由另一组织批准",
    en: "Another organisation has approved this grant already",
  },
  GRANT_REVOKED: { zh: "该授权已撤销", en: "The grant was revoked" },
  GRANT_EXPIRED: { zh: "该授权已失效", en: "The grant has expired" },
} as const satisfies Record<string, { zh: string; en: string }>;

export type GrantRefusalCode = keyof typeof grantRefusals;

/** Why an act is refused, and which part of its input that is about. */
export interface GrantReason {
  readonly code: GrantRefusalCode;
  readonly zh: string;
  readonly en: string;
  readonly at: string;
}

/** A reason with its words. */
export function reasonFor(code: GrantRefusalCode, at: string): GrantReason {
  return { code, ...grantRefusals[code], at };
}

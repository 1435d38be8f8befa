/**
 * The one closed list of error codes. Each entry says which HTTP status it has and, in Chinese and
 * in English, what is wrong and what to do about it. `{name}` stands for a detail that whoever
 * raises the error has to give; HubError does not compile without it.
 */
export const errorCodes = {
  UNAUTHENTICATED: {
    status: 401,
    zh: "访问令牌无效（{reason}），请重新获取令牌后再试",
    en: "The access token was refused ({reason}); obtain a new token and try again",
  },
  TOKEN_EXPIRED: {
    status: 401,
    zh: "访问令牌已过期，请重新获取令牌后再试",
    en: "The access token has expired; obtain a new token and try again",
  },
  IDENTITY_UNAVAILABLE: {
    status: 503,
    zh: "暂时无法取得身份认证服务的公钥，请稍后重试",
    en: "The keys of the identity provider cannot be read at the moment; try again later",
  },
  FORBIDDEN: {
    status: 403,
    zh: "无权以 {mention} 方式使用 {field}，请删去该项或申请授权",
    en: "You may not use {field} as {mention}; leave it out or ask for a grant",
  },
  BAD_REQUEST_JSON: {
    status: 400,
    zh: "请求正文不是合法的 JSON 对象，请检查格式",
    en: "The request body is not a valid JSON object; check its format",
  },
  BAD_REQUEST_CONTENT_TYPE: {
    status: 415,
    zh: "不支持的内容类型，请使用 Content-Type: application/json",
    en: "The content type is not supported; send Content-Type: application/json",
  },
  BODY_TOO_LARGE: {
    status: 413,
    zh: "请求正文超过 {limit} 字节，请缩小或分批发送",
    en: "The request body is larger than {limit} bytes; make it smaller or send it in parts",
  },
  DOCUMENT_TOO_LARGE: {
    status: 400,
    zh: "查询文档过大（上限 {limit}），请拆分查询",
    en: "The query document is too large (limit {limit}); split the query",
  },
  DOCUMENT_TOO_DEEP: {
    status: 400,
    zh: "查询嵌套超过 {limit} 层，请减少层数",
    en: "The query is nested deeper than {limit} levels; use fewer levels",
  },
  DOCUMENT_TOO_EXPENSIVE: {
    status: 400,
    zh: "查询开销 {cost} 超过上限 {limit}，其中 {place} 占 {part}：请减少该处的每页条数、层数，或收窄条件",
    en: "The query costs {cost} (limit {limit}), {place} alone {part}: ask there for smaller pages or fewer levels",
  },
  QUERY_TOO_SLOW: {
    status: 400,
    zh: "查询超过 {limit} 秒未完成，请按地区、时间收窄条件或减少每页条数",
    en: "The query did not finish within {limit} s; narrow it by region or time, or ask for smaller pages",
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    zh: "本机构同时进行的请求过多，请在 {retryAfterSeconds} 秒后重试",
    en: "Your organisation has too many requests on their way; try again in {retryAfterSeconds} s",
  },
  BUDGET_EXHAUSTED: {
    status: 429,
    zh: "本机构的查询额度（每秒 {perSecond}）已用完，本次需 {cost}，请在 {retryAfterSeconds} 秒后重试",
    en: "Your budget ({perSecond} per second) is used up and this query costs {cost}; try again in {retryAfterSeconds} s",
  },
  TOO_MANY_ALIASES: {
    status: 400,
    zh: "查询别名超过 {limit} 个，请拆分查询",
    en: "The query has more than {limit} aliases; split the query",
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 404,
    zh: "没有登记过该摘要的查询文档，请发送文档本身或先行登记（registerDocument）",
    en: "No document of this digest is registered; send the document itself, or register it (registerDocument)",
  },
  DOCUMENT_NOT_REGISTERED: {
    status: 403,
    zh: "本组织仅应答已登记的查询文档，请先由管理员登记（hub document register）",
    en: "Only registered documents of your organisation are answered; have it registered (hub document register)",
  },
  UNSAFE_NAME: {
    status: 400,
    zh: "名称 {name} 不可用作别名或变量名，请改名",
    en: "The name {name} cannot be used for an alias or a variable; choose another",
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    zh: "查询文档无法解析：{reason}",
    en: "The query document cannot be parsed: {reason}",
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    zh: "查询不符合接口定义：{reason}",
    en: "The query does not fit the schema: {reason}",
  },
  OPERATION_NOT_FOUND: {
    status: 400,
    zh: "找不到要执行的操作，请检查 operationName",
    en: "The operation to run was not found; check operationName",
  },
  BAD_USER_INPUT: {
    status: 400,
    zh: "输入不正确：{reason}",
    en: "The input is not acceptable: {reason}",
  },
  BAD_ID: {
    status: 400,
    zh: "标识格式不正确，应为三个字母、下划线和 20 个字符",
    en: "The id is malformed; it is three letters, an underscore and 20 characters",
  },
  BAD_CURSOR: {
    status: 400,
    zh: "游标无效或与本次查询不符，请从第一页重新开始",
    en: "The cursor is invalid or belongs to another query; start again from the first page",
  },
  BAD_PAGE: {
    status: 400,
    zh: "分页参数不正确：每页 1 至 {limit} 条，first 与 last 只能用其一",
    en: "The page is not acceptable: 1 to {limit} items, either first or last",
  },
  TOO_MANY_GROUPS: {
    status: 400,
    zh: "分组多于 {limit} 个，请减少分组字段、使用更粗的步长或缩小筛选范围",
    en: "There are more than {limit} groups; group by fewer fields, in coarser steps, or filter more",
  },
  TOO_MANY_CONTRIBUTIONS: {
    status: 400,
    zh: "仅可统计使用的字段一次最多汇总 {limit} 条记录，请缩小筛选范围或申请授权",
    en: "Of fields you hold for aggregates only, at most {limit} rows are summed up at once; filter more, or ask for a grant",
  },
  NULL_FILTER: {
    status: 400,
    zh: "筛选条件 {place} 不能为 null；不筛选请省略，按空值筛选请用 isNull",
    en: "The filter {place} cannot be null; leave it out for no filter, use isNull for no value",
  },
  BAD_FILTER: {
    status: 400,
    zh: "筛选条件 {place} 不正确，应为：{reason}",
    en: "The filter {place} is not acceptable; it must be: {reason}",
  },
  FILTER_TOO_LARGE: {
    status: 400,
    zh: "{place} 超过上限 {limit}，请减少条件、层数或取值",
    en: "{place} exceeds {limit}; use fewer conditions, levels or values",
  },
  BAD_NUMBER: {
    status: 400,
    zh: "数字写法不明确：不得使用指数或负零，请写出全部数字",
    en: "The number is ambiguous: write its digits, with no exponent and no -0",
  },
  BAD_AMOUNT: {
    status: 400,
    zh: "金额格式不正确，应为以分为单位的整数字符串",
    en: "The amount is malformed; it is a string of digits, in fen",
  },
  BAD_DATE: {
    status: 400,
    zh: "日期格式不正确，应为真实存在的 YYYY-MM-DD",
    en: "The date is malformed; it is an existing day, YYYY-MM-DD",
  },
  BAD_INSTANT: {
    status: 400,
    zh: "时间格式不正确，应为带时区的 RFC 3339 时间",
    en: "The time is malformed; it is an RFC 3339 time with an offset",
  },
  BAD_USCC: {
    status: 400,
    zh: "统一社会信用代码不正确，应为 18 位且校验位相符",
    en: "The unified social credit code is wrong; it has 18 characters and a check character",
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    zh: "不支持该请求方法，请使用 {allowed}",
    en: "The method is not allowed here; use {allowed}",
  },
  NOT_FOUND: {
    status: 404,
    zh: "请求的地址或对象不存在，请检查后再试",
    en: "There is nothing under this address or id; check it and try again",
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    zh: "数据库暂时不可用，请稍后重试",
    en: "The database is not available at the moment; try again later",
  },
  OVERLOADED: {
    status: 503,
    zh: "系统繁忙，请稍后重试",
    en: "The hub is busy; try again later",
  },
  SUBGRAPH_SIGNATURE_INVALID: {
    status: 401,
    zh: "子图只接受网关签名的请求，请经由网关访问",
    en: "A subgraph answers only requests signed by the gateway; go through the gateway",
  },
  POLICY_CHANGED: {
    status: 503,
    zh: "授权刚刚变更，请重新发送请求",
    en: "Rights changed a moment ago; send the request again",
  },
  AUDIT_UNAVAILABLE: {
    status: 503,
    zh: "暂时无法写入访问日志，三级及以上数据不予提供，请稍后重试",
    en: "The access log cannot be written at the moment, so no data of level 3 or 4 are served; try again later",
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 503,
    zh: "提供该数据的子图暂时不可用，请稍后重试",
    en: "The subgraph that holds these data cannot be reached at the moment; try again later",
  },
  INTERNAL: {
    status: 500,
    zh: "系统内部错误，请凭编号 {errorId} 联系管理员",
    en: "Something went wrong in the hub; give the number {errorId} to its operators",
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

export type ErrorCode = keyof typeof errorCodes;

interface ErrorDefinition {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 500 | 503;
  readonly zh: string;
  readonly en: string;
}

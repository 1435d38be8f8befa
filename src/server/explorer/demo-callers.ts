/**
 * The demo organisations one is offered to look through the eyes of, the most telling first:
 * `npm start` prints tokens of the first five, the explorer page offers all.
 */
export const demoCallers = [
  { code: "DEMO-EM-34", what: "省应急管理厅 provincial emergency bureau" },
  { code: "DEMO-EM-340104", what: "县（区）应急管理局 county emergency bureau" },
  { code: "DEMO-FI-34", what: "金融监管局 financial regulator" },
  { code: "DEMO-LF-34", what: "地方金融管理局 local finance bureau" },
  { code: "DEMO-IN-A", what: "保险机构 insurer" },
  { code: "DEMO-SR-34", what: "行业主管部门 sector regulator" },
  { code: "DEMO-SA-1", what: "技术服务机构 service agency" },
  { code: "DEMO-EN-1", what: "投保单位 enterprise" },
  { code: "DEMO-AS-34", what: "行业协会 association" },
  { code: "DEMO-AU-34", what: "审计 auditor" },
] as const;

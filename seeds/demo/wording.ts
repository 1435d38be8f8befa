import type { EnterpriseStory, PolicyStory, ServiceStory } from "./story";

/*
 * The words and figures that follow from a story, in one place because rows and records must
 * say the same.
 */

/** Invented, as the enterprise is. */
export function addressOf({ countyName, index }: EnterpriseStory): string {
  return `${countyName}演示路${(index % 900) + 1}号（演示地址）`;
}

/** Persons insured × limit per person, in fen: what the rate is stated on. */
export function sumInsured({ limitPerPerson, insuredCount }: PolicyStory): number {
  return limitPerPerson * insuredCount;
}

export const planTexts = {
  measures: "现场排查、集中培训、应急演练相结合，发现隐患跟踪整改",
  goals: "一般隐患按期整改率 100%，重大隐患及时告知、及时上报",
  safeguards: "专人负责，专家到场，费用专款专用、据实列支",
} as const;

const measuresOfItem: Readonly<Record<string, string>> = {
  "01": "开展安全生产宣传教育培训，课后测验并反馈效果",
  "02": "辨识安全风险，分级列出管控措施",
  "03": "按检查表逐项排查事故隐患，当场反馈",
  "05": "组织应急疏散演练，演练安全出口、疏散路线和响应指令",
};

/** What was done and how it went. */
export function serviceTexts(
  { item, attendees, hazards, report }: ServiceStory,
  { name }: EnterpriseStory,
): { readonly measures: string; readonly process: string } {
  const found = hazards.length > 0 ? `发现隐患 ${hazards.length} 项` : "未发现隐患";
  const outcome = item === "03" ? `，${found}` : "";
  return {
    measures: measuresOfItem[item] ?? "提供安全生产技术服务",
    process: report ?? `在${name}，${attendees} 人参加${outcome}，双方负责人现场确认`,
  };
}

/** What the enterprise said when it was asked back. */
export function opinionOf({ satisfaction }: ServiceStory): string {
  return satisfaction >= 4 ? "服务到位，讲解清楚" : "基本满意，希望增加现场指导时间";
}

/** What was practised in a drill (item 05). */
export function drillTopics({ item }: ServiceStory): readonly string[] | null {
  return item === "05" ? ["EXITS", "EVACUATION", "RESPONSE"] : null;
}

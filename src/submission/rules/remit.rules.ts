import type { Caller } from "../../access/caller";
import type { RecordJson } from "../fields/record-input";
import type { RecordType } from "../record-type";
import type { Rule } from "../rule";
import { Severity } from "../severity";

/** An authority's remit, and where the records it sends belong; absent: it is limited to nothing. */
export interface RemitSubject {
  readonly regionPrefix: string;
  readonly sectors: readonly string[] | "ALL";
  readonly places: readonly {
    readonly regionPath: string;
    readonly region: string | null;
    readonly sectorPath: string;
    readonly sector: string | null;
  }[];
}

const places = (region: string | null, sector: string | null): RemitSubject["places"] => [
  { regionPath: "$.records[0].regionCode", region, sectorPath: "$.records[0].sector", sector },
];
const county: RemitSubject = {
  regionPrefix: "340104",
  sectors: ["FIREWORKS"],
  places: places("340104", "FIREWORKS"),
};

/** An authority writes about its own regions and sectors: what lies beyond is another's to state. */
export const withinRemit: Rule<RemitSubject> = {
  id: "SUB-07",
  severity: Severity.REFUSE,
  legalBasis: "皖应急安责险通知第四条",
  zh: "记录所属的行政区域或行业不在本部门管辖范围内，整批未处理",
  en: "A record belongs to a region or sector outside this authority's remit; nothing was processed",
  breaches: ({ regionPrefix, sectors, places: all }) =>
    all.flatMap(({ region, sector, regionPath, sectorPath }) => [
      ...(region === null || region.startsWith(regionPrefix) ? [] : [regionPath]),
      ...(sector === null || sectors === "ALL" || sectors.includes(sector) ? [] : [sectorPath]),
    ]),
  examples: {
    meet: [
      ["its own county and sector", county],
      ["a township of it", { ...county, places: places("340104001", "FIREWORKS") }],
      ["every sector", { ...county, sectors: "ALL", places: places("340104", "FISHERY") }],
      ["a record that does not say", { ...county, places: places(null, null) }],
    ],
    break: [
      ["the next county", { ...county, places: places("340103", "FIREWORKS") }],
      ["the city above it", { ...county, places: places("3401", "FIREWORKS") }],
      ["another sector", { ...county, places: places("340104", "FISHERY") }],
    ],
  },
};

/** Where the records of a submission say they belong; parties are limited otherwise. */
export function remitSubjectOf(
  type: RecordType,
  caller: Caller,
  records: readonly RecordJson[],
): RemitSubject {
  const { regionPrefix, sectors } = caller;
  const { region, sector } = type.remit ?? { region: null, sector: null };
  const isAuthority = !["INSURER", "SERVICE_AGENCY", "ENTERPRISE"].includes(caller.type);
  const stated = isAuthority && type.remit ? records : [];
  const valueOf = (record: RecordJson, name: string | null): string | null => {
    const value = name === null ? null : record[name];
    return typeof value === "string" ? value : null;
  };
  return {
    regionPrefix,
    sectors,
    places: stated.map((record, n) => ({
      regionPath: `$.records[${String(n)}].${region ?? ""}`,
      region: valueOf(record, region),
      sectorPath: `$.records[${String(n)}].${sector ?? ""}`,
      sector: valueOf(record, sector),
    })),
  };
}

import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { between, countMax } from "../../submission/rules/value.rules";
import { Severity } from "../../submission/severity";
import { Datum } from "./datum";
import { EnterpriseRecordInput, type EnterpriseStatement } from "./enterprise.record-input";
import { exampleUscc, validUscc } from "./identifiers/uscc.rules";
import { isIndustryCode } from "./industry-code";
import { OperatingStatus } from "./operating-status";
import { Sector } from "./sector";

/** An enterprise that meets every rule. */
export const exampleEnterprise: EnterpriseStatement = {
  sourceKey: "E-2026-0001",
  uscc: exampleUscc,
  asOf: "2026-05-31",
  name: "某化工有限公司",
  regionCode: "340104",
  address: "某路1号",
  sector: Sector.HAZARDOUS_CHEMICALS,
  industryCode: "C2611",
  headcount: 50,
  operatingStatus: OperatingStatus.OPERATING,
};
const enterprise = (change: Partial<EnterpriseStatement>): EnterpriseStatement => ({
  ...exampleEnterprise,
  ...change,
});

const listedIndustry: Rule<EnterpriseStatement> = {
  id: "ENT-04",
  severity: Severity.REJECT,
  legalBasis: "皖应急安责险通知第一条；GB/T 4754-2017",
  zh: "行业代码不在 GB/T 4754 的门类和大类之中",
  en: "The industry code is in no section and division of GB/T 4754",
  breaches: ({ industryCode }) =>
    industryCode == null || isIndustryCode(industryCode) ? [] : ["$.industryCode"],
  examples: {
    meet: [
      ["a class", enterprise({ industryCode: "C2672" })],
      ["a division only", enterprise({ industryCode: "C13" })],
      ["the last division of manufacturing", enterprise({ industryCode: "C43" })],
    ],
    break: [
      ["a division of another section", enterprise({ industryCode: "C44" })],
      ["the one before manufacturing", enterprise({ industryCode: "C12" })],
      ["no section", enterprise({ industryCode: "2672" })],
      ["no such section", enterprise({ industryCode: "U98" })],
      ["a letter too many", enterprise({ industryCode: "C2672A" })],
    ],
  },
};

const miningSectors = new Set<unknown>([Sector.COAL_MINE, Sector.NON_COAL_MINE]);

/**
 * The sector never follows from the industry, but two of them cannot be: what digs is mining, and
 * coal is no other mineral. The law does not say so in these words, hence it is to be explained.
 */
const sectorOfIndustry: Rule<EnterpriseStatement> = {
  id: "ENT-04",
  severity: Severity.EXPLAIN,
  legalBasis: "皖应急安责险通知第一条",
  zh: "行业领域与行业代码相矛盾（矿山应为采矿业；煤矿与非煤矿山不应互换），请说明",
  en: "Sector and industry contradict each other (mines are of section B, coal mines of coal)",
  breaches: ({ sector, industryCode }) => {
    if (!miningSectors.has(sector) || !industryCode) return [];
    const coal = industryCode.startsWith("B06");
    const right = sector === Sector.COAL_MINE ? coal || industryCode.startsWith("B11") : !coal;
    return industryCode.startsWith("B") && right ? [] : ["$.sector"];
  },
  examples: {
    meet: [
      ["a coal mine", enterprise({ sector: Sector.COAL_MINE, industryCode: "B0610" })],
      ["an ore mine", enterprise({ sector: Sector.NON_COAL_MINE, industryCode: "B0810" })],
      ["chemicals anywhere", enterprise({ industryCode: "F5169" })],
    ],
    break: [
      ["a mine that makes things", enterprise({ sector: Sector.NON_COAL_MINE })],
      [
        "coal as another mineral",
        enterprise({ sector: Sector.NON_COAL_MINE, industryCode: "B06" }),
      ],
      ["ore as coal", enterprise({ sector: Sector.COAL_MINE, industryCode: "B0810" })],
    ],
  },
};

const right = { lat: "31.861100", lon: "117.285700" };

const positionWithDatum: Rule<EnterpriseStatement> = {
  id: "ENT-10",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "坐标须经纬度齐全、在取值范围内，并注明坐标基准",
  en: "A position has latitude and longitude within their ranges, and declares its datum",
  breaches: ({ lat, lon, datum }) => {
    if (lat == null && lon == null) return datum == null ? [] : ["$.lat", "$.lon"];
    return [
      ...(lat != null && Math.abs(Number(lat)) <= 90 ? [] : ["$.lat"]),
      ...(lon != null && Math.abs(Number(lon)) <= 180 ? [] : ["$.lon"]),
      ...(datum == null ? ["$.datum"] : []),
    ];
  },
  examples: {
    meet: [
      ["no position", enterprise({})],
      ["with datum", enterprise({ ...right, datum: Datum.CGCS2000 })],
      ["at the pole", enterprise({ ...right, lat: "90", datum: Datum.WGS84 })],
    ],
    break: [
      ["no datum", enterprise(right)],
      ["a datum of nothing", enterprise({ datum: Datum.CGCS2000 })],
      ["no longitude", enterprise({ lat: "31.8611", datum: Datum.CGCS2000 })],
      ["beyond the pole", enterprise({ ...right, lat: "90.000001", datum: Datum.CGCS2000 })],
      ["beyond the date line", enterprise({ ...right, lon: "-180.000001", datum: Datum.GCJ02 })],
    ],
  },
};

/** What an enterprise is judged by when it arrives. That its region exists is a reference. */
export const enterpriseRules: readonly Rule<EnterpriseStatement>[] = [
  requiredFields("SUB-20", EnterpriseRecordInput, exampleEnterprise, "ENG"),
  validUscc("ENT-01", "uscc", exampleEnterprise),
  listedIndustry,
  sectorOfIndustry,
  positionWithDatum,
  between(exampleEnterprise, "headcount", 0, countMax),
  between(exampleEnterprise, "standardisationGrade", 1, 3),
];

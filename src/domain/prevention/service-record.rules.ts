import { instantFromDatabase } from "../../database/calendar";
import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { Severity } from "../../submission/severity";
import { validUscc } from "../registry/identifiers/uscc.rules";
import { describedEvidence } from "./evidence.rules";
import { ServiceMode } from "./service-mode";
import {
  ServiceRecordRecordInput,
  type ServiceRecordStatement,
} from "./service-record.record-input";
import { ServiceStatus } from "./service-status";

/** A service that meets every rule. */
export const exampleService: ServiceRecordStatement = {
  sourceKey: "SR-2026-0001",
  planKey: "SP-2026-0001",
  policyKey: "P-2026-0001",
  item: "03",
  mode: ServiceMode.ONSITE,
  startedAt: "2026-06-01T00:00:00.000000Z",
  endedAt: "2026-06-01T03:00:00.000000Z",
  place: "某路1号",
  persons: ["王工"],
  process: "查看现场，核对台账",
  costFen: "300000",
  status: ServiceStatus.DONE,
};
const service = (change: Partial<ServiceRecordStatement>): ServiceRecordStatement => ({
  ...exampleService,
  ...change,
});

/** A service that was not given yet, or never was, has no end, place or persons. */
function isGiven({ status }: ServiceRecordStatement): boolean {
  return status !== ServiceStatus.PLANNED && status !== ServiceStatus.CANCELLED;
}

const sixElements: Rule<ServiceRecordStatement> = {
  id: "SVR-01",
  severity: Severity.REJECT,
  legalBasis: "皖应急安责险通知第二条；AQ 9010-2019",
  zh: "服务记录须具备项目、投保单位（保单）、日期、地点、人员、起止时间六要素",
  en: "A service states item, enterprise (by its policy), date, place, persons, start and end",
  breaches: (record) => {
    const always = (["item", "policyKey", "startedAt"] as const).filter((name) => !record[name]);
    const place = !record.place?.trim() && record.mode === ServiceMode.ONSITE ? ["place"] : [];
    const end = record.endedAt ? [] : ["endedAt"];
    const persons = record.persons?.length || record.expertKeys?.length ? [] : ["persons"];
    const missing = isGiven(record) ? [...always, ...place, ...end, ...persons] : always;
    return missing.map((name) => `$.${name}`);
  },
  examples: {
    meet: [
      ["all six", service({})],
      ["remote, without a place", service({ mode: ServiceMode.REMOTE, place: null })],
      ["experts instead of names", service({ persons: null, expertKeys: ["E-1"] })],
      ["planned", service({ status: ServiceStatus.PLANNED, endedAt: null, persons: null })],
    ],
    break: [
      ["no item", service({ item: null })],
      ["no policy", service({ policyKey: "" })],
      ["no start", service({ startedAt: null })],
      ["no end", service({ endedAt: null })],
      ["on site, without a place", service({ place: null })],
      ["nobody", service({ persons: [] })],
      ["planned for no day", service({ status: ServiceStatus.PLANNED, startedAt: null })],
    ],
  },
};

const serviceHoursMax = 16;
const hourMs = 3_600_000;

const plausibleTimes: Rule<ServiceRecordStatement> = {
  id: "SVR-03",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: `开始须早于结束，结束不得晚于现在，时长不超过 ${serviceHoursMax} 小时`,
  en: `Start before end, end not after now, at most ${serviceHoursMax} hours`,
  breaches: (record, { clock }) => {
    const { startedAt, endedAt } = record;
    if (!startedAt || !endedAt || !isGiven(record)) return [];
    const paths: string[] = [];
    if (startedAt >= endedAt) paths.push("$.startedAt");
    if (endedAt > instantFromDatabase(clock.now)) paths.push("$.endedAt");
    else if (isLonger(startedAt, endedAt)) paths.push("$.endedAt");
    return paths;
  },
  examples: {
    meet: [
      ["ends now", service({ endedAt: "2026-06-01T04:00:00.000000Z" })],
      ["16 hours", service({ startedAt: "2026-05-31T11:00:00.000000Z" })],
      [
        "planned for later",
        service({ status: ServiceStatus.PLANNED, startedAt: "2026-07-01T00:00:00.000000Z" }),
      ],
    ],
    break: [
      ["ends when it starts", service({ endedAt: exampleService.startedAt ?? null })],
      ["ends after now", service({ endedAt: "2026-06-01T04:00:00.000001Z" })],
      ["over 16 hours", service({ startedAt: "2026-05-31T10:59:59.999999Z" })],
    ],
  },
};

/** What a service record is judged by when it arrives. */
export const serviceRecordRules: readonly Rule<ServiceRecordStatement>[] = [
  requiredFields("SUB-20", ServiceRecordRecordInput, exampleService, "ENG"),
  sixElements,
  plausibleTimes,
  describedEvidence(exampleService),
  validUscc("ORG-01", "agencyUscc", exampleService),
];

/** Compared in microseconds; a Date alone would lose the last three digits. */
function isLonger(from: string, to: string): boolean {
  const micros = (text: string): bigint =>
    BigInt(Date.parse(`${text.slice(0, 19)}Z`)) * 1_000n + BigInt(text.slice(20, 26));
  return micros(to) - micros(from) > BigInt(serviceHoursMax * hourMs) * 1_000n;
}

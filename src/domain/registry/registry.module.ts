import { connectionOf } from "../../graph/connection";
import type { DomainModule } from "../../graph/domain-module";
import { hasMany } from "../../graph/fields/relation";
import { rootList, rootOne } from "../../graph/fields/root";
import { declareRegionNames } from "../../graph/figures/names-of-keys";
import { defineFindingRules } from "../../submission/findings/finding-rule";
import { CalendarException } from "./calendar-exception.entity";
import { DictionaryEntry } from "./dictionary-entry.entity";
import { enterpriseFiguresFindings } from "./enterprise-figures.findings";
import { enterpriseStatementFindings } from "./enterprise-statement.findings";
import { enterpriseFindings } from "./enterprise.findings";
import { Enterprise } from "./enterprise.entity";
import { enterpriseRecordType } from "./enterprise.record-type";
import { Expert } from "./expert.entity";
import { expertRecordType } from "./expert.record-type";
import { InsurerBranch } from "./insurer-branch.entity";
import { Insurer } from "./insurer.entity";
import { Organisation } from "./organisation.entity";
import { RegionParameter } from "./region-parameter.entity";
import { Region } from "./region.entity";
import { RosterEntry } from "./roster-entry.entity";
import { rosterEntryRecordType } from "./roster-entry.record-type";
import { ServiceAgencyQualification } from "./service-agency-qualification.entity";
import { ServiceAgency } from "./service-agency.entity";
import { serviceAgencyRecordType } from "./service-agency.record-type";
import { submitEnterprises } from "./submit-enterprises";
import { submitExperts } from "./submit-experts";
import { submitRosterEntries } from "./submit-roster-entries";
import { submitServiceAgencies } from "./submit-service-agencies";

const regions = connectionOf(Region);
const dictionaryEntries = connectionOf(DictionaryEntry);
const regionParameters = connectionOf(RegionParameter);
const calendarExceptions = connectionOf(CalendarException);
const organisations = connectionOf(Organisation);
const enterprises = connectionOf(Enterprise);
const rosterEntries = connectionOf(RosterEntry);
const insurers = connectionOf(Insurer);
const branches = connectionOf(InsurerBranch);
const agencies = connectionOf(ServiceAgency);
const qualifications = connectionOf(ServiceAgencyQualification);
const experts = connectionOf(Expert);

declareRegionNames({ entity: () => Region, code: "code", name: "name" });

/** Regions, dictionaries, organisations, enterprises, insurers, agencies, experts. */
export const registry: DomainModule = {
  name: "registry",
  entities: [
    Region,
    DictionaryEntry,
    RegionParameter,
    CalendarException,
    Organisation,
    Enterprise,
    RosterEntry,
    Insurer,
    InsurerBranch,
    ServiceAgency,
    ServiceAgencyQualification,
    Expert,
  ],
  recordTypes: [
    enterpriseRecordType,
    rosterEntryRecordType,
    serviceAgencyRecordType,
    expertRecordType,
  ],
  findingRules: defineFindingRules([
    ...enterpriseFindings,
    ...enterpriseStatementFindings,
    ...enterpriseFiguresFindings,
  ]),
  resolvers: [
    submitEnterprises,
    submitRosterEntries,
    submitServiceAgencies,
    submitExperts,
    rootList("regions", regions, "行政区划列表 Regions."),
    rootOne("region", Region, ["code"], "行政区划 One region."),
    rootList("dictionaryEntries", dictionaryEntries, "字典条目列表 Dictionary entries."),
    rootOne("dictionaryEntry", DictionaryEntry, [], "字典条目 One dictionary entry."),
    rootList("regionParameters", regionParameters, "区域参数列表 Region parameters."),
    rootOne("regionParameter", RegionParameter, [], "区域参数 One region parameter."),
    rootList("calendarExceptions", calendarExceptions, "工作日历例外列表 Calendar exceptions."),
    rootOne("calendarException", CalendarException, ["day"], "工作日历例外 One such day."),
    rootList("organisations", organisations, "组织列表 Organisations."),
    rootOne("organisation", Organisation, ["code"], "组织 One organisation."),
    rootList("enterprises", enterprises, "投保单位列表 Enterprises."),
    rootOne("enterprise", Enterprise, ["uscc"], "投保单位 One enterprise."),
    rootList("rosterEntries", rosterEntries, "应保底数台账 The roster of must-insure units."),
    rootOne("rosterEntry", RosterEntry, [], "应保底数台账条目 One entry of the roster."),
    rootList("insurers", insurers, "保险机构列表 Insurers."),
    rootOne("insurer", Insurer, ["orgCode", "uscc"], "保险机构 One insurer."),
    rootList("insurerBranches", branches, "保险机构分支机构列表 Branches of insurers."),
    rootOne("insurerBranch", InsurerBranch, ["orgCode"], "保险机构分支机构 One branch."),
    rootList("serviceAgencies", agencies, "安全生产技术服务机构列表 Service agencies."),
    rootOne("serviceAgency", ServiceAgency, ["uscc"], "安全生产技术服务机构 One service agency."),
    rootList("serviceAgencyQualifications", qualifications, "服务机构资质列表 Qualifications."),
    rootOne(
      "serviceAgencyQualification",
      ServiceAgencyQualification,
      [],
      "资质 One qualification.",
    ),
    rootList("experts", experts, "专家列表 Experts."),
    rootOne("expert", Expert, [], "专家 One expert."),
    hasMany({
      on: Region,
      field: "children",
      list: regions,
      by: "parentId",
      label: "public",
      description: "下级行政区划 The regions this one consists of.",
    }),
    hasMany({
      on: Enterprise,
      field: "rosterEntries",
      list: rosterEntries,
      by: "enterpriseId",
      label: "enterprise",
      description: "应保底数台账记录 When and for which sector it had to insure.",
    }),
    hasMany({
      on: Insurer,
      field: "branches",
      list: branches,
      by: "insurerId",
      label: "public",
      description: "分支机构 Its branches.",
    }),
    hasMany({
      on: ServiceAgency,
      field: "qualifications",
      list: qualifications,
      by: "serviceAgencyId",
      label: "service",
      description: "资质 What it may do.",
    }),
    hasMany({
      on: ServiceAgency,
      field: "experts",
      list: experts,
      by: "serviceAgencyId",
      label: "service",
      description: "专家 Its experts.",
    }),
  ],
};

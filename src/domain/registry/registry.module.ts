import { connectionOf } from "../../graph/connection";
import type { DomainModule } from "../../graph/domain-module";
import { rootList, rootOne } from "../../graph/fields/root";
import { Enterprise } from "./enterprise.entity";
import { Insurer } from "./insurer.entity";

const enterprises = connectionOf(Enterprise);
const insurers = connectionOf(Insurer);

/** Regions, dictionaries, organisations, enterprises, insurers, agencies, experts. */
export const registry: DomainModule = {
  name: "registry",
  entities: [Enterprise, Insurer],
  resolvers: [
    rootList("enterprises", enterprises, "投保单位列表 Enterprises."),
    rootOne("enterprise", Enterprise, ["uscc"], "投保单位 One enterprise."),
    rootList("insurers", insurers, "保险机构列表 Insurers."),
    rootOne("insurer", Insurer, ["orgCode"], "保险机构 One insurer."),
  ],
};

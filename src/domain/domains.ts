import type { DomainModule } from "../graph/domain-module";
import { access } from "./access/access.module";
import { claims } from "./claims/claims.module";
import { prevention } from "./prevention/prevention.module";
import { registry } from "./registry/registry.module";
import { supervision } from "./supervision/supervision.module";
import { underwriting } from "./underwriting/underwriting.module";

/** All domains, each a subgraph; a domain uses only those before it. */
export const domains: readonly DomainModule[] = [
  registry,
  underwriting,
  claims,
  prevention,
  supervision,
  access,
];

import type { DomainModule } from "../graph/domain-module";
import { registry } from "./registry/registry.module";
import { underwriting } from "./underwriting/underwriting.module";

/** All domains, each a subgraph; a domain uses only those before it. */
export const domains: readonly DomainModule[] = [registry, underwriting];

import { registerEnumType } from "type-graphql";

/** How a prevention service was given; a remote one has no place to check. */
export enum ServiceMode {
  ONSITE = "ONSITE",
  REMOTE = "REMOTE",
}

registerEnumType(ServiceMode, {
  name: "ServiceMode",
  description: "服务方式 How the service was given.",
  valuesConfig: {
    ONSITE: { description: "现场" },
    REMOTE: { description: "远程" },
  },
});

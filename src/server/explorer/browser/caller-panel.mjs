// Who one is, in the header.
import { element, text } from "./texts.mjs";

/** Organisation, type, region and the version of the rights it is answered under. */
export function showCaller(panel, caller) {
  const region = [caller.region.name, caller.region.code].filter(Boolean).join(" ");
  const facts = [
    ["organisation", caller.name, "name"],
    ["type", text(caller.type), "type"],
    ["region", region, "region"],
    ["policyVersion", caller.policyVersion, "version"],
  ];
  const parts = facts.map(([name, value, className]) => {
    const part = element("div", className);
    part.append(element("dt", "", text(name)), element("dd", "", value));
    return part;
  });
  panel.replaceChildren(...parts);
  panel.hidden = false;
}

import type { Graph } from "../../src/graph/schema";
import { labelOfTheRun } from "../worlds/declassified";
import { specifiedRight, type OracleHolder } from "../../test/oracle/visible-cells";

type Asked = "SELECT" | "FILTER" | "ORDER" | "INPUT" | "CALL";

/**
 * What the audit believes a caller may mention, so that most operations get past the decision and
 * reach data: what the specification says, corrected by the denials of earlier answers. It only
 * steers what is asked; what is right is judged by comparing the worlds.
 */
export class Knowledge {
  private readonly denied = new Set<string>();

  constructor(
    private readonly graph: Graph,
    private readonly holder: OracleHolder,
  ) {}

  /** Whether a field tells of the run itself, so that no two runs answer alike. */
  isOfTheRun(coordinate: string): boolean {
    return this.graph.labels.fields.get(coordinate) === labelOfTheRun;
  }

  /** Whether mentioning this field in this way is likely to be allowed. */
  allows(coordinate: string, mention: Asked): boolean {
    if (this.denied.has(coordinate) || this.denied.has(`${coordinate} ${mention}`)) return false;
    const label = this.graph.labels.fields.get(coordinate);
    if (!label) return true;
    const rights = [
      specifiedRight(this.holder.type, label),
      ...this.holder.grants.flatMap(({ on, right, effect }) => {
        const isAbout = "field" in on ? on.field === coordinate : on.label === label;
        return isAbout && effect === "WIDEN" ? [right] : [];
      }),
    ];
    return rights.some((right) => covers(right, mention));
  }

  /** Takes denials of an answer to heart. */
  learn(text: string): void {
    if (!text.startsWith('{"errors"')) return;
    const { errors } = JSON.parse(text) as {
      errors?: { extensions?: Record<string, unknown> }[];
    };
    for (const { extensions = {} } of errors ?? []) {
      const { code, field, mention, reason } = extensions;
      if (code === "FORBIDDEN") this.denied.add(`${String(field)} ${String(mention)}`);
      const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(String(reason));
      if (unknown) this.denied.add(`${String(unknown[2])}.${String(unknown[1])}`);
    }
  }
}

function covers(right: string, mention: Asked): boolean {
  if (mention === "INPUT" || mention === "CALL") return right.includes("W");
  return right.includes("R") || (right === "M" && mention === "SELECT");
}

import type { Graph } from "../../src/graph/schema";
import { labelOfTheRun } from "../worlds/declassified";
import type { Mention } from "../../src/access/right";
import { specifiedRight, type OracleHolder } from "../../test/oracle/visible-cells";

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

  /** Whether a field, or a value of an enum, is never asked for: see worlds/declassified.ts. */
  isLeftOut(coordinate: string): boolean {
    const { fields, mentions } = this.graph.labels;
    const means = mentions.get(coordinate) ?? [];
    return (
      fields.get(coordinate) === labelOfTheRun ||
      means.some(({ field, mention }) => mention === "AGGREGATE" && this.isForFiguresOnly(field))
    );
  }

  /** Whether the holder may have a field summed up over rows on which it may not read it: A. */
  private isForFiguresOnly(coordinate: string): boolean {
    return this.rightsOn(coordinate).includes("A");
  }

  /** Whether mentioning a field, or a value of an enum, in this way is likely to be allowed. */
  allows(coordinate: string, mention: Mention): boolean {
    const means = this.graph.labels.mentions.get(coordinate) ?? [{ field: coordinate, mention }];
    return means.every((each) => this.allowsField(each.field, each.mention));
  }

  private allowsField(coordinate: string, mention: Mention): boolean {
    if (this.denied.has(coordinate) || this.denied.has(`${coordinate} ${mention}`)) return false;
    if (!this.graph.labels.fields.has(coordinate)) return true;
    return this.rightsOn(coordinate).some((right) => covers(right, mention));
  }

  /** The right of the holder's type, and those it was granted. */
  private rightsOn(coordinate: string): string[] {
    const label = this.graph.labels.fields.get(coordinate);
    if (!label) return [];
    return [
      specifiedRight(this.holder.type, label),
      ...this.holder.grants.flatMap(({ on, right, effect }) => {
        const isAbout = "field" in on ? on.field === coordinate : on.label === label;
        return isAbout && effect === "WIDEN" ? [right] : [];
      }),
    ];
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

function covers(right: string, mention: Mention): boolean {
  if (mention === "INPUT" || mention === "CALL") return right.includes("W");
  if (mention === "AGGREGATE" && right === "A") return true;
  return right.includes("R") || (right === "M" && mention === "SELECT");
}

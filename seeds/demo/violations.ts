import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoOptions } from "./demo-options";
import { tellEnterprise } from "./generate";
import type { Violation } from "./story";
import type { ViolationKind } from "./violation-kind";
import { violationKinds } from "./violation-kinds";
import { createWorld, type DemoWorld } from "./world";

/** What of the demo breaks a rule, and which. Everything else in it is lawful. */
export interface DemoManifest {
  readonly options: DemoOptions;
  readonly kinds: readonly ManifestKind[];
}

export interface ManifestKind {
  readonly name: string;
  /** Id in the catalogue of rules. */
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  readonly subjects: readonly ManifestSubject[];
}

/** A row (or, for a ledger, an insurer) and what identifies it for people. */
export interface ManifestSubject {
  /** Name of the type in the graph. */
  readonly entity: string;
  readonly id: string;
  readonly key: Readonly<Record<string, string | number>>;
}

/** Tells only the enterprises that break a rule: seconds, however large the demo is. */
export function demoManifest(options: DemoOptions): DemoManifest {
  const { enterprises, seed, today } = options;
  const world = createWorld(options);
  const found: Violation[] = [];
  for (const index of [...world.violations.keys()].sort((a, b) => a - b))
    found.push(...tellEnterprise(world, index).violations);
  const kinds = violationKinds.map((kind): ManifestKind => {
    const { name, rule, zh, en } = kind;
    const subjects = found
      .filter((violation) => violation.kind === name)
      .map(({ entity, id, key }) => ({ entity, id, key }));
    return { name, rule, zh, en, subjects: [...subjects, ...cellsOf(world, kind)] };
  });
  return { options: { enterprises, seed, today }, kinds };
}

/** Writes the manifest as `manifest.json`; answers its path. */
export function writeManifest(directory: string, options: DemoOptions): string {
  const path = join(directory, "manifest.json");
  mkdirSync(directory, { recursive: true });
  writeFileSync(path, `${JSON.stringify(demoManifest(options), null, 2)}\n`);
  return path;
}

/** The manifest that was written there; undefined when none was. */
export function readManifest(directory: string): DemoManifest | undefined {
  const path = join(directory, "manifest.json");
  // Written by the function above, hence a manifest.
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as DemoManifest) : undefined;
}

/** The ledger of one insurer, city and year that a violation is about. */
function cellsOf(world: DemoWorld, { cell }: ViolationKind): ManifestSubject[] {
  if (!cell) return [];
  const { id, orgCode } = world.insurer(cell.insurer);
  const key = { insurer: orgCode, regionCode: cell.city, year: world.lastYear };
  return [{ entity: "Insurer", id, key }];
}

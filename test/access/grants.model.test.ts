import "reflect-metadata";
import fc from "fast-check";
import { denialsOf, type FieldMention } from "../../src/access/decision";
import { grantRowKinds, type Grant, type GrantRows } from "../../src/access/grant";
import type { Label } from "../../src/access/label";
import { organisationTypes } from "../../src/access/organisation-type";
import { mentions, type Mention, type Right } from "../../src/access/right";
import { rightsOf, rightsOfKey, type RowLimit } from "../../src/access/rights";
import { domains } from "../../src/domain/domains";
import { rowLimitsOf, readsRows } from "../../src/graph/row-limits-of";
import { buildGraph } from "../../src/graph/schema";
import { specifiedRight } from "../oracle/visible-cells";

/* Random grants × random mentions: the decision and its row limits against a model by hand. */

const seed = Number(process.env.SEED ?? 20260715);
const runs = 4_000;
const graph = buildGraph(domains);

/** A row as far as grants can tell rows apart. */
interface ModelRow {
  own: boolean;
  region: string;
  sector: string;
  enterprise: string;
  claim: string;
}

/** Fields of one entity, of another, and of a figure that is computed from many rows. */
const fields: readonly (readonly [string, Label])[] = [
  ["Hazard.id", "hazard"],
  ["Hazard.level", "hazard"],
  ["Hazard.place", "hazardDetail"],
  ["Hazard.description", "hazardDetail"],
  ["Enterprise.id", "enterprise"],
  ["Enterprise.name", "enterprise"],
  ["Enterprise.safetyManagerPhone", "enterpriseContact"],
  ["CoverageFigure.ratePct", "policy"],
];

const allowing: Record<Right, readonly Mention[]> = {
  R: ["SELECT", "FILTER", "ORDER", "GROUP", "AGGREGATE"],
  W: ["INPUT", "CALL"],
  RW: ["SELECT", "FILTER", "ORDER", "GROUP", "AGGREGATE", "INPUT", "CALL"],
  M: ["SELECT"],
  A: ["AGGREGATE"],
  "-": [],
};

const regions = ["3401", "340104", "3402"];
const sectors = ["COAL_MINE", "FIREWORKS"];
const ids = ["one", "two"];
const values: Record<GrantRows["kind"], readonly string[]> = {
  ...{ OWN: [""], REGION: ["34", "3401", "340104"], SECTOR: sectors, ENTERPRISE: ids, CLAIM: ids },
};

const rowsArbitrary: fc.Arbitrary<GrantRows> = fc
  .constantFrom(...grantRowKinds)
  .chain((kind) => fc.record({ kind: fc.constant(kind), value: fc.constantFrom(...values[kind]) }));

const within = fc.option(
  fc.record({
    region: fc.constantFrom("34", "3401"),
    sectors: fc.constantFrom<"ALL" | string[]>("ALL", ["FIREWORKS"]),
  }),
  { nil: undefined },
);

const grantArbitrary: fc.Arbitrary<Grant> = fc
  .record({
    id: fc.uuid(),
    effect: fc.constantFrom("WIDEN" as const, "NARROW" as const),
    on: fc.oneof(
      fc.constantFrom(...fields).map(([, label]) => ({ label })),
      fc.constantFrom(...fields).map(([field]) => ({ field })),
    ),
    right: fc.constantFrom<Right>("R", "W", "RW", "M", "A", "-"),
    rows: rowsArbitrary,
    bound: within,
  })
  .map(({ bound, ...grant }) =>
    bound && grant.effect === "WIDEN"
      ? { ...grant, rows: { ...grant.rows, within: bound } }
      : grant,
  );

const rowArbitrary: fc.Arbitrary<ModelRow> = fc.record({
  own: fc.boolean(),
  region: fc.constantFrom(...regions),
  sector: fc.constantFrom(...sectors),
  enterprise: fc.constantFrom(...ids),
  claim: fc.constantFrom(...ids),
});

function covers(row: ModelRow, { kind, value, within: bound }: GrantRows): boolean {
  if (bound && !row.region.startsWith(bound.region)) return false;
  if (bound && bound.sectors !== "ALL" && !bound.sectors.includes(row.sector)) return false;
  if (kind === "OWN") return true;
  if (kind === "REGION") return row.region.startsWith(value);
  if (kind === "SECTOR") return row.sector === value;
  return kind === "ENTERPRISE" ? row.enterprise === value : row.claim === value;
}

const isParty = (type: string): boolean => /^(INSURER|SERVICE_AGENCY|ENTERPRISE)$/.test(type);

interface Holder {
  type: (typeof organisationTypes)[number];
  grants: readonly Grant[];
}

/** May the holder mention the field in this way on this row? The model. */
function may({ type, grants }: Holder, { field, mention }: FieldMention, row: ModelRow): boolean {
  const label = fields.find(([name]) => name === field)?.[1] ?? "public";
  const about = grants.filter(({ on }) =>
    "field" in on ? on.field === field : on.label === label,
  );
  const taken = about.filter((g) => g.effect === "NARROW" && !allowing[g.right].includes(mention));
  if (taken.some((g) => g.rows.kind === "OWN" || covers(row, g.rows))) return false;
  if (row.own && allowing[specifiedRight(type, label) as Right].includes(mention)) return true;
  const given = about.filter((g) => g.effect === "WIDEN" && allowing[g.right].includes(mention));
  return given.some(
    ({ rows }) => covers(row, rows) && (row.own || (rows.kind !== "OWN" && !isParty(type))),
  );
}

/** What the SQL of a limit says of a row (scope-predicate.ts); its SQL has tests of its own. */
function reads(limit: RowLimit, type: string, row: ModelRow): boolean {
  const also = limit.also.some(
    (rows) => covers(row, rows) && (row.own || (rows.kind !== "OWN" && !isParty(type))),
  );
  return ((limit.own && row.own) || also) && !limit.except.some((rows) => covers(row, rows));
}

/** Every kind of row there is. */
const allRows: ModelRow[] = [true, false].flatMap((own) =>
  regions.flatMap((region) =>
    sectors.flatMap((sector) =>
      ids.flatMap((enterprise) => ids.map((claim) => ({ own, region, sector, enterprise, claim }))),
    ),
  ),
);

const operation = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(...fields.map(([field]) => field)),
    mention: fc.constantFrom(...mentions),
  }),
  { minLength: 1, maxLength: 4 },
);

const holderArbitrary: fc.Arbitrary<Holder> = fc.record({
  type: fc.constantFrom(...organisationTypes),
  grants: fc.array(grantArbitrary, { maxLength: 5 }),
});

const labelOf = (field: string): Label => fields.find(([name]) => name === field)?.[1] ?? "public";

/** Refused where the model allows it nowhere; or let through to rows of which there are none. */
function expectDecision(
  holder: Holder,
  one: FieldMention,
  isRefused: boolean,
  isLimited: boolean,
): void {
  // A figure is computed over all own rows, and read on all of them or not at all. Several grants
  // that together are all rows are not added up for it.
  if (one.field.startsWith("CoverageFigure")) {
    const isAllowed = allRows.every((row) => !row.own || may(holder, one, row));
    if (!isAllowed) expect({ one, isRefused }).toEqual({ one, isRefused: true });
  } else if (allRows.some((row) => may(holder, one, row)))
    expect({ one, isRefused }).toEqual({ one, isRefused: false });
  else expect({ one, isHeld: isRefused || isLimited }).toEqual({ one, isHeld: true });
}

test(`what is allowed somewhere, and on which rows, is what the model says (seed ${String(seed)})`, () => {
  let limited = 0;
  fc.assert(
    fc.property(holderArbitrary, operation, rowArbitrary, (holder, mentioned, row) => {
      const rights = rightsOf(holder.type, holder.grants, 1);

      const denied = denialsOf(mentioned, labelOf, rights, (f) => readsRows(graph.schema, f));
      const { rows } = rowLimitsOf(graph.schema, labelOf, mentioned, rights);

      for (const one of mentioned) {
        const isRefused = denied.some((d) => d.field === one.field && d.mention === one.mention);
        expectDecision(holder, one, isRefused, rows.has(one.field.split(".")[0] ?? ""));
      }
      if (denied.length) return;
      for (const entity of ["Hazard", "Enterprise"]) {
        const of = mentioned.filter(({ field }) => field.startsWith(`${entity}.`));
        const limits = rows.get(entity) ?? [];
        const shown = limits.length ? limits.every((l) => reads(l, holder.type, row)) : row.own;
        if (limits.length) limited += 1;
        if (of.length === 0) continue;
        expect({ of, row, shown }).toEqual({
          ...{ of, row },
          shown: of.every((one) => may(holder, one, row)),
        });
      }
    }),
    { seed, numRuns: runs },
  );
  expect(limited).toBeGreaterThan(runs / 20);
});

test(`the widest right is the widest of any row (seed ${String(seed)})`, () => {
  fc.assert(
    fc.property(holderArbitrary, fc.constantFrom(...fields), (holder, [field, label]) => {
      const { grants, type } = holder;
      const right = rightsOf(type, grants, 1).of(field, label);
      const somewhere = (mention: Mention): boolean =>
        allRows.some((row) => may(holder, { field, mention }, row));

      // Of all the ways to mention a field, none is promised by less than the right that is told.
      for (const mention of mentions)
        // No right is called "write, and read masked": it is told as writing.
        if (
          somewhere(mention) &&
          mention !== "AGGREGATE" &&
          !(right === "W" && mention === "SELECT")
        )
          expect({ right, mention, told: allowing[right].includes(mention) }).toEqual({
            ...{ right, mention, told: true },
          });
    }),
    { seed, numRuns: runs },
  );
});

test("equal rights under another policy version are found by their key, others are not", () => {
  const grant = (id: string): Grant => ({
    ...{ id, effect: "WIDEN", on: { label: "fee" }, right: "R" },
    rows: { kind: "OWN", value: "" },
  });
  const now = rightsOf("FINANCIAL", [grant("a")], 7);

  expect(rightsOfKey(now, rightsOf("FINANCIAL", [grant("a")], 6).key)?.policyVersion).toBe(
    "base-1.6",
  );
  expect(rightsOfKey(now, now.key)).toBe(now);
  for (const other of [
    rightsOf("FINANCIAL", [], 6),
    rightsOf("FINANCIAL", [grant("b")], 6),
    rightsOf("EMERGENCY", [grant("a")], 6),
  ])
    expect(rightsOfKey(now, other.key)).toBeNull();
  for (const key of ["", ":", "base-1", `${now.key} `, now.key.replace("base-1", "base-2")])
    expect(rightsOfKey(now, key)).toBeNull();
});

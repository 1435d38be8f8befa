import { getNamedType, isEnumType, isObjectType, type GraphQLSchema } from "graphql";
import { identifier, sql, trusted, valueList } from "../../database/sql";
import { snakeCase } from "../../database/names";
import { modelOf, type EntityClass } from "../../query/entity-model";
import type { AggregateRequest, GroupKey } from "../../query/figures/aggregate-request";
import type { AnsweredGroup } from "../../query/figures/arrangement";
import { scopeOf, selectSql } from "../../query/select";
import type { HubContext } from "../context";

/** By place of the key: the names of its values. */
export type NamesOfKeys = readonly ReadonlyMap<string, string>[];

interface NamedRegions {
  readonly entity: () => EntityClass;
  readonly code: string;
  readonly name: string;
}

let namedRegions: NamedRegions | null = null;

/** Called once, by the domain that keeps the regions: where their names stand. */
export function declareRegionNames(named: NamedRegions): void {
  namedRegions = named;
}

/** What the values of the keys are called, where the hub knows: closed lists, and regions. */
export async function namesOfKeys(
  context: HubContext,
  { keys }: AggregateRequest,
  groups: readonly AnsweredGroup[],
): Promise<NamesOfKeys> {
  const names: ReadonlyMap<string, string>[] = [];
  for (const [n, key] of keys.entries()) {
    const codes = groups.flatMap((group) => group.keys[n] ?? []);
    const isRegion = key.group.field.isRegion;
    names.push(isRegion ? await regionNames(context, codes) : enumNames(context.graph.schema, key));
  }
  return names;
}

/** By the whole graph: a subgraph has other domains' entities by their keys only. */
function enumNames(schema: GraphQLSchema, { group }: GroupKey): ReadonlyMap<string, string> {
  const type = schema.getType(group.model.name);
  const field = isObjectType(type) ? type.getFields()[group.field.name] : undefined;
  const of = field && getNamedType(field.type);
  if (!isEnumType(of)) return new Map();
  return new Map(of.getValues().map(({ name, description }) => [name, description ?? name]));
}

async function regionNames(
  { caller, clock, database, limits }: HubContext,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!namedRegions || codes.length === 0) return new Map();
  const { entity, code, name } = namedRegions;
  const model = modelOf(entity());
  const column = identifier(snakeCase(code));
  const rows = await database.read(
    selectSql({
      model,
      properties: [code, name],
      scope: scopeOf(model, caller, limits.rows),
      where: [sql`${column} IN (${valueList([...new Set(codes)])})`],
      rest: trusted(""),
      clock,
    }),
  );
  return new Map(rows.map((row) => [row[code] as string, row[name] as string]));
}

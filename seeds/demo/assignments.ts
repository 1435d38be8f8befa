import type { Random } from "./random";
import { fieldsOfExperts, insurerShares } from "./institutions";
import type { RegionRow } from "./reference-data";
import { cellViolation } from "./violation-kinds";
import type { PlannedViolation } from "./violation-plan";

/** Where an enterprise is, what it does, who insures and who serves it. */
export interface Assignment {
  readonly county: RegionRow;
  /** Code of the city. */
  readonly city: string;
  readonly sector: string;
  /** Index of the insurer. */
  readonly insurer: number;
  /** The insurer serves with its own team, else the agency of the city does. */
  readonly ownTeam: boolean;
  /** Who serves it; see {@link teamKey}. */
  readonly team: string;
  /** Its number among those served by the same team, from 0. */
  readonly rank: number;
}

/** The assignments of all enterprises, a few bytes each. */
export interface Assignments {
  of(index: number): Assignment;
  /** How many enterprises each team serves. */
  readonly teams: ReadonlyMap<string, number>;
}

/** The four sectors of the Anhui notice, by how common they are. */
const sectorWeights = [
  ["HAZARDOUS_CHEMICALS", 45],
  ["NON_COAL_MINE", 20],
  ["METAL_SMELTING", 20],
  ["FIREWORKS", 15],
] as const;
const sectors = sectorWeights.map(([sector]) => sector);

const OWN_TEAM_SHARE = 0.15;
const CAPITAL = "3401";
const CAPITAL_WEIGHT = 2;

/**
 * Deals out the enterprises. What needs a count over all of them, the rank in a team, is done here
 * once; everything told later depends on one enterprise only.
 */
export function dealAssignments(
  random: Random,
  enterprises: number,
  counties: readonly RegionRow[],
  violations: ReadonlyMap<number, PlannedViolation>,
): Assignments {
  const county = new Uint8Array(enterprises);
  const sector = new Uint8Array(enterprises);
  const insurer = new Uint8Array(enterprises);
  const ownTeam = new Uint8Array(enterprises);
  const teamNumber = new Uint16Array(enterprises);
  const rank = new Uint32Array(enterprises);
  const teams = new Map<string, number>();
  const teamNumbers = new Map<string, number>();
  const teamOf = ({ county: at, ...rest }: Dealt) =>
    teamKey({ ...rest, city: counties[at]?.code.slice(0, 4) ?? "" });
  const weights = counties.map(
    ({ code }, at) => [at, code.startsWith(CAPITAL) ? CAPITAL_WEIGHT : 1] as const,
  );
  for (let index = 0; index < enterprises; index += 1) {
    const draw = random.fork(index);
    const drawn = {
      county: draw.weighted(weights),
      sector: draw.weighted(sectors.map((_, at) => [at, sectorWeights[at]?.[1] ?? 0])),
      insurer: draw.weighted(insurerShares.map((share, at) => [at, share])),
      ownTeam: draw.chance(OWN_TEAM_SHARE),
    };
    const dealt = deal(drawn, draw, counties, violations.get(index));
    county[index] = dealt.county;
    sector[index] = dealt.sector;
    insurer[index] = dealt.insurer;
    ownTeam[index] = dealt.ownTeam ? 1 : 0;
    const team = teamOf(dealt);
    const members = teams.get(team) ?? 0;
    rank[index] = members;
    teams.set(team, members + 1);
    if (members === 0) teamNumbers.set(team, teamNumbers.size);
    teamNumber[index] = teamNumbers.get(team) ?? 0;
  }
  const teamNames = [...teams.keys()];
  return {
    teams,
    of: (index) => {
      const found = counties[county[index] ?? counties.length];
      if (!found) throw new RangeError(`no enterprise ${index}`);
      return {
        county: found,
        city: found.code.slice(0, 4),
        sector: sectors[sector[index] ?? 0] ?? "",
        insurer: insurer[index] ?? 0,
        ownTeam: ownTeam[index] === 1,
        team: teamNames[teamNumber[index] ?? 0] ?? "",
        rank: rank[index] ?? 0,
      };
    },
  };
}

interface Dealt {
  county: number;
  sector: number;
  insurer: number;
  ownTeam: boolean;
}

/** Puts those with a violation where it can happen, and nobody else's trouble into its cell. */
function deal(
  drawn: Dealt,
  draw: Random,
  counties: readonly RegionRow[],
  planned: PlannedViolation | undefined,
): Dealt {
  if (!planned) return drawn;
  const { kind, leader } = planned;
  const wanted = { ...kind.circumstances, ...(leader === null ? {} : kind.partner) };
  const insurer = wanted.insurer ?? drawn.insurer;
  const sector = wanted.sector === undefined ? drawn.sector : indexOfSector(wanted.sector);
  let city = wanted.city;
  const home = counties[drawn.county]?.code.slice(0, 4) ?? "";
  if (city === undefined && cellViolation(insurer, home)) city = CAPITAL;
  if (city === undefined) return { ...drawn, insurer, sector, ownTeam: false };
  const places = counties.flatMap(({ code }, at) => (code.startsWith(city) ? [at] : []));
  return { county: draw.pick(places), insurer, sector, ownTeam: false };
}

function indexOfSector(name: string): number {
  const at = sectors.findIndex((sector) => sector === name);
  if (at < 0) throw new RangeError(`no sector ${name}`);
  return at;
}

/** `0 3401 1`: insurer, city of the agency (`own` for the insurer's own team), field of experts. */
function teamKey(of: Omit<Dealt, "county"> & { readonly city: string }): string {
  const name = sectors[of.sector] ?? "";
  const field = fieldsOfExperts.findIndex((fields: readonly string[]) => fields.includes(name));
  return `${of.insurer} ${of.ownTeam ? "own" : of.city} ${field}`;
}

import { dealAssignments, type Assignments } from "./assignments";
import {
  createWorkingDays,
  momentOf,
  serialOf,
  yearOf,
  type Moment,
  type SerialDay,
  type WorkingDays,
} from "./days";
import { checkOptions, type DemoOptions } from "./demo-options";
import { createDemoIdentifiers, type DemoIdentifiers } from "./identifiers";
import {
  demoAgencies,
  demoExpert,
  demoInsurers,
  type DemoAgency,
  type DemoExpert,
  type DemoInsurer,
} from "./institutions";
import { createDemoNames, type DemoNames } from "./names";
import { createRandom, type Random } from "./random";
import { referenceData, type ReferenceData, type RegionRow } from "./reference-data";
import { planViolations, type PlannedViolation } from "./violation-plan";

/** Everything the stories of the enterprises have in common. A pure function of the options. */
export interface DemoWorld {
  readonly options: DemoOptions;
  readonly today: SerialDay;
  /** The start of today: what is told has happened before. */
  readonly now: Moment;
  readonly lastYear: number;
  readonly random: Random;
  readonly names: DemoNames;
  readonly identifiers: DemoIdentifiers;
  readonly reference: ReferenceData;
  readonly workingDays: WorkingDays;
  readonly cities: readonly RegionRow[];
  readonly counties: readonly RegionRow[];
  readonly insurers: readonly DemoInsurer[];
  readonly agencies: readonly DemoAgency[];
  readonly assignments: Assignments;
  readonly violations: ReadonlyMap<number, PlannedViolation>;
  insurer(index: number): DemoInsurer;
  agencyOf(city: string): DemoAgency;
  /** The expert who serves this enterprise, and the diary slot that is the enterprise's own. */
  team(index: number): { readonly expert: DemoExpert; readonly slot: number };
  /** Every expert there is, once. */
  experts(): Iterable<DemoExpert>;
}

/** 5 insurers × (16 cities and an own team) × 2 fields are 170. */
const TEAMS_MAX = 200;

/** Enterprises per expert, each with every n-th working day for itself. */
export const diarySlots = 20;

const DAYS_BEFORE = 900;
const DAYS_AFTER = 500;

/** Prepares a demo. Throws a RangeError on options that cannot be. */
export function createWorld(options: DemoOptions): DemoWorld {
  checkOptions(options);
  const { seed, enterprises } = options;
  const today = serialOf(options.today);
  const random = createRandom(seed);
  const names = createDemoNames(seed);
  const identifiers = createDemoIdentifiers(seed);
  const reference = referenceData();
  const cities = reference.regions.filter(({ code }) => /^34..$/.test(code));
  const counties = reference.regions.filter(({ code }) => /^34....$/.test(code));
  const insurers = demoInsurers(names, identifiers);
  const agencies = demoAgencies(cities, names, identifiers);
  const violations = planViolations(seed, enterprises);
  const assignments = dealAssignments(random.fork("deal"), enterprises, counties, violations);
  const insurer = (index: number) => found(insurers[index], `insurer ${index}`);
  const agencyOf = (city: string) => found(byCity.get(city), `agency in ${city}`);
  const byCity = new Map(agencies.map((agency) => [agency.city, agency]));
  const teamNumbers = new Map([...assignments.teams.keys()].sort().map((team, at) => [team, at]));

  const expertOf = (team: string, number: number): DemoExpert => {
    const [at, place = "", field] = team.split(" ");
    const agency = place === "own" ? null : agencyOf(place);
    const owner = { insurer: insurer(Number(at)), agency, field: Number(field) };
    // There are fewer teams than that, and each may have any number of experts.
    const index = number * TEAMS_MAX + (teamNumbers.get(team) ?? 0);
    return demoExpert(owner, number, { names, identifiers, index });
  };
  return {
    options,
    today,
    now: momentOf(today, 0),
    lastYear: yearOf(today) - 1,
    random,
    names,
    identifiers,
    reference,
    workingDays: createWorkingDays(reference.workingDays, today - DAYS_BEFORE, today + DAYS_AFTER),
    cities,
    counties,
    insurers,
    agencies,
    assignments,
    violations,
    insurer,
    agencyOf,
    team: (index) => {
      const { team, rank } = assignments.of(index);
      const slot = rank % diarySlots;
      return { expert: expertOf(team, Math.floor(rank / diarySlots)), slot };
    },
    experts: function* () {
      for (const [team, members] of assignments.teams)
        for (let number = 0; number * diarySlots < members; number += 1)
          yield expertOf(team, number);
    },
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`no ${what}`);
  return value;
}

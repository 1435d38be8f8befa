import type { Atoms } from "./atoms";
import { disclosureLimits } from "./disclosure-limits";
import type { ContributionColumns } from "./publication-rule";

/** Atoms whose rows are of one enterprise, or of one or two insurers: what is to stay unknown. */
export type IsInside = (atom: number) => boolean;

/**
 * Of whom nothing may follow, in whatever number of atoms: each enterprise, and where it is a secret
 * of insurers each insurer and each two. (Of more enterprises at once, what stands in the reduced
 * form and what two answers differ in is looked at, see `teller.ts`.)
 */
export class Coalitions {
  private readonly enterprises: Parties;
  private readonly insurers: Parties | null;

  constructor(atoms: Atoms, columns: ContributionColumns) {
    const { enterprise, insurer, value, isInsurerSecret } = columns;
    this.enterprises = partiesOf(atoms, enterprise, value, 1);
    this.insurers = isInsurerSecret ? partiesOf(atoms, insurer, value, 2) : null;
  }

  /** Those that something told so far could be of: `leads` are the atoms that it begins with. */
  *of(leads: readonly number[]): Generator<IsInside> {
    for (const one of known(leads, this.enterprises)) yield inside(this.enterprises, one);
    if (!this.insurers) return;
    const insurers = known(leads, this.insurers);
    for (const one of insurers) yield inside(this.insurers, one);
    if ((insurers.length * (insurers.length - 1)) / 2 > disclosureLimits.pairsMax) return;
    for (const [n, one] of insurers.entries())
      for (const other of insurers.slice(n + 1)) yield inside(this.insurers, one, other);
  }
}

/** By atom: its parties, as many as there could be of a coalition. */
interface Parties {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

const nobody = -1;
const tooMany = -2;

function partiesOf(atoms: Atoms, who: Uint32Array, value: Float64Array, max: 1 | 2): Parties {
  const first = new Float64Array(atoms.count).fill(nobody);
  const second = new Float64Array(atoms.count).fill(nobody);
  for (const [atom, rows] of atoms.rows.entries())
    for (const row of rows) {
      const party = value[row] === 0 ? nobody : (who[row] ?? 0);
      if (party === nobody || party === first[atom] || party === second[atom]) continue;
      if (first[atom] === nobody) first[atom] = party;
      else if (second[atom] === nobody && max === 2) second[atom] = party;
      else {
        first[atom] = tooMany;
        break;
      }
    }
  return { first, second };
}

function known(leads: readonly number[], { first, second }: Parties): number[] {
  const found = leads.flatMap((atom) =>
    first[atom] === tooMany ? [] : [first[atom] ?? nobody, second[atom] ?? nobody],
  );
  return [...new Set(found)].filter((party) => party !== nobody);
}

function inside({ first, second }: Parties, one: number, other = one): IsInside {
  const isOf = (party: number | undefined): boolean =>
    party === one || party === other || party === nobody;
  return (atom) => isOf(first[atom]) && isOf(second[atom]);
}

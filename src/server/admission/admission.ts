import { HubError } from "../../error/hub-error";
import { TokenBucket } from "./token-bucket";

/** How much one organisation, and all together, may have the hub do at once and in time. */
export interface AdmissionLimits {
  /** Operations worked on at once. */
  readonly runningMax: number;
  /** Of one organisation, while no other asks for anything. */
  readonly runningPerOrganisationMax: number;
  /** Of one organisation, while another has operations or had some in the last `besideOthersMs`. */
  readonly runningBesideOthersMax: number;
  readonly besideOthersMs: number;
  /** Operations of one organisation that wait for a turn; more are refused. */
  readonly waitingPerOrganisationMax: number;
  readonly waitMsMax: number;
  /** Units of cost that an organisation's budget gains each second. */
  readonly unitsPerSecond: number;
  /** Units an organisation may spend at once after a pause. */
  readonly unitsMax: number;
}

/**
 * One organisation holds at most half of the connections that read, and half of those while others
 * ask as well: who shares a machine feels each operation beside his own. Two, so that an analyst's
 * long question does not hold up the portal of his own organisation.
 */
export const turnLimits: Omit<AdmissionLimits, "unitsPerSecond" | "unitsMax"> = {
  runningMax: 16,
  runningPerOrganisationMax: 4,
  runningBesideOthersMax: 2,
  besideOthersMs: 1_000,
  waitingPerOrganisationMax: 128,
  waitMsMax: 10_000,
};

/** One operation's turn. */
export interface Turn {
  /** Pays for the operation, or refuses it: TOO_MANY_REQUESTS says when to come back. */
  charge(units: number): void;
  /** Ends the turn; what was paid and not used is given back. */
  leave(unused: number): void;
}

/** Which organisation asked last, and when. */
interface Asked {
  readonly by: Organisation;
  readonly atMs: number;
}

interface Waiting {
  readonly start: () => void;
}

/** What is known of one organisation; kept, as there are no more than the registry has. */
class Organisation {
  running = 0;
  readonly waiting: Waiting[] = [];
  constructor(readonly budget: TokenBucket) {}
}

/**
 * Decides whose operation is next. Turns go round the organisations, not along one queue: a flood
 * from one waits behind itself, and the others' operations pass it by.
 */
export class Admission {
  private readonly organisations = new Map<string, Organisation>();
  /** Those with operations that wait, in the order in which they are served next. */
  private readonly round = new Set<Organisation>();
  private running = 0;
  /** The last to ask, and the last of the others. */
  private lastAsked: Asked | null = null;
  private askedBefore: Asked | null = null;

  constructor(
    private readonly limits: AdmissionLimits,
    private readonly nowMs: () => number,
  ) {}

  /** Waits for a turn; refuses when too many of the organisation wait, or for too long. */
  async enter(organisationId: string): Promise<Turn> {
    const organisation = this.of(organisationId);
    if (this.lastAsked?.by !== organisation) this.askedBefore = this.lastAsked;
    this.lastAsked = { by: organisation, atMs: this.nowMs() };
    // When others have gone quiet, those who wait go before those who come.
    this.next();
    const isNext = organisation.waiting.length === 0 && this.isFree(organisation);
    if (isNext) this.begin(organisation);
    else await this.wait(organisation);
    return this.turn(organisation);
  }

  private turn(organisation: Organisation): Turn {
    const { budget } = organisation;
    return {
      charge: (units) => {
        const refused = budget.take(units, this.nowMs());
        if (!refused) return;
        throw new HubError("BUDGET_EXHAUSTED", {
          cost: units,
          perSecond: this.limits.unitsPerSecond,
          retryAfterSeconds: refused.waitSeconds,
        });
      },
      leave: (unused) => {
        budget.giveBack(unused);
        organisation.running--;
        this.running--;
        this.next();
      },
    };
  }

  private of(id: string): Organisation {
    let organisation = this.organisations.get(id);
    if (!organisation) {
      const { unitsPerSecond, unitsMax } = this.limits;
      organisation = new Organisation(new TokenBucket(unitsPerSecond, unitsMax, this.nowMs()));
      this.organisations.set(id, organisation);
    }
    return organisation;
  }

  private isFree(organisation: Organisation): boolean {
    const { runningMax, runningPerOrganisationMax, runningBesideOthersMax } = this.limits;
    const most = this.isBesideOthers(organisation)
      ? runningBesideOthersMax
      : runningPerOrganisationMax;
    return this.running < runningMax && organisation.running < most;
  }

  private isBesideOthers(organisation: Organisation): boolean {
    if (this.running > organisation.running) return true;
    const other = this.lastAsked?.by === organisation ? this.askedBefore : this.lastAsked;
    return other !== null && this.nowMs() - other.atMs < this.limits.besideOthersMs;
  }

  private begin(organisation: Organisation): void {
    organisation.running++;
    this.running++;
  }

  private wait(organisation: Organisation): Promise<void> {
    const { waitingPerOrganisationMax, waitMsMax } = this.limits;
    if (organisation.waiting.length >= waitingPerOrganisationMax)
      throw new HubError("TOO_MANY_REQUESTS", { retryAfterSeconds: 1 });
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        start: () => {
          clearTimeout(late);
          this.begin(organisation);
          // Not in one breath with the operation that made room: others' answers go in between.
          setImmediate(resolve);
        },
      };
      const late = setTimeout(() => {
        organisation.waiting.splice(organisation.waiting.indexOf(waiting), 1);
        if (organisation.waiting.length === 0) this.round.delete(organisation);
        reject(new HubError("TOO_MANY_REQUESTS", { retryAfterSeconds: 1 }));
      }, waitMsMax).unref();
      organisation.waiting.push(waiting);
      this.round.add(organisation);
    });
  }

  /** Gives free turns to those who have waited through the most turns of others. */
  private next(): void {
    for (const organisation of this.round) {
      if (!this.isFree(organisation)) continue;
      const first = organisation.waiting.shift();
      this.round.delete(organisation);
      // To the end of the round, which comes by here once more.
      if (organisation.waiting.length) this.round.add(organisation);
      first?.start();
    }
  }
}

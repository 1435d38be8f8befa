import { compareAnswers, isMistake, type AnswerDifference } from "./compare";
import { harvestCursors } from "./operations/harvest";
import type { Answer, WorldHub } from "./hubs";
import { bodyOf, isMutation, type Operation } from "./operations/operation";
import type { Operations } from "./operations/operations-of";
import type { Random } from "./random";
import type { AuditedOrganisation } from "./worlds/holder";

/** Two hubs whose worlds differ only in what the audited organisation may not see. */
export type TwoHubs = readonly [WorldHub, WorldHub];

/** What one organisation is asked to try. */
export interface AuditRun {
  readonly hubs: TwoHubs;
  readonly organisation: AuditedOrganisation;
  /** Organisations that ask in between, the same documents among others. */
  readonly others: readonly AuditedOrganisation[];
  /** The share of operations that one of them asks, too. */
  readonly companyShare: number;
  readonly operations: Operations;
  readonly count: number;
  readonly random: Random;
}

/** An operation that told the two worlds apart, and how it was asked. */
export interface Told {
  readonly operation: Operation;
  /** Who asked the same just before or at the same time, if anybody did. */
  readonly after: AskedBefore | null;
  readonly difference: AnswerDifference;
}

export interface AuditOutcome {
  /** How many operations were asked, the last one included. */
  readonly asked: number;
  /** How many were answered with data. */
  readonly answered: number;
  readonly told: Told | null;
  /** Operations that brought out a mistake of the hub's own, in both worlds alike. */
  readonly mistakes: readonly Operation[];
}

/** Who asked the same before, and whether it was answered by then: both kinds of sharing happen. */
export interface AskedBefore {
  readonly by: AuditedOrganisation;
  readonly isOver: boolean;
}

const rememberedMax = 40;

/** Asks both worlds the same until an answer differs or enough was asked. */
export async function auditOrganisation(run: AuditRun): Promise<AuditOutcome> {
  const { operations, random } = run;
  const earlier: Operation[] = [];
  const mistakes: Operation[] = [];
  let answered = 0;
  for (let asked = 1; asked <= run.count; asked++) {
    // Asked again, an operation meets whatever was remembered of the first time.
    const again = earlier.length > 0 && random.chance(0.08);
    const operation = again ? random.pick(earlier) : operations.next();
    if (earlier.push(operation) > rememberedMax) earlier.shift();
    if (random.chance(0.1)) await askBetween(run);
    const after =
      !isMutation(operation) && random.chance(run.companyShare) ? askedBefore(run) : null;
    const answers = await askBoth(run.hubs, run.organisation, operation, after);
    const difference = compareAnswers(...answers);
    if (difference) return { asked, answered, told: { operation, after, difference }, mistakes };
    if (isMistake(answers[0].text)) mistakes.push(operation);
    if (!answers[0].text.startsWith('{"errors"')) answered++;
    operations.knowledge.learn(answers[0].text);
    harvestCursors(operation, answers[0].text, operations);
  }
  return { asked: run.count, answered, told: null, mistakes };
}

function askedBefore({ random, others }: AuditRun): AskedBefore {
  return { by: random.pick(others), isOver: random.chance(0.6) };
}

/** Something else in between, by somebody else. */
async function askBetween(run: AuditRun): Promise<void> {
  const other = run.random.pick(run.others);
  const operation = run.operations.next();
  if (isMutation(operation) && other.holder.type !== "INSURER") return;
  const [answer] = await askBoth(run.hubs, other, operation, null);
  harvestCursors(operation, answer.text, run.operations, true);
}

/** The same request to both worlds; `after` asks it, too, a moment earlier. */
export async function askBoth(
  hubs: TwoHubs,
  organisation: AuditedOrganisation,
  operation: Operation,
  after: AskedBefore | null,
): Promise<readonly [Answer, Answer]> {
  const body = bodyOf(operation);
  const { subgraph } = operation;
  const ask = async (hub: WorldHub): Promise<Answer> => {
    const first = after ? hub.ask({ organisation: after.by, body, subgraph }) : null;
    if (after?.isOver) await first;
    const answer = await hub.ask({ organisation, body, subgraph });
    await first;
    return answer;
  };
  return Promise.all([ask(hubs[0]), ask(hubs[1])]);
}

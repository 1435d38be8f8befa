import { dayOfMoment, dayText } from "./days";
import type { EnterpriseStory, PolicyStory, Violation } from "./story";
import { currentPolicy } from "./tell-accidents";
import type { PlannedViolation } from "./violation-plan";
import type { DemoWorld } from "./world";

type Told = Omit<EnterpriseStory, "violations">;

/** What in this story breaks a rule, named so that a test or a person finds it. */
export function violationsIn(
  world: DemoWorld,
  story: Told,
  cell: string | undefined,
  planned: PlannedViolation | undefined,
): Violation[] {
  const kind = planned?.kind.name;
  const current = currentPolicy(story.policies, world.today);
  if (cell !== undefined || kind === undefined) return [];
  const of = { kind, key: { uscc: story.uscc } };
  if (kind === "uninsured-unit") return [{ ...of, entity: "Enterprise", id: story.id }];
  if (kind === "unclaimed-accident" || kind === "deaths-differ")
    return story.accidents.map(({ id, sourceKey, occurredAt }) => ({
      kind,
      entity: "AccidentReport",
      id,
      key: { ...of.key, sourceKey, occurredOn: dayText(dayOfMoment(occurredAt)) },
    }));
  if (kind === "late-complaint-reply")
    return story.complaints.map(({ id, sourceKey, insurer }) => ({
      kind,
      entity: "Complaint",
      id,
      key: { ...of.key, insurer: insurer.orgCode, sourceKey },
    }));
  const policy =
    kind === "cancelled-without-reason" || kind === "undelivered-service"
      ? story.policies[0]
      : current;
  if (!policy) return [];
  const thing = thingOf(kind, policy);
  if (!thing) return [];
  const { entity, id, sourceKey } = thing;
  return [{ kind, entity, id, key: { ...of.key, insurer: policy.insurer.orgCode, sourceKey } }];
}

interface Thing {
  readonly entity: string;
  readonly id: string;
  readonly sourceKey: string;
}

/** The row that breaks the rule. */
function thingOf(kind: string, policy: PolicyStory): Thing | undefined {
  const named = (entity: string, row: { id: string; sourceKey: string } | null | undefined) =>
    row ? { entity, id: row.id, sourceKey: row.sourceKey } : undefined;
  const [service] = policy.services;
  switch (kind) {
    case "spend-without-service":
      return named(
        "FeeEntry",
        policy.fees.find((entry) => entry.kind === "SPEND" && !entry.service),
      );
    case "shared-invoice":
      return named(
        "FeeEntry",
        policy.fees.find((entry) => entry.service === service),
      );
    case "unreported-major-hazard":
    case "late-hazard-notice":
      return named("Hazard", service?.hazards[0]);
    case "short-service":
    case "expert-at-two-sites":
    case "reused-evidence":
    case "retouched-photo":
    case "copied-report":
      return named("ServiceRecord", service);
    case "undelivered-service":
      return named("ServicePlan", policy.plan);
    case "accident-outside-cover":
    case "late-claim-payment":
    case "claims-of-one-agent":
      return named("Claim", policy.claims[0]);
    default:
      return named("Policy", policy);
  }
}

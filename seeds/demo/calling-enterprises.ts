import { tellEnterprise } from "./generate";
import type { EnterpriseStory } from "./story";
import type { DemoWorld } from "./world";

const CALLING_ENTERPRISES_MAX = 3;

/**
 * The enterprises with an organisation of their own, DEMO-EN-1 to -3: the first lawful one of each
 * of the first insurers that has two policies and had a hazard found, so that it sees something.
 */
export function callingEnterprises(world: DemoWorld): EnterpriseStory[] {
  const { assignments, options, violations } = world;
  const found = new Map<number, EnterpriseStory>();
  for (let index = 0; index < options.enterprises; index += 1) {
    if (found.size === CALLING_ENTERPRISES_MAX) break;
    const { insurer } = assignments.of(index);
    if (insurer >= CALLING_ENTERPRISES_MAX || found.has(insurer) || violations.has(index)) continue;
    const story = tellEnterprise(world, index);
    const services = story.policies.flatMap((policy) => policy.services);
    const hasHazard = services.some(({ hazards }) => hazards.length > 0);
    if (story.policies.length > 1 && hasHazard) found.set(insurer, story);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, story]) => story);
}

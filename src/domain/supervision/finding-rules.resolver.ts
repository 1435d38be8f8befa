import { Extensions, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { ruleCatalogue } from "../../submission/findings/rule-catalogue";
import type { Plain } from "./plain";
import { PublishedRule } from "./published-rule";

/** The catalogue of rules, as the code has it. */
@Resolver()
export class FindingRulesResolver {
  @Extensions({ label: "public" satisfies Label })
  @Query(() => [PublishedRule], { description: "校验规则目录 Every rule, by its id." })
  rules(): Plain<PublishedRule>[] {
    return ruleCatalogue().map(({ class: ruleClass, parameters, subjects, ...rule }) => ({
      ...rule,
      ruleClass,
      subjects: [...subjects],
      parameters: parameters.map(({ key, standard }) => ({
        key,
        standard: standard === null ? null : String(standard),
      })),
    }));
  }
}

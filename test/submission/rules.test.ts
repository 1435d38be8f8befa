import { domains } from "../../src/domain/domains";
import { recordTypes } from "../../src/submission/record-type";
import { exampleClock, findingsOf, type Rule } from "../../src/submission/rule";
import * as holds from "../../src/submission/rules/hold.rules";
import * as changes from "../../src/submission/rules/record-change.rules";
import * as shapes from "../../src/submission/rules/record-shape.rules";
import * as remits from "../../src/submission/rules/remit.rules";
import * as wholes from "../../src/submission/rules/whole-submission.rules";

const circumstances = { clock: exampleClock };

const isRule = (candidate: unknown): candidate is Rule<unknown> =>
  typeof candidate === "object" && candidate !== null && "examples" in candidate;

/** Where a rule belongs, and the rule; the same rule may serve several types. */
const all: [where: string, rule: Rule<unknown>][] = [
  ...[wholes, remits, holds, changes, shapes]
    .flatMap((file): unknown[] => Object.values(file))
    .filter(isRule)
    .map((rule): [string, Rule<unknown>] => ["submission", rule]),
  ...recordTypes().flatMap(({ name, rules, references }) =>
    [...rules, ...references.flatMap(({ rule }) => rule ?? [])].map(
      (rule): [string, Rule<unknown>] => [name, rule as Rule<unknown>],
    ),
  ),
];

test("every record type of a domain has rules", () => {
  const declared = domains.flatMap((d) => d.recordTypes ?? []).map(({ name }) => name);

  expect(
    recordTypes()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(declared.sort());
  expect(recordTypes().filter(({ rules }) => rules.length === 0)).toEqual([]);
});

describe.each(all)("%s", (where, rule) => {
  describe(`${rule.id} ${rule.severity}: ${rule.en}`, () => {
    test.each(rule.examples.meet)("is met: %s", (_title, subject) => {
      expect(findingsOf(rule, subject, circumstances)).toEqual([]);
    });

    test.each(rule.examples.break)("is broken: %s", (_title, subject) => {
      const findings = findingsOf(rule, subject, circumstances);

      expect(findings.length).toBeGreaterThan(0);
      for (const { path } of findings) expect(path).toMatch(/^\$/);
    });

    test("says in both languages what is wrong, and on what it rests", () => {
      expect(rule.zh).toMatch(/\p{Script=Han}/u);
      expect(rule.en).not.toMatch(/\p{Script=Han}/u);
      expect(rule.legalBasis).not.toBe("");
      expect(where).not.toBe("");
    });
  });
});

describe.each(recordTypes())("the example of $name", (type) => {
  test.each(type.rules)("meets $id $severity", (rule) => {
    expect(findingsOf(rule as Rule<unknown>, type.example, circumstances)).toEqual([]);
  });
});

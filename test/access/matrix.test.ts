import { labels, type Label } from "../../src/access/label";
import { rightOf } from "../../src/access/matrix";
import { organisationTypes } from "../../src/access/organisation-type";
import { mentions, permits, type Mention, type Right } from "../../src/access/right";
import { specifiedMatrix } from "../oracle/access-matrix";

const rows = specifiedMatrix.split("\n").map((line) => line.trim().split(/\s*\|\s*/));

describe("the access matrix", () => {
  it("has exactly the labels of the specification", () => {
    expect(rows.map(([label]) => label)).toEqual(Object.keys(labels));
  });

  for (const [label = "", ...rights] of rows)
    it(`gives ${label} as specified to each of the nine organisation types`, () => {
      expect(organisationTypes.map((type) => rightOf(type, label as Label))).toEqual(rights);
    });
});

const allowed: Record<Right, readonly Mention[]> = {
  R: ["SELECT", "FILTER", "ORDER", "GROUP", "AGGREGATE"],
  W: ["INPUT", "CALL"],
  RW: mentions,
  M: ["SELECT"],
  A: ["AGGREGATE"],
  "-": [],
};

describe("a right", () => {
  for (const [right, list] of Object.entries(allowed))
    for (const mention of mentions)
      it(`${right} ${list.includes(mention) ? "covers" : "does not cover"} ${mention}`, () => {
        expect(permits(right as Right, mention)).toBe(list.includes(mention));
      });
});

import "reflect-metadata";
import type { Caller } from "../../src/access/caller";
import { grantRowKinds } from "../../src/access/grant";
import { grantRowsSql } from "../../src/access/grant-rows";
import { grantRowsWords } from "../../src/access/grant-rows-words";
import { organisationTypes } from "../../src/access/organisation-type";
import { baseRights } from "../../src/access/rights";
import { rowScopeWords } from "../../src/access/row-scope-words";
import { scopeFor } from "../../src/access/scope-predicate";
import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { allModels } from "../../src/query/entity-model";

/* The words about rows say what the SQL does: all, none, or some. */

buildGraph(domains);

function callerOf(type: Caller["type"], sectors: Caller["sectors"]): Caller {
  return {
    ...{ organisationId: "org_x", organisationCode: "X", organisationName: "X", type },
    ...{ regionPrefix: "3401", sectors, rights: baseRights(type), registeredOnly: false },
    insurerId: type === "INSURER" ? "ins_x" : null,
    serviceAgencyId: type === "SERVICE_AGENCY" ? "sva_x" : null,
    enterpriseId: type === "ENTERPRISE" ? "ent_x" : null,
  };
}

const callers = organisationTypes.flatMap((type) => [
  callerOf(type, "ALL"),
  callerOf(type, ["FIREWORKS"]),
]);

/** What a predicate comes to, its values aside. */
function amountOf({ text, values }: { text: string; values: readonly unknown[] }): string {
  if (values.length) return "some";
  return text.includes("FALSE") ? "none" : "all";
}

function amountSaid(en: string): string {
  return /^all rows$/i.test(en) ? "all" : /^no rows$|there are none/i.test(en) ? "none" : "some";
}

describe.each(allModels().map((model) => [model.name, model] as const))("of %s", (_name, model) => {
  const scope = { ...model.scope };
  delete scope.existing;

  it("the words for each kind of organisation are those of its row scope", () => {
    for (const caller of callers) {
      const words = rowScopeWords(scope, caller);
      const sql = scopeFor(scope, caller, "t");
      expect([caller.type, amountSaid(words.en)]).toEqual([caller.type, amountOf(sql)]);
      expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
      const values = sql.values
        .filter((value) => value !== caller.organisationId)
        .map((value) => String(value).replace("%", ""));
      const isJurisdiction = /^(Region|Sectors)/.test(words.en);
      if (isJurisdiction) expect(values.filter((value) => !words.en.includes(value))).toEqual([]);
    }
  });

  it("the words for each kind of grant are those of the rows it is about", () => {
    for (const authority of callers.filter(({ type }) => type === "EMERGENCY"))
      for (const kind of grantRowKinds.filter((each) => each !== "OWN")) {
        const rows = { kind, value: "34" };
        const said = grantRowsWords(scope, authority, rows).en;
        const done = grantRowsSql(scope, authority, "t", rows);
        expect([kind, amountSaid(said)]).toEqual([kind, amountOf(done)]);
        if (amountOf(done) === "some") expect(said).toContain("34");
        const within = { region: "3402", sectors: ["MINES"] };
        const bounded = grantRowsWords(scope, authority, { ...rows, within });
        const divided = grantRowsSql(scope, authority, "t", { ...rows, within }).values;
        if (amountOf(done) !== "none")
          expect([bounded.en.includes("3402"), bounded.en.includes("MINES")]).toEqual([
            divided.includes("3402%"),
            divided.includes("MINES"),
          ]);
      }
  });
});

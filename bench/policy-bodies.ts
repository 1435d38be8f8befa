import type { PolicyStatement } from "../src/domain/underwriting/policy.record-input";

const recordsPerBody = 1_000;
const premiumsCount = 9_000;
const latestYear = 2026;

const mutation = `mutation Submit($input: SubmitPoliciesInput!) {
  submitPolicies(input: $input) {
    __typename
    ... on SubmissionReceipt {
      submissionId accepted unchanged pending rejected held position digest signature
      outcomes { index sourceKey recordId status version waitsForId waitsUntil
        findings { ruleId severity path zh en } }
    }
  }
}`;

/**
 * Bodies of requests that submit 1,000 new policies each, made before anything is measured: one a
 * year for each enterprise, the latest years first. `from` is how many bodies there were before.
 */
export function policyBodies(
  usccs: readonly string[],
  name: string,
  count: number,
  from: number,
): Buffer[] {
  return Array.from({ length: count }, (_, body) => {
    const records = Array.from({ length: recordsPerBody }, (_record, n) =>
      policy(usccs, name, (from + body) * recordsPerBody + n),
    );
    const sum = records.reduce(
      (total, { writtenPremiumFen }) => total + Number(writtenPremiumFen),
      0,
    );
    const input = {
      submissionKey: `${name}-${String(body)}`,
      declared: {
        count: records.length,
        sums: [{ name: "writtenPremiumFen", amountFen: String(sum) }],
      },
      records,
    };
    return Buffer.from(JSON.stringify({ query: mutation, variables: { input } }));
  });
}

/** A policy that meets every rule; each has values of its own. */
function policy(usccs: readonly string[], name: string, n: number): PolicyStatement {
  const key = `${name}-${String(n).padStart(8, "0")}`;
  const persons = 10 + (n % 190);
  const premium = 1_000_000 + (n % premiumsCount) * 700;
  const day = String(1 + (n % 28)).padStart(2, "0");
  const year = latestYear - Math.floor(n / usccs.length);
  return {
    sourceKey: key,
    policyNo: `34AZ${key}`,
    enterpriseUscc: usccs[n % usccs.length] ?? "",
    signedOn: `${String(year)}-05-${day}`,
    startDate: `${String(year)}-06-${day}`,
    endDate: `${String(year + 1)}-05-${day}`,
    sumInsuredPerPersonFen: "50000000",
    limitPerAccidentFen: String(persons * 50_000_000),
    limitAggregateFen: String(persons * 100_000_000),
    insuredCount: persons,
    writtenPremiumFen: String(premium),
    basePremiumFen: String(premium),
    rateFactor: "1",
    ratePermille: "2.5",
    commissionFen: String(Math.floor(premium / 25)),
    serviceFeePct: "15",
    agreedFrequency: 2,
    agreedItems: ["01", "03", "05"],
  };
}

import { Casualty } from "../../src/domain/claims/casualty.entity";
import { Claim } from "../../src/domain/claims/claim.entity";
import { ClaimPayment } from "../../src/domain/claims/claim-payment.entity";
import { gradeAccident } from "../../src/domain/claims/grade-accident";
import { foldedName } from "../../src/domain/registry/folded-name";
import { databaseMoment, type Moment } from "./days";
import { identityDigest } from "./institutions";
import { ownedBy } from "./rows-of-policy";
import type { ClaimStory, EnterpriseStory, PolicyStory } from "./story";
import type { RowOf, RowSink } from "./table-row";
import { addressOf } from "./wording";

/** Writes down a claim by itself. */
export function addClaim(
  story: EnterpriseStory,
  policy: PolicyStory,
  claim: ClaimStory,
  sink: RowSink,
): void {
  sink.add(Claim, claimRow(story, policy, claim));
}

/** Writes down the injured and the payments of a claim. */
export function addClaimParts(
  story: EnterpriseStory,
  policy: PolicyStory,
  claim: ClaimStory,
  sink: RowSink,
): void {
  const owned = ownedBy(story, policy);
  for (const { id, sourceKey, name, idNumber, injury } of claim.casualties) {
    const row: RowOf<Casualty> = {
      id,
      sourceKey,
      claimId: claim.id,
      party: "EMPLOYEE",
      injury,
      name,
      idNumber,
      idNumberHmac: identityDigest(idNumber),
      documents: JSON.stringify([injury === "DEATH" ? "死亡证明（演示）" : "诊断证明（演示）"]),
      ...owned,
    };
    sink.add(Casualty, row);
  }
  for (const { id, sourceKey, paidAt, head, amount, payee } of claim.payments) {
    const row: RowOf<ClaimPayment> = {
      id,
      sourceKey,
      claimId: claim.id,
      paidAt: databaseMoment(paidAt),
      kind: "SETTLEMENT",
      head,
      amountFen: String(amount),
      payee,
      ...owned,
    };
    sink.add(ClaimPayment, row);
  }
}

function claimRow(story: EnterpriseStory, policy: PolicyStory, claim: ClaimStory): RowOf<Claim> {
  const { deaths, seriousInjuries, minorInjuries, assessedInjury, assessedMedical } = claim;
  const assessed = assessedInjury === null ? null : "0";
  return {
    id: claim.id,
    sourceKey: claim.sourceKey,
    claimNo: claim.claimNo,
    policyId: policy.id,
    status: claim.status,
    accidentAt: databaseMoment(claim.accidentAt),
    placeRegionCode: story.regionCode,
    placeAddress: addressOf(story),
    accidentType: claim.accidentType,
    grade: gradeAccident({ deaths, seriousInjuries, directLossFen: null }),
    deaths,
    seriousInjuries,
    minorInjuries,
    cause: claim.cause,
    reportedAt: databaseMoment(claim.reportedAt),
    lodgedBy: claim.lodgedBy,
    lodgedByFolded: claim.lodgedBy && foldedName(claim.lodgedBy),
    registeredAt: whenKnown(claim.registeredAt),
    assessedAt: whenKnown(claim.assessedAt),
    agreedAt: whenKnown(claim.agreedAt),
    refusedAt: whenKnown(claim.refusedAt),
    refusalNotifiedAt: whenKnown(claim.refusalNotifiedAt),
    closedAt: whenKnown(claim.closedAt),
    reserveFen: whenStated(claim.reserve),
    assessedEmployeeInjuryFen: whenStated(assessedInjury),
    assessedThirdPartyInjuryFen: assessed,
    assessedThirdPartyPropertyFen: assessed,
    assessedRescueFen: assessed,
    assessedMedicalFen: whenStated(assessedMedical),
    assessedAppraisalFen: assessed,
    assessedLegalFen: assessed,
    assessedOtherFen: assessed,
    ...ownedBy(story, policy),
  };
}

function whenKnown(moment: Moment | null): string | null {
  return moment === null ? null : databaseMoment(moment);
}

function whenStated(amount: number | null): string | null {
  return amount === null ? null : String(amount);
}

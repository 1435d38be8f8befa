import type { Moment, SerialDay } from "./days";
import type { DemoAgency, DemoExpert, DemoInsurer } from "./institutions";

/*
 * What happened to one enterprise, as facts. Table rows (rows-of-story.ts) and the insurer's files
 * (records-of-story.ts) are two ways of writing down the same story. Money is whole fen, far below
 * 2^53 and computed in integers; it becomes text when it is written down.
 */

export interface EnterpriseStory {
  readonly index: number;
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
  readonly regionCode: string;
  readonly countyName: string;
  readonly sector: string;
  readonly headcount: number;
  readonly operatingStatus: "OPERATING" | "CLOSED";
  readonly obligated: boolean;
  readonly riskGrade: "HIGH" | "MEDIUM" | "LOW";
  readonly gradedOn: SerialDay;
  readonly standardisationGrade: number | null;
  readonly roster: RosterStory | null;
  readonly policies: readonly PolicyStory[];
  readonly accidents: readonly AccidentStory[];
  readonly complaints: readonly ComplaintStory[];
  /** The seeded violation, once for each thing that shows it. */
  readonly violations: readonly Violation[];
}

export interface RosterStory {
  readonly listedOn: SerialDay;
  readonly delistedOn: SerialDay | null;
}

/** What a seeded violation is about. */
export interface Violation {
  readonly kind: string;
  /** Name of the entity, and of what identifies it. */
  readonly entity: string;
  readonly id: string;
  readonly key: Readonly<Record<string, string | number>>;
}

export interface PolicyStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly policyNo: string;
  readonly insurer: DemoInsurer;
  readonly signedOn: SerialDay;
  readonly startDate: SerialDay;
  readonly endDate: SerialDay;
  readonly limitPerPerson: number;
  readonly limitPerAccident: number;
  readonly limitAggregate: number;
  readonly insuredCount: number;
  readonly basePremium: number;
  /** In ten-thousandths. */
  readonly rateFactor: number;
  readonly writtenPremium: number;
  readonly commission: number;
  /** In hundredths of a percent. */
  readonly serviceFeePct: number;
  readonly items: readonly string[];
  /** Services promised, per year. */
  readonly frequency: number;
  readonly cancelledOn: SerialDay | null;
  readonly cancelledReason: "CEASED" | "OTHER" | null;
  readonly renewalOf: PolicyStory | null;
  readonly coInsurance: readonly CoInsuranceStory[];
  readonly endorsements: readonly EndorsementStory[];
  readonly receipts: readonly ReceiptStory[];
  readonly plan: PlanStory | null;
  readonly services: readonly ServiceStory[];
  readonly fees: readonly FeeStory[];
  readonly claims: readonly ClaimStory[];
}

export interface CoInsuranceStory {
  readonly insurer: DemoInsurer;
  readonly role: "LEAD" | "FOLLOW";
  readonly shareBp: number;
}

export interface EndorsementStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly effectiveFrom: SerialDay;
  readonly reason: string;
}

export interface ReceiptStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly receivedOn: SerialDay;
  readonly amount: number;
  readonly kind: "RECEIPT" | "REFUND";
}

export interface PlanStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly agency: DemoAgency | null;
  readonly persons: readonly string[];
  readonly needs: string;
  readonly budget: number;
}

export interface ServiceStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly agency: DemoAgency | null;
  readonly expert: DemoExpert;
  readonly item: string;
  readonly mode: "ONSITE" | "REMOTE";
  readonly startedAt: Moment;
  readonly endedAt: Moment;
  readonly position: Position | null;
  readonly attendees: number;
  /** Null until it is booked. */
  readonly cost: number | null;
  readonly visitedAt: Moment | null;
  readonly visitMethod: "PHONE" | "ONSITE" | "ONLINE";
  readonly satisfaction: number;
  readonly insurerConfirmedAt: Moment | null;
  readonly enterpriseConfirmedAt: Moment | null;
  readonly archivedAt: Moment | null;
  readonly status: "DONE" | "RETURN_VISITED" | "CONFIRMED" | "ARCHIVED";
  /** A long account of how it went; null: the usual words. */
  readonly report: string | null;
  readonly evidence: EvidenceStory;
  readonly hazards: readonly HazardStory[];
}

/** Degrees, as text with six digits after the point; CGCS2000. */
export interface Position {
  readonly lat: string;
  readonly lon: string;
}

export interface EvidenceStory {
  readonly digest: string;
  readonly kind: "PHOTO" | "SIGN_IN_SHEET" | "REPORT";
  readonly capturedAt: Moment;
  /** Of some photos only: 64 bits in hex. */
  readonly perceptualHash: string | null;
}

export type HazardState =
  | "FOUND"
  | "NOTIFIED"
  | "RECTIFYING"
  | "RECTIFIED"
  | "RECHECKED"
  | "CLOSED"
  | "OVERDUE"
  | "REPORTED";

export interface HazardStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly level: "GENERAL" | "MAJOR";
  readonly criterionCode: string | null;
  readonly description: string;
  readonly place: string;
  readonly foundAt: Moment;
  readonly deadline: SerialDay;
  readonly responsiblePerson: string;
  readonly status: HazardState;
  readonly events: readonly HazardEventStory[];
}

export interface HazardEventStory {
  readonly kind: HazardState;
  readonly at: Moment;
  readonly person: string;
  readonly recipient: string | null;
  readonly evidenceDigest: string | null;
}

export interface FeeStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly kind: "EXTRACT" | "SPEND";
  readonly year: number;
  readonly bookedOn: SerialDay;
  /** When the enterprise was told what its fee was spent on: with the invoice. */
  readonly informedOn: SerialDay | null;
  readonly amount: number;
  readonly service: ServiceStory | null;
  readonly category: string | null;
  readonly payee: string | null;
  readonly invoiceNo: string | null;
}

export interface ClaimStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly claimNo: string;
  readonly accidentAt: Moment;
  readonly accidentType: string;
  readonly deaths: number;
  readonly seriousInjuries: number;
  readonly minorInjuries: number;
  readonly cause: string | null;
  readonly reportedAt: Moment;
  /** The agent who lodged it, if one did. */
  readonly lodgedBy: string | null;
  readonly registeredAt: Moment | null;
  readonly assessedAt: Moment | null;
  readonly agreedAt: Moment | null;
  readonly refusedAt: Moment | null;
  readonly refusalNotifiedAt: Moment | null;
  readonly closedAt: Moment | null;
  readonly reserve: number | null;
  readonly assessedInjury: number | null;
  readonly assessedMedical: number | null;
  readonly status:
    "REPORTED" | "REGISTERED" | "ASSESSED" | "AGREED" | "PAID" | "CLOSED" | "REFUSED";
  readonly casualties: readonly CasualtyStory[];
  readonly payments: readonly PaymentStory[];
}

export interface CasualtyStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly name: string;
  readonly idNumber: string;
  readonly injury: "MINOR" | "SERIOUS" | "DEATH";
}

export interface PaymentStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly paidAt: Moment;
  readonly head: "EMPLOYEE_INJURY" | "MEDICAL";
  readonly amount: number;
  readonly payee: string;
}

export interface AccidentStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly occurredAt: Moment;
  readonly deaths: number;
  readonly injuries: number;
}

export interface ComplaintStory {
  readonly id: string;
  readonly sourceKey: string;
  readonly insurer: DemoInsurer;
  readonly filedAt: Moment;
  readonly repliedAt: Moment | null;
}

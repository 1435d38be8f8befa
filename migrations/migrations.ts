import { Initial1795303419871 } from "./1795303419871-initial";
import { AccessGrants1795308816700 } from "./1795308816700-access-grants";
import { SignedReceipts1795310123628 } from "./1795310123628-signed-receipts";
import { AccessLog1795310372802 } from "./1795310372802-access-log";
import { Findings1795310374925 } from "./1795310374925-findings";
import { RecordTypes1795311038054 } from "./1795311038054-record-types";
import { FindingIndexes1795311973383 } from "./1795311973383-finding-indexes";
import { DisclosureLedger1795320642624 } from "./1795320642624-disclosure-ledger";
import { TrustedDocuments1795320804233 } from "./1795320804233-trusted-documents";
import { FewerVersionIndexes1795321548890 } from "./1795321548890-fewer-version-indexes";
import { FeeLedger1795330819887 } from "./1795330819887-fee-ledger";
import { RuleFields1795330981697 } from "./1795330981697-rule-fields";
import { DailyFigures1795331003087 } from "./1795331003087-daily-figures";
import { ListsOfDueFindings1795331043658 } from "./1795331043658-lists-of-due-findings";
import { PreventionLikeness1795331062387 } from "./1795331062387-prevention-likeness";
import { FeeStatements1795331405754 } from "./1795331405754-fee-statements";

/** All migrations, oldest first. One that is missing here shows as drift in the tests. */
export const migrations: readonly (new () => object)[] = [
  Initial1795303419871,
  AccessGrants1795308816700,
  SignedReceipts1795310123628,
  AccessLog1795310372802,
  Findings1795310374925,
  RecordTypes1795311038054,
  FindingIndexes1795311973383,
  DisclosureLedger1795320642624,
  TrustedDocuments1795320804233,
  FewerVersionIndexes1795321548890,
  FeeLedger1795330819887,
  RuleFields1795330981697,
  DailyFigures1795331003087,
  ListsOfDueFindings1795331043658,
  PreventionLikeness1795331062387,
  FeeStatements1795331405754,
];

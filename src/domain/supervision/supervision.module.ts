import { connectionOf } from "../../graph/connection";
import type { DomainModule } from "../../graph/domain-module";
import { rootList, rootOne } from "../../graph/fields/root";
import { HeldSubmission } from "../../submission/held/held-submission";
import { HeldSubmissionsResolver } from "../../submission/held/held-submissions.resolver";
import { HistoryResolver } from "../../submission/history/history.resolver";
import { RecordHistory, RecordVersion } from "../../submission/history/record-history";
import {
  ReceiptChain,
  SubmissionReceiptsResolver,
} from "../../submission/receipts/submission-receipts.resolver";
import {
  BucketReconciliation,
  ComparedSumOutput,
  DifferingBucketOutput,
  Reconciliation,
} from "../../submission/reconciliation/reconciliation-types";
import { ReconcileResolver } from "../../submission/reconciliation/reconcile.resolver";
import {
  NilDeclaration,
  StreamDay,
  SubmissionStream,
} from "../../submission/streams/submission-stream";
import { defineFindingRules } from "../../submission/findings/finding-rule";
import { agencyShareFindings } from "./agency-share.findings";
import { Bilingual } from "./bilingual";
import { CoverageFigure, RegionCoverage } from "./coverage.figure";
import { CoverageResolver } from "./coverage.resolver";
import { feeLedgerFindings } from "./fee-ledger.findings";
import { feePatternFindings } from "./fee-pattern.findings";
import { FeeRatioFigure } from "./fee-ratio.figure";
import { FeeRatiosResolver } from "./fee-ratios.resolver";
import { FigureBasis } from "./figure-basis";
import { FindingRulesResolver } from "./finding-rules.resolver";
import { Finding } from "./finding.entity";
import { OverdueMajorHazardFigure } from "./overdue-major-hazard.figure";
import { OverdueMajorHazardFigureResolver } from "./overdue-major-hazard-figure.resolver";
import { OverdueMajorHazardsResolver } from "./overdue-major-hazards.resolver";
import { policyMarketFindings } from "./policy-market.findings";
import { planBudgetFindings } from "./plan-budget.findings";
import { PublishedRule } from "./published-rule";
import { reportingFindings } from "./reporting.findings";
import { RuleParameter } from "./rule-parameter";
import { pendingRecordFindings } from "./pending-record.findings";
import { streamDayFindings } from "./stream-day.findings";
import { streamVolumeFindings } from "./stream-volume.findings";
import { SubmissionStreamsResolver } from "./submission-streams.resolver";

const findings = connectionOf(Finding);

/** What supervision looks at: figures, each with its basis, findings, and the rules behind them. */
export const supervision: DomainModule = {
  name: "supervision",
  entities: [Finding],
  findingRules: defineFindingRules([
    ...agencyShareFindings,
    ...feeLedgerFindings,
    ...feePatternFindings,
    ...policyMarketFindings,
    ...planBudgetFindings,
    ...reportingFindings,
    ...streamDayFindings,
    ...streamVolumeFindings,
    ...pendingRecordFindings,
  ]),
  values: [
    HeldSubmission,
    SubmissionStream,
    StreamDay,
    NilDeclaration,
    Reconciliation,
    ComparedSumOutput,
    DifferingBucketOutput,
    BucketReconciliation,
    RecordHistory,
    RecordVersion,
    ReceiptChain,
    Bilingual,
    FigureBasis,
    RegionCoverage,
    CoverageFigure,
    FeeRatioFigure,
    OverdueMajorHazardFigure,
    PublishedRule,
    RuleParameter,
  ],
  resolvers: [
    rootList("findings", findings, "校验发现列表 Findings the caller may see, latest first."),
    rootOne("finding", Finding, [], "校验发现 One finding."),
    FindingRulesResolver,
    HeldSubmissionsResolver,
    SubmissionStreamsResolver,
    ReconcileResolver,
    HistoryResolver,
    SubmissionReceiptsResolver,
    CoverageResolver,
    FeeRatiosResolver,
    OverdueMajorHazardsResolver,
    OverdueMajorHazardFigureResolver,
  ],
};

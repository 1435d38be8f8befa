import type { DomainModule } from "../../graph/domain-module";
import { Bilingual } from "./bilingual";
import { CoverageFigure, RegionCoverage } from "./coverage.figure";
import { CoverageResolver } from "./coverage.resolver";
import { FeeRatioFigure } from "./fee-ratio.figure";
import { FeeRatiosResolver } from "./fee-ratios.resolver";
import { FigureBasis } from "./figure-basis";
import { OverdueMajorHazardFigure } from "./overdue-major-hazard.figure";
import { OverdueMajorHazardFigureResolver } from "./overdue-major-hazard-figure.resolver";
import { OverdueMajorHazardsResolver } from "./overdue-major-hazards.resolver";

/** The figures supervision looks at, each with its basis; findings and actions later. */
export const supervision: DomainModule = {
  name: "supervision",
  entities: [],
  values: [
    Bilingual,
    FigureBasis,
    RegionCoverage,
    CoverageFigure,
    FeeRatioFigure,
    OverdueMajorHazardFigure,
  ],
  resolvers: [
    CoverageResolver,
    FeeRatiosResolver,
    OverdueMajorHazardsResolver,
    OverdueMajorHazardFigureResolver,
  ],
};

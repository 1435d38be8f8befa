import type { FindingSource } from "./finding-rule";

/**
 * A figure that rules compare with, one per cell: `rows` is our own SQL that answers `cell`, `value`
 * and `cases`, over the whole hub; `{today}` is the day it is computed for.
 */
export interface DailyFigure {
  readonly name: string;
  readonly rows: string;
}

const figures: DailyFigure[] = [];

/** Registers a figure: it is renewed once a day. Throws when its name is taken. */
export function defineDailyFigure(figure: DailyFigure): DailyFigure {
  if (figures.some(({ name }) => name === figure.name))
    throw new Error(`the figure ${figure.name} is declared twice`);
  figures.push(figure);
  return figure;
}

/** All figures. */
export function dailyFigures(): readonly DailyFigure[] {
  return figures;
}

/**
 * Cases are counted to here where only "enough of them" matters: beyond, one more changes nothing
 * and makes nothing due.
 */
const casesMax = 1_000;

/** The smallest value that so many per cent of the cell's rows (`cell`, `value`) do not exceed. */
export function percentile(percent: number, rows: string): string {
  return `SELECT y.cell, y.value, LEAST(y.cases, ${casesMax}) AS cases FROM (
    SELECT x.cell, x.value, ROW_NUMBER() OVER (PARTITION BY x.cell ORDER BY x.value) AS place,
      COUNT(*) OVER (PARTITION BY x.cell) AS cases
    FROM (${rows}) x WHERE x.cell IS NOT NULL AND x.value IS NOT NULL) y
    WHERE y.place = CEIL(y.cases * ${percent} / 100)`;
}

/** The id of a cell of the figure; our own SQL says which. */
export function figureId({ name }: DailyFigure, cell: string): string {
  return `CONCAT('${name} ', ${cell})`;
}

/** What is judged again when a figure changes: `subjects` reads it as `f`. */
export function whenRenewed({ name }: DailyFigure, subjects: string): FindingSource {
  return {
    table: "daily_figure",
    subjects: `${subjects} WHERE f.name = '${name}' AND f.id IN ({ids})`,
  };
}

import { entityId } from "../../src/database/entity-id";
import { CalendarException } from "../../src/domain/registry/calendar-exception.entity";
import { DictionaryEntry } from "../../src/domain/registry/dictionary-entry.entity";
import { DictionaryName } from "../../src/domain/registry/dictionary-name";
import { RegionParameter } from "../../src/domain/registry/region-parameter.entity";
import { Region } from "../../src/domain/registry/region.entity";
import type { CodeRow, ReferenceData } from "./reference-data";
import { yes, type RowOf, type RowSink } from "./table-row";

/** Writes down the tables of seeds/reference/: nothing in them is invented. */
export function addReference(reference: ReferenceData, sink: RowSink): void {
  for (const { code, name, level, parent, effectiveFrom, effectiveTo } of reference.regions) {
    const parentId = parent === null ? null : entityId("reg", parent);
    const id = entityId("reg", code);
    const row: RowOf<Region> = { id, code, name, level, parentId, effectiveFrom, effectiveTo };
    sink.add(Region, row);
  }
  for (const { day, kind, nameZh, source } of reference.workingDays) {
    const note = `${nameZh}（${source}）`;
    const working = yes(kind === "MAKE_UP");
    const row: RowOf<CalendarException> = { id: entityId("cal", day), day, working, note };
    sink.add(CalendarException, row);
  }
  for (const parameter of reference.parameters) {
    const { key, regionPrefix, value, unit, effectiveFrom, effectiveTo, legalBasis } = parameter;
    const id = entityId("par", key, regionPrefix, effectiveFrom);
    const period = { effectiveFrom, effectiveTo, legalBasis };
    const row: RowOf<RegionParameter> = { id, key, regionPrefix, value, unit, ...period };
    sink.add(RegionParameter, row);
  }
  for (const [dictionary, rows] of dictionaries(reference))
    for (const row of rows) sink.add(DictionaryEntry, dictionaryRow(dictionary, row));
}

function dictionaries(
  reference: ReferenceData,
): readonly (readonly [DictionaryName, readonly CodeRow[]])[] {
  return [
    [DictionaryName.SECTOR, reference.sectors],
    [DictionaryName.SERVICE_ITEM, reference.serviceItems],
    [DictionaryName.ACCIDENT_TYPE, reference.accidentTypes],
    [DictionaryName.MAJOR_HAZARD_CRITERION, reference.majorHazardCriteria],
    [DictionaryName.FEE_CATEGORY, reference.feeCategories],
    [DictionaryName.PLAN_ELEMENT, reference.planElements],
  ];
}

function dictionaryRow(dictionary: DictionaryName, row: CodeRow): RowOf<DictionaryEntry> {
  const { code, nameZh, effectiveFrom, effectiveTo } = row;
  return {
    id: entityId("dic", dictionary, code, effectiveFrom),
    dictionary,
    code,
    nameZh,
    nameEn: row.nameEn ?? null,
    standard: row.standard ?? null,
    effectiveFrom,
    effectiveTo,
    legalBasis: row.legalBasis ?? null,
  };
}

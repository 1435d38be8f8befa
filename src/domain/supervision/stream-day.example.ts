import type { ExampleRows } from "../../submission/findings/finding-rule";

/** In the examples today is Monday, 1 June 2026; A reports policies since 1 April. */
export const thursday = "2026-05-28";
export const daySilent = [`A:policy:${thursday}`];
export const world: ExampleRows = {
  organisation: { O: { type: "INSURER", insurer_id: "A", active: 1, region_prefix: "34" } },
  submission: {
    N: {
      ...{ organisation_id: "O", mode: "LIVE", record_type: "policy" },
      received_at: "2026-04-01 04:00:00",
    },
  },
};

/** That nothing is to be reported of a day. */
export const nilOf = (day: string): ExampleRows => ({
  nil_declaration: { [day]: { owner_id: "A", record_type: "policy", day } },
});

/** So many records of a day, of which so many still wait. */
export function records(day: string, count: number, waiting = 0): ExampleRows {
  const row = { record_id: "", owner_id: "A", record_type: "policy", business_day: day };
  const each = (from: number, to: number, more: object) =>
    Object.fromEntries(
      Array.from({ length: to - from }, (_, n) => {
        const id = `${day} ${String(from + n)}`;
        return [id, { ...row, record_id: id, ...more }];
      }),
    );
  const number = Number(day.replaceAll("-", "")) * 1_000;
  const versions = each(0, count - waiting, { version: 1 });
  return {
    record_version: numbered(versions, number),
    pending_record: numbered(
      each(count - waiting, count, { action: "NEW", outcome: null }),
      number,
    ),
  };
}

function numbered(rows: Record<string, object>, from: number): ExampleRows[string] {
  const entries = Object.entries(rows).map(([id, row], n) => [id, { ...row, sequence: from + n }]);
  return Object.fromEntries(entries) as ExampleRows[string];
}

/** So many records of each working day from 27 April on, until a day. */
export function usual(perDay: number, until: string): ExampleRows {
  const days: string[] = [];
  for (let at = Date.parse("2026-04-27"); ; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day >= until) break;
    if (![0, 6].includes(new Date(at).getUTCDay())) days.push(day);
  }
  const each = days.map((day) => records(day, perDay)["record_version"]);
  return { record_version: Object.assign({}, ...each) as ExampleRows[string] };
}

/** The records of all of these. */
export function added(...worlds: readonly ExampleRows[]): ExampleRows {
  const rows = worlds.map((one) => one["record_version"]);
  return { record_version: Object.assign({}, ...rows) as ExampleRows[string] };
}

import { demoManifest, type DemoManifest } from "../../seeds/demo/violations";
import { loadDemo } from "../../seeds/demo/load-demo";
import { Database, type Row } from "../../src/database/database";
import { migrate } from "../../src/database/migrate";
import { trusted } from "../../src/database/sql";
import {
  createWorkingDayCalendar,
  type WorkingDayCalendar,
} from "../../src/domain/registry/working-days";
import { storedEntities } from "../../src/domain/stored-entities";
import { givenDatabase, type TestDatabase } from "../setup/database";
import { keptRules, seededRules } from "./demo-broken-rules";

/* Tables of a demo, judged by statements that know nothing of how it was made. */

const options = { enterprises: 900, seed: 11, today: "2026-06-01" };
let given: TestDatabase;
let database: Database;
let manifest: DemoManifest;
let calendar: WorkingDayCalendar;

beforeAll(async () => {
  given = await givenDatabase();
  await migrate(given.url, storedEntities);
  database = new Database(given.url);
  const silent = (): void => undefined;
  await loadDemo({ ...options, databaseUrl: given.url, withoutSubmitter: false, log: silent });
  manifest = demoManifest(options);
  const days = await read("SELECT day, working FROM calendar_exception");
  calendar = createWorkingDayCalendar(
    days.map((row) => ({ day: text(row, "day"), kind: row["working"] ? "MAKE_UP" : "HOLIDAY" })),
  );
});

afterAll(async () => {
  await database.close();
  await given.drop();
});

async function read(statement: string): Promise<Row[]> {
  const today = `DATE '${options.today}'`;
  return database.read(trusted(statement.replaceAll(":today", today)));
}

function text(row: Row, column: string): string {
  return String(row[column]);
}

async function idsOf(statement: string): Promise<string[]> {
  const rows = await read(statement);
  return [...new Set(rows.map((row) => text(row, "id")))].sort();
}

function seeded(rule: string): string[] {
  const kinds = manifest.kinds.filter((kind) => kind.rule === rule);
  expect(kinds).not.toEqual([]);
  return kinds.flatMap(({ subjects }) => subjects.map(({ id }) => id)).sort();
}

describe("exactly the subjects of the manifest break", () => {
  test.each(Object.entries(seededRules))("%s", async (rule, statement) => {
    const wanted = seeded(rule);

    const broken = await idsOf(statement);

    expect(wanted.length).toBeGreaterThan(0);
    expect(broken).toEqual(wanted);
  });

  test("POL-09: the rate is outside a third to three times the median of its peers", async () => {
    const rows = await read(`SELECT p.id, CONCAT(e.sector, e.risk_grade) AS peers,
      p.rate_permille AS rate FROM policy p JOIN enterprise e ON e.id = p.enterprise_id`);
    const groups = new Set(rows.map((row) => text(row, "peers")));

    const broken = [...groups].flatMap((group) => {
      const peers = rows.filter((row) => row["peers"] === group);
      const sorted = peers.map((row) => Number(row["rate"])).sort((a, b) => a - b);
      const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
      return peers.filter(({ rate }) => Number(rate) * 3 < median || Number(rate) > median * 3);
    });

    expect(broken.map((row) => text(row, "id")).sort()).toEqual(seeded("POL-09"));
  });

  test("HAZ-05: a working day after its deadline neither rectified nor reported", async () => {
    const rows = await read(`SELECT h.id, h.deadline,
      (SELECT MIN(v.at) FROM hazard_event v WHERE v.hazard_id = h.id
        AND v.kind IN ('RECTIFIED', 'REPORTED')) AS done
      FROM hazard h WHERE h.level = 'MAJOR'`);

    const broken = rows.filter((row) => {
      const due = calendar.addWorkingDays(text(row, "deadline"), 1);
      return due < options.today && (row["done"] === null || dayOf(text(row, "done")) > due);
    });

    expect(broken.map((row) => text(row, "id")).sort()).toEqual(seeded("HAZ-05"));
  });

  test("SVR-24: a complaint is answered later than ten working days", async () => {
    const rows = await read("SELECT id, filed_at AS filed, replied_at AS replied FROM complaint");

    const broken = rows.filter((row) => {
      const due = calendar.addWorkingDays(dayOf(text(row, "filed")), 10);
      return dayOf(row["replied"] === null ? options.today : text(row, "replied")) > due;
    });

    expect(broken.map((row) => text(row, "id")).sort()).toEqual(seeded("SVR-24"));
  });
});

describe("no row breaks", () => {
  test.each(Object.entries(keptRules))("%s", async (_, statement) => {
    expect(await idsOf(statement)).toEqual([]);
  });

  test("SVR-07 and the archive: confirmed in 5 working days, archived in 10 more", async () => {
    const rows = await read(`SELECT id, started_at AS done, enterprise_confirmed_at AS theirs,
      insurer_confirmed_at AS ours, archived_at AS archived FROM service_record`);
    const late = (row: Row, from: string, to: string, days: number): boolean => {
      const due = calendar.addWorkingDays(dayOf(text(row, from)), days);
      return dayOf(row[to] === null ? options.today : text(row, to)) > due;
    };

    const broken = rows.filter(
      (row) =>
        late(row, "done", "theirs", 5) ||
        late(row, "done", "ours", 5) ||
        (row["ours"] !== null && late(row, "ours", "archived", 10)),
    );

    expect(broken.map((row) => text(row, "id"))).toEqual([]);
  });
});

describe("fee ledgers", () => {
  const judged = async (digits: number): Promise<Record<string, string>> => {
    const rows = await read(ledgerSql(digits));
    const states = rows.map((row): [string, string] => {
      const [written, received, extracted, spent] = [
        "written",
        "received",
        "extracted",
        "spent",
      ].map((name) => BigInt(text(row, name))) as [bigint, bigint, bigint, bigint];
      const state =
        10n * written > 21n * received
          ? "FEE-06"
          : [
              100n * extracted < 10n * written ? "FEE-04" : "",
              100n * spent > 21n * received ? "FEE-05" : "",
            ].join("");
      return [`${text(row, "insurer")} ${text(row, "region")} ${text(row, "year")}`, state];
    });
    return Object.fromEntries(states.filter(([, state]) => state !== ""));
  };

  test("by insurer, city and year: exactly those of the manifest break floor or cap", async () => {
    const wanted = manifest.kinds
      .filter(({ rule }) => /^FEE-0[456]$/.test(rule))
      .flatMap(({ rule, subjects }) =>
        subjects.map(({ id, key }) => [`${id} ${key["regionCode"]} ${key["year"]}`, rule]),
      );

    expect(wanted).toHaveLength(3);
    expect(await judged(4)).toEqual(Object.fromEntries(wanted));
  });

  test("by insurer and year, over the province: all lawful", async () => {
    expect(await judged(2)).toEqual({});
  });
});

function ledgerSql(digits: number): string {
  const region = `LEFT(region_code, ${digits})`;
  const zero = "0 AS written, 0 AS received, 0 AS extracted, 0 AS spent";
  const only = (name: string, sum: string) => zero.replace(`0 AS ${name}`, `${sum} AS ${name}`);
  return `SELECT insurer_id AS insurer, region, year, SUM(written) AS written,
      SUM(received) AS received, SUM(extracted) AS extracted, SUM(spent) AS spent FROM (
    SELECT insurer_id, ${region} AS region, YEAR(signed_on) AS year,
      ${only("written", "written_premium_fen")} FROM policy UNION ALL
    SELECT insurer_id, ${region}, YEAR(received_on),
      ${only("received", "IF(kind = 'REFUND', -amount_fen, amount_fen)")} FROM premium_receipt
    UNION ALL SELECT insurer_id, ${region}, year,
      ${only("extracted", "IF(kind = 'EXTRACT', amount_fen, 0)")} FROM fee_entry
    UNION ALL SELECT insurer_id, ${region}, year,
      ${only("spent", "IF(kind = 'SPEND', amount_fen, 0)")} FROM fee_entry) AS x
    GROUP BY insurer_id, region, year`;
}

/** The day in Asia/Shanghai of what the database answers: a day, or an instant in UTC. */
function dayOf(answered: string): string {
  if (answered.length === 10) return answered;
  const utc = Date.parse(`${answered.slice(0, 19).replace(" ", "T")}Z`);
  return new Date(utc + 8 * 3_600_000).toISOString().slice(0, 10);
}

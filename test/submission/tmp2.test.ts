import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { givenRegister, type TestRegister } from "./given-submissions";
let register: TestRegister;
beforeAll(async () => { register = await givenRegister([exampleUscc]); });
afterAll(() => register.close());
test("fast", async () => {
  const db = register.database as unknown as { transaction(w: (t: any) => Promise<unknown>): Promise<unknown> };
  const original = db.transaction.bind(db);
  let log: string[] = [];
  db.transaction = (work) => original((t: any) => work({
    query: async (s: any) => { const a = performance.now(); const r = await t.query(s); log.push(`${(performance.now()-a).toFixed(1)} ${s.text.slice(0,60).replace(/\s+/g," ")} ${s.values.length}`); return r; },
    execute: async (s: any) => { const a = performance.now(); const r = await t.execute(s); log.push(`${(performance.now()-a).toFixed(1)} ${s.text.slice(0,60).replace(/\s+/g," ")} ${s.values.length}`); return r; },
  }));
  for (let k = 0; k < 8; k++) {
    const records = Array.from({ length: 1000 }, (_, i) => ({ sourceKey: `k${k}-${i}`, policyNo: `PN${k}-${i}` }));
    log = [];
    const t = performance.now(); const c = process.cpuUsage();
    const r = await register.receipt("policy", records);
    const d = process.cpuUsage(c);
    console.log(Math.round(performance.now() - t), "cpu", Math.round((d.user+d.system)/1000), r.accepted, "\n" + log.join("\n"));
  }
});

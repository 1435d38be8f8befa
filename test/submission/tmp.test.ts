import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { givenRegister, type TestRegister } from "./given-submissions";

let register: TestRegister;
beforeAll(async () => { register = await givenRegister([exampleUscc]); });
afterAll(() => register.close());

test("one", async () => {
  const r = await register.receipt("policy", [{ sourceKey: "p1" }]);
  console.log(JSON.stringify(r));
  console.log(await register.rows("policy", "id, source_key, version, enterprise_id, region_code, voided"));
});
test("fast", async () => {
  for (let k = 0; k < 8; k++) {
    const records = Array.from({ length: 1000 }, (_, i) => ({ sourceKey: `k${k}-${i}`, policyNo: `PN${k}-${i}` }));
    const t = performance.now();
    const r = await register.receipt("policy", records);
    console.log(Math.round(performance.now() - t), r.accepted, r.rejected);
  }
});

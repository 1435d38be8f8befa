import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withEdits } from "../../audit/leaks/leak";
import { leaks } from "../../audit/leaks/leaks";

const root = join(__dirname, "..", "..");

test("there are at least fifteen kinds of seeded leaks, each with a name of its own", () => {
  const names = leaks.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(15);
});

test.each(leaks.map((leak) => [leak.name, leak] as const))(
  "the leak %s finds its place in the sources exactly once",
  (name, { edits }) => {
    for (const file of new Set(edits.map((edit) => edit.file))) {
      const source = readFileSync(join(root, file), "utf8");
      const own = edits.filter((edit) => edit.file === file);
      expect(withEdits(source, own, name)).not.toBe(source);
    }
  },
);

test("a leak whose place is gone, or there twice, is refused", () => {
  const edits = [{ file: "a.ts", find: "guard()", replace: "" }];

  expect(() => withEdits("no such thing", edits, "x")).toThrow("0 places");
  expect(() => withEdits("guard(); guard();", edits, "x")).toThrow("2 places");
  expect(withEdits("guard();", edits, "x")).toBe(";");
});

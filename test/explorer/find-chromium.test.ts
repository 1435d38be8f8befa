import { findChromium } from "./find-chromium";

test("a machine without Chromium is told in one sentence what to install", () => {
  const none = (): string => findChromium(__dirname, []);

  expect(none).toThrow("找不到 Chromium");
  expect(none).toThrow("apt-get install chromium");
});

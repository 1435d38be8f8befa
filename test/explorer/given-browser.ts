import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { findChromium } from "./find-chromium";

/** A page, and whatever it did that it must not do. */
export interface WatchedPage {
  page: Page;
  /** Addresses asked for that are not the hub's, errors on the console, refused by the CSP. */
  faults: string[];
  close(): Promise<void>;
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The network is closed: no name is resolved, no address but this machine's is reached.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  "--proxy-server=http://127.0.0.1:9",
  "--proxy-bypass-list=127.0.0.1",
];

/** A headless browser with an empty profile that reaches nothing but this machine. */
export async function openWatchedPage(origin: string, locale: string): Promise<WatchedPage> {
  const profile = mkdtempSync(join(tmpdir(), "anzehub-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: flags,
    locale,
    viewport: { width: 1440, height: 900 },
  });
  const faults: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:")) faults.push(`asked ${url}`);
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  await page.goto(`${origin}/`);
  return {
    page,
    faults,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

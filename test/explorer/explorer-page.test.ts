import type { Page } from "playwright-core";
import type { TestHub } from "../setup/hub";
import { openWatchedPage, type WatchedPage } from "./given-browser";
import { givenDemoHub } from "./given-demo-hub";

let hub: TestHub;
let watched: WatchedPage;

beforeAll(async () => {
  hub = await givenDemoHub();
});

afterAll(() => hub.close());

/** Whatever a test did: nothing outside the hub was asked for, and nothing was refused. */
afterEach(async () => {
  const { faults } = watched;
  await watched.close();
  expect(faults).toEqual([]);
});

async function open(locale = "zh-CN"): Promise<Page> {
  watched = await openWatchedPage(hub.url, locale);
  return watched.page;
}

/** The answer that is shown, once the text is in it. */
async function answerWith(page: Page, text: string): Promise<string> {
  const answer = page.locator(".result-window");
  await answer.filter({ hasText: text }).waitFor();
  return (await answer.textContent()) ?? "";
}

async function signInAs(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("navigation").waitFor();
}

async function fieldsOf(page: Page, type: string): Promise<string> {
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  const docs = page.locator(".graphiql-doc-explorer");
  await docs.getByRole("link", { name: type, exact: true }).click();
  await docs.getByText("policyNo").first().waitFor();
  return (await docs.textContent()) ?? "";
}

test("a demo organisation signs in, chooses a question and sees its rows", async () => {
  const page = await open();

  await signInAs(page, /DEMO-EM-34$/);
  const header = page.getByRole("banner");
  for (const text of ["安徽省应急管理厅", "应急管理部门", "安徽省 34", "base-1"])
    await header.getByText(text).first().waitFor();
  await page.getByRole("button", { name: "参保覆盖率（按地区）" }).click();

  expect(await answerWith(page, "obligatedUnits")).toContain("ratePct");
});

test("nothing of what was asked or of the token is left in the browser", async () => {
  const page = await open();

  await signInAs(page, /DEMO-EM-34$/);
  await page.getByRole("button", { name: "应保未保单位" }).click();
  await answerWith(page, "totalCount");
  const kept = "[localStorage, sessionStorage].flatMap((storage) => Object.keys(storage))";

  expect(await page.evaluate(kept)).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("variables are filled in and can be changed", async () => {
  const page = await open("en-US");

  await signInAs(page, /DEMO-FI-34$/);
  await page.getByRole("button", { name: "Prevention fee: extracted and spent" }).click();
  await answerWith(page, "feeRatios");
  const variables = page.locator(".graphiql-editor-tool .CodeMirror").first();

  expect(await variables.textContent()).toContain('"year": 2026');
});

test("another organisation signs in with a token, and the page speaks English", async () => {
  const page = await open("en-US");

  await page
    .getByRole("textbox", { name: /Paste an access token/ })
    .fill(await hub.token("DEMO-EN-1"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("banner").getByText("Insured enterprise").waitFor();
  await page.getByRole("button", { name: "Our policies and premium" }).click();

  expect(await answerWith(page, "policyNo")).toContain("writtenPremiumFen");
});

test("the documentation is that of one's own schema, also after switching", async () => {
  const page = await open();

  await signInAs(page, /DEMO-FI-34$/);
  const financial = await fieldsOf(page, "Policy");
  await page.getByRole("button", { name: "更换机构" }).click();
  await signInAs(page, /DEMO-EM-34$/);
  const emergency = await fieldsOf(page, "Policy");

  expect(financial).toContain("writtenPremiumFen");
  expect(emergency).not.toContain("writtenPremiumFen");
  expect(emergency).toContain("保单");
});

test("the page is worked from the keyboard", async () => {
  const page = await open();

  await page.getByRole("button", { name: /DEMO-EM-34$/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("navigation").getByRole("button").first().waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");

  expect(await answerWith(page, "enterprises")).toContain("totalCount");
  expect(await page.getByRole("navigation").locator("[aria-current]").textContent()).toBe(
    "应保未保单位",
  );
});

test("what is refused is explained in the language of the page", async () => {
  const page = await open();

  await page.getByRole("textbox", { name: /访问令牌/ }).fill("nonsense");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  const fault = page.getByRole("alert").filter({ hasText: "访问令牌无效" });
  await fault.waitFor();
  await signInAs(page, /DEMO-EM-34$/);
  await page.locator(".graphiql-query-editor .CodeMirror").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("{ policies { nodes { writtenPremiumFen } } }");
  await page.keyboard.press("Control+Enter");
  const errors = page.getByRole("alert").filter({ hasText: "FORBIDDEN" });
  await errors.waitFor();

  expect(await errors.textContent()).toContain("无权以 SELECT 方式使用 Policy.writtenPremiumFen");
  await page.getByRole("button", { name: "Switch to English" }).click();
  expect(await errors.textContent()).toContain("You may not use Policy.writtenPremiumFen");
});

test("the page allows no script or style that is not the hub's own file", async () => {
  await open();
  const response = await fetch(`${hub.url}/`);
  const policy = response.headers.get("content-security-policy") ?? "";
  const html = await response.text();

  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/)|\son\w+=|style=|https?:/);
  const nonces = [html, await (await fetch(`${hub.url}/`)).text()].map(
    (text) => /nonce="([^"]+)"/.exec(text)?.[1],
  );
  expect(new Set(nonces).size).toBe(2);
});

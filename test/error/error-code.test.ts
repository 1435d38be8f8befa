import { GraphQLError } from "graphql";
import { type ErrorCode, errorCodes } from "../../src/error/error-code";
import { detailCountMax, detailLengthMax, HubError } from "../../src/error/hub-error";

const codes = Object.keys(errorCodes) as ErrorCode[];
const placeholdersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

describe.each(codes)("%s", (code) => {
  const { status, zh, en } = errorCodes[code];

  test("is written like a code and has an HTTP status of an error", () => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  test("has a short message in Chinese and one in English", () => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(Math.max(zh.length, en.length)).toBeLessThanOrEqual(120);
    expect(`${zh}${en}`).not.toMatch(/[。.]$/);
  });

  test("asks for the same details in both languages and well-formed ones", () => {
    expect(placeholdersOf(zh).sort()).toEqual(placeholdersOf(en).sort());
    expect(`${zh}${en}`.replace(/\{\w+\}/g, "")).not.toMatch(/[{}]/);
    for (const reserved of ["code", "zh", "en"]) expect(placeholdersOf(en)).not.toContain(reserved);
  });
});

test("no two codes say the same", () => {
  expect(new Set(Object.values(errorCodes).map(({ zh }) => zh)).size).toBe(codes.length);
  expect(new Set(Object.values(errorCodes).map(({ en }) => en)).size).toBe(codes.length);
});

describe("HubError", () => {
  test("carries its code, its messages and its details", () => {
    const error = new HubError("BODY_TOO_LARGE", { limit: 1024, unit: "bytes" });

    expect(error).toBeInstanceOf(GraphQLError);
    expect(error.status).toBe(413);
    expect(error.extensions).toEqual({
      limit: 1024,
      unit: "bytes",
      code: "BODY_TOO_LARGE",
      zh: "请求正文超过 1024 字节，请缩小或分批发送",
      en: "The request body is larger than 1024 bytes; make it smaller or send it in parts",
    });
    expect(error.message).toBe([error.extensions["zh"], error.extensions["en"]].join(" / "));
  });

  test("shows a caller its message and extensions and nothing else", () => {
    const json = JSON.parse(JSON.stringify(new HubError("NOT_FOUND"))) as object;

    expect(Object.keys(json).sort()).toEqual(["extensions", "message"]);
  });

  test("keeps its code and messages whatever the details say", () => {
    const error = new HubError("NOT_FOUND", { code: "OK", zh: "好", en: "fine" });

    expect(error.extensions).toMatchObject({ code: "NOT_FOUND", en: errorCodes.NOT_FOUND.en });
  });

  test.each(["$&", "{reason}", "{code}", "`$1"])("puts the detail %j in as it is", (reason) => {
    expect(new HubError("BAD_USER_INPUT", { reason }).extensions["en"]).toBe(
      `The input is not acceptable: ${reason}`,
    );
  });

  test("cuts a long detail, between characters", () => {
    const reason = `${"x".repeat(detailLengthMax - 1)}😀${"y".repeat(1000)}`;

    const error = new HubError("BAD_USER_INPUT", { reason });

    expect(error.extensions["reason"]).toBe(`${"x".repeat(detailLengthMax - 1)}…`);
    expect(error.message.length).toBeLessThan(3 * detailLengthMax);
  });

  test("cuts a long list of details and its texts", () => {
    const grantedBy = Array.from({ length: 1000 }, () => "x".repeat(1000));

    const error = new HubError("NOT_FOUND", { grantedBy });

    expect(error.extensions["grantedBy"]).toHaveLength(detailCountMax);
    expect(JSON.stringify(error).length).toBeLessThan(2 * detailCountMax * detailLengthMax);
  });

  test("does not compile without a code of the list or the details its message names", () => {
    const wrong = [
      // @ts-expect-error -- no such code
      () => new HubError("NO_SUCH_CODE"),
      // @ts-expect-error -- the message names {limit}
      () => new HubError("BODY_TOO_LARGE"),
      // @ts-expect-error -- another name is not enough
      () => new HubError("BODY_TOO_LARGE", { max: 1 }),
      // @ts-expect-error -- of two codes one needs a detail
      (isLarge: boolean) => new HubError(isLarge ? "BODY_TOO_LARGE" : "NOT_FOUND"),
      // @ts-expect-error -- a row or an object of ours is not a detail
      () => new HubError("NOT_FOUND", { row: { id: 1 } }),
    ];

    expect(wrong).toHaveLength(5);
    expect((isDay: boolean) => new HubError(isDay ? "BAD_DATE" : "BAD_INSTANT")).not.toThrow();
  });
});

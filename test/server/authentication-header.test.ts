import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { HubError } from "../../src/error/hub-error";
import { readAuthorization } from "../../src/server/authentication/authorization-header";
import {
  authorizationLengthMax,
  readBearerToken,
} from "../../src/server/authentication/bearer-token";

const token = "e30.e30.c2ln";

function reasonOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return error.extensions["reason"];
  }
}

/** Sends these header lines over a socket and returns what readAuthorization made of them. */
async function readOverHttp(lines: readonly string[]): Promise<unknown> {
  let seen: unknown;
  const server = createServer((request, response) => {
    seen = reasonOf(() => readAuthorization(request));
    response.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const head = ["POST /graphql HTTP/1.1", "Host: hub", "Connection: close", ...lines];
  socket.end(`${head.join("\r\n")}\r\n\r\n`).resume();
  await once(socket, "close");
  await once(server.close(), "close");
  return seen;
}

test.each<[string, string | undefined, string]>([
  ["no header", undefined, "TOKEN_MISSING"],
  ["an empty header", "", "TOKEN_MISSING"],
  ["Basic", "Basic dXNlcjpwYXNz", "SCHEME_NOT_BEARER"],
  ["a token without a scheme", token, "SCHEME_NOT_BEARER"],
  ["DPoP", `DPoP ${token}`, "SCHEME_NOT_BEARER"],
  ["Bearer without a token", "Bearer ", "TOKEN_MALFORMED"],
  ["two tokens", `Bearer ${token} ${token}`, "TOKEN_MALFORMED"],
  ["two tokens joined by a comma", `Bearer ${token}, Bearer ${token}`, "TOKEN_MALFORMED"],
  ["100 KB", `Bearer ${"a".repeat(102_400)}`, "HEADER_TOO_LONG"],
  ["one character too many", "Bearer ".padEnd(authorizationLengthMax + 1, "a"), "HEADER_TOO_LONG"],
  ["the longest header", "Bearer ".padEnd(authorizationLengthMax, "a"), "TOKEN_MALFORMED"],
  ["an ordinary token", `Bearer ${token}`, token],
  ["several spaces", `bearer   ${token}`, token],
])("%s gives the right answer", (_title, header, expected) => {
  expect(reasonOf(() => readBearerToken(header))).toBe(expected);
});

test.each<[string, string[], unknown]>([
  ["no Authorization", [], undefined],
  ["one Authorization", [`Authorization: Bearer ${token}`], `Bearer ${token}`],
  ["two different", ["Authorization: Bearer a", "authorization: Bearer b"], "HEADER_DUPLICATED"],
  ["two equal", ["Authorization: Bearer a", "Authorization: Bearer a"], "HEADER_DUPLICATED"],
])("over HTTP %s gives the right answer", async (_title, lines, expected) => {
  expect(await readOverHttp(lines)).toBe(expected);
});

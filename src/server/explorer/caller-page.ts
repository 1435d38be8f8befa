import { HubError } from "../../error/hub-error";
import { sql, value } from "../../database/sql";
import type { Handler } from "../http-server";
import { requestClock } from "../request-clock";
import { respond } from "../respond";
import type { ExplorerParts } from "./explorer-parts";
import { questionLibrary } from "./questions/question-library";

/** Who the token says one is, and the ready-made questions of that kind of organisation. */
export function callerPage({ database, identify, now }: ExplorerParts): Handler {
  return async (request, response) => {
    if (request.method !== "GET") throw new HubError("METHOD_NOT_ALLOWED", { allowed: "GET" });
    const { caller } = await identify(request, Buffer.alloc(0));
    const { organisationCode, organisationName, type, regionPrefix, sectors, rights } = caller;
    const [region] = await database.read(
      sql`SELECT name FROM region WHERE code = ${value(regionPrefix)}
        ORDER BY effective_from DESC LIMIT 1`,
    );
    const { zh, en, questions } = questionLibrary[type];
    const { today } = requestClock(now());
    const answer = {
      code: organisationCode,
      name: organisationName,
      type: { code: type, zh, en },
      region: { code: regionPrefix, name: region?.["name"] ?? null },
      sectors,
      policyVersion: rights.policyVersion,
      questions: questions.map((q) => ({ ...q, variables: q.variables?.(today) ?? null })),
    };
    respond(response, 200, JSON.stringify(answer));
  };
}

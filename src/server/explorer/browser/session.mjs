// Who is signed in. The token is kept in memory only: closing the page forgets it.

/** What came back where JSON was expected and there was none. */
export class Unreachable extends Error {}

export class Session {
  #token;

  constructor(token) {
    this.#token = token.replace(/^\s*bearer\s+/i, "").trim();
  }

  /** Who the token says one is, with the questions for it; throws the errors of the answer. */
  async caller() {
    const { status, body } = await this.#send("/explorer/caller", { method: "GET" });
    if (status !== 200) throw Object.assign(new Error("refused"), { errors: body.errors });
    return body;
  }

  /** Sends a GraphQL request, and what it is for. */
  async ask(params, purpose) {
    const headers = { "content-type": "application/json" };
    if (purpose) headers["hub-purpose"] = encodeURIComponent(purpose);
    const options = { method: "POST", headers, body: JSON.stringify(params) };
    return (await this.#send("/graphql", options)).body;
  }

  async #send(path, options) {
    const headers = { ...options.headers, authorization: `Bearer ${this.#token}` };
    try {
      const response = await fetch(path, { ...options, headers });
      return { status: response.status, body: await response.json() };
    } catch (cause) {
      throw new Unreachable("unreachable", { cause });
    }
  }
}

/** The demo organisations this hub offers; in production there are none. */
export async function demoCallers() {
  try {
    const response = await fetch("/explorer/demo-callers");
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}

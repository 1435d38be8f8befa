import { Agent, request } from "node:http";

/** Sends GraphQL over one kept-alive connection; answers the body, and fails unless it has data. */
export function oneConnection(
  url: string,
  token: string,
): {
  ask(query: string): Promise<Buffer>;
  /** The same with a body that is JSON already. */
  send(body: Buffer): Promise<Buffer>;
  close(): void;
} {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (body: Buffer): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}/graphql`, {
        agent,
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": body.length,
          authorization: `Bearer ${token}`,
        },
      });
      sent.on("error", reject);
      sent.on("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const answer = Buffer.concat(chunks);
          if (response.statusCode === 200 && answer.subarray(0, 8).toString() === '{"data":')
            resolve(answer);
          else reject(new Error(answer.toString().slice(0, 500)));
        });
      });
      sent.end(body);
    });
  return {
    ask: (query) => send(Buffer.from(JSON.stringify({ query }))),
    send,
    close: () => {
      agent.destroy();
    },
  };
}

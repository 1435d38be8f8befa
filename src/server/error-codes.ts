import { HubError } from "../error/hub-error";

/** The code a thrown error is answered with. */
export function errorCodeOf(error: unknown): string {
  return error instanceof HubError ? error.code : "INTERNAL";
}

/** The codes in an answer of errors, as its caller reads them. */
export function errorCodesIn(answer: string): string[] {
  const { errors = [] } = JSON.parse(answer) as {
    errors?: readonly { extensions?: Readonly<Record<string, unknown>> }[];
  };
  return errors.map(({ extensions }) => {
    const code = extensions?.["code"];
    return typeof code === "string" ? code : "INTERNAL";
  });
}

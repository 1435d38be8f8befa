import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import ts from "typescript";

const root = join(__dirname, "..", "..");

/** What portal.graphql asks and is answered, for the clients that run it. */
export interface PortalPolicies {
  policies: { totalCount: number; nodes: { policyNo: string; sumInsuredPerPersonFen: string }[] };
}

/** A portal's generated code, in a folder of its own below .test/. */
export interface Portal {
  document: TypedDocumentNode<PortalPolicies, { first: number; status: string }>;
  /** What the compiler says of a program that uses the generated code, line by line. */
  compile(program: string): string[];
  remove(): void;
}

/** Runs graphql-codegen as a portal does: as its own program, with its own token. */
export async function generatePortal(
  url: string,
  token: string,
  operations: string,
): Promise<Portal> {
  mkdirSync(join(root, ".test"), { recursive: true });
  const directory = mkdtempSync(join(root, ".test", "portal-"));
  const remove = (): void => {
    rmSync(directory, { recursive: true, force: true });
  };
  const [source, target] = [join(directory, "operations.graphql"), join(directory, "documents.ts")];
  writeFileSync(source, operations);
  try {
    const script = join(__dirname, "generate-client.mjs");
    const env = { ...process.env, TOKEN: token };
    await promisify(execFile)(process.execPath, [script, `${url}/graphql`, source, target], {
      env,
    });
  } catch (error) {
    remove();
    throw error;
  }
  const { PortalPoliciesDocument: document } = (await import(target)) as {
    PortalPoliciesDocument: Portal["document"];
  };
  return { document, compile: (program) => compile(directory, program), remove };
}

/** The operations of the portal, as it wrote them. */
export const portalOperations = readFileSync(join(__dirname, "portal.graphql"), "utf8");

function compile(directory: string, program: string): string[] {
  const file = join(directory, "program.ts");
  writeFileSync(file, program);
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
  return diagnostics.map(({ file: at, start = 0, messageText }) => {
    const line = at ? at.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${String(line)}: ${ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 80)}`;
  });
}

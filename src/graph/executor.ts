import {
  Kind,
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { HubError } from "../error/hub-error";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { answerByRoot } from "./answer-by-root";
import type { Authoriser } from "./authorise";
import { ArgumentCheck } from "./check-arguments";
import type { HubContext } from "./context";
import { referencedRows } from "./federation/referenced-rows";
import { introspect, joined, narrowed, ownRoots } from "./introspect";
import { CoercedVariables } from "./coerced-variables";
import { besidesOf } from "./mentions-besides";
import { checkCost, operationCost } from "./operation-cost";
import { readVariables } from "./read-variables";
import { rootFields } from "./root-fields";

/** A validated operation on its way. */
export interface ExecutionRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** The document as text, for executors that send it on. */
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
  context: HubContext;
  /** What came beside the document; a gateway names here what else limits the rows. */
  extensions?: Record<string, unknown> | undefined;
}

/** Runs operations: the merged schema here, or the gateway in front of the subgraphs. */
export type Execute = (request: ExecutionRequest) => Promise<ExecutionResult>;

/**
 * What happens before any execution, the same in every deployment: the values of the variables, as
 * far as the caller may know of their fields, then the access decision, then the size of the answer.
 * Nothing has been read until all pass.
 */
export function guarded(schema: GraphQLSchema, authoriser: Authoriser, run: Execute): Execute {
  const argumentCheck = new ArgumentCheck(schema);
  return async (request) => {
    const { document, operation, variables, context } = request;
    const { rights } = context.caller;
    const known = context.schemas.known();
    const coerced = readVariables(known, operation.variableDefinitions ?? [], variables);
    if (coerced.errors) return { errors: coerced.errors };
    const besides = besidesOf(request.extensions);
    const referenced = referencedRows(schema, { ...request, variables: coerced.coerced });
    const asked = { document, operation, variables, besides, referenced };
    const decision = authoriser.decide(asked, rights);
    if (decision.errors.length) return { errors: decision.errors };
    const asker = { cursors: context.cursors, rights };
    const misused = argumentCheck.errors(document, operation, coerced.coerced, asker);
    if (misused.length) return { errors: misused };
    try {
      const values = coerced.coerced;
      const cost = operationCost({ schema, document, operation, variables: values }, context.sizes);
      checkCost(cost);
      context.charge(cost);
    } catch (error) {
      if (error instanceof HubError) return { errors: [error] };
      throw error;
    }
    // Values as coerced, defaults filled in: graphql-jit refuses a required variable that relies on
    // its default, and conditions must mean the same to whoever plans by them.
    const limited = { ...context, limits: decision.limits };
    return run({ ...request, variables: coerced.coerced, context: limited });
  };
}

/**
 * Mutations gain nothing from compilation and bring the largest inputs; introspection needs the
 * serialisation that compiled queries leave out.
 */
function isCompiled(operation: OperationDefinitionNode): boolean {
  const introspects = operation.selectionSet.selections.some(
    (node) => node.kind !== Kind.FIELD || node.name.value.startsWith("__"),
  );
  return operation.operation === "query" && !introspects;
}

/** Executes on a schema in this process; questions about the schema on that of the caller. */
export function localExecutor(schema: GraphQLSchema): Execute {
  const run = schemaExecutor(schema);
  const answer: Execute = async (request) => {
    const result = await run(request);
    // Without `data` the request was refused before execution.
    if (!result.errors?.length || result.data === undefined) return result;
    return answerByRoot(schema, request, result, (error) => error.originalError ?? error);
  };
  return async (request) => {
    if (isCompiled(request.operation)) return answer(request);
    const roots = rootFields(schema, request);
    const { own, others } = ownRoots(roots);
    if (own.size === 0) return answer(request);
    const document = narrowed(request, others);
    const rest = others.size ? await answer({ ...request, document }) : { data: {} };
    return rest.data ? joined(roots, rest, await introspect(request, own)) : rest;
  };
}

/** Compiled queries live as long as their documents. */
function schemaExecutor(schema: GraphQLSchema): Execute {
  const compiled = new WeakMap<OperationDefinitionNode, CompiledQuery>();
  const coerced = new CoercedVariables(schema);
  return async ({ document, operation, operationName, variables, context }) => {
    if (!isCompiled(operation))
      return execute({
        ...(operation.operation === "mutation"
          ? coerced.executable(document)
          : { schema, document }),
        operationName,
        variableValues: variables,
        contextValue: context,
      });
    let query = compiled.get(operation);
    if (!query) {
      const told = coerced.executable(document);
      const made = compileQuery(told.schema, told.document, operationName ?? undefined, {
        // Rows come in their final form from the read engine.
        disableLeafSerialization: true,
        disablingCapturingStackErrors: true,
      });
      if (!isCompiledQuery(made)) return made;
      query = made;
      compiled.set(operation, query);
    }
    return query.query(undefined, context, variables);
  };
}

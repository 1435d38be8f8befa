import {
  GraphQLError,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from "graphql";
import { HubError } from "../error/hub-error";
import { withoutSuggestion } from "../error/without-suggestion";

const validationErrorsMax = 20;

type Errors = readonly GraphQLError[];

/**
 * Validates documents against the schemas of their callers: once per document and schema, for as
 * long as both are in use.
 */
export class DocumentValidation {
  private readonly validated = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Errors>>();

  /** What is wrong with a document, in words that name nothing of the schema but what was sent. */
  errors(schema: GraphQLSchema, document: DocumentNode): Errors {
    let ofSchema = this.validated.get(schema);
    if (!ofSchema) this.validated.set(schema, (ofSchema = new WeakMap<DocumentNode, Errors>()));
    let errors = ofSchema.get(document);
    if (!errors) {
      const options = { maxErrors: validationErrorsMax, hideSuggestions: true };
      errors = validate(schema, document, rules, options).map(coded);
      ofSchema.set(document, errors);
    }
    return errors;
  }
}

/** The library lets pass whatever stands in an operation of a kind that the schema does not have. */
const existingOperations: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (context.getSchema().getRootType(node.operation)) return;
    const message = `There is no ${node.operation} in this schema.`;
    context.reportError(new GraphQLError(message, { nodes: [node] }));
  },
});

const rules = [existingOperations, ...specifiedRules];

function coded(error: GraphQLError): GraphQLError {
  const { nodes = null, source = null, positions = null } = error;
  const reason = withoutSuggestion(error.message);
  const originalError = new HubError("GRAPHQL_VALIDATION_FAILED", { reason });
  return new GraphQLError(reason, { nodes, source, positions, originalError });
}

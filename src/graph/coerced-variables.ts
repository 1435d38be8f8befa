import {
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type TypeNode,
} from "graphql";

/** Never published: a schema with it only executes. */
const coercedName = "CoercedVariable";

const coercedType: TypeNode = {
  kind: Kind.NAMED_TYPE,
  name: { kind: Kind.NAME, value: coercedName },
};

/**
 * Documents for values of variables that were read already (executor.ts does, before it decides):
 * they are taken as they are. Otherwise graphql-js would read the 25,000 values of a submission a
 * second time, and graphql-jit would write code for types of filters, which refer to each other in
 * circles, without end.
 */
export class CoercedVariables {
  /** The same types, and one that takes any value for a variable. */
  private readonly schema: GraphQLSchema;

  private readonly documents = new WeakMap<DocumentNode, DocumentNode>();

  constructor(schema: GraphQLSchema) {
    const config = schema.toConfig();
    const coerced = new GraphQLScalarType({ name: coercedName });
    const types = [...config.types, coerced];
    this.schema = new GraphQLSchema({ ...config, types, assumeValid: true });
  }

  /** What to execute instead of a document, with values that were read. */
  executable(document: DocumentNode): { schema: GraphQLSchema; document: DocumentNode } {
    let executable = this.documents.get(document);
    if (!executable) {
      executable = { ...document, definitions: document.definitions.map(takingAny) };
      this.documents.set(document, executable);
    }
    return { schema: this.schema, document: executable };
  }
}

function takingAny(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
  // Defaults were filled in.
  const variableDefinitions = (definition.variableDefinitions ?? []).map((given) => {
    const { kind, variable, type } = given;
    // graphql-jit has @skip and @include depend on Boolean variables only.
    return isBoolean(type) ? given : { kind, variable, type: coercedType };
  });
  return { ...definition, variableDefinitions };
}

function isBoolean(type: TypeNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && named.name.value === "Boolean";
}

import {
  getNamedType,
  GraphQLScalarType,
  GraphQLSchema,
  isInputObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type TypeNode,
} from "graphql";
import { compileQuery, type CompiledQuery } from "graphql-jit";
import type { ExecutionResult } from "graphql";

/** Passes on what was coerced before execution. */
const coerced = new GraphQLScalarType({ name: "CoercedInput" });
const coercedType: TypeNode = {
  kind: Kind.NAMED_TYPE,
  name: { kind: Kind.NAME, value: coerced.name },
};

/**
 * Compiles operations of a schema. The values of variables are coerced before any execution, and
 * graphql-jit would write code for their types without end: filters refer to each other in circles.
 * So it is told of a type that takes input objects as they are.
 */
export class Compilation {
  private readonly schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    const config = schema.toConfig();
    this.schema = new GraphQLSchema({
      ...config,
      types: [...config.types, coerced],
      assumeValid: true,
    });
  }

  compile(document: DocumentNode, operationName: string | null): CompiledQuery | ExecutionResult {
    return compileQuery(this.schema, this.told(document), operationName ?? undefined, {
      // Rows come in their final form from the read engine.
      disableLeafSerialization: true,
      disablingCapturingStackErrors: true,
    });
  }

  private told(document: DocumentNode): DocumentNode {
    const definitions = document.definitions.map((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
      const variableDefinitions = definition.variableDefinitions?.map((of) => {
        const type = typeFromAST(this.schema, of.type);
        if (!isInputObjectType(getNamedType(type))) return of;
        return { kind: of.kind, variable: of.variable, type: coercedType };
      });
      return variableDefinitions ? { ...definition, variableDefinitions } : definition;
    });
    return { ...document, definitions };
  }
}

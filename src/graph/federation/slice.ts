import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLType,
} from "graphql";
import { modelNamed } from "../../query/entity-model";
import type { DomainModule, DomainName } from "../domain-module";
import type { Graph } from "../schema";
import { entityOwners, isRoot } from "./field-owner";

/** What one domain contributes of a type: the whole of it, or these fields. */
export interface TypeSlice {
  type: GraphQLNamedType;
  /** Fields of an object type, in the order of the schema; null when the type has none. */
  fields: ReadonlySet<string> | null;
  kind: "root" | "owned entity" | "extended entity" | "reference" | "value";
}

/** The part of the graph that one domain serves, by type name. */
export type Slice = ReadonlyMap<string, TypeSlice>;

/**
 * Cuts the graph into its subgraphs. Together they are the graph again: composing them is
 * compared with it, so nothing is lost and nothing is added (see compose.ts).
 */
export function slicesOf(graph: Graph): ReadonlyMap<DomainName, Slice> {
  const owners = entityOwners(graph.modules);
  return new Map(
    graph.modules.map((module) => [module.name, new Slicer(graph, module, owners).slice()]),
  );
}

/** Walks from what a domain answers to every type that its answers and arguments need. */
class Slicer {
  private readonly types = new Map<string, TypeSlice>();

  constructor(
    private readonly graph: Graph,
    private readonly module: DomainModule,
    private readonly entityOwner: ReadonlyMap<string, DomainName>,
  ) {}

  slice(): Slice {
    for (const type of Object.values(this.graph.schema.getTypeMap()))
      if (isObjectType(type)) this.start(type);
    for (const value of this.module.values ?? []) {
      const type = this.graph.schema.getType(value.name);
      if (type) this.visit(type);
    }
    return this.types;
  }

  /** Begins at root fields of this domain, its entities, and its fields on others' entities. */
  private start(type: GraphQLObjectType): void {
    const own = Object.keys(type.getFields()).filter(
      (field) => this.graph.owners.get(`${type.name}.${field}`) === this.module.name,
    );
    if (isRoot(this.graph.schema, type)) {
      if (own.length) this.addObject(type, "root", own);
    } else if (modelNamed(type.name) && own.length) this.visit(type);
  }

  private visit(type: GraphQLNamedType): void {
    if (this.types.has(type.name) || isSpecifiedScalarType(type)) return;
    if (modelNamed(type.name) && isObjectType(type)) this.addEntity(type);
    else if (isObjectType(type)) this.addObject(type, "value", Object.keys(type.getFields()));
    else {
      this.types.set(type.name, { type, fields: null, kind: "value" });
      if (isUnionType(type)) for (const member of type.getTypes()) this.visit(member);
      if (isInputObjectType(type) || isInterfaceType(type)) {
        // The union of both field maps is read as `any` otherwise.
        const fields = Object.values<{ type: GraphQLType }>(type.getFields());
        for (const field of fields) this.visit(getNamedType(field.type));
      }
      if (isInterfaceType(type))
        for (const possible of this.graph.schema.getPossibleTypes(type)) this.visit(possible);
    }
  }

  private addEntity(type: GraphQLObjectType): void {
    const isOwner = this.entityOwner.get(type.name) === this.module.name;
    const fields = Object.keys(type.getFields()).filter(
      (field) => this.graph.owners.get(`${type.name}.${field}`) === this.module.name,
    );
    if (isOwner) this.addObject(type, "owned entity", fields);
    else this.addObject(type, fields.length ? "extended entity" : "reference", ["id", ...fields]);
  }

  private addObject(type: GraphQLObjectType, kind: TypeSlice["kind"], names: string[]): void {
    // Set before its fields are followed: types refer to each other in circles.
    this.types.set(type.name, { type, kind, fields: new Set(names) });
    for (const name of names) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`no field ${type.name}.${name}`);
      this.visit(getNamedType(field.type));
      for (const argument of field.args) this.visit(getNamedType(argument.type));
    }
    for (const implemented of type.getInterfaces()) this.visit(implemented);
  }
}

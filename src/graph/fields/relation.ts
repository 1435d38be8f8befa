import "reflect-metadata";
import { Column, ForeignKey } from "typeorm";
import { Args, Extensions, Field, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { FieldNode, GraphQLResolveInfo } from "graphql";
import type { Label } from "../../access/label";
import { entityIdLength } from "../../database/entity-id";
import { addKey, addRelation, type EntityClass } from "../../query/entity-model";
import { slotOf, type ReadRow } from "../../query/read-plan";
import { PageArgs, type ConnectionClass } from "../connection";

/**
 * The key of another entity: a plain column with a foreign key, not published itself; the
 * relation field (see {@link One}) is. RESTRICT: nothing that others refer to disappears.
 */
export function KeyOf(
  target: () => EntityClass,
  options: { nullable?: boolean } = {},
): PropertyDecorator {
  return (prototype, property) => {
    addKey(prototype.constructor as EntityClass, property as string, target);
    Column({ type: "varchar", length: entityIdLength, nullable: options.nullable ?? false })(
      prototype,
      property,
    );
    ForeignKey(target as never, { onDelete: "RESTRICT", onUpdate: "RESTRICT" })(
      prototype,
      property,
    );
  };
}

/**
 * The entity a key of this row refers to. Always nullable in the API: a row the caller may not
 * see does not exist for the caller.
 */
export function One(
  label: Label,
  target: () => EntityClass,
  by: string,
  description: string,
): PropertyDecorator {
  return (prototype, property) => {
    Extensions({ label })(prototype, property as string);
    Field(target as never, { nullable: true, description })(prototype, property);
    addRelation(prototype.constructor as EntityClass, {
      name: property as string,
      many: false,
      target,
      by,
      label,
    });
  };
}

/**
 * A list field on an entity, declared by the module that owns the listed rows, in that module's
 * folder. Returns the type-graphql resolver class to register with the module.
 */
export function hasMany(declaration: {
  on: EntityClass;
  field: string;
  list: ConnectionClass;
  /** The property of the listed entity that holds the id of the entity the field is on. */
  by: string;
  label: Label;
  description: string;
}): new () => object {
  const { on, field, list, label, description } = declaration;
  class ListField {
    [field](row: ReadRow, _page: PageArgs, info: GraphQLResolveInfo): unknown {
      return row[slotOf(info.fieldNodes[0] as FieldNode)];
    }
  }
  const prototype = ListField.prototype;
  const method = Object.getOwnPropertyDescriptor(prototype, field) as PropertyDescriptor;
  Reflect.defineMetadata("design:paramtypes", [Object, PageArgs, Object], prototype, field);
  Root()(prototype, field, 0);
  Args(() => PageArgs)(prototype, field, 1);
  Info()(prototype, field, 2);
  FieldResolver(() => list.connection as never, { description })(prototype, field, method);
  Extensions({ label })(prototype, field, method);
  Resolver(() => on as never)(ListField);
  addRelation(on, {
    name: field,
    many: true,
    target: () => list.entity,
    by: declaration.by,
    label,
  });
  return ListField;
}

import "reflect-metadata";
import { Directive, Extensions, Field, ID, ObjectType } from "type-graphql";
import { Entity, getMetadataArgsStorage, Index, PrimaryColumn } from "typeorm";
import type { Label } from "../../access/label";
import { entityIdLength } from "../../database/entity-id";
import { snakeCase } from "../../database/names";
import type { RowScope } from "../../access/row-scope";
import {
  addEntity,
  addField,
  type EntityClass,
  type ListOrder,
  type SubjectKind,
} from "../../query/entity-model";

/**
 * Declares a thing of the domain: its table, its type in the graph with the key `id`, which rows
 * each kind of caller reaches, and the label of the row itself (its id, its list).
 */
export function GraphEntity(declaration: {
  label: Label;
  /** Three letters that begin every id of this type. */
  idPrefix: string;
  description: string;
  scope: RowScope;
  order: ListOrder;
  /** What it is to the rows of others that are about it. */
  subject?: SubjectKind;
  /** Another face of an entity's rows, for other eyes: its table, with columns declared there. */
  sameTableAs?: EntityClass;
}): ClassDecorator {
  return (target) => {
    const entity = target as unknown as EntityClass;
    const { label, idPrefix, scope, order, description } = declaration;
    const { subject = null, sameTableAs = null } = declaration;
    const prototype = entity.prototype as object;
    const table = snakeCase((sameTableAs ?? entity).name);
    PrimaryColumn({ type: "varchar", length: entityIdLength })(prototype, "id");
    Field(() => ID, { description: "标识 Opaque key." })(prototype, "id");
    Extensions({ label })(prototype, "id");
    addField(entity, {
      name: "id",
      kind: "id",
      label,
      mask: null,
      nullable: false,
      expression: null,
      valueConditions: null,
      isRegion: false,
      isLong: false,
    });
    if (!sameTableAs) {
      indexOrder(target, order.by);
      Entity(table)(target);
    }
    Directive('@key(fields: "id")')(target);
    ObjectType({ description })(target);
    const unique = uniqueAlone(sameTableAs ?? entity);
    const published = true;
    const own = { name: entity.name, table, idPrefix, published, label, scope, order };
    addEntity(entity, { ...own, unique, subject }, sameTableAs);
  };
}

/**
 * A list is read in its order from an index, however many rows the caller reaches; without one,
 * the widest callers would sort the whole table for each page.
 */
function indexOrder(target: object, property: string): void {
  const leads = getMetadataArgsStorage().indices.some(
    ({ target: of, columns }) => of === target && Array.isArray(columns) && columns[0] === property,
  );
  if (property !== "id" && !leads) Index([property])(target as never);
}

/** The id, and the columns that have a unique index of their own. */
function uniqueAlone(entity: EntityClass): ReadonlySet<string> {
  const alone = getMetadataArgsStorage().indices.flatMap(({ target, unique, columns }) =>
    target === entity && unique && Array.isArray(columns) && columns.length === 1 ? columns : [],
  );
  return new Set(["id", ...alone]);
}

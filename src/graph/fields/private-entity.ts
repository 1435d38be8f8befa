import { Entity, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";
import { snakeCase } from "../../database/names";
import type { RowScope } from "../../access/row-scope";
import { addEntity, type EntityClass } from "../../query/entity-model";

const nobody: RowScope = {
  authority: "nobody",
  insurer: "nobody",
  serviceAgency: "nobody",
  enterprise: "nobody",
};

/** Declares rows that the hub derives for itself: a table, nothing in the graph, seen by nobody. */
export function PrivateEntity({ idPrefix }: { idPrefix: string }): ClassDecorator {
  return (target) => {
    const entity = target as unknown as EntityClass;
    const table = snakeCase(entity.name);
    PrimaryColumn({ type: "varchar", length: entityIdLength })(entity.prototype as object, "id");
    Entity(table)(target);
    const own = { name: entity.name, table, idPrefix, published: false };
    const unread = {
      label: "quality",
      scope: nobody,
      order: { by: "id", direction: "ASC" },
    } as const;
    addEntity(entity, { ...own, ...unread, unique: new Set(["id"]), subject: null }, null);
  };
}

import "reflect-metadata";
import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Extensions, Field, ID, Info, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { readEntityId } from "../../database/entity-id";
import { HubError } from "../../error/hub-error";
import { modelOf, type EntityClass } from "../../query/entity-model";
import { declareArgument } from "../argument-labels";
import { PageArgs, type ConnectionClass } from "../connection";
import type { HubContext } from "../context";
import { readList, readOne } from "../read";

type ResolverClass = new () => object;

/** A root list of an entity, paged; its rows are the caller's, and there are figures of them. */
export function rootList(field: string, list: ConnectionClass, description: string): ResolverClass {
  const model = modelOf(list.entity);
  class RootList {
    [field](_page: PageArgs, context: HubContext, info: GraphQLResolveInfo): unknown {
      return readList(context, info, model);
    }
  }
  rootField(RootList, field, PageArgs, () => list.connection, {
    description,
    label: model.label,
    isCounted: true,
  });
  return RootList;
}

/** A root lookup of one entity by its id or by one of its other unique fields. */
export function rootOne(
  field: string,
  entity: EntityClass,
  keys: readonly string[],
  description: string,
): ResolverClass {
  const model = modelOf(entity);

  @ArgsType()
  class Keys {
    [key: string]: string | null;
  }
  for (const key of ["id", ...keys]) {
    Reflect.defineMetadata("design:type", String, Keys.prototype, key);
    const type = key === "id" ? ID : String;
    Field(() => type, { nullable: true, description: `按 ${key} By ${key}.` })(Keys.prototype, key);
    declareArgument(`Query.${field}.${key}`, { field: `${model.name}.${key}`, mention: "FILTER" });
  }
  class RootOne {
    [field](args: Keys, context: HubContext, info: GraphQLResolveInfo): unknown {
      const given = Object.entries(args).filter((entry) => entry[1] != null);
      const [property, key] = given[0] ?? [];
      if (given.length !== 1 || !property || !key)
        throw new HubError("BAD_USER_INPUT", {
          reason: `${field}: give exactly one of ${["id", ...keys].join(", ")}`,
        });
      if (property === "id") readEntityId(key, model.idPrefix);
      return readOne(context, info, model, property, key);
    }
  }
  rootField(RootOne, field, Keys, () => entity, {
    description,
    label: model.label,
    nullable: true,
  });
  return RootOne;
}

function rootField(
  target: ResolverClass,
  field: string,
  args: ResolverClass,
  type: () => unknown,
  says: { description: string; label: Label; nullable?: boolean; isCounted?: boolean },
): void {
  const prototype = target.prototype as object;
  const method = Object.getOwnPropertyDescriptor(prototype, field) as PropertyDescriptor;
  Reflect.defineMetadata("design:paramtypes", [args, Object, Object], prototype, field);
  Args(() => args as never)(prototype, field, 0);
  Ctx()(prototype, field, 1);
  Info()(prototype, field, 2);
  Query(type as never, { nullable: says.nullable ?? false, description: says.description })(
    prototype,
    field,
    method,
  );
  Extensions({ label: says.label, isCounted: says.isCounted ?? false })(prototype, field, method);
  Resolver()(target);
}

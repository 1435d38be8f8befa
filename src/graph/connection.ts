import "reflect-metadata";
import { ArgsType, Extensions, Field, Int, ObjectType } from "type-graphql";
import type { Label } from "../access/label";
import { modelOf, type EntityClass } from "../query/entity-model";

/** Relay page arguments, the same on every list. */
@ArgsType()
export class PageArgs {
  @Extensions({ label: "public" satisfies Label })
  @Field(() => Int, { nullable: true, description: "前若干条 How many from the front (≤ 1000)." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "此游标之后 After this cursor." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: "后若干条 How many from the back (≤ 1000)." })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "此游标之前 Before this cursor." })
  before?: string | null;
}

@ObjectType({ description: "分页信息 Relay page information." })
export class PageInfo {
  @Extensions({ label: "public" satisfies Label })
  @Field(() => Boolean, { description: "后面还有 More rows follow." })
  hasNextPage!: boolean;

  @Extensions({ label: "public" satisfies Label })
  @Field(() => Boolean, { description: "前面还有 More rows precede." })
  hasPreviousPage!: boolean;

  @Extensions({ label: "public" satisfies Label })
  @Field(() => String, { nullable: true, description: "首条游标 Cursor of the first row." })
  startCursor!: string | null;

  @Extensions({ label: "public" satisfies Label })
  @Field(() => String, { nullable: true, description: "末条游标 Cursor of the last row." })
  endCursor!: string | null;
}

/** The connection and edge types of one entity. */
export interface ConnectionClass {
  entity: EntityClass;
  connection: EntityClass;
  edge: EntityClass;
}

/** Makes the Relay connection types of an entity; their fields carry the label of its rows. */
export function connectionOf(entity: EntityClass): ConnectionClass {
  const { label, name } = modelOf(entity);

  @ObjectType(`${name}Edge`, { description: `${name} with its cursor.` })
  class Edge {
    @Extensions({ label })
    @Field(() => String, { description: "游标 Cursor of this row." })
    cursor!: string;

    @Extensions({ label })
    @Field(() => entity as never, { description: "记录 The row." })
    node!: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} rows.` })
  class Connection {
    @Extensions({ label })
    @Field(() => [Edge], { description: "带游标的记录 Rows with cursors." })
    edges!: Edge[];

    @Extensions({ label })
    @Field(() => [entity] as never, { description: "记录 Rows." })
    nodes!: object[];

    @Extensions({ label })
    @Field(() => PageInfo, { description: "分页信息 Page information." })
    pageInfo!: PageInfo;

    @Extensions({ label })
    @Field(() => Int, { description: "总数 Rows visible to the caller; counted only when asked." })
    totalCount!: number;
  }

  return { entity, connection: Connection, edge: Edge };
}

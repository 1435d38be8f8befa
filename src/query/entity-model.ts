import type { Label } from "../access/label";
import type { MaskKind } from "../access/mask";
import type { RowScope } from "../access/row-scope";

/** What a stored value is, hence how it is read, compared and written. */
export type FieldKind =
  "id" | "text" | "enum" | "int" | "boolean" | "fen" | "decimal" | "day" | "instant" | "textList";

/** A constructor of an entity class; entity classes are never instantiated on reads. */
export type EntityClass = abstract new () => object;

/** One published value of an entity: a column, or an SQL expression over columns. */
export interface FieldModel {
  name: string;
  kind: FieldKind;
  label: Label;
  mask: MaskKind | null;
  nullable: boolean;
  /** SQL over `{t}` (the table's alias), `{today}` and `{now}`; null for a plain column. */
  expression: string | null;
  /**
   * Of an expression: by value, SQL that is true where the expression has that value, written so
   * that an index of the table serves it; null where there is none.
   */
  valueConditions: Readonly<Record<string, string>> | null;
  /** True for the code of a region, which has descendants. */
  isRegion: boolean;
  /** True for text too long for lists to be in its order. */
  isLong: boolean;
}

/** A way from one entity to another: by a key of its own (one) or of the other's (many). */
export interface RelationModel {
  name: string;
  many: boolean;
  target: () => EntityClass;
  /** The property that holds the id: of this entity when to-one, of the target when to-many. */
  by: string;
  label: Label;
}

/** Whom rows can be about. */
export type SubjectKind = "ENTERPRISE" | "INSURER";

/** How a list of this entity is ordered unless asked otherwise; `id` breaks ties, if there are any. */
export interface ListOrder {
  by: string;
  direction: "ASC" | "DESC";
}

/** Everything the read and write engines know about an entity, collected from its class. */
export interface EntityModel {
  name: string;
  entity: EntityClass;
  table: string;
  idPrefix: string;
  /** False for rows that are in no graph. */
  published: boolean;
  label: Label;
  scope: RowScope;
  order: ListOrder;
  /** Properties whose value no two rows share. */
  unique: ReadonlySet<string>;
  /**
   * What it is to the rows that are about it: the access log names it as their subject, and
   * disclosure control counts who contributes to a figure. Null when rows are not about it.
   */
  subject: SubjectKind | null;
  fields: ReadonlyMap<string, FieldModel>;
  relations: ReadonlyMap<string, RelationModel>;
  /** Properties that hold keys of other entities, published or not. */
  keys: ReadonlyMap<string, () => EntityClass>;
}

const fieldsOf = new Map<EntityClass, FieldModel[]>();
const relationsOf = new Map<EntityClass, RelationModel[]>();
const keysOf = new Map<EntityClass, [string, () => EntityClass][]>();
const modelOfClass = new Map<EntityClass, EntityModel>();
const modelOfName = new Map<string, EntityModel>();

/** Called by the field decorators; classes may inherit fields from abstract classes. */
export function addField(entity: EntityClass, field: FieldModel): void {
  fieldsOf.set(entity, [...(fieldsOf.get(entity) ?? []), field]);
}

/** Called by the decorator of keys. */
export function addKey(entity: EntityClass, property: string, target: () => EntityClass): void {
  keysOf.set(entity, [...(keysOf.get(entity) ?? []), [property, target]]);
}

/** Called by the relation decorators and by modules that add a field to another's entity. */
export function addRelation(entity: EntityClass, relation: RelationModel): void {
  const model = modelOfClass.get(entity);
  if (model) (model.relations as Map<string, RelationModel>).set(relation.name, relation);
  else relationsOf.set(entity, [...(relationsOf.get(entity) ?? []), relation]);
}

/**
 * Called by the entity decorator, which runs after those of the fields. Only where it says so
 * (`sameTableAs`) do two entities share their rows.
 */
export function addEntity(
  entity: EntityClass,
  own: Omit<EntityModel, "entity" | "fields" | "relations" | "keys">,
  sameTableAs: EntityClass | null,
): void {
  const chain: EntityClass[] = [];
  for (let c: EntityClass | null = entity; c; c = Object.getPrototypeOf(c) as EntityClass | null)
    chain.unshift(c);
  const model: EntityModel = {
    ...own,
    entity,
    fields: new Map(chain.flatMap((c) => fieldsOf.get(c) ?? []).map((f) => [f.name, f])),
    relations: new Map(chain.flatMap((c) => relationsOf.get(c) ?? []).map((r) => [r.name, r])),
    keys: new Map(chain.flatMap((c) => keysOf.get(c) ?? [])),
  };
  const clash = [...modelOfClass.values()].find(
    (m) =>
      m.name === model.name ||
      (m.entity !== sameTableAs && (m.table === model.table || m.idPrefix === model.idPrefix)),
  );
  if (clash)
    throw new Error(`${model.name} shares its name, table or id prefix with ${clash.name}`);
  modelOfClass.set(entity, model);
  modelOfName.set(model.name, model);
}

/** The model of an entity class; throws when the class was not declared with @GraphEntity. */
export function modelOf(entity: EntityClass): EntityModel {
  const model = modelOfClass.get(entity);
  if (!model) throw new Error(`${entity.name} is not declared with @GraphEntity`);
  return model;
}

/** The model published under a GraphQL type name, if any. */
export function modelNamed(typeName: string): EntityModel | undefined {
  return modelOfName.get(typeName);
}

/** All entities of the graph, in order of declaration. */
export function allModels(): EntityModel[] {
  return [...modelOfClass.values()].filter(({ published }) => published);
}

const subjectKeys = new WeakMap<EntityModel, readonly string[]>();

/** The properties that hold the ids of what a row is about: the enterprise and the insurer. */
export function subjectKeysOf(model: EntityModel): readonly string[] {
  let keys = subjectKeys.get(model);
  if (!keys) {
    const others = [...model.keys].filter(([, target]) => modelOf(target()).subject !== null);
    keys = [...(model.subject !== null ? ["id"] : []), ...others.map(([property]) => property)];
    subjectKeys.set(model, keys);
  }
  return keys;
}

/** The property that holds the id of whom of this kind a row is about; null when there is none. */
export function subjectKeyOf(model: EntityModel, kind: SubjectKind): string | null {
  if (model.subject === kind) return "id";
  return [...model.keys].find(([, target]) => modelOf(target()).subject === kind)?.[0] ?? null;
}

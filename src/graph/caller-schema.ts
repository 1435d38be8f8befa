import { createHash } from "node:crypto";
import type { GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import type { Caller } from "../access/caller";
import { denialsOf } from "../access/decision";
import type { LabelMap } from "./label-map";
import { placesOf, type Place } from "./places";
import { schemaWithout } from "./schema-without";

/** Kinds of callers whose views are remembered; a view itself is little more than a key. */
const viewsMax = 2_000;
/** Narrowed schemas kept, whoever they are for. */
const schemasMax = 48;

/** The graph as one caller may know it. */
export interface CallerSchema {
  /** What the caller may use: the schema that introspection shows. */
  usable(): GraphQLSchema;
  /**
   * What the caller may know of: the schema its operations are validated against. Besides what is
   * usable it has what a denial would explain; anything else does not exist in it.
   */
  known(): GraphQLSchema;
}

type Asker = Pick<Caller, "type" | "rights">;

/**
 * The schemas of callers. Callers from whom the same is hidden share one, so that another
 * organisation costs no memory.
 */
export class CallerSchemas {
  private readonly places: readonly Place[];
  private readonly views = new LRUCache<string, CallerSchema>({ max: viewsMax });
  private readonly schemas = new LRUCache<string, GraphQLSchema>({ max: schemasMax });

  /** `schema` is what operations are written against: the whole graph, or a slice of it. */
  constructor(
    private readonly schema: GraphQLSchema,
    labels: LabelMap,
  ) {
    this.places = placesOf(schema, labels);
  }

  of(caller: Asker): CallerSchema {
    const key = `${caller.type} ${caller.rights.key}`;
    let view = this.views.get(key);
    if (!view) {
      view = {
        usable: this.without((place) => !isUsable(place, caller)),
        known: this.without((place) => !isKnown(place, caller)),
      };
      this.views.set(key, view);
    }
    return view;
  }

  /** The schema without what `hides` names: made when asked for, and again when it was dropped. */
  private without(hides: (place: Place) => boolean): () => GraphQLSchema {
    let key: string | null = null;
    return () => {
      const kept = key === null ? undefined : this.schemas.get(key);
      if (kept) return kept;
      const hidden = this.places.filter(hides).map(({ coordinate }) => coordinate);
      key = createHash("sha256").update(hidden.join("\n")).digest("base64url");
      const schema = this.schemas.get(key) ?? schemaWithout(this.schema, new Set(hidden));
      this.schemas.set(key, schema);
      return schema;
    };
  }
}

function isUsable({ field, label, mentions, callers }: Place, { rights, type }: Asker): boolean {
  if (callers && !callers.includes(type)) return false;
  return mentions.some((mention) => rights.permits(field, label, mention));
}

/** The decision itself says what it would explain; what it would not is not known. */
function isKnown({ field, label, mentions }: Place, { rights }: Asker): boolean {
  const mentioned = mentions.map((mention) => ({ field, mention }));
  return denialsOf(
    mentioned,
    () => label,
    rights,
    () => true,
  ).every(({ explainable }) => explainable);
}

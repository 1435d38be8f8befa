import { getNamedType, isObjectType, isUnionType, type GraphQLObjectType } from "graphql";
import type { Mentions, Mentioned, Selection } from "./mention-paths";

/** A document and every mention in it. */
export interface MentionDocument {
  readonly text: string;
  readonly mentions: ReadonlySet<Mentioned>;
}

/** A part of a document: selections on a root, with the fragments they spread. */
interface Section extends Selection {
  readonly root: "query" | "mutation";
  readonly fragments?: string;
  readonly aliases?: number;
  /** Selections it holds, where it is more than one. */
  readonly held?: number;
}

type Part = Omit<Section, "root">;

/** Ways of writing the same selections. */
export const styles = ["plain", "alias", "inline fragment", "named fragment", "nested"] as const;
export type Style = (typeof styles)[number];

/* What one document may hold: less than the limits of documents. */
const mentionsMax = 1_000;
/** Of 2,000 units of cost at most. */
const sectionsMax = 24;
const aliasesMax = 90;

/** Documents that together select every known field of every type in this style. */
export function documentsIn(style: Style, known: Mentions): MentionDocument[] {
  const paths = known.paths();
  const sections = known.objectTypes().flatMap((type) => {
    const path = paths.get(type);
    const root = path?.[0]?.on ?? type;
    const isMutation = root === known.schema.getMutationType();
    const parts = written(style, known, type);
    // At a root each stands on its own; below, one way leads to all of them.
    const apart = path?.length === 0 ? parts : parts.length ? [together(parts)] : [];
    return apart.map((selection): Section => {
      // What nobody can reach is not skipped: it would have no right to be published.
      if (!path) throw new Error(`nothing leads to ${type.name}`);
      const { text, mentions } = known.from(path, type, selection);
      return { ...selection, text, mentions, root: isMutation ? "mutation" : "query" };
    });
  });
  return batched(sections);
}

/** The fields of a type in one style; each part can stand in a selection set with others. */
function written(style: Style, known: Mentions, type: GraphQLObjectType): Part[] {
  const all = known.everything(type);
  // No document may ask everything at once.
  const parts = Array.from({ length: Math.ceil(all.length / sectionsMax) }, (_, n) => ({
    ...joined(all.slice(n * sectionsMax, (n + 1) * sectionsMax)),
    held: sectionsMax,
  }));
  switch (style) {
    case "plain":
      return all;
    case "alias":
      return all.map(({ text, mentions }, n) => ({
        ...{ text: `${type.name}${String(n)}: ${text}`, mentions },
        aliases: 1,
      }));
    case "inline fragment":
      return parts.map((part) => ({ ...part, text: `... on ${type.name} { ${part.text} }` }));
    case "named fragment":
      return parts.map((part, n) => {
        const name = `Of${type.name}${String(n)}`;
        const fragments = `fragment ${name} on ${type.name} { ${part.text} }`;
        return { ...part, text: `...${name}`, fragments };
      });
    case "nested":
      return known.fieldsOf(type).flatMap((field) => {
        const target = getNamedType(field.type);
        if (isUnionType(target)) {
          const members = target.getTypes().map((member) => {
            const fields = joined(known.everything(member));
            return { ...fields, text: `... on ${member.name} { ${fields.text} }` };
          });
          return [known.select(type, field, joined(members))];
        }
        return isObjectType(target)
          ? [known.select(type, field, joined(known.everything(target)))]
          : [];
      });
  }
}

function together(parts: readonly Part[]): Part {
  const fragments = parts.map((part) => part.fragments ?? "").join(" ");
  const aliases = parts.reduce((sum, part) => sum + (part.aliases ?? 0), 0);
  // One way leads to all of them: nothing else is looked through.
  return { ...joined(parts), fragments, aliases };
}

/** Selections side by side. */
export function joined(selections: readonly Selection[]): Selection {
  return {
    text: selections.map(({ text }) => text).join(" "),
    mentions: new Set(selections.flatMap(({ mentions }) => [...mentions])),
  };
}

/** Sections in as few documents as the limits of documents allow. */
export function batched(sections: readonly Section[]): MentionDocument[] {
  const batches: Section[][] = [];
  let room = { mentions: 0, sections: 0, aliases: 0, root: "" };
  for (const section of sections) {
    room = {
      mentions: room.mentions - section.mentions.size,
      sections: room.sections - (section.held ?? 1),
      aliases: room.aliases - (section.aliases ?? 0),
      root: room.root,
    };
    const isFull = room.mentions < 0 || room.sections < 0 || room.aliases < 0;
    if (isFull || room.root !== section.root) {
      batches.push([]);
      room = {
        mentions: mentionsMax - section.mentions.size,
        sections: sectionsMax - (section.held ?? 1),
        aliases: aliasesMax - (section.aliases ?? 0),
        root: section.root,
      };
    }
    batches.at(-1)?.push(section);
  }
  return batches.map((batch) => {
    const { text, mentions } = joined(batch);
    const fragments = batch.map((section) => section.fragments ?? "").join(" ");
    return { text: `${batch[0]?.root ?? "query"} { ${text} } ${fragments}`, mentions };
  });
}

import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import { denialOf, denialsOf, type FieldMention } from "../access/decision";
import { denialError } from "../access/denial-error";
import type { Label } from "../access/label";
import type { Rights } from "../access/rights";
import { closedRoots } from "./closed-roots";
import { mentionsOf, type OperationMentions } from "./mentions";
import { ValueMentions, type InputMeaning } from "./value-mentions";
import { readsRows, rowLimitsOf, type OperationLimits } from "./row-limits-of";
import type { Graph } from "./schema";

/** An operation to decide on. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
  /** Mentions made elsewhere in the same operation: they limit rows here as well. */
  readonly besides?: readonly FieldMention[];
  /** Mentions made by what its arguments refer to. */
  readonly referenced?: readonly FieldMention[];
}

/** What was decided about an operation: denied, one error each, or limited to these rows. */
export interface Decision {
  readonly errors: readonly GraphQLError[];
  readonly limits: OperationLimits;
}

interface Compiled {
  mentions: OperationMentions;
  /** Decisions on what the document itself mentions, by the key of the rights. */
  decisions: LRUCache<string, Decision>;
}

/** What values mention as the variables of one operation. */
interface Given {
  readonly variables: OperationMentions["variables"];
  readonly mentions: readonly FieldMention[];
}

/** Kinds of rights that one document is kept decided for. */
const decisionsMax = 200;

/**
 * Decides operations: once per (document, rights) for what the document says, and per request for
 * what its variables add. Costs nothing per row or cell.
 */
export class Authoriser {
  private readonly compiled = new WeakMap<OperationDefinitionNode, Compiled>();
  /** Asked by the decision and by the log about the same request, whose input may be large. */
  private readonly givenIn = new WeakMap<Record<string, unknown>, Given>();

  private readonly meaning: InputMeaning;

  /** `schema` is what operations are written against: the whole graph, or a slice of it. */
  constructor(
    schema: GraphQLSchema,
    private readonly graph: Graph,
  ) {
    this.meaning = { schema, labelMap: graph.labels };
  }

  /** One error per (field, kind of mention) the rights do not cover; none when all is allowed. */
  decide(asked: Asked, rights: Rights): Decision {
    const { document, operation, variables, besides = [], referenced = [] } = asked;
    const { mentions, decisions } = this.compile(document, operation);
    let decision = decisions.get(rights.key);
    if (!decision) {
      decision = this.decided(mentions.fields, rights);
      decisions.set(rights.key, decision);
    }
    const more = mentions.variables.length + besides.length + referenced.length;
    if (more === 0) return decision;
    const given = unsaid(mentions.fields, [...this.given(mentions, variables), ...referenced]);
    const errors = [...decision.errors, ...this.denied(given, rights)];
    const all = [...mentions.fields, ...given, ...besides];
    return { errors, limits: this.limits(all, rights) };
  }

  /** Every mention of a field in an operation, each once: in its document and in its variables. */
  mentions(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ): readonly FieldMention[] {
    const { mentions } = this.compile(document, operation);
    const given = this.given(mentions, variables);
    // The same list for the same document, so that what follows from it can be kept with it.
    return given.length === 0 ? mentions.fields : [...mentions.fields, ...given];
  }

  /** What the values of the variables mention besides the document itself. */
  private given(
    { fields, variables }: OperationMentions,
    values: Record<string, unknown>,
  ): readonly FieldMention[] {
    const known = this.givenIn.get(values);
    if (known?.variables === variables) return known.mentions;
    const given: FieldMention[] = [];
    for (const { name, type, within } of variables) {
      const ofValue = new ValueMentions(this.meaning, within);
      ofValue.value(type, values[name]);
      given.push(...ofValue.mentions());
    }
    const mentions = unsaid(fields, given);
    this.givenIn.set(values, { variables, mentions });
    return mentions;
  }

  private decided(mentioned: readonly FieldMention[], rights: Rights): Decision {
    return { errors: this.denied(mentioned, rights), limits: this.limits(mentioned, rights) };
  }

  private limits(mentioned: readonly FieldMention[], rights: Rights): OperationLimits {
    const { schema, labels } = this.graph;
    return rowLimitsOf(schema, (field) => labels.fields.get(field), mentioned, rights);
  }

  private compile(document: DocumentNode, operation: OperationDefinitionNode): Compiled {
    let compiled = this.compiled.get(operation);
    if (!compiled) {
      const fragments = new Map<string, FragmentDefinitionNode>();
      for (const definition of document.definitions)
        if (definition.kind === Kind.FRAGMENT_DEFINITION)
          fragments.set(definition.name.value, definition);
      const mentions = mentionsOf(this.meaning, operation, fragments);
      compiled = { mentions, decisions: new LRUCache({ max: decisionsMax }) };
      this.compiled.set(operation, compiled);
    }
    return compiled;
  }

  private denied(mentioned: readonly FieldMention[], rights: Rights): GraphQLError[] {
    const { schema } = this.graph;
    const labelOf = (field: string): Label => this.labelOf(field);
    const denials = denialsOf(mentioned, labelOf, rights, (field) => readsRows(schema, field));
    const closed = closedRoots(schema, mentioned, rights.type, denials);
    return [...denials, ...closed.map((call) => denialOf(call, labelOf(call.field), rights))].map(
      (denial) => denialError(denial, rights),
    );
  }

  private labelOf(field: string): Label {
    const label = this.meaning.labelMap.fields.get(field);
    if (!label) throw new Error(`${field} has no label`);
    return label;
  }
}

/** Those that the document itself does not mention already: each is denied once. */
function unsaid(
  fields: readonly FieldMention[],
  given: readonly FieldMention[],
): readonly FieldMention[] {
  if (given.length === 0) return given;
  const said = new Set(fields.map(({ field, mention }) => `${field} ${mention}`));
  return given.filter(({ field, mention }) => !said.has(`${field} ${mention}`));
}

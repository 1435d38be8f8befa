import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { denialsOf, type Denial, type FieldMention } from "../access/decision";
import { labels, type Label } from "../access/label";
import type { Rights } from "../access/rights";
import { HubError } from "../error/hub-error";
import type { LabelMap } from "./label-map";
import { mentionsOf, mentionsOfValue, type OperationMentions } from "./mentions";

interface Compiled {
  mentions: OperationMentions;
  /** Denials of what the document itself mentions, by the key of the rights. */
  denials: Map<string, readonly GraphQLError[]>;
}

/**
 * Decides operations: once per (document, rights) for what the document says, and per request for
 * what its variables add. Costs nothing per row or cell.
 */
export class Authoriser {
  private readonly compiled = new WeakMap<OperationDefinitionNode, Compiled>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly labelMap: LabelMap,
  ) {}

  /** One error per (field, kind of mention) the rights do not cover; empty when all is allowed. */
  errors(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    rights: Rights,
    variables: Record<string, unknown>,
  ): readonly GraphQLError[] {
    const { mentions, denials } = this.compile(document, operation);
    let errors = denials.get(rights.key);
    if (!errors) {
      errors = this.denied(mentions.fields, rights);
      denials.set(rights.key, errors);
    }
    if (mentions.variables.length === 0) return errors;
    const given = new Map<string, FieldMention>();
    for (const { name, type, mention } of mentions.variables)
      mentionsOfValue(type, variables[name], mention, given);
    return [...errors, ...this.denied(given.values(), rights)];
  }

  private compile(document: DocumentNode, operation: OperationDefinitionNode): Compiled {
    let compiled = this.compiled.get(operation);
    if (!compiled) {
      const fragments = new Map<string, FragmentDefinitionNode>();
      for (const definition of document.definitions)
        if (definition.kind === Kind.FRAGMENT_DEFINITION)
          fragments.set(definition.name.value, definition);
      const mentions = mentionsOf(this.schema, this.labelMap, operation, fragments);
      compiled = { mentions, denials: new Map() };
      this.compiled.set(operation, compiled);
    }
    return compiled;
  }

  private denied(mentioned: Iterable<FieldMention>, rights: Rights): GraphQLError[] {
    return denialsOf(mentioned, (field) => this.labelOf(field), rights).map((denial) =>
      denialError(denial, rights),
    );
  }

  private labelOf(field: string): Label {
    const label = this.labelMap.fields.get(field);
    if (!label) throw new Error(`${field} has no label`);
    return label;
  }
}

/** The same text whatever the data; for who may not know of the field, the text of "no field". */
function denialError(denial: Denial, rights: Rights): GraphQLError {
  const { field, mention, label, right } = denial;
  if (!denial.explainable) {
    const [type = "", name = ""] = field.split(".");
    return new HubError("GRAPHQL_VALIDATION_FAILED", {
      reason: `Cannot query field "${name}" on type "${type}".`,
    });
  }
  return new HubError("FORBIDDEN", {
    field,
    mention,
    label,
    right,
    legalBasis: labels[label].legalBasis,
    policyVersion: rights.policyVersion,
    grantedBy: null,
  });
}

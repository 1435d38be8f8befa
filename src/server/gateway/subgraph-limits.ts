import { documentLimits, type DocumentLimits } from "../../graph/document-limits";

/** Fields the gateway may add to one of the caller's: keys and type names, at every level. */
const addedFactor = 4;

/**
 * What the gateway may ask of a subgraph. The caller's own operation was held to the usual limits
 * in front of the gateway; there fragments were spread, aliases marked and keys added, and what a
 * caller may ask must not fail behind it.
 */
export const subgraphLimits: DocumentLimits = {
  ...documentLimits,
  charactersMax: documentLimits.charactersMax * 20,
  tokensMax: documentLimits.tokensMax * 20,
  // `_entities`, and the list it answers.
  depthMax: documentLimits.depthMax + 2,
  aliasesMax: documentLimits.expandedFieldsMax * addedFactor,
  rootFieldsMax: documentLimits.expandedFieldsMax,
  expandedFieldsMax: documentLimits.expandedFieldsMax * addedFactor,
};

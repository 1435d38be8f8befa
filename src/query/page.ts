import { HubError } from "../error/hub-error";

/** Rows of a list when neither `first` nor `last` is given. */
export const pageSizeDefault = 50;
/** The most rows one list may answer. */
export const pageSizeMax = 1000;

/** Relay arguments as they arrive. */
export interface PageRequest {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** Which way and how far to read. */
export interface Page {
  size: number;
  backward: boolean;
  after: string | null;
  before: string | null;
}

/** Checks Relay arguments; BAD_PAGE names what is wrong. */
export function readPage(request: PageRequest): Page {
  const { first = null, last = null } = request;
  if (first !== null && last !== null) throw new HubError("BAD_PAGE", { limit: pageSizeMax });
  const size = last ?? first ?? pageSizeDefault;
  if (size < 0 || size > pageSizeMax) throw new HubError("BAD_PAGE", { limit: pageSizeMax });
  return {
    size,
    backward: last !== null,
    after: request.after ?? null,
    before: request.before ?? null,
  };
}

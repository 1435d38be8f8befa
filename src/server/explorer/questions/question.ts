/** A ready-made question: titles in both languages, and a document that may be changed and sent. */
export interface Question {
  /** Also the name of the operation in the document. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly query: string;
  /** What the variables are filled with, on a day `YYYY-MM-DD`. */
  readonly variables?: (today: string) => Readonly<Record<string, unknown>>;
}

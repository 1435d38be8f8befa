/** The fields of a class that only describes data: a plain object with them will do. */
export type Plain<Described> = { [Name in keyof Described]: Described[Name] };

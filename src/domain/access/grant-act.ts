import { Extensions, Mutation } from "type-graphql";
import { organisationTypes } from "../../access/organisation-type";
import { GrantResult } from "./grant-result";

/**
 * What input and mutations of grants mean to the access decision. They are open to every type of
 * organisation: who may do what to which grant is judged on the grant. So they are no writing of
 * data of a label, and ask for no more than the right to read public data.
 */
export const openToAll = { label: "public", mention: "SELECT", callers: organisationTypes };

/** A mutation on grants. Nullable on purpose: an error must not erase the results of others. */
export function GrantAct(description: string): MethodDecorator {
  return (target, name, method: PropertyDescriptor) => {
    Mutation(() => GrantResult, { nullable: true, description })(target, name, method);
    Extensions(openToAll)(target, name, method);
  };
}

import { Arg, Ctx, Extensions, Mutation, Resolver } from "type-graphql";
import { declareArgument } from "../graph/argument-labels";
import type { HubContext } from "../graph/context";
import { modelOf } from "../query/entity-model";
import type { RecordType } from "./record-type";
import { submissionInput, type SubmissionInput } from "./submission-input";
import { submit } from "./submit";
import { SubmitResult } from "./submit-result";

type ResolverClass = new () => object;

/**
 * The mutation that submits records of a type: who may write its rows may call it. Nullable on
 * purpose: an error of a later field must not erase an earlier receipt.
 */
export function submissionMutation(type: RecordType, description: string): ResolverClass {
  const field = type.mutation;
  const { label } = modelOf(type.entity);
  const input = submissionInput(type);
  const act = (given: SubmissionInput, context: HubContext): unknown =>
    submit(type, given, context);
  class SubmissionMutation {
    [field](given: SubmissionInput, context: HubContext): unknown {
      return act(given, context);
    }
  }
  const prototype = SubmissionMutation.prototype as object;
  const method = Object.getOwnPropertyDescriptor(prototype, field) as PropertyDescriptor;
  Reflect.defineMetadata("design:paramtypes", [input, Object], prototype, field);
  Arg("input", () => input as never)(prototype, field, 0);
  Ctx()(prototype, field, 1);
  Mutation(() => SubmitResult, { nullable: true, description })(prototype, field, method);
  Extensions({ label, act })(prototype, field, method);
  Resolver()(SubmissionMutation);
  declareArgument(`Mutation.${field}.input`, { label });
  return SubmissionMutation;
}

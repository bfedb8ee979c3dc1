import { z } from "zod";
import { sinkKinds, sourceKinds, type SinkKind, type SourceKind } from "../flow/model.ts";
import { readPattern } from "../flow/pattern.ts";

const kindsOf = <T extends string>(kinds: Readonly<Record<T, string>>): [T, ...T[]] =>
  Object.keys(kinds) as [T, ...T[]];

const name = z.string().min(1);
/** A pattern that is open at both ends would have to be tried on every name: none is found by it. */
const pattern = name.refine((text) => readPattern(text).index !== null, {
  error: "fits nothing: write its last part whole, or its first (`*.run`, `acme.*`)",
});
const names = z
  .union([pattern, z.array(pattern).min(1)])
  .describe(
    "Qualified names: `shop.db.run_query`, `shop.Client().get` (a method of what a call returns), `*.run_query` (whatever stands before).",
  );
const argument = z
  .union([
    z.int().min(0),
    name,
    z.tuple([z.int().min(0), name]).describe("By position or by keyword."),
  ])
  .describe("An argument by position, by keyword or both; `this` is what a method is called on.");
const sinks = z
  .union([z.literal("all"), z.array(z.enum(kindsOf<SinkKind>(sinkKinds))).min(1)])
  .describe("For which sinks; `all` where it is for each.");
/** A row that says nothing of where it applies, or two things, is a mistake. */
const isOne = (...given: readonly unknown[]): boolean =>
  given.filter((one) => one !== undefined).length === 1;
const label = z.string().min(1).describe("How a report calls it.").optional();

/** What a project says of its own functions, in the form that Pavise's own models have. */
export const FlowSection = z
  .strictObject({
    sources: z
      .array(
        z
          .strictObject({
            kind: z.enum(kindsOf<SourceKind>(sourceKinds)),
            call: names.optional(),
            read: names.optional(),
            parameters: z
              .strictObject({
                decorator: names.optional(),
                named: z.array(name).optional(),
                only: z.array(z.union([name, z.int()])).optional(),
                except: z.array(z.union([name, z.int()])).optional(),
              })
              .refine(({ decorator, named }) => isOne(decorator, named), {
                error: "takes one of `decorator` and `named`",
              })
              .optional(),
            label,
          })
          .refine(({ call, read, parameters }) => isOne(call, read, parameters), {
            error: "takes one of `call`, `read` and `parameters`",
          }),
      )
      .describe(
        "Where values come in: what a call returns, what is read, what functions are given.",
      )
      .optional(),
    sinks: z
      .array(
        z
          .strictObject({
            kind: z.enum(kindsOf<SinkKind>(sinkKinds)),
            call: names.optional(),
            write: names.optional(),
            arguments: z.array(argument).optional(),
            label,
          })
          .refine(({ call, write }) => isOne(call, write), {
            error: "takes one of `call` and `write`",
          }),
      )
      .describe("Where values do something.")
      .optional(),
    sanitizers: z
      .array(z.strictObject({ call: names, for: sinks }))
      .describe("Calls whose result is harmless.")
      .optional(),
    guards: z
      .array(
        z.strictObject({
          call: names,
          for: sinks,
          argument: argument.optional(),
          throws: z.boolean().optional(),
        }),
      )
      .describe("Calls that are true only for harmless values, or throw for others.")
      .optional(),
    passes: z
      .array(
        z.strictObject({ call: names, from: z.array(argument).min(1), to: argument.optional() }),
      )
      .describe("Calls that hand values on in a way that their form does not show.")
      .optional(),
  })
  .describe("What is known of the project's own functions, for following values.");

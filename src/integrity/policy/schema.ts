import { z } from "zod";
import { severities } from "../../core/index.ts";

const days = z
  .string()
  .regex(/^[1-9]\d{0,4}[dh]$/, "not an age: 12h, 30d")
  .describe("An age: 12h, 30d.");
const file = z.string().min(1).describe("A file, relative to the policy.");

/** Whom a policy trusts; exactly one way for each entry. */
const SignedBy = z.union([
  z.strictObject({ key: file.describe("A public key, PEM.") }),
  z.strictObject({
    "certificate-chain": file.describe("Root certificates, PEM, with those in between."),
    "timestamp-certificate": file.optional().describe("Authorities whose timestamps count, PEM."),
  }),
  z.strictObject({
    identity: z
      .string()
      .min(1)
      .describe("An e-mail address or the URI of a workflow; * is any text."),
    issuer: z.string().min(1).describe("The OpenID provider that vouches for it."),
    "trusted-root": file.optional().describe("A Sigstore trusted root instead of the public one."),
  }),
]);
export type SignedBy = z.infer<typeof SignedBy>;

const signers = z.array(SignedBy).min(1).describe("One of them has to have signed.");
const evidence = {
  "max-age": days.optional(),
  "signed-by": signers.optional().describe("Those of the model where it is not said."),
};
const Bound = z.strictObject({
  "at-least": z.number().optional(),
  "at-most": z.number().optional(),
});

const Rule = z.strictObject({
  name: z
    .string()
    .min(1)
    .describe("The model's name; * is any text. The first rule that fits decides."),
  "signed-by": signers,
  strict: z.boolean().optional().describe("Refuses signatures that depart from the specification."),
  require: z
    .strictObject({
      training: z
        .strictObject({
          ...evidence,
          builder: z.string().optional().describe("Who ran the training; * is any text."),
          inputs: z
            .array(z.string())
            .optional()
            .describe("What has to have gone in, by name or URI; * is any text."),
        })
        .optional(),
      scan: z
        .strictObject({
          ...evidence,
          below: z
            .enum(severities)
            .optional()
            .describe("Findings have to be milder than this (high)."),
        })
        .optional(),
      robustness: z.strictObject({ ...evidence, metrics: z.record(z.string(), Bound) }).optional(),
    })
    .optional()
    .describe("What a model has to show before it is promoted."),
});
export type Rule = z.infer<typeof Rule>;

/** A policy: who may sign which model, and what it has to show. */
export const Policy = z.strictObject({ version: z.literal(1), models: z.array(Rule).min(1) }).meta({
  title: "Pavise policy",
  description: "Who may sign which model, and what it has to show.",
});
export type Policy = z.infer<typeof Policy>;

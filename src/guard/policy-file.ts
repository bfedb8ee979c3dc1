import { z } from "zod";
import { detectionKinds, type DetectionKind } from "../detect/detection.ts";
import type { Rules } from "./contract.ts";
import type { GuardOptions } from "./guard.ts";

const actions = z.enum(["allow", "flag", "redact", "block"]);
const score = z.number().min(0).max(1);

const rule = z.union(
  [
    actions,
    z.strictObject({
      action: actions,
      threshold: score.describe("The score from which on it is done.").optional(),
      "flag-from": score
        .describe("The score from which on it is told, without being acted on.")
        .optional(),
    }),
  ],
  { error: "must be allow, flag, redact or block, alone or as {action, threshold, flag-from}" },
);
const kinds = Object.keys(detectionKinds) as [DetectionKind, ...DetectionKind[]];
const rules = z.partialRecord(z.enum(kinds), rule);

/** A file of rules for guards, which says only what differs from the defaults. */
export const GuardFile = z
  .strictObject({
    version: z.literal(1).optional(),
    input: rules.describe("What is done about what is seen on the way to a model.").optional(),
    tool: rules.describe("What differs from `input` for what tools and documents say.").optional(),
    system: rules.describe("What differs from `input` for system prompts.").optional(),
    output: rules.describe("What is done about what is seen on the way back.").optional(),
    "allowed-hosts": z
      .array(z.string().min(1))
      .describe("Hosts, with their subdomains, that links and images of answers may lead to.")
      .optional(),
    limits: z
      .strictObject({
        characters: z.int().min(1).max(100_000_000).optional(),
        tokens: z.int().min(1).max(100_000_000).optional(),
      })
      .describe("How large a text may be.")
      .optional(),
  })
  .describe("Rules for the guards of a model: `pavise guard --policy FILE`.");
export type GuardFile = z.infer<typeof GuardFile>;

function rulesOf(written: GuardFile["input"]): Rules | undefined {
  if (written === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(written).map(([kind, given]) => {
      if (typeof given === "string") return [kind, { action: given }];
      return [
        kind,
        { action: given.action, threshold: given.threshold, flagFrom: given["flag-from"] },
      ];
    }),
  );
}

/** What a file of rules comes to. */
export function guardOptionsOf(file: GuardFile): GuardOptions {
  const policy = {
    input: rulesOf(file.input),
    output: rulesOf(file.output),
    tool: rulesOf(file.tool),
    system: rulesOf(file.system),
  };
  return { policy, limits: file.limits, allowedHosts: file["allowed-hosts"] };
}

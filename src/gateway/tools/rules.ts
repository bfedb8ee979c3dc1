import { z } from "zod";
import { compileCondition } from "./cel.ts";
import { effects } from "./effects.ts";

/** What happens with a call once untrusted text is in the model's context. */
const onUntrusted = z.enum(["allow", "approve", "deny", "deny-tainted", "approve-tainted"]);

const condition = z.string().superRefine((text, context) => {
  const compiled = compileCondition(text);
  if (typeof compiled !== "function")
    context.addIssue({ code: "custom", message: `is no condition: ${compiled.problem}` });
});

/** What is said of some tools. The first rule whose `tools` fit counts. */
export const toolRule = z.strictObject({
  tools: z.array(z.string().min(1)).min(1).describe("Names; `*` stands for anything."),
  tenants: z.array(z.string().min(1)).min(1).optional().describe("Only for these."),
  effect: z
    .enum(effects)
    .optional()
    .describe("What it does to the world; guessed from its name otherwise."),
  allow: z
    .union([z.boolean(), z.literal("approve")])
    .default(true)
    .describe("Whether it may be called at all, or only once a person has said yes."),
  when: condition
    .optional()
    .describe(
      "CEL over `args`, `tool`, `tenant`, `user`, `untrusted`, `tainted`, `earlier`; must be true. Numbers of `args` are doubles: `args.n * 2.0`.",
    ),
  schema: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("JSON Schema of its arguments, instead of the one that the request declares."),
  untrusted: onUntrusted
    .optional()
    .describe(
      "Once untrusted text is in the context. By effect otherwise: read is allowed, all else asks a person.",
    ),
  "not-after": z
    .array(z.string().min(1))
    .optional()
    .describe("Refused in a session that has called one of these."),
  "only-after": z
    .array(z.string().min(1))
    .optional()
    .describe("Refused in a session that has not called one of these."),
  "max-per-session": z
    .int()
    .min(1)
    .optional()
    .describe(
      "Calls in one session: what X-Pavise-Session or X-Pavise-User names, else the conversation that the request tells of.",
    ),
});
export type ToolRule = z.output<typeof toolRule>;

export const toolPolicyConfig = z.strictObject({
  default: z
    .enum(["allow", "approve", "deny"])
    .default("allow")
    .describe("For tools that no rule names."),
  rules: z.array(toolRule).default([]),
  approval: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).describe("Is asked by POST, and answers {approved}."),
      secret: z
        .string()
        .min(16)
        .optional()
        .describe("Signs what is asked: X-Pavise-Signature is its HMAC-SHA-256."),
      "timeout-ms": z.int().min(100).max(600_000).default(60_000),
    })
    .optional()
    .describe("Who approves calls; without it, what needs approval is refused."),
});
export type ToolPolicyConfig = z.output<typeof toolPolicyConfig>;

import { z } from "zod";
import { audiences, confidences, severities, unreadPolicies } from "../core/index.ts";
import { whyNotOwn } from "../load/own-names.ts";
import { isDay } from "./day.ts";
import { FlowSection } from "./flow-schema.ts";
import { RobustnessSection } from "./robustness-schema.ts";

const threshold = z
  .enum(["none", ...severities])
  .describe("The least severity that fails the gate; `none` never fails.");
const pattern = z.string().min(1).describe("A path pattern in the syntax of .gitignore.");
const checkName = z.string().min(1).describe("A check by its id, its code or an alias (`B614`).");
const until = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date like 2027-01-31")
  .refine(isDay, "is not a day of the calendar")
  .describe("The last day on which it holds.");

const rule = z.strictObject({
  check: checkName.optional(),
  path: pattern.optional(),
  control: z.string().min(1).describe("A control id, with or without its edition.").optional(),
  audience: z.enum(audiences).optional(),
  "fail-on": threshold,
});

const allow = z.strictObject({
  check: checkName,
  path: pattern.optional(),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{32}$/, "must be the 32 hexadecimal digits of a finding's fingerprint")
    .optional(),
  reason: z.string().trim().min(1, "must say why this is allowed").describe("Why it is allowed."),
  until: until.optional(),
});

const limits = z.strictObject({
  "max-text-bytes": z
    .int()
    .min(1)
    .max(512 * 1024 * 1024)
    .optional(),
  "max-notebook-bytes": z
    .int()
    .min(1)
    .max(512 * 1024 * 1024)
    .optional(),
  "file-timeout-ms": z.int().min(10).max(3_600_000).optional(),
  "worker-heap-mb": z.int().min(32).max(16_384).optional(),
  "max-findings-per-check": z.int().min(1).max(1_000_000).optional(),
});

const ownName = z
  .string()
  .min(1)
  .superRefine((name, context) => {
    const why = whyNotOwn(name);
    if (why !== undefined) context.addIssue({ code: "custom", message: `"${name}" ${why}` });
  })
  .describe("A class or function by its whole name: `acme.features.Scaler`.");

/** The shape of `pavise.yaml`; `schema/pavise.schema.json` is made from it. */
export const ConfigFile = z
  .strictObject({
    version: z.literal(1).describe("The version of this file's format.").optional(),
    audience: z
      .enum(audiences)
      .describe(
        "Who reads the report: `pedantic` adds hygiene, `audit` adds every place worth a visit.",
      )
      .optional(),
    gate: z
      .strictObject({
        "fail-on": threshold.optional(),
        "min-confidence": z
          .enum(confidences)
          .describe("Findings less sure than this never fail.")
          .optional(),
        unread: z
          .enum(unreadPolicies)
          .describe(
            "Which files that could not be read whole fail the gate: none, those that had to be given up (time, memory, a failed check), or all.",
          )
          .optional(),
        rules: z
          .array(rule)
          .describe("Exceptions; the first that fits a finding decides.")
          .optional(),
      })
      .optional(),
    allow: z.array(allow).describe("Findings that were judged and are allowed.").optional(),
    exclude: z.array(pattern).describe("What is not scanned.").optional(),
    checks: z.strictObject({ disable: z.array(checkName).optional() }).optional(),
    flow: FlowSection.optional(),
    models: z
      .strictObject({
        "own-names": z
          .array(ownName)
          .describe(
            "Names of your own that model files may make, call and refer to. Whole names only.",
          )
          .optional(),
      })
      .describe("What is known of the project's own model files.")
      .optional(),
    robustness: RobustnessSection.optional(),
    limits: limits.optional(),
  })
  .meta({ title: "Pavise configuration", description: "What pavise.yaml may say." });
export type ConfigFile = z.infer<typeof ConfigFile>;

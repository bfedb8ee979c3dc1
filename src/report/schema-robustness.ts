// The `robustness` section of a Run, as it stands in a file.
import { z } from "zod";
import { attackAccesses } from "../core/index.ts";

const natural = z.int().min(0);
const share = z.number().min(0).max(1);
const texts = z.array(z.string()).readonly();
const interval = z.tuple([share, share]).readonly().describe("95 %, Wilson.");
const norm = z.string().optional();
const eps = z.number().min(0).optional().describe("In the units of the inputs.");

const Rate = z
  .object({ value: share, low: share, high: share })
  .meta({ id: "Rate", description: "A share with its 95 % confidence interval (Wilson)." });

const Spread = z
  .object({ mean: z.number(), median: z.number(), max: z.number() })
  .meta({ id: "Spread" });

const ClassAccuracy = z
  .object({ label: z.int(), count: natural, clean: share, robust: share })
  .meta({ id: "ClassAccuracy", description: "How one class fares." });

const parameter = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])).readonly(),
]);

const AttackOutcome = z
  .object({
    id: z.string(),
    title: z.string(),
    access: z.enum(attackAccesses).describe("What it sees of the model."),
    kind: z.enum(["bounded", "minimal", "unbounded"]),
    norm,
    eps,
    targeted: z.boolean(),
    parameters: z.record(z.string(), parameter).readonly(),
    evaluated: natural.describe("Inputs that were evaluated."),
    robustAccuracy: share.describe("Of all evaluated inputs, those right after the attack."),
    interval,
    successRate: share.describe("Of the rightly classified inputs, those that it broke."),
    targetRate: share.optional().describe("Of those inputs, the ones taken for the target."),
    perClass: z.array(ClassAccuracy).readonly(),
    distances: z
      .object({ linf: Spread, l2: Spread, l1: Spread, l0: Spread })
      .optional()
      .describe("Of successful adversarial inputs, in the units of the inputs."),
    queries: Spread.describe("Per attacked input."),
    seconds: z.number().min(0),
    zeroGradients: share.optional(),
    unchanged: share.describe("Of the rightly classified inputs, those given back as they were."),
    outside: natural.describe("Adversarial inputs beyond eps, which do not count."),
    notes: texts,
  })
  .meta({ id: "AttackOutcome", description: "One attack at one eps." });

const Guess = z.object({ label: z.int(), confidence: share.optional() }).meta({ id: "Guess" });

/** A picture within the document: nothing that a page would fetch. */
const picture = z.string().regex(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/);

const AttackExample = z
  .object({
    index: natural.describe("Number of the input in the data."),
    attack: z.string(),
    norm,
    eps,
    label: z.int(),
    before: Guess,
    after: Guess,
    distance: z.object({ linf: z.number(), l2: z.number(), l0: z.number() }),
    pictures: z
      .object({
        original: picture,
        adversarial: picture,
        difference: picture,
        magnified: z.number().min(1),
        width: z.int().min(1),
        height: z.int().min(1),
      })
      .optional(),
    features: z
      .array(z.object({ name: z.string(), before: z.number(), after: z.number() }))
      .readonly()
      .optional(),
  })
  .meta({ id: "AttackExample", description: "An input before and after an attack." });

/** How a model held under attack. */
/** What was looked at beside attacks. */
const examinations = {
  certification: z
    .object({
      norm: z.string(),
      eps: z.number(),
      method: z.enum(["interval", "crown"]),
      evaluated: natural,
      certified: Rate.describe("Proved to stay right within eps."),
      broken: share,
      unknown: share,
      seconds: z.number().min(0),
      refusal: z.string().optional().describe("Why nothing could be certified."),
    })
    .optional(),
  extraction: z
    .object({
      strategy: z.string(),
      points: z
        .array(z.object({ queries: natural, agreement: share, accuracy: share.optional() }))
        .readonly(),
      chance: share.describe("Agreement of who always says the most frequent class."),
      modelAccuracy: share.optional(),
      notes: texts,
      seconds: z.number().min(0),
    })
    .optional()
    .describe("How near a copy comes that is trained on the model's answers."),
  membership: z
    .object({
      members: natural,
      others: natural,
      memberAccuracy: share,
      otherAccuracy: share,
      attacks: z
        .array(
          z.object({
            id: z.string(),
            paper: z.string(),
            auc: share.describe("0.5 tells nothing."),
            interval,
            balancedAccuracy: share,
            foundAt1: share.optional().describe("Members found where 1 % of others are accused."),
          }),
        )
        .readonly(),
      notes: texts,
      seconds: z.number().min(0),
    })
    .optional()
    .describe("How well members of the training data are told from others."),
  backdoors: z
    .object({
      classes: z
        .array(
          z.object({
            label: natural,
            radius: z.number().min(0).describe("Length (L2) of the least change found."),
            ratio: z.number().min(0).describe("How many times less than the median of the others."),
            isSuspect: z.boolean(),
            picture: z.string().optional(),
          }),
        )
        .readonly(),
      graph: z
        .array(z.object({ operator: z.string(), node: z.string(), why: z.string() }))
        .readonly(),
      lastLayer: z.array(z.number()).readonly().optional(),
      seconds: z.number().min(0),
    })
    .optional()
    .describe("The search for a backdoor."),
};

export const Robustness = z
  .object({
    model: z.object({
      path: z.string(),
      sha256: z.string().optional(),
      inputShape: z.array(natural).readonly(),
      classes: natural,
      answers: z.enum(["logits", "probabilities", "labels"]),
      gradients: z.boolean().describe("Whether gradients could be had."),
      softmaxStripped: z.boolean(),
      provider: z.string().describe("What ran it: cpu, cuda, webgpu, coreml, http."),
    }),
    data: z.object({
      path: z.string(),
      sha256: z.string().describe("Over the values of inputs and labels as they were used."),
      count: natural.describe("Inputs that were evaluated."),
      of: natural.describe("Inputs that the data holds."),
      classNames: texts.optional(),
    }),
    range: z.tuple([z.number(), z.number()]).readonly().describe("The valid range of an input."),
    preprocessing: texts,
    seed: z.number(),
    cleanAccuracy: share,
    cleanInterval: interval,
    robust: Rate.describe("Per input the worst over all attacks, each at its first eps."),
    attacks: z.array(AttackOutcome).readonly(),
    worst: z
      .array(z.object({ norm, eps, attacks: texts, robustAccuracy: Rate }))
      .readonly()
      .describe("Per input the worst over several attacks of the same norm and eps."),
    perClass: z.array(ClassAccuracy).readonly(),
    curves: z
      .array(
        z.object({
          attack: z.string(),
          norm: z.string(),
          points: z.array(z.object({ eps: z.number(), robustAccuracy: Rate })).readonly(),
        }),
      )
      .readonly(),
    trust: z
      .array(
        z.object({
          id: z.string(),
          status: z.enum(["good", "warning", "open"]),
          title: z.string(),
          detail: z.string(),
        }),
      )
      .readonly()
      .describe("Whether the numbers can be trusted."),
    examples: z.array(AttackExample).readonly(),
    corruptions: z
      .array(z.object({ kind: z.string(), severity: z.int().min(1).max(5), accuracy: share }))
      .readonly()
      .optional(),
    ...examinations,
    bar: z
      .object({ minimum: share, measured: Rate, norm, eps, attacks: texts })
      .optional()
      .describe("What the gate asked, and what it got."),
    complete: z.boolean().describe("False where the run was stopped."),
  })
  .meta({ id: "Robustness", description: "How the model held under attack." });

import { z } from "zod";

/** How to ask a model behind an address. */
export const endpointSchema = z.strictObject({
  url: z
    .string()
    .describe(
      "Address of the server, of http or https; for a template the address that is posted to.",
    ),
  protocol: z
    .enum(["kserve-v2", "tensorflow", "template"])
    .describe(
      "kserve-v2: KServe, Triton, OpenVINO, MLServer, TorchServe; tensorflow: TensorFlow Serving; template: any JSON.",
    ),
  model: z
    .string()
    .min(1)
    .optional()
    .describe("Name of the model, where the address does not end with it."),
  version: z.string().min(1).optional().describe("Version of the model. Default: the server's."),
  input: z.string().min(1).optional().describe("Name of the input, where the model has several."),
  output: z
    .string()
    .min(1)
    .optional()
    .describe("Name of the output with scores or labels, where the model has several."),
  signature: z
    .string()
    .min(1)
    .optional()
    .describe("TensorFlow Serving's signature. Default serving_default."),
  binary: z
    .boolean()
    .optional()
    .describe(
      "kserve-v2: sends and takes tensors as bytes (the binary extension) instead of JSON.",
    ),
  body: z
    .json()
    .optional()
    .describe(
      'Template of the request: the texts "$inputs" (batch, nested), "$input" (one item, nested), "$flat" (one item, flat) and "$count" stand for values.',
    ),
  scores: z
    .string()
    .optional()
    .describe(
      "Template: where in the answer the scores are, such as `predictions[*].scores`. Default: the answer itself.",
    ),
  headers: z
    .record(z.string(), z.string())
    .optional()
    .describe("Headers; `${NAME}` is taken from the environment, which is where keys belong."),
  answers: z
    .enum(["logits", "probabilities", "labels"])
    .optional()
    .describe("What the model answers with. Default: seen from one answer."),
  classNames: z
    .array(z.string())
    .min(2)
    .optional()
    .describe("Names of the classes by number, for answers that name them."),
  classes: z
    .int()
    .min(2)
    .max(1_000_000)
    .optional()
    .describe("Number of classes, for answers that are labels only."),
  inputShape: z
    .array(z.int().min(1))
    .min(1)
    .optional()
    .describe("Axes of one input, without the batch. Default: as the server says."),
  range: z
    .tuple([z.number(), z.number()])
    .optional()
    .describe("Least and greatest valid value of an input. Default 0 to 1."),
  batch: z.int().min(1).max(4096).default(32).describe("Inputs a request."),
  concurrency: z.int().min(1).max(64).default(2).describe("Requests at the same time."),
  timeoutMs: z
    .int()
    .min(1)
    .max(3_600_000)
    .default(30_000)
    .describe("Milliseconds that an answer may take."),
  retries: z
    .int()
    .min(0)
    .max(20)
    .default(4)
    .describe(
      "Tries again after 429, 502, 503, 504 or a broken connection, each after twice the time.",
    ),
  perSecond: z.number().positive().optional().describe("Requests a second at most."),
  maxQueries: z
    .int()
    .min(1)
    .optional()
    .describe("Inputs that may be sent in all: what is beyond is refused."),
});
/** As a user writes it: what has a default may be left out. */
export type EndpointOptions = z.input<typeof endpointSchema>;
export type Endpoint = z.output<typeof endpointSchema>;

import { z } from "zod";
import { partsShape } from "./parts-schema.ts";
import { GuardFile } from "../../guard/policy-file.ts";

const milliseconds = z.int().min(1).max(86_400_000);
const text = z.string().min(1);
const file = text.describe("A file, from the folder of this one.");

const tls = z
  .strictObject({
    cert: file.describe("The certificate with its chain, PEM."),
    key: file.describe("Its private key, PEM."),
    "client-ca": file.describe("Clients must have a certificate of one of these, PEM.").optional(),
  })
  .describe("Serve HTTPS.");

const listen = z.strictObject({
  host: text.describe("Address to listen at; 127.0.0.1 unless told otherwise.").optional(),
  port: z.int().min(0).max(65_535).describe("8787 unless told otherwise; 0 for any.").optional(),
  open: z
    .boolean()
    .describe(
      "Listen beyond this machine although nobody needs a key. Whoever reaches it may use it.",
    )
    .optional(),
  tls: tls.optional(),
  "trusted-proxies": z
    .array(text)
    .max(100)
    .describe(
      "Addresses or networks (10.0.0.0/8) of proxies in front, whose X-Forwarded-For tells the client's address. Without it every client behind a proxy has the proxy's.",
    )
    .optional(),
  "headers-ms": milliseconds.describe("In which a request's headers must come.").optional(),
  "request-ms": milliseconds.describe("In which a whole request must come.").optional(),
  "header-bytes": z.int().min(1024).max(1_048_576).optional(),
  connections: z.int().min(1).max(1_000_000).describe("Most at a time.").optional(),
});

const admin = z.strictObject({
  host: text.optional(),
  port: z.int().min(0).max(65_535).describe("8788 unless told otherwise.").optional(),
  key: z
    .string()
    .min(16, "must have 16 characters or more")
    .describe("`${NAME}` reads it from the environment."),
});

const providers = ["openai", "anthropic", "gemini", "ollama"] as const;

const upstream = z.strictObject({
  name: z
    .string()
    .regex(/^[\w.-]{1,64}$/, "must be letters, digits, dots and hyphens")
    .describe("Its name in logs and metrics."),
  url: text.describe("Where it is; a path is put before that of the protocol."),
  speaks: z
    .array(z.enum(providers))
    .min(1)
    .describe(
      "Protocols that it understands; told by the URL for the well-known ones, else openai.",
    )
    .optional(),
  models: z
    .array(text)
    .describe(
      "Names of models that it serves, with * for any characters; all unless told otherwise.",
    )
    .optional(),
  rename: z
    .record(text, text)
    .describe("What it calls a model, by what clients call it.")
    .optional(),
  priority: z
    .int()
    .min(0)
    .max(1000)
    .describe("Lower ones first; others are fallen back to.")
    .optional(),
  weight: z
    .number()
    .positive()
    .max(1_000_000)
    .describe("Share among those of one priority.")
    .optional(),
  key: text.describe("Its key; `${NAME}` reads it from the environment.").optional(),
  "key-file": file.describe("A file that holds its key.").optional(),
  "key-header": z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/, "must be a header's name in lower case")
    .describe("Header for its key, where it is not the protocol's (Azure: api-key).")
    .optional(),
  "client-key": z.literal(true).describe("The client's own key is passed on.").optional(),
  headers: z.record(z.string().regex(/^[a-z0-9-]{1,64}$/), z.string()).optional(),
  private: z
    .boolean()
    .describe("It is in a private network. Loopback needs no telling.")
    .optional(),
  connections: z.int().min(1).max(100_000).optional(),
  timeouts: z
    .strictObject({
      "connect-ms": milliseconds.optional(),
      "first-byte-ms": milliseconds.optional(),
      "idle-ms": milliseconds.describe("Between two pieces of an answer.").optional(),
      "total-ms": milliseconds.optional(),
    })
    .optional(),
  retries: z
    .strictObject({
      most: z.int().min(0).max(10).optional(),
      "longest-wait-ms": z.int().min(0).max(60_000).optional(),
    })
    .describe(
      "Only where the request cannot have been accepted: no connection, 429, or 503 with Retry-After.",
    )
    .optional(),
});

const judge = z.strictObject({
  url: text.describe("Base URL of an OpenAI-compatible server (…/v1)."),
  model: text,
  key: text.optional(),
  "key-file": file.optional(),
  private: z.boolean().optional(),
  input: z.boolean().describe("Reads requests; true unless told otherwise.").optional(),
  output: z
    .boolean()
    .describe("Reads answers; a streamed one is then held until it is whole.")
    .optional(),
  prompt: text.describe("What it is asked; must make it answer ALLOW or BLOCK.").optional(),
  "timeout-ms": milliseconds.optional(),
  "on-failure": z
    .enum(["open", "closed"])
    .describe("What happens where it gives no answer: an error is never a verdict.")
    .optional(),
});

const { version: _version, ...policy } = GuardFile.shape;

const guards = z.strictObject({
  enabled: z.boolean().describe("False lets everything through unread.").optional(),
  ...policy,
  "on-failure": z
    .enum(["open", "closed"])
    .describe("What happens where a guard fails; closed unless told otherwise.")
    .optional(),
  canary: z
    .boolean()
    .describe("Put a random word into each session's system prompt, which must never come back.")
    .optional(),
  reversible: z
    .boolean()
    .describe("Personal data that is masked in requests is put back into their answers.")
    .optional(),
  "answer-schema": z
    .boolean()
    .describe(
      "Answers must fit the JSON Schema that their request names; a streamed one is held until it is whole.",
    )
    .optional(),
  spotlight: z
    .enum(["delimit", "datamark", "encode"])
    .describe("Mark what tools answered, so that the model can tell it from orders.")
    .optional(),
  "let-unreadable-through": z
    .boolean()
    .describe("Let through what no guard can read: prompts as token numbers, spoken answers.")
    .optional(),
  judge: judge.optional(),
});

const limits = z.strictObject({
  "body-bytes": z.int().min(1024).max(1_073_741_824).optional(),
  "prompt-chars": z.int().min(1).max(1_073_741_824).optional(),
  attachments: z.int().min(0).max(10_000).optional(),
  "attachment-bytes": z.int().min(0).max(1_073_741_824).optional(),
  "answer-bytes": z.int().min(1024).max(1_073_741_824).optional(),
  "output-tokens": z
    .int()
    .min(1)
    .max(10_000_000)
    .describe("Most that a request may ask for.")
    .optional(),
  "assumed-output-tokens": z
    .int()
    .min(1)
    .max(10_000_000)
    .describe("Where budgets are kept: the limit of a request that names none.")
    .optional(),
  "stream-ms": milliseconds.optional(),
  "slow-reader-ms": milliseconds.optional(),
});

/** The shape of `gateway.yaml`; `schema/gateway.schema.json` is made from it. */
export const GatewayFile = z
  .strictObject({
    version: z.literal(1).describe("The version of this file's format.").optional(),
    listen: listen.optional(),
    admin: admin
      .describe("A second port for metrics and for reloading, with a key of its own.")
      .optional(),
    upstreams: z.array(upstream).min(1).describe("Servers of models."),
    guards: guards.optional(),
    limits: limits.describe("What bounds one exchange.").optional(),
    ...partsShape,
    "timing-headers": z.boolean().describe("Tell each stage's time in Server-Timing.").optional(),
    "drain-ms": milliseconds.describe("What is running may take so long to end.").optional(),
  })
  .meta({ title: "Pavise gateway", description: "What gateway.yaml may say." });
export type GatewayFile = z.infer<typeof GatewayFile>;

import { z } from "zod";
import { abuseConfig } from "../abuse/watch.ts";
import { cacheConfig } from "../cache/cache.ts";
import { keyEntry } from "../identity/keys.ts";
import { limitRule, price } from "../limits/rules.ts";
import { toolPolicyConfig } from "../tools/rules.ts";

const text = z.string().min(1);
const secret = z.string().min(16, "must have 16 characters or more");

const redis = z.strictObject({
  url: text.describe("redis:// or rediss://; Valkey as well. `${NAME}` reads the environment."),
  prefix: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .default("pavise")
    .describe("Before every key."),
  "timeout-ms": z.int().min(1).max(60_000).default(250),
  "on-outage": z
    .enum(["closed", "open", "local"])
    .default("closed")
    .describe(
      "Where it cannot be reached: nothing is let in, everything is, or each gateway counts for itself.",
    ),
});

const audit = z.strictObject({
  file: text.describe("Where records are appended; each gateway has its own."),
  key: secret.describe("Makes the chain one that only who has the key can write.").optional(),
  durability: z
    .enum(["process", "disk"])
    .default("process")
    .describe("What a record survives: the end of the process, or also the loss of power."),
  "max-bytes": z
    .int()
    .min(65_536)
    .describe(
      "A file with more is finished as FILE.000001, and the chain goes on in a new one; never unless told otherwise.",
    )
    .optional(),
});

const telemetry = z.strictObject({
  "service-name": text.default("pavise-gateway"),
  otlp: z
    .strictObject({
      endpoint: z.url({ protocol: /^https?$/ }).describe("Such as http://localhost:4318."),
      headers: z.record(z.string().regex(/^[a-z0-9-]{1,64}$/), z.string()).optional(),
    })
    .describe("Where spans and incidents are sent.")
    .optional(),
});

const mcpServer = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, "must be small letters, digits and hyphens")
    .describe("It is served as /mcp/NAME, and its tools are NAME/tool in policies."),
  url: text.describe("Its endpoint for streamable HTTP."),
  key: text.describe("Sent as a bearer token; `${NAME}` reads the environment.").optional(),
  "key-file": text.optional(),
  headers: z.record(z.string().regex(/^[a-z0-9-]{1,64}$/), z.string()).optional(),
  private: z.boolean().describe("It is in a private network.").optional(),
  tools: z.array(text).min(1).describe("Only these may be seen and called.").optional(),
  pin: z
    .enum(["first-use", "strict", "off"])
    .default("first-use")
    .describe("Tools are pinned as they are first seen, or only what a person approved."),
  trusted: z.boolean().default(false).describe("What its tools answer is vouched for."),
  "may-ask": z
    .boolean()
    .default(false)
    .describe("It may ask the client's model and user by itself (sampling, elicitation)."),
});

const mcp = z.strictObject({
  pins: text.default("gateway.mcp.json").describe("File with the pins."),
  servers: z.array(mcpServer).min(1),
});

/** Parts of a gateway beside its upstreams and guards. */
export const partsShape = {
  keys: z.array(keyEntry).describe("Who may ask. Without keys only this machine may.").optional(),
  "session-secret": secret
    .describe("Makes sessions the same in every gateway and after a restart.")
    .optional(),
  rates: z.array(limitRule).describe("Requests, tokens and money, for whom.").optional(),
  prices: z
    .record(text, price)
    .describe("Of a million tokens by model, for limits of money; `*` stands for anything.")
    .optional(),
  redis: redis.describe("Where several gateways share what they count.").optional(),
  tools: toolPolicyConfig.describe("Which tools may be called, how and when.").optional(),
  abuse: abuseConfig.describe("Watch for the theft of a model and for floods.").optional(),
  audit: audit.describe("Record every exchange before its answer leaves.").optional(),
  telemetry: telemetry.optional(),
  cache: cacheConfig.describe("Answer equal requests of one tenant from memory.").optional(),
  mcp: mcp.describe("Servers of the Model Context Protocol.").optional(),
} as const;
export const GatewayParts = z.strictObject(partsShape);
export type GatewayParts = z.output<typeof GatewayParts>;

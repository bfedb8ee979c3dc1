import { randomBytes } from "node:crypto";
import { dirname, resolve } from "node:path";
import { messageOf } from "../core/index.ts";
import { paviseVersion } from "../engine/version.ts";
import { openAuditLog } from "./audit-log/log.ts";
import type { GatewayConfig } from "./config/config.ts";
import { createOwnership, memoryOwners } from "./identity/ownership.ts";
import { createMemoryStore } from "./limits/memory.ts";
import type { CounterStore } from "./limits/store.ts";
import { checkWritable, openPins } from "./mcp/pins.ts";
import { createMcpRoute } from "./mcp/route.ts";
import type { AuditLog, Ownership, Telemetry } from "./parts.ts";
import type { LogEntry } from "./pipeline/running.ts";
import type { Route } from "./server/gateway.ts";
import { createTelemetry } from "./telemetry/telemetry.ts";

/** What a gateway keeps while its configuration is read again: counters, owners, files and connections. */
export interface Lasting {
  readonly counters: CounterStore;
  /** Counters of this gateway alone, for when the shared ones are away. */
  readonly own: CounterStore;
  readonly ownership: Ownership;
  readonly audit: AuditLog | undefined;
  readonly telemetry: Telemetry;
  readonly sessionSecret: Buffer;
  readonly routes: readonly Route[];
  readonly close: () => Promise<void>;
}

type Log = (entry: LogEntry) => void;

async function openShared({ parts: { redis } }: GatewayConfig, log: Log) {
  if (redis === undefined) return undefined;
  const { createRedisStore } = await import("./limits/redis.ts");
  const { createRedisOwners } = await import("./identity/redis-owners.ts");
  const { url, prefix } = redis;
  const counters = await createRedisStore({
    url,
    prefix,
    timeoutMs: redis["timeout-ms"],
    onState: (state, error) =>
      log(
        state === "ready"
          ? { level: "info", message: "the limits' server is there" }
          : {
              level: "error",
              message: "the limits' server is gone",
              error: messageOf(error),
            },
      ),
  });
  const owners = await createRedisOwners({ url, prefix });
  return { counters, owners };
}

/** Opens what lasts. Rejects where a file cannot be written or is somebody else's. */
export async function openLasting(config: GatewayConfig, log: Log): Promise<Lasting> {
  const { parts, file, mcpServers } = config;
  const folder = file === undefined ? process.cwd() : dirname(file);
  const { audit: auditSettings, telemetry: told } = parts;
  const pinFile = resolve(folder, parts.mcp?.pins ?? "gateway.mcp.json");
  const pins = mcpServers.length === 0 ? undefined : openPins(pinFile);
  if (mcpServers.some(({ name, pin }) => pin === "first-use" && pins?.of(name) === undefined))
    checkWritable(pinFile);
  const route = pins === undefined ? undefined : createMcpRoute({ servers: mcpServers, pins });
  const audit =
    auditSettings === undefined
      ? undefined
      : await openAuditLog({
          file: resolve(folder, auditSettings.file),
          durability: auditSettings.durability,
          ...(auditSettings["max-bytes"] !== undefined && {
            maxBytes: auditSettings["max-bytes"],
          }),
          ...(auditSettings.key !== undefined && { key: Buffer.from(auditSettings.key) }),
        });
  const shared = await openShared(config, log);
  const own = createMemoryStore();
  const secret = parts["session-secret"];
  const telemetry = createTelemetry({
    version: paviseVersion(),
    serviceName: told?.["service-name"] ?? "pavise-gateway",
    ...(told?.otlp !== undefined && {
      otlp: {
        endpoint: told.otlp.endpoint,
        ...(told.otlp.headers !== undefined && { headers: told.otlp.headers }),
      },
    }),
  });
  return {
    counters: shared?.counters ?? own,
    own,
    ownership: createOwnership(shared?.owners ?? memoryOwners()),
    audit,
    telemetry,
    sessionSecret: secret === undefined ? randomBytes(32) : Buffer.from(secret),
    routes: route === undefined ? [] : [route],
    close: async () => {
      await Promise.all([
        shared?.counters.close(),
        shared?.owners.close(),
        audit?.close(),
        telemetry.close(),
        route?.close(),
      ]);
    },
  };
}

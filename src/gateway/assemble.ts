import { createHmac, randomBytes } from "node:crypto";
import { createAbuseWatch } from "./abuse/watch.ts";
import { createAnswerCache } from "./cache/cache.ts";
import { createIdentity } from "./identity/identity.ts";
import { createLimiter } from "./limits/limiter.ts";
import { createMemoryStore } from "./limits/memory.ts";
import type { Lasting } from "./lasting.ts";
import { messageOf } from "../core/index.ts";
import type { Guard } from "../guard/contract.ts";
import { createGuard } from "../guard/guard.ts";
import type { GatewayConfig } from "./config/config.ts";
import { createToolPolicy } from "./tools/policy.ts";
import type { Limiter } from "./parts.ts";
import { openJudge } from "./pipeline/model-judge.ts";
import type { LogEntry, Running } from "./pipeline/running.ts";
import { tolerantGuard } from "./pipeline/tolerant-guard.ts";
import { surfaces } from "./surfaces/index.ts";
import { openUpstreams } from "./upstreams/upstreams.ts";

/** Everything that one configuration makes, and what ends it. */
export interface Assembled {
  readonly config: GatewayConfig;
  readonly running: Running;
  /** Ends what this configuration opened, once its requests are answered. */
  readonly close: () => Promise<void>;
}

/**
 * Random to everybody else and the same for a session as long as the gateway lives. All of them begin with
 * one mark of this gateway's, by which another session's is known as well.
 */
function canaries(): (session: string) => string {
  const secret = randomBytes(32);
  const mark = randomBytes(4).toString("hex");
  return (session) =>
    `cn-${mark}-${createHmac("sha256", secret).update(session).digest("hex").slice(0, 24)}`;
}

function guardFor(config: GatewayConfig, log: Running["log"]): Guard | undefined {
  const { isEnabled, options, onFailure } = config.guards;
  if (!isEnabled) return undefined;
  const made = createGuard(options);
  if (onFailure === "closed") return made;
  return tolerantGuard(made, (error) =>
    log({
      level: "error",
      message: "a guard failed, and its text passed",
      error: messageOf(error),
    }),
  );
}

function limiterFor(
  config: GatewayConfig,
  log: Running["log"],
  lasting: Lasting | undefined,
): Limiter | undefined {
  const { rates = [], prices, redis } = config.parts;
  if (rates.length === 0) return undefined;
  // A slot that is free again while its request still runs would be given out twice.
  const longest = Math.max(
    config.limits.streamMs,
    ...config.upstreams.map(({ timeouts }) => timeouts.total),
  );
  return createLimiter({
    rules: rates,
    store: lasting?.counters ?? createMemoryStore(),
    ...(lasting !== undefined && { fallback: lasting.own }),
    ...(prices !== undefined && { prices }),
    onOutage: redis?.["on-outage"] ?? "closed",
    longestMs: longest + 60_000,
    onFailure: (error) =>
      log({ level: "error", message: "the limits were not reached", error: messageOf(error) }),
  });
}

/** Says of what would be opened that it is there, for who only asks what a configuration does. */
const unopened = {
  audit: { append: () => Promise.resolve(), close: () => Promise.resolve() },
  ownership: { owns: () => Promise.resolve(false), give: () => Promise.resolve() },
} as const;

/**
 * Builds the parts that a configuration asks for. Without what lasts it can be looked at and not served:
 * nothing was opened.
 */
export function assemble(
  config: GatewayConfig,
  log: (entry: LogEntry) => void,
  lasting?: Lasting,
): Assembled {
  const { keys = [], abuse, tools, audit, cache } = config.parts;
  const upstreams = openUpstreams(config.upstreams);
  const judge = config.judge === undefined ? undefined : openJudge(config.judge);
  const running: Running = {
    surfaces,
    upstreams,
    identity: createIdentity({
      keys,
      allowAnonymous: keys.length === 0,
      ...(lasting !== undefined && { secret: lasting.sessionSecret }),
    }),
    isOpen: keys.length === 0,
    limits: config.limits,
    guard: guardFor(config, log),
    isUnreadableLet: config.guards.isUnreadableLet,
    judge,
    hasAnswerSchema: config.guards.hasAnswerSchema,
    isReversible: config.guards.isReversible,
    spotlight: config.guards.spotlight,
    canaryOf: config.guards.hasCanary ? canaries() : undefined,
    limiter: limiterFor(config, log, lasting),
    ownership: lasting?.ownership ?? unopened.ownership,
    abuse: abuse === undefined ? undefined : createAbuseWatch(abuse),
    tools: tools === undefined ? undefined : createToolPolicy({ config: tools }),
    audit: lasting?.audit ?? (audit === undefined ? undefined : unopened.audit),
    telemetry: lasting?.telemetry,
    cache: cache === undefined ? undefined : createAnswerCache(cache),
    hasTimingHeader: config.hasTimingHeader,
    log,
  };
  return {
    config,
    running,
    close: async () => {
      await Promise.all([upstreams.close(), judge?.close()]);
    },
  };
}

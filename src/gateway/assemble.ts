import { createHmac, randomBytes } from "node:crypto";
import { messageOf } from "../core/index.ts";
import type { Guard } from "../guard/contract.ts";
import { createGuard } from "../guard/guard.ts";
import type { GatewayConfig } from "./config/config.ts";
import type { Principal } from "./parts.ts";
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

/** Who everybody is where nobody has a key: sessions cannot be told apart then. */
function nobody(address: string): Principal {
  return { key: "none", tenant: "none", user: undefined, session: "none", address, scopes: [] };
}

/** Random to everybody else and the same for a session as long as the gateway lives. */
function canaries(): (session: string) => string {
  const secret = randomBytes(32);
  return (session) =>
    `cn-${createHmac("sha256", secret).update(session).digest("hex").slice(0, 24)}`;
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

/** Builds the parts that a configuration asks for. */
export function assemble(config: GatewayConfig, log: (entry: LogEntry) => void): Assembled {
  const upstreams = openUpstreams(config.upstreams);
  const judge = config.judge === undefined ? undefined : openJudge(config.judge);
  const running: Running = {
    surfaces,
    upstreams,
    identity: { authenticate: ({ address }) => nobody(address) },
    isOpen: true,
    limits: config.limits,
    guard: guardFor(config, log),
    isUnreadableLet: config.guards.isUnreadableLet,
    judge,
    isReversible: config.guards.isReversible,
    spotlight: config.guards.spotlight,
    canaryOf: config.guards.hasCanary ? canaries() : undefined,
    limiter: undefined,
    ownership: undefined,
    abuse: undefined,
    tools: undefined,
    audit: undefined,
    telemetry: undefined,
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

import { defaultExchangeLimits, type LogEntry, type Running } from "../pipeline/running.ts";
import type { AuditRecord, Principal } from "../parts.ts";
import { defaultListen } from "../server/listen.ts";
import { startGateway, type Gateway, type Route } from "../server/gateway.ts";
import { defaultRetries, defaultTimeouts, type UpstreamSettings } from "../upstreams/settings.ts";
import { openUpstreams } from "../upstreams/upstreams.ts";
import { chatSurface } from "./chat-surface.ts";

export const somebody: Principal = {
  key: "k1",
  tenant: "t1",
  user: undefined,
  session: "s1",
  address: "127.0.0.1",
  scopes: ["models"],
};

/** An upstream on loopback, with whatever a test wants otherwise. */
export function upstreamAt(url: URL, other: Partial<UpstreamSettings> = {}): UpstreamSettings {
  return {
    name: "test",
    url,
    speaks: ["openai", "anthropic", "gemini", "ollama"],
    models: [],
    rename: {},
    priority: 0,
    weight: 1,
    credential: { kind: "none" },
    headers: {},
    isPrivate: true,
    connections: 100,
    timeouts: defaultTimeouts,
    retries: defaultRetries,
    ...other,
  };
}

export interface TestGateway {
  readonly gateway: Gateway;
  readonly url: string;
  readonly records: AuditRecord[];
  readonly logs: LogEntry[];
  readonly close: () => Promise<void>;
}

/** A gateway on a free port. */
export async function gatewayFor(
  upstreams: readonly UpstreamSettings[],
  other: Partial<Running> = {},
  routes: readonly Route[] = [],
): Promise<TestGateway> {
  const records: AuditRecord[] = [];
  const logs: LogEntry[] = [];
  const running: Running = {
    surfaces: [chatSurface],
    upstreams: openUpstreams(upstreams),
    identity: { authenticate: () => somebody },
    isOpen: false,
    limits: defaultExchangeLimits,
    guard: undefined,
    isUnreadableLet: false,
    judge: undefined,
    isReversible: false,
    hasAnswerSchema: false,
    spotlight: undefined,
    canaryOf: undefined,
    limiter: undefined,
    ownership: undefined,
    abuse: undefined,
    tools: undefined,
    audit: {
      append: async (record) => void records.push(record),
      close: async () => undefined,
    },
    telemetry: undefined,
    cache: undefined,
    hasTimingHeader: false,
    log: (entry) => void logs.push(entry),
    ...other,
  };
  const gateway = await startGateway({ running, listen: { ...defaultListen, port: 0 }, routes });
  return {
    gateway,
    url: `http://127.0.0.1:${gateway.listener.port}`,
    records,
    logs,
    close: async () => {
      await gateway.drain(50);
      await running.upstreams.destroy();
    },
  };
}

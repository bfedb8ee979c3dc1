import type { GuardOptions } from "../../guard/guard.ts";
import type { SpotlightMethod } from "../../guard/spotlight.ts";
import type { ExchangeLimits } from "../pipeline/running.ts";
import type { McpServer } from "../mcp/route.ts";
import type { GatewayParts } from "./parts-schema.ts";
import type { ListenSettings } from "../server/listen.ts";
import type { UpstreamSettings } from "../upstreams/settings.ts";

/** What `gateway.yaml` says, with defaults where it is silent. Secrets are in it: it is never printed. */
export interface GatewayConfig {
  /** Undefined where there is no file. */
  readonly file: string | undefined;
  readonly listen: ListenSettings;
  /** True where it may listen beyond this machine without keys. */
  readonly isOpenWanted: boolean;
  readonly admin: AdminSettings | undefined;
  readonly upstreams: readonly UpstreamSettings[];
  readonly guards: GuardSettings;
  readonly judge: JudgeSettings | undefined;
  readonly limits: ExchangeLimits;
  readonly hasTimingHeader: boolean;
  readonly drainMs: number;
  /** Keys, rates, tools and the rest, as they are written. */
  readonly parts: GatewayParts;
  readonly mcpServers: readonly McpServer[];
}

export interface AdminSettings {
  readonly host: string;
  readonly port: number;
  readonly key: string;
}

export interface GuardSettings {
  readonly isEnabled: boolean;
  /** What differs from the guards' own defaults. */
  readonly options: GuardOptions;
  readonly onFailure: "open" | "closed";
  readonly hasCanary: boolean;
  readonly isReversible: boolean;
  readonly hasAnswerSchema: boolean;
  readonly spotlight: SpotlightMethod | undefined;
  /** True where prompts as token numbers and spoken answers pass unread. */
  readonly isUnreadableLet: boolean;
}

/** A second model that judges. */
export interface JudgeSettings {
  /** Base URL of an OpenAI-compatible server, with its version. */
  readonly url: URL;
  readonly model: string;
  readonly key: string | undefined;
  readonly isPrivate: boolean;
  readonly reads: { readonly input: boolean; readonly output: boolean };
  readonly prompt: string | undefined;
  readonly timeoutMs: number;
  readonly onFailure: "open" | "closed";
}

export const defaultGuards: GuardSettings = {
  isEnabled: true,
  options: {},
  onFailure: "closed",
  hasCanary: false,
  isReversible: false,
  hasAnswerSchema: false,
  spotlight: undefined,
  isUnreadableLet: false,
};

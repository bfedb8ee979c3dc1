import type { GuardPolicy } from "../../guard/contract.ts";
import type { ExchangeLimits } from "../pipeline/running.ts";
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
}

export interface AdminSettings {
  readonly host: string;
  readonly port: number;
  readonly key: string;
}

export interface GuardSettings {
  readonly isEnabled: boolean;
  readonly policy: GuardPolicy;
  readonly onFailure: "open" | "closed";
  readonly allowedHosts: readonly string[];
  readonly hasCanary: boolean;
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
  policy: { input: {}, output: {} },
  onFailure: "closed",
  allowedHosts: [],
  hasCanary: false,
  isUnreadableLet: false,
};

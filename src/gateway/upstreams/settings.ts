import type { Surface } from "../surface.ts";

/** How the gateway, or the client through it, proves itself to an upstream. */
export type Credential =
  | { readonly kind: "none" }
  /** The client's own key is passed on. */
  | { readonly kind: "client" }
  /** `header` where it is not the one that the protocol names (Azure's `api-key`). */
  | { readonly kind: "secret"; readonly value: string; readonly header?: string };

/** A server of models. All of it comes from the configuration and nothing from a request. */
export interface UpstreamSettings {
  readonly name: string;
  readonly url: URL;
  /** Protocols that it speaks. */
  readonly speaks: readonly Surface["provider"][];
  /** Names of models with `*` for any characters; empty for all. */
  readonly models: readonly string[];
  /** What a model is called there, by what clients call it. */
  readonly rename: Readonly<Record<string, string>>;
  /** Lower ones are asked first; the others are what is fallen back to. */
  readonly priority: number;
  /** Share among those of one priority. */
  readonly weight: number;
  readonly credential: Credential;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** True for a server in a private network. */
  readonly isPrivate: boolean;
  /** Most connections at a time. */
  readonly connections: number;
  readonly timeouts: UpstreamTimeouts;
  readonly retries: RetrySettings;
}

/** Milliseconds. */
export interface UpstreamTimeouts {
  readonly connect: number;
  readonly firstByte: number;
  /** Between two pieces of an answer. */
  readonly idle: number;
  readonly total: number;
}

export interface RetrySettings {
  /** Attempts beyond the first, over all upstreams. */
  readonly most: number;
  /** Longest `Retry-After` that is waited for, in milliseconds. */
  readonly longestWait: number;
}

export const defaultTimeouts: UpstreamTimeouts = {
  connect: 5_000,
  // An answer that is not streamed begins when all of it is written, and models think first.
  firstByte: 300_000,
  idle: 120_000,
  total: 600_000,
};

export const defaultRetries: RetrySettings = { most: 2, longestWait: 2_000 };

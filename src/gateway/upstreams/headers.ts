import type { Surface } from "../surface.ts";
import type { Credential } from "./settings.ts";

/** What of a client's headers goes on to an upstream; everything else stays here. */
const toUpstream: readonly string[] = [
  "accept",
  "anthropic-beta",
  "anthropic-version",
  "content-type",
  "idempotency-key",
  "openai-beta",
  "traceparent",
  "tracestate",
];

/** Headers that choose an account go along with the client's own key alone. */
const withClientKey: readonly string[] = [
  "openai-organization",
  "openai-project",
  "x-goog-user-project",
];

const secretHeaders: Readonly<Record<Surface["provider"], string>> = {
  openai: "authorization",
  anthropic: "x-api-key",
  gemini: "x-goog-api-key",
  ollama: "authorization",
};

/** What of an upstream's headers goes back to a client. */
const toClient: readonly string[] = [
  "anthropic-ratelimit-requests-remaining",
  "openai-model",
  "openai-processing-ms",
  "openai-version",
  "request-id",
  "retry-after",
  "retry-after-ms",
  "x-request-id",
];

/** Headers by lower-case name. */
export type Headers = Readonly<Record<string, string | undefined>>;

export interface OutgoingGiven {
  readonly headers: Headers;
  readonly provider: Surface["provider"];
  readonly credential: Credential;
  readonly extra: Headers;
}

/** The headers of a request to an upstream. */
export function outgoingHeaders(given: OutgoingGiven): Record<string, string> {
  const { headers, provider, credential, extra } = given;
  // Answers are read, so that their compression would only cost time at both ends.
  const out: Record<string, string> = { "accept-encoding": "identity" };
  for (const name of toUpstream) {
    const value = headers[name];
    if (value !== undefined) out[name] = value;
  }
  if (credential.kind === "secret") {
    const name = credential.header ?? secretHeaders[provider];
    out[name] = name === "authorization" ? `Bearer ${credential.value}` : credential.value;
  } else if (credential.kind === "client") {
    for (const name of [
      "authorization",
      "x-api-key",
      "x-goog-api-key",
      "api-key",
      ...withClientKey,
    ]) {
      const value = headers[name];
      if (value !== undefined) out[name] = value;
    }
  }
  for (const [name, value] of Object.entries(extra)) if (value !== undefined) out[name] = value;
  return out;
}

/** Those of an answer's headers that a client may see. */
export function incomingHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const name of toClient) {
    const value = headers[name];
    if (typeof value === "string") out[name] = value;
  }
  return out;
}

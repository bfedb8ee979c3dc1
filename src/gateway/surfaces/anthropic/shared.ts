import type { Refusal, Usage } from "../../surface.ts";
import { isObject, type JsonObject, numberOf } from "../values.ts";

/** Tokens of a message; a provider counts what its cache gave beside the rest. */
export function usageOf(message: JsonObject): Usage | undefined {
  const { usage } = message;
  if (!isObject(usage)) return undefined;
  const cached = numberOf(usage, "cache_read_input_tokens");
  const fresh = numberOf(usage, "input_tokens") ?? 0;
  const kept = numberOf(usage, "cache_creation_input_tokens") ?? 0;
  return {
    inputTokens: fresh + kept + (cached ?? 0),
    outputTokens: numberOf(usage, "output_tokens") ?? 0,
    ...(cached === undefined ? {} : { cachedTokens: cached }),
  };
}

const errorTypes: Readonly<Record<number, string>> = {
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  503: "overloaded_error",
  504: "timeout_error",
  529: "overloaded_error",
};

/** The body of an error as Anthropic's clients read it; also the data of an `error` event. */
export function errorBody(refusal: Refusal): unknown {
  const type =
    errorTypes[refusal.status] ?? (refusal.status >= 500 ? "api_error" : "invalid_request_error");
  return { type: "error", error: { type, message: refusal.message, code: refusal.code } };
}

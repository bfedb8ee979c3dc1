import type { Refusal, Usage } from "../../surface.ts";
import { isObject, type JsonObject, numberOf } from "../values.ts";
import { eitherOf } from "./parts.ts";

/** Tokens; those that the model thought count as written. */
export function usageOf(body: JsonObject): Usage | undefined {
  const usage = eitherOf(body, "usageMetadata", "usage_metadata");
  if (!isObject(usage)) {
    const total = numberOf(body, "totalTokens");
    return total === undefined ? undefined : { inputTokens: total, outputTokens: 0 };
  }
  const count = (name: string): number => numberOf(usage, name) ?? 0;
  const cachedTokens = numberOf(usage, "cachedContentTokenCount");
  return {
    inputTokens: count("promptTokenCount") + count("toolUsePromptTokenCount"),
    outputTokens: count("candidatesTokenCount") + count("thoughtsTokenCount"),
    ...(cachedTokens === undefined ? {} : { cachedTokens }),
  };
}

const statuses: Readonly<Record<number, string>> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

/** The body of an error as Google's clients read it. */
export function errorBody(refusal: Refusal): unknown {
  const status =
    statuses[refusal.status] ?? (refusal.status >= 500 ? "INTERNAL" : "INVALID_ARGUMENT");
  return {
    error: {
      code: refusal.status,
      message: refusal.message,
      status,
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.ErrorInfo",
          reason: refusal.code,
          domain: "pavise",
        },
      ],
    },
  };
}

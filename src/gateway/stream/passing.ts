import type { GuardStream } from "../../guard/contract.ts";
import type { Usage } from "../surface.ts";

/** Protocols tell the usage in parts and as running totals. */
export function more(known: Usage | undefined, told: Usage): Usage {
  if (known === undefined) return told;
  const cachedTokens = Math.max(known.cachedTokens ?? 0, told.cachedTokens ?? 0);
  return {
    inputTokens: Math.max(known.inputTokens, told.inputTokens),
    outputTokens: Math.max(known.outputTokens, told.outputTokens),
    ...(cachedTokens > 0 && { cachedTokens }),
  };
}

/** Lets everything through at once, where no guard is configured. */
export function passing(): GuardStream {
  let settled = 0;
  const state = (): ReturnType<GuardStream["push"]> => ({
    settled,
    edits: [],
    detections: [],
    isBlocked: false,
  });
  return {
    push: (piece) => {
      settled += piece.length;
      return state();
    },
    end: state,
  };
}

import type { Detection } from "../../detect/detection.ts";
import type { Refusal } from "../surface.ts";

/** The kinds of what was seen, each once: never the text itself, nor where it stands. */
function kinds(found: readonly Detection[]): string {
  return [...new Set(found.map(({ kind }) => kind))].join(", ") || "a guard's rule";
}

/** 400 and not 5xx: a client that tries again would hear the same. */
export function blockedInput(found: readonly Detection[]): Refusal {
  const message = `The request was blocked by a guard: ${kinds(found)}.`;
  return { status: 400, code: "guard_blocked", message };
}

export function blockedOutput(found: readonly Detection[]): Refusal {
  const message = `The answer was blocked by a guard: ${kinds(found)}.`;
  return { status: 400, code: "guard_blocked", message };
}

export const guardFailed: Refusal = {
  status: 500,
  code: "guard_failed",
  message: "A guard failed, and the gateway is set to let nothing through that was not judged.",
};

export const auditFailed: Refusal = {
  status: 503,
  code: "audit_failed",
  message: "The audit log cannot be written, and nothing passes without a record.",
};

export const badUpstream: Refusal = {
  status: 502,
  code: "upstream_failed",
  message: "The model's server sent an answer that its protocol does not know.",
};

export const internalFault: Refusal = {
  status: 500,
  code: "internal",
  message: "A fault in the gateway.",
};

export function badRequest(message: string): Refusal {
  return { status: 400, code: "bad_request", message };
}

export function isRefusal(value: object): value is Refusal {
  return "status" in value && "code" in value && "message" in value;
}

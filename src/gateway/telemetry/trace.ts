import { randomBytes } from "node:crypto";

/** Where a span belongs (W3C Trace Context). */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits; the span of who called, where there is one. */
  readonly parentId: string | undefined;
  readonly spanId: string;
  readonly isSampled: boolean;
}

const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/;

/** Reads `traceparent`; a new trace begins where there is none that holds. */
export function traceOf(traceparent: string | undefined): TraceContext {
  const [, version, traceId = "", parentId = "", flags = "00"] = form.exec(traceparent ?? "") ?? [];
  const spanId = randomBytes(8).toString("hex");
  const holds =
    version !== undefined && version !== "ff" && !/^0+$/.test(traceId) && !/^0+$/.test(parentId);
  if (!holds)
    return {
      traceId: randomBytes(16).toString("hex"),
      parentId: undefined,
      spanId,
      isSampled: true,
    };
  return { traceId, parentId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** What is sent on to the upstream, so that its spans are below ours. */
export function traceparentOf({ traceId, spanId, isSampled }: TraceContext): string {
  return `00-${traceId}-${spanId}-${isSampled ? "01" : "00"}`;
}

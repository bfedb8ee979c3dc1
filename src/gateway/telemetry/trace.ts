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

/** Random bytes are drawn many at a time: to draw them costs far more than to use them. */
let drawn = Buffer.alloc(0);
let used = 0;

function randomHex(bytes: number): string {
  if (used + bytes > drawn.length) {
    drawn = randomBytes(4096);
    used = 0;
  }
  used += bytes;
  return drawn.toString("hex", used - bytes, used);
}

/** Reads `traceparent`; a new trace begins where there is none that holds. */
export function traceOf(traceparent: string | undefined): TraceContext {
  const [, version, traceId = "", parentId = "", flags = "00"] = form.exec(traceparent ?? "") ?? [];
  const spanId = randomHex(8);
  const holds =
    version !== undefined && version !== "ff" && !/^0+$/.test(traceId) && !/^0+$/.test(parentId);
  if (!holds)
    return {
      traceId: randomHex(16),
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

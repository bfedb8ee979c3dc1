import type { TraceContext } from "./trace.ts";

type Attribute = string | number | boolean | readonly string[];
export type Attributes = Readonly<Record<string, Attribute | undefined>>;

/** A finished span, in our words. Times are milliseconds since 1970. */
export interface Span {
  readonly trace: TraceContext;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: Attributes;
  /** Why it failed; undefined for what went well. */
  readonly error: string | undefined;
}

/** An incident, as a log record. */
export interface LogEntry {
  readonly trace: TraceContext;
  readonly time: number;
  readonly severity: "INFO" | "WARN" | "ERROR";
  readonly body: string;
  readonly attributes: Attributes;
}

export interface OtlpOptions {
  /** Base URL of the collector: `http://localhost:4318`; `/v1/traces` and `/v1/logs` are added. */
  readonly endpoint: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly serviceName: string;
  readonly version: string;
  /** Told how many were lost, and of which signal. */
  readonly onDropped: (signal: Signal, count: number) => void;
  readonly intervalMs?: number;
}

export type Signal = "traces" | "logs";

/** Sends spans and logs in batches, beside the exchanges: never waited for, never in their way. */
export interface Exporter {
  readonly span: (span: Span) => void;
  readonly log: (entry: LogEntry) => void;
  /** Sends what waits, and stops. */
  readonly close: () => Promise<void>;
}

/** Entries that wait at most; what comes while the collector is away and this is full is dropped and counted. */
const maxWaiting = 4_096;
const maxBatch = 512;
const tries = 3;
const requestMs = 10_000;

function valueOf(value: Attribute): object {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "number")
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return { arrayValue: { values: value.map((each) => ({ stringValue: each })) } };
}

function attributesOf(attributes: Attributes): readonly object[] {
  return Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: valueOf(value) }],
  );
}

/** Nanoseconds in words: more than a double holds. */
function nanoseconds(ms: number): string {
  return `${Math.trunc(ms)}${String(Math.trunc((ms % 1) * 1e6)).padStart(6, "0")}`;
}

function spanOf({ trace, name, start, end, attributes, error }: Span): object {
  return {
    traceId: trace.traceId,
    spanId: trace.spanId,
    ...(trace.parentId === undefined ? {} : { parentSpanId: trace.parentId }),
    name,
    kind: 3,
    startTimeUnixNano: nanoseconds(start),
    endTimeUnixNano: nanoseconds(end),
    attributes: attributesOf(attributes),
    status: error === undefined ? {} : { code: 2, message: error },
  };
}

const severityNumbers = { INFO: 9, WARN: 13, ERROR: 17 } as const;

function logOf({ trace, time, severity, body, attributes }: LogEntry): object {
  return {
    timeUnixNano: nanoseconds(time),
    observedTimeUnixNano: nanoseconds(time),
    severityNumber: severityNumbers[severity],
    severityText: severity,
    body: { stringValue: body },
    attributes: attributesOf(attributes),
    traceId: trace.traceId,
    spanId: trace.spanId,
  };
}

function bodyOf(signal: Signal, entries: readonly object[], options: OtlpOptions): string {
  const resource = {
    attributes: attributesOf({
      "service.name": options.serviceName,
      "service.version": options.version,
    }),
  };
  const scope = { name: "pavise.gateway", version: options.version };
  return JSON.stringify(
    signal === "traces"
      ? { resourceSpans: [{ resource, scopeSpans: [{ scope, spans: entries }] }] }
      : { resourceLogs: [{ resource, scopeLogs: [{ scope, logRecords: entries }] }] },
  );
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/**
 * An exporter of OpenTelemetry's protocol: OTLP 1.x over HTTP in JSON (opentelemetry-proto). What the
 * collector refuses for now (429, 502, 503, 504) is sent again, a few times; the rest is dropped and counted.
 */
export function createExporter(options: OtlpOptions): Exporter {
  const base = options.endpoint.replace(/\/+$/, "");
  const waiting: Record<Signal, object[]> = { traces: [], logs: [] };

  async function send(signal: Signal, batch: readonly object[]): Promise<boolean> {
    const body = bodyOf(signal, batch, options);
    for (let attempt = 1; attempt <= tries; attempt++) {
      try {
        const answer = await fetch(`${base}/v1/${signal}`, {
          method: "POST",
          headers: { "content-type": "application/json", ...options.headers },
          body,
          redirect: "error",
          signal: AbortSignal.timeout(requestMs),
        });
        await answer.body?.cancel();
        if (answer.ok) return true;
        if (![429, 502, 503, 504].includes(answer.status)) return false;
      } catch {
        // The collector is away: once more, after a while.
      }
      if (attempt < tries) await pause(250 * 4 ** attempt);
    }
    return false;
  }

  async function flush(): Promise<void> {
    for (const signal of ["traces", "logs"] as const) {
      while (waiting[signal].length > 0) {
        const batch = waiting[signal].splice(0, maxBatch);
        if (!(await send(signal, batch))) options.onDropped(signal, batch.length);
      }
    }
  }

  let flushing: Promise<void> | undefined;
  function begin(): Promise<void> {
    flushing ??= flush().finally(() => {
      flushing = undefined;
    });
    return flushing;
  }
  const timer = setInterval(() => void begin(), options.intervalMs ?? 5_000);
  timer.unref();

  function add(signal: Signal, entry: object): void {
    if (waiting[signal].length >= maxWaiting) {
      options.onDropped(signal, 1);
      return;
    }
    waiting[signal].push(entry);
    if (waiting[signal].length >= maxBatch) void begin();
  }

  return {
    span: (span) => {
      if (span.trace.isSampled) add("traces", spanOf(span));
    },
    log: (entry) => add("logs", logOf(entry)),
    close: async () => {
      clearInterval(timer);
      await begin();
      await begin();
    },
  };
}

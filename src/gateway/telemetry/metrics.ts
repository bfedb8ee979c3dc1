import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { createHistogram, type SeriesHistogram } from "./series.ts";

/** Buckets of OpenTelemetry's GenAI conventions for durations, in seconds. */
const seconds = [
  0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92,
];
/** The same conventions' buckets for tokens. */
const tokens = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576];
/** What our own stages take: from a few microseconds on. */
const stages = [0.000_01, 0.000_05, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

/** Values of a label that comes from outside are no more than these; the rest counts as `other`. */
const maxValues = 100;

/** Keeps a client from making as many time series as it can think of names; only what is real gets one. */
export function boundedLabel(most = maxValues): (value: string, isReal?: boolean) => string {
  const seen = new Set<string>();
  return (value, isReal = true) => {
    if (seen.has(value)) return value;
    if (!isReal || seen.size >= most) return "other";
    seen.add(value);
    return value;
  };
}

/** The metrics of a gateway, by what is counted. */
export interface Metrics {
  /** All of them in Prometheus' text format. */
  readonly text: () => Promise<string>;
  readonly requests: Counter<"surface" | "provider" | "model" | "status" | "verdict">;
  readonly active: { count: number };
  readonly duration: SeriesHistogram;
  readonly firstToken: SeriesHistogram;
  readonly stage: SeriesHistogram;
  readonly tokens: SeriesHistogram;
  readonly detections: Counter<"direction" | "kind">;
  readonly refusals: Counter<"code">;
  readonly dropped: Counter<"signal">;
}

type Histograms = Pick<Metrics, "duration" | "firstToken" | "stage" | "tokens">;

function histogramsOf(): Histograms {
  return {
    duration: createHistogram({
      name: "gen_ai_client_operation_duration_seconds",
      help: "From the request's head to the answer's end.",
      buckets: seconds,
    }),
    firstToken: createHistogram({
      name: "gen_ai_client_operation_time_to_first_chunk_seconds",
      help: "From the request's head to the first text of a streamed answer that left.",
      buckets: seconds,
    }),
    stage: createHistogram({
      name: "pavise_stage_duration_seconds",
      help: "What each stage of an exchange takes.",
      buckets: stages,
    }),
    tokens: createHistogram({
      name: "gen_ai_client_token_usage",
      help: "Tokens of a request (type input) and its answer (type output), as the provider counts.",
      buckets: tokens,
    }),
  };
}

/** Makes the metrics, in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const active = { count: 0 };
  const gauge: Gauge = new Gauge({
    name: "pavise_requests_active",
    help: "Requests that are being answered.",
    registers,
    collect: (): void => gauge.set(active.count),
  });
  const histograms = histogramsOf();
  return {
    text: async () => {
      const counted = await registry.metrics();
      return [counted.trimEnd(), ...Object.values(histograms).map(({ text }) => text()), ""].join(
        "\n",
      );
    },
    ...histograms,
    active,
    requests: new Counter({
      name: "pavise_requests_total",
      help: "Requests, by what became of them.",
      labelNames: ["surface", "provider", "model", "status", "verdict"],
      registers,
    }),
    detections: new Counter({
      name: "pavise_detections_total",
      help: "What the guards saw, by direction and kind.",
      labelNames: ["direction", "kind"],
      registers,
    }),
    refusals: new Counter({
      name: "pavise_refusals_total",
      help: "Requests and answers that were not let through, by reason.",
      labelNames: ["code"],
      registers,
    }),
    dropped: new Counter({
      name: "pavise_telemetry_dropped_total",
      help: "Spans and logs that the collector did not take.",
      labelNames: ["signal"],
      registers,
    }),
  };
}

import type { Detection } from "../../detect/detection.ts";
import type { ExchangeMeter, ExchangeOutcome, Telemetry } from "../parts.ts";
import { boundedLabel, createMetrics, type Metrics } from "./metrics.ts";
import { createExporter, type OtlpOptions } from "./otlp.ts";
import type { Series } from "./series.ts";
import { traceOf, traceparentOf } from "./trace.ts";

export interface TelemetryOptions {
  readonly version: string;
  /** Where spans and incidents go, where anywhere. */
  readonly otlp?: Pick<OtlpOptions, "endpoint" | "headers" | "intervalMs">;
  readonly serviceName?: string;
}

/** `gen_ai.operation.name` by surface; `chat` for all that answer. */
function operationOf(surface: string): string {
  if (/embed/.test(surface)) return "embeddings";
  if (/completions$|generate$/.test(surface) && !/chat/.test(surface)) return "text_completion";
  if (surface.startsWith("gemini")) return "generate_content";
  return surface.startsWith("mcp") ? "execute_tool" : "chat";
}

/** Names of models are the client's to choose, and stand in every series and span. */
const mostName = 100;
const shortName = (name: string): string =>
  name.length <= mostName ? name : `${name.slice(0, mostName)}…`;

/** What kinds were seen, once each, for attributes. */
function kindsIn(found: readonly Detection[]): readonly string[] {
  return [...new Set(found.map(({ kind }) => kind))];
}

/** Makes a thing once for each name; who calls bounds the names. */
function kept<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    let one = made.get(name);
    if (one === undefined) {
      one = make(name);
      made.set(name, one);
    }
    return one;
  };
}

/** What is counted on for one model; what many exchanges lack begins when it is first asked for. */
interface ModelSeries {
  readonly labels: { readonly surface: string; readonly provider: string; readonly model: string };
  readonly duration: Series;
  readonly firstToken: () => Series;
  readonly input: () => Series;
  readonly output: () => Series;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function seriesFinder(metrics: Metrics) {
  const bySurface = kept((surface) =>
    kept((provider) =>
      kept((model): ModelSeries => {
        const labels = { surface, provider, model };
        const tokens = (type: string) =>
          once(() => metrics.tokens.series({ provider, model, type }));
        return {
          labels,
          duration: metrics.duration.series(labels),
          firstToken: once(() => metrics.firstToken.series(labels)),
          input: tokens("input"),
          output: tokens("output"),
        };
      }),
    ),
  );
  return (surface: string, provider: string, model: string) => bySurface(surface)(provider)(model);
}

/**
 * Prometheus metrics, and spans and incidents by OTLP after OpenTelemetry's conventions for generative AI
 * (Development). Text of prompts and answers is in neither.
 */
export function createTelemetry(options: TelemetryOptions): Telemetry {
  const metrics = createMetrics();
  const modelLabel = boundedLabel();
  const seriesOf = seriesFinder(metrics);
  const stageSeries = kept((stage: string) => metrics.stage.series({ stage }));
  const exporter =
    options.otlp === undefined
      ? undefined
      : createExporter({
          ...options.otlp,
          serviceName: options.serviceName ?? "pavise-gateway",
          version: options.version,
          onDropped: (signal, count) => metrics.dropped.inc({ signal }, count),
        });

  function begin(given: Parameters<Telemetry["begin"]>[0]): ExchangeMeter {
    const trace = traceOf(given.traceparent);
    const { surface, provider } = given;
    let model = shortName(given.model);
    // A name that nothing answers to makes no series of its own, and takes none from those that do.
    const seriesNow = (isModel: boolean): ModelSeries =>
      seriesOf(surface, provider, modelLabel(model, isModel));
    const startedAt = Date.now();
    const begun = performance.now();
    const stages: { readonly name: string; readonly at: number }[] = [];
    const seen: Detection[] = [];
    let firstAt: number | undefined;
    let isOver = false;
    metrics.active.count++;

    function lengths(now: number): readonly (readonly [string, number])[] {
      return stages.map(({ name, at }, index) => [name, (stages[index + 1]?.at ?? now) - at]);
    }

    function end(outcome: ExchangeOutcome): void {
      if (isOver) return;
      isOver = true;
      const now = performance.now();
      const { status, verdict, usage, error } = outcome;
      const series = seriesNow(status < 400);
      metrics.active.count--;
      metrics.requests.inc({ ...series.labels, status: String(status), verdict });
      series.duration.observe((now - begun) / 1000);
      for (let index = 0; index < stages.length; index++) {
        const { name, at } = stages[index]!;
        const until = index + 1 < stages.length ? stages[index + 1]!.at : now;
        stageSeries(name).observe((until - at) / 1000);
      }
      if (error !== undefined) metrics.refusals.inc({ code: error });
      if (usage !== undefined) {
        series.input().observe(usage.inputTokens);
        series.output().observe(usage.outputTokens);
      }
      if (exporter === undefined) return;
      const operation = operationOf(given.surface);
      const attributes = {
        "gen_ai.operation.name": operation,
        "gen_ai.provider.name": given.provider,
        "gen_ai.request.model": model,
        "gen_ai.usage.input_tokens": usage?.inputTokens,
        "gen_ai.usage.output_tokens": usage?.outputTokens,
        "http.response.status_code": status,
        "error.type": error,
        "pavise.surface": given.surface,
        "pavise.verdict": verdict,
        "pavise.detections": seen.length === 0 ? undefined : kindsIn(seen),
      };
      const name = `${operation} ${model}`;
      exporter.span({
        trace,
        name,
        start: startedAt,
        end: startedAt + (now - begun),
        attributes,
        error,
      });
      if (seen.length > 0 || verdict !== "allow")
        exporter.log({
          trace,
          time: Date.now(),
          severity: verdict === "block" ? "ERROR" : verdict === "redact" ? "WARN" : "INFO",
          body: `${verdict}: ${kindsIn(seen).join(", ") || (error ?? "refused")}`,
          attributes,
        });
    }

    return {
      traceparent: traceparentOf(trace),
      stage: (name) => {
        stages.push({ name, at: performance.now() });
      },
      model: (name) => {
        model = shortName(name);
      },
      firstToken: () => {
        if (firstAt !== undefined) return;
        firstAt = performance.now();
        // What has begun to answer is a model.
        seriesNow(true)
          .firstToken()
          .observe((firstAt - begun) / 1000);
      },
      detections: (direction, found) => {
        for (const { kind } of found) metrics.detections.inc({ direction, kind });
        seen.push(...found);
      },
      end,
      header: () =>
        lengths(performance.now())
          .map(([name, ms]) => `${name};dur=${ms.toFixed(3)}`)
          .join(", "),
    };
  }

  return {
    begin,
    metrics: metrics.text,
    close: async () => {
      await exporter?.close();
    },
  };
}

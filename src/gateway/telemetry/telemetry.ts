import type { Detection } from "../../detect/detection.ts";
import type { ExchangeMeter, ExchangeOutcome, Telemetry } from "../parts.ts";
import { boundedLabel, createMetrics } from "./metrics.ts";
import { createExporter, type OtlpOptions } from "./otlp.ts";
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

/** What kinds were seen, once each, for attributes. */
function kindsIn(found: readonly Detection[]): readonly string[] {
  return [...new Set(found.map(({ kind }) => kind))];
}

/**
 * Prometheus metrics, and spans and incidents by OTLP after OpenTelemetry's conventions for generative AI
 * (Development). Text of prompts and answers is in neither.
 */
export function createTelemetry(options: TelemetryOptions): Telemetry {
  const metrics = createMetrics();
  const modelLabel = boundedLabel();
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
    let { model } = given;
    const labelsNow = () => ({
      surface: given.surface,
      provider: given.provider,
      model: modelLabel(model),
    });
    const startedAt = Date.now();
    const begun = performance.now();
    const stages: { readonly name: string; readonly at: number }[] = [];
    const seen: Detection[] = [];
    let firstAt: number | undefined;
    let isOver = false;
    metrics.active.inc();

    function lengths(now: number): readonly (readonly [string, number])[] {
      return stages.map(({ name, at }, index) => [name, (stages[index + 1]?.at ?? now) - at]);
    }

    function end(outcome: ExchangeOutcome): void {
      if (isOver) return;
      isOver = true;
      const now = performance.now();
      const { status, verdict, usage, error } = outcome;
      const labels = labelsNow();
      metrics.active.dec();
      metrics.requests.inc({ ...labels, status: String(status), verdict });
      metrics.duration.observe(labels, (now - begun) / 1000);
      for (const [stage, ms] of lengths(now)) metrics.stage.observe({ stage }, ms / 1000);
      if (error !== undefined) metrics.refusals.inc({ code: error });
      if (usage !== undefined) {
        const { provider, model } = labels;
        metrics.tokens.observe({ provider, model, type: "input" }, usage.inputTokens);
        metrics.tokens.observe({ provider, model, type: "output" }, usage.outputTokens);
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
        model = name;
      },
      firstToken: () => {
        if (firstAt !== undefined) return;
        firstAt = performance.now();
        metrics.firstToken.observe(labelsNow(), (firstAt - begun) / 1000);
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
    metrics: () => metrics.registry.metrics(),
    close: async () => {
      await exporter?.close();
    },
  };
}

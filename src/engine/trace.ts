import type { Span, Step } from "../core/index.ts";
import { stepsOfEdge } from "../flow/view.ts";
import { evidenceOf } from "./evidence.ts";
import { clamp, locationOf, type Bench, type Source } from "./findings.ts";

/** Places and edges of a file that are to be shown as steps of a flow. */
export interface TraceRequest {
  readonly places: readonly (Span & { readonly message: string })[];
  /** Numbers of edges of its summary. */
  readonly edges: readonly number[];
}

/** The same, shown: by the order of the request. */
export interface Traced {
  readonly places: readonly Step[];
  readonly edges: readonly (readonly Step[])[];
}

/** Interprets a file once more, now with the way of each value, and shows what was asked for. */
export function traceFile(
  source: Source,
  { bench, request }: { readonly bench: Bench; readonly request: TraceRequest },
): Traced {
  const { parsed, text } = source;
  const evidence = evidenceOf({ lines: parsed.lines, secrets: [], redact: bench.toolbox.redact });

  function show({ start, end, message }: Span & { readonly message: string }): Step {
    const where = clamp({ start, end }, text.length);
    return {
      location: locationOf(source, where),
      message: evidence.message(message),
      evidence: evidence.line(where),
    };
  }

  const edges =
    request.edges.length === 0
      ? undefined
      : parsed.views.flow?.summarize({ traces: true }).summary.edges;
  return {
    places: request.places.map(show),
    edges: request.edges.map((edge) =>
      edges === undefined ? [] : stepsOfEdge(edges, edge).map(show),
    ),
  };
}

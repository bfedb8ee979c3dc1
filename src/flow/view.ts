import type { Problem, Span, StepDetails } from "../core/index.ts";
import type { PythonView } from "../formats/python/view.ts";
import { interpret, type Interpretation } from "./interpret.ts";
import { link, type Flow } from "./link.ts";
import type { CompiledModels } from "./match.ts";
import type { SinkKind, SourceKind } from "./model.ts";
import { stepWords, type Edges } from "./summary.ts";

/** A way from a source to a sink, as the file of the sink shows it. */
export interface SeenFlow {
  readonly source: SourceKind;
  /** How a person would call the source, and what it does at the sink. */
  readonly sourceLabel: string;
  readonly sink: SinkKind;
  readonly sinkLabel: string;
  /** The sink. */
  readonly where: Span;
  /** The statement that it stands in. */
  readonly extent: Span;
  /** True where it went through a call of which nothing is known. */
  readonly isWeak: boolean;
  /** How often it was kept in a field or a global name and read from there, by whoever has it. */
  readonly hops: number;
  readonly steps: readonly StepDetails[];
}

/** What flows through a file. */
export interface FlowView {
  readonly path: string;
  readonly text: string;
  /** Flows that end in this file; worked out when they are first asked for. */
  readonly flows: () => readonly SeenFlow[];
  /** What other files need to know of this one. */
  readonly summarize: (options: { readonly traces: boolean }) => Interpretation;
  readonly problems: readonly Problem[];
}

/** Which names may be the project's, and what is known of all others. */
export interface FlowContext {
  readonly models: CompiledModels;
  readonly isOurs: (name: string) => boolean;
}

/** The view of a file by itself: flows that leave it are found by who knows the other files. */
export function viewFlow(
  view: PythonView,
  {
    language,
    context,
  }: { readonly language: "python" | "javascript"; readonly context: () => FlowContext },
): FlowView {
  let found: readonly SeenFlow[] | undefined;

  function summarize({ traces }: { readonly traces: boolean }): Interpretation {
    const { models, isOurs } = context();
    return interpret(view, { language, models, isOurs, traces });
  }

  return {
    path: view.path,
    text: view.text,
    problems: view.problems,
    summarize,
    flows() {
      if (found === undefined) {
        const { summary } = summarize({ traces: true });
        found = link([summary]).flows.map((flow) => seen(flow, summary.edges));
      }
      return found;
    },
  };
}

/** The steps of an edge as they were kept: places with what happens there. */
export function stepsOfEdge(
  edges: Edges,
  edge: number,
): readonly (Span & { readonly message: string })[] {
  const steps = edges.steps.get(edge) ?? [];
  const places: (Span & { readonly message: string })[] = [];
  for (let index = 0; index + 2 < steps.length; index += 3)
    places.push({
      start: steps[index]!,
      end: steps[index + 1]!,
      message: stepWords[steps[index + 2]!] ?? "passed on",
    });
  return places;
}

function seen(flow: Flow, edges: Edges): SeenFlow {
  const steps = flow.way.flatMap((point) =>
    "edge" in point ? stepsOfEdge(edges, point.edge) : [point],
  );
  const told = steps.map(({ start, end, message }) => ({ where: { start, end }, message }));
  return seenFlow(flow, told);
}

/** A flow with its steps made ready for a report. */
export function seenFlow(flow: Flow, steps: readonly StepDetails[]): SeenFlow {
  const { source, sink, isWeak, hops } = flow;
  const [start, end] = sink.extent;
  return {
    source: source.kind,
    sourceLabel: source.label,
    sink: sink.kind,
    sinkLabel: sink.label,
    where: { start: sink.start, end: sink.end },
    extent: { start, end },
    isWeak,
    hops,
    steps,
  };
}

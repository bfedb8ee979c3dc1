import type { Step } from "../core/index.ts";
import { link, type Flow, type WayPoint } from "../flow/link.ts";
import { seenFlow, type SeenFlow } from "../flow/view.ts";
import type { Inspection, Subject, Task } from "./inspect.ts";
import type { TraceRequest, Traced } from "./trace.ts";

/** Inspects or traces files, wherever that is done. */
type Run = (tasks: readonly Task[]) => Promise<readonly Inspection[]>;

/** The files of a scan with what was found in each by itself. */
interface Given {
  readonly subjects: readonly Subject[];
  readonly inspections: readonly Inspection[];
  readonly run: Run;
}

/** What a look at all files together adds. */
interface Followed {
  /** Inspections of the files in which a flow ends, which stand for the first ones. */
  readonly inspections: readonly Inspection[];
  /** Indexes of the files from which there was too much to follow it all. */
  readonly cut: readonly number[];
}

/**
 * Follows values from file to file, now that each file was summed up. The files on the way of a
 * flow are read once more, to show its steps; those in which it ends are inspected anew, so that
 * suppressions, evidence and fingerprints are made as for any other finding.
 */
export async function followFlows({ subjects, inspections, run }: Given): Promise<Followed> {
  // In the order of the plan, not in that in which workers came to an end: where only some of many
  // ways are followed, they are the same in every run.
  const summed = inspections
    .filter(({ summary }) => summary !== undefined)
    .toSorted((a, b) => a.index - b.index);
  const { flows, cut: cutFiles } = link(summed.map(({ summary }) => summary!));
  const cut = cutFiles.map((file) => summed[file]!.index);
  if (flows.length === 0) return { inspections: [], cut };
  const byIndex = new Map(subjects.map((subject) => [subject.index, subject]));
  const fileOf = (file: number): Subject => byIndex.get(summed[file]!.index)!;

  const requests = requestsOf(flows);
  const traced = new Map<number, Traced>();
  const tasks = [...requests].map(([file, trace]) => ({ ...fileOf(file), trace }));
  const answers = new Map((await run(tasks)).map((one) => [one.index, one.traced]));
  for (const file of requests.keys()) {
    const answer = answers.get(fileOf(file).index);
    if (answer !== undefined) traced.set(file, answer);
  }

  const ending = new Map<number, SeenFlow[]>();
  for (const flow of flows) {
    const steps = stepsOf(flow, { requests, traced });
    const list = ending.get(flow.sink.file) ?? [];
    list.push(seenFlow(flow, steps));
    ending.set(flow.sink.file, list);
  }
  const again = [...ending].map(([file, ends]) => ({ ...fileOf(file), flows: ends }));
  return { inspections: await run(again), cut };
}

type Requests = ReadonlyMap<number, { places: TraceRequest["places"][number][]; edges: number[] }>;

/**
 * True where the way within a function is worth another look at its file: not for what the person at
 * the keyboard says, and not for logs, of which a project may have thousands.
 */
function isShownWhole({ source, sink }: Flow): boolean {
  return source.kind !== "local-input" && source.kind !== "environment" && sink.kind !== "log";
}

/** What each file has to show. */
function requestsOf(flows: readonly Flow[]): Requests {
  const requests = new Map<number, { places: TraceRequest["places"][number][]; edges: number[] }>();
  const asked = new Set<string>();
  for (const flow of flows) {
    for (const point of flow.way) {
      if ("edge" in point && !isShownWhole(flow)) continue;
      const key = keyOf(point);
      if (asked.has(key)) continue;
      asked.add(key);
      const request = requests.get(point.file) ?? { places: [], edges: [] };
      requests.set(point.file, request);
      if ("edge" in point) request.edges.push(point.edge);
      else request.places.push({ start: point.start, end: point.end, message: point.message });
    }
  }
  return requests;
}

function keyOf(point: WayPoint): string {
  return "edge" in point
    ? `${point.file}:${point.edge}`
    : `${point.file}:${point.start}:${point.end}:${point.message}`;
}

function stepsOf(
  flow: Flow,
  {
    requests,
    traced,
  }: { readonly requests: Requests; readonly traced: ReadonlyMap<number, Traced> },
): readonly Step[] {
  const steps: Step[] = [];
  for (const point of flow.way) {
    const answer = traced.get(point.file);
    const request = requests.get(point.file);
    if (answer === undefined || request === undefined) continue;
    if ("edge" in point) steps.push(...(answer.edges[request.edges.indexOf(point.edge)] ?? []));
    else {
      const at = request.places.findIndex(
        ({ start, end, message }) =>
          start === point.start && end === point.end && message === point.message,
      );
      const step = answer.places[at];
      if (step !== undefined) steps.push(step);
    }
  }
  return steps;
}

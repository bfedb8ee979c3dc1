import { bitOf } from "./masks.ts";
import { countNodes, offsetsOf } from "./offsets.ts";
import type { Place, Project } from "./project.ts";
import { nodeKinds, type FileSummary } from "./summary.ts";
import { wantedMask } from "./wanted.ts";

/** Edges of one file by the node they begin at. */
export interface Outgoing {
  /** Edges of node `n` are `order[first[n]]` to `order[first[n + 1] - 1]`. */
  readonly first: Int32Array;
  readonly order: Int32Array;
}

export function outgoing({ nodes, edges }: FileSummary): Outgoing {
  const first = new Int32Array(nodes.kind.length + 1);
  for (const from of edges.from) first[from + 1]!++;
  for (let node = 0; node < nodes.kind.length; node++) first[node + 1]! += first[node]!;
  const at = first.slice();
  const order = new Int32Array(edges.from.length);
  for (let edge = 0; edge < edges.from.length; edge++) order[at[edges.from[edge]!]!++] = edge;
  return { first, order };
}

/** For each node of each file: the sinks that something of a source may do harm at from there on. */
export type Reachable = readonly Int32Array[];

/**
 * Finds what lies on any way from a source to a sink, without a look at paths, contexts and order:
 * most of a project does not, and need not be looked at closely. Nodes are numbered through all
 * files; where each leads is worked out once.
 */
export function reachableSinks(
  files: readonly FileSummary[],
  given: { readonly project: Project; readonly out: readonly Outgoing[] },
): Reachable {
  const { first, size } = offsetsOf(files, countNodes);
  const fileOf = new Int32Array(size);
  const isMet = new Uint8Array(size);
  const pending: number[] = [];
  for (const [file, { nodes, sources }] of files.entries()) {
    fileOf.fill(file, first[file], first[file]! + nodes.kind.length);
    for (const [node, kind] of nodes.kind.entries()) {
      if (kind !== nodeKinds.source) continue;
      if (wantedMask(sources[nodes.a[node] as number]!.kind) === 0) continue;
      isMet[first[file]! + node] = 1;
      pending.push(first[file]! + node);
    }
  }
  /** Ways between nodes that are met, as a list for each node it leads to: the last of them, ... */
  const last = new Int32Array(size).fill(-1);
  /** ... where each begins, and the one before it to the same node. */
  const from: number[] = [];
  const before: number[] = [];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const file = fileOf[at]!;
    const here = at;
    eachNext({ file, node: at - first[file]! }, { files, ...given }, (toFile, toNode) => {
      const next = first[toFile]! + toNode;
      before.push(last[next]!);
      last[next] = from.push(here) - 1;
      if (isMet[next] === 1) return;
      isMet[next] = 1;
      pending.push(next);
    });
  }

  const masks = new Int32Array(size);
  for (const [file, { nodes, sinks }] of files.entries()) {
    for (const [node, kind] of nodes.kind.entries()) {
      const at = first[file]! + node;
      if (kind !== nodeKinds.sink || isMet[at] === 0) continue;
      masks[at] = bitOf(sinks[nodes.a[node] as number]!.kind);
      pending.push(at);
    }
  }
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const mask = masks[at]!;
    for (let way = last[at]!; way >= 0; way = before[way]!) {
      const earlier = from[way]!;
      const known = masks[earlier]!;
      if ((known | mask) === known) continue;
      masks[earlier] = known | mask;
      pending.push(earlier);
    }
  }
  return files.map(({ nodes }, file) =>
    masks.subarray(first[file], first[file]! + nodes.kind.length),
  );
}

/** Calls back with each node that a node leads to, by an edge or by a call. */
function eachNext(
  { file, node }: Place,
  {
    files,
    project,
    out,
  }: {
    readonly files: readonly FileSummary[];
    readonly project: Project;
    readonly out: readonly Outgoing[];
  },
  use: (file: number, node: number) => void,
): void {
  const { nodes, edges } = files[file]!;
  const kind = nodes.kind[node]!;
  if (kind === nodeKinds.arg) {
    const call = nodes.a[node] as number;
    for (const to of project.params(file, node)) use(to.file, to.node);
    // What a constructor keeps is part of what it makes.
    const made = project.isMaking(file, call) ? project.result(file, call) : undefined;
    if (made !== undefined) use(file, made);
    return;
  }
  if (kind === nodeKinds.return || kind === nodeKinds.out) {
    for (const caller of project.callers(file, nodes.a[node] as number)) {
      const result =
        kind === nodeKinds.return
          ? project.result(caller.file, caller.call)
          : project.given(caller.file, caller.call, { file, node });
      if (result !== undefined) use(caller.file, result);
    }
  } else if (kind === nodeKinds.field || kind === nodeKinds.global || kind === nodeKinds.member)
    for (const to of project.shared(file, node)) use(to.file, to.node);
  const { first, order } = out[file]!;
  for (let at = first[node]!; at < first[node + 1]!; at++) use(file, edges.to[order[at]!]!);
}

import { bitOf, everything } from "./masks.ts";
import type { Place, Project } from "./project.ts";
import { nodeKinds, weakBit, type FileSummary } from "./summary.ts";
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
 * Finds what lies on any way from a source to a sink that is a weakness for it, without a look at
 * paths, contexts and order: most of a project does not, and need not be looked at closely.
 */
export function reachableSinks(
  files: readonly FileSummary[],
  given: { readonly project: Project; readonly out: readonly Outgoing[] },
): Reachable {
  const { project, out } = given;
  const wanted = files.map(({ nodes }) => new Int32Array(nodes.kind.length));
  const backward = files.map(() => new Map<number, Place[]>());
  const pending: Place[] = [];

  function mark(to: Place, mask: number, from: Place | null): void {
    if (from !== null) {
      const list = backward[to.file]!.get(to.node);
      if (list === undefined) backward[to.file]!.set(to.node, [from]);
      else list.push(from);
    }
    const before = wanted[to.file]![to.node]!;
    if ((before | mask) === before) return;
    wanted[to.file]![to.node] = before | mask;
    pending.push(to);
  }

  for (const [file, { nodes, sources }] of files.entries()) {
    for (const [node, kind] of nodes.kind.entries())
      if (kind === nodeKinds.source)
        mark({ file, node }, wantedMask(sources[nodes.a[node] as number]!.kind), null);
  }
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const { file, node } = at;
    const mask = wanted[file]![node]!;
    for (const { to, harmless } of nextOf(at, files, { project, out }))
      if ((mask & ~harmless) !== 0) mark(to, mask & ~harmless, at);
  }

  const reachable = files.map(({ nodes }) => new Int32Array(nodes.kind.length));
  for (const [file, { nodes, sinks }] of files.entries()) {
    for (const [node, kind] of nodes.kind.entries()) {
      if (kind !== nodeKinds.sink) continue;
      const bit = bitOf(sinks[nodes.a[node] as number]!.kind) & wanted[file]![node]!;
      if (bit === 0) continue;
      reachable[file]![node] = bit;
      pending.push({ file, node });
    }
  }
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const mask = reachable[at.file]![at.node]!;
    for (const from of backward[at.file]!.get(at.node) ?? []) {
      const before = reachable[from.file]![from.node]!;
      if ((before | mask) === before) continue;
      reachable[from.file]![from.node] = before | mask;
      pending.push(from);
    }
  }
  return reachable;
}

/** Where a node leads, edges and calls alike, and for which sinks it is harmless after that. */
function* nextOf(
  { file, node }: Place,
  files: readonly FileSummary[],
  { project, out }: { readonly project: Project; readonly out: readonly Outgoing[] },
): Generator<{ readonly to: Place; readonly harmless: number }> {
  const { nodes, edges } = files[file]!;
  const kind = nodes.kind[node]!;
  if (kind === nodeKinds.arg) {
    const at = { call: nodes.a[node] as number, slot: nodes.b[node]! };
    for (const to of project.params(file, at)) yield { to, harmless: 0 };
    // What a constructor keeps is part of what it makes.
    const made = project.isMaking(file, at.call) ? project.result(file, at.call) : undefined;
    if (made !== undefined) yield { to: { file, node: made }, harmless: 0 };
    return;
  }
  if (kind === nodeKinds.return || kind === nodeKinds.out) {
    for (const caller of project.callers(file, nodes.a[node] as number)) {
      const result =
        kind === nodeKinds.return
          ? project.result(caller.file, caller.call)
          : project.given(caller.file, caller.call, { file, node });
      if (result !== undefined) yield { to: { file: caller.file, node: result }, harmless: 0 };
    }
  } else if (kind === nodeKinds.field || kind === nodeKinds.global || kind === nodeKinds.member)
    for (const to of project.shared(file, node)) yield { to, harmless: 0 };
  const { first, order } = out[file]!;
  for (let at = first[node]!; at < first[node + 1]!; at++) {
    const edge = order[at]!;
    yield {
      to: { file, node: edges.to[edge]! },
      harmless: edges.mask[edge]! & ~weakBit & everything,
    };
  }
}

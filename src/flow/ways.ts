import type { Entry, Fact, Flow, Linker, WayPoint } from "./link.ts";
import { nodeKinds } from "./summary.ts";

/** A place that is known. */
export function at(
  file: number,
  { start, end }: { start: number; end: number },
  message: string,
): WayPoint {
  return { file, start, end, message };
}

/** True for a parameter: what leaves its function goes back to where it came from. */
export function isBalanced(linker: Linker, { file, node }: Entry): boolean {
  return linker.files[file]!.nodes.kind[node] === nodeKinds.param;
}

/** True where an argument became a field of every object of a data class. */
function isKept(linker: Linker, { before, file, node }: Fact): boolean {
  if (before === null || linker.files[file]!.nodes.kind[node] !== nodeKinds.field) return false;
  return linker.files[before.file]!.nodes.kind[before.node] === nodeKinds.arg;
}

/** The way of a fact, from its source on, and how often it left the calls for what all share. */
function wayOf(
  linker: Linker,
  fact: Fact,
): { readonly way: readonly WayPoint[]; readonly hops: number } {
  const way: WayPoint[] = [];
  let depth = 0;
  let hops = 0;
  function walk(one: Fact | null): void {
    const chain: Fact[] = [];
    for (let at = one; at !== null && chain.length < 200; at = at.before) chain.push(at);
    for (const link of chain.reverse()) {
      const { over } = link;
      if (over !== null && depth++ < 40) {
        if (link.before !== null && !isBalanced(linker, link.before.entry)) hops++;
        // What came before the call stands before what happened within it.
        const inner = way.splice(0);
        walk(over);
        way.push(...inner);
      }
      // That it is this object of all that have the field is one guess more.
      if (isKept(linker, link)) hops += 2;
      way.push(...link.steps);
    }
  }
  walk(fact);
  return { way, hops };
}

/** A fact that has reached a sink, with the way that it took. */
export function flowOf(linker: Linker, fact: Fact): Flow {
  const { entry, file } = fact;
  const { sinks, nodes } = linker.files[file]!;
  const sink = sinks[nodes.a[fact.node] as number]!;
  const source = entry.source!;
  const { way, hops } = wayOf(linker, fact);
  return {
    source: { ...source, file: entry.file },
    sink: { ...sink, file },
    isWeak: fact.weak,
    hops,
    way: [at(entry.file, source, source.label), ...way, at(file, sink, sink.label)],
  };
}

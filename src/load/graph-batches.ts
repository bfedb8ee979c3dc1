// Batches of graphs as PyTorch Geometric writes them (`torch_geometric/data/batch.py`): a class that is put
// together of two, by `DynamicInheritanceGetter()(Batch, Data)`, and made without arguments.
import type { CallResult, PickleValue } from "../formats/pickle/value.ts";

const batch = "torch_geometric.data.batch.Batch";
const graphs = new Set([
  "torch_geometric.data.data.Data",
  "torch_geometric.data.hetero_data.HeteroData",
  "torch_geometric.data.temporal.TemporalData",
]);

function nameOf(value: PickleValue | undefined): string {
  return value?.kind === "global" ? `${value.module}.${value.name}` : "";
}

/** True for a batch of the library's own graphs, which takes its state into a dictionary. */
export function isGraphBatch({ callee, by, args, keywords }: CallResult): boolean {
  if (by !== "REDUCE" || keywords !== undefined || args.kind !== "tuple") return false;
  if (callee.kind !== "call" || callee.by !== "NEWOBJ" || callee.states.length > 0) return false;
  if (nameOf(callee.callee) !== "torch_geometric.data.batch.DynamicInheritanceGetter") return false;
  if (callee.args.kind !== "tuple" || callee.args.length > 0 || args.length !== 2) return false;
  return nameOf(args.items[0]) === batch && graphs.has(nameOf(args.items[1]));
}

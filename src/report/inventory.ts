import { inventoryKinds, type InventoryEntry, type InventoryKind } from "../core/index.ts";
import { groupBy } from "./view.ts";

/** Kinds of assets in words: one, and several where that is not an `s` more. */
const words: Readonly<Record<InventoryKind, readonly [one: string, many?: string]>> = {
  model: ["model"],
  "custom-model": ["custom model"],
  endpoint: ["endpoint"],
  agent: ["agent"],
  guardrail: ["guardrail"],
  "knowledge-base": ["knowledge base"],
  index: ["index", "indexes"],
  notebook: ["notebook"],
  workspace: ["workspace"],
  job: ["job"],
  pipeline: ["pipeline"],
  cluster: ["cluster"],
  "feature-store": ["feature store"],
  dataset: ["data set"],
  registry: ["registry", "registries"],
  tracking: ["tracking server"],
  service: ["AI service"],
  bucket: ["bucket"],
};

/** A kind of asset in words. */
export function kindWords(kind: InventoryKind): string {
  return words[kind][0];
}

/** How many assets there are of each kind: `3 models`, `1 index`. */
export function inventoryCounts(inventory: readonly InventoryEntry[]): readonly string[] {
  const byKind = groupBy(inventory, ({ kind }) => kind);
  return inventoryKinds.flatMap((kind) => {
    const number = byKind.get(kind)?.length ?? 0;
    if (number === 0) return [];
    const [one, many = `${one}s`] = words[kind];
    const digits = String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
    return [`${digits} ${number === 1 ? one : many}`];
  });
}

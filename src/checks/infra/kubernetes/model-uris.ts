import type { Value } from "../../../infra/value.ts";

const keys = new Set(["storageUri", "modelUri", "sourceModelUri"]);
const maxDepth = 14;
const maxFound = 200;

/** The addresses that a resource of KServe or Seldon takes models from, wherever they stand in it. */
export function modelUrisIn(body: Value): readonly Value[] {
  const found: Value[] = [];
  look(body, 0);
  return found;

  function look(value: Value, depth: number): void {
    if (depth > maxDepth || found.length >= maxFound) return;
    if (value.kind === "list") for (const item of value.items) look(item, depth + 1);
    else if (value.kind === "choice") for (const one of value.options) look(one, depth + 1);
    else if (value.kind === "map") {
      for (const [key, own] of value.entries) {
        if (key === "status" || key === "metadata") continue;
        const uri =
          own.kind === "map" && /^(?:model|storage)$/.test(key)
            ? own.entries.get("uri")
            : undefined;
        if (uri !== undefined) found.push(uri);
        if (keys.has(key)) found.push(own);
        else look(own, depth + 1);
      }
    }
  }
}

// Symbols of MXNet, in JSON: nodes by the names of operators. Two of them take the address of a function in memory
// from the file, others are brought by libraries or by Python: `src/operator/custom`.
import { actLine, type ListingLine } from "./listing.ts";

const maxTold = 50;
const pointers = new Set(["_Native", "_NDArray"]);
const brought =
  /^(?:Custom|_CustomFunction|CaffeOp|CaffeLoss|CaffeDataIter|TorchModule|TorchCriterion|_plugin_\w+)$/;

/** The lines of a symbol; undefined where a text is none. */
export function mxnetLines(value: unknown): readonly ListingLine[] | undefined {
  const nodes = isRecord(value) ? value["nodes"] : undefined;
  if (!Array.isArray(nodes)) return undefined;
  const lines: ListingLine[] = [{ text: `# symbol of MXNet, ${nodes.length} nodes` }];
  for (const node of nodes as readonly unknown[]) {
    if (!isRecord(node) || typeof node["op"] !== "string" || lines.length > maxTold) continue;
    const { op } = node;
    const attributes = [node["attrs"], node["attr"], node["param"]].find((one) => isRecord(one));
    const type = isRecord(attributes) ? (attributes["op_type"] ?? attributes["info"]) : undefined;
    const shown = typeof type === "string" ? type.slice(0, 80) : "";
    const text = `${op}(${JSON.stringify(shown)})`;
    if (pointers.has(op))
      lines.push(
        actLine(
          text,
          "runs",
          `The operator ${op} calls a function at an address that the file gives`,
        ),
      );
    else if (brought.test(op))
      lines.push(
        actLine(
          text,
          "names-unknown",
          `The operator ${op} ${shown === "" ? "" : `(${shown}) `}comes from Python or a library that must be loaded`,
        ),
      );
  }
  return lines;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Operators of ONNX Runtime that do more than compute: `PyOp` imports a class by its name, `PythonOp` runs a function
// of PyTorch by its name, `EPContext` has a library of the accelerator read what lies in a file.
import { eachField, textAt, type Extent } from "../formats/protobuf/wire.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { actLine, type ListingLine } from "./listing.ts";
import { leavesFolder } from "./places.ts";

const python = /^(?:PyOp|PyCustomOp|PythonOp|PythonOpGrad|PyFunc)$/;
const naming = new Set(["module", "class_name", "func_name", "compute", "id"]);
const places = new Set(["ep_cache_context", "onnx_model_filename"]);

/** What is wrong with an operator by itself; undefined for most. */
export function operatorLine(
  source: ByteSource,
  extent: Extent,
  operator: string,
): ListingLine | undefined {
  if (python.test(operator)) {
    const attributes = textsOf(source, extent);
    const named = [...attributes].filter(([key, value]) => naming.has(key) && value !== "");
    const what = named.map(([, value]) => value.slice(0, 60)).join(".");
    const shown = what === "" ? "Python" : `${JSON.stringify(what)} of Python`;
    return actLine(
      `${operator}(${JSON.stringify(what)})`,
      "calls-unknown",
      `The operator ${operator} runs ${shown}, by its name`,
    );
  }
  if (operator !== "EPContext") return undefined;
  const attributes = textsOf(source, extent);
  for (const key of places) {
    const place = attributes.get(key) ?? "";
    // What is embedded is no name.
    if (!/^[\x20-\x7e]{1,1000}$/.test(place) || !leavesFolder(place)) continue;
    const shown = JSON.stringify(place.slice(0, 200));
    return actLine(
      `EPContext(${shown})`,
      "escapes",
      `The operator EPContext reads ${shown}, outside the folder of the model`,
    );
  }
  return undefined;
}

/** Attributes of a node that are texts. */
function textsOf(source: ByteSource, extent: Extent): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  eachField(source, extent, (field) => {
    if (field.number !== 5 || field.type !== 2 || texts.size > 100) return;
    let key = "";
    let value: string | undefined;
    eachField(source, field, (inner) => {
      if (inner.type !== 2) return;
      if (inner.number === 1) key = textAt(source, inner, 100);
      else if (inner.number === 4) value = textAt(source, inner, 2_000);
    });
    if (value !== undefined) texts.set(key, value);
  });
  return texts;
}

import { offset, packed, scale } from "./weights.generated.ts";
import type { Model } from "./score.ts";

function unpack(text: string): Int8Array {
  const bytes = atob(text);
  const out = new Int8Array(bytes.length);
  for (let at = 0; at < out.length; at++) out[at] = bytes.charCodeAt(at);
  return out;
}

/** The model that scripts/train-injection.ts trained; unpacked once, when it is first asked for. */
let loaded: Model | undefined;
export function trainedModel(): Model {
  loaded ??= { weights: unpack(packed), scale, offset };
  return loaded;
}

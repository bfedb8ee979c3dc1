// Models of formats in which nothing acts: what they are is told, what contradicts them, and pickles
// that are put into their texts.
import { isTextModel, textModel } from "./boosters-text.ts";
import { catboostModel, legacyXgboostModel, xgboostModel } from "./boosters.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { tableModel } from "./arrow.ts";
import { juliaModel } from "./julia.ts";
import { msgpackModel } from "./flax.ts";
import { isJavaObjects, javaModel } from "./java-objects.ts";
import { torch7Model } from "./torch7.ts";
import type { DataModel } from "./data-model.ts";

/** What a file is by its content, where it is a model that holds data only. Total. */
export function dataModel(source: ByteSource, head: Buffer): DataModel | undefined {
  const [first = 0] = head;
  if (first === 0x0c) return databaseOf(head);
  if (isJavaObjects(head)) return javaModel(source);
  if (first === 0x43) return catboostModel(source, head);
  if (first === 0x7b && head[1] !== 0x22) {
    const model = xgboostModel(source, head);
    if (model !== undefined) return model;
  }
  // A map or a list.
  if ((first >= 0x81 && first <= 0x9f) || (first >= 0xdc && first <= 0xdf)) {
    const model = msgpackModel(source);
    if (model !== undefined) return model;
  }
  const julia = juliaModel(source, head);
  if (julia !== undefined) return julia;
  const torch7 = torch7Model(source, head);
  if (torch7 !== undefined) return torch7;
  if (isTextModel(head)) return textModel(source, head);
  const table = tableModel(source, head);
  if (table !== undefined) return table;
  return legacyXgboostModel(source, head);
}

/** A part of OCDBT, the database of TensorStore in which Orbax keeps its arrays. */
function databaseOf(head: Buffer): DataModel | undefined {
  const magic = head.length >= 4 ? head.readUInt32BE(0) : 0;
  const part = magic === 0x0cdb3a2a ? "manifest" : magic === 0x0cdb20de ? "node" : undefined;
  return part === undefined ? undefined : { lines: [{ text: `# OCDBT, a ${part}` }], payloads: [] };
}

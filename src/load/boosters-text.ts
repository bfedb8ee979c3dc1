// LightGBM, and XGBoost and CatBoost as JSON: known by how they begin.
import type { ByteSource } from "../formats/bytes/source.ts";
import type { DataModel } from "./data-model.ts";
import { lettersIn } from "./letters.ts";

const signs: readonly (readonly [name: string, beginning: RegExp])[] = [
  ["LightGBM", /^tree\r?\nversion=v\d/],
  ["LightGBM, as JSON", /^\s*\{\s*"name"\s*:\s*"tree"\s*,\s*"version"\s*:\s*"v\d/],
  [
    "XGBoost, as JSON",
    /^\s*\{\s*(?:"version"\s*:\s*\[[\d\s,]*\]\s*,\s*)?(?:"Config"\s*:\s*\{\s*)?"learner"\s*:\s*\{\s*"(?:attributes|feature_names|generic_param|gradient_booster|learner_model_param|learner_train_param|objective)"/,
  ],
  ["CatBoost, as JSON", /^\s*\{\s*"(?:features_info|ctr_data)"\s*:\s*\{\s*"/],
];

function nameOf(head: Buffer): string | undefined {
  const text = head.toString("latin1", 0, 512);
  return signs.find(([, beginning]) => beginning.test(text))?.[0];
}

/** True where a text begins as a model does. */
export function isTextModel(head: Buffer): boolean {
  return nameOf(head) !== undefined;
}

/** A model that is a text; undefined where it is none. */
export function textModel(source: ByteSource, head: Buffer): DataModel | undefined {
  const name = nameOf(head);
  return name === undefined
    ? undefined
    : { lines: [{ text: `# ${name}, ${source.size} bytes` }], ...lettersIn(source) };
}

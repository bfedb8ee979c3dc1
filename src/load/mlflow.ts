// `MLmodel`, by which MLflow loads a model: `mlflow/models/model.py`, `mlflow/pyfunc/__init__.py`.
import type { Setting } from "../formats/setting/view.ts";

/** What a setting of an `MLmodel` makes the loader do that no model of MLflow's own flavors needs. */
export interface MlflowThreat {
  readonly kind: "imports" | "leaves";
  readonly message: string;
}

/** Files and folders of a flavor: MLflow joins each to the folder of the model. */
const paths =
  /^flavors\.[^.]+\.(?:(?:data|code|code_paths?|model_path|model_data|model_file|model_binary|pickled_model|python_model|saved_model_dir|pytorch_state_dict|config_path)(?:\.\d+)*|(?!config\.)(?:.+\.)?path)$/;
const absolute = /^(?:[/\\]|[A-Za-z]:[/\\]|[a-z][a-z0-9+.-]+:)/i;
const upwards = /(?:^|[/\\])\.\.(?:[/\\]|$)/;

/** Judges one setting of an `MLmodel`. */
export function mlflowThreat({
  key,
  value,
}: Pick<Setting, "key" | "value">): MlflowThreat | undefined {
  const shown = `\`${value.slice(0, 100)}\``;
  if (/^flavors\.[^.]+\.loader_module$/.test(key)) {
    if (/^mlflow(?:\.\w+)+$/.test(value) || /^(?:null|~)?$/.test(value)) return undefined;
    return { kind: "imports", message: `Loading imports ${shown}, which is no module of MLflow` };
  }
  if (!paths.test(key) || !(absolute.test(value) || upwards.test(value))) return undefined;
  const name = key.replace(/^flavors\./, "");
  return { kind: "leaves", message: `\`${name}\` is ${shown}, outside the folder of the model` };
}

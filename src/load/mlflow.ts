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

/** True for a loader that MLflow brings, and where none is named. */
export function isOfMlflow(module: string): boolean {
  return /^mlflow(?:\.\w+)+$/.test(module) || /^(?:null|~)?$/.test(module);
}

/** True where the flavor of a loader brings a folder of code along, inside its own: that code can be read. */
export function bringsCode(
  loaderKey: string,
  settings: readonly Pick<Setting, "key" | "value">[],
): boolean {
  const flavor = loaderKey.replace(/\.loader_module$/, "");
  const codes = settings.filter(
    ({ key }) => key === `${flavor}.code` || key.startsWith(`${flavor}.code.`),
  );
  return (
    codes.length > 0 &&
    codes.every(
      ({ value }) =>
        /^\w/.test(value) && value !== "null" && !absolute.test(value) && !upwards.test(value),
    )
  );
}

/** Judges one setting of an `MLmodel`. */
export function mlflowThreat({
  key,
  value,
}: Pick<Setting, "key" | "value">): MlflowThreat | undefined {
  const shown = `\`${value.slice(0, 100)}\``;
  if (/^flavors\.[^.]+\.loader_module$/.test(key)) {
    if (isOfMlflow(value)) return undefined;
    return { kind: "imports", message: `Loading imports ${shown}, which is no module of MLflow` };
  }
  if (!paths.test(key) || !(absolute.test(value) || upwards.test(value))) return undefined;
  const name = key.replace(/^flavors\./, "");
  return { kind: "leaves", message: `\`${name}\` is ${shown}, outside the folder of the model` };
}

// MLmodel of MLflow: https://mlflow.org/docs/latest/ml/model/#storage-format
import type { TreeNode } from "../../formats/setting/tree.ts";
import type { Contribution, Dependency } from "./bill.ts";
import { propertiesOf } from "./config.ts";
import type { Folder } from "./folder.ts";
import { exactly } from "./packages.ts";
import { at, defined, listOf, pairsOf, textOf, treeIn, treeOf } from "./tree.ts";
import { isoTime } from "./time.ts";

/** The packages behind flavours, where they are called otherwise. */
const packages: Readonly<Record<string, string>> = {
  sklearn: "scikit-learn",
  pytorch: "torch",
  tensorflow: "tensorflow",
  onnx: "onnx",
};

/** The version of a package stands in its flavour as `sklearn_version`. */
function flavourPackages(name: string, flavour: TreeNode): readonly Dependency[] {
  return pairsOf(flavour).flatMap(({ key, value }) => {
    const match = /^([a-z]+)_version$/.exec(key) ?? (key === "lib_version" ? ["", name] : null);
    const version = textOf(value, 100);
    const library = match?.[1];
    if (library === undefined || library === "python" || version === undefined) return [];
    return exactly(packages[library] ?? library, version.split("+", 1)[0], "MLmodel");
  });
}

/** A schema is JSON in a text: a list of columns or tensors. */
function columns(folder: Folder, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const tree = treeOf(folder, { name: "MLmodel", text: text.slice(0, 200_000), kind: "json" });
  return listOf(tree)
    .slice(0, 200)
    .flatMap((item) => {
      const name = textOf(at(item, "name"), 100);
      const type = textOf(at(item, "tensor-spec", "dtype")) ?? textOf(at(item, "type"), 100);
      return type === undefined ? [] : [name === undefined ? type : `${name}: ${type}`];
    });
}

function rawText(node: TreeNode | undefined): string | undefined {
  return node?.kind === "scalar" ? node.value : undefined;
}

/** Reads the description of an MLflow model. */
export function readMlflow(folder: Folder): Contribution | undefined {
  const tree = treeIn(folder, "MLmodel", "yaml");
  if (tree === undefined) return undefined;
  const flavours = pairsOf(at(tree, "flavors"));
  const main = flavours.find(({ key }) => key !== "python_function") ?? flavours[0];
  return defined<Contribution>({
    family: main?.key,
    architecture: textOf(at(main?.value, "model_class")),
    released: isoTime(textOf(at(tree, "utc_time_created"), 100)),
    inputs: columns(folder, rawText(at(tree, "signature", "inputs"))),
    outputs: columns(folder, rawText(at(tree, "signature", "outputs"))),
    dependencies: [
      ...exactly("mlflow", textOf(at(tree, "mlflow_version"), 100), "MLmodel"),
      ...flavours.flatMap(({ key, value }) => flavourPackages(key, value)),
    ],
    properties: [
      { name: "mlflow:flavors", value: flavours.map(({ key }) => key).join(" ") },
      ...propertiesOf(tree, {
        prefix: "mlflow:",
        keys: ["run_id", "model_uuid", "model_id", "model_size_bytes"],
      }),
      ...propertiesOf(at(tree, "flavors", "python_function"), {
        prefix: "mlflow:",
        keys: ["loader_module", "python_version"],
      }),
      ...pairsOf(at(tree, "metadata")).flatMap(({ key, value }) => {
        const text = textOf(value, 300);
        return text === undefined ? [] : [{ name: `mlflow:metadata:${key}`, value: text }];
      }),
    ].filter(({ value }) => value !== ""),
  });
}

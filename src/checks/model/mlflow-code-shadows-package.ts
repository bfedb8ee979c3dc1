import { topLevelOf, type Shadowed } from "../../load/folder/packages.ts";
import type { FindingDetails } from "../../core/index.ts";
import type { FolderPart } from "../../load/folder/view.ts";
import { defineCheck } from "../define.ts";

const module = /\.(?:py|pyc|so|pyd)$/;

/** The name by which a file of the folder `code` is imported first. */
function importedAs(name: string, folder: string): string | undefined {
  if (!name.startsWith(folder) || !module.test(name)) return undefined;
  const [first = ""] = name.slice(folder.length).split("/", 1);
  return first.replace(/\..*$/, "");
}

function folderOf(model: FolderPart, name: string): string {
  const base = model.name.slice(0, model.name.lastIndexOf("/") + 1);
  const inside = name.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  return inside === "" || inside === "." ? base : `${base}${inside}/`;
}

function detailsOf(
  { kind, name }: Shadowed,
  { part, libraries }: { readonly part: FolderPart; readonly libraries: readonly string[] },
): FindingDetails {
  const shown = `\`${part.name.slice(-100)}\``;
  if (kind === "standard")
    return {
      severity: "medium",
      message: `${shown} is imported in the place of Python's own \`${name}\``,
    };
  // What loads the model is imported for certain.
  if (kind === "loader" || libraries.includes(name))
    return {
      severity: "critical",
      message: `${shown} is imported in the place of the installed \`${name}\`, by which the model is loaded`,
    };
  return { message: `${shown} is imported in the place of the installed \`${name}\`` };
}

export const mlflowCodeShadowsPackage = defineCheck({
  meta: {
    id: "mlflow-code-shadows-package",
    code: "PV-MODEL-034",
    title: "Code of an MLflow model is named like a library",
    asset: "folder",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-427", "CWE-829", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "MLflow puts the folder `code` of a model first on Python's path. A file there that is called like a library is imported instead of it, runs, and looks like the library to everything else, also where pickles are forbidden.",
    mend: "Do not load the model unless you wrote this file. If you did, give it a name of its own and log the model again.",
    blind:
      "Libraries that are not widely used; modules of other names, which run as well when the model imports them.",
    since: "0.1.0",
    references: ["https://mlflow.org/docs/latest/ml/model/dependencies/"],
    examples: {
      found: [
        {
          path: "folder.txt",
          code: "== MLmodel\nflavors:\n  catboost:\n    data: model.cb\n  python_function:\n    code: code\n    loader_module: mlflow.catboost\n== code/catboost.py\nclass CatBoost: ...\n",
        },
      ],
      clean: [
        {
          path: "folder.txt",
          code: "== MLmodel\nflavors:\n  catboost:\n    data: model.cb\n  python_function:\n    code: code\n    loader_module: mlflow.catboost\n== code/churn_features.py\ndef scale(x): ...\n",
        },
      ],
    },
  },
  run: ({ parts }, report) => {
    const told = new Set<string>();
    for (const model of parts) {
      const libraries = model.word?.libraries ?? [];
      for (const { role, name: place, where } of model.mentions) {
        if (role !== "code-folder") continue;
        const folder = folderOf(model, place);
        for (const part of parts) {
          const name = importedAs(part.name, folder);
          const shadowed = name === undefined ? undefined : topLevelOf(name);
          if (name === undefined || shadowed === undefined || told.has(folder + name)) continue;
          told.add(folder + name);
          const steps = [
            { where, message: "MLflow puts it first on Python's path" },
            { where: part.where, message: `imported as \`${name}\`` },
          ];
          report(part.where, { ...detailsOf(shadowed, { part, libraries }), steps });
        }
      }
    }
  },
});

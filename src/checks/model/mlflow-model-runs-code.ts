import { topLevelOf } from "../../load/folder/packages.ts";
import { bringsCode, mlflowThreat } from "../../load/mlflow.ts";
import { defineCheck } from "../define.ts";

const name = /(?:^|\/)MLmodel$/i;

export const mlflowModelRunsCode = defineCheck({
  meta: {
    id: "mlflow-model-runs-code",
    code: "PV-MODEL-018",
    title: "A model of MLflow names code or files that are not its own",
    asset: "setting",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-829", "CWE-22", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "MLflow puts the folder `code` on the path of Python and imports `loader_module` when it loads a model, also where pickles are forbidden; paths that leave the folder read whatever lies there.",
    mend: "Log the model with one of the flavors of MLflow. Else read the loader and the folder `code`, keep both under review, and say so with an `allow` entry.",
    blind:
      "Modules in `code` that are named like those of a library, and what the pickles of the model do: they are looked at by themselves.",
    since: "0.1.0",
    references: ["https://mlflow.org/docs/latest/ml/model/#storage-format"],
    examples: {
      found: [
        {
          path: "model/MLmodel",
          code: "flavors:\n  python_function:\n    code: code\n    loader_module: my_loader\n",
        },
        {
          path: "model/MLmodel",
          code: "flavors:\n  sklearn:\n    pickled_model: ../../other/model.pkl\n",
        },
      ],
      clean: [
        {
          path: "model/MLmodel",
          code: "flavors:\n  python_function:\n    loader_module: mlflow.sklearn\n    model_path: model.pkl\n",
        },
      ],
    },
  },
  wants: (file) => name.test(file.path),
  run: ({ settings, path }, report) => {
    if (!name.test(path)) return;
    for (const setting of settings) {
      const threat = mlflowThreat(setting);
      if (threat === undefined) continue;
      // What that code does is judged with the folder.
      const isRead =
        threat.kind === "imports" &&
        /^\w+(?:\.\w+)*$/.test(setting.value) &&
        topLevelOf(setting.value.split(".", 1)[0] ?? "") === undefined &&
        bringsCode(setting.key, settings);
      report(setting, { message: threat.message, ...(isRead ? { severity: "medium" } : {}) });
    }
  },
});

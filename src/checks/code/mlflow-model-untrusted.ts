import type { FindingDetails } from "../../core/index.ts";
import type { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { isUrl } from "./artifacts.ts";

function judge(uri: PythonValue | undefined): FindingDetails {
  const text = uri?.string();
  if (text === undefined) return {};
  if (isUrl(text)) {
    return {
      confidence: "high",
      message: "An MLflow model from a remote place runs code when it is loaded",
    };
  }
  return {
    severity: "low",
    audience: "pedantic",
    message:
      "An MLflow model runs code when it is loaded; everybody who may write to the registry decides which",
  };
}

export const mlflowModelUntrusted = defineCheck({
  meta: {
    id: "mlflow-model-untrusted",
    code: "PV-CODE-117",
    title: "Loading an MLflow model runs code that comes with it",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "Most flavors are pickles, and a pyfunc model may bring Python files. Whoever chooses the URI, or may write to the registry, runs code here.",
    mend: "Load from a registry with few writers, by version or digest, and set `MLFLOW_ALLOW_PICKLE_DESERIALIZATION=false` where the flavors in use allow it.",
    blind: "Who may write to the registry or choose the URI.",
    references: ["https://mlflow.org/docs/latest/ml/model/", "CVE-2024-37052"],
    since: "0.1.0",
    examples: {
      found: [
        { code: "import mlflow\ndef serve(uri):\n    return mlflow.pyfunc.load_model(uri)\n" },
      ],
      clean: [{ code: 'import mlflow\nmlflow.sklearn.log_model(model, name="model")\n' }],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods("load_model", "spark_udf", "load_pyfunc")) {
      if (!/^mlflow\.\w+\.(?:load_model|spark_udf|load_pyfunc)$/.test(call.name)) continue;
      report(
        call,
        judge(call.keyword("model_uri") ?? call.positional(call.method === "spark_udf" ? 1 : 0)),
      );
    }
  },
});

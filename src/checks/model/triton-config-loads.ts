import { tritonNames, tritonThreats } from "../../load/triton.ts";
import { defineCheck } from "../define.ts";

export const tritonConfigLoads = defineCheck({
  meta: {
    id: "triton-config-loads",
    code: "PV-MODEL-041",
    title: "A model of Triton makes the server load what is not its own",
    asset: "text",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-22", "CWE-829", "CWE-114", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "Triton does what `config.pbtxt` says: it loads libraries of custom operations into itself, unpacks an environment and runs Python in it, and joins names of files to the folder of the model, also those that lead out of it.",
    mend: "Keep everything that the model needs in its folder, name it without `..`, and build libraries of operations yourself.",
    blind:
      "The code of `model.py`, which is checked as Python, and libraries of backends that lie in the folder of the model.",
    since: "0.1.0",
    references: [
      "https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/user_guide/model_configuration.html",
    ],
    examples: {
      found: [
        {
          path: "models/m/config.pbtxt",
          code: 'backend: "onnxruntime"\ndefault_model_filename: "../../other/1/model.onnx"\n',
        },
        {
          path: "models/m/config.pbtxt",
          code: 'model_operations { op_library_filename: ["/tmp/ops.so"] }\n',
        },
      ],
      clean: [
        {
          path: "models/m/config.pbtxt",
          code: 'backend: "python"\nparameters: {\n  key: "EXECUTION_ENV_PATH",\n  value: {string_value: "$$TRITON_MODEL_DIRECTORY/env.tar.gz"}\n}\n',
        },
      ],
    },
  },
  wants: (file) => tritonNames.test(file.path),
  run: ({ path, text }, report) => {
    if (!tritonNames.test(path)) return;
    for (const { kind, message, start, end } of tritonThreats(text))
      report(
        { start, end },
        { message, ...(kind === "environment" ? { severity: "medium" } : {}) },
      );
  },
});

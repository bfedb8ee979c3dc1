import { defineCheck } from "../define.ts";

/** Functions that take `safe_mode`; the name of their module changed with every Keras. */
const loaders = [
  "load_model",
  "deserialize_keras_object",
  "model_from_json",
  "deserialize",
  "from_config",
] as const;

export const kerasUnsafeDeserialization = defineCheck({
  meta: {
    id: "keras-unsafe-deserialization",
    code: "PV-CODE-113",
    title: "Keras is told to run code hidden in the model",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "Lambda layers are Python bytecode inside the model file. Safe mode refuses them; without it the author's code runs when the model is loaded.",
    mend: "Remove `safe_mode=False` and `enable_unsafe_deserialization()`; replace Lambda layers by registered layer classes.",
    blind: "A value that is passed through from a caller.",
    references: [
      "CVE-2024-3660",
      "CVE-2025-1550",
      "https://keras.io/api/models/model_saving_apis/model_saving_and_loading/",
    ],
    since: "0.1.0",
    examples: {
      found: [
        { code: 'import keras\nmodel = keras.models.load_model("model.keras", safe_mode=False)\n' },
      ],
      clean: [{ code: 'import keras\nmodel = keras.models.load_model("model.keras")\n' }],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods(...loaders)) {
      if (call.keyword("safe_mode")?.truth() === false)
        report(call, {
          message: `${call.method} with \`safe_mode=False\` runs code hidden in the model`,
        });
    }
    for (const call of methods("enable_unsafe_deserialization")) {
      report(call, {
        message: "Keras runs code hidden in every model that this process loads from here on",
      });
    }
    for (const call of methods("SafeModeScope")) {
      if (call.argument(0, "safe_mode")?.truth() === false) report(call);
    }
  },
});

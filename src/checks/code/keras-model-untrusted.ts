import { defineCheck } from "../define.ts";
import { endOf, seemsForeign } from "./support.ts";

const loaders = [
  "keras.models.load_model",
  "keras.saving.load_model",
  "keras.saving.save.load_model",
] as const;
const scopes = ["globals", "locals", "vars"];

export const kerasModelUntrusted = defineCheck({
  meta: {
    id: "keras-model-untrusted",
    code: "PV-CODE-114",
    title: "A Keras model in an old format runs its code when it is loaded",
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
    why: "HDF5 and YAML models are not covered by safe mode in many versions of Keras: a Lambda layer in them is bytecode that runs.",
    mend: "Convert the model to the `.keras` format, replace Lambda layers, and use Keras 3.11.3 or later.",
    blind: "Which version of Keras will run, and models in a folder (SavedModel).",
    references: ["CVE-2025-9905", "CVE-2021-37678", "CVE-2024-3660"],
    since: "0.1.0",
    examples: {
      found: [
        { code: 'from tensorflow import keras\nmodel = keras.models.load_model("model.h5")\n' },
      ],
      clean: [
        {
          code: 'from tensorflow import keras\nmodel = keras.Sequential()\nmodel.load_weights("w.weights.h5")\n',
        },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("load_model")) {
      // In a fragment, a file of this kind says whose function it is.
      if (/\.(?:h5|hdf5)$/i.test(endOf(call.positional(0)) ?? "")) report(call);
    }
    for (const call of calls(...loaders)) {
      if (call.keyword("safe_mode")?.truth() === false) continue;
      const objects = call.argument(1, "custom_objects")?.origin();
      const callee = objects?.kind === "Call" ? call.argument(1, "custom_objects")!.name() : "";
      const takesAll = scopes.some((name) => callee === `${name}()`);
      if (/^(?:json|yaml)\.\w+\(\)/.test(callee) || seemsForeign(call.keyword("custom_objects"))) {
        report(call, {
          message: "Somebody else decides which `custom_objects` the model is built from",
        });
      } else if (takesAll) {
        report(call, {
          message:
            "`custom_objects` offers every name in scope to the model, which chooses what to call",
        });
      } else if (/\.(?:h5|hdf5)$/i.test(endOf(call.argument(0, "filepath")) ?? "")) {
        report(call);
      } else if (seemsForeign(call.argument(0, "filepath"))) {
        report(call, {
          message:
            "A Keras model of somebody else can hold code; older versions run it when it is loaded",
        });
      } else {
        report(call, {
          severity: "low",
          audience: "pedantic",
          message: "A Keras model can hold code; older versions run it when it is loaded",
        });
      }
    }
    for (const call of calls(
      "keras.models.model_from_json",
      "keras.models.model_from_config",
      "keras.saving.model_config.model_from_json",
      "keras.saving.deserialize_keras_object",
      "keras.layers.deserialize",
    )) {
      // What the program wrote out itself, and safe mode of Keras 3, are no matter of this check.
      if (
        call.positional(0)?.node.kind === "Constant" ||
        call.keyword("safe_mode")?.truth() === true
      )
        continue;
      report(call, {
        severity: "low",
        message: `${call.method} builds what the text describes; a Lambda layer in it is code that older versions run`,
      });
    }
    for (const call of calls(
      "keras.models.model_from_yaml",
      "keras.saving.model_config.model_from_yaml",
    )) {
      report(call, {
        message: "model_from_yaml runs code in the YAML text; Keras has removed it for that reason",
      });
    }
  },
});

import { defineCheck } from "../define.ts";
import { seemsForeign } from "./support.ts";

const loaders = [
  "tensorflow.saved_model.load",
  "tensorflow.saved_model.loader.load",
  "tensorflow.saved_model.load_v2",
  "keras.layers.TFSMLayer",
  "tensorflow_hub.load",
  "tensorflow_hub.KerasLayer",
  "tensorflow_hub.Module",
  "tensorflow.graph_util.import_graph_def",
  "tensorflow.import_graph_def",
] as const;

export const savedModelUntrusted = defineCheck({
  meta: {
    id: "saved-model-untrusted",
    code: "PV-CODE-115",
    title: "A TensorFlow graph is a program that can read and write files",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "pedantic",
    aliases: [],
    controls: [
      "CWE-829",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "Operations such as ReadFile, WriteFile and PyFunc in a foreign graph act with the rights of the process when the model is called.",
    mend: "Scan the model's operations before it is used, verify where it comes from, and run it without rights that it doesn't need.",
    blind: "What operations the graph has; scanning the model file itself shows that.",
    references: ["https://github.com/tensorflow/tensorflow/blob/master/SECURITY.md"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import tensorflow as tf\nmodel = tf.saved_model.load("export/1")\n' }],
      clean: [{ code: 'import tensorflow as tf\ntf.saved_model.save(model, "export/1")\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...loaders)) {
      const isPlain = call.positional(0)?.string()?.startsWith("http://") === true;
      if (isPlain)
        report(call, {
          severity: "medium",
          audience: "default",
          message: "A TensorFlow graph is fetched over plain http and run",
        });
      else if (seemsForeign(call.positional(0)))
        report(call, { severity: "medium", audience: "default" });
      else report(call);
    }
  },
});

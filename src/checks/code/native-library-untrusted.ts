import { defineCheck } from "../define.ts";
import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import { downloadBehind } from "./artifacts.ts";

const loaders = [
  "torch.ops.load_library",
  "torch.classes.load_library",
  "tensorflow.load_op_library",
  "tensorflow.load_library",
  "numpy.ctypeslib.load_library",
] as const;

/** True where the path is written out, or begins at the file that loads it. */
function isOwnPath(path: PythonValue, text: string): boolean {
  const { start, end } = path.origin();
  return path.constant() !== undefined || text.slice(start, end).includes("__file__");
}

export const nativeLibraryUntrusted = defineCheck({
  meta: {
    id: "native-library-untrusted",
    code: "PV-CODE-105",
    title: "A native library whose path is decided elsewhere is loaded",
    asset: "python",
    severity: "medium",
    confidence: "low",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-114",
      "CWE-427",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "A shared library runs its code the moment it is loaded. Custom operators that come with a model are such libraries.",
    mend: "Load only libraries that are installed with your package, from a path that you write out; compare a hash where they come with a model.",
    blind: "Whether a path that is computed can be chosen by somebody else; ctypes and cffi.",
    references: ["https://onnxruntime.ai/docs/reference/operators/add-custom-op.html"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import torch\ndef load(folder):\n    torch.ops.load_library(folder + "/ops.so")\n',
        },
      ],
      clean: [{ code: "import tensorflow as tf\nmodel = tf.keras.Sequential()\n" }],
    },
  },
  run: ({ calls, methods, text }, report) => {
    function judge(call: PythonCall, path: PythonValue | undefined): void {
      if (path === undefined) return;
      if (downloadBehind(path) !== undefined) {
        report(call, {
          severity: "high",
          confidence: "high",
          message: "A native library is downloaded and loaded: its code runs at once",
        });
      } else if (isOwnPath(path, text)) {
        report(call, {
          severity: "low",
          audience: "audit",
          message: "A native library is loaded from a fixed path",
        });
      } else report(call);
    }
    for (const call of calls(...loaders))
      judge(call, call.positional(0) ?? call.keyword("path") ?? call.keyword("library_filename"));
    for (const call of methods("register_custom_ops_library")) judge(call, call.positional(0));
  },
});

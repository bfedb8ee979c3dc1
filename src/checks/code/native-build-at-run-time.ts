import { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { isModelText } from "./model-text.ts";
import { seemsForeign } from "./support.ts";

const builders = [
  "torch.utils.cpp_extension.load",
  "torch.utils.cpp_extension.load_inline",
  "torch.utils.cpp_extension._jit_compile",
  "numpy.f2py.compile",
  "numpy.f2py.run_main",
  "cupy.RawModule",
  "cupy.RawKernel",
  "cffi.FFI().verify",
] as const;

export const nativeBuildAtRunTime = defineCheck({
  meta: {
    id: "native-build-at-run-time",
    code: "PV-CODE-106",
    title: "Native code is compiled and loaded while the program runs",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "audit",
    aliases: [],
    controls: ["CWE-94", "CWE-427", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "ATLAS:AML.T0010.001"],
    why: "Whoever can write the sources, or the cache folder where builds are kept, runs code in the process; and every host needs a compiler.",
    mend: "Build extensions when the package or the image is built, and keep `TORCH_EXTENSIONS_DIR` out of shared folders.",
    blind: "Who can write the sources.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from torch.utils.cpp_extension import load\nops = load(name="ops", sources=["ops.cpp"])\n',
        },
      ],
      clean: [
        {
          code: 'from torch.utils.cpp_extension import CppExtension\next = CppExtension("ops", ["ops.cpp"])\n',
        },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...builders)) {
      const sources = [...call.node.args, ...call.node.keywords.map(({ value }) => value)];
      const isForeign = sources.some(
        (node) => seemsForeign(new PythonValue(node, call.scope)) || isModelText(node, call.scope),
      );
      report(call, isForeign ? { severity: "medium", audience: "default" } : {});
    }
  },
});

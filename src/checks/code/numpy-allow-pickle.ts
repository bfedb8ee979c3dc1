import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";

/** Functions that take `allow_pickle`, with its place among the arguments. */
const readers: ReadonlyMap<string, number> = new Map([
  ["numpy.load", 2],
  ["numpy.lib.npyio.load", 2],
  ["numpy.lib.npyio.NpzFile", 2],
  ["numpy.lib.format.read_array", 1],
  ["cupy.load", 2],
  ["jax.numpy.load", 2],
]);

function allowPickle(call: PythonCall, index: number): PythonValue | undefined {
  return call.keyword("allow_pickle") ?? call.positional(index);
}

export const numpyAllowPickle = defineCheck({
  meta: {
    id: "numpy-allow-pickle",
    code: "PV-CODE-111",
    title: "NumPy is told to unpickle objects in the array file",
    asset: "python",
    severity: "medium",
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
    why: "With `allow_pickle=True` an array of objects in the file is a pickle, and its author's code runs when it is read.",
    mend: "Leave `allow_pickle` off and save arrays of numbers; keep metadata in JSON beside them.",
    blind:
      "A value that is passed through from a caller. NumPy before 1.16.3 unpickles without being told.",
    references: [
      "CVE-2019-6446",
      "https://numpy.org/doc/stable/reference/generated/numpy.load.html",
    ],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import numpy as np\nx = np.load("features.npy", allow_pickle=True)\n' }],
      clean: [{ code: 'import numpy as np\nx = np.load("features.npy")\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...readers.keys())) {
      if (allowPickle(call, readers.get(call.name) ?? 0)?.truth() === true) report(call);
    }
    for (const call of calls("functools.partial")) {
      const isReader = readers.has(call.positional(0)?.name() ?? "");
      if (isReader && call.keyword("allow_pickle")?.truth() === true) report(call);
    }
  },
});

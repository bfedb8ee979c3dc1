import type { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { aliasesOf, lastWord } from "./support.ts";

const loaders = [
  "pickle.loads",
  "pickle.load",
  "pickle.Unpickler",
  "dill.loads",
  "dill.load",
  "dill.Unpickler",
  "shelve.open",
  "shelve.DbfilenameShelf",
  "jsonpickle.decode",
  "jsonpickle.unpickler.decode",
  "jsonpickle.unpickler.Unpickler",
  "pandas.read_pickle",
] as const;

/** True for `loads(dumps(x))`, also by way of a variable: a copy, or a test. */
function isOwnDump(source: PythonValue | undefined): boolean {
  const origin = source?.origin();
  return origin?.kind === "Call" && lastWord(origin.func) === "dumps";
}

export const pickleLoad = defineCheck({
  meta: {
    id: "pickle-load",
    code: "PV-CODE-011",
    title: "Unpickling runs code hidden in the data",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B301", "S301"],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "A pickle is a program. Whoever wrote it runs what they like with the rights of the process, before the first line of yours sees the object.",
    mend: "Use a format that holds only data (safetensors, ONNX, JSON, Parquet); else verify a signature first.",
    blind: "Whether the data comes from somebody else.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import pickle\nmodel = pickle.load(open("model.pkl", "rb"))\n' }],
      clean: [
        {
          code: 'from safetensors.torch import load_file\nmodel = load_file("model.safetensors")\n',
        },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...loaders)) {
      const source = call.positional(0);
      if (isOwnDump(source)) {
        report(call, {
          ...aliasesOf(call),
          severity: "info",
          audience: "audit",
          message: "A pickle that was just made is read back",
        });
      } else if (/^(?:requests|urllib|httpx|boto3)\b/.test(source?.name() ?? "")) {
        report(call, {
          ...aliasesOf(call),
          severity: "high",
          message: "Unpickling runs code that comes straight from the network",
        });
      } else report(call, aliasesOf(call));
    }
  },
});

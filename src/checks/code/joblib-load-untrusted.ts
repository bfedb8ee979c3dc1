import { defineCheck } from "../define.ts";

const loaders = [
  "joblib.load",
  "sklearn.externals.joblib.load",
  "joblib.numpy_pickle.load",
] as const;

export const joblibLoadUntrusted = defineCheck({
  meta: {
    id: "joblib-load-untrusted",
    code: "PV-CODE-108",
    title: "joblib.load runs code hidden in the file",
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
    why: "A joblib file is a pickle: whoever wrote it decides what runs when it is loaded, with the rights of the process.",
    mend: "Save scikit-learn models with skops.io or as ONNX; else verify a signature or a hash before loading.",
    blind: "Whether the file comes from somebody else.",
    references: [
      "https://scikit-learn.org/stable/model_persistence.html",
      "https://joblib.readthedocs.io/en/stable/generated/joblib.load.html",
    ],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import joblib\nmodel = joblib.load("model.joblib")\n' }],
      clean: [
        {
          code: 'import skops.io as sio\nmodel = sio.load("model.skops", trusted=["mylib.Scaler"])\n',
        },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...loaders)) report(call);
  },
});

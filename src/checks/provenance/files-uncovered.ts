import { defineCheck } from "../define.ts";
import { said } from "./said.ts";

/** What a loader may take up. */
const loaded =
  /\.(?:py|pyc|so|dll|dylib|pkl|pickle|joblib|pt|pth|bin|ckpt|safetensors|gguf|onnx|h5|keras|pb|tflite|json|jinja|npz?)$/i;

export const filesUncovered = defineCheck({
  meta: {
    id: "files-uncovered",
    code: "PV-SIGN-011",
    title: "Files of a model are not covered by its signature",
    asset: "provenance",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-353", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "The signer has left these names out: whoever can write there can put something in their place, and loaders look at whole folders.",
    mend: "Sign the model without leaving them out, or take them away from where the model is loaded.",
    blind:
      "What Git keeps at the top (`.git`, `.gitignore`, `.gitattributes`, `.github`) and the signature itself: nothing loads them.",
    since: "0.1.0",
    references: ["https://github.com/ossf/model-signing-spec"],
    examples: {
      found: [
        { path: "facts.txt", code: "uncovered notes.txt: it is not covered by the signature" },
      ],
      clean: [{ path: "facts.txt", code: "added notes.txt: it is not among the signed files" }],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts) {
      if (fact.kind !== "uncovered") continue;
      const severity = loaded.test(fact.path) ? "medium" : "low";
      report(fact.where, { message: said(fact), severity });
    }
  },
});

import { defineCheck } from "../define.ts";
import { fromOutside, reportFlows } from "./support.ts";

export const untrustedDataDeserialized = defineCheck({
  meta: {
    id: "untrusted-data-deserialized",
    code: "PV-FLOW-018",
    title: "Data from outside is deserialised into objects",
    asset: "flow",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "ATLAS:AML.T0049", "OWASP-ML06:2023"],
    why: "Pickle and its like run code while they build objects; who sends the bytes writes that code.",
    mend: "Take JSON or safetensors; where it has to be a pickle, check a signature first.",
    blind: "Bytes that are kept in a file in between, unless the file is the download itself.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import pickle\nimport requests\n\nmodel = pickle.loads(requests.get("https://models.example.com/m.pkl").content)\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import json\nimport requests\n\nconf = json.loads(requests.get("https://models.example.com/m.json").content)\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromOutside, sinks: ["deserialize"], severity: "high" }),
});

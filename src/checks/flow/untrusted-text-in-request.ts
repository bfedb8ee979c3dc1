import { defineCheck } from "../define.ts";
import { fromOutside, reportFlows } from "./support.ts";

export const untrustedTextInRequest = defineCheck({
  meta: {
    id: "untrusted-text-in-request",
    code: "PV-FLOW-014",
    title: "Text from outside chooses where a request goes",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-918", "ATLAS:AML.T0049"],
    why: "The program reaches hosts that the writer of the text cannot: internal services, the metadata of the cloud.",
    mend: "Compare the host with a list of allowed ones after parsing; refuse redirects and private addresses.",
    blind: "Addresses that a name resolves to, redirects.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import requests\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return requests.get(text).text\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import requests\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return requests.get(f"https://api.example.com/{text}").text\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromOutside, sinks: ["request"], severity: "medium" }),
});

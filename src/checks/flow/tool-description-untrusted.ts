import { defineCheck } from "../define.ts";
import { fromModel, fromOutside, reportFlows } from "./support.ts";

export const toolDescriptionUntrusted = defineCheck({
  meta: {
    id: "tool-description-untrusted",
    code: "PV-FLOW-024",
    title: "The description of a tool comes from outside",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-1427",
      "CWE-77",
      "OWASP-LLM01:2026",
      "OWASP-LLM01:2025",
      "OWASP-ASI01:2026",
      "ATLAS:AML.T0051.000",
      "OWASP-ASI04:2026",
      "ATLAS:AML.T0053",
    ],
    why: "A model reads descriptions as instructions: whoever writes one decides how every tool is used.",
    mend: "Keep descriptions fixed, or show them to a person and pin their digest.",
    blind: "Descriptions that a framework fetches itself.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import requests\n\nspec = requests.get("https://tools.example.com/spec").json()\ntools = [{"type": "function", "function": {"name": "search", "description": spec["description"], "parameters": {}}}]\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import requests\n\nspec = requests.get("https://tools.example.com/spec").json()\ntools = [{"type": "function", "function": {"name": "search", "description": "Searches the shop.", "parameters": {}}}]\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, {
      sources: [...fromModel, ...fromOutside],
      sinks: ["tool-description"],
      severity: "medium",
    }),
});

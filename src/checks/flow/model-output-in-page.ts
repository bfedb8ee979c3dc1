import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputInPage = defineCheck({
  meta: {
    id: "model-output-in-page",
    code: "PV-FLOW-006",
    title: "What a model says becomes part of a page unescaped",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-79",
      "CWE-80",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0051.001",
    ],
    why: "A script in an answer runs in the reader's browser, and an image in it tells others what was said.",
    mend: "Escape it, or clean the rendered Markdown with an allow-list of tags and of hosts for links and images.",
    blind: "What the page's own script does with it.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nst.markdown(text, unsafe_allow_html=True)\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import html\nimport streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nst.markdown(html.escape(text), unsafe_allow_html=True)\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromModel, sinks: ["html"], severity: "medium" }),
});

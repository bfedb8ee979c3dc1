import { defineCheck } from "../define.ts";
import { reportFlows } from "./support.ts";

export const retrievedTextAsInstruction = defineCheck({
  meta: {
    id: "retrieved-text-as-instruction",
    code: "PV-FLOW-022",
    title: "Retrieved text becomes an instruction to the model",
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
      "ATLAS:AML.T0051.001",
      "OWASP-LLM08:2025",
    ],
    why: "Whoever can write a document that is found gives the model orders, in every conversation that finds it.",
    mend: "Put what was retrieved into a message of its own that is marked as data, never into the system prompt.",
    blind: "Prompts that are joined into one text without roles.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from langchain_chroma import Chroma\nfrom openai import OpenAI\n\nstore = Chroma(collection_name="docs")\nclient = OpenAI()\n\n\ndef ask(q):\n    docs = store.similarity_search(q)\n    context = "\\n".join(d.page_content for d in docs)\n    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Answer from: " + context}, {"role": "user", "content": q}])\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from langchain_chroma import Chroma\nfrom openai import OpenAI\n\nstore = Chroma(collection_name="docs")\nclient = OpenAI()\n\n\ndef ask(q):\n    docs = store.similarity_search(q)\n    context = "\\n".join(d.page_content for d in docs)\n    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Answer from the documents."}, {"role": "user", "content": context + q}])\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, {
      sources: ["retrieved", "tool-result"],
      sinks: ["system-prompt"],
      severity: "medium",
    }),
});

import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";

const option = "allow_dangerous_deserialization";

export const langchainDangerousDeserialization = defineCheck({
  meta: {
    id: "langchain-dangerous-deserialization",
    code: "PV-CODE-501",
    title: "A vector store or chain is unpickled from a file",
    asset: "python",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-LLM09:2026",
      "OWASP-LLM08:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "The index holds a pickle: whoever can write the file, or swap it on its way, runs code here.",
    mend: "Build the index from its documents at start, keep it in a store without pickle, or compare its digest before loading.",
    blind: "Whether the file was written by this very program.",
    references: [
      "https://python.langchain.com/api_reference/community/vectorstores/langchain_community.vectorstores.faiss.FAISS.html",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from langchain_community.vectorstores import FAISS\nstore = FAISS.load_local("index", embed, allow_dangerous_deserialization=True)\n',
        },
      ],
      clean: [
        {
          code: 'from langchain_community.vectorstores import FAISS\nstore = FAISS.load_local("index", embed)\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const { call, value } of callsWith(view, option))
      if (value.is(true)) report(value, { extent: call });
  },
});

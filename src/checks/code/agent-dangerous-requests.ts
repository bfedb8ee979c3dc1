import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";

const option = "allow_dangerous_requests";

export const agentDangerousRequests = defineCheck({
  meta: {
    id: "agent-dangerous-requests",
    code: "PV-CODE-502",
    title: "A model may send requests or queries of its own making",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-918",
      "CWE-943",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI02:2026",
      "ATLAS:AML.T0053",
      "ATLAS:AML.T0086",
    ],
    why: "A sentence in the prompt or in a fetched page makes the model call internal addresses, or read and change the whole graph.",
    mend: "Give it an account that may only read what it needs; allow listed hosts only, and route requests through a proxy that blocks internal ones.",
    blind: "What the account that is used may do.",
    references: ["CVE-2024-8309", "https://python.langchain.com/docs/security/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from langchain_neo4j import GraphCypherQAChain\nchain = GraphCypherQAChain.from_llm(llm, graph=graph, allow_dangerous_requests=True)\n",
        },
      ],
      clean: [
        {
          code: "from langchain_neo4j import Neo4jGraph\ngraph = Neo4jGraph(refresh_schema=False)\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const { call, value } of callsWith(view, option))
      if (value.is(true)) report(value, { extent: call });
  },
});
